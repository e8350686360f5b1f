// Parameters of the rules by which leaders measure, bargain and act. Values and bounds: scenario parameters/party.toml.
#pragma once

#include <cstdint>

#include "core/fields.hpp"

namespace thermidor::party {

// What makes a leader strong: standing, posts, seats, clients, following. M070 M089 S33 S42.
struct StrengthRule {
  double post_weight = 0.5;        // strength per unit of value of posts held
  double seat_weight = 0.3;        // strength of a full seat in the chief bureau
  double candidate_weight = 0.15;  // strength of a candidate seat in the chief bureau
  double client_weight = 6.0;      // strength per share of the apparatus held by clients
  double officials_weight = 0.3;   // weight of unnamed officials beside secretaries in that share
  double demoted = 0.7;            // factor out of the chief bureau
  double expelled = 0.35;          // factor out of the Committee or the party
  double absent = 0.6;             // factor while ill or away
  double capitulated = 0.4;        // factor after a recantation
  double follower = 0.3;           // share of his own strength that a follower adds to his principal
  double threshold = 1.3;          // strength from which a leader bargains himself
  std::int32_t principals = 13;    // most persons who bargain
  double following_decay = 0.05;   // loss of following among members

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"post_weight", "1", 0.2, 1, "calibration-2026", "strength per unit of value of posts held"}, self.post_weight);
    visit(Field{"seat_weight", "1", 0.1, 0.6, "calibration-2026", "strength of a full seat in the chief bureau"},
          self.seat_weight);
    visit(Field{"candidate_weight", "1", 0, 0.4, "assumed", "strength of a candidate seat in the chief bureau"},
          self.candidate_weight);
    visit(Field{"client_weight", "1", 3, 7, "calibration-2026", "strength per share of the apparatus held by clients"},
          self.client_weight);
    visit(Field{"officials_weight", "share", 0, 1, "assumed", "weight of unnamed officials beside secretaries in that share"},
          self.officials_weight);
    visit(Field{"demoted", "share", 0.4, 1, "calibration-2026", "factor out of the chief bureau"}, self.demoted);
    visit(Field{"expelled", "share", 0.1, 0.7, "calibration-2026", "factor out of the Committee or the party"}, self.expelled);
    visit(Field{"absent", "share", 0.2, 1, "calibration-2026", "factor while ill or away"}, self.absent);
    visit(Field{"capitulated", "share", 0.1, 0.8, "calibration-2026", "factor after a recantation"}, self.capitulated);
    visit(Field{"follower", "share", 0.1, 0.5, "calibration-2026",
                "share of his own strength that a follower adds to his principal"},
          self.follower);
    visit(Field{"threshold", "1", 0.8, 1.5, "calibration-2026", "strength from which a leader bargains himself"},
          self.threshold);
    visit(Field{"principals", "persons", 6, 15, "assumed", "most persons who bargain"}, self.principals);
    visit(Field{"following_decay", "per month", 0.01, 0.2, "calibration-2026", "loss of following among members"},
          self.following_decay);
  }
};

