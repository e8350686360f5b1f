#include "economy/step_farms.hpp"

#include "core/math.hpp"
#include "economy/farm_kernel.hpp"

namespace thermidor::economy {
namespace {

__extension__ using Wide = unsigned __int128;

// What a block's farms are given out of each kind of order, as the part of the region's quota that falls on the block.
struct RegionQuotas {
  FarmOrderSums quota{};    // per simulated farm
  FarmOrderSums ordered{};  // of the whole region, last month
  FarmOrderSums before{};   // of the blocks already served
  float mean_price = 0;     // of the grain sold to state and private buyers together
};

std::int64_t& at(FarmOrderSums& sums, FarmOrder kind) { return sums[static_cast<std::size_t>(kind)]; }

RegionQuotas make_quotas(const FarmConditions& conditions, const FarmOrderTerms& terms, std::int64_t sampling) {
  RegionQuotas quotas;
  const auto farms = [sampling](std::int64_t amount) { return amount > 0 ? amount / sampling : 0; };
  const std::int64_t state = farms(conditions.sale_state), trade = farms(conditions.sale_private);
  at(quotas.quota, FarmOrder::grain) = state + trade;
  at(quotas.quota, FarmOrder::other) = farms(conditions.other_bought) / kGoodsUnit;
  at(quotas.quota, FarmOrder::bread) = farms(conditions.bread_delivered);
  at(quotas.quota, FarmOrder::goods) = farms(conditions.goods_delivered) / kGoodsUnit;
  at(quotas.quota, FarmOrder::relief) = farms(conditions.relief);
  at(quotas.quota, FarmOrder::seed) = farms(conditions.seed_aid);
  at(quotas.quota, FarmOrder::requisition) = farms(whole(conditions.requisition));
  at(quotas.quota, FarmOrder::leave) = farms(conditions.leave_for_towns);
  at(quotas.quota, FarmOrder::arrive) = farms(conditions.arrive);
  const double sold = static_cast<double>(state + trade);
  const double value = static_cast<double>(state) * static_cast<double>(terms.price_state) +
                       static_cast<double>(trade) * static_cast<double>(terms.price_private);
  quotas.mean_price = sold > 0 ? static_cast<float>(value / sold) : 0;
  return quotas;
}

// Quotas of the region up to and including a block, less those before it: the sum over blocks is the region's quota to the
// unit.
FarmRations make_rations(RegionQuotas& quotas, const FarmBlock& block, const FarmStep& step, std::uint32_t block_key) {
  FarmRations rations;
  Random random({step.seed, make_stream("farms.rations"), step.month, block_key});
  for (std::size_t kind = 0; kind < kFarmOrders; ++kind) {
    const std::uint32_t draw = random.bits();
    const std::int64_t orders = quotas.ordered[kind];
    const std::int64_t quota = quotas.quota[kind] < orders ? quotas.quota[kind] : orders;
    if (orders <= 0) continue;
    const auto scaled = [&](std::int64_t running) {
      return static_cast<std::int64_t>(static_cast<Wide>(quota) * static_cast<Wide>(running) / static_cast<Wide>(orders));
    };
    const std::int64_t share = scaled(quotas.before[kind] + block.orders[kind]) - scaled(quotas.before[kind]);
    rations[kind] = make_ration(share, block.orders[kind], draw);
    quotas.before[kind] += block.orders[kind];
  }
  return rations;
}

struct BlockJob {
  FarmRations rations;
  FarmSums sums;
  float mean_price = 0;
  std::uint32_t key = 0;
};

// The flags of the new July: sales are counted from then on.
void forget_sales(FarmWork& work) {
  for (int i = 0; i < kLanes; ++i) work.sold[i] = 0;
}

// Offers and orders for next month, with the columns as they will be stored.
void order_tile(const FarmTerms& terms, const TileKey& key, FarmWork& work, FarmSums& sums) {
  FarmOrders orders;
  offer_tile(terms.offer, work, sums);
  work_out_orders(work, terms.order, orders);
  order_goods(terms.offer, terms.order, work, sums);
  work_out_scarce_orders(work, terms.order, orders);
  const bool movers = key.turn(key.month.next());
  if (movers) work_out_movers(work, orders);
  sum_orders(orders, movers, sums);
}

// Asks for the next tile's cache lines while this one is worked on.
void fetch_ahead(const FarmTile& tile) {
  const char* bytes = reinterpret_cast<const char*>(&tile);
  for (std::size_t line = 0; line < sizeof(FarmTile) / 64; ++line) __builtin_prefetch(bytes + 64 * line);
}

void step_tile(const FarmTerms& terms, const FarmOrderTerms& last, const TileKey& key, FarmTile& tile, BlockJob& job) {
  FarmWork work;
  FarmSums& sums = job.sums;
  const bool turn = key.turn(key.month);
  load_tile(tile, work);
  settle_tile(last, job.mean_price, turn, job.rations, work, sums);
  if (terms.harvest.on) harvest_tile(terms.harvest, tile, work, sums);
  if (terms.sow.on) sow_tile(terms.sow, key, work, sums);
  if (terms.levy.tax_on) tax_tile_in_kind(terms.levy, work, sums);
  if (terms.levy.money_on) tax_tile_in_money(terms.levy, work, sums);
  if (terms.levy.force_on) force_tile(terms.levy, work, sums);
  if (turn) hire_neighbours(terms.hire, work, sums);
  eat_tile(terms.eat, key, work, sums);
  move_mood(terms.mood, key, work, sums);
  starve_tile(terms.quarter, key, tile, work, sums);
  if (turn) {
    pass_quarter(terms.quarter, key, tile, work, sums);
    part_and_merge(key, tile, work);
  }
  if (key.month.month() == 6) forget_sales(work);
  order_tile(terms, key, work, sums);
  count_tile(work, terms.offer, terms.quarter.hunger_line, sums);
  store_tile(work, tile);
}

FarmFlows make_flows(const FarmSums& sums, const FarmOrderTerms& terms, const FarmParams& params,
                     const FarmConditions& conditions, std::int64_t k) {
  FarmFlows flows;
  flows.harvest = {sums.harvest * k}, flows.seed = {sums.seed * k}, flows.eaten = {sums.eaten * k}, flows.fed = {sums.fed * k};
  flows.spoiled = {sums.spoiled * k}, flows.hired = {sums.hired * k}, flows.tax_in_kind = {sums.tax_in_kind * k};
  const std::int64_t rot = whole(static_cast<double>(sums.requisitioned * k) * params.levies.rot);
  const std::int64_t forced_rot = whole(static_cast<double>(sums.forced * k) * params.levies.force_rot);
  flows.requisitioned = {sums.requisitioned * k - rot};
  flows.forced = {sums.forced * k - forced_rot};
  flows.rotted = {rot + forced_rot};
  const std::int64_t state_quota = conditions.sale_state > 0 ? conditions.sale_state / k : 0;
  const std::int64_t sold_state = state_quota < sums.sold ? state_quota : sums.sold;
  flows.sold_state = {sold_state * k}, flows.sold_private = {(sums.sold - sold_state) * k};
  flows.bread_bought = {sums.bread_bought * k}, flows.relief = {sums.relief * k}, flows.seed_aid = {sums.seed_aid * k};
  // Farms sell at the mean price of both buyers; the payment is divided in proportion to what each owes.
  const double owed_state = static_cast<double>(sold_state) * static_cast<double>(terms.price_state);
  const double owed_private = static_cast<double>(sums.sold - sold_state) * static_cast<double>(terms.price_private);
  const double part = owed_state + owed_private > 0 ? owed_state / (owed_state + owed_private) : 0;
  const std::int64_t paid = sums.paid_grain * k;
  flows.paid_state = {whole(static_cast<double>(paid) * part)};
  flows.paid_private = {paid - flows.paid_state.count};
  flows.paid_forced = {sums.paid_forced * k}, flows.paid_other = {sums.paid_other * k};
  flows.spent_bread = {sums.spent_bread * k}, flows.spent_goods = {sums.spent_goods * k};
  flows.money_tax = {sums.money_tax * k};
  flows.arrears = {whole(static_cast<double>(sums.arrears * k) * conditions.price_index)};
  const std::int64_t goods = k * kGoodsUnit;
  flows.goods_received = {sums.goods_received * goods}, flows.goods_worn = {sums.goods_worn * goods};
  flows.goods_stock = {sums.goods * goods};
  flows.other_sold = {sums.other_sold * goods}, flows.other_kept = {sums.other_kept * goods};
  flows.births = {sums.births * k}, flows.deaths = {sums.deaths * k}, flows.hunger_deaths = {sums.hunger_deaths * k};
  flows.left = {sums.left * k}, flows.arrived = {sums.arrived * k};
  return flows;
}

// Stocks and strata at the end of the month, and the orders for the next.
void add_state(const FarmSums& sums, double state_share, std::int64_t k, FarmFlows& flows) {
  const auto ordered = [&sums, k](FarmOrder kind) { return sums.orders[static_cast<std::size_t>(kind)] * k; };
  const std::int64_t offer = ordered(FarmOrder::grain);
  flows.offer_state = {whole(static_cast<double>(offer) * state_share)};
  flows.offer_private = {offer - flows.offer_state.count};
  flows.bread_orders = {ordered(FarmOrder::bread)};
  flows.goods_orders = {ordered(FarmOrder::goods) * kGoodsUnit};
  flows.other_offer = {ordered(FarmOrder::other) * kGoodsUnit};
  flows.relief_wanted = {ordered(FarmOrder::relief)};
  flows.seed_wanted = {ordered(FarmOrder::seed)};
  flows.requisition_visible = {ordered(FarmOrder::requisition)};
  flows.can_leave = {ordered(FarmOrder::leave)};
  flows.can_arrive = {ordered(FarmOrder::arrive)};
  flows.grain_stock = {sums.grain * k}, flows.cash_stock = {sums.cash * k}, flows.people = {sums.people * k};
  flows.households = sums.households * k, flows.horses = sums.horses * k, flows.cattle = sums.cattle * k;
  flows.sown_centihectares = sums.area * k;
  flows.kulak_households = sums.kulak * k, flows.poor_households = sums.poor * k, flows.hungry_people = sums.hungry * k;
  const auto share = [](std::int64_t part, std::int64_t all) {
    return all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0.0;
  };
  flows.grievance = share(sums.grievance, sums.households * 255);
  flows.nutrition = share(sums.nutrition, sums.people * static_cast<std::int64_t>(kNutritionNorm));
  flows.kulak_grain_share = share(sums.kulak_offer, sums.orders[static_cast<std::size_t>(FarmOrder::grain)]);
}

// Rations of all blocks, served region by region in the order of the blocks.
std::vector<BlockJob> plan_blocks(const FarmStep& step, const FarmState& state) {
  std::vector<RegionQuotas> quotas;
  for (std::size_t region = 0; region < step.conditions.size(); ++region) {
    quotas.push_back(make_quotas(step.conditions[region], state.outlooks[region].order, state.farms.sampling));
  }
  for (const FarmBlock& block : state.farms.blocks) {
    for (std::size_t kind = 0; kind < kFarmOrders; ++kind) quotas[block.region.index()].ordered[kind] += block.orders[kind];
  }
  std::vector<BlockJob> jobs;
  jobs.reserve(state.farms.blocks.size());
  for (const FarmBlock& block : state.farms.blocks) {
    RegionQuotas& region = quotas[block.region.index()];
    const std::uint32_t key = static_cast<std::uint32_t>(block.region.value) * 65536U + block.number;
    jobs.push_back({make_rations(region, block, step, key), {}, region.mean_price, key});
  }
  return jobs;
}

}  // namespace

void FarmSums::add(const FarmSums& other) {
  // A struct of nothing but 64-bit counters: member by member, in order.
  const auto plus = [](std::int64_t& sum, std::int64_t term) { sum += term; };
  plus(harvest, other.harvest), plus(seed, other.seed), plus(eaten, other.eaten), plus(fed, other.fed);
  plus(spoiled, other.spoiled), plus(hired, other.hired), plus(tax_in_kind, other.tax_in_kind),
      plus(requisitioned, other.requisitioned);
  plus(forced, other.forced), plus(sold, other.sold), plus(bread_bought, other.bread_bought), plus(relief, other.relief);
  plus(seed_aid, other.seed_aid), plus(paid_grain, other.paid_grain), plus(paid_other, other.paid_other);
  plus(paid_forced, other.paid_forced), plus(spent_bread, other.spent_bread), plus(spent_goods, other.spent_goods);
  plus(money_tax, other.money_tax), plus(arrears, other.arrears), plus(goods_received, other.goods_received);
  plus(goods_worn, other.goods_worn), plus(goods, other.goods), plus(other_sold, other.other_sold);
  plus(other_kept, other.other_kept), plus(births, other.births), plus(deaths, other.deaths);
  plus(hunger_deaths, other.hunger_deaths), plus(left, other.left), plus(arrived, other.arrived);
  plus(grain, other.grain), plus(cash, other.cash), plus(people, other.people), plus(households, other.households);
  plus(horses, other.horses), plus(cattle, other.cattle), plus(area, other.area), plus(kulak, other.kulak);
  plus(poor, other.poor), plus(hungry, other.hungry), plus(grievance, other.grievance), plus(nutrition, other.nutrition);
  plus(kulak_offer, other.kulak_offer);
  for (std::size_t kind = 0; kind < kFarmOrders; ++kind) orders[kind] += other.orders[kind];
}

void step_farms(const FarmParams& params, const FarmStep& step, const Executor& executor, FarmState& state,
                std::span<FarmFlows> flows) {
  const std::size_t regions = step.conditions.size();
  std::vector<BlockJob> jobs = plan_blocks(step, state);
  // Tables per region, before any farm moves.
  const int m = step.month.month();
  const SowPowers powers = m == 5 || m == 9 ? make_sow_powers(params.sowing.drudgery) : SowPowers{};
  std::vector<FarmTerms> terms;
  terms.reserve(regions);
  for (std::size_t region = 0; region < regions; ++region) {
    terms.push_back(
        make_farm_terms(params, step.regions[region], step.conditions[region], step.month, powers, state.outlooks[region]));
  }
  // Blocks, in any order: each owns its tiles and its sums.
  for_each_index(executor, jobs.size(), [&](std::size_t index) {
    FarmBlock& block = state.farms.blocks[index];
    const FarmOrderTerms& last = state.outlooks[block.region.index()].order;
    for (std::uint32_t t = 0; t < block.tiles; ++t) {
      if (t + 1 < block.tiles) fetch_ahead(state.farms.tiles[block.first_tile + t + 1]);
      const TileKey key = {step.seed, step.month, jobs[index].key, t};
      step_tile(terms[block.region.index()], last, key, state.farms.tiles[block.first_tile + t], jobs[index]);
    }
    block.orders = jobs[index].sums.orders;
  });
  // Regions, in the order of the blocks.
  std::vector<FarmSums> sums(regions);
  for (std::size_t index = 0; index < jobs.size(); ++index)
    sums[state.farms.blocks[index].region.index()].add(jobs[index].sums);
  const std::int64_t k = state.farms.sampling;
  for (std::size_t region = 0; region < regions; ++region) {
    FarmOutlook& outlook = state.outlooks[region];
    const FarmConditions& conditions = step.conditions[region];
    flows[region] = make_flows(sums[region], outlook.order, params, conditions, k);
    add_state(sums[region], terms[region].state_share, k, flows[region]);
    outlook.order = terms[region].order;
    outlook.bread_ordered = flows[region].bread_orders.real();
    outlook.state_share = terms[region].state_share;
    const double asked = conditions.requisition;
    outlook.unmet = asked > 0 ? clamp(1 - static_cast<double>(sums[region].requisitioned * k) / asked, 0, 1) : 0;
  }
}

std::vector<Kopecks> redenominate_farm_state(FarmState& state, std::int64_t divisor) {
  const auto scale = 1.0F / static_cast<float>(divisor);
  for (FarmOutlook& outlook : state.outlooks) {
    outlook.price_index /= static_cast<double>(divisor);
    outlook.order.bread_cash *= static_cast<float>(divisor);
    outlook.order.price_state *= scale, outlook.order.price_private *= scale, outlook.order.price_bread *= scale;
    outlook.order.price_goods *= scale, outlook.order.price_other *= scale;
  }
  return redenominate_farms(state.farms, divisor, state.outlooks.size());
}

}  // namespace thermidor::economy
