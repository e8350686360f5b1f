// State of society. The levels live in the published signal; what is remembered besides lives here.
#pragma once

#include <cstdint>

#include "core/fields.hpp"
#include "society/outside.hpp"

namespace thermidor::society {

struct State {
  Outside outside;
  double wage_norm = 0;            // pay that workers are used to, 1913 = 100; 0 before the first month
  double strain = 0;               // hunger and unrest against what holds the regime
  std::int32_t plural_months = 0;  // other parties legal for so long
  double collapsed = 0;
  double split = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"outside", "struct", 0, 0, "", "the outside world"}, self.outside);
    visit(Field{"wage_norm", "1913=100", 0, 500, "S18", "pay that workers are used to"}, self.wage_norm);
    visit(Field{"strain", "share", -5, 5, "O15", "strain on the regime"}, self.strain);
    visit(Field{"plural_months", "months", 0, 9999, "O13", "other parties legal"}, self.plural_months);
    visit(Field{"collapsed", "flag", 0, 1, "O15", "the rulers fell"}, self.collapsed);
    visit(Field{"split", "flag", 0, 1, "O12", "the party split"}, self.split);
  }
};

}  // namespace thermidor::society
