// Births, deaths, workers, horses and cattle by quarters (a third of the tiles each month), deaths of hunger every month.
//
// Events are drawn, never rounded: whole(mean + uniform) has the right mean. A household's last person does not die but, sooner
// or later, joins a neighbour, so that no stock is left without an heir.
#pragma once

#include "economy/farm_group.hpp"

namespace thermidor::economy {
namespace {

// One Philox block per farm.
struct FarmDraws {
  Words word[4];
};

// Words of a block in the lower halves of 64 bits; the upper halves are whatever they are, as products do without them.
struct WideBlock {
  LongRegister a, b, c, d;
};
inline constexpr std::uint32_t kPhiloxA = 0xD2511F53U, kPhiloxC = 0xCD9E8D57U;

THERMIDOR_INLINE LongRegister times(LongRegister x, std::uint32_t factor) { return product_of(x, factor - LongRegister{}); }

// The first two rounds, in which one of the two products is the same for all farms.
THERMIDOR_INLINE WideBlock start_block(const FarmTask& task, std::uint32_t stream, LongRegister id) {
  const RoundKeys& keys = *task.keys;
  const std::uint64_t when = std::uint64_t{kPhiloxC} * (task.month_index & 0xFFFFU);
  const std::uint64_t where = std::uint64_t{kPhiloxA} * ((when >> 32) ^ task.block ^ keys.first[0]);
  const LongRegister who = times(id, kPhiloxA);
  const LongRegister what = times((who >> 32) ^ std::uint64_t{stream ^ keys.second[0]}, kPhiloxC);
  return {(what >> 32) ^ (when ^ keys.first[1]), what, who ^ ((where >> 32) ^ keys.second[1]), where - LongRegister{}};
}

// The key goes into the upper halves as well, which is one instruction less.
THERMIDOR_INLINE LongRegister mix(LongRegister x, LongRegister y, std::uint32_t key) {
  return x ^ y ^ reinterpret_cast<LongRegister>(key - WordRegister{});
}
THERMIDOR_INLINE void turn_block(WideBlock& x, std::uint32_t key0, std::uint32_t key1) {
  const LongRegister product0 = times(x.a, kPhiloxA), product1 = times(x.c, kPhiloxC);
  x = {mix(product1 >> 32, x.b, key0), product1, mix(product0 >> 32, x.d, key1), product0};
}

THERMIDOR_INLINE WordRegister join(LongRegister even, LongRegister odd) {
  return reinterpret_cast<WordRegister>((even & 0xFFFFFFFFULL) | (odd << 32));
}

// The draws of Random for these keys (core/rng.hpp) but for the number of rounds, farms in even and in odd lanes side by side:
// register after register, so that no more is at work than the machine has registers for.
template <std::size_t... Round>
THERMIDOR_INLINE void turn_blocks(const RoundKeys& keys, WideBlock& even, WideBlock& odd, std::index_sequence<Round...>) {
  ((turn_block(even, keys.first[Round + 2], keys.second[Round + 2]),
    turn_block(odd, keys.first[Round + 2], keys.second[Round + 2])),
   ...);
}
THERMIDOR_INLINE void draw_register(const FarmTask& task, std::uint32_t stream, const std::uint32_t* ids,
                                    WordRegister (&words)[4]) {
  const auto id = load_register<LongRegister>(ids);
  WideBlock even = start_block(task, stream, id), odd = start_block(task, stream, id >> 32);
  turn_blocks(*task.keys, even, odd, std::make_index_sequence<kFarmRounds - 2>{});
  words[0] = join(even.a, odd.a), words[1] = join(even.b, odd.b);
  words[2] = join(even.c, odd.c), words[3] = join(even.d, odd.d);
}
template <std::size_t... Part>
THERMIDOR_INLINE FarmDraws draw_parts(const FarmTask& task, std::uint32_t stream, const std::uint32_t* ids,
                                      std::index_sequence<Part...>) {
  WordRegister words[kRegisters][4];
  (draw_register(task, stream, ids + Part * static_cast<std::size_t>(kWidth), words[Part]), ...);
  return {{{words[Part][0]...}, {words[Part][1]...}, {words[Part][2]...}, {words[Part][3]...}}};
}
THERMIDOR_INLINE FarmDraws draw_farms(const FarmTask& task, std::uint32_t stream, const FarmTile& tile, int first) {
  return draw_parts(task, stream, first_of(tile.id) + first, std::make_index_sequence<kRegisters>{});
}

// The upper and the lower half of a word as uniforms in (0, 1).
THERMIDOR_INLINE Floats upper(Words word) { return (real(as<Ints>(word >> 16)) + 0.5F) * 0x1p-16F; }
THERMIDOR_INLINE Floats lower(Words word) { return (real(as<Ints>(word & 0xFFFFU)) + 0.5F) * 0x1p-16F; }

// Deaths are few of many: their fractions are spread evenly over slots and months rather than drawn. Says whether anybody of
// the group was hungry enough: in most months of most tiles nobody is.
THERMIDOR_INLINE bool die_of_hunger(const QuarterTerms& terms, Floats phase, FarmGroup& farms, FarmTally& tally) {
  const Floats gap = positive(terms.hunger_line - farms.nutrition * 0.005F);
  if (!any_positive(gap)) return false;
  const Floats mean = farms.eaters * terms.hunger_deaths * gap * gap;
  const Ints died = cut(least(mean + choose(gap > 0.0F, phase, Floats{}), positive(farms.eaters - 1.0F)));
  farms.eaters -= real(died);
  farms.workers = least(farms.workers, farms.eaters);
  tally.add(FarmSum::hunger_deaths, died);
  return true;
}

THERMIDOR_INLINE void be_born_and_die(const QuarterTerms& terms, const FarmDraws& draws, FarmGroup& farms, FarmTally& tally) {
  const Floats hungry = positive(1.0F - farms.nutrition * 0.005F);
  const Floats eaters = farms.eaters;
  const Floats fertile = positive(eaters * terms.birth * (1.0F - terms.birth_hunger * hungry));
  const Ints born = -((upper(draws.word[0]) < fertile) & (eaters < 240.0F));
  const Floats fraction = choose(eaters > 0.0F, lower(draws.word[0]), Floats{});
  const Ints died = cut(least(eaters * terms.death * (1.0F + terms.death_hunger * hungry) + fraction, positive(eaters - 1.0F)));
  const Floats left = eaters + real(born) - real(died);
  // Children grow up and the old retire: workers move towards their share of the household.
  const Floats moved = (left * terms.worker_share - farms.workers) * terms.maturing + upper(draws.word[1]) + 8.0F;
  const Floats workers = farms.workers + real(cut(moved) - 8);
  farms.eaters = left;
  farms.workers = choose(left > 0.0F, within(workers, 1.0F, left), Floats{});
  tally.add(FarmSum::births, born);
  tally.add(FarmSum::deaths, died);
}

// Animals of one kind as they thrive, and as people eat, lose or have to give up some.
struct HerdTerms {
  float growth = 0, purchase = 0, each = 0;  // each: animals per 0.01 ha
};
THERMIDOR_INLINE Floats breed_herd(const HerdTerms& terms, Floats thrives, Floats lost, Floats draw, const FarmGroup& farms,
                                   Floats herd) {
  const Floats room = most(farms.land * terms.each, 0.01F);
  const Floats gain = thrives * (herd * terms.growth * (1.0F - herd / room) + terms.purchase * positive(room - herd));
  const Floats change = most(gain - herd * lost, -herd) + draw + 256.0F;
  const Floats alive = choose(farms.eaters > 0.0F, all(1.0F), Floats{});
  return alive * within(herd + real(cut(change) - 256), 0.0F, all(200.0F));
}

THERMIDOR_INLINE void breed_animals(const QuarterTerms& terms, const FarmDraws& draws, FarmGroup& farms) {
  // Beasts well fed multiply faster.
  const Floats thrives = choose(farms.fed >= terms.fed_line, least(farms.fed, all(1.6F)), Floats{});
  const Floats eaten = terms.slaughter * positive(terms.hunger_line - farms.nutrition * 0.005F) +
                       terms.hunger_loss * positive(terms.fed_line - farms.fed);
  const HerdTerms horses = {terms.horse_growth, terms.horse_purchase, 1.0F / terms.horse_area};
  const HerdTerms cattle = {terms.cattle_growth, terms.cattle_purchase, 1.0F / terms.cattle_area};
  farms.horses = breed_herd(horses, thrives, eaten, upper(draws.word[2]), farms, farms.horses);
  farms.cattle = breed_herd(cattle, thrives, eaten + terms.seizure, upper(draws.word[3]), farms, farms.cattle);
}

// Masks of households that part and of those that join another.
struct FarmFlags {
  Ints parts, joins;
};
THERMIDOR_INLINE FarmFlags flag_households(const QuarterTerms& terms, const FarmDraws& draws, const FarmTile& tile, int first,
                                           const FarmGroup& farms) {
  const Floats chance = terms.partition * positive(farms.eaters - terms.partition_size);
  const Ints may = (real(load(first_of(tile.age) + first)) >= terms.partition_age) & (farms.workers >= 2.0F);
  const Floats haste = choose(farms.nutrition < 120.0F, all(5.0F), all(1.0F));
  const Floats alone = terms.merge * haste * positive(3.0F - farms.eaters);
  return {may & (lower(draws.word[1]) < chance), (farms.eaters > 0.0F) & (lower(draws.word[2]) < alone)};
}

THERMIDOR_INLINE void grow_older(bool new_luck, FarmLuck dice, const FarmGroup& farms, FarmTile& tile, int first) {
  const Ints alive = farms.eaters > 0.0F;
  const Ints age = load(first_of(tile.age) + first);
  store(age - (alive & (age < 255)), first_of(tile.age) + first);
  if (!new_luck) return;
  const auto id = load_lanes<Words>(first_of(tile.id) + first);
  const Words luck = (((id * kFirstDie + dice.first) >> 24) + ((id * kSecondDie + dice.second) >> 24)) >> 1;
  const Ints kept = load(first_of(tile.luck) + first);
  store(choose(alive, as<Ints>(luck), kept), first_of(tile.luck) + first);
}

}  // namespace
}  // namespace thermidor::economy
