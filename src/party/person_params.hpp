// Parameters of members one by one (docs/model/submodels/members.md): what of a person decides who of a stratum goes where.
// How many go is the strata's; these only say whom it hits. Values come from parameters/members.toml.
#pragma once

#include "core/fields.hpp"

namespace thermidor::party {

struct PersonParams {
  double views = 0.7;              // weight of the views on policy in what he thinks of an opposition; the rest is temper
  double fear_punished = 0.5;      // fear added by each punishment for speaking openly, relative to his cell's
  double promote_convinced = 0.6;  // chance to leave the bench for an office, relative to careerists
  double promote_spoke = 0.3;      // the same of those who have spoken against the rulers, relative to others
  double purge_spoke = 3;          // odds to be purged of those who have spoken
  double expel_spoke = 50;         // odds that who is expelled for following an opposition has spoken in a cell
  double leave_spoke = 1.5;        // odds to leave of themselves

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"views", "share", 0, 1, "assumed", "weight of views on policy in dissent"}, self.views);
    visit(Field{"fear_punished", "ratio", 0, 10, "M063", "fear added by each punishment"}, self.fear_punished);
    visit(Field{"promote_convinced", "ratio", 0, 1, "M060", "chance of promotion of the convinced"}, self.promote_convinced);
    visit(Field{"promote_spoke", "ratio", 0, 1, "S33", "chance of promotion of who spoke"}, self.promote_spoke);
    visit(Field{"purge_spoke", "ratio", 0, 100, "M162", "odds to be purged of who spoke"}, self.purge_spoke);
    visit(Field{"expel_spoke", "ratio", 0, 1000, "M147", "odds to be expelled of who spoke"}, self.expel_spoke);
    visit(Field{"leave_spoke", "ratio", 0, 10, "assumed", "odds to leave of who spoke"}, self.leave_spoke);
  }
};

}  // namespace thermidor::party