// What a leader wants from a partition into blocs. M089-M092 M094 M137 M142 S41 S65.
struct BargainRule {
  double ruling_bonus = 1.1;      // weight of the ruling bloc over its strength
  double neutral_weight = 1.2;    // weight of neutrals as latent opposition
  double neutral_level = 0.7;     // affinity at which a neutral ceases to be latent opposition
  double prize = 2.3;             // worth of first place
  double safety = 0.6;            // weight of loss after defeat
  double ties = 0.8;              // weight of liking for partners
  double dislike = 2.0;           // how much more dislike counts
  double policy_common = 0.5;     // weight of the expected line
  double policy_bloc = 0.6;       // weight of the line one stands for
  double bread = 2.6;             // weight of bread and unrest expected under a line
  double threat = 2.0;            // weight of strong men one distrusts
  double threat_level = 0.3;      // affinity below which strength is a threat
  double threat_inside = 0.6;     // share of the threat that remains inside a bloc
  double shelter = 0.6;           // share of the threat that power takes away
  double resentment = 0.9;        // urge to fight a ruler one dislikes
  double resentment_level = 0.1;  // affinity below which resentment begins
  double voice = 0.3;             // strength of a bloc over that of the rulers at which it voices resentment in full
  double voice_floor = 0.15;      // share of it that even the hopeless voice
  double norm = 0.1;              // cost to the principled of breaking unity
  double neutral_prize = 0.7;     // worth of standing alone
  double neutral_safety = 0.6;    // fear of a neutral whom rulers dislike
  double exposure = 4.0;          // how fast that fear rises with his strength
  double loss_base = 0.4;         // what defeat costs
  double loss_ban = 0.6;          // the same under the ban on factions
  double loss_terror = 0.5;       // the same under terror
  double misperception = 0.1;     // overestimate of oneself at full ego
  double unseen = 0.4;            // share of the strength of clients that others do not see

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"ruling_bonus", "1", 1, 1.4, "calibration-2026", "weight of the ruling bloc over its strength"},
          self.ruling_bonus);
    visit(Field{"neutral_weight", "1", 0.7, 1.5, "calibration-2026", "weight of neutrals as latent opposition"},
          self.neutral_weight);
    visit(Field{"neutral_level", "index", 0.4, 1, "calibration-2026",
                "affinity at which a neutral ceases to be latent opposition"},
          self.neutral_level);
    visit(Field{"prize", "1", 1, 3, "calibration-2026", "worth of first place"}, self.prize);
    visit(Field{"safety", "1", 0.2, 1.2, "calibration-2026", "weight of loss after defeat"}, self.safety);
    visit(Field{"ties", "1", 0.3, 1.5, "calibration-2026", "weight of liking for partners"}, self.ties);
    visit(Field{"dislike", "1", 1.5, 3, "calibration-2026", "how much more dislike counts"}, self.dislike);
    visit(Field{"policy_common", "1", 0.2, 1, "calibration-2026", "weight of the expected line"}, self.policy_common);
    visit(Field{"policy_bloc", "1", 0.2, 1.2, "calibration-2026", "weight of the line one stands for"}, self.policy_bloc);
    visit(Field{"bread", "1", 1.5, 3, "calibration-2026", "weight of bread and unrest expected under a line"}, self.bread);
    visit(Field{"threat", "1", 1, 3, "calibration-2026", "weight of strong men one distrusts"}, self.threat);
    visit(Field{"threat_level", "index", 0.1, 0.5, "calibration-2026", "affinity below which strength is a threat"},
          self.threat_level);
    visit(Field{"threat_inside", "share", 0.3, 1, "calibration-2026", "share of the threat that remains inside a bloc"},
          self.threat_inside);
    visit(Field{"shelter", "share", 0.3, 0.9, "calibration-2026", "share of the threat that power takes away"}, self.shelter);
    visit(Field{"resentment", "1", 0.6, 1.3, "calibration-2026", "urge to fight a ruler one dislikes"}, self.resentment);
    visit(Field{"resentment_level", "index", -0.2, 0.3, "calibration-2026", "affinity below which resentment begins"},
          self.resentment_level);
    visit(Field{"voice", "ratio", 0.05, 1, "assumed",
                "strength of a bloc over that of the rulers at which it voices resentment in full"},
          self.voice);
    visit(Field{"voice_floor", "share", 0, 1, "assumed", "share of it that even the hopeless voice"}, self.voice_floor);
    visit(Field{"norm", "1", 0.05, 1, "calibration-2026", "cost to the principled of breaking unity"}, self.norm);
    visit(Field{"neutral_prize", "1", 0.3, 1.2, "calibration-2026", "worth of standing alone"}, self.neutral_prize);
    visit(Field{"neutral_safety", "1", 0.2, 1.2, "calibration-2026", "fear of a neutral whom rulers dislike"},
          self.neutral_safety);
    visit(Field{"exposure", "1", 2, 6, "calibration-2026", "how fast that fear rises with his strength"}, self.exposure);
    visit(Field{"loss_base", "1", 0.1, 0.8, "calibration-2026", "what defeat costs"}, self.loss_base);
    visit(Field{"loss_ban", "1", 0.2, 1, "calibration-2026", "the same under the ban on factions"}, self.loss_ban);
    visit(Field{"loss_terror", "1", 0.2, 1, "calibration-2026", "the same under terror"}, self.loss_terror);
    visit(Field{"misperception", "share", 0, 0.4, "assumed", "overestimate of oneself at full ego"}, self.misperception);
    visit(Field{"unseen", "share", 0, 1, "assumed", "share of the strength of clients that others do not see"}, self.unseen);
  }
};

