// Parameters of the rules of liking, bread, clashes and recantation.
#pragma once

#include <cstdint>

#include "core/fields.hpp"

namespace thermidor::party {

// How liking between leaders drifts. M078 M092 M144-M146 M160 S64 S65.
struct AffinityRule {
  double opposed = 0.012;        // loss between opposed blocs
  double rivalry = 0.045;        // loss between ambitious equals
  double rivalry_scale = 1.8;    // strength that counts as one
  double relief = 1.3;           // rivalry inside the ruling bloc when nothing threatens it
  double homophily = 0.05;       // gain from agreement on policy
  double distance_level = 0.35;  // salient distance at which agreement ends
  double shared_defeat = 0.12;   // healing among the defeated
  double shared_level = 0.5;     // level towards which they heal
  double attack_on = 0.12;       // loss of the attacked towards the attacker
  double attack_back = 0.06;     // loss of the attacker
  double expulsion_on = 0.25;    // loss of the expelled
  double expulsion_back = 0.15;  // loss of those who expel
  double decay = 0.01;           // return to the ordinary level
  double level = 0.12;           // ordinary affinity among old members
  double tie_sd = 0.1;           // spread of starting ties when traits are drawn or given
  double prior_sd = 0.2;         // spread of starting ties when drawn from the prior

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"opposed", "per month", 0, 0.03, "calibration-2026", "loss between opposed blocs"}, self.opposed);
    visit(Field{"rivalry", "per month", 0.03, 0.06, "calibration-2026", "loss between ambitious equals"}, self.rivalry);
    visit(Field{"rivalry_scale", "1", 1, 3, "calibration-2026", "strength that counts as one"}, self.rivalry_scale);
    visit(Field{"relief", "1", 1, 1.6, "calibration-2026", "rivalry inside the ruling bloc when nothing threatens it"},
          self.relief);
    visit(Field{"homophily", "per month", 0.03, 0.08, "calibration-2026", "gain from agreement on policy"}, self.homophily);
    visit(Field{"distance_level", "index", 0.2, 0.6, "calibration-2026", "salient distance at which agreement ends"},
          self.distance_level);
    visit(Field{"shared_defeat", "per month", 0.05, 0.15, "calibration-2026", "healing among the defeated"},
          self.shared_defeat);
    visit(Field{"shared_level", "index", 0.2, 0.8, "calibration-2026", "level towards which they heal"}, self.shared_level);
    visit(Field{"attack_on", "index", 0.05, 0.25, "calibration-2026", "loss of the attacked towards the attacker"},
          self.attack_on);
    visit(Field{"attack_back", "index", 0, 0.15, "calibration-2026", "loss of the attacker"}, self.attack_back);
    visit(Field{"expulsion_on", "index", 0.1, 0.4, "calibration-2026", "loss of the expelled"}, self.expulsion_on);
    visit(Field{"expulsion_back", "index", 0.05, 0.3, "calibration-2026", "loss of those who expel"}, self.expulsion_back);
    visit(Field{"decay", "per month", 0, 0.03, "assumed", "return to the ordinary level"}, self.decay);
    visit(Field{"level", "index", 0, 0.3, "calibration-2026", "ordinary affinity among old members"}, self.level);
    visit(Field{"tie_sd", "sd", 0, 0.3, "calibration-2026", "spread of starting ties when traits are drawn or given"},
          self.tie_sd);
    visit(Field{"prior_sd", "sd", 0, 0.4, "calibration-2026", "spread of starting ties when drawn from the prior"},
          self.prior_sd);
  }
};

