// All parameters of peasant farms, and the definition of a region's farms at the start.
#pragma once

#include "economy/farm_field_params.hpp"
#include "economy/farm_levy_params.hpp"
#include "economy/farm_people_params.hpp"
#include "economy/farm_trade_params.hpp"

namespace thermidor::economy {

struct FarmParams {
  FarmNeeds needs;
  FarmHarvest harvest;
  FarmSowing sowing;
  FarmLevies levies;
  FarmSale sale;
  FarmOther other;
  FarmSpending spending;
  FarmVillage village;
  FarmDemography demography;
  FarmAnimals animals;
  FarmMood mood;
  FarmStrata strata;
  FarmStart start;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"needs", "struct", 0, 0, "", "grain that a farm needs until the next harvest"}, self.needs);
    visit(Field{"harvest", "struct", 0, 0, "", "yield of the sown area"}, self.harvest);
    visit(Field{"sowing", "struct", 0, 0, "", "how much farms sow"}, self.sowing);
    visit(Field{"levies", "struct", 0, 0, "", "what the state takes, and how farms evade it"}, self.levies);
    visit(Field{"sale", "struct", 0, 0, "", "how much grain farms offer, and to whom"}, self.sale);
    visit(Field{"other", "struct", 0, 0, "", "other farm goods"}, self.other);
    visit(Field{"spending", "struct", 0, 0, "", "goods and bread that farms order"}, self.spending);
    visit(Field{"village", "struct", 0, 0, "", "neighbours"}, self.village);
    visit(Field{"demography", "struct", 0, 0, "", "births, deaths and households"}, self.demography);
    visit(Field{"animals", "struct", 0, 0, "", "horses and cattle"}, self.animals);
    visit(Field{"mood", "struct", 0, 0, "", "grievance against the state"}, self.mood);
    visit(Field{"strata", "struct", 0, 0, "", "lines at which poor and kulak farms are read off"}, self.strata);
    visit(Field{"start", "struct", 0, 0, "", "farms at the start"}, self.start);
  }
};

// Farms of a region at the start (March 1921 in the shipped scenario): means over its households.
struct FarmRegion {
  double households = 0;
  double land_mean = 0;     // ha of grain land
  double land_spread = .8;  // s.d. of the logarithm
  double normal_yield = 0;  // t/ha
  double horses_per_household = 0;
  double cattle_per_household = 0;
  double grain_months = 0;  // of food in the barn, on top of spring seed and feed
  double cash_real = 0;     // roubles of 1913
  double eaters = 0;        // persons

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"households", "1", 0, 5e7, "regions", "real farms"}, self.households);
    visit(Field{"land_mean", "ha", .1, 50, "regions", "grain land of a mean farm"}, self.land_mean);
    visit(Field{"land_spread", "1", 0, 2, "regions", "s.d. of the logarithm of land"}, self.land_spread);
    visit(Field{"normal_yield", "t/ha", .1, 3, "regions", "yield of a normal year"}, self.normal_yield);
    visit(Field{"horses_per_household", "heads", 0, 10, "regions", "working horses"}, self.horses_per_household);
    visit(Field{"cattle_per_household", "heads", 0, 20, "regions", "units of cattle"}, self.cattle_per_household);
    visit(Field{"grain_months", "months", 0, 24, "regions", "of food in the barn"}, self.grain_months);
    visit(Field{"cash_real", "roubles of 1913", 0, 100, "regions", "cash of a mean farm"}, self.cash_real);
    visit(Field{"eaters", "persons", 1, 12, "regions", "members of a mean farm"}, self.eaters);
  }
};

}  // namespace thermidor::economy
