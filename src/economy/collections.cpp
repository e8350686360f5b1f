#include "economy/collections.hpp"

#include "core/math.hpp"

namespace thermidor::economy {
namespace {

constexpr double kEnough = 0.97;  // collections over last year's from which nobody complains
constexpr double kQuarters = 4;   // a quarter of a year's collections or more counts in full
constexpr std::size_t kJune = 5;

std::size_t slot_of(Month month) { return static_cast<std::size_t>(month.month() - 1); }
bool in_season(Month month) { return month.month() <= 6 || month.month() >= 10; }

}  // namespace

double season_behind(const TradeState& trade, Month month) {
  const auto last = static_cast<double>(trade.collections_last[slot_of(month)]);
  if (!in_season(month) || last <= 0) return 0;
  return larger(0, kEnough - static_cast<double>(trade.collections_total) / last);
}

double quarter_behind(const TradeState& trade, Month month) {
  const std::size_t slot = slot_of(month), ago = (slot + 9) % 12;
  const auto now = static_cast<double>(trade.collections_total - trade.collections_last[ago]);
  const auto then = static_cast<double>(trade.collections_last[slot] - trade.collections_before[ago]);
  if (!in_season(month) || then <= 0) return 0;
  const double weight = smaller(1, kQuarters * then / larger(then, static_cast<double>(trade.collections_last[kJune])));
  return larger(0, kEnough - now / then) * weight;
}

void remember_collections(Month month, TradeState& trade) {
  const std::size_t slot = slot_of(month);
  trade.collections_before[slot] = trade.collections_last[slot];
  trade.collections_last[slot] = trade.collections_total;
}

}  // namespace thermidor::economy
