#include "economy/economy.hpp"

namespace thermidor::economy {

void run_month(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, std::uint64_t seed,
               Month month) {
  plan_budget(state, params, policy);
  produce(state, params, policy);
  settle(state, params, policy, month);
  move_grain(state, params, policy);
  trade_abroad(state, params, policy, outside, month);
  run_budget(state, params, policy);
  extend_credit(state, params, policy);
  invest(state, params, policy);
  close_trusts(state, params, policy);
  hire(state, params);
  move_people(state, params, seed, month);
}

}  // namespace thermidor::economy
