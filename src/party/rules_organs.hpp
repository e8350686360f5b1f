// Parameters of the rules of votes, sanctions, congresses and debates.
#pragma once

#include <cstdint>

#include "core/fields.hpp"

namespace thermidor::party {

// How persons vote in Committee and bureau. M064 M090-M092 M119 S35 S39.
struct VoteRule {
  double leader_side = 2.5;       // weight of his own bloc for a leader
  double leader_affinity = 0.4;   // weight of liking times prestige
  double loyalty = 2.0;           // weight of the patron for a client
  double secretariat = 0.6;       // weight of the head of the machine for every secretary
  double prestige = 0.7;          // weight of the prestige of the sides
  double policy = 0.5;            // weight of policy
  double bread = 4.0;             // weight of bread expected under the sides
  double fear = 0.6;              // fear to stand with the losing side
  double following = 2.0;         // pull of a side's following among members
  double noise = 0.8;             // spread of persons' votes
  double abstain = 0.1;           // indifference within which one abstains
  double expect_speed = 0.3;      // how fast the last result becomes the expected one
  double contest = 0.3;           // chance that a plenum divides formally while a bloc opposes
  double defeat_prestige = 0.05;  // prestige that a formal defeat costs

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"leader_side", "1", 1.5, 4, "calibration-2026", "weight of his own bloc for a leader"}, self.leader_side);
    visit(Field{"leader_affinity", "1", 0.1, 0.8, "calibration-2026", "weight of liking times prestige"}, self.leader_affinity);
    visit(Field{"loyalty", "1", 1, 3, "calibration-2026", "weight of the patron for a client"}, self.loyalty);
    visit(Field{"secretariat", "1", 0, 1.2, "calibration-2026", "weight of the head of the machine for every secretary"},
          self.secretariat);
    visit(Field{"prestige", "1", 0.2, 1.5, "calibration-2026", "weight of the prestige of the sides"}, self.prestige);
    visit(Field{"policy", "1", 0.2, 1, "calibration-2026", "weight of policy"}, self.policy);
    visit(Field{"bread", "1", 2, 5, "calibration-2026", "weight of bread expected under the sides"}, self.bread);
    visit(Field{"fear", "1", 0.3, 1.2, "calibration-2026", "fear to stand with the losing side"}, self.fear);
    visit(Field{"following", "1", 0, 5, "calibration-2026", "pull of a side's following among members"}, self.following);
    visit(Field{"noise", "sd", 0.4, 1.2, "calibration-2026", "spread of persons' votes"}, self.noise);
    visit(Field{"abstain", "1", 0, 0.3, "assumed", "indifference within which one abstains"}, self.abstain);
    visit(Field{"expect_speed", "share", 0.1, 1, "assumed", "how fast the last result becomes the expected one"},
          self.expect_speed);
    visit(Field{"contest", "per meeting", 0.1, 1, "calibration-2026",
                "chance that a plenum divides formally while a bloc opposes"},
          self.contest);
    visit(Field{"defeat_prestige", "1", 0, 0.15, "calibration-2026", "prestige that a formal defeat costs"},
          self.defeat_prestige);
  }
};

