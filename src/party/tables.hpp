// Rows of the scenario's party tables: leaders, posts, organs, provinces, ties. Constant after loading.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"

namespace thermidor::party {

// One named leader as of the start. Traits in [0,1] unless noted; each bears source and status in the table.
struct LeaderRow {
  std::string id;
  std::string title;           // name for readers
  std::int32_t born = 1880;    // year
  std::int32_t joined = 1905;  // year of joining the party
  std::string former;          // "menshevik", "left_communist", ... empty if none
  std::string nation;          // nationality, for framing and national questions
  ProvinceId base;             // province in which he has roots, if any
  double market = 0;           // ideal points, -1..1: private market
  double tempo = 0;            // industrial tempo and plan
  double world = 0;            // world revolution against one country
  double debate = 0;           // inner-party debate
  double prestige = 0.4;       // 0-1.5 standing in the party, March 1921
  double ambition = 0.5;
  double caution = 0.5;
  double principle = 0.5;
  double ego = 0.5;
  double oratory = 0.5;
  double organising = 0.5;
  double frailty = 0.2;  // health hazard relative to age
  double rudeness = 0.3;
  double ability = 0.5;       // in running what he heads
  double army = 0;            // standing in the army
  double abroad = 0;          // standing in parties abroad
  double uncertainty = 0.12;  // sd of the prior from which an ensemble draws his traits
  std::string reason;         // why these values; evidence before March 1921, or "hindsight: ..."

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "party_figures", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "party_figures", "name for readers"}, self.title);
    visit(Field{"born", "year", 1, 2100, "party_figures", "year of birth"}, self.born);
    visit(Field{"joined", "year", 1, 2100, "party_figures", "year of joining"}, self.joined);
    visit(Field{"former", "text", 0, 0, "party_figures", "former party or faction"}, self.former);
    visit(Field{"nation", "text", 0, 0, "party_figures", "nationality"}, self.nation);
    visit(Field{"base", "id", 0, 65535, "party_figures", "home province"}, self.base);
    visit(Field{"market", "index", -1, 1, "claims.md 4-5", "ideal: private market"}, self.market);
    visit(Field{"tempo", "index", -1, 1, "claims.md 4-5", "ideal: tempo and plan"}, self.tempo);
    visit(Field{"world", "index", -1, 1, "claims.md 4-5", "ideal: world revolution"}, self.world);
    visit(Field{"debate", "index", -1, 1, "claims.md 4-5", "ideal: inner debate"}, self.debate);
    visit(Field{"prestige", "share", 0, 1.5, "X Congress ballots", "standing"}, self.prestige);
    visit(Field{"ambition", "share", 0, 1, "claims.md 4", "wish for first place"}, self.ambition);
    visit(Field{"caution", "share", 0, 1, "claims.md 4", "weight of loss"}, self.caution);
    visit(Field{"principle", "share", 0, 1, "claims.md 4", "weight of policy and honour"}, self.principle);
    visit(Field{"ego", "share", 0, 1, "claims.md 4", "overestimates himself"}, self.ego);
    visit(Field{"oratory", "share", 0, 1, "claims.md 4", "effect in debates"}, self.oratory);
    visit(Field{"organising", "share", 0, 1, "claims.md 4", "use of appointments"}, self.organising);
    visit(Field{"frailty", "share", 0, 1, "party_figures", "health hazard"}, self.frailty);
    visit(Field{"rudeness", "share", 0, 1, "claims.md 4", "makes enemies in office"}, self.rudeness);
    visit(Field{"ability", "share", 0, 1, "claims.md 4", "in running what he heads"}, self.ability);
    visit(Field{"army", "share", 0, 1, "party_figures", "standing in the army"}, self.army);
    visit(Field{"abroad", "share", 0, 1, "party_figures", "standing in parties abroad"}, self.abroad);
    visit(Field{"uncertainty", "sd", 0, 0.5, "assumed", "sd of the trait prior"}, self.uncertainty);
    visit(Field{"reason", "text", 0, 0, "", "why these values"}, self.reason);
  }
};

// One office: what it is worth, what it gives, who holds it at the start.
struct PostRow {
  std::string id;
  std::string title;
  double value = 0.3;   // strength it gives its holder, 0-1
  LeaderId holder;      // at the start; invalid = vacant or unnamed
  ProvinceId province;  // if it is the head of a provincial organisation
  OrganId organ;        // organ that fills it
  std::string domain;   // "party", "government", "army", "police", "international", "press", "unions", "economy", "province"
  Month exists_from;    // first month in which it exists
  // What the office makes its holder want, on the four dimensions of policy; 0 = nothing.
  double wants_market = 0;
  double wants_tempo = 0;
  double wants_world = 0;
  double wants_debate = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "party_figure_posts", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "party_figure_posts", "name for readers"}, self.title);
    visit(Field{"value", "share", 0, 1, "assumed", "strength it gives"}, self.value);
    visit(Field{"holder", "id", 0, 65535, "party_figure_posts", "holder at the start"}, self.holder);
    visit(Field{"province", "id", 0, 65535, "", "province it heads"}, self.province);
    visit(Field{"organ", "id", 0, 65535, "", "organ that fills it"}, self.organ);
    visit(Field{"domain", "text", 0, 0, "", "kind of office"}, self.domain);
    visit(Field{"exists_from", "month", 0, 0, "", "first month"}, self.exists_from);
    visit(Field{"wants_market", "index", -1, 1, "assumed", "what it makes its holder want: market"}, self.wants_market);
    visit(Field{"wants_tempo", "index", -1, 1, "assumed", "the same: tempo"}, self.wants_tempo);
    visit(Field{"wants_world", "index", -1, 1, "assumed", "the same: world revolution"}, self.wants_world);
    visit(Field{"wants_debate", "index", -1, 1, "assumed", "the same: debate"}, self.wants_debate);
  }
};

