// Rows of the scenario's economic tables: regions and industrial branches as of the start. Constant after loading.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/quantity.hpp"

namespace thermidor::economy {

// One economic region as of March 1921.
struct RegionRow {
  std::string id;                 // key
  std::string title;              // name for readers
  std::int32_t weather_zone = 0;  // zone whose weather it shares: row of the table of zones
  double households = 1.0;        // farm households
  double eaters = 5.2;            // per farm household
  double townspeople = 1.0;       // urban population
  double land_mean = 4.0;         // mean grain land a household could sow
  double land_spread = 0.8;       // spread of land among households
  double normal_yield = 0.75;     // yield in normal weather
  double horses = 1.1;            // per household
  double cattle = 1.9;            // cattle units per household
  double grain_months = 5.2;      // food in barns at the start
  double cash = 0.22;             // money per household
  double rail = 0.5;              // ease of moving grain by rail
  double industry_share = 0.05;   // of large-scale industry
  double grain_balance = 0.0;     // -1 deficit, +1 surplus region
  std::int32_t tile_row = 0;      // place on maps of tiles, from the north; the model does not read it
  std::int32_t tile_column = 0;   // the same, from the west

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "econ_regions", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "econ_regions", "name for readers"}, self.title);
    visit(Field{"weather_zone", "index", 0, 99, "econ_regions", "zone whose weather it shares: row of the table of zones"},
          self.weather_zone);
    visit(Field{"households", "million", 0, 10, "econ_regions", "farm households"}, self.households);
    visit(Field{"eaters", "persons", 2, 10, "econ_regions", "per farm household"}, self.eaters);
    visit(Field{"townspeople", "million", 0, 20, "econ_regions", "urban population"}, self.townspeople);
    visit(Field{"land_mean", "ha", 0.2, 30, "econ_regions", "mean grain land a household could sow"}, self.land_mean);
    visit(Field{"land_spread", "log sd", 0, 2, "econ_regions", "spread of land among households"}, self.land_spread);
    visit(Field{"normal_yield", "t/ha", 0.2, 2, "econ_regions", "yield in normal weather"}, self.normal_yield);
    visit(Field{"horses", "head", 0, 10, "econ_regions", "per household"}, self.horses);
    visit(Field{"cattle", "head", 0, 20, "econ_regions", "cattle units per household"}, self.cattle);
    visit(Field{"grain_months", "months", 0, 24, "econ_regions", "food in barns at the start"}, self.grain_months);
    visit(Field{"cash", "roubles of 1913", 0, 50, "econ_regions", "money per household"}, self.cash);
    visit(Field{"rail", "share", 0, 1, "econ_regions", "ease of moving grain by rail"}, self.rail);
    visit(Field{"industry_share", "share", 0, 1, "econ_regions", "of large-scale industry"}, self.industry_share);
    visit(Field{"grain_balance", "index", -1, 1, "econ_regions", "-1 deficit, +1 surplus region"}, self.grain_balance);
    visit(Field{"tile_row", "index", 0, 11, "constructed", "place on maps of tiles, from the north"}, self.tile_row);
    visit(Field{"tile_column", "index", 0, 11, "constructed", "place on maps of tiles, from the west"}, self.tile_column);
  }
};