// Bread and unrest expected under each line; salience; learning. S17 S23 M020 M038 M136 M137.
struct BreadRule {
  double line_level = 0.65;              // how far a market line exposes to shortage
  double line_floor = 0.35;              // least exposure
  double force_level = 0.35;             // market position at which a line uses no force
  double force_scale = 0.9;              // market positions per unit of force
  double force_tempo = 0.2;              // force that tempo needs
  double belief = 0.5;                   // belief of the moderate that force brings grain
  double belief_slope = 0.45;            // the same per unit of tempo over market
  double harm = 1.15;                    // unrest that force brings, less belief
  double relief = 0.45;                  // share of that harm which need excuses
  double learn_market = 0.07;            // turn from the market of those of no principle in shortage
  double learn_tempo = 0.05;             // their turn to tempo
  double learn_level = 0.25;             // shortage at which they turn
  double learn_unrest = 0.4;             // how much more shortage it takes where the country is in unrest
  double learn_taper = 2.0;              // how soon plenty ceases to teach those whose views need little force
  double salience_market = 0.7;          // attention to the market in ordinary times
  double salience_shortage = 1.6;        // attention that shortage adds
  double salience_unrest = 0.5;          // attention that unrest adds
  double salience_tempo = 0.7;           // attention to tempo
  double salience_tempo_shortage = 1.1;  // attention to tempo that shortage adds
  double salience_other = 0.5;           // attention to the world and to debate
  double salience_revolution = 1.0;      // attention to the world that a revolution abroad adds
  double hearing = 0.5;                  // speed at which news of shortage is believed
  double forgetting = 0.25;              // speed at which a shortage that has passed is forgotten
  double alarm = 1.2;                    // shortage as leaders read it over that of the economy's signal
  double rebuilt_from = 40.0;            // output of industry from which it counts as being rebuilt
  double rebuilt_to = 95.0;              // output at which rebuilding is over and only new works add to it
  double charge = 0.01;                  // prestige that rulers lose in full shortage

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"line_level", "1", 0.4, 0.9, "calibration-2026", "how far a market line exposes to shortage"}, self.line_level);
    visit(Field{"line_floor", "share", 0.1, 0.6, "calibration-2026", "least exposure"}, self.line_floor);
    visit(Field{"force_level", "index", 0, 0.6, "calibration-2026", "market position at which a line uses no force"},
          self.force_level);
    visit(Field{"force_scale", "1", 0.5, 1.5, "calibration-2026", "market positions per unit of force"}, self.force_scale);
    visit(Field{"force_tempo", "1", 0, 0.5, "calibration-2026", "force that tempo needs"}, self.force_tempo);
    visit(Field{"belief", "share", 0.2, 0.8, "calibration-2026", "belief of the moderate that force brings grain"},
          self.belief);
    visit(Field{"belief_slope", "1", 0.2, 0.7, "calibration-2026", "the same per unit of tempo over market"},
          self.belief_slope);
    visit(Field{"harm", "1", 0.8, 1.5, "calibration-2026", "unrest that force brings, less belief"}, self.harm);
    visit(Field{"relief", "share", 0.2, 0.8, "calibration-2026", "share of that harm which need excuses"}, self.relief);
    visit(Field{"learn_market", "per month", 0, 0.15, "calibration-2026",
                "turn from the market of those of no principle in shortage"},
          self.learn_market);
    visit(Field{"learn_tempo", "per month", 0, 0.12, "calibration-2026", "their turn to tempo"}, self.learn_tempo);
    visit(Field{"learn_level", "share", 0.1, 0.5, "calibration-2026", "shortage at which they turn"}, self.learn_level);
    visit(Field{"learn_unrest", "1", 0, 2, "assumed", "how much more shortage it takes where the country is in unrest"},
          self.learn_unrest);
    visit(Field{"learn_taper", "1", 1, 10, "assumed", "how soon plenty ceases to teach those whose views need little force"},
          self.learn_taper);
    visit(Field{"salience_market", "1", 0.4, 1, "calibration-2026", "attention to the market in ordinary times"},
          self.salience_market);
    visit(Field{"salience_shortage", "1", 0.5, 2.5, "calibration-2026", "attention that shortage adds"},
          self.salience_shortage);
    visit(Field{"salience_unrest", "1", 0, 1, "calibration-2026", "attention that unrest adds"}, self.salience_unrest);
    visit(Field{"salience_tempo", "1", 0.4, 1, "calibration-2026", "attention to tempo"}, self.salience_tempo);
    visit(Field{"salience_tempo_shortage", "1", 0.3, 2, "calibration-2026", "attention to tempo that shortage adds"},
          self.salience_tempo_shortage);
    visit(Field{"salience_other", "1", 0.2, 1, "calibration-2026", "attention to the world and to debate"},
          self.salience_other);
    visit(Field{"salience_revolution", "1", 0, 2, "calibration-2026", "attention to the world that a revolution abroad adds"},
          self.salience_revolution);
    visit(Field{"hearing", "per month", 0.1, 1, "assumed", "speed at which news of shortage is believed"}, self.hearing);
    visit(Field{"forgetting", "per month", 0.02, 1, "assumed", "speed at which a shortage that has passed is forgotten"},
          self.forgetting);
    visit(Field{"alarm", "ratio", 0.5, 3, "assumed", "shortage as leaders read it over that of the economy's signal"},
          self.alarm);
    visit(Field{"rebuilt_from", "1913=100", 0, 100, "assumed", "output of industry from which it counts as being rebuilt"},
          self.rebuilt_from);
    visit(
        Field{"rebuilt_to", "1913=100", 80, 200, "assumed", "output at which rebuilding is over and only new works add to it"},
        self.rebuilt_to);
    visit(Field{"charge", "per month", 0, 0.05, "assumed", "prestige that rulers lose in full shortage"}, self.charge);
  }
};

