// Shipped scenarios as packs.
#pragma once

#include <string>
#include <utility>

#include "model/pack.hpp"
#include "scenario/scenario.hpp"

namespace thermidor {

inline Pack pack_of(const std::string& name) {
  Result<scenario::Scenario> loaded = scenario::load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/" + name);
  if (!loaded) return {};
  return {std::move(loaded.value().params), std::move(loaded.value().chronicle), std::move(loaded.value().acts)};
}

// The largest of them, loaded once.
inline const Pack& shipped() {
  static const Pack pack = pack_of("soviet-1921");
  return pack;
}

}  // namespace thermidor
