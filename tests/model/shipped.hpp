// The shipped scenario's parameters, and small worlds made of them.
#pragma once

#include <utility>

#include "model/month.hpp"
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

inline World small_world(std::uint64_t seed = 7) {
  RunSetup setup;
  setup.seed = seed;
  setup.sample = 10000;
  return make_world(shipped().params, setup);
}

inline void play(World& world, int months, const Agenda& agenda = {}) {
  Records records;
  for (int i = 0; i < months; ++i) advance_month(shipped().params, agenda, world, records, SerialExecutor{});
}

}  // namespace thermidor
