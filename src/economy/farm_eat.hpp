// Eating: seed is locked first, then people, then animals; stocks that do not last to the harvest are spread over the months
// left.
#pragma once

#include "economy/farm_group.hpp"

namespace thermidor::economy {
namespace {

template <FarmSeason Season>
THERMIDOR_INLINE void feed_people(const EatTerms& terms, Floats phase, FarmGroup& farms, FarmTally& tally) {
  const Floats norm = farms.eaters * terms.eat;
  // Seed is kept from people until they starve.
  const Floats kept = positive(1.0F - terms.seed_eaten * positive(terms.hunger_line - farms.nutrition));
  const Floats hand = positive(farms.grain - farms.area * terms.lock * kept);
  // Those who can buy bread later need not stretch their own so far.
  Floats own = hand;
  if constexpr (Season.aided) own = positive(hand - farms.kitchen);
  own = in_hand_and_field<Season>(own, farms);
  Floats wanted = (own + real(farms.cash) * terms.purse) * terms.spread;
  // Where bread could be had of late they count on buying it, and do not starve over a barn that is not empty or about to be
  // filled.
  wanted = most(wanted, least(norm * terms.trust, own * terms.at_hand));
  // Relief is eaten in the month in which it is given.
  if constexpr (Season.aided) wanted += farms.kitchen;
  wanted = least(norm * terms.plenty_food, wanted) + phase;
  const Ints eaten = cut(least(wanted, hand));
  farms.grain -= real(eaten);
  // The hungry live on milk and meat as far as their beasts go.
  const Floats milk = least(farms.cattle * terms.milk, positive(norm * terms.milk_line - real(eaten)));
  const Floats ratio = (real(eaten) + milk) * kNutritionNorm / most(norm, 1.0F) + 0.5F;
  farms.nutrition = choose(farms.eaters > 0.0F, real(cut(least(ratio, 250.0F))), Floats{});
  tally.add(FarmSum::eaten, eaten);
}

// What is fed counts for the animals only where a quarter passes.
template <FarmSeason Season>
THERMIDOR_INLINE void feed_animals(const EatTerms& terms, Floats phase, bool turn, FarmGroup& farms, FarmTally& tally) {
  const Floats wanted = farms.horses * terms.horse + farms.cattle * terms.cattle;
  const Floats hand = positive(farms.grain - farms.area * terms.lock);
  const Floats free = positive(in_hand_and_field<Season>(hand, farms) - farms.eaters * terms.food_reserve);
  // Of what is left for animals beyond their norm a part is fed, more where beasts pay better than grain: it is fattened,
  // milked and laid away on the hoof.
  const Floats spread = free * terms.feed_spread;
  const Floats rich = least(terms.fatten * positive(spread - wanted), wanted * terms.plenty_feed);
  const Floats given = least(least(wanted, spread) + rich, hand);
  const Ints eaten = cut(least(given + phase, hand));
  farms.grain -= real(eaten);
  if (turn) farms.fed = choose(wanted > 0.0F, given / wanted, all(1.0F));
  tally.add(FarmSum::fed, eaten);
}

// Mice and damp; and what is hidden from collectors spoils in pits (so that hiding has a price).
THERMIDOR_INLINE void spoil_grain(const EatTerms& terms, Floats phase, FarmGroup& farms, FarmTally& tally) {
  Floats mean = farms.grain * terms.spoil;
  if (terms.hidden_spoil > 0) {
    mean += positive(farms.grain - terms.hidden_floor * need_of(terms.need, farms)) * terms.hidden_spoil;
  }
  const Ints lost = cut(least(mean + phase, farms.grain));
  farms.grain -= real(lost);
  tally.add(FarmSum::spoiled, lost);
}

// Grievance rises with grain taken, hunger, empty shops and tax, and is forgotten by and by.
template <FarmSeason Season>
THERMIDOR_INLINE void move_mood(const MoodTerms& terms, Floats phase, bool taxed, FarmGroup& farms) {
  const Floats short_food = positive(1.0F - farms.nutrition * 0.005F);
  Floats raised = farms.grievance * terms.keep;
  if constexpr (Season.levied) raised += terms.levy * (farms.taken / (farms.taken + farms.grain + 1.0F));
  raised = raised + terms.hunger * short_food + terms.goods;
  if (taxed) raised += terms.tax * farms.taxed;
  farms.grievance = choose(farms.eaters > 0.0F, real(cut(least(raised + phase, 255.0F))), Floats{});
}

}  // namespace
}  // namespace thermidor::economy
