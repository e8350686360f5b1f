#include "support/shipped_pack.hpp"

#include <utility>

#include "scenario/scenario.hpp"

namespace thermidor {

Pack pack_of(const std::string& name) {
  Result<scenario::Scenario> loaded = scenario::load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/" + name);
  if (!loaded) return {};
  return {std::move(loaded.value().params), std::move(loaded.value().chronicle), std::move(loaded.value().acts)};
}

const Pack& shipped() {
  static const Pack pack = pack_of("soviet-1921");
  return pack;
}

}  // namespace thermidor
