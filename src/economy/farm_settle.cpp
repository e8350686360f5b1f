// Last month's orders and offers become this month's deliveries, exactly.
#include "economy/farm_kernel.hpp"

namespace thermidor::economy {
namespace {

THERMIDOR_FARM_KERNEL void sell_grain(const IntLanes& __restrict given, float price, FarmWork& __restrict work,
                                      FarmSums& sums) {
  IntLanes paid;
  for (int i = 0; i < kLanes; ++i) {
    work.grain[i] -= real(given[i]);
    const std::int32_t sold = work.sold[i] + given[i];
    work.sold[i] = sold < kCountLimit ? sold : kCountLimit;
    paid[i] = receive(work.cash[i], real(given[i]) * price);
  }
  sums.sold += sum_of(given);
  sums.paid_grain += wide_sum_of(paid);
}

THERMIDOR_FARM_KERNEL void sell_other(const IntLanes& __restrict given, const IntLanes& __restrict orders, float price,
                                      FarmWork& __restrict work, FarmSums& sums) {
  IntLanes paid, kept;
  for (int i = 0; i < kLanes; ++i) {
    paid[i] = receive(work.cash[i], real(given[i]) * price);
    kept[i] = orders[i] - given[i];
  }
  sums.other_sold += sum_of(given);
  sums.other_kept += sum_of(kept);
  sums.paid_other += wide_sum_of(paid);
}

THERMIDOR_FARM_KERNEL void buy_bread(const IntLanes& __restrict given, float price, FarmWork& __restrict work, FarmSums& sums) {
  IntLanes paid;
  for (int i = 0; i < kLanes; ++i) {
    work.grain[i] += real(given[i]);
    paid[i] = spend(work.cash[i], real(given[i]) * price);
  }
  sums.bread_bought += sum_of(given);
  sums.spent_bread += wide_sum_of(paid);
}

THERMIDOR_FARM_KERNEL void buy_goods(const IntLanes& __restrict given, float price, FarmWork& __restrict work, FarmSums& sums) {
  IntLanes paid, worn;
  for (int i = 0; i < kLanes; ++i) {
    const std::int32_t goods = work.goods[i] + given[i];
    work.goods[i] = goods < kCountLimit ? goods : kCountLimit;
    worn[i] = goods - work.goods[i];  // what the column cannot hold is used up at once
    paid[i] = spend(work.cash[i], real(given[i]) * price);
  }
  sums.goods_received += sum_of(given);
  sums.goods_worn += sum_of(worn);
  sums.spent_goods += wide_sum_of(paid);
}

THERMIDOR_FARM_KERNEL void give_grain(const IntLanes& __restrict given, float sign, FarmWork& __restrict work) {
  for (int i = 0; i < kLanes; ++i) work.grain[i] += sign * real(given[i]);
}

THERMIDOR_FARM_KERNEL void fill_kitchens(const IntLanes& __restrict given, FarmWork& __restrict work) {
  for (int i = 0; i < kLanes; ++i) work.kitchen[i] += real(given[i]);
}

THERMIDOR_FARM_KERNEL void note_taken(const IntLanes& __restrict given, FarmWork& __restrict work) {
  for (int i = 0; i < kLanes; ++i) work.taken[i] += real(given[i]);
}

THERMIDOR_FARM_KERNEL void move_people(const IntLanes& __restrict given, float sign, FarmWork& __restrict work) {
  for (int i = 0; i < kLanes; ++i) {
    const float moved = real(given[i]);
    work.eaters[i] += sign * moved;
    // Those who move are of working age; a household keeps one worker.
    const float workers = work.workers[i] + sign * moved;
    work.workers[i] = work.eaters[i] > 0 ? within(workers, 1, work.eaters[i]) : 0;
  }
}

THERMIDOR_FARM_KERNEL void work_out_hiring(const HireTerms& terms, const FarmWork& __restrict work, IntLanes& __restrict give,
                                           IntLanes& __restrict want, std::int64_t& given, std::int64_t& wanted) {
  const FarmNeedRates floor = terms.floor;
  const float lock = terms.lock, share = terms.share, wage = terms.wage, food = terms.food;
  FloatLanes hand;
  for (int i = 0; i < kLanes; ++i) hand[i] = most(0.0F, work.grain[i] + work.pending[i] - work.area[i] * lock);
  for (int i = 0; i < kLanes; ++i) {
    const float need = work.eaters[i] * floor.food + work.horses[i] * floor.horse + work.cattle[i] * floor.cattle;
    const float surplus = least(work.grain[i], most(0.0F, hand[i] - need) * share);
    give[i] = cut(surplus);
  }
  for (int i = 0; i < kLanes; ++i) {
    const float gap = most(0.0F, work.eaters[i] * food - hand[i]);
    want[i] = cut(least(gap, work.workers[i] * wage));
  }
  given = sum_of(give);
  wanted = sum_of(want);
}

FarmRation& of(FarmRations& rations, FarmOrder kind) { return rations[static_cast<std::size_t>(kind)]; }

}  // namespace

FarmRation make_ration(std::int64_t quota, std::int64_t orders, std::uint32_t draw) {
  FarmRation ration;
  if (quota <= 0 || orders <= 0) return ration;
  if (quota >= orders) {
    ration.mode = FarmRation::Mode::all;
    return ration;
  }
  const auto total = static_cast<std::uint64_t>(orders);
  ration.mode = FarmRation::Mode::part;
  ration.factor = static_cast<std::uint32_t>((static_cast<std::uint64_t>(quota) << 32) / total);
  ration.offset = total + ((draw * ((std::uint64_t{1} << 32) - total)) >> 32);
  return ration;
}

THERMIDOR_FARM_KERNEL void ration_tile(FarmRation& __restrict ration, const IntLanes& __restrict orders,
                                       IntLanes& __restrict given) {
  if (ration.mode == FarmRation::Mode::none) {
    for (int i = 0; i < kLanes; ++i) given[i] = 0;
    return;
  }
  if (ration.mode == FarmRation::Mode::all) {
    for (int i = 0; i < kLanes; ++i) given[i] = orders[i];
    return;
  }
  // Farms are served down the columns of a table of four rows, so that the running sums of sixteen columns go side by side.
  constexpr int kColumns = 16, kRows = kLanes / kColumns;
  std::uint32_t sums[kRows][kColumns];  // orders of a column down to and including a row
  for (int c = 0; c < kColumns; ++c) sums[0][c] = static_cast<std::uint32_t>(orders[c]);
  for (int row = 1; row < kRows; ++row) {
    for (int c = 0; c < kColumns; ++c) sums[row][c] = sums[row - 1][c] + static_cast<std::uint32_t>(orders[row * kColumns + c]);
  }
  std::uint32_t before[kColumns];  // orders of the columns before
  std::uint32_t running = ration.running;
  for (int c = 0; c < kColumns; ++c) {
    before[c] = running;
    running += sums[kRows - 1][c];
  }
  ration.running = running;
  const std::uint64_t factor = ration.factor, offset = ration.offset;
  std::uint32_t served[kColumns];  // scaled sums down to the row above
  for (int c = 0; c < kColumns; ++c) served[c] = static_cast<std::uint32_t>((before[c] * factor + offset) >> 32);
  for (int row = 0; row < kRows; ++row) {
    for (int c = 0; c < kColumns; ++c) {
      const auto scaled = static_cast<std::uint32_t>(((before[c] + sums[row][c]) * factor + offset) >> 32);
      given[row * kColumns + c] = static_cast<std::int32_t>(scaled - served[c]);
      served[c] = scaled;
    }
  }
}

void settle_tile(const FarmOrderTerms& terms, float mean_price, bool movers, FarmRations& rations, FarmWork& __restrict work,
                 FarmSums& sums) {
  const auto active = [&rations](FarmOrder kind) { return of(rations, kind).mode != FarmRation::Mode::none; };
  const bool scarce = active(FarmOrder::relief) || active(FarmOrder::seed) || active(FarmOrder::requisition);
  // All orders first, from the columns as last month left them.
  FarmOrders orders;
  work_out_orders(work, terms, orders);
  if (scarce) work_out_scarce_orders(work, terms, orders);
  if (movers) work_out_movers(work, orders);

  IntLanes given;
  if (active(FarmOrder::grain)) {
    ration_tile(of(rations, FarmOrder::grain), work.offer, given);
    sell_grain(given, mean_price, work, sums);
  }
  ration_tile(of(rations, FarmOrder::other), orders.other, given);
  sell_other(given, orders.other, terms.price_other, work, sums);
  if (active(FarmOrder::requisition)) {
    ration_tile(of(rations, FarmOrder::requisition), orders.requisition, given);
    give_grain(given, -1, work);
    note_taken(given, work);
    sums.requisitioned += sum_of(given);
  }
  if (active(FarmOrder::bread)) {
    ration_tile(of(rations, FarmOrder::bread), orders.bread, given);
    buy_bread(given, terms.price_bread, work, sums);
  }
  if (active(FarmOrder::goods)) {
    ration_tile(of(rations, FarmOrder::goods), work.goods_order, given);
    buy_goods(given, terms.price_goods, work, sums);
  }
  if (active(FarmOrder::relief)) {
    ration_tile(of(rations, FarmOrder::relief), orders.relief, given);
    give_grain(given, 1, work);
    fill_kitchens(given, work);
    sums.relief += sum_of(given);
  }
  if (active(FarmOrder::seed)) {
    ration_tile(of(rations, FarmOrder::seed), orders.seed, given);
    give_grain(given, 1, work);
    sums.seed_aid += sum_of(given);
  }
  if (movers && active(FarmOrder::leave)) {
    ration_tile(of(rations, FarmOrder::leave), orders.leave, given);
    move_people(given, -1, work);
    sums.left += sum_of(given);
  }
  if (movers && active(FarmOrder::arrive)) {
    ration_tile(of(rations, FarmOrder::arrive), orders.arrive, given);
    move_people(given, 1, work);
    sums.arrived += sum_of(given);
  }
}

void hire_neighbours(const HireTerms& terms, FarmWork& work, FarmSums& sums) {
  IntLanes give, want, paid, got;
  std::int64_t offered = 0, wanted = 0;
  work_out_hiring(terms, work, give, want, offered, wanted);
  const std::int64_t moved = offered < wanted ? offered : wanted;
  if (moved <= 0) return;
  FarmRation giving = make_ration(moved, offered, 0x80000000U), getting = make_ration(moved, wanted, 0x80000000U);
  ration_tile(giving, give, paid);
  ration_tile(getting, want, got);
  give_grain(paid, -1, work);
  give_grain(got, 1, work);
  sums.hired += moved;
}

}  // namespace thermidor::economy
