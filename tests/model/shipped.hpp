// The shipped scenario's parameters, and small worlds made of them.
#pragma once

#include "model/month.hpp"
#include "support/shipped_pack.hpp"

namespace thermidor {

inline World small_world(std::uint64_t seed = 7) {
  RunSetup setup;
  setup.seed = seed;
  setup.sample = 10000;
  return make_world(shipped().params, setup);
}

// A small world about to play this month.
inline World world_in(Month month) {
  World world = small_world();
  world.month = month;
  return world;
}

inline void play(World& world, int months, const Agenda& agenda = {}) {
  Records records;
  for (int i = 0; i < months; ++i) advance_month(shipped().params, agenda, world, records, SerialExecutor{});
}

}  // namespace thermidor
