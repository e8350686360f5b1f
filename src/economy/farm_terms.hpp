// What the farms of one region face this month, worked out once per region so that the loops over farms need only + - * / in
// single precision: no powers, no logarithms, no tables but one.
#pragma once

#include <array>
#include <cstddef>

#include "core/calendar.hpp"
#include "economy/farm_lease.hpp"
#include "economy/farm_outlook.hpp"
#include "economy/farm_params.hpp"
#include "economy/village.hpp"

namespace thermidor::economy {

inline constexpr std::size_t kSowNodes = 257;  // share of land sown by share needed for own use, 0 to 2 in steps of 1/128
using SowTable = std::array<float, kSowNodes>;
inline constexpr std::size_t kSowSteps = 512;

// x^nu at x of so many steps out of kSowSteps. Farms sow all their land or a good part of it: tables go down from 1, no further
// than they need, and what one has worked out serves the next.
class SowPowers {
 public:
  explicit SowPowers(double drudgery) : drudgery_(drudgery) {}
  double drudgery() const { return drudgery_; }
  double at(std::size_t step);  // step <= kSowSteps

 private:
  double drudgery_;
  std::size_t known_ = kSowSteps + 1;  // the steps from here on
  std::array<double, kSowSteps + 1> powers_{};
};

struct HarvestTerms {
  bool on = false;
  float yield = 0;    // kg per 0.01 ha brought in this month at full draught
  float pending = 0;  // harvest still to come over that brought in this month
  float draught = 0, loss = 0, bend = 0, spread = 0;
};

struct SowTerms {
  bool on = false;
  double value = 0;      // of the marginal unit sold, after the take
  FarmNeedRates year{};  // need of a whole year
  float net_yield = 0;   // kg per 0.01 ha after seed
  float step = 0;        // of the gap to the wished area closed now
  float part = 0;        // of the area sown now
  float seed = 0;        // kg per 0.01 ha
  float lock = 0;        // share of the barn that may be sown
  float shared = 0;      // horses borrowed
  float large_gap = 0, mean_land = 0;
  LeaseTerms lease{};
  float weakness = 0;  // share of the sowing lost per unit of nutrition missing
  SowTable share{};
};

struct LevyTerms {
  FarmNeedRates need{};
  bool tax_on = false, money_on = false, force_on = false;
  float tax_rate = 0;   // kg per 0.01 ha at the reference area
  float output = 0;     // kg per 0.01 ha of this harvest
  float year_food = 0;  // kg per person and year
  float tax_reference = 0, tax_progression = 0, tax_deficit = 0;
  float money_rate = 0;  // kopecks per 0.01 ha this month
  float money_reference = 0, money_progression = 0, arrears_kept = 0;
  float price_index = 1;
  float force_rate = 0, force_floor = 0, price_state = 0;
};

struct EatTerms {
  float eat = 0, spread = 1, lock = 0;
  float seed_eaten = 0, hunger_line = 0;  // of the lock per unit of nutrition missing
  float trust = 0;                        // of the norm eaten while anything is left
  float milk = 0, milk_line = 0;          // kg of grain that a beast stands for; share of the norm up to which it helps
  float at_hand = 0;                      // share of stocks eaten on that trust
  float purse = 0;                        // kg of bread per kopeck of cash
  float food_reserve = 0;                 // kg per person kept from animals
  float horse = 0, cattle = 0;            // feed of this month
  float plenty_food = 1;                  // eaten over the norm where stocks allow
  float fatten = 0, plenty_feed = 0;      // share of spare grain fed beyond the norm; its limit, of the norm
  float feed_spread = 1;                  // share of a short stock fed in this month
  float spoil = 0;
  float hidden_floor = 0, hidden_spoil = 0;  // of grain above the floor share of the need
  FarmNeedRates need{};
};

struct HireTerms {
  FarmNeedRates floor{};
  float lock = 0, share = 0, wage = 0, food = 0;  // kg per 0.01 ha; share of the surplus; kg per worker; kg per person wanted
  float rent = 0;                                 // kg per 0.01 ha leased, paid in this quarter
  LeaseTerms lease{};
};

struct MoodTerms {
  float keep = 1, levy = 0, hunger = 0, goods = 0, tax = 0;
};

struct QuarterTerms {
  float birth = 0, birth_hunger = 0, death = 0, death_hunger = 0, hunger_line = 0, hunger_deaths = 0;
  float maturing = 0, worker_share = 0;
  float partition = 0, partition_size = 0, partition_age = 0, merge = 0;
  float horse_growth = 0, horse_area = 1, horse_purchase = 0;  // area in 0.01 ha
  float cattle_growth = 0, cattle_area = 1, cattle_purchase = 0;
  float fed_line = 0, hunger_loss = 0, slaughter = 0, seizure = 0;
  bool new_luck = false;
};

struct OfferTerms {
  FarmNeedRates floor{};
  float share = 0;   // of what is left over the need, offered this month where nothing holds it back
  float season = 0;  // of what will be sold until the next harvest, offered this month: what traders reckon with
  float lock = 0, hold = 1, satiation = 0, wanted = 0;  // wanted: kopecks per 0.01 ha of land
  float debt = 0, debt_limit = 0;                       // kg per 0.01 ha; share of the surplus
  float tax_money = 0, tax_floor = 0, price_index = 1;  // next month's tax, kopecks per 0.01 ha
  float money_reference = 0, money_progression = 0;
  float price = 1, pending = 0;  // kopecks per kg; kg per 0.01 ha of the harvest to come that count as at hand
  float spend = 0, price_goods = 1;
  float wear = 0;
  float poor_area = 0, kulak_land = 0, kulak_animals = 0;  // 0.01 ha, 0.01 ha, heads
};

struct FarmTerms {
  HarvestTerms harvest;
  SowTerms sow;
  LevyTerms levy;
  EatTerms eat;
  HireTerms hire;
  MoodTerms mood;
  QuarterTerms quarter;
  OfferTerms offer;
  FarmOrderTerms order;  // on which next month's settlement will stand
  double state_share = 0;
};

// Share of its land that a farm sows, by the share needed for its own use, at value v of the marginal unit.
SowTable make_sow_table(SowPowers& powers, double value);

// Moves the outlook to this month and works out the month's terms.
FarmTerms make_farm_terms(const FarmParams& params, const FarmRegion& region, const FarmConditions& conditions, Month month,
                          SowPowers& powers, FarmOutlook& outlook);

FarmOutlook start_outlook(const FarmParams& params);

}  // namespace thermidor::economy
