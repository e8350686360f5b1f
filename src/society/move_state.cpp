// Army, nations, press, prejudice, doctrine and visible force (S26 S42 S47 S58 S59 S72 S73 S91 S96, M076 M117 M126 M139 M157
// M186).
#include "society/mood_steps.hpp"
#include "society/society.hpp"

namespace thermidor::society {

namespace {

void move_minds(const StateParams& params, const Policy& policy, const Signals& last, Signals& now) {
  const SocietySignal& before = last.society;
  SocietySignal& mood = now.society;
  const double parties = share_of(0.5 * (1.0 + policy[Lever::other_parties]));
  const double press = params.press_base - params.press_democracy * policy[Lever::inner_democracy] -
                       params.press_parties * parties + params.press_machine * now.party.machine_reach -
                       params.press_arts * policy[Lever::arts_science];
  mood.press_control = approach(before.press_control, press, params.press_speed);
  const double lonely = before.isolation * (1.0 - before.revolution_hope);
  const double prejudice = params.prejudice_base + params.prejudice_isolation * lonely +
                           params.prejudice_scare * now.outside.war_scare -
                           params.prejudice_line * policy[Lever::world_revolution];
  mood.chauvinism = approach(before.chauvinism, prejudice, params.prejudice_speed);
  const double doctrine = params.doctrine_base + params.doctrine_press * before.press_control +
                          params.doctrine_silence * (1.0 - now.party.debate_freedom) -
                          params.doctrine_arts * policy[Lever::arts_science];
  mood.dogmatism = approach(before.dogmatism, doctrine, params.doctrine_speed);
}

}  // namespace

void move_state(const StateParams& params, const SocietyWeights& weights, const Policy& policy, const Signals& last,
                Signals& now) {
  const SocietySignal& before = last.society;
  SocietySignal& mood = now.society;
  const double loyalty = params.army_base + params.army_food * (smaller(1.2, now.economy.bread_cover) - 1.0) -
                         params.army_village * before.village_unrest - params.army_conflict * now.party.bureau_conflict +
                         params.army_arms * policy[Lever::army_modernisation] + params.army_mandate * (before.legitimacy - 0.4);
  mood.army_loyalty = approach(before.army_loyalty, loyalty, params.army_speed);

  const double offence = params.nation_base - params.nation_autonomy * policy[Lever::national_autonomy] +
                         params.nation_rigour * policy[Lever::rigour] + params.nation_chauvinism * before.chauvinism;
  mood.national_offence = approach(before.national_offence, offence, params.nation_speed);

  // Force is quick to rise and slow to be given up.
  const double force =
      weights.coercion * (params.terror_rigour * policy[Lever::rigour] + params.terror_labour * policy[Lever::forced_labour] +
                          params.terror_force * policy[Instrument::procurement_force] + params.terror_party * now.party.terror);
  const bool rising = share_of(force) > before.terror_level;
  mood.terror_level = approach(before.terror_level, force, rising ? params.terror_rise : params.terror_fall);
  move_minds(params, policy, last, now);
}

}  // namespace thermidor::society
