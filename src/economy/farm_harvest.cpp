// Harvest and sowing. Harvest = area x yield x weather x draught power x the farm's own luck; sowing follows the balance of
// drudgery against the use of the last unit (S08, S22; chayanov1925).
#include "economy/farm_kernel.hpp"

namespace thermidor::economy {

THERMIDOR_FARM_KERNEL void harvest_tile(const HarvestTerms& terms, const FarmTile& __restrict tile, FarmWork& __restrict work,
                                        FarmSums& sums) {
  const float yield = terms.yield, pending = terms.pending, spread = terms.spread;
  const float draught = terms.draught, loss = terms.loss, bend = terms.bend;
  FloatLanes luck;
  for (int i = 0; i < kLanes; ++i) luck[i] = 1.0F + spread * (real(tile.luck[static_cast<std::size_t>(i)]) - 127.5F);
  // Draught power: full where horses suffice, less by a bent curve where they do not.
  FloatLanes power, crop;
  for (int i = 0; i < kLanes; ++i) power[i] = work.horses[i] * draught / most(work.area[i], 1.0F);
  for (int i = 0; i < kLanes; ++i) power[i] = least(1.0F, power[i]);
  for (int i = 0; i < kLanes; ++i) power[i] = 1.0F - loss * (1.0F - power[i]) / (power[i] + bend);
  for (int i = 0; i < kLanes; ++i) crop[i] = least(work.area[i] * yield * power[i] * luck[i], 4000000.0F);
  IntLanes brought;
  for (int i = 0; i < kLanes; ++i) {
    brought[i] = cut(crop[i]);
    work.grain[i] += real(brought[i]);
    work.pending[i] = crop[i] * pending;
  }
  sums.harvest += sum_of(brought);
}

THERMIDOR_FARM_KERNEL void sow_tile(const SowTerms& terms, const TileKey& key, FarmWork& __restrict work, FarmSums& sums) {
  const FarmNeedRates year = terms.year;
  const float net_yield = terms.net_yield, gap = terms.large_gap, mean = terms.mean_land;
  FloatLanes own, wished;
  for (int i = 0; i < kLanes; ++i) {
    const float need = work.eaters[i] * year.food + work.horses[i] * year.horse + work.cattle[i] * year.cattle;
    own[i] = least(need / most(work.land[i] * net_yield, 1.0F), 1.99F) * 128.0F;
  }
  for (int i = 0; i < kLanes; ++i) {
    const int node = cut(own[i]);
    const float low = terms.share[static_cast<std::size_t>(node)];
    const float high = terms.share[static_cast<std::size_t>(node) + 1];
    wished[i] = low + (own[i] - real(node)) * (high - low);
  }
  const float draught = terms.draught, shared = terms.shared, labour = terms.labour;
  for (int i = 0; i < kLanes; ++i) {
    // Large farms without the right to hire leave some land; then horses and hands set limits.
    const float large = 1.0F - gap * work.land[i] / (work.land[i] + 3.0F * mean);
    const float hands = least((work.horses[i] + shared) * draught, work.workers[i] * labour);
    wished[i] = least(wished[i] * work.land[i] * large, hands);
  }
  const float step = terms.step, part = terms.part, rate = terms.seed, lock = terms.lock;
  const std::uint32_t phase = phase_start(key, 1);
  FloatLanes area, now, sown;
  for (int i = 0; i < kLanes; ++i) area[i] = work.area[i] + step * (wished[i] - work.area[i]);
  for (int i = 0; i < kLanes; ++i) now[i] = area[i] * part;
  for (int i = 0; i < kLanes; ++i) sown[i] = least(now[i], work.grain[i] * lock / rate);
  for (int i = 0; i < kLanes; ++i) area[i] = real(cut(area[i] - now[i] + sown[i] + phase_of(phase, i)));
  for (int i = 0; i < kLanes; ++i) work.area[i] = work.eaters[i] > 0 ? area[i] : 0;
  IntLanes seed;
  for (int i = 0; i < kLanes; ++i) seed[i] = cut(sown[i] * rate);
  for (int i = 0; i < kLanes; ++i) work.grain[i] -= real(seed[i]);
  sums.seed += sum_of(seed);
}

}  // namespace thermidor::economy
