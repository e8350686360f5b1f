// Shipped opening levels and a plain economy for tests of society.
#pragma once

#include "society/society.hpp"

namespace thermidor::society {

inline Params society_params() {
  Params params;
  SocietySignal& open = params.opening;
  open.town_unrest = 0.45, open.village_unrest = 0.6, open.mass_activity = 0.2, open.legitimacy = 0.3;
  open.isolation = 0.75, open.revolution_hope = 0.55, open.international_dominance = 0.45, open.arms_cooperation = 0.1;
  open.army_loyalty = 0.65, open.national_offence = 0.35, open.press_control = 0.6, open.chauvinism = 0.25;
  open.dogmatism = 0.4, open.terror_level = 0.5;
  return params;
}

// An economy at rest: everybody fed and paid as before the war.
inline Signals quiet_signals() {
  Signals now;
  EconomySignal& economy = now.economy;
  economy.bread_cover = economy.bread_cover_poor = 1.1;
  economy.real_wage_index = 80;
  economy.workers_and_employees = 9;
  economy.unemployed = 0.8;
  economy.goods_availability = 0.9;
  economy.gdp_per_capita_index = 80;
  economy.heavy_industry_index = 70;
  economy.village_grievance = 0.2;
  now.party.debate_freedom = 0.4;
  now.party.machine_reach = 0.4;
  now.party.bureau_conflict = 0.1;
  return now;
}

inline Policy ordinary_policy() {
  Policy policy;
  const auto set = [&](Lever lever, double value) {
    policy.decided[static_cast<std::size_t>(lever)] = policy.in_force[static_cast<std::size_t>(lever)] = value;
  };
  set(Lever::other_parties, -1);
  set(Lever::legal_factions, -1);
  set(Lever::rigour, 0.3);
  set(Lever::army_modernisation, 0.5);
  return policy;
}

inline double& in_force(Policy& policy, Lever lever) { return policy.in_force[static_cast<std::size_t>(lever)]; }

}  // namespace thermidor::society
