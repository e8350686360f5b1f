// Parameters of party members: the opening, who joins, leaves and is levied. Values come from parameters/members.toml.
#pragma once

#include <array>
#include <cstddef>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "party/cell_params.hpp"
#include "party/delegate_params.hpp"
#include "party/person_params.hpp"
#include "party/purge.hpp"

namespace thermidor::party {

// The organisation on the first day.
struct MemberOpening {
  double total = 732521;                                         // members and candidates; 0 = as the provinces say
  std::array<Month, kCohorts - 1> cohort_ends{};                 // last month of joining of each generation but the newest
  PerCohort cohort_share = {0.0164, 0.055, 0.8886, 0.04, 0, 0};  // of members at the start
  PerCohort candidate_share = {0, 0, 0.16, 0.6, 1, 1};           // of a generation still on probation
  PerCohort careerist_share = {0.02, 0.08, 0.28, 0.35, 0, 0};    // joined for a career
  PerCohort former_share = {0.05, 0.12, 0.055, 0.03, 0, 0};      // once in another party
  PerCohort ignorance = {0.05, 0.2, 0.45, 0.6, 0.75, 0.75};      // share without schooling or memory of the party's past
  double fear = 0.1;
  double debate_freedom = 0.55;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"total", "persons", 0, 5e6, "party_membership_annual", "members and candidates"}, self.total);
    visit(Field{"cohort_ends", "month", 0, 0, "party_census_composition", "last month of each generation"}, self.cohort_ends);
    visit(Field{"cohort_share", "share", 0, 1, "party_census_composition", "by generation"}, self.cohort_share);
    visit(Field{"candidate_share", "share", 0, 1, "party_membership_annual", "on probation"}, self.candidate_share);
    visit(Field{"careerist_share", "share", 0, 1, "M060", "joined for a career"}, self.careerist_share);
    visit(Field{"former_share", "share", 0, 1, "party_census_composition", "once in another party"}, self.former_share);
    visit(Field{"ignorance", "share", 0, 1, "M123", "without schooling or memory"}, self.ignorance);
    visit(Field{"fear", "share", 0, 1, "assumed", "fear at the start"}, self.fear);
    visit(Field{"debate_freedom", "share", 0, 1, "S35", "freedom of debate at the start"}, self.debate_freedom);
  }
};

