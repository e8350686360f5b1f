#include <array>

#include "core/math.hpp"
#include "economy/collections.hpp"
#include "economy/economy.hpp"
#include "economy/ledger.hpp"
#include "economy/measures.hpp"
#include "economy/publish_money.hpp"

namespace thermidor::economy {
namespace {

constexpr double kHarvest1913 = 72;  // million tonnes on the territory of the twenties (econ_agriculture)
constexpr double kPeople1913 = 139;  // million
constexpr double kDay1913 = 10;      // hours
constexpr double kFamine = 0.9;      // availability under which goods are called scarce

double million(double count) { return count / kMillionPeople; }
double megatonne(double kilograms) { return kilograms / kMegatonne; }
double real_million(const State& state, double kopecks) { return kopecks / larger(state.money.level, 1e-9) / kMillion; }

// Yearly growth against the same month of last year; nothing while there is none.
double year_growth(const std::array<double, 12>& ring, std::size_t slot, double now, std::int32_t filled) {
  return filled >= 12 && ring[slot] > 0 ? clamp(now / ring[slot] - 1, -1, 5) : 0;
}

struct VillageSums {
  double people = 0, hungry = 0, grievance = 0, cash = 0, grain = 0, horses = 0, cattle = 0, area = 0, leased = 0;
  double households = 0, kulak = 0, poor = 0, starved = 0;
};

VillageSums sum_villages(const State& state) {
  VillageSums sums;
  for (const FarmFlows& flows : state.regions.flows) {
    sums.people += flows.people.real();
    sums.hungry += static_cast<double>(flows.hungry_people);
    sums.grievance += flows.grievance * static_cast<double>(flows.households);
    sums.cash += flows.cash_stock.real();
    sums.grain += flows.grain_stock.real();
    sums.horses += static_cast<double>(flows.horses);
    sums.cattle += static_cast<double>(flows.cattle);
    sums.area += static_cast<double>(flows.sown_centihectares) / 100;
    sums.leased += static_cast<double>(flows.leased_centihectares) / 100;
    sums.households += static_cast<double>(flows.households);
    sums.kulak += static_cast<double>(flows.kulak_households);
    sums.poor += static_cast<double>(flows.poor_households);
    sums.starved += flows.hunger_deaths.real();
  }
  return sums;
}

void publish_villages(const State& state, const VillageSums& sums, EconomySignal& signal) {
  signal.sown_area_all_crops = sums.area / 1e6 * 1.12;  // grain and the rest
  signal.village_grain_stock = megatonne(sums.grain);
  signal.village_hunger = sums.people > 0 ? sums.hungry / sums.people : 0;
  signal.village_cash = sums.cash / state.money.level_before / kMillion;
  signal.village_grievance = sums.households > 0 ? sums.grievance / sums.households : 0;
  signal.kulak_share = sums.households > 0 ? 100 * sums.kulak / sums.households : 0;
  signal.poor_share = sums.households > 0 ? 100 * sums.poor / sums.households : 0;
  signal.leased_land_share = sums.area > 0 ? 100 * sums.leased / sums.area : 0;
  signal.horses_summer = sums.horses / 1e6;
  signal.cattle_summer = sums.cattle / 1e6;
  signal.rural_population = million(sums.people);
  const std::size_t count = state.regions.flows.size();
  signal.region_bread_cover.assign(count, 0);
  signal.region_hunger.assign(count, 0);
  signal.region_grievance.assign(count, 0);
  for (std::size_t r = 0; r < count; ++r) {
    signal.region_bread_cover[r] = clamp(state.regions.cover[r], 0, 3);
    signal.region_hunger[r] = state.regions.hungry[r];
    signal.region_grievance[r] = clamp(state.regions.flows[r].grievance, 0, 1);
  }
}

// How far state and towns lack grain: bread on the table, collections against last year's, the gap of prices (M019, S17).
double grain_shortfall(const State& state, const EconomySignal& signal, double behind) {
  const double bread = 1.2 * larger(0, 0.97 - signal.bread_cover) + 0.5 * larger(0, 0.95 - signal.bread_cover_poor);
  const double dear = state.money.reformed > 0 ? 0.12 * larger(0, signal.price_free_to_state - 1.3) : 0;
  return clamp(bread + 0.9 * behind + dear, 0, 1);
}

void publish_grain(State& state, const Params& params, Month month, EconomySignal& signal) {
  TradeState& trade = state.trade;
  signal.grain_harvest = megatonne(static_cast<double>(trade.harvest_total));
  signal.state_grain_collections = megatonne(static_cast<double>(trade.collections));
  signal.state_grain_collections_total = megatonne(static_cast<double>(trade.collections_total));
  signal.grain_sold_private = megatonne(static_cast<double>(trade.sold_private));
  signal.grain_exports = megatonne(static_cast<double>(trade.grain_exports));
  signal.state_grain_stock = megatonne(static_cast<double>(state.grain.state_stock));
  signal.price_free_to_state =
      state.money.state_grain > 0 ? clamp(mean_grain_price(state) / state.money.state_grain, 0, 20) : 0;
  double cover = 0;
  for (std::size_t s = 0; s < kStrata; ++s) cover += state.towns.share[s] * state.towns.cover[s];
  signal.bread_cover = clamp(cover, 0, 3);
  signal.bread_cover_poor = clamp(state.towns.cover[0], 0, 3);
  // Trade is planned on what the season has brought; politicians hear the last returns as well.
  const double season = season_behind(trade, month);
  trade.shortfall = grain_shortfall(state, signal, season);
  signal.grain_shortfall = grain_shortfall(state, signal, larger(season, quarter_behind(trade, month)));
  remember_collections(month, trade);
  const double harvest =
      month.month() >= 10 || month.month() <= 6 ? static_cast<double>(trade.harvest_total) : state.history.harvest_last;
  const double year = harvest > 0 ? harvest : kHarvest1913 * 0.6 * kMegatonne;
  signal.agricultural_gross_output_index =
      100 * (0.5 * megatonne(year) / kHarvest1913 + 0.5 * signal.cattle_summer / params.scale.cattle);
}

void publish_industry(const State& state, const Params& params, EconomySignal& signal) {
  const double industry = industry_index(state, params);
  signal.industry_output_index = 100 * industry;
  signal.heavy_industry_index = 100 * output_index(state, params, [](const BranchRow& row) { return is_heavy(row); });
  signal.consumer_industry_index =
      100 * output_index(state, params, [](const BranchRow& row) { return kind_of(row) == BranchKind::consumer; });
  const auto single = [&](const char* id) {
    return output_index(state, params, [id](const BranchRow& row) { return row.id == id; });
  };
  signal.steel = params.scale.steel * single("metal");
  signal.coal_index = 100 * single("coal");
  signal.arms_index = 100 * single("arms");
  signal.rail_index = 100 * state.trade.rail;
  const double people = signal.population / 1000;
  const double services = 0.5 * (industry + state.trade.rail);
  const double product = 0.42 * signal.agricultural_gross_output_index + 33 * industry + 25 * services;
  signal.gdp_per_capita_index = people > 0 ? product * kPeople1913 / people : 0;
  signal.productivity_index = 100 * state.towns.productivity;
  signal.theft_rate = state.trade.theft;
  signal.closed_capacity = state.trade.closed;
}

// Private output: crafts outside co-operatives and leased works (SF15).
void publish_private(const State& state, const Params& params, EconomySignal& signal) {
  const BranchState& branches = state.branches;
  const double crafts = branches.output[find_branch(params, "crafts")];
  double leased = 0;
  for (const double made : branches.leased_output) leased += made;
  const double factory = industry_index(state, params) * industry_size(params);
  const double all = larger(1, crafts + leased + factory);
  // Where the law closes private trade artisans enter co-operatives.
  const double free = clamp(1 - params.artisans.cooperative * (2 - state.trade.private_share), 0, 1);
  signal.non_socialised_share_industry = 100 * clamp((crafts * free + leased) / all, 0, 1);
  signal.leased_share_industry = 100 * clamp(leased / all, 0, 1);
}

void publish_plan(const State& state, const Params& params, EconomySignal& signal) {
  const BranchState& branches = state.branches;
  double worst = 0;
  double made = 0;
  double target = 0;
  double building = 0;
  double plant = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (params.branches[b].weight <= 0) continue;
    worst = smaller(worst, branches.slack[b]);
    made += branches.made_year[b] + branches.output[b];
    target += branches.target[b] * (branches.year_months + 1);
    building += branches.started[b] + branches.building[b];
    plant += branches.usable[b];
  }
  signal.plan_slack = worst;
  signal.plan_fulfilment = target > 0 ? clamp(made / target, 0, 3) : 0;
  signal.unfinished_building = plant > 0 ? clamp(building / plant, 0, 10) : 0;
  signal.bottleneck = branches.chief;
  signal.bottleneck_loss = branches.chief_lost;
  signal.fuel_supply = branches.material_supply[at(Material::fuel)];
  signal.metal_supply = branches.material_supply[at(Material::metal)];
  signal.machines_supply = branches.material_supply[at(Material::machines)];
  signal.timber_supply = branches.material_supply[at(Material::timber)];
}

void publish_accumulation(const State& state, EconomySignal& signal) {
  const std::vector<double>& year = state.accumulation.year;
  double sum = 0;
  for (const double part : year) sum += part;
  const auto share = [&](Source source) { return sum > 0 ? clamp(year[at(source)] / sum, 0, 1) : 0; };
  signal.accumulation_total = sum / kMillion;
  signal.accumulation_peasants = clamp(share(Source::peasant_tax) + share(Source::peasant_price), 0, 1);
  signal.accumulation_prices = share(Source::peasant_price);
  signal.accumulation_workers = share(Source::workers);
  signal.accumulation_trade = share(Source::trade);
  signal.accumulation_profits = share(Source::profits);
  signal.accumulation_abroad = share(Source::abroad);
  signal.accumulation_issue = share(Source::issue);
}

void publish_prices(const State& state, const Params& params, EconomySignal& signal) {
  const MoneyState& money = state.money;
  const double farm = farm_price_index(state, params);
  signal.industrial_price_index = 100 * money.factory / money.level;
  signal.agricultural_price_index = 100 * farm / money.level;
  signal.scissors_ratio_industrial_to_agricultural = 100 * money.factory / farm;
  signal.price_index_general = money.level * money.unit;
  signal.price_index_reform = money.level;
  signal.inflation_month = money.inflation;
  signal.real_wage_index = 100 * state.towns.real_wage;
}

void publish_trade(const State& state, const Params& params, EconomySignal& signal) {
  const TradeState& trade = state.trade;
  signal.goods_availability = clamp(trade.availability, 0, 1);
  signal.goods_availability_villages = clamp(trade.village_met, 0, 1);
  signal.goods_famine = trade.availability < kFamine ? 1 : 0;
  signal.private_share_retail_turnover = 100 * clamp(trade.private_retail, 0, 1);
  signal.nepman_wealth = larger(0, real_million(state, cash(state.ledger, Account::dealers)));
  signal.corruption = clamp(state.traders.corruption, 0, 1);
  signal.black_market_share = clamp(trade.black, 0, 1);
  // Public finance is published in roubles of the reform unit, which alone can be compared over the years.
  const double unit =
      kMillion *
      (state.money.reformed > 0 && state.money.reform_months > 0 ? 1 : state.money.level / params.money.reform_level);
  signal.agricultural_tax_revenue = state.budget.farm_tax / unit;
  signal.budget_expenditure = state.budget.outlay / unit;
  signal.capital_investment_industry = 12 * state.budget.investment / unit;
}

void publish_traders(const State& state, EconomySignal& signal) {
  const TraderState& traders = state.traders;
  const TradeState& trade = state.trade;
  signal.retail_turnover = trade.turnover / kMillion;
  const double network = larger(trade.network, 1);
  signal.cooperative_share_retail_turnover = 100 * clamp((1 - trade.private_share) * traders.cooperatives / network, 0, 1);
  signal.traders = (traders.count[0] + traders.count[1]) / 1000;
  signal.trader_risk = traders.risk;
  signal.trader_markup = traders.markup;
  signal.trade_taxes = real_million(state, traders.taxes);
  signal.bribes = real_million(state, traders.bribes);
  signal.seized_from_traders = real_million(state, traders.seized);
  signal.privilege = traders.privilege;
  signal.shadow_turnover =
      real_million(state, traders.shadow_money + trade.private_share * traders.unlawful * trade.turnover * state.money.goods);
  signal.goods_stolen = traders.shadow_sales / kMillion;
  signal.black_price_ratio = traders.black_price;
}

void publish_work(const State& state, EconomySignal& signal) {
  const TownState& towns = state.towns;
  const BudgetState& budget = state.budget;
  signal.urban_population = million(town_people(state));
  signal.workers_and_employees = million(towns.employed);
  signal.unemployed = million(towns.unemployed);
  signal.queues = towns.queues;
  signal.cost_of_living_ratio = towns.dearness;
  signal.wage_fund = real_million(state, budget.wage_fund);
  signal.wage_arrears = budget.wage_fund > 0 ? clamp(budget.wage_unpaid / budget.wage_fund, 0, 1) : 0;
  // Ten hours a day were worked in 1913 (econ_labour).
  signal.wage_hour_index = 100 * towns.real_wage * kDay1913 / larger(1, towns.day);
  signal.working_day = towns.day;
  signal.industrial_workers = million(towns.workers);
  signal.seasonal_workers = million(towns.seasonal);
  signal.unemployment_benefits = real_million(state, towns.benefits);
  signal.town_poor_share = 100 * towns.share[0];
  signal.net_migration_to_towns = million(towns.arrivals);
  signal.town_hunger_deaths = million(static_cast<double>(towns.deaths));
}

void publish_growth(State& state, const Params& params, Month month, EconomySignal& signal) {
  HistoryState& history = state.history;
  const std::size_t slot = static_cast<std::size_t>(month.month() - 1);
  const double industry = industry_index(state, params);
  const double licensed = state.trade.private_share * (1 - state.traders.unlawful);
  const double business = state.trade.turnover * licensed + state.branches.output[find_branch(params, "crafts")] + 1;
  signal.state_sector_growth = year_growth(history.industry, slot, industry, history.filled);
  signal.private_sector_growth = year_growth(history.private_turnover, slot, business, history.filled);
  history.industry[slot] = industry;
  history.private_turnover[slot] = business;
  history.village_met[slot] = village_share_met(state.trade);
  history.filled += 1;
}

}  // namespace

void publish(State& state, const Params& params, const Policy& policy, Month month, EconomySignal& signal) {
  (void)policy;
  const VillageSums sums = sum_villages(state);
  publish_villages(state, sums, signal);
  publish_work(state, signal);
  signal.population = (signal.urban_population + signal.rural_population) * 1000;
  signal.famine_deaths = million(sums.starved + static_cast<double>(state.towns.deaths));
  publish_grain(state, params, month, signal);
  publish_industry(state, params, signal);
  publish_private(state, params, signal);
  publish_plan(state, params, signal);
  publish_accumulation(state, signal);
  publish_prices(state, params, signal);
  publish_trade(state, params, signal);
  publish_money(state, params, signal);
  publish_traders(state, signal);
  publish_growth(state, params, month, signal);
}

}  // namespace thermidor::economy