// Sanctions one rung at a time; a rung needs an offence and consumes it; precedent sets the pace. M154 M171 S76.
struct LadderRule {
  double reluctance = 1.8;        // reluctance to touch an old comrade
  double per_rung = 0.35;         // more at every rung
  double offence = 0.5;           // less per offence
  double clean = 0.8;             // more when the offence is slight
  double terror = 0.5;            // less under terror
  double affection = 0.8;         // more when rulers like him
  double precedent = 2.5;         // less with precedents
  double precedent_scale = 3.0;   // precedents that make most of the difference
  double gap_first = 14.0;        // months between the lower rungs without precedent
  double gap_precedent = 9.0;     // months that precedent saves
  double gap_high = 3.0;          // months between the higher rungs
  double consumed = 1;            // share of the offence that a rung wipes out
  double sin_opposition = 0.1;    // offence of opposing under the ban
  double sin_defeat = 0.35;       // offence of losing a formal vote
  double sin_appeal = 0.7;        // offence of an appeal to the ranks
  double sin_fight = 0.5;         // offence of an open fight
  double sin_decay = 0.015;       // offences forgotten
  double sin_needed = 0.2;        // least offence for which one can be punished
  double supermajority = 0.6667;  // share of Committee and Control Commission for its own members
  double cue = 0.6;               // how far reluctance weighs in the vote
  std::int32_t stride = 1;        // rungs that one motion climbs

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"reluctance", "logit", -3, 3, "calibration-2026", "reluctance to touch an old comrade"}, self.reluctance);
    visit(Field{"per_rung", "logit", -1, 0.8, "calibration-2026", "more at every rung"}, self.per_rung);
    visit(Field{"offence", "logit", 0.2, 1, "calibration-2026", "less per offence"}, self.offence);
    visit(Field{"clean", "logit", 0, 1.5, "calibration-2026", "more when the offence is slight"}, self.clean);
    visit(Field{"terror", "logit", 0, 1, "calibration-2026", "less under terror"}, self.terror);
    visit(Field{"affection", "logit", 0.3, 1.5, "calibration-2026", "more when rulers like him"}, self.affection);
    visit(Field{"precedent", "logit", 1.5, 3, "calibration-2026", "less with precedents"}, self.precedent);
    visit(Field{"precedent_scale", "count", 2, 10, "calibration-2026", "precedents that make most of the difference"},
          self.precedent_scale);
    visit(Field{"gap_first", "months", 0, 60, "calibration-2026", "months between the lower rungs without precedent"},
          self.gap_first);
    visit(Field{"gap_precedent", "months", 0, 60, "calibration-2026", "months that precedent saves"}, self.gap_precedent);
    visit(Field{"gap_high", "months", 0, 24, "calibration-2026", "months between the higher rungs"}, self.gap_high);
    visit(Field{"consumed", "share", 0.05, 1, "assumed", "share of the offence that a rung wipes out"}, self.consumed);
    visit(Field{"sin_opposition", "per month", 0, 1, "calibration-2026", "offence of opposing under the ban"},
          self.sin_opposition);
    visit(Field{"sin_defeat", "1", 0.1, 0.7, "calibration-2026", "offence of losing a formal vote"}, self.sin_defeat);
    visit(Field{"sin_appeal", "1", 0.3, 1.2, "calibration-2026", "offence of an appeal to the ranks"}, self.sin_appeal);
    visit(Field{"sin_fight", "1", 0.2, 1, "calibration-2026", "offence of an open fight"}, self.sin_fight);
    visit(Field{"sin_decay", "per month", 0, 0.05, "calibration-2026", "offences forgotten"}, self.sin_decay);
    visit(Field{"sin_needed", "1", 0.05, 0.5, "calibration-2026", "least offence for which one can be punished"},
          self.sin_needed);
    visit(Field{"supermajority", "share", 0.5, 0.75, "party_rules",
                "share of Committee and Control Commission for its own members"},
          self.supermajority);
    visit(Field{"cue", "1", 0, 1.5, "assumed", "how far reluctance weighs in the vote"}, self.cue);
    visit(Field{"stride", "rungs", 1, 7, "assumed", "rungs that one motion climbs"}, self.stride);
  }
};

// When the congress meets, and the Committee and bureau that come out of it. M169 S38 S39.
struct CongressRule {
  double hazard = 0.85;          // chance a month that a due congress meets
  double slope = 2.05;           // how the clients of its head let it be put off
  double growth = 0.75;          // growth of a small Committee per congress while a bloc rules
  double growth_plain = 0.08;    // growth otherwise
  double committee_cap = 75.0;   // size at which growth ends
  double control_ratio = 2.8;    // Control Commission over Committee towards which rulers enlarge it
  double control_speed = 0.5;    // share of the way per congress
  std::int32_t bureau_most = 9;  // most full members of the chief bureau
  double bureau_growth = 0.5;    // chance that each of two seats is added at a congress
  double represent = 2.5;        // weight of heading a great body that has no head in the chief bureau
  double secretary_share = 0.5;  // new seats that go to secretaries
  double alignment = 1.0;        // weight of the side in elections to the Committee
  double ballots = 1.5;          // weight of delegates' approval of the named
  double deviation = 0.15;       // prestige that a good or bad ballot moves
  double approval_slope = 4.0;   // steepness of approval

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"hazard", "per month", 0.4, 1, "calibration-2026", "chance a month that a due congress meets"}, self.hazard);
    visit(Field{"slope", "1", 1.8, 2.8, "calibration-2026", "how the clients of its head let it be put off"}, self.slope);
    visit(Field{"growth", "share", 0.2, 1.2, "party_cc_size", "growth of a small Committee per congress while a bloc rules"},
          self.growth);
    visit(Field{"growth_plain", "share", 0, 0.3, "party_cc_size", "growth otherwise"}, self.growth_plain);
    visit(Field{"committee_cap", "persons", 5, 1500, "party_cc_size", "size at which growth ends"}, self.committee_cap);
    visit(Field{"control_ratio", "ratio", 0.5, 4, "party_cc_size",
                "Control Commission over Committee towards which rulers enlarge it"},
          self.control_ratio);
    visit(Field{"control_speed", "share", 0, 1, "party_cc_size", "share of the way per congress"}, self.control_speed);
    visit(Field{"bureau_most", "persons", 3, 30, "party_organs_composition", "most full members of the chief bureau"},
          self.bureau_most);
    visit(Field{"bureau_growth", "share", 0, 1, "party_organs_composition",
                "chance that each of two seats is added at a congress"},
          self.bureau_growth);
    visit(Field{"represent", "1", 0, 5, "assumed", "weight of heading a great body that has no head in the chief bureau"},
          self.represent);
    visit(Field{"secretary_share", "share", 0.2, 0.8, "calibration-2026", "new seats that go to secretaries"},
          self.secretary_share);
    visit(Field{"alignment", "1", 0, 3, "calibration-2026", "weight of the side in elections to the Committee"},
          self.alignment);
    visit(Field{"ballots", "1", 0, 3, "calibration-2026", "weight of delegates' approval of the named"}, self.ballots);
    visit(Field{"deviation", "1", 0, 0.4, "calibration-2026", "prestige that a good or bad ballot moves"}, self.deviation);
    visit(Field{"approval_slope", "logit", 1, 8, "assumed", "steepness of approval"}, self.approval_slope);
  }
};