// Ordinary entry, probation, leaving, death and moves between classes (monthly rates).
struct MemberFlowParams {
  double join_conviction = 0.020;                        // entrants from conviction per member, at full admission and activity
  double join_career = 0.014;                            // entrants for a career per member, at full admission and posts open
  double posts_base = 0.25;                              // room for careers in a state that does not grow
  double posts_growth = 0.5;                             // per yearly growth of the state sector
  double posts_tempo = 0.35;                             // per unit of industrial tempo
  double conviction_floor = 0.4;                         // of conviction that needs no public activity
  double monopoly_career = 0.5;                          // how much of the career motive needs the monopoly of one party (M059)
  double admission_open = 0.15;                          // readiness to admit at the start
  double admission_normal = 0.75;                        // level to which it drifts
  double admission_drift = 0.006;                        // share of the gap closed a month
  double admission_fade = 0.08;                          // decay a month of the eagerness after a levy
  PerClass join_class = {0.6, 0.21, 0.09, 0.05, 0.05};   // class of ordinary entrants
  PerClass candidate_months = {18, 26, 30, 20, 14};      // mean months of probation
  double death = 0.0009;                                 // deaths a month
  double leave = 0.0022;                                 // leave a month
  double leave_candidate = 1.5;                          // times for candidates
  double leave_peasant = 1.2;                            // times for peasants
  double leave_careerist = 1.2;                          // times for careerists while few posts open
  double leave_disillusion = 1.5;                        // times (1 + this x lack of mandate)
  double study = 0.0035;                                 // workers and employees sent to study
  double graduate = 0.028;                               // students who become employees
  double demobilise = 0.022;                             // soldiers who leave the army
  double call_up = 0.0028;                               // others called to the army
  PerClass demobilised_class = {0.35, 0.5, 0.15, 0, 0};  // where they go
  PerClass worker_by_class = {1, 0, 0.05, 0.15, 0.05};   // share of each class counted as workers by origin
  double newcomer_months = 24;                           // e-fold of being new
  double schooling = 0.012;                              // ignorance lost a month
  double newcomer_ignorance = 0.75;                      // of an entrant
  double promote = 0.006;                                // leave the bench for an office, where every post is open
  double native_preference = 1;                          // odds of natives to enter under a line of autonomy
  double native_barrier = 0.6;                           // of natives kept out under a line against autonomy

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"join_conviction", "1/month", 0, 0.1, "M060", "entrants from conviction"}, self.join_conviction);
    visit(Field{"join_career", "1/month", 0, 0.1, "M060", "entrants for a career"}, self.join_career);
    visit(Field{"posts_base", "share", 0, 1, "S33", "room for careers without growth"}, self.posts_base);
    visit(Field{"posts_growth", "1", 0, 5, "S33", "per growth of the state sector"}, self.posts_growth);
    visit(Field{"posts_tempo", "1", 0, 5, "S33", "per unit of tempo"}, self.posts_tempo);
    visit(Field{"conviction_floor", "share", 0, 1, "S30", "conviction without public activity"}, self.conviction_floor);
    visit(Field{"monopoly_career", "share", 0, 1, "M059", "careerism that needs one party"}, self.monopoly_career);
    visit(Field{"admission_open", "share", 0, 1, "assumed", "readiness to admit at the start"}, self.admission_open);
    visit(Field{"admission_normal", "share", 0, 1, "assumed", "readiness it drifts to"}, self.admission_normal);
    visit(Field{"admission_drift", "1/month", 0, 1, "assumed", "gap closed"}, self.admission_drift);
    visit(Field{"admission_fade", "1/month", 0, 1, "assumed", "eagerness lost after a levy"}, self.admission_fade);
    visit(Field{"join_class", "share", 0, 1, "party_class_composition", "class of entrants"}, self.join_class);
    visit(Field{"candidate_months", "months", 1, 120, "party_rules", "probation"}, self.candidate_months);
    visit(Field{"death", "1/month", 0, 0.05, "assumed", "deaths"}, self.death);
    visit(Field{"leave", "1/month", 0, 0.1, "party_membership_annual", "leave"}, self.leave);
    visit(Field{"leave_candidate", "ratio", 0, 10, "assumed", "candidates leave more"}, self.leave_candidate);
    visit(Field{"leave_peasant", "ratio", 0, 10, "assumed", "peasants leave more"}, self.leave_peasant);
    visit(Field{"leave_careerist", "ratio", 0, 10, "assumed", "careerists leave more"}, self.leave_careerist);
    visit(Field{"leave_disillusion", "1", 0, 10, "S24", "lack of mandate"}, self.leave_disillusion);
    visit(Field{"study", "1/month", 0, 0.1, "party_class_composition", "sent to study"}, self.study);
    visit(Field{"graduate", "1/month", 0, 0.5, "assumed", "end of study"}, self.graduate);
    visit(Field{"demobilise", "1/month", 0, 0.5, "party_class_composition", "leave the army"}, self.demobilise);
    visit(Field{"call_up", "1/month", 0, 0.1, "party_class_composition", "called to the army"}, self.call_up);
    visit(Field{"demobilised_class", "share", 0, 1, "assumed", "class of the demobilised"}, self.demobilised_class);
    visit(Field{"worker_by_class", "share", 0, 1, "party_class_composition", "workers by origin"}, self.worker_by_class);
    visit(Field{"newcomer_months", "months", 1, 120, "assumed", "e-fold of being new"}, self.newcomer_months);
    visit(Field{"schooling", "1/month", 0, 1, "assumed", "ignorance lost"}, self.schooling);
    visit(Field{"promote", "1/month", 0, 0.1, "S33", "from the bench to an office"}, self.promote);
    visit(Field{"native_preference", "ratio", 0, 3, "assumed", "odds of natives to enter, added by a line of autonomy"},
          self.native_preference);
    visit(Field{"native_barrier", "share", 0, 1, "party_regional_membership", "natives kept out by a central line"},
          self.native_barrier);
    visit(Field{"newcomer_ignorance", "share", 0, 1, "M123", "of an entrant"}, self.newcomer_ignorance);
  }
};

