// Harvest and sowing. Harvest = area x yield x weather x draught power x the farm's own luck; sowing follows the balance of
// drudgery against the use of the last unit (S08, S22; chayanov1925).
#pragma once

#include "economy/farm_group.hpp"

namespace thermidor::economy {
namespace {

THERMIDOR_INLINE void harvest(const HarvestTerms& terms, const FarmTile& tile, int first, FarmGroup& farms, FarmTally& tally) {
  const Floats luck = 1.0F + terms.spread * (real(load(first_of(tile.luck) + first)) - 127.5F);
  // Draught power: full where horses suffice, less by a bent curve where they do not.
  const Floats horses = least(all(1.0F), farms.horses * terms.draught / most(farms.area, 1.0F));
  const Floats power = 1.0F - terms.loss * (1.0F - horses) / (horses + terms.bend);
  const Floats crop = least(farms.area * terms.yield * power * luck, 4000000.0F);
  const Ints brought = cut(crop);
  farms.grain += real(brought);
  farms.pending = crop * terms.pending;
  tally.add(FarmSum::harvest, brought);
}

// Share of the land that a farm wishes to sow, by its own need over what the land can bear.
THERMIDOR_INLINE Floats share_to_sow(const SowTerms& terms, Floats own) {
  const Ints node = cut(own);
  const float* table = first_of(terms.share);
  const Floats low = look_up(table, node), high = look_up(table + 1, node);
  return low + (own - real(node)) * (high - low);
}

THERMIDOR_INLINE void sow(const SowTerms& terms, Floats phase, FarmGroup& farms, FarmTally& tally) {
  const Floats need = need_without_seed(terms.year, farms);
  const Floats spare = strength_to_spare(terms.lease, farms);
  const Floats land = farms.land + spare * terms.lease.share;
  const Floats own = least(need / most(land * terms.net_yield, 1.0F), 1.99F) * 128.0F;
  // Large farms without the right to hire leave some land; then horses and hands set limits.
  const Floats large = 1.0F - terms.large_gap * farms.land / (farms.land + 3.0F * terms.mean_land);
  const Floats hands = least((farms.horses + terms.shared) * terms.lease.draught, farms.workers * terms.lease.labour);
  const Floats wished = least(share_to_sow(terms, own) * land * large, hands);
  // Where a lease has run out nothing is sown on it.
  const Floats area = least(farms.area + terms.step * (wished - farms.area), land);
  const Floats now = area * terms.part;
  // Hungry people and beasts plough and sow less.
  const Floats strength = positive(1.0F - terms.weakness * positive(1.0F - farms.nutrition * 0.005F));
  const Floats sown = least(now * strength, farms.grain * terms.lock / terms.seed);
  farms.area = choose(farms.eaters > 0.0F, real(cut(area - now + sown + phase)), Floats{});
  const Ints seed = cut(sown * terms.seed);
  farms.grain -= real(seed);
  tally.add(FarmSum::seed, seed);
  tally.add(FarmSum::leased, cut(leased_area(terms.lease, farms)));
  tally.add(FarmSum::to_spare, cut(spare));
  tally.add(FarmSum::to_let, cut(land_to_let(terms.lease, farms)));
}

}  // namespace
}  // namespace thermidor::economy