// Clashes in office, removals by an arbiter, and his will. M085 M087 M088 M103 S62 S64.
struct ClashRule {
  double rate = 0.05;         // clashes of the rudest in the strongest office
  double damage = 0.3;        // affinity that a clash costs
  double spread = 0.1;        // the same among friends of the victim
  double removal = 0.05;      // removals that an arbiter moves against those he dislikes
  double removal_cue = 2.0;   // his weight in that vote
  double write = 0.5;         // chance that an ailing arbiter writes
  double great_office = 0.5;  // value of posts that make a man great
  double publicity = 0.6;     // publicity of a will: 0 suppressed, .3 Committee, .6 heads of delegations, 1 congress
  double suppressed = 0.5;    // factor while its target rules
  double cue = 1.35;          // weight of a will in the vote
  double in_committee = 0.3;  // publicity at which the whole Committee has heard
  double in_congress = 1.0;   // publicity at which the whole congress has heard
  double words = 0.5;         // share of liking for the author that turns against his target
  double standing = 0.2;      // share of the author's prestige that the target loses before a whole congress
  double absence = 0.03;      // prestige lost by those absent when the arbiter dies

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"rate", "per month", 0.02, 0.1, "calibration-2026", "clashes of the rudest in the strongest office"},
          self.rate);
    visit(Field{"damage", "index", 0.1, 0.5, "calibration-2026", "affinity that a clash costs"}, self.damage);
    visit(Field{"spread", "index", 0, 0.3, "calibration-2026", "the same among friends of the victim"}, self.spread);
    visit(Field{"removal", "per month", 0, 0.1, "calibration-2026", "removals that an arbiter moves against those he dislikes"},
          self.removal);
    visit(Field{"removal_cue", "1", 0.5, 4, "calibration-2026", "his weight in that vote"}, self.removal_cue);
    visit(Field{"write", "per month", 0.1, 1, "calibration-2026", "chance that an ailing arbiter writes"}, self.write);
    visit(Field{"great_office", "share", 0.3, 0.9, "calibration-2026", "value of posts that make a man great"},
          self.great_office);
    visit(Field{"publicity", "1", 0, 2, "calibration-2026",
                "publicity of a will: 0 suppressed, .3 Committee, .6 heads of delegations, 1 congress"},
          self.publicity);
    visit(Field{"suppressed", "share", 0, 1, "assumed", "factor while its target rules"}, self.suppressed);
    visit(Field{"cue", "1", 0.5, 2.5, "calibration-2026", "weight of a will in the vote"}, self.cue);
    visit(Field{"in_committee", "1", 0.1, 0.5, "M103", "publicity at which the whole Committee has heard"}, self.in_committee);
    visit(Field{"in_congress", "1", 0.5, 2, "M103", "publicity at which the whole congress has heard"}, self.in_congress);
    visit(Field{"words", "share", 0, 1, "assumed", "share of liking for the author that turns against his target"}, self.words);
    visit(Field{"standing", "share", 0, 0.5, "assumed", "of the author's prestige that the target loses before a congress"},
          self.standing);
    visit(Field{"absence", "1", 0, 0.1, "assumed", "prestige lost by those absent when the arbiter dies"}, self.absence);
  }
};

// Who gives in after defeat, and what becomes of him. M175 M179 S77.
struct RecantRule {
  double base = -3.5;              // general unwillingness
  double per_rung = 0.5;           // pressure of each rung
  double caution = 2.5;            // weight of caution
  double principle = 1.8;          // weight of principle
  double distance = 1.1;           // weight of distance from the line
  double distance_level = 0.6;     // distance at which it turns
  double friends = 1.2;            // weight of friends who gave in
  double leader = 2.0;             // weight of one's leader having given in
  double enmity = 3.0;             // weight of hating the head of the rulers
  double pace = 0.4;               // share of these who decide in a month
  std::int32_t readmit_after = 6;  // months until one may be taken back
  double readmit = 0.15;           // chance of being taken back

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"base", "logit", -6, -1, "calibration-2026", "general unwillingness"}, self.base);
    visit(Field{"per_rung", "logit", 0, 1, "calibration-2026", "pressure of each rung"}, self.per_rung);
    visit(Field{"caution", "logit", 1, 4, "calibration-2026", "weight of caution"}, self.caution);
    visit(Field{"principle", "logit", 1, 3, "calibration-2026", "weight of principle"}, self.principle);
    visit(Field{"distance", "logit", 0, 2, "calibration-2026", "weight of distance from the line"}, self.distance);
    visit(Field{"distance_level", "index", 0.2, 1, "calibration-2026", "distance at which it turns"}, self.distance_level);
    visit(Field{"friends", "logit", 0, 2, "calibration-2026", "weight of friends who gave in"}, self.friends);
    visit(Field{"leader", "logit", 0, 4, "calibration-2026", "weight of one's leader having given in"}, self.leader);
    visit(Field{"enmity", "logit", 0, 6, "assumed", "weight of hating the head of the rulers"}, self.enmity);
    visit(Field{"pace", "per month", 0.1, 1, "assumed", "share of these who decide in a month"}, self.pace);
    visit(Field{"readmit_after", "months", 1, 24, "assumed", "months until one may be taken back"}, self.readmit_after);
    visit(Field{"readmit", "per month", 0, 0.5, "assumed", "chance of being taken back"}, self.readmit);
  }
};

}  // namespace thermidor::party
