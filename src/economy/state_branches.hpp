// State of branches: columns in the order of the table, and what the plan and the building sites hold.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "economy/materials.hpp"

namespace thermidor::economy {

// Branches, one entry each.
struct BranchState {
  std::vector<double> output;            // made this month
  std::vector<double> usable;            // usable capacity
  std::vector<double> limit;             // capacity if repaired
  std::vector<double> need;              // wanted by users
  std::vector<double> supply;            // share of need met last month
  std::vector<double> plan;              // output that the balance of this month asks for
  std::vector<double> weight;            // share of short materials under the plan
  std::vector<double> wish;              // output wanted if plant were no limit
  std::vector<double> technique;         // output per hand of its plant against that of 1913
  std::vector<double> desired;           // output wanted before shortages
  std::vector<double> input_factor;      // share of desired output that inputs allow; scratch of other processes
  std::vector<double> branch_size;       // of its trusts, for shares
  std::vector<double> basket;            // demand for its goods against their share of the shelves
  std::vector<double> price;             // mean price of its trusts, per kopeck of 1913
  std::vector<std::int64_t> stock;       // heavy goods in store
  std::vector<double> delivered;         // heavy goods delivered this month
  std::vector<std::uint8_t> bottleneck;  // what held output back this month, see Cause
  std::vector<double> lost;              // output that it cost, of what was wanted
  std::vector<double> started;           // new plant on which work has begun, monthly output
  std::vector<double> building;          // new plant half built, monthly output
  std::vector<double> finished;          // new plant opened this month, monthly output
  std::vector<double> target;            // monthly output that the plan of the economic year asks for
  std::vector<double> made_year;         // made since the economic year began
  std::vector<double> slack;             // what the balance can supply over what it needs, less one
  std::vector<double> leased;            // small works in the hands of lessees, monthly output
  std::vector<double> leased_output;     // made in leased works this month
  std::array<double, kMaterials> material_supply = {1, 1, 1,
                                                    1, 1, 1};  // fuel, ore, metal, machines, power, timber: supply over need
  std::int64_t opening = 0;                                    // heavy goods in store at the start
  std::int64_t made = 0;                                       // heavy goods made since the start
  std::int64_t used = 0;                                       // heavy goods used since the start
  std::int64_t private_before = 0;  // goods of artisans and lessees after last month's work, less imports so far
  double private_sales = 0;         // their sales, smoothed
  double year_months = 0;           // of the economic year that have passed
  std::int32_t chief = 0;           // what holds industry back most, see Cause
  std::int32_t chief_months = 0;    // for how long
  double chief_lost = 0;            // output that it costs

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"output", "kopecks of 1913", 0, 1e+18, "", "made this month"}, self.output);
    visit(Field{"usable", "kopecks of 1913", 0, 1e+18, "", "usable capacity"}, self.usable);
    visit(Field{"limit", "kopecks of 1913", 0, 1e+18, "", "capacity if repaired"}, self.limit);
    visit(Field{"need", "kopecks of 1913", 0, 1e+18, "", "wanted by users"}, self.need);
    visit(Field{"supply", "share", 0, 1, "", "share of need met last month"}, self.supply);
    visit(Field{"plan", "kopecks of 1913", 0, 1e+18, "", "output that the balance of this month asks for"}, self.plan);
    visit(Field{"weight", "ratio", 0, 100, "", "share of short materials under the plan"}, self.weight);
    visit(Field{"wish", "kopecks of 1913", 0, 1e18, "", "output wanted if plant were no limit"}, self.wish);
    visit(Field{"technique", "ratio", 0, 100, "", "output per hand of its plant against that of 1913"}, self.technique);
    visit(Field{"desired", "kopecks of 1913", 0, 1e+18, "", "output wanted before shortages"}, self.desired);
    visit(Field{"input_factor", "ratio", -1e+18, 1e+18, "",
                "share of desired output that inputs allow; scratch of other processes"},
          self.input_factor);
    visit(Field{"branch_size", "kopecks of 1913", -1e+18, 1e+18, "", "of its trusts, for shares"}, self.branch_size);
    visit(Field{"basket", "ratio", 0, 1000000.0, "", "demand for its goods against their share of the shelves"}, self.basket);
    visit(Field{"price", "kopecks", 0, 1e+18, "", "mean price of its trusts, per kopeck of 1913"}, self.price);
    visit(Field{"stock", "kopecks of 1913", 0, 1e+18, "", "heavy goods in store"}, self.stock);
    visit(Field{"delivered", "kopecks of 1913", 0, 1e+18, "", "heavy goods delivered this month"}, self.delivered);
    visit(Field{"bottleneck", "index", 0, 12, "", "what held output back this month, see Cause"}, self.bottleneck);
    visit(Field{"lost", "share", 0, 1, "", "output that it cost, of what was wanted"}, self.lost);
    visit(Field{"started", "kopecks of 1913", 0, 1e+18, "", "new plant on which work has begun, monthly output"}, self.started);
    visit(Field{"building", "kopecks of 1913", 0, 1e+18, "", "new plant half built, monthly output"}, self.building);
    visit(Field{"finished", "kopecks of 1913", 0, 1e+18, "", "new plant opened this month, monthly output"}, self.finished);
    visit(Field{"target", "kopecks of 1913", 0, 1e+18, "", "monthly output that the plan of the economic year asks for"},
          self.target);
    visit(Field{"made_year", "kopecks of 1913", 0, 1e+18, "", "made since the economic year began"}, self.made_year);
    visit(Field{"slack", "ratio", -1, 10, "", "what the balance can supply over what it needs, less one"}, self.slack);
    visit(Field{"leased", "kopecks of 1913", 0, 1e+18, "", "small works in the hands of lessees, monthly output"}, self.leased);
    visit(Field{"leased_output", "kopecks of 1913", 0, 1e+18, "", "made in leased works this month"}, self.leased_output);
    visit(Field{"material_supply", "ratio", 0, 1, "", "fuel, ore, metal, machines, power, timber: supply over need"},
          self.material_supply);
    visit(Field{"opening", "kopecks of 1913", 0, 1e+18, "", "heavy goods in store at the start"}, self.opening);
    visit(Field{"made", "kopecks of 1913", 0, 1e+18, "", "heavy goods made since the start"}, self.made);
    visit(Field{"used", "kopecks of 1913", 0, 1e+18, "", "heavy goods used since the start"}, self.used);
    visit(Field{"private_before", "kopecks of 1913", -1e+18, 1e+18, "",
                "goods of artisans and lessees after last month's work, less imports so far"},
          self.private_before);
    visit(Field{"private_sales", "kopecks of 1913", 0, 1e+18, "", "their sales, smoothed"}, self.private_sales);
    visit(Field{"year_months", "months", 0, 12, "", "of the economic year that have passed"}, self.year_months);
    visit(Field{"chief", "index", 0, 12, "", "what holds industry back most, see Cause"}, self.chief);
    visit(Field{"chief_months", "months", 0, 100000, "", "for how long"}, self.chief_months);
    visit(Field{"chief_lost", "share", 0, 1, "", "output that it costs"}, self.chief_lost);
  }
};

