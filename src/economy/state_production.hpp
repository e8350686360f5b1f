// State of regions and trusts: columns.
#pragma once

#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "economy/village.hpp"

namespace thermidor::economy {

// Economic regions, one entry each.
struct RegionState {
  std::vector<double> price;               // free grain price at the farm gate, kopecks a kg
  std::vector<std::int64_t> townspeople;   // people in towns
  std::vector<double> cover;               // town bread over need, last month
  std::vector<double> wanted;              // grain that buyers wanted, kg
  std::vector<double> offered;             // grain offered, kg
  std::vector<double> target;              // stock traders wish to hold, kg
  std::vector<double> outlook;             // grain wanted until new grain comes over what is and will be there
  std::vector<double> pull;                // kg drawn in by shortage
  std::vector<double> take;                // share of marginal output farms expect to lose
  std::vector<double> hungry;              // villagers short of food over people
  std::vector<FarmConditions> conditions;  // what farms face this month
  std::vector<FarmFlows> flows;            // what farms did last

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price", "kopecks", -1e18, 1e18, "", "free grain price at the farm gate, kopecks a kg"}, self.price);
    visit(Field{"townspeople", "persons", -1e18, 1e18, "", "people in towns"}, self.townspeople);
    visit(Field{"cover", "ratio", -1e18, 1e18, "", "town bread over need, last month"}, self.cover);
    visit(Field{"wanted", "kg", -1e18, 1e18, "", "grain that buyers wanted, kg"}, self.wanted);
    visit(Field{"offered", "kg", -1e18, 1e18, "", "grain offered, kg"}, self.offered);
    visit(Field{"target", "kg", -1e18, 1e18, "", "stock traders wish to hold, kg"}, self.target);
    visit(Field{"outlook", "ratio", 0, 1e18, "", "grain wanted until new grain comes over what is and will be there"},
          self.outlook);
    visit(Field{"pull", "kg", -1e18, 1e18, "", "kg drawn in by shortage"}, self.pull);
    visit(Field{"take", "share", -1e18, 1e18, "", "share of marginal output farms expect to lose"}, self.take);
    visit(Field{"hungry", "share", -1e18, 1e18, "", "villagers short of food over people"}, self.hungry);
    visit(Field{"conditions", "struct", 0, 0, "", "what farms face this month"}, self.conditions);
    visit(Field{"flows", "struct", 0, 0, "", "what farms did last"}, self.flows);
  }
};

// Trusts, one entry each: those of consumer goods first, then those of heavy industry.
struct TrustState {
  std::vector<BranchId> branch;       // branch
  std::vector<RegionId> region;       // seat
  std::vector<double> capacity;       // usable capacity a month
  std::vector<double> limit;          // capacity if repaired
  std::vector<double> cost;           // cost relative to the branch
  std::vector<double> price;          // kopecks per kopeck of 1913
  std::vector<double> output;         // made this month
  std::vector<double> wanted;         // output it would make if nothing were short
  std::vector<double> sales;          // expected sales a month
  std::vector<std::int64_t> stock;    // unsold goods
  std::vector<double> workers;        // employed
  std::vector<double> unit_cost;      // cost per kopeck of 1913
  std::vector<double> profit;         // this month
  std::vector<double> unpaid;         // share of wages left unpaid
  std::vector<double> ill_months;     // months of loss or arrears with an empty till
  std::vector<std::uint8_t> closed;   // closed down
  std::vector<std::uint8_t> heavy;    // sells to works and the state, not to shops
  std::vector<double> receipts_real;  // sold this month
  std::vector<double> receipts;       // from sales this month
  std::vector<std::int64_t> sold;     // in the sale being settled
  std::vector<double> wages_due;      // wages still owed this month
  std::vector<double> inputs_due;     // goods of heavy industry still owed for
  std::vector<double> line;           // credit reckoned with: owed to the bank or to be had, months of output
  std::vector<double> raw_due;        // farm raw materials still owed for
  std::vector<double> overhead_due;   // overhead still owed

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"branch", "id", 0, 65535, "", "branch"}, self.branch);
    visit(Field{"region", "id", 0, 65535, "", "seat"}, self.region);
    visit(Field{"capacity", "kopecks of 1913", -1e18, 1e18, "", "usable capacity a month"}, self.capacity);
    visit(Field{"limit", "kopecks of 1913", -1e18, 1e18, "", "capacity if repaired"}, self.limit);
    visit(Field{"cost", "ratio", -1e18, 1e18, "", "cost relative to the branch"}, self.cost);
    visit(Field{"price", "kopecks", -1e18, 1e18, "", "kopecks per kopeck of 1913"}, self.price);
    visit(Field{"output", "kopecks of 1913", -1e18, 1e18, "", "made this month"}, self.output);
    visit(Field{"wanted", "kopecks of 1913", -1e18, 1e18, "", "output it would make if nothing were short"}, self.wanted);
    visit(Field{"sales", "kopecks of 1913", -1e18, 1e18, "", "expected sales a month"}, self.sales);
    visit(Field{"stock", "kopecks of 1913", -1e18, 1e18, "", "unsold goods"}, self.stock);
    visit(Field{"workers", "persons", -1e18, 1e18, "", "employed"}, self.workers);
    visit(Field{"unit_cost", "kopecks", -1e18, 1e18, "", "cost per kopeck of 1913"}, self.unit_cost);
    visit(Field{"profit", "kopecks", -1e18, 1e18, "", "this month"}, self.profit);
    visit(Field{"unpaid", "share", -1e18, 1e18, "", "share of wages left unpaid"}, self.unpaid);
    visit(Field{"ill_months", "months", -1e18, 1e18, "", "months of loss or arrears with an empty till"}, self.ill_months);
    visit(Field{"closed", "flag", 0, 1, "", "closed down"}, self.closed);
    visit(Field{"heavy", "flag", 0, 1, "", "sells to works and the state, not to shops"}, self.heavy);
    visit(Field{"receipts_real", "kopecks of 1913", -1e18, 1e18, "", "sold this month"}, self.receipts_real);
    visit(Field{"receipts", "kopecks", -1e18, 1e18, "", "from sales this month"}, self.receipts);
    visit(Field{"sold", "kopecks of 1913", -1e18, 1e18, "", "in the sale being settled"}, self.sold);
    visit(Field{"wages_due", "kopecks", -1e18, 1e18, "", "wages still owed this month"}, self.wages_due);
    visit(Field{"inputs_due", "kopecks", -1e18, 1e18, "", "goods of heavy industry still owed for"}, self.inputs_due);
    visit(Field{"line", "months of output", 0, 1e3, "", "credit reckoned with: owed to the bank or to be had"}, self.line);
    visit(Field{"raw_due", "kopecks", -1e18, 1e18, "", "farm raw materials still owed for"}, self.raw_due);
    visit(Field{"overhead_due", "kopecks", -1e18, 1e18, "", "overhead still owed"}, self.overhead_due);
  }
};

}  // namespace thermidor::economy
