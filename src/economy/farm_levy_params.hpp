// Parameters of what the state takes from farms, of how they feel about it, and of who counts as poor or kulak.
#pragma once

#include "economy/farm_field_params.hpp"

namespace thermidor::economy {

// What the state takes, and how farms evade it.
struct FarmLevies {
  double requisition_floor = 0.45;
  double hiding = 0.45;
  double rot = 0.2;
  double search = 0.35;
  double hidden_spoilage = 0.03;
  double seizure = 0.1;
  ByMonth tax_months = {0, 0, 0, 0, 0, 0, 0, 0, .20, .35, .30, .15};
  double tax_reference = 4.2;
  double tax_progression = 1.8;
  double tax_deficit = 0.15;
  ByMonth money_months = {.1667, .1667, .1667, 0, 0, 0, 0, 0, 0, .1667, .1667, .1665};
  double money_reference = 4.3;
  double money_progression = 2.32;
  double arrears_kept = 0.8;
  double force_share = 0.2;
  double force_floor = 0.95;
  double force_rot = 0.03;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"requisition_floor", "share", 0, 1, "calibration-2026", "of the need that requisition leaves"},
          self.requisition_floor);
    visit(Field{"hiding", "ratio", 0, 1, "calibration-2026", "share of grain hidden per unit of expected take"}, self.hiding);
    visit(Field{"rot", "share", 0, 0.6, "calibration-2026", "of requisitioned grain that rots on the way"}, self.rot);
    visit(Field{"search", "ratio", 0, 1, "assumed", "share of hidden grain found per unit of force"}, self.search);
    visit(Field{"hidden_spoilage", "share/month", 0, 0.2, "assumed", "of hidden grain that spoils in pits"},
          self.hidden_spoilage);
    visit(Field{"seizure", "share/quarter", 0, 0.5, "assumed", "of cattle seized where the quota is wholly unmet"},
          self.seizure);
    visit(Field{"tax_months", "share", 0, 1, "assumed", "of the tax in kind due each month, January first"}, self.tax_months);
    visit(Field{"tax_reference", "ha", 1, 20, "calibration-2026", "area at which the tax in kind has its mean rate"},
          self.tax_reference);
    visit(Field{"tax_progression", "ratio", 1, 5, "calibration-2026", "rate on the largest farms over the mean rate"},
          self.tax_progression);
    visit(Field{"tax_deficit", "share", 0, 1, "calibration-2026", "of the tax in kind that farms without surplus pay"},
          self.tax_deficit);
    visit(Field{"money_months", "share", 0, 1, "assumed", "of the money tax due each month, January first"}, self.money_months);
    visit(Field{"money_reference", "ha", 1, 20, "calibration-2026", "area at which the money tax has its mean rate"},
          self.money_reference);
    visit(Field{"money_progression", "ratio", 1, 6, "calibration-2026", "rate on the largest farms over the mean rate"},
          self.money_progression);
    visit(Field{"arrears_kept", "share", 0, 1, "calibration-2026", "of unpaid tax that stays due"}, self.arrears_kept);
    visit(Field{"force_share", "share/month", 0, 1, "assumed", "of visible surplus taken at force 1"}, self.force_share);
    visit(Field{"force_floor", "share", 0.3, 1.5, "calibration-2026", "of the need that forced procurement leaves"},
          self.force_floor);
    visit(Field{"force_rot", "share", 0, 0.5, "assumed", "of forced procurement that rots on the way"}, self.force_rot);
  }
};

// Grievance against the state.
struct FarmMood {
  double decay = 0.04;
  double levy = 0.9;
  double hunger = 0.12;
  double goods = 0.02;
  double tax = 0.15;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"decay", "share/month", 0, 0.5, "assumed", "forgotten"}, self.decay);
    visit(Field{"levy", "ratio", 0, 5, "assumed", "per share of the grain taken without pay or by force"}, self.levy);
    visit(Field{"hunger", "ratio", 0, 2, "assumed", "per unit of nutrition lost"}, self.hunger);
    visit(Field{"goods", "ratio", 0, 0.5, "assumed", "per unit of goods wanted and not to be had"}, self.goods);
    visit(Field{"tax", "ratio", 0, 5, "assumed", "per share of cash paid in tax"}, self.tax);
  }
};

// Lines at which poor and kulak farms are read off; no farm carries a class.
struct FarmStrata {
  double poor_area = 0.56;
  double kulak_land = 2.6;
  double kulak_animals = 4;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(
        Field{"poor_area", "ratio", 0.1, 1, "calibration-2026", "area over the region's mean land below which a farm is poor"},
        self.poor_area);
    visit(
        Field{"kulak_land", "ratio", 1.5, 6, "calibration-2026", "land over the region's mean from which a farm is a kulak's"},
        self.kulak_land);
    visit(Field{"kulak_animals", "heads", 0, 20, "assumed", "animals from which a farm is a kulak's"}, self.kulak_animals);
  }
};

}  // namespace thermidor::economy
