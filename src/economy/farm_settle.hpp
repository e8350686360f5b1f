// Last month's orders and offers become this month's deliveries, exactly.
#pragma once

#include "economy/farm_offer.hpp"

namespace thermidor::economy {
namespace {

// Farms of the same columns served one register after another: what they have been given so far, and the fraction left to the
// next, even and odd columns apart.
struct GivenSoFar {
  LongRegister even, odd;  // whole units in the upper halves
  IntRegister given;
};
inline constexpr std::uint64_t kFraction = 0xFFFFFFFFU;

THERMIDOR_INLINE GivenSoFar take_up(const std::uint64_t* left) {
  return {load_register<LongRegister>(left), load_register<LongRegister>(left + kOrderColumns / 2), IntRegister{}};
}
THERMIDOR_INLINE void leave(const GivenSoFar& so_far, std::uint64_t* left) {
  store_lanes(so_far.even & kFraction, left), store_lanes(so_far.odd & kFraction, left + kOrderColumns / 2);
}
// What a register's farms are given is what all have been given with them, less what it was before.
THERMIDOR_INLINE IntRegister give_more(std::uint32_t factor, IntRegister orders, GivenSoFar& so_far) {
  const LongRegister by = factor - LongRegister{};
  const auto ordered = reinterpret_cast<LongRegister>(orders);
  so_far.even += product_of(ordered, by), so_far.odd += product_of(ordered >> 32, by);
  const auto given = reinterpret_cast<IntRegister>((so_far.even >> 32) | (so_far.odd & ~kFraction));
  const IntRegister more = given - so_far.given;
  so_far.given = given;
  return more;
}

// Where a register is as wide as the table of columns, all of a group lie in the same ones; elsewhere each has its own.
template <std::size_t... Part>
THERMIDOR_INLINE Ints give_parts(FarmRation& ration, Ints orders, int first, std::index_sequence<Part...>) {
  if constexpr (kWidth == static_cast<int>(kOrderColumns)) {
    GivenSoFar so_far = take_up(ration.left);
    const Ints given = {give_more(ration.factor, part<Part>(orders), so_far)...};
    leave(so_far, ration.left);
    return given;
  } else {
    const auto give_part = [&](std::size_t number, IntRegister wanted) THERMIDOR_AT_ONCE {
      std::uint64_t* const left = ration.left + (static_cast<std::size_t>(first) + number * kWidth) % kOrderColumns / 2;
      GivenSoFar so_far = take_up(left);
      const IntRegister given = give_more(ration.factor, wanted, so_far);
      leave(so_far, left);
      return given;
    };
    return {give_part(Part, part<Part>(orders))...};
  }
}

// What the farms of a group are given, whose first slot is `first`.
THERMIDOR_INLINE Ints give(FarmRation& ration, Ints orders, int first) {
  if (ration.mode == FarmRation::Mode::none) return Ints{};
  if (ration.mode == FarmRation::Mode::all) return orders;
  return give_parts(ration, orders, first, std::make_index_sequence<kRegisters>{});
}

THERMIDOR_INLINE FarmRation& of(FarmRations& rations, FarmOrder kind) { return rations.of[static_cast<int>(kind)]; }
THERMIDOR_INLINE bool active(FarmRations& rations, FarmOrder kind) { return of(rations, kind).mode != FarmRation::Mode::none; }

THERMIDOR_INLINE void sell_grain(Ints given, float price, FarmGroup& farms, FarmTally& tally) {
  farms.grain -= real(given);
  const Ints paid = receive(farms.cash, real(given) * price);
  tally.add(FarmSum::sold, given);
  tally.add_wide(FarmSum::paid_grain, paid);
}

THERMIDOR_INLINE void sell_other(Ints given, float price, FarmGroup& farms, FarmTally& tally) {
  const Ints paid = receive(farms.cash, real(given) * price);
  tally.add(FarmSum::other_sold, given);
  tally.add_wide(FarmSum::paid_other, paid);
}

THERMIDOR_INLINE void buy_bread(Ints given, float price, FarmGroup& farms, FarmTally& tally) {
  farms.grain += real(given);
  const Ints paid = spend(farms.cash, real(given) * price);
  tally.add(FarmSum::bread_bought, given);
  tally.add_wide(FarmSum::spent_bread, paid);
}

THERMIDOR_INLINE void buy_goods(Ints given, float price, FarmGroup& farms, FarmTally& tally) {
  const Ints goods = farms.goods + given;
  farms.goods = least(goods, all(kCountLimit));
  const Ints paid = spend(farms.cash, real(given) * price);
  tally.add(FarmSum::goods_received, given);
  tally.add(FarmSum::goods_worn, goods - farms.goods);  // what the column cannot hold is used up at once
  tally.add_wide(FarmSum::spent_goods, paid);
}

THERMIDOR_INLINE void move_people(Ints given, float sign, FarmGroup& farms) {
  const Floats moved = real(given);
  farms.eaters += sign * moved;
  // Those who move are of working age; a household keeps one worker.
  const Floats workers = farms.workers + sign * moved;
  farms.workers = choose(farms.eaters > 0.0F, within(workers, 1, farms.eaters), Floats{});
}

// Relief and seed.
struct FarmScarceOrders {
  Ints relief, seed;
};
THERMIDOR_INLINE void settle_scarce(const FarmScarceOrders& orders, int first, FarmRations& rations, FarmGroup& farms,
                                    FarmTally& tally) {
  if (active(rations, FarmOrder::relief)) {
    const Ints given = give(of(rations, FarmOrder::relief), orders.relief, first);
    farms.grain += real(given);
    farms.kitchen += real(given);
    tally.add(FarmSum::relief, given);
  }
  if (active(rations, FarmOrder::seed)) {
    const Ints given = give(of(rations, FarmOrder::seed), orders.seed, first);
    farms.grain += real(given);
    tally.add(FarmSum::seed_aid, given);
  }
}

THERMIDOR_INLINE void settle_movers(const FarmMovers& movers, int first, FarmRations& rations, FarmGroup& farms,
                                    FarmTally& tally) {
  if (active(rations, FarmOrder::leave)) {
    const Ints given = give(of(rations, FarmOrder::leave), movers.leave, first);
    move_people(given, -1, farms);
    tally.add(FarmSum::left, given);
  }
  if (active(rations, FarmOrder::arrive)) {
    const Ints given = give(of(rations, FarmOrder::arrive), movers.arrive, first);
    move_people(given, 1, farms);
    tally.add(FarmSum::arrived, given);
  }
}

template <FarmSeason Season>
THERMIDOR_INLINE void settle(const FarmOrderTerms& terms, bool turn, int first, FarmTask& task, FarmGroup& farms,
                             FarmTally& tally) {
  FarmRations& rations = task.rations;
  const auto settles = [&rations](bool can, FarmOrder kind) THERMIDOR_AT_ONCE { return can && active(rations, kind); };
  // All orders first, from the columns as last month left them.
  const Ints other = order_other(terms, farms), bread = order_bread(terms, farms);
  FarmScarceOrders scarce = {};
  if (settles(Season.aided, FarmOrder::relief)) scarce.relief = order_relief(terms, bread, farms);
  if (settles(Season.aided, FarmOrder::seed)) scarce.seed = order_seed(terms, farms);
  Ints found = {};
  if (settles(Season.levied, FarmOrder::requisition)) found = order_requisition(terms, farms);
  FarmMovers movers = {};
  if (turn) movers = order_movers(farms);

  if (active(rations, FarmOrder::grain)) {
    sell_grain(give(of(rations, FarmOrder::grain), farms.offer, first), task.mean_price, farms, tally);
  }
  sell_other(give(of(rations, FarmOrder::other), other, first), terms.price_other, farms, tally);
  if (settles(Season.levied, FarmOrder::requisition)) {
    const Ints given = give(of(rations, FarmOrder::requisition), found, first);
    farms.grain -= real(given);
    farms.taken += real(given);
    tally.add(FarmSum::requisitioned, given);
  }
  if (active(rations, FarmOrder::bread)) {
    buy_bread(give(of(rations, FarmOrder::bread), bread, first), terms.price_bread, farms, tally);
  }
  if (active(rations, FarmOrder::goods)) {
    buy_goods(give(of(rations, FarmOrder::goods), farms.goods_order, first), terms.price_goods, farms, tally);
  }
  if constexpr (Season.aided) settle_scarce(scarce, first, rations, farms, tally);
  if (turn) settle_movers(movers, first, rations, farms, tally);
}

}  // namespace
}  // namespace thermidor::economy