// One industrial branch as of March 1921; input coefficients are constructed, not recorded.
struct BranchRow {
  std::string id;               // key
  std::string title;            // name for readers
  std::int32_t kind = 1;        // 0 fuel, 1 other heavy, 2 consumer goods made by trusts, 3 transport, 4 building, 5 crafts
  double weight = 0.1;          // of factory output of 1913
  double size = 30.0;           // output of 1913
  double output = 0.2;          // output at the start
  double capacity = 1.0;        // capacity if repaired
  double fuel = 0.03;           // fuel per unit of output, both at 1913 prices
  double ore = 0.0;             // ore per unit of output
  double metal = 0.02;          // metal per unit of output
  double machines = 0.02;       // machines and spare parts per unit of output
  double power = 0.02;          // electricity per unit of output
  double timber = 0.01;         // timber and building materials per unit of output
  double raw = 0.0;             // farm raw materials per unit of output
  double investment_use = 0.0;  // share of a rouble of investment spent on its goods
  double capital = 1.0;         // building that a unit of capacity takes, against the mean of industry
  double state_use = 0.0;       // share of the budget orders for goods placed with it
  double priority = 0.5;        // rank in the plan when materials are short
  std::int32_t trusts = 0;      // accounting units with tills of their own
  double growth = 0.06;         // fastest rise of output
  double repair = 1.0;          // ease of repair against the mean of industry
  double stock = 1.0;           // in store at the start, of the output of 1913
  double lag = 12.0;            // from the first works of a new plant to its opening
  double leasable = 0.0;        // small works that can be leased, of the size of the branch

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "econ_industry", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "econ_industry", "name for readers"}, self.title);
    visit(Field{"kind", "index", 0, 5, "econ_industry",
                "0 fuel, 1 other heavy, 2 consumer goods made by trusts, 3 transport, 4 building, 5 crafts"},
          self.kind);
    visit(Field{"weight", "share", 0, 1, "econ_industry", "of factory output of 1913"}, self.weight);
    visit(Field{"size", "million roubles of 1913 a month", 0.01, 500, "econ_industry", "output of 1913"}, self.size);
    visit(Field{"output", "1913=1", 0, 2, "econ_industry", "output at the start"}, self.output);
    visit(Field{"capacity", "1913=1", 0, 2, "econ_industry", "capacity if repaired"}, self.capacity);
    visit(Field{"fuel", "ratio", 0, 2, "constructed", "fuel per unit of output, both at 1913 prices"}, self.fuel);
    visit(Field{"ore", "ratio", 0, 2, "constructed", "ore per unit of output"}, self.ore);
    visit(Field{"metal", "ratio", 0, 2, "constructed", "metal per unit of output"}, self.metal);
    visit(Field{"machines", "ratio", 0, 2, "constructed", "machines and spare parts per unit of output"}, self.machines);
    visit(Field{"power", "ratio", 0, 2, "constructed", "electricity per unit of output"}, self.power);
    visit(Field{"timber", "ratio", 0, 2, "constructed", "timber and building materials per unit of output"}, self.timber);
    visit(Field{"raw", "ratio", 0, 2, "constructed", "farm raw materials per unit of output"}, self.raw);
    visit(Field{"investment_use", "share", 0, 1, "constructed", "share of a rouble of investment spent on its goods"},
          self.investment_use);
    visit(Field{"capital", "ratio", 0.1, 10, "constructed",
                "building that a unit of capacity takes, against the mean of industry"},
          self.capital);
    visit(Field{"state_use", "share", 0, 1, "constructed", "share of the budget orders for goods placed with it"},
          self.state_use);
    visit(Field{"priority", "index", 0, 1, "constructed", "rank in the plan when materials are short"}, self.priority);
    visit(Field{"trusts", "count", 0, 40, "econ_structure", "accounting units with tills of their own"}, self.trusts);
    visit(Field{"growth", "share a month", 0.005, 0.3, "constructed", "fastest rise of output"}, self.growth);
    visit(Field{"repair", "ratio", 0, 4, "constructed", "ease of repair against the mean of industry"}, self.repair);
    visit(Field{"stock", "months", 0, 48, "constructed", "in store at the start, of the output of 1913"}, self.stock);
    visit(Field{"lag", "months", 2, 60, "constructed", "from the first works of a new plant to its opening"}, self.lag);
    visit(Field{"leasable", "share", 0, 1, "econ_structure", "small works that can be leased, of the size of the branch"},
          self.leasable);
  }
};

}  // namespace thermidor::economy
