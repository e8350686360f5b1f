// Parameters of the rules of appointments, posts, levers, followers and rare turns.
#pragma once

#include <cstdint>

#include "core/fields.hpp"

namespace thermidor::party {

// Sanctions against followers make terror that all see. M063 M147 S32 S76.
struct FollowerRule {
  double rate = 0.1;               // share of open opponents punished at the highest rung
  double terror_gain = 2.8;        // terror per share of members punished
  double terror_decay = 0.01;      // terror forgotten
  double climb = 0.06;             // chance that a named follower climbs
  double known = 0.4;              // affinity from which a follower is known as one
  double climb_rung = 0.1;         // the same per rung of his leader, over seven
  double expelled = 0.15;          // share of those punished who lose the party card
  double expulsion_terror = 0.02;  // terror per named member expelled
  double open_decay = 0.06;        // open opponents who fall silent

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"rate", "per month", 0.02, 0.15, "calibration-2026", "share of open opponents punished at the highest rung"},
          self.rate);
    visit(Field{"terror_gain", "1", 1, 5, "calibration-2026", "terror per share of members punished"}, self.terror_gain);
    visit(Field{"terror_decay", "per month", 0, 0.05, "calibration-2026", "terror forgotten"}, self.terror_decay);
    visit(Field{"climb", "per month", 0.02, 0.12, "calibration-2026", "chance that a named follower climbs"}, self.climb);
    visit(Field{"known", "index", 0.1, 0.7, "assumed", "affinity from which a follower is known as one"}, self.known);
    visit(Field{"climb_rung", "per month", 0.02, 0.2, "calibration-2026", "the same per rung of his leader, over seven"},
          self.climb_rung);
    visit(Field{"expelled", "share", 0, 1, "assumed", "share of those punished who lose the party card"}, self.expelled);
    visit(Field{"expulsion_terror", "1", 0, 0.5, "calibration-2026", "terror per named member expelled"},
          self.expulsion_terror);
    visit(Field{"open_decay", "per month", 0.01, 0.2, "assumed", "open opponents who fall silent"}, self.open_decay);
  }
};

// Vacancies, who fills them, and how clients move. M060 M066 M070 S33 S42.
struct AppointmentRule {
  double turnover = 0.7;              // secretaries replaced
  double hostile_turnover = 1.8;      // the same for men of hostile patrons
  double hostile_reach = 0.35;        // reach of the centre under a hostile boss
  double client_base = 0.5;           // appointed by the centre who become clients
  double client_organising = 0.3;     // the same at full organising ability
  double reach_growth = 0.05;         // growth of the centre's reach
  double reach_vacant = 0.2;          // the same growth while nobody heads the machine
  double reach_ceiling = 0.7;         // most of the vacancies that the centre fills
  double reach_start = 0.2;           // the same at the start
  double loyalty = 0.8;               // loyalty of a new client
  double loyalty_decay = 0.1;         // loyalty lost
  double service = 0.035;             // free secretaries who turn to whoever settles their quarrels
  double boss_clients = 0.7;          // local choices that fall to a regional boss
  double officials_turnover = 0.5;    // unnamed officials replaced
  std::int32_t officials_least = 10;  // unnamed officials of the smallest province
  std::int32_t officials_most = 60;   // unnamed officials of the largest
  double officials_members = 250.0;   // members per official between these
  std::int32_t campaign_months = 4;   // length of a campaign of transfers after a congress
  double campaign = 1.8;              // turnover during a campaign
  double between = 0.75;              // turnover between campaigns
  double promotion = 0.5;             // loyalty that newcomers' claims move to ruling patrons
  double learning = 1.0;              // how far secretaries learn from shortage as leaders do

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"turnover", "per year", 0, 4, "calibration-2026", "secretaries replaced"}, self.turnover);
    visit(Field{"hostile_turnover", "ratio", 1, 3, "calibration-2026", "the same for men of hostile patrons"},
          self.hostile_turnover);
    visit(Field{"hostile_reach", "share", 0, 0.8, "calibration-2026", "reach of the centre under a hostile boss"},
          self.hostile_reach);
    visit(Field{"client_base", "share", 0.3, 0.7, "calibration-2026", "appointed by the centre who become clients"},
          self.client_base);
    visit(Field{"client_organising", "share", 0.1, 0.5, "calibration-2026", "the same at full organising ability"},
          self.client_organising);
    visit(Field{"reach_growth", "per month", 0.02, 0.1, "calibration-2026", "growth of the centre's reach"}, self.reach_growth);
    visit(Field{"reach_vacant", "share", 0, 0.6, "assumed", "the same growth while nobody heads the machine"},
          self.reach_vacant);
    visit(Field{"reach_ceiling", "share", 0, 0.95, "calibration-2026", "most of the vacancies that the centre fills"},
          self.reach_ceiling);
    visit(Field{"reach_start", "share", 0, 1, "calibration-2026", "the same at the start"}, self.reach_start);
    visit(Field{"loyalty", "share", 0.5, 1, "calibration-2026", "loyalty of a new client"}, self.loyalty);
    visit(Field{"loyalty_decay", "per year", 0.05, 0.3, "calibration-2026", "loyalty lost"}, self.loyalty_decay);
    visit(Field{"service", "per month", 0, 0.06, "calibration-2026",
                "free secretaries who turn to whoever settles their quarrels"},
          self.service);
    visit(Field{"boss_clients", "share", 0.3, 1, "calibration-2026", "local choices that fall to a regional boss"},
          self.boss_clients);
    visit(Field{"officials_turnover", "per year", 0.2, 0.9, "assumed", "unnamed officials replaced"}, self.officials_turnover);
    visit(Field{"officials_least", "persons", 1, 60, "assumed", "unnamed officials of the smallest province"},
          self.officials_least);
    visit(Field{"officials_most", "persons", 10, 200, "assumed", "unnamed officials of the largest"}, self.officials_most);
    visit(Field{"officials_members", "members", 50, 1000, "assumed", "members per official between these"},
          self.officials_members);
    visit(Field{"campaign_months", "months", 1, 12, "assumed", "length of a campaign of transfers after a congress"},
          self.campaign_months);
    visit(Field{"campaign", "ratio", 1, 3, "assumed", "turnover during a campaign"}, self.campaign);
    visit(Field{"between", "ratio", 0.3, 1, "assumed", "turnover between campaigns"}, self.between);
    visit(Field{"promotion", "1", 0, 1, "calibration-2026", "loyalty that newcomers' claims move to ruling patrons"},
          self.promotion);
    visit(Field{"learning", "share", 0, 1, "assumed", "how far secretaries learn from shortage as leaders do"}, self.learning);
  }
};

