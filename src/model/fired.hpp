// Which acts with a trigger have been done, and when last: all that a run remembers of them.
#pragma once

#include <cstdint>
#include <vector>

#include "core/calendar.hpp"
#include "core/digest.hpp"
#include "core/fields.hpp"

namespace thermidor {

struct FiredAct {
  std::uint64_t act = 0;  // of its line, so that a fork with other acts finds its own
  Month last;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"act", "1", 0, 0, "", "digest of the act's line"}, self.act);
    visit(Field{"last", "month", 0, 0, "", "when it was done last"}, self.last);
  }
};

struct FiredActs {
  std::vector<FiredAct> list;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"list", "list", 0, 0, "", "in the order in which they were first done"}, self.list);
  }
};

// Where nothing has been done there is nothing to hash: until then a run with such acts is the run without them.
template <>
struct detail::DigestPart<FiredActs> {
  static void add(Digest& digest, const FiredActs& fired) {
    if (!fired.list.empty()) digest_value(digest, fired.list);
  }
};

}  // namespace thermidor