// How leaders choose what to do in a month. M142-M147 M154 M160 S37 S65 S68.
struct ActRule {
  double active = 0.5;            // chance that a leader considers acting
  double precision = 11.0;        // logit precision of choices
  double leave_cost = 0.15;       // cost of leaving a bloc
  double expel_cost = 0.2;        // cost of driving a partner out
  double accept_margin = 0.06;    // what partners want before they accept
  double circle = 0.45;           // mutual affinity of those who move together
  double binding = 0.15;          // cost of breaking with rulers while opponents threaten
  std::int32_t rivals = 4;        // possible partners and targets that one considers
  double attack_cost = 0.12;      // cost of a public attack
  double attack_damage = 0.04;    // prestige that an attack costs its target
  double attack_floor = 0.45;     // share of his first prestige that attacks cannot take
  double fight_cost = 0.05;       // cost of opening a fight
  double appeal_gain = 0.12;      // following that an appeal of the best orator wins
  double appeal_cost = 0.1;       // cost of an appeal to the ranks
  double under_arbiter = 0.7;     // share of the cost of hostile acts that enlarging a bloc bears
  std::int32_t memory = 12;       // months for which rulers do not take back whom they drove out
  std::int32_t fight_months = 3;  // how long a fight stays open

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"active", "per month", 0.2, 1, "calibration-2026", "chance that a leader considers acting"}, self.active);
    visit(Field{"precision", "1", 8, 15, "calibration-2026", "logit precision of choices"}, self.precision);
    visit(Field{"leave_cost", "1", 0.05, 0.3, "calibration-2026", "cost of leaving a bloc"}, self.leave_cost);
    visit(Field{"expel_cost", "1", 0.1, 0.4, "calibration-2026", "cost of driving a partner out"}, self.expel_cost);
    visit(Field{"accept_margin", "1", 0, 0.2, "calibration-2026", "what partners want before they accept"}, self.accept_margin);
    visit(Field{"circle", "index", 0.3, 0.7, "calibration-2026", "mutual affinity of those who move together"}, self.circle);
    visit(Field{"binding", "1", 0, 0.4, "calibration-2026", "cost of breaking with rulers while opponents threaten"},
          self.binding);
    visit(Field{"rivals", "persons", 1, 8, "assumed", "possible partners and targets that one considers"}, self.rivals);
    visit(Field{"attack_cost", "1", 0.02, 0.3, "calibration-2026", "cost of a public attack"}, self.attack_cost);
    visit(Field{"attack_damage", "1", 0.01, 0.1, "calibration-2026", "prestige that an attack costs its target"},
          self.attack_damage);
    visit(Field{"attack_floor", "share", 0.2, 0.8, "calibration-2026", "share of his first prestige that attacks cannot take"},
          self.attack_floor);
    visit(Field{"fight_cost", "1", 0, 0.3, "calibration-2026", "cost of opening a fight"}, self.fight_cost);
    visit(Field{"appeal_gain", "1", 0.03, 0.4, "calibration-2026", "following that an appeal of the best orator wins"},
          self.appeal_gain);
    visit(Field{"appeal_cost", "1", 0, 0.3, "calibration-2026", "cost of an appeal to the ranks"}, self.appeal_cost);
    visit(Field{"under_arbiter", "share", 0, 1, "assumed", "share of the cost of hostile acts that enlarging a bloc bears"},
          self.under_arbiter);
    visit(Field{"memory", "months", 0, 36, "assumed", "months for which rulers do not take back whom they drove out"},
          self.memory);
    visit(Field{"fight_months", "months", 1, 12, "assumed", "how long a fight stays open"}, self.fight_months);
  }
};