// Named posts: when they fall vacant and who gets them. M066 M199 S33 S43.
struct PostRule {
  double fill = 0.5;           // chance that a vacancy is filled
  double high = 0.6;           // value from which only rulers or an arbiter fill a post
  double precision = 5.0;      // logit precision of appointments
  double ability = 1.0;        // weight of ability
  double trust = 2.0;          // weight of the appointers' liking
  double line = 0.7;           // weight of agreement with the line
  double dissent = 2.0;        // weight of known dissent
  double standing = 0.6;       // weight of prestige times the value of the post
  double burden = 0.6;         // cost of the posts he holds already
  double special = 1.0;        // weight of standing in the army or abroad for such posts
  double unnamed = 1.4;        // utility of somebody unnamed, falling with the value of the post
  double unnamed_value = 2.5;  // how fast it falls
  double organising = 2.5;     // weight of organising ability for the head of the machine
  double both_bureaux = 0.8;   // weight of sitting on both bureaux for the head of the machine
  double rank = 2.0;           // cost of an office above one's standing
  double attrition = 0.04;     // posts that opponents lose in passing
  double decline = 0.25;       // most that pride declines an office below one's standing
  double interest = 0.02;      // speed at which the unprincipled come to want what a full office wants

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"fill", "per month", 0.1, 1, "assumed", "chance that a vacancy is filled"}, self.fill);
    visit(Field{"high", "share", 0.4, 0.9, "assumed", "value from which only rulers or an arbiter fill a post"}, self.high);
    visit(Field{"precision", "1", 1, 10, "assumed", "logit precision of appointments"}, self.precision);
    visit(Field{"ability", "1", 0, 3, "assumed", "weight of ability"}, self.ability);
    visit(Field{"trust", "1", 0.5, 4, "assumed", "weight of the appointers' liking"}, self.trust);
    visit(Field{"line", "1", 0, 2, "assumed", "weight of agreement with the line"}, self.line);
    visit(Field{"dissent", "1", 0.5, 5, "assumed", "weight of known dissent"}, self.dissent);
    visit(Field{"standing", "1", 0, 2, "assumed", "weight of prestige times the value of the post"}, self.standing);
    visit(Field{"burden", "1", 0, 3, "assumed", "cost of the posts he holds already"}, self.burden);
    visit(Field{"special", "1", 0, 3, "assumed", "weight of standing in the army or abroad for such posts"}, self.special);
    visit(Field{"unnamed", "1", -2, 3, "assumed", "utility of somebody unnamed, falling with the value of the post"},
          self.unnamed);
    visit(Field{"unnamed_value", "1", 0, 6, "assumed", "how fast it falls"}, self.unnamed_value);
    visit(Field{"organising", "1", 0, 5, "calibration-2026", "weight of organising ability for the head of the machine"},
          self.organising);
    visit(Field{"both_bureaux", "1", 0, 2, "calibration-2026", "weight of sitting on both bureaux for the head of the machine"},
          self.both_bureaux);
    visit(Field{"rank", "1", 0, 5, "calibration-2026", "cost of an office above one's standing"}, self.rank);
    visit(Field{"attrition", "per month", 0, 0.1, "assumed", "posts that opponents lose in passing"}, self.attrition);
    visit(Field{"decline", "share", 0, 0.6, "assumed", "most that pride declines an office below one's standing"},
          self.decline);
    visit(Field{"interest", "per month", 0, 0.1, "assumed",
                "speed at which the unprincipled come to want what a full office wants"},
          self.interest);
  }
};

