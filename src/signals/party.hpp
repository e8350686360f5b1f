// What the party publishes each month. Field name = name of the observed series. Written by party/publish (phase 13); read by
// economy and society in the same month's later phases or one month later.
#pragma once

#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"

namespace thermidor {

struct PartySignal {
  double party_members_and_candidates = 0;  // members and candidates
  double veteran_share = 0;                 // joined before 1917
  double worker_share = 0;                  // workers by class
  double careerist_share = 0;               // members who joined for career
  double members_expelled = 0;              // put out this month
  double members_admitted = 0;              // let in this month
  double member_fear = 0;                   // fear among members
  double debate_freedom = 0;                // freedom of inner debate
  double opposition_open = 0;               // members in open opposition
  double secretary_share_posts = 0;         // posts held by clients of the General Secretary's holder
  double strongest_share = 0;               // strength of the strongest leader over all principals'
  double ruling_seats_share = 0;            // bureau seats of the ruling bloc
  double bureau_conflict = 0;               // mean hostility among bureau members
  double slate_strength = 0;                // how far lists from above are imposed
  double machine_reach = 0;                 // share of vacancies the Secretariat fills
  double terror = 0;                        // visible sanctions inside the party
  double sanctions = 0;                     // rungs imposed this month
  double line_market = 0;                   // line of the ruling bloc: market
  double line_tempo = 0;                    // line of the ruling bloc: tempo
  double line_world = 0;                    // line of the ruling bloc: world
  double line_debate = 0;                   // line of the ruling bloc: debate
  double leader_ability = 0;                // expertise at the disposal of the rulers
  double worker_share_by_job = 0;           // workers by class who still work as such
  double former_share = 0;                  // members once in another party
  double native_share = 0;                  // titular nation among members of the republics whose natives are counted
  double purge_size = 0;                    // share of members that the last purge was to put out
  double purge_peasant_excess = 0;          // peasants' share of those put out in the last purge minus of members before it
  double committee_seats = 0;               // full members of the Committee
  double control_seats = 0;                 // members of the Control Commission
  double arbiter_active = 0;                // the arbiter is up
  double delegates = 0;                     // voting delegates of the last congress
  double members_per_delegate = 0;          // full members per delegate then
  double delegate_veterans = 0;             // share of these delegates who joined before 1917
  double delegate_officials = 0;            // share of these delegates in full-time party work
  double base_delegates = 0;                // delegates of provinces headed by opponents' men when delegates last divided
  double base_loyalty = 0;                  // share of these who voted with their heads
  double plenum_majority = 0;               // rulers' share of all votes when the Committee last divided on the line
  double congress_majority = 0;             // rulers' share of delegates when they last divided
  double cells_majority = 0;                // rulers' share of votes in the last debate in the cells
  double cells_private = 0;                 // opposition's share of the same voters if nobody feared
  double capital_workers = 0;               // opposition's share in the worker cells of the capital then
  double capital_students = 0;              // opposition's share in the student cells of the capital then
  double capital_districts = 0;             // opposition's share of the district conferences of the capital then
  double capital_conference = 0;            // opposition's share of the provincial conference of the capital then
  LeaderId leader;                          // who leads
  std::uint8_t form = 0;                    // 0 none, 1 single, 2 collective, 3 split
  std::uint8_t losers = 0;  // what becomes of losers: 0 tolerated, 1 demoted, 2 expelled, 3 destroyed or exiled abroad
  std::uint8_t coup = 0;    // rulers came by a coup

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"party_members_and_candidates", "persons", 0, 20000000.0, "H09", "members and candidates"},
          self.party_members_and_candidates);
    visit(Field{"veteran_share", "percent", 0, 100, "SF06 Q10", "joined before 1917"}, self.veteran_share);
    visit(Field{"worker_share", "percent", 0, 100, "SF04", "workers by class"}, self.worker_share);
    visit(Field{"careerist_share", "share", 0, 1, "S31", "members who joined for career"}, self.careerist_share);
    visit(Field{"members_expelled", "persons", 0, 1000000.0, "SF01", "put out this month"}, self.members_expelled);
    visit(Field{"members_admitted", "persons", 0, 1000000.0, "SF03", "let in this month"}, self.members_admitted);
    visit(Field{"member_fear", "share", 0, 1, "M063", "fear among members"}, self.member_fear);
    visit(Field{"debate_freedom", "share", 0, 1, "S35", "freedom of inner debate"}, self.debate_freedom);
    visit(Field{"opposition_open", "share", 0, 1, "S37", "members in open opposition"}, self.opposition_open);
    visit(Field{"secretary_share_posts", "share", 0, 1, "H11", "posts held by clients of the General Secretary's holder"},
          self.secretary_share_posts);
    visit(Field{"strongest_share", "share", 0, 1, "", "strength of the strongest leader over all principals'"},
          self.strongest_share);
    visit(Field{"ruling_seats_share", "share", 0, 1, "S40", "bureau seats of the ruling bloc"}, self.ruling_seats_share);
    visit(Field{"bureau_conflict", "share", 0, 1, "S64", "mean hostility among bureau members"}, self.bureau_conflict);
    visit(Field{"slate_strength", "share", 0, 1, "design part 5", "how far lists from above are imposed"}, self.slate_strength);
    visit(Field{"machine_reach", "share", 0, 1, "S42", "share of vacancies the Secretariat fills"}, self.machine_reach);
    visit(Field{"terror", "share", 0, 1, "R13", "visible sanctions inside the party"}, self.terror);
    visit(Field{"sanctions", "count", 0, 1000, "S76", "rungs imposed this month"}, self.sanctions);
    visit(Field{"line_market", "index", -1, 1, "R2", "line of the ruling bloc: market"}, self.line_market);
    visit(Field{"line_tempo", "index", -1, 1, "R2", "line of the ruling bloc: tempo"}, self.line_tempo);
    visit(Field{"line_world", "index", -1, 1, "R2", "line of the ruling bloc: world"}, self.line_world);
    visit(Field{"line_debate", "index", -1, 1, "R2", "line of the ruling bloc: debate"}, self.line_debate);
    visit(Field{"leader_ability", "share", 0, 1, "S87", "expertise at the disposal of the rulers"}, self.leader_ability);
    visit(Field{"worker_share_by_job", "percent", 0, 100, "SF08", "workers who still work as such"}, self.worker_share_by_job);
    visit(Field{"former_share", "share", 0, 1, "M062", "once in another party"}, self.former_share);
    visit(Field{"native_share", "percent", 0, 100, "SF34", "titular nation among members of the republics counted"},
          self.native_share);
    visit(Field{"purge_size", "percent", 0, 100, "SF31", "of members that the last purge was to put out"}, self.purge_size);
    visit(Field{"purge_peasant_excess", "percentage points", -100, 100, "SF02",
                "peasants among those put out over those among members"},
          self.purge_peasant_excess);
    visit(Field{"committee_seats", "persons", 0, 65535, "SF11", "full members of the Committee"}, self.committee_seats);
    visit(Field{"control_seats", "persons", 0, 65535, "SF12", "members of the Control Commission"}, self.control_seats);
    visit(Field{"arbiter_active", "flag", 0, 1, "SF30", "the arbiter is up"}, self.arbiter_active);
    visit(Field{"delegates", "persons", 0, 65535, "SF14", "delegates of the last congress"}, self.delegates);
    visit(Field{"members_per_delegate", "persons", 0, 10000000.0, "SF14", "full members per delegate"},
          self.members_per_delegate);
    visit(Field{"delegate_veterans", "percent", 0, 100, "SF07", "of them who joined before 1917"}, self.delegate_veterans);
    visit(Field{"delegate_officials", "percent", 0, 100, "SF15", "of them in full-time party work"}, self.delegate_officials);
    visit(Field{"base_delegates", "persons", 0, 65535, "SF23",
                "delegates of provinces headed by men of opponents, at the last division"},
          self.base_delegates);
    visit(Field{"base_loyalty", "percent", 0, 100, "SF23", "of these with their heads"}, self.base_loyalty);
    visit(Field{"plenum_majority", "percent", 0, 100, "SF10", "rulers among votes in the Committee"}, self.plenum_majority);
    visit(Field{"congress_majority", "percent", 0, 100, "SF10", "rulers among delegates"}, self.congress_majority);
    visit(Field{"cells_majority", "percent", 0, 100, "SF10", "rulers among votes in cells"}, self.cells_majority);
    visit(Field{"cells_private", "percent", 0, 100, "M063", "opposition if nobody feared"}, self.cells_private);
    visit(Field{"capital_workers", "percent", 0, 100, "SF21", "opposition in worker cells of the capital"},
          self.capital_workers);
    visit(Field{"capital_students", "percent", 0, 100, "SF21", "opposition in student cells of the capital"},
          self.capital_students);
    visit(Field{"capital_districts", "percent", 0, 100, "SF22", "opposition in district conferences of the capital"},
          self.capital_districts);
    visit(Field{"capital_conference", "percent", 0, 100, "SF22", "opposition in the provincial conference of the capital"},
          self.capital_conference);
    visit(Field{"leader", "id", 0, 65535, "O01-O20", "who leads"}, self.leader);
    visit(Field{"form", "enum", 0, 3, "O01-O20", "none, single, collective, split"}, self.form);
    visit(Field{"losers", "enum", 0, 3, "O01-O20", "tolerated, demoted, expelled, destroyed"}, self.losers);
    visit(Field{"coup", "flag", 0, 1, "O10 O11", "rulers came by a coup"}, self.coup);
  }
};

}  // namespace thermidor
