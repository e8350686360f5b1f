// Activity of the working public and the mandate that rulers have from it (S06 S24 S25 S30, M043-M045 M148 M149 M190 M191; X7).
#include "society/mood_steps.hpp"
#include "society/society.hpp"

namespace thermidor::society {

void move_mandate(const MandateParams& params, const SocietyWeights& weights, const Policy& policy, const Signals& last,
                  Signals& now) {
  const EconomySignal& economy = now.economy;
  SocietySignal& mood = now.society;
  const double work_class = share_of(economy.workers_and_employees / params.full_class);
  const double parties = share_of(0.5 * (1.0 + policy[Lever::other_parties]));
  const double hardship =
      share_of(positive(1.0 - economy.bread_cover_poor) + 0.5 * (1.0 - share_of(economy.real_wage_index / 100.0)));
  const double activity = params.activity_base + params.activity_class * work_class +
                          params.activity_democracy * policy[Lever::inner_democracy] + params.activity_parties * parties +
                          params.activity_hope * now.outside.revolution_abroad - params.activity_hardship * hardship -
                          params.activity_terror * last.society.terror_level +
                          params.activity_passivity * (1.0 - weights.passivity);
  mood.mass_activity = approach(last.society.mass_activity, activity, params.activity_speed);

  const double legitimacy = params.legitimacy_base + params.legitimacy_class * work_class +
                            params.legitimacy_activity * last.society.mass_activity +
                            params.legitimacy_results * share_of(economy.gdp_per_capita_index / 100.0) +
                            params.legitimacy_parties * parties - params.legitimacy_hunger * economy.village_hunger -
                            params.legitimacy_unrest * (last.society.town_unrest + last.society.village_unrest);
  mood.legitimacy = approach(last.society.legitimacy, legitimacy, params.legitimacy_speed);
}

}  // namespace thermidor::society
