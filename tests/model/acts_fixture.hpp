// Acts made by hand and carried out in a small world.
#pragma once

#include <vector>

#include "model/interventions.hpp"
#include "model/shipped.hpp"

namespace thermidor {

inline const Month kStart = shipped().params.scenario.start;

inline Act make_act(ActKind kind, Month at, double value) {
  Act act;
  act.kind = kind;
  act.at = at;
  act.value = value;
  return act;
}

// Only the acts of a month, without the month.
inline std::vector<party::Forced> apply_in(Month month, const Agenda& agenda, World& world) {
  world.month = month;
  return apply_interventions(shipped().params, agenda, world);
}

}  // namespace thermidor
