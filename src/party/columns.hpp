// Columns of the leaders, the machine and the organs. Plain data; no process lives here.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"

namespace thermidor::party {

// A point in the four dimensions of policy: market, tempo, world, debate; each -1..1.
inline constexpr std::size_t kMarket = 0, kTempo = 1, kWorld = 2, kDebate = 3, kDimensions = 4;
using Position = std::array<double, kDimensions>;

// Named leaders: one column per property, indexed by LeaderId.
struct LeaderState {
  std::vector<std::uint64_t> key;       // hash of the string id: draws do not depend on the order of rows
  std::vector<Position> ideal;          // ideal points: market, tempo, world, debate
  std::vector<double> prestige;         // standing now
  std::vector<double> prestige_first;   // standing at the start
  std::vector<double> ambition;         // wish for first place
  std::vector<double> caution;          // weight of loss
  std::vector<double> principle;        // weight of policy and honour
  std::vector<double> ego;              // overestimates himself
  std::vector<double> oratory;          // effect in debates
  std::vector<double> organising;       // use of appointments
  std::vector<double> frailty;          // health hazard relative to age
  std::vector<double> rudeness;         // makes enemies in office
  std::vector<double> ability;          // in running what he heads
  std::vector<double> army;             // standing in the army
  std::vector<double> abroad;           // standing in parties abroad
  std::vector<std::uint8_t> alive;      // alive
  std::vector<Month> absent_until;      // ill or away before this month
  std::vector<double> lost;             // activity lost while absent
  std::vector<std::int32_t> bloc;       // bloc, -1 none
  std::vector<std::int32_t> rung;       // on the ladder of sanctions, 0-7
  std::vector<double> offence;          // live offences
  std::vector<Month> last_rung;         // last sanction
  std::vector<Month> first_defeat;      // first formal defeat; 0 never
  std::vector<Month> last_defeat;       // last formal defeat
  std::vector<Month> recanted;          // recantation; 0 never
  std::vector<Month> fight_until;       // fights openly before this month
  std::vector<Month> attacked;          // last attacked
  std::vector<Month> driven_out;        // last driven out of a bloc or broke with rulers; 0 never
  std::vector<double> following;        // following among members
  std::vector<double> clients;          // share of the apparatus held by his clients
  std::vector<double> strength;         // own strength
  std::vector<double> holding;          // strength with followers
  std::vector<std::uint8_t> principal;  // bargains himself
  std::vector<LeaderId> follows;        // principal whom he follows
  std::vector<Month> no_ally;           // may not form blocs before this month
  std::vector<Month> no_attack;         // may not attack before this month
  std::vector<Month> no_coup;           // may not conspire before this month
  std::vector<Month> no_recant;         // does not recant before this month

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"key", "1", -1e18, 1e18, "design part 5", "hash of the string id: draws do not depend on the order of rows"},
          self.key);
    visit(Field{"ideal", "index", -1, 1, "design part 5", "ideal points: market, tempo, world, debate"}, self.ideal);
    visit(Field{"prestige", "share", 0, 2, "design part 5", "standing now"}, self.prestige);
    visit(Field{"prestige_first", "share", 0, 2, "design part 5", "standing at the start"}, self.prestige_first);
    visit(Field{"ambition", "share", 0, 2, "design part 5", "wish for first place"}, self.ambition);
    visit(Field{"caution", "share", 0, 2, "design part 5", "weight of loss"}, self.caution);
    visit(Field{"principle", "share", 0, 2, "design part 5", "weight of policy and honour"}, self.principle);
    visit(Field{"ego", "share", 0, 2, "design part 5", "overestimates himself"}, self.ego);
    visit(Field{"oratory", "share", 0, 2, "design part 5", "effect in debates"}, self.oratory);
    visit(Field{"organising", "share", 0, 2, "design part 5", "use of appointments"}, self.organising);
    visit(Field{"frailty", "share", 0, 2, "design part 5", "health hazard relative to age"}, self.frailty);
    visit(Field{"rudeness", "share", 0, 2, "design part 5", "makes enemies in office"}, self.rudeness);
    visit(Field{"ability", "share", 0, 2, "design part 5", "in running what he heads"}, self.ability);
    visit(Field{"army", "share", 0, 2, "design part 5", "standing in the army"}, self.army);
    visit(Field{"abroad", "share", 0, 2, "design part 5", "standing in parties abroad"}, self.abroad);
    visit(Field{"alive", "flag", 0, 2, "design part 5", "alive"}, self.alive);
    visit(Field{"absent_until", "month", 0, 0, "design part 5", "ill or away before this month"}, self.absent_until);
    visit(Field{"lost", "share", 0, 2, "design part 5", "activity lost while absent"}, self.lost);
    visit(Field{"bloc", "number", -1e18, 1e18, "design part 5", "bloc, -1 none"}, self.bloc);
    visit(Field{"rung", "rung", 0, 7, "design part 5", "on the ladder of sanctions, 0-7"}, self.rung);
    visit(Field{"offence", "1", -1e18, 1e18, "design part 5", "live offences"}, self.offence);
    visit(Field{"last_rung", "month", 0, 0, "design part 5", "last sanction"}, self.last_rung);
    visit(Field{"first_defeat", "month", 0, 0, "design part 5", "first formal defeat; 0 never"}, self.first_defeat);
    visit(Field{"last_defeat", "month", 0, 0, "design part 5", "last formal defeat"}, self.last_defeat);
    visit(Field{"recanted", "month", 0, 0, "design part 5", "recantation; 0 never"}, self.recanted);
    visit(Field{"fight_until", "month", 0, 0, "design part 5", "fights openly before this month"}, self.fight_until);
    visit(Field{"attacked", "month", 0, 0, "design part 5", "last attacked"}, self.attacked);
    visit(Field{"driven_out", "month", 0, 0, "design part 5", "last driven out of a bloc or broke with rulers; 0 never"},
          self.driven_out);
    visit(Field{"following", "share", 0, 2, "design part 5", "following among members"}, self.following);
    visit(Field{"clients", "share", 0, 2, "design part 5", "share of the apparatus held by his clients"}, self.clients);
    visit(Field{"strength", "1", -1e18, 1e18, "design part 5", "own strength"}, self.strength);
    visit(Field{"holding", "1", -1e18, 1e18, "design part 5", "strength with followers"}, self.holding);
    visit(Field{"principal", "flag", 0, 2, "design part 5", "bargains himself"}, self.principal);
    visit(Field{"follows", "id", 0, 65535, "design part 5", "principal whom he follows"}, self.follows);
    visit(Field{"no_ally", "month", 0, 0, "design part 5", "may not form blocs before this month"}, self.no_ally);
    visit(Field{"no_attack", "month", 0, 0, "design part 5", "may not attack before this month"}, self.no_attack);
    visit(Field{"no_coup", "month", 0, 0, "design part 5", "may not conspire before this month"}, self.no_coup);
    visit(Field{"no_recant", "month", 0, 0, "design part 5", "does not recant before this month"}, self.no_recant);
  }
};

