// Purges of members: parameters, and the share purged as the fixed point of screening and incentive (Montagnes and Wolton's
// idea, reduced form of our own; docs/model/submodels/members.md). Claims S32, M062-M064.
#pragma once

#include <array>
#include <cstddef>

#include "core/fields.hpp"
#include "party/cell_params.hpp"

namespace thermidor::party {

// Class position: what a member was before he became an official. Soldiers and students are counted apart while they serve or
// study.
inline constexpr std::size_t kMemberClasses = 5;
inline constexpr std::array<const char*, kMemberClasses> kMemberClassNames = {"worker", "peasant", "employee", "student",
                                                                              "soldier"};
inline constexpr std::size_t kWorker = 0, kPeasant = 1, kEmployee = 2, kStudent = 3, kSoldier = 4;

using PerClass = std::array<double, kMemberClasses>;

// Purges: when, how many, whom. The share follows a screening-and-incentive fixed point.
struct PurgeParams {
  double threshold = 0.26;  // share of careerists and former members of other parties above which a purge is due
  double hazard = 0.6;      // a month, per tenth above the threshold
  double rest_months = 90;  // after which the next is as thinkable as the first
  double preparation = 3;   // months from decision to start
  double months = 7;        // length
  double margin = 0.05;     // reliability asked beyond 1 - threshold
  double cost = 0.53;       // cost of replacing
  double stake = 0.2;       // what a member loses besides
  double slope_good = 1;    // success per effort of the convinced
  double slope_bad = 0.5;   // and of careerists
  double violence = 0.1;    // severity at no rigour
  double rigour = 0.5;      // added at full rigour
  double share_scale = 1;   // of the fixed point's share that the organs carry out
  PerClass class_weight = {0.55, 1.6, 1.15, 0.9, 0.7};  // relative risk by class
  PerCohort cohort_weight = {0.15, 0.5, 1, 1.2, 1, 1};  // by generation
  double careerist_weight = 3.5;
  double former_weight = 3.0;
  double opposition_weight = 3.0;  // in provinces with open opposition
  double leave = 1.5;              // times more leave of themselves meanwhile
  double fear = 1.1;               // fear per share expelled
  double terror_fear = 0.06;       // fear a month per unit of visible sanctions
  double fear_decay = 0.02;        // a month
  double admission = 0.15;         // admission left after a purge

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"threshold", "share", 0, 1, "M062", "share that calls for a purge"}, self.threshold);
    visit(Field{"hazard", "1/month", 0, 5, "assumed", "per tenth above"}, self.hazard);
    visit(Field{"rest_months", "months", 1, 240, "party_purges_recruitment", "between purges"}, self.rest_months);
    visit(Field{"preparation", "months", 0, 24, "party_purges_recruitment", "from decision to start"}, self.preparation);
    visit(Field{"months", "months", 1, 24, "party_purges_recruitment", "length"}, self.months);
    visit(Field{"margin", "share", -1, 1, "calibration-2026", "reliability asked beyond 1 - threshold"}, self.margin);
    visit(Field{"cost", "1", 0.1, 10, "assumed", "cost of replacing"}, self.cost);
    visit(Field{"stake", "1", 0, 5, "assumed", "loss besides"}, self.stake);
    visit(Field{"slope_good", "1", 0, 5, "assumed", "success of the convinced"}, self.slope_good);
    visit(Field{"slope_bad", "1", 0, 5, "assumed", "success of careerists"}, self.slope_bad);
    visit(Field{"violence", "1", 0, 3, "assumed", "severity"}, self.violence);
    visit(Field{"rigour", "1", 0, 3, "assumed", "added at full rigour"}, self.rigour);
    visit(Field{"share_scale", "ratio", 0, 2, "party_purges_recruitment", "carried out"}, self.share_scale);
    visit(Field{"class_weight", "ratio", 0, 10, "party_purges_recruitment", "risk by class"}, self.class_weight);
    visit(Field{"cohort_weight", "ratio", 0, 10, "assumed", "risk by generation"}, self.cohort_weight);
    visit(Field{"careerist_weight", "ratio", 0, 10, "M062", "risk of careerists"}, self.careerist_weight);
    visit(Field{"former_weight", "ratio", 0, 10, "M062", "risk of former members of other parties"}, self.former_weight);
    visit(Field{"opposition_weight", "ratio", 0, 10, "M162", "risk where opposition is open"}, self.opposition_weight);
    visit(Field{"leave", "ratio", 0, 20, "party_purges_recruitment", "leave of themselves"}, self.leave);
    visit(Field{"fear", "1", 0, 10, "M063", "fear per share expelled"}, self.fear);
    visit(Field{"terror_fear", "1/month", 0, 1, "M063", "fear from visible sanctions"}, self.terror_fear);
    visit(Field{"fear_decay", "1/month", 0, 1, "assumed", "fear forgotten"}, self.fear_decay);
    visit(Field{"admission", "share", 0, 1, "party_rules", "admission left"}, self.admission);
  }
};

// The game between rulers who screen and members who exert themselves; slopes and stakes as in PurgeParams.
struct PurgeGame {
  double good = 0.5;  // share of reliable members
  double slope_good = 1;
  double slope_bad = 0.5;
  double standard = 0.8;  // reliability of a replacement
  double value = 1;
  double cost = 1.5;
  double stake = 0.2;
  double violence = 0;
};

struct PurgeOutcome {
  double effort = 0;   // incentive index
  double success = 0;  // members whose record is good
  double rate_failures = 0;
  double rate_successes = 0;
  double purged = 0;      // of all
  double good_after = 0;  // reliable members after replacement
};

// The equilibrium reached from effort `start` by damped iteration; two starts may end in two equilibria (hysteresis of terror).
PurgeOutcome purge_equilibrium(const PurgeGame& game, double start);

}  // namespace thermidor::party