// One organ as data: who elects it, how large it is, how it votes, how often it meets, what it may decide.
struct OrganRow {
  std::string id;  // the scenario's own; which parts it plays is said by Roles
  std::string title;
  OrganId electors;       // organ that elects it; invalid for the provinces' delegates
  std::int32_t full = 0;  // full members at the start
  std::int32_t candidates = 0;
  double quorum = 0.5;
  double majority = 0.5;          // share of votes cast needed
  std::int32_t open_ballot = 1;   // 1 open, 0 secret
  std::int32_t meets_every = 1;   // months
  std::int32_t may_postpone = 0;  // months by which it (or its head) may put the meeting off
  std::string decides;            // space separated: levers, posts, "sanction", "admission"
  std::vector<LeaderId> members;  // named full members at the start
  std::vector<LeaderId> candidate_members;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "party_rules", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "party_rules", "name for readers"}, self.title);
    visit(Field{"electors", "id", 0, 65535, "party_rules", "who elects it"}, self.electors);
    visit(Field{"full", "persons", 0, 3000, "party_cc_size", "full members"}, self.full);
    visit(Field{"candidates", "persons", 0, 1000, "party_cc_size", "candidate members"}, self.candidates);
    visit(Field{"quorum", "share", 0, 1, "party_rules", "share that must attend"}, self.quorum);
    visit(Field{"majority", "share", 0, 1, "party_rules", "share needed"}, self.majority);
    visit(Field{"open_ballot", "flag", 0, 1, "party_rules", "open or secret"}, self.open_ballot);
    visit(Field{"meets_every", "months", 0, 60, "party_rules", "months between meetings"}, self.meets_every);
    visit(Field{"may_postpone", "months", 0, 60, "party_rules", "how long it may be put off"}, self.may_postpone);
    visit(Field{"decides", "text", 0, 0, "party_rules", "what it may decide"}, self.decides);
    visit(Field{"members", "ids", 0, 65535, "party_organs_composition", "named full members"}, self.members);
    visit(Field{"candidate_members", "ids", 0, 65535, "party_organs_composition", "named candidates"}, self.candidate_members);
  }
};

// One provincial party organisation and its secretary.
struct ProvinceRow {
  std::string id;
  std::string title;
  RegionId region;        // economic region it lies in
  double members = 5000;  // members and candidates, March 1921
  double workers = 0.4;   // worker share by class
  double peasants = 0.3;
  double students = 0.02;      // share in institutes and the apparatus of capitals
  double army = 0.1;           // share in army cells
  double natives = 0;          // titular nation among members, 0 where it is not counted
  double natives_town = 0;     // and among those from whom towns' members come
  double natives_village = 0;  // and villages'
  LeaderId secretary;          // named secretary at the start, if any
  LeaderId patron;             // leader to whom the secretary is tied at the start, if known

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "party_territorial_leaders", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "party_territorial_leaders", "name for readers"}, self.title);
    visit(Field{"region", "id", 0, 65535, "", "economic region"}, self.region);
    visit(Field{"members", "persons", 0, 200000, "party_regional_membership", "members"}, self.members);
    visit(Field{"workers", "share", 0, 1, "party_class_composition", "workers by class"}, self.workers);
    visit(Field{"peasants", "share", 0, 1, "party_class_composition", "peasants by class"}, self.peasants);
    visit(Field{"students", "share", 0, 1, "assumed", "students and officials"}, self.students);
    visit(Field{"army", "share", 0, 1, "assumed", "in army cells"}, self.army);
    visit(Field{"natives", "share", 0, 1, "party_regional_membership", "titular nation among members"}, self.natives);
    visit(Field{"natives_town", "share", 0, 1, "Liber 1992", "titular nation in towns"}, self.natives_town);
    visit(Field{"natives_village", "share", 0, 1, "Liber 1992", "titular nation in villages"}, self.natives_village);
    visit(Field{"secretary", "id", 0, 65535, "party_territorial_leaders", "named secretary"}, self.secretary);
    visit(Field{"patron", "id", 0, 65535, "party_territorial_leaders", "his patron"}, self.patron);
  }
};

// Affinity between two leaders at the start, symmetric unless both directions are given.
struct TieRow {
  std::string id;  // "from-to"
  LeaderId from;
  LeaderId to;
  double affinity = 0.12;  // -1..1
  std::string reason;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "", "key"}, self.id);
    visit(Field{"from", "id", 0, 65535, "", "who"}, self.from);
    visit(Field{"to", "id", 0, 65535, "", "towards whom"}, self.to);
    visit(Field{"affinity", "index", -1, 1, "party_alignments", "liking and trust"}, self.affinity);
    visit(Field{"reason", "text", 0, 0, "", "evidence"}, self.reason);
  }
};

}  // namespace thermidor::party
