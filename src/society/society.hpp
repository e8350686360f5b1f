// Society: mood and mandate, the country's standing, army, nations, press, doctrine, force; and whether the regime still
// stands. Phases 15 and 16 of the month; phase 3 is in outside.hpp.
#pragma once

#include <cstdint>

#include "core/calendar.hpp"
#include "signals/board.hpp"
#include "signals/records.hpp"
#include "society/params.hpp"
#include "society/state.hpp"

namespace thermidor::society {

// Weights of explanations that work through society (X7 passivity, X11 coercion): 1 as given, 0 off.
struct SocietyWeights {
  double passivity = 1;
  double coercion = 1;
};

// Levels of the first day, into the signal that the first month reads as last month's.
void open_society(const Params& params, State& society, SocietySignal& last);

// Phase 15: every level moves towards what this month's economy, party, policy and outside world make of it.
void move_mood(const Params& params, const SocietyWeights& weights, const Policy& policy, const Signals& last, Signals& now,
               State& society);

// Phase 16: fall of the rulers through hunger and unrest, the army's leaning, plurality, a split; drawn where chance decides.
void test_endings(const Params& params, const Policy& policy, std::uint64_t seed, Month month, Signals& now, State& society,
                  Records& records);

// Parts of move_mood; each reads `now` of economy, party and outside and writes its levels into now.society.
void move_unrest(const UnrestParams& params, const Policy& policy, const Signals& last, Signals& now, State& society);
void move_mandate(const MandateParams& params, const SocietyWeights& weights, const Policy& policy, const Signals& last,
                  Signals& now);
void move_standing(const StandingParams& params, const Policy& policy, const Signals& last, Signals& now);
void move_state(const StateParams& params, const SocietyWeights& weights, const Policy& policy, const Signals& last,
                Signals& now);

}  // namespace thermidor::society
