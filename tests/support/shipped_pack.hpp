// The shipped scenario as a pack, loaded once.
#pragma once

#include <utility>

#include "model/pack.hpp"
#include "scenario/scenario.hpp"

namespace thermidor {

inline const Pack& shipped() {
  static const Pack pack = [] {
    Result<scenario::Scenario> loaded = scenario::load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
    if (!loaded) return Pack{};
    return Pack{std::move(loaded.value().params), std::move(loaded.value().chronicle)};
  }();
  return pack;
}

}  // namespace thermidor
