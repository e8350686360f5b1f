// Parameters of farms' work: needs, harvest, sowing, hired hands.
#pragma once

#include <array>

#include "core/fields.hpp"

namespace thermidor::economy {

using ByMonth = std::array<double, 12>;  // January first

// Grain that a farm needs until the next harvest.
struct FarmNeeds {
  double food = 18.4;
  double feed_horse = 270;
  double feed_cattle = 75;
  ByMonth feed_season = {1.6, 1.6, 1.5, 1.2, .6, .4, .4, .5, .6, .9, 1.2, 1.5};
  double seed = 110;
  double margin = 1.03;
  double scare_margin = 0.20995;
  double survival_food = 0.8682;
  double survival_feed = 0.6;
  double plenty_food = 0.06;
  double fatten = 0.151;
  double fatten_response = 1.0;
  double plenty_feed = 1.7784;
  double thrift_food = 0.2;
  double thrift_feed = 0.7;
  double seed_lock = 0.92;
  double seed_eaten = 2.5;
  double trust = 0.95;
  double at_hand = 0.9;
  double milk = 3;
  double front_load = 0.1;
  double spoilage = 0.003;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"food", "kg/person/month", 10, 25, "calibration-2026", "norm of grain as food"}, self.food);
    visit(Field{"feed_horse", "kg/head/year", 100, 700, "calibration-2026", "grain fed to a horse"}, self.feed_horse);
    visit(Field{"feed_cattle", "kg/head/year", 20, 300, "calibration-2026", "grain fed to a unit of cattle"}, self.feed_cattle);
    visit(Field{"feed_season", "ratio", 0, 3, "assumed", "month's feed over the year's mean, January first"}, self.feed_season);
    visit(Field{"seed", "kg/ha", 60, 180, "recalled", "seed sown per hectare"}, self.seed);
    visit(Field{"margin", "ratio", 1, 1.3, "calibration-2026", "need over norm kept for safety"}, self.margin);
    visit(Field{"scare_margin", "ratio", 0, 1, "calibration-2026", "added to the margin under full fear of war"},
          self.scare_margin);
    visit(Field{"survival_food", "share", 0.5, 1, "calibration-2026", "of the food norm below which farms do not sell"},
          self.survival_food);
    visit(Field{"survival_feed", "share", 0, 1, "calibration-2026", "of the feed norm below which farms do not sell"},
          self.survival_feed);
    visit(Field{"plenty_food", "share", 0, 0.5, "assumed", "eaten above the norm where stocks allow"}, self.plenty_food);
    visit(Field{"fatten", "share", 0, 1, "assumed", "of grain to spare for animals that is fed beyond the norm"}, self.fatten);
    visit(Field{"fatten_response", "elasticity", 0, 4, "assumed",
                "rise of what animals are fed at most with the price of other farm goods over that of grain"},
          self.fatten_response);
    visit(Field{"plenty_feed", "share", 0, 3, "assumed", "fed above the norm at most, at the prices of 1913"},
          self.plenty_feed);
    visit(Field{"thrift_food", "elasticity", 0, 1, "assumed", "fall of what people eat of their own as grain grows dear"},
          self.thrift_food);
    visit(Field{"thrift_feed", "elasticity", 0, 2, "assumed", "fall of what animals are fed as grain grows dear"},
          self.thrift_feed);
    visit(Field{"seed_lock", "share", 0.5, 1, "calibration-2026", "of the next sowing's seed that not even hunger touches"},
          self.seed_lock);
    visit(Field{"seed_eaten", "ratio", 0, 5, "assumed",
                "share of locked seed eaten, per unit of nutrition below the hunger line"},
          self.seed_eaten);
    visit(Field{"trust", "share", 0, 1, "assumed", "of the food norm eaten on trust that bread can be bought later"},
          self.trust);
    visit(Field{"at_hand", "share", 0, 1, "assumed", "of the stock and the harvest to come that is eaten on that trust"},
          self.at_hand);
    visit(Field{"milk", "kg/head/month", 0, 20, "assumed", "grain for which a beast's milk and meat stand on a hungry farm"},
          self.milk);
    visit(Field{"front_load", "ratio", 0, 1, "assumed", "eaten above an even spread of scarce stocks to the harvest"},
          self.front_load);
    visit(Field{"spoilage", "share/month", 0, 0.03, "assumed", "of grain in the barn lost to mice and damp"}, self.spoilage);
  }
};

