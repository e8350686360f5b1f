// Births, deaths, workers, horses and cattle by quarters (a third of the tiles each month), deaths of hunger every month.
//
// Events are drawn, never rounded: whole(mean + uniform) has the right mean. A household's last person does not die but, sooner
// or later, joins a neighbour, so that no stock is left without an heir.
#include "economy/farm_kernel.hpp"

namespace thermidor::economy {
namespace {

// One Philox block per farm.
struct alignas(64) Draws {
  std::uint32_t word[4][kTileFarms];
};

// Words of a block in 64 bits each, of which the lower 32 count: products then need no widening.
struct WideBlock {
  std::uint64_t a, b, c, d;
};

THERMIDOR_INLINE void turn_block(WideBlock& x, std::uint64_t key0, std::uint64_t key1) {
  constexpr std::uint64_t kLow = 0xFFFFFFFFU;
  const std::uint64_t product0 = x.a * 0xD2511F53U, product1 = x.c * 0xCD9E8D57U;
  x = {(product1 >> 32) ^ x.b ^ key0, product1 & kLow, (product0 >> 32) ^ x.d ^ key1, product0 & kLow};
}

// Keys of the ten rounds.
struct RoundKeys {
  std::uint64_t first[10], second[10];
};
RoundKeys make_round_keys(std::uint64_t seed) {
  RoundKeys keys;
  auto key0 = static_cast<std::uint32_t>(seed), key1 = static_cast<std::uint32_t>(seed >> 32);
  for (int round = 0; round < 10; ++round) {
    keys.first[round] = key0, keys.second[round] = key1;
    key0 += 0x9E3779B9U, key1 += 0xBB67AE85U;
  }
  return keys;
}

THERMIDOR_FARM_KERNEL void draw_tile(const RoundKeys& keys, std::uint32_t stream, Month month, std::uint32_t block,
                                     const FarmColumn<std::uint32_t>& __restrict id, Draws& __restrict draws) {
  const std::uint64_t when = static_cast<std::uint32_t>(month.index) & 0xFFFFU;
  const std::uint64_t k0 = keys.first[0], k1 = keys.first[1], k2 = keys.first[2], k3 = keys.first[3], k4 = keys.first[4];
  const std::uint64_t k5 = keys.first[5], k6 = keys.first[6], k7 = keys.first[7], k8 = keys.first[8], k9 = keys.first[9];
  const std::uint64_t l0 = keys.second[0], l1 = keys.second[1], l2 = keys.second[2], l3 = keys.second[3], l4 = keys.second[4];
  const std::uint64_t l5 = keys.second[5], l6 = keys.second[6], l7 = keys.second[7], l8 = keys.second[8], l9 = keys.second[9];
  for (int i = 0; i < kLanes; ++i) {
    WideBlock x = {id[static_cast<std::size_t>(i)], block, when, stream};
    turn_block(x, k0, l0), turn_block(x, k1, l1), turn_block(x, k2, l2), turn_block(x, k3, l3), turn_block(x, k4, l4);
    turn_block(x, k5, l5), turn_block(x, k6, l6), turn_block(x, k7, l7), turn_block(x, k8, l8), turn_block(x, k9, l9);
    draws.word[0][i] = static_cast<std::uint32_t>(x.a);
    draws.word[1][i] = static_cast<std::uint32_t>(x.b);
    draws.word[2][i] = static_cast<std::uint32_t>(x.c);
    draws.word[3][i] = static_cast<std::uint32_t>(x.d);
  }
}

// The upper and the lower half of a word as uniforms in (0, 1).
THERMIDOR_INLINE float upper(std::uint32_t word) { return (real(static_cast<std::int32_t>(word >> 16)) + 0.5F) * 0x1p-16F; }
THERMIDOR_INLINE float lower(std::uint32_t word) { return (real(static_cast<std::int32_t>(word & 0xFFFFU)) + 0.5F) * 0x1p-16F; }

THERMIDOR_FARM_KERNEL bool any_hungry(const FarmWork& __restrict work, float line) {
  const float limit = line * kNutritionNorm;
  std::int32_t hungry = 0;
  for (int i = 0; i < kLanes; ++i) hungry |= work.eaters[i] > 1.0F && work.nutrition[i] < limit ? 1 : 0;
  return hungry != 0;
}

THERMIDOR_FARM_KERNEL void die_of_hunger(const QuarterTerms& terms, const Draws& __restrict draws, FarmWork& __restrict work,
                                         FarmSums& sums) {
  const float line = terms.hunger_line, rate = terms.hunger_deaths;
  IntLanes died;
  for (int i = 0; i < kLanes; ++i) {
    const float gap = most(0.0F, line - work.nutrition[i] * 0.005F);
    const float mean = work.eaters[i] * rate * gap * gap;
    const float fraction = gap > 0 ? upper(draws.word[0][i]) : 0.0F;
    died[i] = cut(least(mean + fraction, most(0.0F, work.eaters[i] - 1.0F)));
    work.eaters[i] -= real(died[i]);
    work.workers[i] = least(work.workers[i], work.eaters[i]);
  }
  sums.hunger_deaths += sum_of(died);
}

THERMIDOR_FARM_KERNEL void be_born_and_die(const QuarterTerms& terms, const Draws& __restrict draws, FarmWork& __restrict work,
                                           FarmSums& sums) {
  const float birth = terms.birth, hunger = terms.birth_hunger, death = terms.death;
  const float maturing = terms.maturing, worker_share = terms.worker_share;
  IntLanes born, died;
  for (int i = 0; i < kLanes; ++i) {
    const float hungry = most(0.0F, 1.0F - work.nutrition[i] * 0.005F);
    const float eaters = work.eaters[i];
    const float fertile = most(0.0F, eaters * birth * (1.0F - hunger * hungry));
    born[i] = upper(draws.word[0][i]) < fertile && eaters < 240.0F ? 1 : 0;
    const float fraction = eaters > 0 ? lower(draws.word[0][i]) : 0.0F;
    died[i] = cut(least(eaters * death + fraction, most(0.0F, eaters - 1.0F)));
    const float left = eaters + real(born[i]) - real(died[i]);
    // Children grow up and the old retire: workers move towards their share of the household.
    const float moved = (left * worker_share - work.workers[i]) * maturing + upper(draws.word[1][i]) + 8.0F;
    const float workers = work.workers[i] + real(cut(moved) - 8);
    work.eaters[i] = left;
    work.workers[i] = left > 0 ? within(workers, 1.0F, left) : 0.0F;
  }
  sums.births += sum_of(born);
  sums.deaths += sum_of(died);
}

THERMIDOR_FARM_KERNEL void breed_animals(const QuarterTerms& terms, const Draws& __restrict draws, FarmWork& __restrict work) {
  const float fed_line = terms.fed_line, loss = terms.hunger_loss, line = terms.hunger_line, slaughter = terms.slaughter;
  const float horse_growth = terms.horse_growth, horse_buy = terms.horse_purchase, horse_each = 1.0F / terms.horse_area;
  const float cattle_growth = terms.cattle_growth, cattle_buy = terms.cattle_purchase, cattle_each = 1.0F / terms.cattle_area;
  const float seizure = terms.seizure;
  for (int i = 0; i < kLanes; ++i) {
    const float fed = work.fed[i];
    const float thrives = fed >= fed_line ? 1.0F : 0.0F;
    const float eaten = slaughter * most(0.0F, line - work.nutrition[i] * 0.005F) + loss * most(0.0F, fed_line - fed);
    const float horse_room = most(work.land[i] * horse_each, 0.01F), cattle_room = most(work.land[i] * cattle_each, 0.01F);
    const float horses = work.horses[i], cattle = work.cattle[i];
    const float horse_gain =
        thrives * (horses * horse_growth * (1.0F - horses / horse_room) + horse_buy * most(0.0F, horse_room - horses));
    const float cattle_gain =
        thrives * (cattle * cattle_growth * (1.0F - cattle / cattle_room) + cattle_buy * most(0.0F, cattle_room - cattle));
    const float horse_change = most(horse_gain - horses * eaten, -horses) + upper(draws.word[2][i]) + 256.0F;
    const float cattle_change = most(cattle_gain - cattle * (eaten + seizure), -cattle) + upper(draws.word[3][i]) + 256.0F;
    const float alive = work.eaters[i] > 0 ? 1.0F : 0.0F;
    work.horses[i] = alive * within(horses + real(cut(horse_change) - 256), 0.0F, 200.0F);
    work.cattle[i] = alive * within(cattle + real(cut(cattle_change) - 256), 0.0F, 200.0F);
  }
}

THERMIDOR_FARM_KERNEL void flag_households(const QuarterTerms& terms, const Draws& __restrict draws,
                                           const FarmTile& __restrict tile, FarmWork& __restrict work) {
  const float size = terms.partition_size, rate = terms.partition, age = terms.partition_age, merge = terms.merge;
  FloatLanes chance, alone;
  for (int i = 0; i < kLanes; ++i) chance[i] = rate * most(0.0F, work.eaters[i] - size);
  for (int i = 0; i < kLanes; ++i) chance[i] = real(tile.age[static_cast<std::size_t>(i)]) >= age ? chance[i] : 0.0F;
  for (int i = 0; i < kLanes; ++i) chance[i] = work.workers[i] >= 2.0F ? chance[i] : 0.0F;
  for (int i = 0; i < kLanes; ++i) work.partition[i] = lower(draws.word[1][i]) < chance[i] ? 1 : 0;
  for (int i = 0; i < kLanes; ++i) alone[i] = merge * (work.nutrition[i] < 120.0F ? 5.0F : 1.0F);
  for (int i = 0; i < kLanes; ++i) alone[i] *= most(0.0F, 3.0F - work.eaters[i]);
  for (int i = 0; i < kLanes; ++i) alone[i] = work.eaters[i] > 0 ? alone[i] : 0.0F;
  for (int i = 0; i < kLanes; ++i) work.merge[i] = lower(draws.word[2][i]) < alone[i] ? 1 : 0;
}

THERMIDOR_FARM_KERNEL void grow_older(bool new_luck, const Draws& __restrict draws, FarmTile& __restrict tile) {
  for (int i = 0; i < kLanes; ++i) {
    const auto lane = static_cast<std::size_t>(i);
    const bool alive = tile.eaters[lane] > 0;
    const std::uint32_t age = tile.age[lane] + (alive && tile.age[lane] < 255 ? 1U : 0U);
    tile.age[lane] = static_cast<std::uint8_t>(age);
    const std::uint32_t word = draws.word[3][i];
    const std::uint32_t luck = ((word & 0xFFU) + ((word >> 8) & 0xFFU)) >> 1;  // two dice: middling luck is commonest
    const std::uint32_t kept = tile.luck[lane];
    tile.luck[lane] = static_cast<std::uint8_t>(alive && new_luck ? luck : kept);
  }
}

std::uint32_t child_id(std::uint32_t parent, Month month) {
  const PhiloxBlock block =
      philox4x32({parent, static_cast<std::uint32_t>(month.index), 0, make_stream("farms.child").value}, {0, 0});
  return block[0] | 0x80000000U;
}

// Half of a stock goes to the child; the odd unit stays.
template <class T>
void halve(FarmColumn<T>& column, std::size_t parent, std::size_t child) {
  column[child] = static_cast<T>(column[parent] / 2);
  column[parent] = static_cast<T>(column[parent] - column[child]);
}

void part(FarmTile& __restrict tile, std::size_t parent, std::size_t child, Month month) {
  halve(tile.grain, parent, child), halve(tile.cash, parent, child), halve(tile.sold, parent, child);
  halve(tile.offer, parent, child), halve(tile.goods_order, parent, child), halve(tile.goods, parent, child);
  halve(tile.arrears, parent, child), halve(tile.land, parent, child), halve(tile.area, parent, child);
  halve(tile.eaters, parent, child), halve(tile.workers, parent, child);
  halve(tile.horses, parent, child), halve(tile.cattle, parent, child);
  tile.nutrition[child] = tile.nutrition[parent];
  tile.grievance[child] = tile.grievance[parent];
  tile.age[child] = 0;
  tile.id[child] = child_id(tile.id[parent], month);
  tile.luck[child] = static_cast<std::uint8_t>((tile.id[child] >> 8 & 0x7FU) + 64U);
}

template <class T>
bool fits(const FarmColumn<T>& column, std::size_t from, std::size_t heir, std::int64_t limit) {
  return std::int64_t{column[from]} + column[heir] <= limit;
}

bool can_take_in(const FarmTile& __restrict tile, std::size_t from, std::size_t heir) {
  return tile.eaters[heir] > 0 && fits(tile.eaters, from, heir, 200) && fits(tile.land, from, heir, kCountLimit) &&
         fits(tile.area, from, heir, kCountLimit) && fits(tile.goods, from, heir, kCountLimit) &&
         fits(tile.cash, from, heir, kCashLimit) && fits(tile.grain, from, heir, 16000000) &&
         fits(tile.horses, from, heir, 200) && fits(tile.cattle, from, heir, 200);
}

// Moves a stock to the heir, up to what the column holds (only counts that are not conserved can exceed it).
template <class T>
void inherit(FarmColumn<T>& column, std::size_t from, std::size_t heir, std::int64_t limit) {
  const std::int64_t sum = std::int64_t{column[from]} + column[heir];
  column[heir] = static_cast<T>(sum < limit ? sum : limit);
  column[from] = 0;
}

void join(FarmTile& __restrict tile, std::size_t from, std::size_t heir) {
  inherit(tile.grain, from, heir, 16777216), inherit(tile.cash, from, heir, kCashLimit);
  inherit(tile.sold, from, heir, kCountLimit), inherit(tile.offer, from, heir, kCountLimit);
  inherit(tile.goods_order, from, heir, kCountLimit), inherit(tile.goods, from, heir, kCountLimit);
  inherit(tile.arrears, from, heir, kCountLimit), inherit(tile.land, from, heir, kCountLimit);
  inherit(tile.area, from, heir, kCountLimit), inherit(tile.eaters, from, heir, 255), inherit(tile.workers, from, heir, 255);
  inherit(tile.horses, from, heir, 255), inherit(tile.cattle, from, heir, 255);
  tile.nutrition[from] = tile.grievance[from] = tile.age[from] = tile.luck[from] = 0;
  tile.id[from] = 0;
}

THERMIDOR_FARM_KERNEL bool any_flag(const FarmWork& __restrict work) {
  std::int32_t flags = 0;
  for (int i = 0; i < kLanes; ++i) flags |= work.partition[i] | work.merge[i];
  return flags != 0;
}

}  // namespace

void starve_tile(const QuarterTerms& terms, const TileKey& key, const FarmTile& __restrict tile, FarmWork& __restrict work,
                 FarmSums& sums) {
  if (!any_hungry(work, terms.hunger_line)) return;
  Draws draws;
  draw_tile(make_round_keys(key.seed), make_stream("farms.hunger").value, key.month, key.block, tile.id, draws);
  die_of_hunger(terms, draws, work, sums);
}

void pass_quarter(const QuarterTerms& terms, const TileKey& key, FarmTile& __restrict tile, FarmWork& __restrict work,
                  FarmSums& sums) {
  Draws draws;
  draw_tile(make_round_keys(key.seed), make_stream("farms.quarter").value, key.month, key.block, tile.id, draws);
  be_born_and_die(terms, draws, work, sums);
  breed_animals(terms, draws, work);
  flag_households(terms, draws, tile, work);
  grow_older(terms.new_luck, draws, tile);
}

void part_and_merge(const TileKey& key, FarmTile& tile, FarmWork& work) {
  if (!any_flag(work)) return;
  store_tile(work, tile);
  for (std::size_t from = 0; from < kTileFarms; ++from) {
    if (work.merge[from] == 0) continue;
    for (std::size_t step = 1; step < kTileFarms; ++step) {
      const std::size_t heir = (from + step) % kTileFarms;
      if (!can_take_in(tile, from, heir)) continue;
      join(tile, from, heir);
      break;
    }
  }
  std::size_t free = 0;
  for (std::size_t parent = 0; parent < kTileFarms; ++parent) {
    if (work.partition[parent] == 0 || tile.eaters[parent] < 4) continue;
    while (free < kTileFarms && tile.eaters[free] > 0) ++free;
    if (free == kTileFarms) break;  // a full tile puts partitions off
    part(tile, parent, free, key.month);
  }
  load_tile(tile, work);
}

}  // namespace thermidor::economy
