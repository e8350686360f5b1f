// State of the leaders' side of the party: everything that a fork copies and a digest hashes. Members have their own state.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "party/columns.hpp"
#include "party/organ_columns.hpp"
#include "party/params.hpp"
#include "party/returns.hpp"
#include "signals/policy.hpp"

namespace thermidor::party {

// All that changes in the leaders' side of the party.
struct State {
  LeaderState leaders;                           // named leaders
  MachineState machine;                          // secretaries and officials
  OrganState organs;                             // organs and offices
  RoleIds roles;                                 // who plays which part
  std::vector<LeaderId> order;                   // leaders in the order of their keys: every sum runs in it
  std::vector<double> affinity;                  // liking of each leader for each, row by row
  Position line{};                               // line of the party
  Position salience{};                           // attention to each dimension
  double shortfall = 0;                          // grain shortfall as heard
  double unrest = 0;                             // unrest as heard
  double hardship = 0;                           // what members suffer
  double scissors = 0;                           // industrial over farm prices as heard, 1 = twice those of 1913
  double rebuilt = 0;                            // industry as heard: 0 in ruins, 1 rebuilt, above 1 when it has outgrown 1913
  double ban = 0;                                // force of the ban on factions
  std::int32_t ruling = -1;                      // ruling bloc, -1 none
  std::int32_t next_bloc = 0;                    // number of the next bloc
  std::int32_t without_rulers = 0;               // months without a ruling bloc
  Month lock_until;                              // an overturn stands until
  double expected = 0;                           // majority that voters expect
  double reach = 0;                              // share of vacancies the centre fills
  double slate_strength = 0;                     // how far lists from above are imposed
  double terror = 0;                             // visible sanctions inside the party
  double open_opposition = 0;                    // members in open opposition
  double surprise = 0;                           // cells' last result against what was expected, for the opposition
  double precedents = 0;                         // sanctions so far against principals
  LeaderId arbiter;                              // who plays the arbiter
  std::uint8_t arbiter_active = 0;               // he is up
  Month arbiter_gone;                            // since when he is not
  LeaderId will_author;                          // who wrote a will
  LeaderId will_target;                          // against whom
  double will_publicity = 0;                     // how widely it becomes known
  std::uint8_t will_judged = 0;                  // it has been judged
  std::uint8_t coup = 0;                         // rulers came by a coup
  Month campaign_until;                          // campaign of transfers until
  Month postponed_until;                         // congress put off by decision until
  std::uint8_t debate_open = 0;                  // a debate is open this month
  std::uint8_t fight_called = 0;                 // a fight was opened this month
  std::uint8_t fought = 0;                       // a formal defeat was counted this month
  std::array<Month, kLeverCount> lever_moved{};  // last decision on each lever
  double punished = 0;                           // share of members punished this month for speaking openly
  std::vector<double> province_open;             // open opposition by province, after the last debate
  double death_prestige = 0;                     // prestige of the most revered leader who died this month
  std::int32_t sanctions = 0;                    // rungs imposed this month
  Returns returns;                               // last elections, divisions and debate, for series

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"leaders", "struct", 0, 0, "design part 5", "named leaders"}, self.leaders);
    visit(Field{"machine", "struct", 0, 0, "design part 5", "secretaries and officials"}, self.machine);
    visit(Field{"organs", "struct", 0, 0, "design part 5", "organs and offices"}, self.organs);
    visit(Field{"roles", "struct", 0, 0, "design part 5", "who plays which part"}, self.roles);
    visit(Field{"order", "ids", 0, 0, "design part 5", "leaders in the order of their keys: every sum runs in it"}, self.order);
    visit(Field{"affinity", "index", -1, 1, "design part 5", "liking of each leader for each, row by row"}, self.affinity);
    visit(Field{"line", "index", -1, 1, "design part 5", "line of the party"}, self.line);
    visit(Field{"salience", "1", -1e18, 1e18, "design part 5", "attention to each dimension"}, self.salience);
    visit(Field{"shortfall", "share", 0, 2, "design part 5", "grain shortfall as heard"}, self.shortfall);
    visit(Field{"unrest", "share", 0, 2, "design part 5", "unrest as heard"}, self.unrest);
    visit(Field{"hardship", "share", 0, 2, "design part 5", "what members suffer"}, self.hardship);
    visit(Field{"scissors", "1", -1e18, 1e18, "design part 5", "industrial over farm prices as heard, 1 = twice those of 1913"},
          self.scissors);
    visit(Field{"rebuilt", "share", 0, 1.5, "design part 5",
                "industry as heard: 0 in ruins, 1 rebuilt, above 1 when it has outgrown 1913"},
          self.rebuilt);
    visit(Field{"ban", "share", 0, 2, "design part 5", "force of the ban on factions"}, self.ban);
    visit(Field{"ruling", "number", -1e18, 1e18, "design part 5", "ruling bloc, -1 none"}, self.ruling);
    visit(Field{"next_bloc", "number", -1e18, 1e18, "design part 5", "number of the next bloc"}, self.next_bloc);
    visit(Field{"without_rulers", "months", -1e18, 1e18, "design part 5", "months without a ruling bloc"}, self.without_rulers);
    visit(Field{"lock_until", "month", 0, 0, "design part 5", "an overturn stands until"}, self.lock_until);
    visit(Field{"expected", "share", 0, 2, "design part 5", "majority that voters expect"}, self.expected);
    visit(Field{"reach", "share", 0, 2, "design part 5", "share of vacancies the centre fills"}, self.reach);
    visit(Field{"slate_strength", "share", 0, 2, "design part 5", "how far lists from above are imposed"}, self.slate_strength);
    visit(Field{"terror", "share", 0, 2, "design part 5", "visible sanctions inside the party"}, self.terror);
    visit(Field{"open_opposition", "share", 0, 2, "design part 5", "members in open opposition"}, self.open_opposition);
    visit(Field{"surprise", "share", 0, 2, "design part 5", "cells' last result against what was expected, for the opposition"},
          self.surprise);
    visit(Field{"precedents", "count", -1e18, 1e18, "design part 5", "sanctions so far against principals"}, self.precedents);
    visit(Field{"arbiter", "id", 0, 65535, "design part 5", "who plays the arbiter"}, self.arbiter);
    visit(Field{"arbiter_active", "flag", 0, 2, "design part 5", "he is up"}, self.arbiter_active);
    visit(Field{"arbiter_gone", "month", 0, 0, "design part 5", "since when he is not"}, self.arbiter_gone);
    visit(Field{"will_author", "id", 0, 65535, "design part 5", "who wrote a will"}, self.will_author);
    visit(Field{"will_target", "id", 0, 65535, "design part 5", "against whom"}, self.will_target);
    visit(Field{"will_publicity", "1", -1e18, 1e18, "design part 5", "how widely it becomes known"}, self.will_publicity);
    visit(Field{"will_judged", "flag", 0, 2, "design part 5", "it has been judged"}, self.will_judged);
    visit(Field{"coup", "flag", 0, 2, "design part 5", "rulers came by a coup"}, self.coup);
    visit(Field{"campaign_until", "month", 0, 0, "design part 5", "campaign of transfers until"}, self.campaign_until);
    visit(Field{"postponed_until", "month", 0, 0, "design part 5", "congress put off by decision until"}, self.postponed_until);
    visit(Field{"debate_open", "flag", 0, 2, "design part 5", "a debate is open this month"}, self.debate_open);
    visit(Field{"fight_called", "flag", 0, 2, "design part 5", "a fight was opened this month"}, self.fight_called);
    visit(Field{"fought", "flag", 0, 2, "design part 5", "a formal defeat was counted this month"}, self.fought);
    visit(Field{"lever_moved", "month", 0, 0, "design part 5", "last decision on each lever"}, self.lever_moved);
    visit(Field{"punished", "share", 0, 2, "design part 5", "share of members punished this month"}, self.punished);
    visit(Field{"province_open", "share", 0, 2, "design part 5", "open opposition by province"}, self.province_open);
    visit(Field{"death_prestige", "share", 0, 2, "design part 5", "of the most revered who died this month"},
          self.death_prestige);
    visit(Field{"sanctions", "count", -1e18, 1e18, "design part 5", "rungs imposed this month"}, self.sanctions);
    visit(Field{"returns", "struct", 0, 0, "design part 5", "last elections, divisions and debate"}, self.returns);
  }
};

