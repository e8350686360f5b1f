// State of private trade and of the shadow economy.
#pragma once

#include <array>
#include <cstdint>

#include "core/fields.hpp"

namespace thermidor::economy {

// Small traders (bagmen, stalls, grain dealers; Account::traders) and dealers (shopkeepers and wholesale, the NEP-men proper;
// Account::dealers). What they own is on their accounts.
enum class Trader : std::size_t { small, dealer };
inline constexpr std::size_t kTraderClasses = 2;
using TraderValues = std::array<double, kTraderClasses>;

// Private trade by class, and what escapes the law.
struct TraderState {
  TraderValues count = {150000, 10000};  // persons who live by it
  TraderValues margin = {};              // trade margin earned this month
  TraderValues profit = {};              // margin less costs, taxes, bribes and seizures
  double dealer_share = 0.1;             // of dealers in private turnover
  double reach = 0;                      // turnover a month that all sellers can carry
  double risk = 0;                       // felt risk of ruin
  double markup = 0;                     // private margin over factory prices
  double unlawful = 0;                   // of private turnover that no licence covers
  double taxes = 0;                      // taxes and licences this month
  double bribes = 0;                     // paid to officials this month
  double seized = 0;                     // money taken this month
  double grain_seized = 0;               // kg of grain taken this month
  double corruption = 0;                 // how far officials are bought
  double privilege = 0;                  // how far the better placed eat and buy before others
  double black_price = 1;                // black over list price
  double shadow_sales = 0;               // stolen goods sold this month
  double shadow_money = 0;               // paid for them
  double cooperatives = 0;               // of the network, what co-operatives can handle
  double bread_state = 0;                // paid for state bread this month

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"count", "persons", 0, 1e8, "econ_structure", "persons who live by it"}, self.count);
    visit(Field{"margin", "kopecks", 0, 1e18, "", "trade margin earned this month"}, self.margin);
    visit(Field{"profit", "kopecks", -1e18, 1e18, "", "margin less costs, taxes, bribes and seizures"}, self.profit);
    visit(Field{"dealer_share", "share", 0, 1, "", "of dealers in private turnover"}, self.dealer_share);
    visit(Field{"reach", "kopecks of 1913", 0, 1e18, "", "turnover a month that all sellers can carry"}, self.reach);
    visit(Field{"risk", "share", 0, 1, "", "felt risk of ruin"}, self.risk);
    visit(Field{"markup", "ratio", 0, 10, "", "private margin over factory prices"}, self.markup);
    visit(Field{"unlawful", "share", 0, 1, "M009", "of private turnover that no licence covers"}, self.unlawful);
    visit(Field{"taxes", "kopecks", 0, 1e18, "", "taxes and licences this month"}, self.taxes);
    visit(Field{"bribes", "kopecks", 0, 1e18, "M011", "paid to officials this month"}, self.bribes);
    visit(Field{"seized", "kopecks", 0, 1e18, "P50", "money taken this month"}, self.seized);
    visit(Field{"grain_seized", "kg", 0, 1e18, "P50", "grain taken this month"}, self.grain_seized);
    visit(Field{"corruption", "share", 0, 1, "S93", "how far officials are bought"}, self.corruption);
    visit(Field{"privilege", "share", 0, 1, "S93", "how far the better placed eat and buy before others"}, self.privilege);
    visit(Field{"black_price", "ratio", 0, 20, "S07", "black over list price"}, self.black_price);
    visit(Field{"shadow_sales", "kopecks of 1913", 0, 1e18, "S07", "stolen goods sold this month"}, self.shadow_sales);
    visit(Field{"shadow_money", "kopecks", 0, 1e18, "S07", "paid for them"}, self.shadow_money);
    visit(Field{"cooperatives", "kopecks of 1913", 0, 1e18, "", "of the network, what co-operatives can handle"},
          self.cooperatives);
    visit(Field{"bread_state", "kopecks", 0, 1e18, "", "paid for state bread this month"}, self.bread_state);
  }
};

}  // namespace thermidor::economy
