// Columns of organs and offices, and the parts that some of them play.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"

namespace thermidor::party {

// Organs and offices, indexed by OrganId and PostId.
struct OrganState {
  std::vector<std::uint8_t> seat;               // 2 full, 1 candidate, 0 none: organ by organ, each leader
  std::vector<std::int32_t> full;               // full members
  std::vector<std::int32_t> candidates;         // candidate members
  std::vector<Month> last_met;                  // last meeting
  std::vector<Month> due;                       // next meeting due
  std::vector<std::uint8_t> met;                // meets this month
  std::vector<std::int32_t> committee_unnamed;  // unnamed members of the Committee: clients of each leader
  std::vector<std::int32_t> control_unnamed;    // the same of the Control Commission
  std::int32_t committee_free = 0;              // unnamed members of the Committee without patron
  std::int32_t control_free = 0;                // the same of the Control Commission
  std::vector<LeaderId> holder;                 // holder of each post; invalid = vacant or unnamed
  std::vector<std::uint8_t> unnamed_holder;     // held by somebody unnamed
  std::vector<std::uint8_t> abolished;          // post no longer exists
  std::vector<PostId> order;                    // posts, the greatest first: sums and appointments run in it

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"seat", "flag", 0, 2, "design part 5", "2 full, 1 candidate, 0 none: organ by organ, each leader"}, self.seat);
    visit(Field{"full", "persons", 0, 65535, "design part 5", "full members"}, self.full);
    visit(Field{"candidates", "persons", 0, 65535, "design part 5", "candidate members"}, self.candidates);
    visit(Field{"last_met", "month", 0, 0, "design part 5", "last meeting"}, self.last_met);
    visit(Field{"due", "month", 0, 0, "design part 5", "next meeting due"}, self.due);
    visit(Field{"met", "flag", 0, 2, "design part 5", "meets this month"}, self.met);
    visit(Field{"committee_unnamed", "persons", 0, 65535, "design part 5",
                "unnamed members of the Committee: clients of each leader"},
          self.committee_unnamed);
    visit(Field{"control_unnamed", "persons", 0, 65535, "design part 5", "the same of the Control Commission"},
          self.control_unnamed);
    visit(Field{"committee_free", "persons", 0, 65535, "design part 5", "unnamed members of the Committee without patron"},
          self.committee_free);
    visit(Field{"control_free", "persons", 0, 65535, "design part 5", "the same of the Control Commission"}, self.control_free);
    visit(Field{"holder", "id", 0, 65535, "design part 5", "holder of each post; invalid = vacant or unnamed"}, self.holder);
    visit(Field{"unnamed_holder", "flag", 0, 2, "design part 5", "held by somebody unnamed"}, self.unnamed_holder);
    visit(Field{"abolished", "flag", 0, 2, "design part 5", "post no longer exists"}, self.abolished);
    visit(Field{"order", "ids", 0, 65535, "design part 5", "posts, the greatest first: sums and appointments run in it"},
          self.order);
  }
};

// The organs and posts that play a part in the rules, found by the scenario's ids.
struct RoleIds {
  OrganId chief_bureau;       // decides policy
  OrganId organising_bureau;  // assigns officials
  OrganId secretariat;        // heads the machine
  OrganId committee;          // elects the bureaux
  OrganId control;            // judges members
  OrganId congress;           // highest organ
  PostId machine_post;        // heads the machine
  PostId premier_post;        // heads the government
  ProvinceId capital;         // province of the capital

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"chief_bureau", "id", 0, 65535, "design part 5", "decides policy"}, self.chief_bureau);
    visit(Field{"organising_bureau", "id", 0, 65535, "design part 5", "assigns officials"}, self.organising_bureau);
    visit(Field{"secretariat", "id", 0, 65535, "design part 5", "heads the machine"}, self.secretariat);
    visit(Field{"committee", "id", 0, 65535, "design part 5", "elects the bureaux"}, self.committee);
    visit(Field{"control", "id", 0, 65535, "design part 5", "judges members"}, self.control);
    visit(Field{"congress", "id", 0, 65535, "design part 5", "highest organ"}, self.congress);
    visit(Field{"machine_post", "id", 0, 65535, "design part 5", "heads the machine"}, self.machine_post);
    visit(Field{"premier_post", "id", 0, 65535, "design part 5", "heads the government"}, self.premier_post);
    visit(Field{"capital", "id", 0, 65535, "design part 5", "province of the capital"}, self.capital);
  }
};

}  // namespace thermidor::party
