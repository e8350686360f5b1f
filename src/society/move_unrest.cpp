// Unrest: hunger, pay that falls behind what people are used to, no work, no goods; grievance and force in villages (S05
// S16-S20 S74, M020 M038 M039). Visible force holds it down, an active public carries it.
#include "society/mood_steps.hpp"
#include "society/society.hpp"

namespace thermidor::society {

namespace {

double without_work(const EconomySignal& economy) {
  const double all = economy.workers_and_employees + economy.unemployed;
  return all > 0 ? economy.unemployed / all : 0.0;
}

}  // namespace

void move_unrest(const UnrestParams& params, const Policy& policy, const Signals& last, Signals& now, State& society) {
  const EconomySignal& economy = now.economy;
  SocietySignal& mood = now.society;
  // Pay is judged against habit, which follows it slowly.
  if (society.wage_norm <= 0) society.wage_norm = economy.real_wage_index;
  const double behind = society.wage_norm > 0 ? positive(1.0 - economy.real_wage_index / society.wage_norm) : 0.0;
  society.wage_norm += params.wage_memory * (economy.real_wage_index - society.wage_norm);

  const double calm = last.society.terror_level;
  const double village = params.village_base + params.village_grievance * economy.village_grievance +
                         params.village_force * policy[Instrument::procurement_force] +
                         params.village_course * positive(-policy[Lever::peasant_course]) +
                         params.village_hunger * economy.village_hunger - params.village_calm * calm;
  mood.village_unrest = approach(last.society.village_unrest, village, params.village_speed);

  const double carried = 1.0 - params.town_activity * (0.5 - last.society.mass_activity);
  const double causes = params.town_bread * positive(1.0 - economy.bread_cover_poor) + params.town_wage * behind +
                        params.town_jobs * without_work(economy) + params.town_goods * (1.0 - economy.goods_availability);
  const double town = params.town_base + causes * positive(carried) + params.town_contagion * last.society.village_unrest -
                      params.town_calm * calm;
  mood.town_unrest = approach(last.society.town_unrest, town, params.town_speed);
}

}  // namespace thermidor::society
