// Isolation, hope of revolution abroad, weight in the International, co-operation in arms (S49-S51 S89, M040-M042 M106
// M111-M113 M192).
#include "society/mood_steps.hpp"
#include "society/society.hpp"

namespace thermidor::society {

void move_standing(const StandingParams& params, const Policy& policy, const Signals& last, Signals& now) {
  const OutsideSignal& outside = now.outside;
  const SocietySignal& before = last.society;
  SocietySignal& mood = now.society;
  // Treaties and defeats come as shocks; between them isolation drifts to what policy invites.
  const double pariah = params.isolation_base - params.isolation_cooperation * policy[Lever::foreign_cooperation] -
                        params.isolation_economy * policy[Lever::world_economy] +
                        params.isolation_revolution * policy[Lever::world_revolution];
  mood.isolation = share_of(approach(before.isolation, pariah, params.isolation_speed) + outside.isolation_shock);

  const double kept = params.hope_kept + params.hope_line * policy[Lever::world_revolution];
  double hope = before.revolution_hope + params.hope_fade * (kept - before.revolution_hope);
  hope += params.hope_window * outside.revolution_abroad * (1.0 - hope);
  hope *= 1.0 - share_of(params.hope_defeat * outside.foreign_defeat);
  if (outside.revolution_success > 0) hope = larger(hope, 0.9);
  mood.revolution_hope = share_of(hope);

  // The only successful party dominates the more, the lonelier it is; defeats of the others add to it, an equal ends it.
  const double room = 1.0 - before.international_dominance;
  double dominance = before.international_dominance +
                     params.dominance_speed * before.isolation * (1.0 - before.revolution_hope) * room +
                     params.dominance_defeat * outside.foreign_defeat * room;
  if (outside.revolution_success > 0) dominance += 0.05 * (params.dominance_equal - dominance);
  mood.international_dominance = share_of(dominance);

  const double need = positive(1.0 - now.economy.heavy_industry_index / 120.0);
  const double shared = 1.0 - params.partner_isolation + params.partner_isolation * before.isolation;
  const double scope = policy[Lever::army_modernisation] * (params.partner_base + params.partner_need * need) * shared * 1.3;
  mood.arms_cooperation = approach(before.arms_cooperation, scope, params.partner_speed);
}

}  // namespace thermidor::society