// Levies: mass admission decided by leaders, or answering the death of a revered one, or to raise the share of workers.
struct LevyParams {
  double mourning_threshold = 0.9;  // prestige of the dead leader that calls forth a levy
  double size = 0.027;              // of employed workers, at full prestige
  double months = 4;
  PerClass classes = {0.924, 0.04, 0.02, 0.006, 0.01};  // class of those admitted
  double careerist = 0.15;                              // of those admitted
  double worker_target = 0.65;                          // share of workers that rulers want
  double hazard = 0.1;                                  // a month, per unit of missing workers and machine reach
  double routine_size = 0.012;                          // of employed workers
  double eagerness = 1.12;                              // admission after a levy of full size
  double rest_months = 10;                              // no routine levy within

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"mourning_threshold", "share", 0, 2, "assumed", "prestige that calls a levy"}, self.mourning_threshold);
    visit(Field{"size", "share", 0, 1, "party_purges_recruitment", "of employed workers"}, self.size);
    visit(Field{"months", "months", 1, 24, "party_purges_recruitment", "length"}, self.months);
    visit(Field{"classes", "share", 0, 1, "party_purges_recruitment", "class of those admitted"}, self.classes);
    visit(Field{"careerist", "share", 0, 1, "assumed", "of those admitted"}, self.careerist);
    visit(Field{"worker_target", "share", 0, 1, "party_rules", "wanted share of workers"}, self.worker_target);
    visit(Field{"hazard", "1/month", 0, 1, "assumed", "of a routine levy"}, self.hazard);
    visit(Field{"routine_size", "share", 0, 1, "party_purges_recruitment", "of employed workers"}, self.routine_size);
    visit(Field{"eagerness", "share", 0, 5, "party_membership_annual", "admission after a levy"}, self.eagerness);
    visit(Field{"rest_months", "months", 0, 120, "assumed", "between routine levies"}, self.rest_months);
  }
};

// How free inner debate is (S35): a slow state that levers, press, fear and the closed party system move.
struct DebateFreedomParams {
  double base = 0.7;
  double democracy = 0.3;  // per unit of the lever
  double factions = 0.1;   // per unit of the lever
  double parties = 0.15;   // per unit of the lever (M052, M053)
  double fear = 0.5;
  double press = 0.3;
  double speed = 0.04;  // share of the gap closed a month

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"base", "share", 0, 1, "S35", "level at neutral levers"}, self.base);
    visit(Field{"democracy", "1", 0, 2, "S35", "inner democracy"}, self.democracy);
    visit(Field{"factions", "1", 0, 2, "S36", "legal factions"}, self.factions);
    visit(Field{"parties", "1", 0, 2, "M053", "other parties"}, self.parties);
    visit(Field{"fear", "1", 0, 2, "M063", "fear"}, self.fear);
    visit(Field{"press", "1", 0, 2, "S96", "press control"}, self.press);
    visit(Field{"speed", "1/month", 0, 1, "M053", "gap closed"}, self.speed);
  }
};

struct MemberParams {
  MemberOpening opening;
  MemberFlowParams flow;
  LevyParams levy;
  PurgeParams purge;
  CellParams cell;
  DelegateParams delegates;
  DebateFreedomParams freedom;
  PersonParams persons;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"opening", "struct", 0, 0, "", "the organisation at the start"}, self.opening);
    visit(Field{"flow", "struct", 0, 0, "", "joining, leaving, moving"}, self.flow);
    visit(Field{"levy", "struct", 0, 0, "", "levies"}, self.levy);
    visit(Field{"purge", "struct", 0, 0, "", "purges"}, self.purge);
    visit(Field{"cell", "struct", 0, 0, "", "cells and debates"}, self.cell);
    visit(Field{"delegates", "struct", 0, 0, "", "who is sent to a congress"}, self.delegates);
    visit(Field{"freedom", "struct", 0, 0, "", "freedom of debate"}, self.freedom);
    visit(Field{"persons", "struct", 0, 0, "", "members one by one"}, self.persons);
  }
};

}  // namespace thermidor::party