// What a debate below changes above. M119 M122 S30 S35 S63.
struct ChannelRule {
  double prestige = 0.5;        // prestige per share by which cells surprise
  double expected = 0.5;        // weight of cells in the expected majority
  double following = 1.5;       // following per share of the cells
  double votes = 1.0;           // votes in the Committee per share by which cells surprise
  double debates = 0.4;         // chance that a fight opens a debate in the cells
  double replaced_below = 0.6;  // chance that a secretary against his districts is replaced from below
  double want_market = 0.1;     // what members want: market
  double want_tempo = 0.2;      // what members want: tempo
  double want_world = 0.2;      // what members want: world revolution
  double want_debate = 0.3;     // what members want: debate
  double refusal = 0.1;         // chance scale that a sanctioned boss refuses
  double slate_speed = 0.2;     // speed at which slates follow inner democracy
  double slate_level = 0.06;    // slates of local secretaries at a neutral level of inner democracy
  double slate_reach = 1.4;     // what the centre's reach over posts adds to them
  double slate_slope = 0.45;    // how inner democracy weakens slates
  double overturn_cost = 0.1;   // prestige that the authors of a lost line lose

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"prestige", "1", 0, 1.5, "calibration-2026", "prestige per share by which cells surprise"}, self.prestige);
    visit(Field{"expected", "share", 0, 1, "calibration-2026", "weight of cells in the expected majority"}, self.expected);
    visit(Field{"following", "1", 0, 3, "calibration-2026", "following per share of the cells"}, self.following);
    visit(Field{"votes", "1", 0, 5, "calibration-2026", "votes in the Committee per share by which cells surprise"},
          self.votes);
    visit(Field{"debates", "per fight", 0, 1, "calibration-2026", "chance that a fight opens a debate in the cells"},
          self.debates);
    visit(Field{"replaced_below", "share", 0, 1, "calibration-2026",
                "chance that a secretary against his districts is replaced from below"},
          self.replaced_below);
    visit(Field{"want_market", "index", -1, 1, "assumed", "what members want: market"}, self.want_market);
    visit(Field{"want_tempo", "index", -1, 1, "assumed", "what members want: tempo"}, self.want_tempo);
    visit(Field{"want_world", "index", -1, 1, "assumed", "what members want: world revolution"}, self.want_world);
    visit(Field{"want_debate", "index", -1, 1, "assumed", "what members want: debate"}, self.want_debate);
    visit(Field{"refusal", "per sanction", 0, 0.5, "calibration-2026", "chance scale that a sanctioned boss refuses"},
          self.refusal);
    visit(Field{"slate_speed", "per month", 0.02, 0.5, "assumed", "speed at which slates follow inner democracy"},
          self.slate_speed);
    visit(
        Field{"slate_level", "share", 0, 1, "calibration-2026", "slates of local secretaries at a neutral level of democracy"},
        self.slate_level);
    visit(Field{"slate_reach", "1", 0, 2, "assumed", "what the centre's reach over posts adds to slates"}, self.slate_reach);
    visit(Field{"slate_slope", "1", 0, 1, "calibration-2026", "how inner democracy weakens slates"}, self.slate_slope);
    visit(Field{"overturn_cost", "1", 0, 0.5, "assumed", "prestige that the authors of a lost line lose"}, self.overturn_cost);
  }
};

}  // namespace thermidor::party