// How organs move the levers of policy. S37 S40 M091 M136.
struct LeverRule {
  double rate = 0.6;      // chance that a bureau without troubles takes up a lever
  double gap = 0.12;      // gap between line and lever below which nobody moves
  double step = 0.6;      // share of the gap that one decision closes
  double pressure = 2.0;  // precision of the agenda in gap times attention
  double interest = 4.0;  // weight of a voter's own view of the lever
  double side = 1.5;      // weight of his bloc
  double arbiter = 1.5;   // weight of an arbiter's wish
  double noise = 0.5;     // spread of votes
  double retreat = 0.8;   // how far whoever is neutral on the market holds NEP for a retreat
  std::int32_t rest = 2;  // months before the same lever comes up again

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"rate", "per month", 0.1, 2, "assumed", "chance that a bureau without troubles takes up a lever"}, self.rate);
    visit(Field{"gap", "index", 0.02, 0.4, "assumed", "gap between line and lever below which nobody moves"}, self.gap);
    visit(Field{"step", "share", 0.2, 1, "assumed", "share of the gap that one decision closes"}, self.step);
    visit(Field{"pressure", "1", 0.5, 6, "assumed", "precision of the agenda in gap times attention"}, self.pressure);
    visit(Field{"interest", "1", 1, 8, "assumed", "weight of a voter's own view of the lever"}, self.interest);
    visit(Field{"side", "1", 0, 4, "assumed", "weight of his bloc"}, self.side);
    visit(Field{"arbiter", "1", 0, 4, "assumed", "weight of an arbiter's wish"}, self.arbiter);
    visit(Field{"noise", "sd", 0.2, 1, "assumed", "spread of votes"}, self.noise);
    visit(Field{"retreat", "share", 0.5, 1, "assumed", "how far whoever is neutral on the market holds NEP for a retreat"},
          self.retreat);
    visit(Field{"rest", "months", 0, 12, "assumed", "months before the same lever comes up again"}, self.rest);
  }
};

// Rare turns: coup, revolution abroad, recall. M117 M118 S48 S53.
struct OptionRule {
  double inhibition = 1.5;           // what a coup must overcome
  double coup_rate = 0.015;          // hazard of a coup at full motive
  double coup_precision = 6.0;       // steepness in motive
  double coup_success = 0.5;         // success at ordinary standing in the army
  double revolution_prestige = 0.3;  // prestige of revolution's friends when it succeeds abroad
  double abroad_prestige = 0.2;      // the same for those with standing abroad
  double recall = 0.04;              // chance that rulers move the recall of a fallen man in bad times
  double bad_times = 0.4;            // shortage or unrest that makes times bad
  double abroad_death = 0.0003;      // hazard of murder abroad

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"inhibition", "1", 0, 3, "calibration-2026", "what a coup must overcome"}, self.inhibition);
    visit(Field{"coup_rate", "per month", 0, 0.3, "calibration-2026", "hazard of a coup at full motive"}, self.coup_rate);
    visit(Field{"coup_precision", "1", 3, 12, "calibration-2026", "steepness in motive"}, self.coup_precision);
    visit(Field{"coup_success", "share", 0.1, 0.9, "assumed", "success at ordinary standing in the army"}, self.coup_success);
    visit(Field{"revolution_prestige", "1", 0, 0.6, "calibration-2026",
                "prestige of revolution's friends when it succeeds abroad"},
          self.revolution_prestige);
    visit(Field{"abroad_prestige", "1", 0, 0.6, "assumed", "the same for those with standing abroad"}, self.abroad_prestige);
    visit(Field{"recall", "per month", 0, 0.1, "calibration-2026",
                "chance that rulers move the recall of a fallen man in bad times"},
          self.recall);
    visit(Field{"bad_times", "share", 0.2, 0.8, "calibration-2026", "shortage or unrest that makes times bad"}, self.bad_times);
    visit(Field{"abroad_death", "per month", 0, 1, "assumed", "hazard of murder abroad"}, self.abroad_death);
  }
};

}  // namespace thermidor::party
