// What was counted when delegates were last elected, the Committee last divided and the cells last debated. Kept for readers of
// series; no rule of the party reads it.
#pragma once

#include <cstdint>

#include "core/fields.hpp"

namespace thermidor::party {

// Voting delegates of the last congress.
struct Delegation {
  std::int64_t delegates = 0;
  std::int64_t veterans = 0;   // joined before the first revolution of 1917
  std::int64_t officials = 0;  // in full-time party work
  std::int64_t members = 0;    // full members whom they represent

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"delegates", "persons", 0, 65535, "S38", "voting delegates"}, self.delegates);
    visit(Field{"veterans", "persons", 0, 65535, "S34", "of the oldest generation"}, self.veterans);
    visit(Field{"officials", "persons", 0, 65535, "S33", "in full-time party work"}, self.officials);
    visit(Field{"members", "persons", 0, 1e7, "S38", "full members represented"}, self.members);
  }
};

struct Returns {
  Delegation delegation;
  std::int64_t base_delegates = 0;  // of provinces headed by opponents' men
  std::int64_t base_loyal = 0;      // of these for the opposition
  double plenum = 0;                // rulers' share of votes cast and withheld in the Committee
  double congress = 0;              // rulers' share of delegates
  double cells = 0;                 // rulers' share of votes in the cells
  double private_opposition = 0;    // opposition's share of the same voters without fear
  double capital_workers = 0;       // opposition's share in cells and conferences of the capital
  double capital_students = 0;
  double capital_districts = 0;
  double capital_conference = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"delegation", "struct", 0, 0, "S38", "the last congress"}, self.delegation);
    visit(Field{"base_delegates", "persons", 0, 65535, "SF23", "of provinces headed by men of opponents"}, self.base_delegates);
    visit(Field{"base_loyal", "persons", 0, 65535, "SF23", "of these for the opposition"}, self.base_loyal);
    visit(Field{"plenum", "share", 0, 1, "SF10", "rulers in the Committee"}, self.plenum);
    visit(Field{"congress", "share", 0, 1, "SF10", "rulers among delegates"}, self.congress);
    visit(Field{"cells", "share", 0, 1, "SF10", "rulers in the cells"}, self.cells);
    visit(Field{"private_opposition", "share", 0, 1, "M063", "opposition in the cells without fear"}, self.private_opposition);
    visit(Field{"capital_workers", "share", 0, 1, "SF21", "opposition in worker cells of the capital"}, self.capital_workers);
    visit(Field{"capital_students", "share", 0, 1, "SF21", "opposition in student cells of the capital"},
          self.capital_students);
    visit(Field{"capital_districts", "share", 0, 1, "SF22", "opposition in its district conferences"}, self.capital_districts);
    visit(Field{"capital_conference", "share", 0, 1, "SF22", "opposition in its provincial conference"},
          self.capital_conference);
  }
};

}  // namespace thermidor::party
