// How a line in four dimensions (market, tempo, world, debate) and the month's troubles become a wished value of one lever.
#pragma once

#include <string>

#include "core/fields.hpp"

namespace thermidor::party {

// Wish = base + loadings on the line + responses to trouble, clamped to the lever's range. claims.md table 5, M079-M081 M136
// M174.
struct LeverRow {
  std::string id;  // name of the lever, as in kLeverNames
  std::string title;
  double start = 0;   // decided and in force at the start
  double base = 0;    // at a line of zero without troubles
  double market = 0;  // loadings on the line
  double tempo = 0;
  double world = 0;
  double debate = 0;
  double shortage = 0;           // responses: full grain shortfall
  double unrest = 0;             // full unrest of towns and villages
  double scissors = 0;           // industrial prices at twice the farm prices of 1913
  double rebuilt = 0;            // industry rebuilt: concessions of weakness are taken back
  double scare = 0;              // fear of war
  double threat = 0;             // open opposition as strong as the rulers
  double attention = 1;          // how readily organs take it up
  double attention_trouble = 0;  // the same per unit of the troubles it answers to
  double delay = 3;              // months in which the apparatus does half of what was decided
  double slippage = 0.1;         // share of the decision that is never carried out

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "claims.md table 5", "name of the lever"}, self.id);
    visit(Field{"title", "text", 0, 0, "claims.md table 5", "name for readers"}, self.title);
    visit(Field{"start", "index", -1, 1, "claims.md table 5", "in force at the start"}, self.start);
    visit(Field{"base", "index", -1, 1, "claims.md table 5", "wish at a line of zero"}, self.base);
    visit(Field{"market", "index", -1, 1, "claims.md table 5", "loading on market"}, self.market);
    visit(Field{"tempo", "index", -1, 1, "claims.md table 5", "loading on tempo"}, self.tempo);
    visit(Field{"world", "index", -1, 1, "claims.md table 5", "loading on world revolution"}, self.world);
    visit(Field{"debate", "index", -1, 1, "claims.md table 5", "loading on inner debate"}, self.debate);
    visit(Field{"shortage", "index", -1, 1, "assumed", "response to grain shortfall"}, self.shortage);
    visit(Field{"unrest", "index", -1, 1, "assumed", "response to unrest"}, self.unrest);
    visit(Field{"scissors", "index", -1, 1, "assumed", "response to price scissors"}, self.scissors);
    visit(Field{"rebuilt", "index", -1, 1, "assumed", "response to industry rebuilt"}, self.rebuilt);
    visit(Field{"scare", "index", -1, 1, "assumed", "response to fear of war"}, self.scare);
    visit(Field{"threat", "index", -1, 1, "assumed", "response to open opposition"}, self.threat);
    visit(Field{"attention", "1", 0, 5, "assumed", "how readily it is taken up"}, self.attention);
    visit(Field{"attention_trouble", "1", 0, 5, "assumed", "the same per unit of trouble"}, self.attention_trouble);
    visit(Field{"delay", "months", 0, 48, "assumed", "half-time of carrying out"}, self.delay);
    visit(Field{"slippage", "share", 0, 0.9, "assumed", "never carried out"}, self.slippage);
  }
};

}  // namespace thermidor::party