// Yield of the sown area.
struct FarmHarvest {
  ByMonth share = {0, 0, 0, 0, 0, 0, .25, .50, .25, 0, 0, 0};
  double luck_spread = 0.35;
  double draught_area = 4.37;
  double draught_loss = 0.28;
  double draught_bend = 0.465;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"share", "share", 0, 1, "assumed", "of the harvest brought in each month, January first"}, self.share);
    visit(Field{"luck_spread", "ratio", 0, 0.9, "assumed", "largest gain or loss of a farm's yield by luck of its own"},
          self.luck_spread);
    visit(Field{"draught_area", "ha/head", 2, 8, "calibration-2026", "area that one horse works without loss of yield"},
          self.draught_area);
    visit(Field{"draught_loss", "share", 0, 0.6, "calibration-2026", "yield lost where there is no horse at all"},
          self.draught_loss);
    visit(Field{"draught_bend", "ratio", 0.05, 3, "calibration-2026", "draught power at which the loss falls fast"},
          self.draught_bend);
  }
};

// How much farms sow: the balance of drudgery against the use of the last unit.
struct FarmSowing {
  double spring_share = 0.6;
  double adjustment = 0.55;
  double drudgery = 1.17;
  double terms_floor = 0.55792;
  double terms_memory = 0.06;
  double terms_start = 0.35;
  double draught_limit = 6.5;
  double shared_horses = 0.45;
  double weakness = 0.679;
  double labour_limit = 5.5;
  double hiring = 0.8;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"spring_share", "share", 0.3, 0.9, "recalled", "of the area sown in May, the rest in September"},
          self.spring_share);
    visit(Field{"adjustment", "share/year", 0.1, 1, "calibration-2026", "of the gap to the wished area closed in a year"},
          self.adjustment);
    visit(Field{"drudgery", "ratio", 0.3, 3, "chayanov1925", "power by which drudgery rises with the share of land sown"},
          self.drudgery);
    visit(Field{"terms_floor", "ratio", 0.1, 1.2, "calibration-2026", "terms of trade that farms never expect to fall below"},
          self.terms_floor);
    visit(Field{"terms_memory", "share/month", 0.01, 0.5, "assumed", "speed at which expected terms follow the terms met"},
          self.terms_memory);
    visit(Field{"terms_start", "ratio", 0.05, 2, "assumed", "terms expected at the start"}, self.terms_start);
    visit(Field{"draught_limit", "ha/head", 3, 20, "assumed", "largest area per horse"}, self.draught_limit);
    visit(Field{"shared_horses", "heads", 0, 2, "assumed", "horses a farm can borrow or hire"}, self.shared_horses);
    visit(Field{"weakness", "ratio", 0, 3, "assumed", "share of the sowing lost per unit of nutrition missing"}, self.weakness);
    visit(Field{"labour_limit", "ha/worker", 2, 20, "assumed", "largest area per worker of the household"}, self.labour_limit);
    visit(Field{"hiring", "ratio", 0, 3, "assumed", "added to the labour limit where hiring is free"}, self.hiring);
  }
};

// Neighbours: the rich hire the poor for grain, and those with horses and hands to spare lease the land of those without. A
// tile of 64 farms stands for a village.
struct FarmVillage {
  double hire = 0.8;
  double hire_closed = 0.6;
  double wage = 300;
  double months = 5;
  double lease = 0.9;
  double lease_speed = 0.2;
  double rent = 0.33;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(
        Field{"hire", "share/quarter", 0, 1, "assumed", "of the surplus that farms give for hired labour where hiring is free"},
        self.hire);
    visit(Field{"hire_closed", "ratio", 0, 1, "assumed", "of that given where hiring is forbidden"}, self.hire_closed);
    visit(Field{"wage", "kg/worker/quarter", 0, 500, "assumed", "grain that a worker can earn"}, self.wage);
    visit(Field{"months", "months", 1, 12, "assumed", "of food for which deficit farms seek work"}, self.months);
    visit(Field{"lease", "share", 0, 1, "assumed",
                "of the land that farms cannot work by themselves and leave unsown that is let where leasing is free"},
          self.lease);
    visit(Field{"lease_speed", "share/sowing", 0.02, 1, "assumed", "of the gap to that closed: leases run for some years"},
          self.lease_speed);
    visit(Field{"rent", "share", 0, 1, "assumed", "of a normal crop of leased land that goes to those who let it"}, self.rent);
  }
};

}  // namespace thermidor::economy
