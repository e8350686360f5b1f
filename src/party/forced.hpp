// Decisions that an act forces on leaders and organs this month, already resolved against the scenario. The same for the
// chronicle and for counterfactuals. The party's processes carry them out and report how probable the model held each
// (Records::forced).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "signals/policy.hpp"

namespace thermidor::party {

enum class ForcedKind : std::uint8_t {
  decide_lever,  // organ decides lever = value
  appoint,       // leaders[0] gets post (invalid leader: someone unnamed)
  vacate,        // post falls vacant
  elect,         // leaders[0] becomes full (value 2) or candidate (value 1) member of organ
  drop,          // leaders[0] leaves organ
  ally,          // leaders form one bloc (whoever is in another leaves it)
  leave,         // leaders[0] leaves his bloc
  attack,        // leaders[0] attacks leaders[1] in public
  defeat,        // leaders (value = share against them) lose a formal vote in organ
  sanction,      // leaders[0] is put on rung value
  capitulate,    // leaders[0] recants
  readmit,       // leaders[0] returns to the party (rung 3 or below)
  convene,       // organ meets this month
  postpone,      // organ puts its meeting off until value months from now
  will,          // leaders[0] writes a will against leaders[1]; value = publicity
  absent,        // leaders[0] is away for value months
  forbid,        // leaders[0] may not do what `text` names ("ally", "attack", "coup", "recant") for value months
  resize,        // organ gets value full members
  seize,         // leaders[0] seizes power
};

struct Forced {
  ForcedKind kind = ForcedKind::decide_lever;
  std::vector<LeaderId> leaders;
  PostId post;
  OrganId organ;
  Lever lever = Lever::private_trade;
  double value = 0;
  std::string text;  // the act in one line, for reports

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"kind", "enum", 0, 18, "design part 7", "what is forced"}, self.kind);
    visit(Field{"leaders", "ids", 0, 65535, "", "who"}, self.leaders);
    visit(Field{"post", "id", 0, 65535, "", "post"}, self.post);
    visit(Field{"organ", "id", 0, 65535, "", "organ"}, self.organ);
    visit(Field{"lever", "enum", 0, kLeverCount - 1.0, "", "lever"}, self.lever);
    visit(Field{"value", "mixed", -1e18, 1e18, "", "value"}, self.value);
    visit(Field{"text", "text", 0, 0, "", "the act in one line"}, self.text);
  }
};

}  // namespace thermidor::party