// Provincial secretaries and unnamed officials, indexed by ProvinceId.
struct MachineState {
  std::vector<std::uint64_t> key;       // hash of the province's string id
  std::vector<ProvinceId> order;        // provinces by id: every sum runs in it
  std::vector<double> weight;           // share of the apparatus
  std::vector<LeaderId> patron;         // leader whose client the secretary is
  std::vector<double> loyalty;          // loyalty to him
  std::vector<Position> ideal;          // the secretary's own views
  std::vector<double> principle;        // the secretary's principle
  std::vector<LeaderId> named;          // if a named leader is secretary
  std::vector<Month> since;             // in office since
  std::vector<std::uint8_t> seat;       // sits in the Committee
  std::vector<std::int32_t> officials;  // unnamed officials
  std::vector<std::uint16_t> clients;   // of these clients of each leader, province by province

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"key", "1", -1e18, 1e18, "design part 5", "hash of the province's string id"}, self.key);
    visit(Field{"order", "ids", 0, 65535, "design part 5", "provinces by id: every sum runs in it"}, self.order);
    visit(Field{"weight", "share", 0, 2, "design part 5", "share of the apparatus"}, self.weight);
    visit(Field{"patron", "id", 0, 65535, "design part 5", "leader whose client the secretary is"}, self.patron);
    visit(Field{"loyalty", "share", 0, 2, "design part 5", "loyalty to him"}, self.loyalty);
    visit(Field{"ideal", "index", -1, 1, "design part 5", "the secretary's own views"}, self.ideal);
    visit(Field{"principle", "share", 0, 2, "design part 5", "the secretary's principle"}, self.principle);
    visit(Field{"named", "id", 0, 65535, "design part 5", "if a named leader is secretary"}, self.named);
    visit(Field{"since", "month", 0, 0, "design part 5", "in office since"}, self.since);
    visit(Field{"seat", "flag", 0, 2, "design part 5", "sits in the Committee"}, self.seat);
    visit(Field{"officials", "persons", 0, 65535, "design part 5", "unnamed officials"}, self.officials);
    visit(Field{"clients", "persons", 0, 65535, "design part 5", "of these clients of each leader, province by province"},
          self.clients);
  }
};

}  // namespace thermidor::party
