// What the state takes: tax in kind, money tax with arrears, forced procurement (S10). Requisition settles as an order.
#pragma once

#include "economy/farm_group.hpp"

namespace thermidor::economy {
namespace {

// Rate of a progressive tax over its mean rate: 1 at the reference, up to the progression on large farms, its inverse on small.
THERMIDOR_INLINE Floats progressive(Floats size, float reference, float progression) {
  return (progression * size + reference) / (size + progression * reference);
}

THERMIDOR_INLINE void tax_in_kind(const LevyTerms& terms, FarmGroup& farms, FarmTally& tally) {
  // Farms whose harvest does not feed them pay a token; nobody pays the last third of what he needs.
  const Floats feeds = farms.area * terms.output;
  const Floats people = farms.eaters * terms.year_food;
  const Floats share = choose(feeds < people, all(terms.tax_deficit), all(1.0F));
  const Floats due = farms.area * terms.tax_rate * progressive(farms.area, terms.tax_reference, terms.tax_progression) * share;
  const Floats free = positive(farms.grain - 0.333F * need_of(terms.need, farms));
  const Ints paid = cut(least(due, free));
  farms.grain -= real(paid);
  farms.taken += real(paid);
  tally.add(FarmSum::tax_in_kind, paid);
}

THERMIDOR_INLINE void tax_in_money(const LevyTerms& terms, FarmGroup& farms, FarmTally& tally) {
  // Arrears are kept in kopecks of 1913: they do not melt with the money.
  const Floats tax = farms.area * terms.money_rate * progressive(farms.area, terms.money_reference, terms.money_progression);
  const Floats due = tax + real(farms.arrears) * terms.price_index;
  const Floats purse = real(farms.cash);
  const Ints paid = spend(farms.cash, due);
  const Floats unpaid = positive(due - real(paid)) * (terms.arrears_kept / terms.price_index);
  farms.arrears = cut(least(unpaid, 60000.0F));
  farms.taxed = real(paid) / most(purse, 1.0F);
  tally.add_wide(FarmSum::money_tax, paid);
}

THERMIDOR_INLINE void take_by_force(const LevyTerms& terms, FarmGroup& farms, FarmTally& tally) {
  const Floats above = positive(farms.grain - terms.force_floor * need_of(terms.need, farms));
  const Ints taken = cut(terms.force_rate * above);
  farms.grain -= real(taken);
  farms.taken += real(taken);
  const Ints paid = receive(farms.cash, real(taken) * terms.price_state);
  tally.add(FarmSum::forced, taken);
  tally.add_wide(FarmSum::paid_forced, paid);
}

}  // namespace
}  // namespace thermidor::economy
