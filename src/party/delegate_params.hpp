// Parameters of who is sent to a congress. Values come from parameters/members.toml.
#pragma once

#include "core/fields.hpp"
#include "party/cell_params.hpp"

namespace thermidor::party {

// Standing of generations among those who elect (M066, S34), and the full-time workers of the party
// (docs/model/submodels/organs.md).
struct DelegateParams {
  PerCohort authority = {48, 10.4, 1, 0.5, 0.2, 0.1};  // chance of being sent relative to the civil-war generation
  double officials = 15325;                            // persons in full-time party work
  double officials_most = 0.9;                         // of a generation, at most
  double list_generations = 2;                         // lists take officials of so many oldest generations alone

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"authority", "ratio", 0, 1000, "party_congress_delegates", "chance of being sent by generation"},
          self.authority);
    visit(Field{"officials", "persons", 0, 1e6, "party_appointments", "in full-time party work"}, self.officials);
    visit(Field{"officials_most", "share", 0, 1, "assumed", "of a generation at most"}, self.officials_most);
    visit(Field{"list_generations", "count", 1, kCohorts, "party_rules",
                "lists take officials of so many oldest generations alone"},
          self.list_generations);
  }
};

}  // namespace thermidor::party
