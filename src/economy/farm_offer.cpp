// What farms want of the world next month: grain to sell, goods and bread to buy, other goods to sell, help, and to move.
#include "economy/farm_kernel.hpp"

namespace thermidor::economy {
namespace {

THERMIDOR_INLINE float need_of(const FarmNeedRates& rates, const FarmWork& __restrict work, int i) {
  return work.eaters[i] * rates.food + work.horses[i] * rates.horse + work.cattle[i] * rates.cattle + work.area[i] * rates.seed;
}

}  // namespace

// Share of the surplus by terms of trade and goods' availability, less what was sold since July, by season; less when the purse
// is full (M017) or grain is withheld; but debts and the tax are sold for in any case. Farms without surplus cannot respond
// (M018).
THERMIDOR_FARM_KERNEL void offer_tile(const OfferTerms& terms, FarmWork& __restrict work, FarmSums& sums) {
  const FarmNeedRates floor = terms.floor;
  const float lock = terms.lock, share = terms.share, pace = terms.season * terms.hold, satiation = terms.satiation;
  const float wanted = terms.wanted, debt = terms.debt, debt_limit = terms.debt_limit, pending = terms.pending;
  FloatLanes offer;
  for (int i = 0; i < kLanes; ++i) {
    const float hand = most(0.0F, work.grain[i] - work.area[i] * lock);
    const float surplus = least(hand, most(0.0F, work.grain[i] + work.area[i] * pending - need_of(floor, work, i)));
    const float sold = real(work.sold[i]);
    const float plan = most(0.0F, share * (surplus + sold) - sold);
    const float purse = real(work.cash[i]);
    const float enough = work.land[i] * wanted;
    const float appetite = least(1.0F, (1.0F + satiation) * enough / (purse + satiation * enough + 1.0F));
    const float due = least(work.land[i] * debt, debt_limit * surplus);
    offer[i] = least(most(plan * pace * appetite, due), surplus);
  }
  const float tax = terms.tax_money, level = terms.price_index, price = terms.price, tax_floor = terms.tax_floor;
  const float reference = terms.money_reference, progression = terms.money_progression;
  IntLanes kilograms;
  for (int i = 0; i < kLanes; ++i) {
    const float rate = (progression * work.area[i] + reference) / (work.area[i] + progression * reference);
    const float owed = tax > 0 ? work.area[i] * tax * rate + real(work.arrears[i]) * level - real(work.cash[i]) : 0.0F;
    const float free = most(0.0F, work.grain[i] - tax_floor * need_of(floor, work, i));
    const float forced = least(most(0.0F, owed) / price, free);
    kilograms[i] = cut(least(most(offer[i], forced), 65535.0F));
    work.offer[i] = kilograms[i];
  }
  sums.orders[static_cast<std::size_t>(FarmOrder::grain)] += sum_of(kilograms);
}

// Bread for farms that lack it, other farm goods for sale: computed again when they settle.
THERMIDOR_FARM_KERNEL void work_out_orders(const FarmWork& __restrict work, const FarmOrderTerms& terms,
                                           FarmOrders& __restrict orders) {
  const float lock = terms.lock, food = terms.bread_food, money = terms.bread_cash;
  const float cattle = terms.other_cattle, area = terms.other_area;
  for (int i = 0; i < kLanes; ++i) {
    const float hand = most(0.0F, work.grain[i] - real(work.offer[i]) - work.area[i] * lock);
    const float wanted = most(0.0F, work.eaters[i] * food - hand);
    orders.bread[i] = cut(least(least(wanted, real(work.cash[i]) * money), 60000.0F));
  }
  const float craft = terms.other_worker, busy = 1.0F / terms.worker_area;
  FloatLanes spare;
  for (int i = 0; i < kLanes; ++i) spare[i] = most(0.0F, work.workers[i] - work.area[i] * busy);
  for (int i = 0; i < kLanes; ++i) orders.other[i] = cut(work.cattle[i] * cattle + work.area[i] * area + spare[i] * craft);
}

// Relief for those who will go hungry, seed for those who lack it, and what collectors of a requisition find.
THERMIDOR_FARM_KERNEL void work_out_scarce_orders(const FarmWork& __restrict work, const FarmOrderTerms& terms,
                                                  FarmOrders& __restrict orders) {
  const float lock = terms.lock, eat = terms.eat, spread = terms.spread, seed = terms.seed, hope = terms.bread_hope;
  for (int i = 0; i < kLanes; ++i) {
    const float hand = most(0.0F, work.grain[i] - real(work.offer[i]) - work.area[i] * lock) + real(orders.bread[i]) * hope;
    const float missing = most(0.0F, work.eaters[i] * eat * 0.9F - hand * spread);
    orders.relief[i] = cut(least(missing, 60000.0F));
  }
  for (int i = 0; i < kLanes; ++i) {
    orders.seed[i] = cut(least(most(0.0F, work.area[i] * seed - work.grain[i] + real(work.offer[i])), 60000.0F));
  }
  const FarmNeedRates need = terms.need;
  const float floor = terms.requisition_floor, visible = terms.requisition_visible;
  for (int i = 0; i < kLanes; ++i) {
    const float above = most(0.0F, work.grain[i] - real(work.offer[i]) - floor * need_of(need, work, i));
    orders.requisition[i] = cut(least(above * visible, 60000.0F));
  }
}

// Who can leave for the towns, the hungry and large households first; who can take somebody in.
THERMIDOR_FARM_KERNEL void work_out_movers(const FarmWork& __restrict work, FarmOrders& __restrict orders) {
  for (int i = 0; i < kLanes; ++i) {
    const std::int32_t can = work.eaters[i] >= 3.0F ? 1 : 0;
    const std::int32_t must = work.eaters[i] >= 5.0F && work.nutrition[i] < 150.0F ? 1 : 0;
    const std::int32_t crowded = work.eaters[i] * 100.0F > work.land[i] && work.eaters[i] >= 5.0F ? 1 : 0;
    orders.leave[i] = can + must + crowded;
    orders.arrive[i] = work.eaters[i] > 0 && work.eaters[i] < 60.0F ? 1 : 0;
  }
}

THERMIDOR_FARM_KERNEL void sum_orders(const FarmOrders& __restrict orders, bool movers, FarmSums& sums) {
  const auto add = [&sums](FarmOrder kind, const IntLanes& lanes) {
    sums.orders[static_cast<std::size_t>(kind)] += sum_of(lanes);
  };
  add(FarmOrder::other, orders.other);
  add(FarmOrder::bread, orders.bread);
  add(FarmOrder::relief, orders.relief);
  add(FarmOrder::seed, orders.seed);
  add(FarmOrder::requisition, orders.requisition);
  if (!movers) return;
  add(FarmOrder::leave, orders.leave);
  add(FarmOrder::arrive, orders.arrive);
}

// Goods out of the cash that bread until the harvest and the next tax leave, a share of it in a month.
THERMIDOR_FARM_KERNEL void order_goods(const OfferTerms& terms, const FarmOrderTerms& order, FarmWork& __restrict work,
                                       FarmSums& sums) {
  const float share = terms.spend, bread = order.price_bread, price = terms.price_goods, tax = terms.tax_money,
              wear = terms.wear;
  const float food = order.need.food, lock = order.lock;
  IntLanes worn, wanted;
  for (int i = 0; i < kLanes; ++i) {
    worn[i] = cut(real(work.goods[i]) * wear + 0.5F);
    work.goods[i] -= worn[i];
    const float hand = most(0.0F, work.grain[i] - real(work.offer[i]) - work.area[i] * lock);
    const float reserved = most(0.0F, work.eaters[i] * food - hand) * bread + work.area[i] * tax;
    const float free = most(0.0F, real(work.cash[i]) - reserved) * share;
    wanted[i] = cut(least(free / price, 60000.0F));
    work.goods_order[i] = wanted[i];
  }
  sums.goods_worn += sum_of(worn);
  sums.orders[static_cast<std::size_t>(FarmOrder::goods)] += sum_of(wanted);
}

// Stocks at the end of the month and the lines at which strata are read off (S09: a continuum, no class is stored).
THERMIDOR_FARM_KERNEL void count_tile(const FarmWork& __restrict work, const OfferTerms& terms, float hunger_line,
                                      FarmSums& sums) {
  const float poor_area = terms.poor_area, kulak_land = terms.kulak_land, kulak_animals = terms.kulak_animals;
  const float line = hunger_line * kNutritionNorm;
  std::int32_t households = 0, poor = 0, kulak = 0, kulak_offer = 0, hungry = 0, nutrition = 0;
  for (int i = 0; i < kLanes; ++i) {
    const std::int32_t farm = work.eaters[i] > 0 ? 1 : 0;
    const std::int32_t rich = (work.land[i] >= kulak_land ? 1 : 0) & (work.horses[i] + work.cattle[i] >= kulak_animals ? 1 : 0);
    households += farm;
    poor += farm & (work.area[i] < poor_area ? 1 : 0);
    kulak += farm & rich;
    kulak_offer += (farm & rich) * work.offer[i];
    hungry += (work.nutrition[i] < line ? 1 : 0) * cut(work.eaters[i]);
    nutrition += cut(work.nutrition[i] * work.eaters[i]);
  }
  sums.households += households;
  sums.poor += poor;
  sums.kulak += kulak;
  sums.kulak_offer += kulak_offer;
  sums.hungry += hungry;
  sums.nutrition += nutrition;
  std::int32_t grain = 0, goods = 0, arrears = 0, people = 0, horses = 0, cattle = 0, area = 0;
  for (int i = 0; i < kLanes; ++i) {
    grain += cut(work.grain[i]);
    goods += work.goods[i];
    arrears += work.arrears[i];
    people += cut(work.eaters[i]);
    horses += cut(work.horses[i]);
    cattle += cut(work.cattle[i]);
    area += cut(work.area[i]);
  }
  sums.grain += grain;
  sums.cash += wide_sum_of(work.cash);
  sums.goods += goods;
  sums.arrears += arrears;
  sums.people += people;
  sums.horses += horses;
  sums.cattle += cattle;
  sums.area += area;
}

}  // namespace thermidor::economy
