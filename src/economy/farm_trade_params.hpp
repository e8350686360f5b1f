// Parameters of farms' sales and purchases.
#pragma once

#include "economy/farm_field_params.hpp"

namespace thermidor::economy {

// How much grain farms offer, and to whom.
struct FarmSale {
  double keep = 0.53009;
  double response = 1.0053;
  double substitution = 0.6991;
  double availability_power = 1.2926;
  double rationed_response = 2;
  double price_1913 = 4.6;
  double channel_price = 5.028;
  double channel_base = -0.015608;
  double channel_state = 3.14;
  double private_margin = 0.06;
  double private_risk = 0.75;
  double satiation = 0.45;
  double wanted_cash = 380;
  double withholding = 4.4887;
  double scare_hold = 0.28332;
  ByMonth profile = {.13, .1, .07, .03, .03, .03, .02, .06, .1, .155, .145, .13};
  ByMonth debt_months = {0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0};
  double debt = 58.868;
  double debt_limit = 0.3;
  double tax_floor = 0.5;
  double pending = 0.7;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"keep", "ratio", 0.1, 2, "calibration-2026", "surplus kept over surplus sold at equal terms"}, self.keep);
    visit(Field{"response", "ratio", 0.2, 2, "calibration-2026", "power of the terms of trade in kept over sold"},
          self.response);
    visit(Field{"substitution", "ratio", 0, 3, "assumed",
                "power in the terms of the price of grain over that of other farm goods"},
          self.substitution);
    visit(Field{"availability_power", "ratio", 0, 3, "calibration-2026", "power of the goods' availability in the terms"},
          self.availability_power);
    visit(Field{"rationed_response", "ratio", 0, 6, "assumed",
                "power of availability by which the response to prices fades when goods are short"},
          self.rationed_response);
    visit(Field{"price_1913", "kopecks/kg", 2, 8, "recalled", "farm-gate price of grain in 1913"}, self.price_1913);
    visit(Field{"channel_price", "ratio", 0.5, 10, "calibration-2026", "power of the price ratio in the choice of buyer"},
          self.channel_price);
    visit(Field{"channel_base", "1", -3, 3, "calibration-2026", "leaning to private buyers at equal prices"},
          self.channel_base);
    visit(Field{"channel_state", "1", 0, 8, "calibration-2026", "leaning to the state where private trade is illegal"},
          self.channel_state);
    visit(Field{"private_margin", "share", 0, 0.5, "calibration-2026", "of the free price that a lawful trader keeps"},
          self.private_margin);
    visit(Field{"private_risk", "share", 0, 1, "calibration-2026",
                "of the free price that a wholly illegal trader keeps besides"},
          self.private_risk);
    visit(Field{"satiation", "ratio", 0.05, 5, "calibration-2026", "how fast sales fall as cash exceeds what is wanted"},
          self.satiation);
    visit(Field{"wanted_cash", "kopecks of 1913/ha", 50, 3000, "assumed", "cash beyond which there is little reason to sell"},
          self.wanted_cash);
    visit(
        Field{"withholding", "ratio", 0, 10, "calibration-2026", "sales withheld per unit of expected rise of the grain price"},
        self.withholding);
    visit(Field{"scare_hold", "share", 0, 1, "assumed", "of sales withheld under full fear of war"}, self.scare_hold);
    visit(Field{"profile", "share", 0, 1, "calibration-2026", "of the year's sales wished each month, January first"},
          self.profile);
    visit(Field{"debt_months", "share", 0, 1, "assumed", "of a month's debts due each month, January first"}, self.debt_months);
    visit(Field{"debt", "kopecks of 1913/ha", 0, 200, "calibration-2026", "debts due in a full month"}, self.debt);
    visit(Field{"debt_limit", "share", 0, 1, "calibration-2026", "of the surplus that debts can force to market"},
          self.debt_limit);
    visit(Field{"tax_floor", "share", 0, 1, "calibration-2026", "of the need down to which farms sell to pay the tax"},
          self.tax_floor);
    visit(Field{"pending", "share", 0, 1, "assumed", "of the harvest still to come that counts as at hand"}, self.pending);
  }
};

