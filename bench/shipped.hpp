// The shipped scenario, loaded once.
#pragma once

#include <string>

#include "model/world.hpp"
#include "scenario/scenario.hpp"

namespace thermidor {

inline const std::string& scenario_folder() {
  static const std::string folder = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";
  return folder;
}

inline const scenario::Scenario& shipped() {
  static const scenario::Scenario loaded = [] {
    Result<scenario::Scenario> result = scenario::load_scenario(scenario_folder());
    return result ? std::move(result).value() : scenario::Scenario{};
  }();
  return loaded;
}

inline RunSetup setup_of(std::int64_t sample) {
  RunSetup setup;
  setup.seed = 7;
  setup.sample = static_cast<std::int32_t>(sample);
  return setup;
}

}  // namespace thermidor