// Where traits and ties come from at the start.
enum class TraitPreset : std::uint8_t {
  as_given,  // the table's values
  prior,     // drawn around them with the row's own spread, and ties likewise
  permuted,  // whole sets of traits change hands among the leaders of the chief bureau and their like
  neutral,   // everybody has the mean
};

// Traits that an act may set; each clamps to its range.
enum class Trait : std::uint8_t {
  market,
  tempo,
  world,
  debate,
  prestige,
  ambition,
  caution,
  principle,
  ego,
  oratory,
  organising,
  frailty,
  rudeness,
  ability,
  army,
  abroad
};
inline constexpr std::size_t kTraitCount = 16;
inline constexpr std::array<const char*, kTraitCount> kTraitNames = {
    "market", "tempo",   "world",      "debate",  "prestige", "ambition", "caution", "principle",
    "ego",    "oratory", "organising", "frailty", "rudeness", "ability",  "army",    "abroad"};

// The start of a run. `start` is the first month.
State make_state(const Params& params, std::uint64_t seed, TraitPreset preset, Month start);

// Sets one trait of one leader, as an act does.
void set_trait(State& state, LeaderId leader, Trait trait, double value);

// Sets the liking of one leader for another.
void set_affinity(State& state, LeaderId from, LeaderId to, double value);

}  // namespace thermidor::party