// Other farm goods: flax, beet, butter, hides, eggs.
struct FarmOther {
  double per_cattle = 4000;
  double per_hectare = 1600;
  double produce = 0.5;
  double per_worker = 2500;
  double worker_area = 2.5;
  double base = 0.6;
  double keep = 0.87;
  double response = 0.87;
  double intensity_start = 0.3;
  double intensity_speed = 0.03;
  double intensity_power = 0.35;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"per_cattle", "kopecks of 1913/head/year", 500, 10000, "calibration-2026", "output per unit of cattle"},
          self.per_cattle);
    visit(Field{"per_hectare", "kopecks of 1913/ha/year", 200, 6000, "calibration-2026",
                "output of industrial crops per hectare of grain"},
          self.per_hectare);
    visit(
        Field{"produce", "ratio", 0, 2, "assumed", "rise of output per unit of cattle with what animals are fed over the norm"},
        self.produce);
    visit(Field{"per_worker", "kopecks of 1913/worker/year", 0, 10000, "assumed",
                "crafts and carting of a worker whom the land does not need"},
          self.per_worker);
    visit(Field{"worker_area", "ha/worker", 1, 10, "assumed", "area that keeps a worker busy"}, self.worker_area);
    visit(Field{"base", "share", 0, 1, "calibration-2026", "of cattle output that needs no intensity"}, self.base);
    visit(Field{"keep", "ratio", 0.1, 3, "calibration-2026", "output kept over output sold at equal terms"}, self.keep);
    visit(Field{"response", "ratio", 0.2, 2, "calibration-2026", "power of the terms of trade in kept over sold"},
          self.response);
    visit(Field{"intensity_start", "ratio", 0.05, 1.5, "assumed", "intensity at the start, 1 = 1913"}, self.intensity_start);
    visit(Field{"intensity_speed", "share/month", 0.002, 0.3, "assumed", "speed at which intensity follows the terms"},
          self.intensity_speed);
    visit(Field{"intensity_power", "ratio", 0, 1, "assumed", "power of the terms in the wished intensity"},
          self.intensity_power);
  }
};

// Goods and bread that farms order.
struct FarmSpending {
  double share = 0.29313;
  double inflation = 1.0;
  double limit = 0.9;
  double wear = 0.03;
  double bread_months = 6;
  double bread_summer = 1.5;
  double bread_share = 0.9;
  double bread_memory = 0.06;
  double bread_markup = 0.1;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"share", "share/month", 0.05, 0.9, "calibration-2026", "of cash spent in a month"}, self.share);
    visit(Field{"inflation", "ratio", 0, 4, "assumed", "added to the share per unit of monthly inflation"}, self.inflation);
    visit(Field{"limit", "share/month", 0.3, 1, "assumed", "largest share of cash spent in a month"}, self.limit);
    visit(Field{"wear", "share/month", 0.005, 0.3, "assumed", "of goods in use that wear out"}, self.wear);
    visit(Field{"bread_months", "months", 0.5, 6, "assumed", "of food that deficit farms want in the barn"}, self.bread_months);
    visit(Field{"bread_summer", "months", 0.5, 6, "assumed", "the same while the harvest is coming in"}, self.bread_summer);
    visit(Field{"bread_share", "share", 0.1, 1, "assumed", "of cash that a deficit farm gives for bread"}, self.bread_share);
    visit(Field{"bread_memory", "share/month", 0.02, 1, "assumed", "speed at which farms learn whether bread can be bought"},
          self.bread_memory);
    visit(Field{"bread_markup", "share", 0, 1, "assumed", "price of bread in the village over the farm-gate price"},
          self.bread_markup);
  }
};

}  // namespace thermidor::economy
