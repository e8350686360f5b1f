// Eating: seed is locked first, then people, then animals; stocks that do not last to the harvest are spread over the months
// left.
#include "economy/farm_kernel.hpp"

namespace thermidor::economy {
namespace {

THERMIDOR_FARM_KERNEL void feed_people(const EatTerms& terms, const TileKey& key, FarmWork& __restrict work, FarmSums& sums) {
  const float eat = terms.eat, spread = terms.spread, lock = terms.lock;
  const std::uint32_t phase = phase_start(key, 2);
  const float purse_kg = terms.purse, plenty = terms.plenty_food;
  const float seed_eaten = terms.seed_eaten, line = terms.hunger_line, trust = terms.trust;
  FloatLanes norm, hand, wanted, ratio;
  for (int i = 0; i < kLanes; ++i) norm[i] = work.eaters[i] * eat;
  // Seed is kept from people until they starve.
  for (int i = 0; i < kLanes; ++i) hand[i] = most(0.0F, 1.0F - seed_eaten * most(0.0F, line - work.nutrition[i]));
  for (int i = 0; i < kLanes; ++i) hand[i] = most(0.0F, work.grain[i] - work.area[i] * lock * hand[i]);
  // Those who can buy bread later need not stretch their own so far.
  for (int i = 0; i < kLanes; ++i) {
    const float own = most(0.0F, hand[i] - work.kitchen[i]);
    wanted[i] = (own + work.pending[i] + real(work.cash[i]) * purse_kg) * spread;
    // Where bread could be had of late they count on buying it, and do not starve over a barn that is not empty.
    wanted[i] = most(wanted[i], least(norm[i] * trust, own * 0.5F));
  }
  // Relief is eaten in the month in which it is given.
  for (int i = 0; i < kLanes; ++i) wanted[i] += work.kitchen[i];
  for (int i = 0; i < kLanes; ++i) wanted[i] = least(norm[i] * plenty, wanted[i]) + phase_of(phase, i);
  IntLanes eaten;
  for (int i = 0; i < kLanes; ++i) eaten[i] = cut(least(wanted[i], hand[i]));
  for (int i = 0; i < kLanes; ++i) work.grain[i] -= real(eaten[i]);
  for (int i = 0; i < kLanes; ++i) ratio[i] = real(eaten[i]) * kNutritionNorm / most(norm[i], 1.0F) + 0.5F;
  for (int i = 0; i < kLanes; ++i) ratio[i] = least(ratio[i], 250.0F);
  for (int i = 0; i < kLanes; ++i) work.nutrition[i] = real(cut(ratio[i]));
  for (int i = 0; i < kLanes; ++i) work.nutrition[i] = work.eaters[i] > 0 ? work.nutrition[i] : 0;
  sums.eaten += sum_of(eaten);
}

THERMIDOR_FARM_KERNEL void feed_animals(const EatTerms& terms, const TileKey& key, FarmWork& __restrict work, FarmSums& sums) {
  const float lock = terms.lock, reserve = terms.food_reserve, spread = terms.feed_spread;
  const float horse = terms.horse, cattle = terms.cattle, plenty = terms.plenty_feed;
  const std::uint32_t phase = phase_start(key, 3);
  IntLanes eaten;
  for (int i = 0; i < kLanes; ++i) {
    const float wanted = work.horses[i] * horse + work.cattle[i] * cattle;
    const float hand = most(0.0F, work.grain[i] - work.area[i] * lock);
    const float free = most(0.0F, hand + work.pending[i] - work.eaters[i] * reserve);
    const float given = least(least(wanted * plenty, free * spread), hand);
    const float whole = real(cut(least(given + phase_of(phase, i), hand)));
    eaten[i] = cut(whole);
    work.grain[i] -= whole;
    work.fed[i] = wanted > 0 ? given / wanted : 1.0F;
  }
  sums.fed += sum_of(eaten);
}

// Mice and damp; and what is hidden from collectors spoils in pits (so that hiding has a price).
THERMIDOR_FARM_KERNEL void spoil_grain(const EatTerms& terms, const TileKey& key, FarmWork& __restrict work, FarmSums& sums) {
  const FarmNeedRates need = terms.need;
  const float rate = terms.spoil, hidden = terms.hidden_spoil, floor = terms.hidden_floor;
  const std::uint32_t phase = phase_start(key, 4);
  IntLanes lost;
  for (int i = 0; i < kLanes; ++i) {
    const float wanted =
        work.eaters[i] * need.food + work.horses[i] * need.horse + work.cattle[i] * need.cattle + work.area[i] * need.seed;
    const float above = most(0.0F, work.grain[i] - floor * wanted);
    lost[i] = cut(least(work.grain[i] * rate + above * hidden + phase_of(phase, i), work.grain[i]));
    work.grain[i] -= real(lost[i]);
  }
  sums.spoiled += sum_of(lost);
}

}  // namespace

void eat_tile(const EatTerms& terms, const TileKey& key, FarmWork& __restrict work, FarmSums& sums) {
  feed_people(terms, key, work, sums);
  feed_animals(terms, key, work, sums);
  spoil_grain(terms, key, work, sums);
}

// Grievance rises with grain taken, hunger, empty shops and tax, and is forgotten by and by.
THERMIDOR_FARM_KERNEL void move_mood(const MoodTerms& terms, const TileKey& key, FarmWork& __restrict work, FarmSums& sums) {
  const float keep = terms.keep, levy = terms.levy, hunger = terms.hunger, goods = terms.goods, tax = terms.tax;
  const std::uint32_t phase = phase_start(key, 5);
  IntLanes points;
  for (int i = 0; i < kLanes; ++i) {
    const float share = work.taken[i] / (work.taken[i] + work.grain[i] + 1.0F);
    const float short_food = most(0.0F, 1.0F - work.nutrition[i] * 0.005F);
    const float raised = work.grievance[i] * keep + levy * share + hunger * short_food + goods + tax * work.taxed[i];
    points[i] = work.eaters[i] > 0 ? cut(least(raised + phase_of(phase, i), 255.0F)) : 0;
    work.grievance[i] = real(points[i]);
  }
  sums.grievance += sum_of(points);
}

}  // namespace thermidor::economy
