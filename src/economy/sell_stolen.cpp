#include "economy/sell_stolen.hpp"

#include "core/math.hpp"
#include "core/quantity.hpp"
#include "economy/ledger.hpp"

namespace thermidor::economy {
namespace {

constexpr double kSold = 0.6;       // of stolen goods that change hands in a month; the rest waits
constexpr double kPurse = 0.05;     // of their money that better placed townspeople spend so
constexpr double kOwnUse = 0.1;     // of stolen goods used up by those who took them
constexpr double kCheap = 0.8;      // price over list where shelves are full
constexpr double kDear = 2.5;       // more for each unit of unmet demand
constexpr double kForbidden = 0.4;  // more where private trade is not lawful

}  // namespace

void sell_stolen(State& state) {
  TraderState& traders = state.traders;
  GoodsBooks& goods = state.goods;
  const double lack = larger(0, 1 - state.trade.availability);
  traders.black_price = kCheap + kDear * lack + kForbidden * traders.unlawful;
  const double price = larger(state.money.goods * traders.black_price, 1e-9);
  const double offered = static_cast<double>(goods.shadow_stock) * kSold;
  // The average buy from the poor, the better-off from workers of the average stratum.
  double paid = 0;
  for (std::size_t s = 1; s < kStrata; ++s) {
    const double purse = cash(state.ledger, stratum_account(s)) * kPurse;
    paid += static_cast<double>(
        pay(state.ledger, stratum_account(s), stratum_account(s - 1), smaller(purse, 0.5 * offered * price)));
  }
  const std::int64_t sold = whole(paid / price);
  const std::int64_t used = whole(static_cast<double>(goods.shadow_stock - sold) * kOwnUse);
  goods.shadow_stock -= sold + used;
  goods.stolen += sold + used;
  traders.shadow_sales = static_cast<double>(sold);
  traders.shadow_money = paid;
}

}  // namespace thermidor::economy
