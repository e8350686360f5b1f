// State of retail and foreign trade, and the last twelve months.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fields.hpp"

namespace thermidor::economy {

// Retail and foreign trade.
struct TradeState {
  double network = 0;                            // monthly turnover that state and co-operative shops can handle
  double turnover = 0;                           // retail sales of goods this month
  double private_share = 0;                      // of goods turnover
  double private_retail = 0;                     // private share of all retail
  double availability = 1;                       // share of wanted spending met, smoothed
  double met = 1;                                // the same, this month
  double cartel = 0;                             // how far sellers act together
  double village_orders = 0;                     // goods ordered by villages
  double village_goods = 0;                      // delivered to villages
  double village_met = 1;                        // share of villages' orders met, smoothed
  double shelves = 0;                            // least share of them met this month over a year ago's
  double black = 0;                              // share of trade that is black
  double theft = 0;                              // of output stolen
  double gold = 0;                               // million gold roubles
  double exports = 0;                            // million gold roubles this month
  double imports = 0;                            // million gold roubles this month
  std::int64_t grain_exports = 0;                // this month
  std::int64_t collections = 0;                  // state grain this month
  std::int64_t collections_total = 0;            // since July
  std::int64_t sold_private = 0;                 // this month
  std::int64_t harvest_total = 0;                // since July
  double rail = 0;                               // freight capacity, 1913 = 1
  std::int64_t crafts_sold = 0;                  // in the sale being settled
  double state_bread = 0;                        // share of town need met by the state
  double bread_private = 0;                      // bread sold privately to towns
  double bread_turnover = 0;                     // bread sold to towns and villages
  double village_income = 0;                     // farm receipts this month
  double closed = 0;                             // share of capacity closed
  double machines_imported = 0;                  // this month
  double foreign_debt = 0;                       // million gold roubles owed abroad
  double credit_taken = 0;                       // million gold roubles lent by foreigners this month
  double debt_service = 0;                       // million gold roubles paid to them
  double default_risk = 0;                       // that they see, 0-1
  double gold_sold = 0;                          // million gold roubles of the reserve spent this month
  double imports_machines = 0;                   // million gold roubles this month
  double imports_raw = 0;                        // million gold roubles this month
  double imports_goods = 0;                      // million gold roubles this month
  double imports_grain = 0;                      // million gold roubles this month
  double terms = 1;                              // world price of grain over that of imported goods
  double smuggled = 0;                           // million gold roubles past the monopoly this month
  double competition = 0;                        // imports let in, share of turnover
  double turnover_smooth = 0;                    // over some months
  double state_want = 0;                         // grain that the state would buy
  double state_buys_all = 0;                     // 1 if the state would buy all that is offered to it
  double exports_smooth = 0;                     // million gold roubles
  double shortfall = 0;                          // of grain against the plan
  std::vector<std::int64_t> collections_last;    // since July up to each month, as it last was
  std::vector<std::int64_t> collections_before;  // a year earlier
  double scare_rumour = 0;                       // first lag of fear of war
  double scare = 0;                              // felt fear of war
  double other_wanted = 0;                       // other farm goods that buyers wanted
  double raw_wanted = 0;                         // farm raw materials that the agency wanted
  double other_offered = 0;                      // other farm goods offered
  double other_paid_price = 0;                   // price at which they are settled this month
  double other_town_share = 0;                   // share of towns in what is bought
  double export_reach = 0.05;                    // of markets abroad that are won back
  double village_bread = 0;                      // kg of state grain that shops sell to villages in a month, smoothed
  double raw_for_export = 0;                     // farm raw materials that the monopoly would send abroad in a month

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"network", "kopecks of 1913", -1e18, 1e18, "", "monthly turnover that state and co-operative shops can handle"},
          self.network);
    visit(Field{"turnover", "kopecks of 1913", -1e18, 1e18, "", "retail sales of goods this month"}, self.turnover);
    visit(Field{"private_share", "ratio", -1e18, 1e18, "", "of goods turnover"}, self.private_share);
    visit(Field{"private_retail", "ratio", -1e18, 1e18, "", "private share of all retail"}, self.private_retail);
    visit(Field{"availability", "ratio", -1e18, 1e18, "", "share of wanted spending met, smoothed"}, self.availability);
    visit(Field{"met", "ratio", -1e18, 1e18, "", "the same, this month"}, self.met);
    visit(Field{"cartel", "ratio", -1e18, 1e18, "", "how far sellers act together"}, self.cartel);
    visit(Field{"village_orders", "kopecks of 1913", -1e18, 1e18, "", "goods ordered by villages"}, self.village_orders);
    visit(Field{"village_goods", "kopecks of 1913", -1e18, 1e18, "", "delivered to villages"}, self.village_goods);
    visit(Field{"village_met", "share", 0, 1, "", "share of villages' orders met, smoothed"}, self.village_met);
    visit(Field{"shelves", "share", 0, 1, "", "least share of them met this month over a year ago's"}, self.shelves);
    visit(Field{"black", "ratio", -1e18, 1e18, "", "share of trade that is black"}, self.black);
    visit(Field{"theft", "ratio", -1e18, 1e18, "", "of output stolen"}, self.theft);
    visit(Field{"gold", "ratio", -1e18, 1e18, "", "million gold roubles"}, self.gold);
    visit(Field{"exports", "ratio", -1e18, 1e18, "", "million gold roubles this month"}, self.exports);
    visit(Field{"imports", "ratio", -1e18, 1e18, "", "million gold roubles this month"}, self.imports);
    visit(Field{"grain_exports", "kg", -1e18, 1e18, "", "this month"}, self.grain_exports);
    visit(Field{"collections", "kg", -1e18, 1e18, "", "state grain this month"}, self.collections);
    visit(Field{"collections_total", "kg", -1e18, 1e18, "", "since July"}, self.collections_total);
    visit(Field{"sold_private", "kg", -1e18, 1e18, "", "this month"}, self.sold_private);
    visit(Field{"harvest_total", "kg", -1e18, 1e18, "", "since July"}, self.harvest_total);
    visit(Field{"rail", "ratio", -1e18, 1e18, "", "freight capacity, 1913 = 1"}, self.rail);
    visit(Field{"crafts_sold", "kopecks of 1913", -1e18, 1e18, "", "in the sale being settled"}, self.crafts_sold);
    visit(Field{"state_bread", "ratio", -1e18, 1e18, "", "share of town need met by the state"}, self.state_bread);
    visit(Field{"bread_private", "kopecks", -1e18, 1e18, "", "bread sold privately to towns"}, self.bread_private);
    visit(Field{"bread_turnover", "kopecks", -1e18, 1e18, "", "bread sold to towns and villages"}, self.bread_turnover);
    visit(Field{"village_income", "kopecks", -1e18, 1e18, "", "farm receipts this month"}, self.village_income);
    visit(Field{"closed", "ratio", -1e18, 1e18, "", "share of capacity closed"}, self.closed);
    visit(Field{"machines_imported", "kopecks of 1913", -1e18, 1e18, "", "this month"}, self.machines_imported);
    visit(Field{"foreign_debt", "million gold roubles", 0, 1e6, "S22", "owed abroad"}, self.foreign_debt);
    visit(Field{"credit_taken", "million gold roubles", 0, 1e6, "S22", "lent by foreigners this month"}, self.credit_taken);
    visit(Field{"debt_service", "million gold roubles", 0, 1e6, "S22", "paid to them this month"}, self.debt_service);
    visit(Field{"default_risk", "share", 0, 1, "S50", "that lenders abroad see"}, self.default_risk);
    visit(Field{"gold_sold", "million gold roubles", 0, 1e6, "S21", "of the reserve spent this month"}, self.gold_sold);
    visit(Field{"imports_machines", "million gold roubles", 0, 1e6, "S21", "this month"}, self.imports_machines);
    visit(Field{"imports_raw", "million gold roubles", 0, 1e6, "S21", "farm raw materials this month"}, self.imports_raw);
    visit(Field{"imports_goods", "million gold roubles", 0, 1e6, "S21", "this month"}, self.imports_goods);
    visit(Field{"imports_grain", "million gold roubles", 0, 1e6, "S21", "this month"}, self.imports_grain);
    visit(Field{"terms", "ratio", 0, 100, "S22", "world price of grain over that of imported goods"}, self.terms);
    visit(Field{"smuggled", "million gold roubles", 0, 1e6, "M033", "past the monopoly this month"}, self.smuggled);
    visit(Field{"competition", "ratio", -1e18, 1e18, "", "imports let in, share of turnover"}, self.competition);
    visit(Field{"turnover_smooth", "kopecks of 1913", -1e18, 1e18, "", "over some months"}, self.turnover_smooth);
    visit(Field{"state_want", "kg", -1e18, 1e18, "", "grain that the state would buy"}, self.state_want);
    visit(Field{"state_buys_all", "ratio", -1e18, 1e18, "", "1 if the state would buy all that is offered to it"},
          self.state_buys_all);
    visit(Field{"exports_smooth", "ratio", -1e18, 1e18, "", "million gold roubles"}, self.exports_smooth);
    visit(Field{"shortfall", "ratio", -1e18, 1e18, "", "of grain against the plan"}, self.shortfall);
    visit(Field{"collections_last", "kg", -1e18, 1e18, "", "since July up to a month, per month"}, self.collections_last);
    visit(Field{"collections_before", "kg", -1e18, 1e18, "", "the same a year earlier"}, self.collections_before);
    visit(Field{"scare_rumour", "ratio", -1e18, 1e18, "", "first lag of fear of war"}, self.scare_rumour);
    visit(Field{"scare", "ratio", -1e18, 1e18, "", "felt fear of war"}, self.scare);
    visit(Field{"other_wanted", "kopecks of 1913", -1e18, 1e18, "", "other farm goods that buyers wanted"}, self.other_wanted);
    visit(Field{"raw_wanted", "kopecks of 1913", -1e18, 1e18, "", "farm raw materials that the agency wanted"},
          self.raw_wanted);
    visit(Field{"other_offered", "kopecks of 1913", -1e18, 1e18, "", "other farm goods offered"}, self.other_offered);
    visit(Field{"other_paid_price", "ratio", -1e18, 1e18, "", "price at which they are settled this month"},
          self.other_paid_price);
    visit(Field{"other_town_share", "ratio", -1e18, 1e18, "", "share of towns in what is bought"}, self.other_town_share);
    visit(Field{"export_reach", "share", 0, 1, "S21", "of markets abroad that are won back"}, self.export_reach);
    visit(Field{"village_bread", "kg", 0, 1e13, "", "of state grain that shops sell to villages in a month, smoothed"},
          self.village_bread);
    visit(Field{"raw_for_export", "kopecks of 1913", 0, 1e18, "S21", "farm raw materials that the monopoly would send abroad"},
          self.raw_for_export);
  }
};

// Rings of twelve months for yearly growth; index = month of the year.
struct HistoryState {
  std::array<double, 12> industry = {};          // output, 1913 = 1
  std::array<double, 12> private_turnover = {};  // private trade and crafts
  std::array<double, 12> village_met = {};       // share of villages' orders of goods met
  double harvest_last = 0;                       // last whole harvest
  std::int32_t filled = 0;                       // months recorded

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"industry", "ratio", 0, 100, "", "output, 1913 = 1"}, self.industry);
    visit(Field{"private_turnover", "kopecks of 1913", 0, 1e18, "", "private trade and crafts"}, self.private_turnover);
    visit(Field{"village_met", "share", 0, 1, "", "share of villages' orders of goods met"}, self.village_met);
    visit(Field{"harvest_last", "kg", 0, 1e18, "", "last whole harvest"}, self.harvest_last);
    visit(Field{"filled", "months", 0, 100000, "", "months recorded"}, self.filled);
  }
};

}  // namespace thermidor::economy
