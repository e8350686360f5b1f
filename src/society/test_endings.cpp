// Ends of the regime that no leader decides (O10 O12 O13 O15 O19; M020 M038 M055 M065).
#include "society/mood_steps.hpp"
#include "society/society.hpp"

namespace thermidor::society {

namespace {

// Hunger and unrest against army, mandate and force.
double strain_now(const CollapseParams& params, const Signals& now) {
  return params.town_hunger * positive(1.0 - now.economy.bread_cover_poor) +
         params.village_hunger * now.economy.village_hunger + params.town_unrest * now.society.town_unrest +
         params.village_unrest * now.society.village_unrest + params.conflict * now.party.bureau_conflict -
         params.loyalty * (now.society.army_loyalty - 0.5) - params.legitimacy * now.society.legitimacy -
         params.force * now.society.terror_level;
}

}  // namespace

void test_endings(const Params& params, const Policy& policy, std::uint64_t seed, Month month, Signals& now, State& society,
                  Records& records) {
  const CollapseParams& collapse = params.collapse;
  SocietySignal& mood = now.society;
  society.strain += collapse.strain_speed * (strain_now(collapse, now) - society.strain);
  mood.collapse_hazard = collapse.hazard * logistic(collapse.steepness * (society.strain - collapse.threshold));
  Random fall({seed, make_stream("society.collapse"), month, 0});
  if (society.collapsed == 0 && fall.chance(mood.collapse_hazard)) {
    society.collapsed = 1;
    records.events.push_back(
        {month, "collapse", "Hunger and unrest bring the rulers down.", {}, {}, 1.0, "M020 M038 M065 O15"});
  }
  mood.collapse = society.collapsed;
  mood.army_pressure = share_of((1.0 - mood.army_loyalty) * (mood.town_unrest + now.party.bureau_conflict));

  const bool legal = policy[Lever::other_parties] >= collapse.plural_level;
  society.plural_months = legal ? society.plural_months + 1 : 0;
  mood.plural = society.plural_months >= collapse.plural_months ? 1.0 : 0.0;

  // A party splits when many oppose openly and may leave for another.
  const double freedom =
      share_of(0.5 * (1.0 + policy[Lever::legal_factions])) * share_of(0.5 * (1.0 + policy[Lever::other_parties]));
  const double open = positive(now.party.opposition_open - collapse.split_share) / larger(0.05, 1.0 - collapse.split_share);
  Random split({seed, make_stream("society.split"), month, 0});
  if (society.split == 0 && split.chance(collapse.split * freedom * share_of(open))) {
    society.split = 1;
    records.events.push_back({month, "party_split", "The party splits in two.", {}, {}, 1.0, "O12 M055"});
  }
  mood.party_split = society.split;
}

}  // namespace thermidor::society
