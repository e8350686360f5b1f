// All parameters of society. Values come from parameters/society.toml and the tables named like the vectors.
#pragma once

#include <string>
#include <vector>

#include "core/fields.hpp"
#include "signals/society.hpp"
#include "society/mood_params.hpp"
#include "society/outside_params.hpp"
#include "society/state_params.hpp"

namespace thermidor::society {

// An ending is read off published series; `when` is an expression over their names and over leads("id"), rung("id"),
// seat("id").
struct EndingRow {
  std::string id;
  std::string title;
  std::string when;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "claims.md O01-O20", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "claims.md O01-O20", "name for readers"}, self.title);
    visit(Field{"when", "text", 0, 0, "claims.md O01-O20", "condition"}, self.when);
  }
};

struct Params {
  SocietySignal opening;  // levels on the first day
  UnrestParams unrest;
  MandateParams mandate;
  StandingParams standing;
  StateParams state;
  CollapseParams collapse;
  OutsideParams outside;
  std::vector<EndingRow> endings;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"opening", "struct", 0, 0, "", "levels on the first day"}, self.opening);
    visit(Field{"unrest", "struct", 0, 0, "", "unrest"}, self.unrest);
    visit(Field{"mandate", "struct", 0, 0, "", "activity and mandate"}, self.mandate);
    visit(Field{"standing", "struct", 0, 0, "", "standing abroad"}, self.standing);
    visit(Field{"state", "struct", 0, 0, "", "army, nations, press, doctrine, force"}, self.state);
    visit(Field{"collapse", "struct", 0, 0, "", "ends of the regime"}, self.collapse);
    visit(Field{"outside", "struct", 0, 0, "", "the outside world"}, self.outside);
    visit(Field{"endings", "rows", 0, 0, "", "endings"}, self.endings);
  }
};

}  // namespace thermidor::society
