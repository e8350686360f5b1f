#include "economy/farm_terms.hpp"

#include "core/math.hpp"
#include "economy/farm_supply.hpp"
#include "population/farms.hpp"

namespace thermidor::economy {
namespace {

constexpr std::size_t index_of(Month month) { return static_cast<std::size_t>(month.month() - 1); }
float narrow(double value) { return static_cast<float>(value); }

// Sum of a profile from this month to June.
double rest_of_year(const ByMonth& profile, Month month) {
  double sum = 0;
  for (int ahead = 0; ahead < months_to_harvest(month); ++ahead) sum += profile[index_of(month + ahead)];
  return sum;
}

// Sum of a profile after this month within the harvest year.
double after_month(const ByMonth& profile, Month month) { return rest_of_year(profile, month) - profile[index_of(month)]; }

bool spring_sowing(Month month) { return month.month() == 5; }
bool autumn_sowing(Month month) { return month.month() == 9; }

// Rent is paid out of the new crop: every farm passes one quarter in these months.
bool rent_month(Month month) { return month.month() >= 9 && month.month() <= 11; }

// Share of a year's seed that must still come out of this harvest at the beginning of the month.
double seed_left(const FarmSowing& sowing, Month month) {
  const int m = month.month();
  if (m >= 7 && m <= 9) return 1.0;
  return m == 6 ? 0.0 : sowing.spring_share;
}

// Share of a year's seed sown at the next sowing; none in June, as that sowing's seed is still in the field.
double seed_next(const FarmSowing& sowing, Month month) {
  const int m = month.month();
  if (m == 6) return 0.0;
  return m >= 7 && m <= 9 ? 1 - sowing.spring_share : sowing.spring_share;
}

FarmNeedRates need_rates(const FarmParams& params, Month month, double margin, double food, double feed) {
  const double months = months_to_harvest(month);
  const double season = rest_of_year(params.needs.feed_season, month) / 12;
  return {narrow(params.needs.food * months * food * margin), narrow(params.needs.feed_horse * season * feed * margin),
          narrow(params.needs.feed_cattle * season * feed * margin),
          narrow(params.needs.seed * seed_left(params.sowing, month) / 100)};
}

// True while this year's harvest is coming in.
bool harvest_month(const FarmHarvest& harvest, Month month) { return harvest.share[index_of(month)] > 0; }

// Price of bread in the village.
double bread_price(const FarmParams& params, const FarmConditions& conditions) {
  return larger(conditions.price_grain_free * (1 + params.spending.bread_markup), 1e-6);
}

constexpr double kDear = 1.5;  // real price of grain, 1913 = 1, above which farms stint themselves and their animals

// What is eaten or fed as a share of what would be at ordinary prices: grain at famine prices is sold rather than fed to
// animals.
double thrift(const FarmParams& params, const FarmConditions& conditions, double elasticity) {
  const double dear = conditions.price_grain_free / larger(params.sale.price_1913 * conditions.price_index, 1e-9);
  return pow(clamp(dear / kDear, 1, 3), -elasticity);
}

// Months of food that deficit farms want in the barn. While the harvest is coming in nobody buys for the winter.
double months_of_bread(const FarmParams& params, Month month) {
  const double wanted = harvest_month(params.harvest, month) ? params.spending.bread_summer : params.spending.bread_months;
  return smaller(wanted, months_to_harvest(month));
}

// Price of other farm goods over the price that grain fetches, 1913 = 1.
double beasts_over_grain(const FarmParams& params, const FarmConditions& conditions) {
  const double grain = price_met(params, conditions) / params.sale.price_1913;
  return clamp(conditions.price_other / larger(grain, 1e-9), 0.1, 5);
}

// Monthly rise of the general price level, never below zero.
double inflation(const FarmConditions& conditions, const FarmOutlook& last) {
  return larger(0, conditions.price_index / last.price_index - 1);
}

HarvestTerms harvest_terms(const FarmParams& params, const FarmRegion& region, const FarmConditions& conditions, Month month) {
  const FarmHarvest& harvest = params.harvest;
  const double share = harvest.share[index_of(month)];
  HarvestTerms terms;
  terms.on = share > 0;
  if (!terms.on) return terms;
  terms.yield = narrow(region.normal_yield * 10 * conditions.weather * share);
  terms.pending = narrow(after_month(harvest.share, month) / share);
  terms.draught = narrow(harvest.draught_area * 100);
  terms.loss = narrow(harvest.draught_loss * harvest.draught_bend);
  terms.bend = narrow(harvest.draught_bend);
  terms.spread = narrow(harvest.luck_spread / 127.5);
  return terms;
}

SowTerms sow_terms(const FarmParams& params, const FarmRegion& region, const FarmConditions& conditions, Month month,
                   const FarmOutlook& outlook) {
  const FarmSowing& sowing = params.sowing;
  SowTerms terms;
  terms.on = spring_sowing(month) || autumn_sowing(month);
  if (!terms.on) return terms;
  const double part = spring_sowing(month) ? sowing.spring_share : 1 - sowing.spring_share;
  terms.value = larger(sowing.terms_floor, outlook.expected_terms) * (1 - conditions.expected_take);
  terms.year = need_rates(params, make_month(month.year(), 7), 1, 1, 1);
  terms.net_yield = narrow(region.normal_yield * 10 - params.needs.seed / 100);
  terms.step = narrow(sowing.adjustment * part);
  terms.part = narrow(part);
  terms.seed = narrow(params.needs.seed / 100);
  terms.lock = narrow(params.needs.seed_lock);
  terms.shared = narrow(sowing.shared_horses);
  terms.weakness = narrow(sowing.weakness);
  terms.large_gap = narrow(params.start.large_gap * (1 - conditions.land_freedom));
  terms.mean_land = narrow(region.land_mean * 100 * params.start.land_reserve);
  terms.lease = lease_terms(params, conditions, outlook);
  return terms;
}

LevyTerms levy_terms(const FarmParams& params, const FarmRegion& region, const FarmConditions& conditions, Month month) {
  const FarmLevies& levies = params.levies;
  LevyTerms terms;
  terms.need = need_rates(params, month, 1, 1, 1);
  const double due_share = levies.tax_months[index_of(month)];
  terms.tax_on = conditions.tax_in_kind > 0 && due_share > 0;
  terms.output = narrow(region.normal_yield * 10 * conditions.weather);
  terms.tax_rate = narrow(conditions.tax_in_kind * due_share * region.normal_yield * 10 * conditions.weather);
  terms.year_food = narrow(params.needs.food * 12);
  terms.tax_reference = narrow(levies.tax_reference * 100);
  terms.tax_progression = narrow(levies.tax_progression);
  terms.tax_deficit = narrow(levies.tax_deficit);
  const double money_share = levies.money_months[index_of(month)];
  terms.money_on = conditions.money_tax > 0 && money_share > 0;
  terms.money_rate = narrow(conditions.money_tax * money_share / 100);
  terms.money_reference = narrow(levies.money_reference * 100);
  terms.money_progression = narrow(larger(1, levies.money_progression * conditions.tax_progression));
  terms.arrears_kept = narrow(levies.arrears_kept);
  terms.price_index = narrow(conditions.price_index);
  const double hidden = levies.hiding * conditions.expected_take * (1 - smaller(1, levies.search * conditions.force));
  terms.force_on = conditions.force > 0;
  terms.force_rate = narrow(clamp(levies.force_share * conditions.force * (1 - hidden), 0, 1));
  terms.force_floor = narrow(levies.force_floor);
  terms.price_state = narrow(conditions.price_grain_state);
  return terms;
}

EatTerms eat_terms(const FarmParams& params, const FarmConditions& conditions, Month month, double bread_met) {
  const FarmNeeds& needs = params.needs;
  const double months = months_to_harvest(month);
  const bool hiding = conditions.requisition > 0;
  EatTerms terms;
  terms.eat = narrow(needs.food);
  terms.spread = narrow(smaller(1, (1 + needs.front_load) / months));
  terms.seed_eaten = narrow(needs.seed_eaten * 0.005);
  terms.hunger_line = narrow(params.demography.hunger_line * 200);
  // Nobody starves today to eat more in spring: down to the line of hunger people eat what is there.
  terms.trust = narrow(larger(needs.trust * bread_met, params.demography.hunger_line));
  terms.at_hand = narrow(needs.at_hand);
  terms.milk = narrow(needs.milk);
  terms.milk_line = narrow(params.demography.hunger_line);
  terms.purse = narrow(bread_met * params.spending.bread_share / bread_price(params, conditions));
  const bool sown = spring_sowing(month) || autumn_sowing(month);
  terms.lock = narrow(needs.seed_lock * needs.seed / 100 * seed_next(params.sowing, sown ? month.next() : month));
  terms.food_reserve = narrow(needs.food * needs.survival_food * (months - 1));
  terms.horse = narrow(needs.feed_horse * needs.feed_season[index_of(month)] / 12);
  terms.cattle = narrow(needs.feed_cattle * needs.feed_season[index_of(month)] / 12);
  const double rest = rest_of_year(needs.feed_season, month);
  terms.feed_spread = narrow(rest > 0 ? smaller(1, needs.feed_season[index_of(month)] / rest * (1 + needs.front_load)) : 1);
  terms.plenty_food = narrow((1 + needs.plenty_food) * thrift(params, conditions, needs.thrift_food));
  terms.fatten = narrow(needs.fatten);
  terms.plenty_feed = narrow(needs.plenty_feed * pow(beasts_over_grain(params, conditions), needs.fatten_response));
  terms.spoil = narrow(needs.spoilage);
  terms.hidden_floor = narrow(params.levies.requisition_floor);
  terms.hidden_spoil = narrow(hiding ? params.levies.hiding * conditions.expected_take * params.levies.hidden_spoilage : 0);
  terms.need = need_rates(params, month, 1, 1, 1);
  return terms;
}

HireTerms hire_terms(const FarmParams& params, const FarmRegion& region, const FarmConditions& conditions, Month month,
                     const FarmOutlook& outlook) {
  const FarmVillage& village = params.village;
  HireTerms terms;
  terms.floor = need_rates(params, month, 1, 1, params.needs.survival_feed);
  const bool sown = spring_sowing(month) || autumn_sowing(month);
  terms.lock = narrow(params.needs.seed / 100 * seed_next(params.sowing, sown ? month.next() : month));
  terms.share = narrow(village.hire * (village.hire_closed + (1 - village.hire_closed) * conditions.land_freedom));
  terms.wage = narrow(village.wage);
  terms.food = narrow(params.needs.food * smaller(village.months, months_to_harvest(month)));
  terms.rent = narrow(rent_month(month) ? village.rent * region.normal_yield * 10 : 0);
  terms.lease = lease_terms(params, conditions, outlook);
  return terms;
}

MoodTerms mood_terms(const FarmMood& mood, const FarmConditions& conditions) {
  return {narrow(1 - mood.decay), narrow(255 * mood.levy), narrow(255 * mood.hunger),
          narrow(255 * mood.goods * (1 - conditions.goods_availability)), narrow(255 * mood.tax)};
}

QuarterTerms quarter_terms(const FarmParams& params, Month month, double unmet) {
  const FarmDemography& people = params.demography;
  const FarmAnimals& animals = params.animals;
  QuarterTerms terms;
  terms.birth = narrow(people.birth_rate / 4);
  terms.birth_hunger = narrow(people.birth_hunger);
  terms.death = narrow(people.death_rate / 4);
  terms.death_hunger = narrow(people.death_hunger);
  terms.hunger_line = narrow(people.hunger_line);
  terms.hunger_deaths = narrow(people.hunger_deaths);
  terms.maturing = narrow(people.maturing);
  terms.worker_share = narrow(people.worker_share);
  terms.partition = narrow(people.partition);
  terms.partition_size = narrow(people.partition_size);
  terms.partition_age = narrow(people.partition_age);
  terms.merge = narrow(people.merge);
  terms.horse_growth = narrow(animals.horse_growth / 4);
  terms.horse_area = narrow(animals.horse_area * 100);
  terms.horse_purchase = narrow(animals.horse_purchase / 4);
  terms.cattle_growth = narrow(animals.cattle_growth / 4);
  terms.cattle_area = narrow(animals.cattle_area * 100);
  terms.cattle_purchase = narrow(animals.cattle_purchase / 4);
  terms.fed_line = narrow(animals.fed_line);
  terms.hunger_loss = narrow(animals.hunger_loss);
  terms.slaughter = narrow(animals.slaughter);
  terms.seizure = narrow(params.levies.seizure * unmet);
  terms.new_luck = month.month() >= 4 && month.month() <= 6;
  return terms;
}

OfferTerms offer_terms(const FarmParams& params, const FarmRegion& region, const FarmConditions& conditions, Month month,
                       const FarmOutlook& last) {
  const FarmSale& sale = params.sale;
  const Month next = month.next();
  const double level = conditions.price_index;
  const double price = larger(price_met(params, conditions), 1e-6);
  OfferTerms terms;
  const double margin = params.needs.margin + params.needs.scare_margin * conditions.scare;
  const double feed = params.needs.survival_feed * thrift(params, conditions, params.needs.thrift_feed);
  terms.floor = need_rates(params, next, margin, params.needs.survival_food, feed);
  const double seed_lock = params.needs.seed / 100 * seed_next(params.sowing, next);
  terms.lock = narrow(seed_lock);
  const double wished = share_to_sell(sale.keep, sale.response, terms_felt(params, conditions, last.expected_pull));
  const double now = sale.profile[index_of(next)], rest = rest_of_year(sale.profile, next);
  // Beasts take most of what is kept over the need.
  const double kept = rest_of_year(params.needs.feed_season, next) / 12;
  const double brought = share_brought(params, last, conditions.price_grain_free / level, month);
  // Grain that waits for a better price comes to market before the harvest; grain held in fear of war does not.
  terms.season = narrow(now / larger(rest, 1e-9) * brought);
  terms.share = narrow(share_of_rest(wished, now, rest, kept));
  terms.hold = narrow((1 - sale.scare_hold * conditions.scare) * brought);
  terms.satiation = narrow(sale.satiation);
  terms.wanted = narrow(sale.wanted_cash * level / 100);
  terms.debt = narrow(sale.debt_months[index_of(next)] * sale.debt * level / price / 100);
  terms.debt_limit = narrow(sale.debt_limit);
  terms.tax_money = narrow(conditions.money_tax * params.levies.money_months[index_of(next)] / 100);
  terms.tax_floor = narrow(sale.tax_floor);
  terms.price_index = narrow(level);
  terms.money_reference = narrow(params.levies.money_reference * 100);
  terms.money_progression = narrow(larger(1, params.levies.money_progression * conditions.tax_progression));
  terms.price = narrow(price);
  // In June nobody knows the harvest yet; a usual one is counted on.
  const double to_come = rest_of_year(params.harvest.share, next);
  const double weather = harvest_month(params.harvest, month) ? conditions.weather : 1;
  terms.pending = narrow(sale.pending * to_come * region.normal_yield * 10 * weather);
  const FarmSpending& spending = params.spending;
  terms.spend = narrow(smaller(spending.limit, spending.share + spending.inflation * inflation(conditions, last)));
  terms.price_goods = narrow(larger(conditions.price_goods, 1e-6) * 10);
  terms.wear = narrow(spending.wear);
  terms.poor_area = narrow(params.strata.poor_area * region.land_mean * 100);
  terms.kulak_land = narrow(params.strata.kulak_land * region.land_mean * params.start.land_reserve * 100);
  terms.kulak_animals = narrow(params.strata.kulak_animals);
  return terms;
}

FarmOrderTerms order_terms(const FarmParams& params, const FarmConditions& conditions, Month month,
                           const FarmOutlook& outlook) {
  const double intensity = outlook.intensity;
  const FarmNeeds& needs = params.needs;
  const Month next = month.next();
  FarmOrderTerms terms;
  terms.need = need_rates(params, next, 1, 1, 1);
  terms.lock = narrow(needs.seed_lock * needs.seed / 100 * seed_next(params.sowing, next));
  terms.eat = narrow(needs.food);
  terms.spread = narrow(smaller(1, (1 + needs.front_load) / months_to_harvest(next)));
  const double bread_months = months_of_bread(params, next);
  terms.bread_food = narrow(needs.food * bread_months);
  terms.bread_cash = narrow(params.spending.bread_share / bread_price(params, conditions));
  terms.bread_hope = narrow(outlook.bread_met);
  const FarmOther& other = params.other;
  const double price_goods = larger(conditions.price_goods, 1e-6);
  const double terms_met = conditions.price_other / price_goods;
  const double available = pow(larger(conditions.goods_availability, 0.01), params.sale.availability_power);
  const double share = share_to_sell(other.keep, other.response, terms_met * available);
  // Grain fed beyond the norm comes back as meat, milk and eggs; hungry animals give less.
  const double fed = larger(0, 1 + other.produce * (outlook.fed - 1));
  terms.other_cattle = narrow(share * other.per_cattle * fed * (other.base + (1 - other.base) * intensity) / 12 / kGoodsUnit);
  terms.other_area = narrow(share * other.per_hectare * intensity / 12 / kGoodsUnit / 100);
  terms.other_worker = narrow(share * other.per_worker / 12 / kGoodsUnit);
  terms.worker_area = narrow(other.worker_area * 100);
  const int m = next.month();
  const bool sowing_near = (m >= 3 && m <= 5) || m == 8 || m == 9;
  terms.seed = narrow(sowing_near ? needs.seed / 100 * seed_next(params.sowing, next) : 0);
  const FarmLevies& levies = params.levies;
  terms.requisition_floor = narrow(levies.requisition_floor);
  const double found = smaller(1, levies.search * (1 + conditions.force));
  terms.requisition_visible = narrow(1 - levies.hiding * conditions.expected_take * (1 - found));
  terms.price_state = narrow(conditions.price_grain_state);
  terms.price_private = narrow(private_price(params, conditions));
  terms.price_bread = narrow(bread_price(params, conditions));
  terms.price_goods = narrow(price_goods * kGoodsUnit);
  terms.price_other = narrow(conditions.price_other * kGoodsUnit);
  return terms;
}

}  // namespace

double SowPowers::at(std::size_t step) {
  while (known_ > step) {
    --known_;
    powers_[known_] = pow(static_cast<double>(known_) / static_cast<double>(kSowSteps), drudgery_);
  }
  return powers_[step];
}

SowTable make_sow_table(SowPowers& powers, double value) {
  // The balance v / (F + v (x - F)) = x^nu is explicit in F: walk x down from 1 and read x off at the nodes of F.
  SowTable table{};
  const double v = clamp(value, 0.001, 0.999);
  const double kink = pow(v, 1 / (powers.drudgery() + 1));  // needs above this share are sown for own use only
  std::size_t step = kSowSteps;
  double x = 1, need = 0;
  double x_before = 1, need_before = 0;
  for (std::size_t node = 0; node < kSowNodes; ++node) {
    const double wanted = static_cast<double>(node) / 128;
    while (need < wanted && x > kink && step > 1) {
      x_before = x, need_before = need;
      x = static_cast<double>(--step) / static_cast<double>(kSowSteps);
      const double power = powers.at(step);
      need = v * (1 - x * power) / (power * (1 - v));
    }
    const double weight = need > need_before ? clamp((wanted - need_before) / (need - need_before), 0, 1) : 1;
    const double solved = larger(kink, x_before + weight * (x - x_before));
    table[node] = narrow(wanted >= kink ? smaller(1, wanted) : solved);
  }
  return table;
}

FarmTerms make_farm_terms(const FarmParams& params, const FarmRegion& region, const FarmConditions& conditions, Month month,
                          SowPowers& powers, FarmOutlook& outlook) {
  const double terms_met = terms_of_trade(params, conditions);
  outlook.expected_terms += params.sowing.terms_memory * (terms_met - outlook.expected_terms);
  const double pull = pull_of_prices(params, conditions);
  if (outlook.expected_pull == 0) outlook.expected_pull = pull;
  outlook.expected_pull += params.sowing.terms_memory * answer_to_prices(params, conditions) * (pull - outlook.expected_pull);
  const double other_terms = conditions.price_other / larger(conditions.price_goods, 1e-9);
  const double wished = clamp(pow(larger(other_terms, 1e-6), params.other.intensity_power), 0, 1.2);
  outlook.intensity += params.other.intensity_speed * (wished - outlook.intensity);

  if (outlook.bread_ordered > 0) {
    // Orders are for months ahead; bread can be had when a month's part of them comes.
    const double ahead = months_of_bread(params, month);
    const double met = smaller(1, ahead * static_cast<double>(conditions.bread_delivered) / outlook.bread_ordered);
    outlook.bread_met += params.spending.bread_memory * (met - outlook.bread_met);
  }

  if (spring_sowing(month) || autumn_sowing(month)) move_leases(params, conditions, outlook);

  FarmTerms terms;
  terms.harvest = harvest_terms(params, region, conditions, month);
  terms.sow = sow_terms(params, region, conditions, month, outlook);
  if (terms.sow.on) terms.sow.share = make_sow_table(powers, terms.sow.value);
  terms.levy = levy_terms(params, region, conditions, month);
  terms.eat = eat_terms(params, conditions, month, outlook.bread_met);
  terms.hire = hire_terms(params, region, conditions, month, outlook);
  terms.mood = mood_terms(params.mood, conditions);
  terms.quarter = quarter_terms(params, month, outlook.unmet);
  terms.offer = offer_terms(params, region, conditions, month, outlook);
  terms.order = order_terms(params, conditions, month, outlook);
  terms.state_share = channel_to_state(params, conditions);
  outlook.grain_price = conditions.price_grain_free / conditions.price_index;
  outlook.price_index = conditions.price_index;
  return terms;
}

FarmOutlook start_outlook(const FarmParams& params) {
  FarmOutlook outlook;
  outlook.expected_terms = params.sowing.terms_start;
  outlook.intensity = params.other.intensity_start;
  return outlook;
}

}  // namespace thermidor::economy
