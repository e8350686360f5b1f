// What the state takes: tax in kind, money tax with arrears, forced procurement (S10). Requisition settles as an order.
#include "economy/farm_kernel.hpp"

namespace thermidor::economy {
namespace {

// Rate of a progressive tax over its mean rate: 1 at the reference, up to the progression on large farms, its inverse on small.
THERMIDOR_INLINE float progressive(float size, float reference, float progression) {
  return (progression * size + reference) / (size + progression * reference);
}

THERMIDOR_INLINE float need_of(const FarmNeedRates& rates, const FarmWork& __restrict work, int i) {
  return work.eaters[i] * rates.food + work.horses[i] * rates.horse + work.cattle[i] * rates.cattle + work.area[i] * rates.seed;
}

}  // namespace

THERMIDOR_FARM_KERNEL void tax_tile_in_kind(const LevyTerms& terms, FarmWork& __restrict work, FarmSums& sums) {
  const FarmNeedRates need = terms.need;
  const float rate = terms.tax_rate, output = terms.output, year_food = terms.year_food;
  const float reference = terms.tax_reference, progression = terms.tax_progression, deficit = terms.tax_deficit;
  IntLanes paid;
  for (int i = 0; i < kLanes; ++i) {
    // Farms whose harvest does not feed them pay a token; nobody pays the last third of what he needs.
    const float feeds = work.area[i] * output;
    const float people = work.eaters[i] * year_food;
    const float share = feeds < people ? deficit : 1.0F;
    const float due = work.area[i] * rate * progressive(work.area[i], reference, progression) * share;
    const float free = most(0.0F, work.grain[i] - 0.333F * need_of(need, work, i));
    paid[i] = cut(least(due, free));
    work.grain[i] -= real(paid[i]);
    work.taken[i] += real(paid[i]);
  }
  sums.tax_in_kind += sum_of(paid);
}

THERMIDOR_FARM_KERNEL void tax_tile_in_money(const LevyTerms& terms, FarmWork& __restrict work, FarmSums& sums) {
  const float rate = terms.money_rate, reference = terms.money_reference, progression = terms.money_progression;
  const float level = terms.price_index, kept = terms.arrears_kept / terms.price_index;
  IntLanes paid;
  for (int i = 0; i < kLanes; ++i) {
    // Arrears are kept in kopecks of 1913: they do not melt with the money.
    const float tax = work.area[i] * rate * progressive(work.area[i], reference, progression);
    const float due = tax + real(work.arrears[i]) * level;
    const float purse = real(work.cash[i]);
    paid[i] = spend(work.cash[i], due);
    const float unpaid = most(0.0F, due - real(paid[i])) * kept;
    work.arrears[i] = cut(least(unpaid, 60000.0F));
    work.taxed[i] = real(paid[i]) / most(purse, 1.0F);
  }
  sums.money_tax += wide_sum_of(paid);
}

THERMIDOR_FARM_KERNEL void force_tile(const LevyTerms& terms, FarmWork& __restrict work, FarmSums& sums) {
  const FarmNeedRates need = terms.need;
  const float rate = terms.force_rate, floor = terms.force_floor, price = terms.price_state;
  IntLanes taken, paid;
  for (int i = 0; i < kLanes; ++i) {
    const float above = most(0.0F, work.grain[i] - floor * need_of(need, work, i));
    taken[i] = cut(rate * above);
    work.grain[i] -= real(taken[i]);
    work.taken[i] += real(taken[i]);
    paid[i] = receive(work.cash[i], real(taken[i]) * price);
  }
  sums.forced += sum_of(taken);
  sums.paid_forced += wide_sum_of(paid);
}

}  // namespace thermidor::economy
