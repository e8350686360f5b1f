// What farms want of the world next month: grain to sell, goods and bread to buy, other goods to sell, help, and to move.
// Only offers of grain and orders of goods are stored; the others are worked out again when they settle.
#pragma once

#include "economy/farm_group.hpp"
#include "economy/farm_levies.hpp"

namespace thermidor::economy {
namespace {

// Grain in the barn that is neither offered nor locked for seed.
THERMIDOR_INLINE Floats grain_at_hand(const FarmOrderTerms& terms, const FarmGroup& farms) {
  return positive(farms.grain - real(farms.offer) - farms.area * terms.lock);
}

// Bread for farms that lack it.
THERMIDOR_INLINE Ints order_bread(const FarmOrderTerms& terms, const FarmGroup& farms) {
  const Floats wanted = positive(farms.eaters * terms.bread_food - grain_at_hand(terms, farms));
  return cut(least(least(wanted, real(farms.cash) * terms.bread_cash), 60000.0F));
}

// Other farm goods for sale.
THERMIDOR_INLINE Ints order_other(const FarmOrderTerms& terms, const FarmGroup& farms) {
  const Floats spare = positive(farms.workers - farms.area * (1.0F / terms.worker_area));
  return cut(farms.cattle * terms.other_cattle + farms.area * terms.other_area + spare * terms.other_worker);
}

// Relief for those who will go hungry.
THERMIDOR_INLINE Ints order_relief(const FarmOrderTerms& terms, Ints bread, const FarmGroup& farms) {
  const Floats hand = grain_at_hand(terms, farms) + real(bread) * terms.bread_hope;
  const Floats missing = positive(farms.eaters * terms.eat * 0.9F - hand * terms.spread);
  return cut(least(missing, 60000.0F));
}

// Seed for those who lack it.
THERMIDOR_INLINE Ints order_seed(const FarmOrderTerms& terms, const FarmGroup& farms) {
  if (!(terms.seed > 0)) return Ints{};
  return cut(least(positive(farms.area * terms.seed - farms.grain + real(farms.offer)), 60000.0F));
}

// What collectors of a requisition find.
THERMIDOR_INLINE Ints order_requisition(const FarmOrderTerms& terms, const FarmGroup& farms) {
  const Floats above = positive(farms.grain - real(farms.offer) - terms.requisition_floor * need_of(terms.need, farms));
  return cut(least(above * terms.requisition_visible, 60000.0F));
}

// Who can leave for the towns, the hungry and large households first; who can take somebody in.
struct FarmMovers {
  Ints leave, arrive;
};
THERMIDOR_INLINE FarmMovers order_movers(const FarmGroup& farms) {
  const Ints can = farms.eaters >= 3.0F;
  const Ints large = farms.eaters >= 5.0F;
  const Ints must = large & (farms.nutrition < 150.0F);
  const Ints crowded = large & (farms.eaters * 100.0F > farms.land);
  return {-(can + must + crowded), -((farms.eaters > 0.0F) & (farms.eaters < 60.0F))};
}

// What is left over the need, by terms of trade and goods' availability and by season; less when the purse is full (M017) or
// grain is withheld; but debts of threshing time and the tax are sold for in any case, in fear of war too.
// Farms without surplus cannot respond (M018).
THERMIDOR_INLINE void offer_grain(const OfferTerms& terms, FarmGroup& farms) {
  const Floats hand = positive(farms.grain - farms.area * terms.lock);
  const Floats need = need_of(terms.floor, farms);
  const Floats in_reach = terms.pending > 0 ? farms.grain + farms.area * terms.pending : farms.grain;
  const Floats surplus = least(hand, positive(in_reach - need));
  const Floats purse = real(farms.cash);
  const Floats enough = farms.land * terms.wanted;
  const Floats appetite = least(all(1.0F), (1.0F + terms.satiation) * enough / (purse + terms.satiation * enough + 1.0F));
  Floats offer = surplus * terms.share;
  if (terms.debt > 0) {
    const Floats due = least(farms.land * terms.debt, terms.debt_limit * surplus);
    offer = due + positive(offer - due) * terms.hold * appetite;
  } else {
    offer = offer * terms.hold * appetite;
  }
  offer = least(offer, surplus);
  if (terms.tax_money > 0) {
    const Floats rate = progressive(farms.area, terms.money_reference, terms.money_progression);
    const Floats owed = farms.area * terms.tax_money * rate + real(farms.arrears) * terms.price_index - purse;
    const Floats free = positive(farms.grain - terms.tax_floor * need);
    offer = most(offer, least(positive(owed) / terms.price, free));
  }
  farms.offer = cut(least(offer, 65535.0F));
}

// Goods in use wear out; a fraction of a unit too, so that the few goods of the poor do not last for ever.
THERMIDOR_INLINE void wear_goods(const OfferTerms& terms, Floats phase, FarmGroup& farms, FarmTally& tally) {
  const Floats goods = real(farms.goods);
  const Ints worn = cut(least(goods * terms.wear + phase, goods));
  farms.goods -= worn;
  tally.add(FarmSum::goods_worn, worn);
}

// Goods out of the cash that bread until the harvest and the next tax leave, a share of it in a month.
THERMIDOR_INLINE void order_goods(const OfferTerms& terms, const FarmOrderTerms& order, FarmGroup& farms) {
  Floats reserved = positive(farms.eaters * order.need.food - grain_at_hand(order, farms)) * order.price_bread;
  if (terms.tax_money > 0) reserved += farms.area * terms.tax_money;
  const Floats free = positive(real(farms.cash) - reserved) * terms.spend;
  farms.goods_order = cut(least(free / terms.price_goods, 60000.0F));
}

// All orders for next month, with the columns as they will be stored.
THERMIDOR_INLINE void make_orders(const FarmTerms& terms, bool turn_next, int first, FarmGroup& farms, FarmTally& tally) {
  offer_grain(terms.offer, farms);
  order_goods(terms.offer, terms.order, farms);
  tally.order(FarmOrder::grain, first, farms.offer);
  tally.order(FarmOrder::goods, first, farms.goods_order);
  const Ints bread = order_bread(terms.order, farms);
  tally.order(FarmOrder::bread, first, bread);
  tally.order(FarmOrder::other, first, order_other(terms.order, farms));
  tally.order(FarmOrder::relief, first, order_relief(terms.order, bread, farms));
  if (terms.order.seed > 0) tally.order(FarmOrder::seed, first, order_seed(terms.order, farms));
  tally.order(FarmOrder::requisition, first, order_requisition(terms.order, farms));
  if (!turn_next) return;
  const FarmMovers movers = order_movers(farms);
  tally.order(FarmOrder::leave, first, movers.leave);
  tally.order(FarmOrder::arrive, first, movers.arrive);
}

// Stocks at the end of the month and the lines at which strata are read off (S09: a continuum, no class is stored).
THERMIDOR_INLINE void count_farms(const OfferTerms& terms, float hunger_line, const FarmGroup& farms, FarmTally& tally) {
  const Ints farm = farms.eaters > 0.0F;
  const Ints poor = farm & (farms.area < terms.poor_area);
  const Ints kulak = farm & (farms.land >= terms.kulak_land) & (farms.horses + farms.cattle >= terms.kulak_animals);
  tally.add_packed(tally.strata, (farm & 1) | (poor & (1 << 10)) | (kulak & (1 << 20)));
  tally.add_packed(tally.heads, cut(farms.eaters + farms.horses * 65536.0F));
  tally.add_packed(tally.herds, cut(farms.cattle + farms.grievance * 65536.0F));
  tally.add(FarmSum::kulak_offer, kulak & farms.offer);
  tally.add(FarmSum::hungry, (farms.nutrition < hunger_line * kNutritionNorm) & cut(farms.eaters));
  tally.add(FarmSum::nutrition, cut(farms.nutrition * farms.eaters));
  tally.add(FarmSum::grain, cut(farms.grain));
  tally.add_wide(FarmSum::cash, farms.cash);
  tally.add(FarmSum::goods, farms.goods);
  tally.add(FarmSum::arrears, farms.arrears);
  tally.add(FarmSum::area, cut(farms.area));
}

}  // namespace
}  // namespace thermidor::economy
