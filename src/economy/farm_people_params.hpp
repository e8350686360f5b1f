// Parameters of farms' people and animals, and of farms at the start.
#pragma once

#include "economy/farm_field_params.hpp"

namespace thermidor::economy {

// Births, deaths and households.
struct FarmDemography {
  double birth_rate = 0.0435;
  double death_rate = 0.018571;
  double birth_hunger = 1.2;
  double death_hunger = 1.68;
  double hunger_line = 0.64;
  double hunger_deaths = 0.30027;
  double maturing = 0.03;
  double worker_share = 0.52;
  double partition = 0.016;
  double partition_size = 5;
  double partition_age = 40;
  double merge = 0.05;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"birth_rate", "share/year", 0.01, 0.07, "econ_population", "births per person, well fed"}, self.birth_rate);
    visit(Field{"death_rate", "share/year", 0.005, 0.06, "econ_population", "deaths per person, well fed"}, self.death_rate);
    visit(Field{"birth_hunger", "ratio", 0, 1.5, "assumed", "share of births lost per unit of nutrition lost"},
          self.birth_hunger);
    visit(Field{"death_hunger", "ratio", 0, 5, "assumed", "rise of deaths of illness per unit of nutrition lost"},
          self.death_hunger);
    visit(Field{"hunger_line", "ratio", 0.5, 1, "calibration-2026", "nutrition below which people die of hunger"},
          self.hunger_line);
    visit(Field{"hunger_deaths", "share/month", 0.01, 1, "calibration-2026",
                "deaths per person and squared shortfall from the line"},
          self.hunger_deaths);
    visit(Field{"maturing", "share/quarter", 0.005, 0.2, "assumed", "of the gap closed between workers and their mean share"},
          self.maturing);
    visit(Field{"worker_share", "share", 0.3, 0.7, "recalled", "of members able to work"}, self.worker_share);
    visit(Field{"partition", "share/quarter", 0, 0.1, "calibration-2026", "chance of partition per eater above partition_size"},
          self.partition);
    visit(Field{"partition_size", "persons", 3, 10, "assumed", "household size above which partition begins"},
          self.partition_size);
    visit(Field{"partition_age", "quarters", 0, 200, "assumed", "age below which a household does not part"},
          self.partition_age);
    visit(Field{"merge", "share/quarter", 0, 0.5, "assumed", "chance that a household of two or fewer joins another"},
          self.merge);
  }
};

// Horses and cattle.
struct FarmAnimals {
  double horse_growth = 0.108;
  double horse_area = 2.2;
  double horse_purchase = 0.03;
  double cattle_growth = 0.4;
  double cattle_area = 1.3;
  double cattle_purchase = 0.05;
  double fed_line = 0.55;
  double hunger_loss = 0.2;
  double slaughter = 0.3;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"horse_growth", "share/year", 0, 0.3, "calibration-2026", "growth far below capacity"}, self.horse_growth);
    visit(Field{"horse_area", "ha/head", 1, 8, "calibration-2026", "land per horse at capacity"}, self.horse_area);
    visit(Field{"horse_purchase", "share/year", 0, 0.3, "assumed", "of the gap to capacity closed by purchase"},
          self.horse_purchase);
    visit(Field{"cattle_growth", "share/year", 0, 0.4, "calibration-2026", "growth far below capacity"}, self.cattle_growth);
    visit(Field{"cattle_area", "ha/head", 0.3, 8, "calibration-2026", "land per unit of cattle at capacity"}, self.cattle_area);
    visit(Field{"cattle_purchase", "share/year", 0, 0.3, "assumed", "of the gap to capacity closed by purchase"},
          self.cattle_purchase);
    visit(Field{"fed_line", "share", 0, 1, "calibration-2026", "fed over norm below which animals do not multiply"},
          self.fed_line);
    visit(Field{"hunger_loss", "share/quarter", 0, 1, "assumed", "of animals lost per unit of feed short of the line"},
          self.hunger_loss);
    visit(Field{"slaughter", "share/quarter", 0, 1, "assumed", "of animals eaten per unit of food short of the hunger line"},
          self.slaughter);
  }
};

// Farms at the start.
struct FarmStart {
  double land_reserve = 1.22;
  double sown_share = 0.8;
  double large_gap = 0.12;
  double family_power = 0.4;
  double horse_power = 0.9;
  double cattle_power = 0.6;
  double cash_power = 0.6;
  double feed_months = 2.6;
  double goods = 1500;
  double grievance = 0.45;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"land_reserve", "ratio", 1, 2, "calibration-2026",
                "land that could be under grain over the grain land of the region table"},
          self.land_reserve);
    visit(Field{"sown_share", "share", 0.3, 1, "econ_agriculture", "of that land sown"}, self.sown_share);
    visit(Field{"large_gap", "share", 0, 0.5, "calibration-2026", "less sown by the largest farms"}, self.large_gap);
    visit(Field{"family_power", "ratio", 0, 1, "assumed", "power of land in family size"}, self.family_power);
    visit(Field{"horse_power", "ratio", 0, 2, "assumed", "power of land in horses"}, self.horse_power);
    visit(Field{"cattle_power", "ratio", 0, 2, "assumed", "power of land in cattle"}, self.cattle_power);
    visit(Field{"cash_power", "ratio", 0, 2, "calibration-2026", "power of land in cash"}, self.cash_power);
    visit(Field{"feed_months", "months", 0, 12, "calibration-2026", "of feed in the barn"}, self.feed_months);
    visit(Field{"goods", "kopecks of 1913", 0, 20000, "assumed", "goods in use on a mean farm"}, self.goods);
    visit(Field{"grievance", "share", 0, 1, "assumed", "against the state at the start"}, self.grievance);
  }
};

}  // namespace thermidor::economy