// Who paid for investment (S14); sources are those of Source.
struct AccumulationState {
  std::vector<double> month;  // accumulation of this month by source
  std::vector<double> ring;   // of the last twelve months, month by month, sources side by side
  std::vector<double> year;   // sums of the last twelve months by source
  double own = 0;             // of it out of works' own means
  double credit = 0;          // of it lent by the bank
  double budget = 0;          // of it granted by the budget
  double arms_gold = 0;       // paid abroad this month for plant of the arms works

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"month", "kopecks of 1913", 0, 1e+18, "", "accumulation of this month by source"}, self.month);
    visit(Field{"ring", "kopecks of 1913", 0, 1e+18, "", "of the last twelve months, month by month, sources side by side"},
          self.ring);
    visit(Field{"year", "kopecks of 1913", 0, 1e+18, "", "sums of the last twelve months by source"}, self.year);
    visit(Field{"own", "kopecks", 0, 1e+18, "", "of it out of works' own means"}, self.own);
    visit(Field{"credit", "kopecks", 0, 1e+18, "", "of it lent by the bank"}, self.credit);
    visit(Field{"budget", "kopecks", 0, 1e+18, "", "of it granted by the budget"}, self.budget);
    visit(Field{"arms_gold", "million gold roubles", 0, 1000, "", "paid abroad this month for plant of the arms works"},
          self.arms_gold);
  }
};

}  // namespace thermidor::economy
