// One month of the country. month.cpp is the only place that knows the order.
#pragma once

#include "core/parallel.hpp"
#include "model/interventions.hpp"
#include "model/world.hpp"
#include "signals/records.hpp"

namespace thermidor {

// Plays world.month and moves on to the next. A broken law raises world.fault; a faulted world does not move any more.
void advance_month(const Params& params, const Agenda& agenda, World& world, Records& records, const Executor& executor);

}  // namespace thermidor