// A role: prestige far above the second and the bureau trusts him; he restrains hostile acts. M077 M101 S63.
struct ArbiterRule {
  double cost_low = 0.75;        // least cost of a hostile act while he is up
  double cost_high = 1.05;       // greatest cost
  double hope = 12.0;            // e-fold of the hope that he returns
  double prestige_ratio = 1.25;  // prestige over the second that the role needs
  double trust = 0.3;            // mean affinity of the bureau that the role needs
  double line_weight = 0.6;      // weight of his ideal in the line

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"cost_low", "1", 0.3, 1, "calibration-2026", "least cost of a hostile act while he is up"}, self.cost_low);
    visit(Field{"cost_high", "1", 0.4, 1.5, "calibration-2026", "greatest cost"}, self.cost_high);
    visit(Field{"hope", "months", 3, 12, "calibration-2026", "e-fold of the hope that he returns"}, self.hope);
    visit(Field{"prestige_ratio", "ratio", 1.1, 1.6, "calibration-2026", "prestige over the second that the role needs"},
          self.prestige_ratio);
    visit(Field{"trust", "index", 0.1, 0.5, "calibration-2026", "mean affinity of the bureau that the role needs"}, self.trust);
    visit(Field{"line_weight", "share", 0.2, 1, "calibration-2026", "weight of his ideal in the line"}, self.line_weight);
  }
};

// Which bloc rules and what line it draws. S40 S41 M091.
struct RulingRule {
  double needed = 0.42;          // seats with half of leaning neutrals that a bloc needs to rule
  double lapse_margin = 0.02;    // how far below that a ruling bloc lapses
  std::int32_t relax_after = 3;  // months without rulers after which less is enough
  double relax_step = 0.03;      // how much less a month
  double relax_floor = 0.3;      // least share
  double lean_weight = 0.5;      // weight of leaning neutrals
  double lean_level = 0.15;      // mean affinity from which a neutral leans
  double overturn = 0.1;         // lead that another bloc needs to replace rulers
  std::int32_t lock_in = 6;      // months for which an overturn cannot be reversed
  double line_speed = 0.25;      // speed at which the line follows its authors
  double single = 1.4;           // strength over the next from which one man leads alone
  double split = 0.35;           // bargaining power of an opposition that splits the party

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"needed", "share", 0.3, 0.55, "calibration-2026",
                "seats with half of leaning neutrals that a bloc needs to rule"},
          self.needed);
    visit(Field{"lapse_margin", "share", 0, 0.1, "calibration-2026", "how far below that a ruling bloc lapses"},
          self.lapse_margin);
    visit(Field{"relax_after", "months", 0, 12, "calibration-2026", "months without rulers after which less is enough"},
          self.relax_after);
    visit(Field{"relax_step", "share", 0, 0.1, "assumed", "how much less a month"}, self.relax_step);
    visit(Field{"relax_floor", "share", 0.2, 0.42, "assumed", "least share"}, self.relax_floor);
    visit(Field{"lean_weight", "share", 0, 1, "calibration-2026", "weight of leaning neutrals"}, self.lean_weight);
    visit(Field{"lean_level", "index", 0, 0.4, "assumed", "mean affinity from which a neutral leans"}, self.lean_level);
    visit(Field{"overturn", "share", 0, 0.3, "assumed", "lead that another bloc needs to replace rulers"}, self.overturn);
    visit(Field{"lock_in", "months", 0, 24, "assumed", "months for which an overturn cannot be reversed"}, self.lock_in);
    visit(Field{"line_speed", "per month", 0.05, 1, "assumed", "speed at which the line follows its authors"}, self.line_speed);
    visit(Field{"single", "ratio", 1.2, 2, "calibration-2026", "strength over the next from which one man leads alone"},
          self.single);
    visit(Field{"split", "share", 0.2, 0.5, "assumed", "bargaining power of an opposition that splits the party"}, self.split);
  }
};

}  // namespace thermidor::party
