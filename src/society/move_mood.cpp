#include "core/math.hpp"
#include "society/society.hpp"

namespace thermidor::society {

void open_society(const Params& params, State& society, SocietySignal& last) {
  society = State{};
  society.outside.grain_price = params.outside.market.grain_mean;
  society.outside.goods_price = params.outside.market.goods_mean;
  last = params.opening;
}

void move_mood(const Params& params, const SocietyWeights& weights, const Policy& policy, const Signals& last, Signals& now,
               State& society) {
  now.society = last.society;
  move_standing(params.standing, policy, last, now);
  move_state(params.state, weights, policy, last, now);
  move_unrest(params.unrest, policy, last, now, society);
  move_mandate(params.mandate, weights, policy, last, now);
}

}  // namespace thermidor::society
