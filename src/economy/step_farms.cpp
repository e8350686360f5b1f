#include "economy/step_farms.hpp"

#include <algorithm>

#include "core/math.hpp"
#include "core/prefetch.hpp"
#include "core/rng.hpp"
#include "economy/farm_pass.hpp"
#include "economy/resettle_farms.hpp"

namespace thermidor::economy {
namespace {

__extension__ using Wide = unsigned __int128;
constexpr std::size_t kBlockRun = 4;          // blocks that a thread works on one after another,
constexpr std::size_t kManyBlocks = 1024;     // where there are so many that threads share them evenly all the same
constexpr std::int64_t kTownsOverQuota = 20;  // townspeople of a region to each who moves to a village, at least

// What a block's farms are given out of each kind of order, as the part of the region's quota that falls on the block.
struct RegionQuotas {
  FarmOrderSums quota{};    // per simulated farm
  FarmOrderSums ordered{};  // of the whole region, last month
  float mean_price = 0;     // of the grain sold to state and private buyers together
};

// What is kept of a block while the farms live through the month.
struct BlockAccount {
  FarmOrderSums ordered{};  // last month
  FarmOrderSums before{};   // of the region's blocks served before this one
  FarmOrderSums orders{};   // for next month
  FarmSums sums;
};

std::int64_t& at(FarmOrderSums& sums, FarmOrder kind) { return sums[static_cast<std::size_t>(kind)]; }

RegionQuotas make_quotas(const FarmConditions& conditions, const FarmOrderTerms& terms, std::int64_t sampling, Random random) {
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
  // Those who move in a month are few, of a coarse sample often less than one: their fractions are drawn.
  const auto people = [&](std::int64_t amount) {
    return amount > 0 ? (amount + random.below(static_cast<std::uint32_t>(sampling))) / sampling : 0;
  };
  at(quotas.quota, FarmOrder::leave) = people(conditions.leave_for_towns);
  // No more leave the towns of a region than live in them, of whom a month's quota is at most a twentieth.
  at(quotas.quota, FarmOrder::arrive) = conditions.arrive * kTownsOverQuota < sampling ? 0 : people(conditions.arrive);
  const double sold = static_cast<double>(state + trade);
  const double value = static_cast<double>(state) * static_cast<double>(terms.price_state) +
                       static_cast<double>(trade) * static_cast<double>(terms.price_private);
  quotas.mean_price = sold > 0 ? static_cast<float>(value / sold) : 0;
  return quotas;
}

// Quotas of the region up to and including a block, less those before it: the sum over blocks is the region's quota to the
// unit.
void make_rations(const RegionQuotas& quotas, const FarmBlock& block, const BlockAccount& account, const FarmStep& step,
                  std::uint32_t block_key, FarmRations& rations) {
  Random random({step.seed, make_stream("farms.rations"), step.month, block_key});
  for (std::size_t kind = 0; kind < kFarmOrders; ++kind) {
    const std::uint32_t draw = random.bits();
    const std::int64_t orders = quotas.ordered[kind];
    const std::int64_t quota = quotas.quota[kind] < orders ? quotas.quota[kind] : orders;
    if (orders <= 0 || quota <= 0) continue;
    const auto scaled = [&](std::int64_t running) {
      // Of samples the products fit into 64 bits, whose division takes a fraction of the time.
      if (((quota | running) >> 31) == 0) return quota * running / orders;
      return static_cast<std::int64_t>(static_cast<Wide>(quota) * static_cast<Wide>(running) / static_cast<Wide>(orders));
    };
    const std::int64_t before = account.before[kind];
    make_ration(scaled(before + account.ordered[kind]) - scaled(before), block.orders[kind], draw, rations.of[kind]);
  }
}

// Amounts of the region: sums over simulated farms times the sampling rate.
struct RegionSums {
  const FarmSums& sums;
  std::int64_t sampling = 1;
  std::int64_t operator[](FarmSum what) const { return sums[what] * sampling; }
};

// Matter and people.
void add_matter(const RegionSums& sums, const FarmParams& params, FarmFlows& flows) {
  flows.harvest = {sums[FarmSum::harvest]}, flows.seed = {sums[FarmSum::seed]}, flows.eaten = {sums[FarmSum::eaten]};
  flows.fed = {sums[FarmSum::fed]}, flows.spoiled = {sums[FarmSum::spoiled]}, flows.hired = {sums[FarmSum::hired]};
  flows.rent = {sums[FarmSum::rent]};
  flows.tax_in_kind = {sums[FarmSum::tax_in_kind]};
  const std::int64_t requisitioned = sums[FarmSum::requisitioned], forced = sums[FarmSum::forced];
  const std::int64_t rot = whole(static_cast<double>(requisitioned) * params.levies.rot);
  const std::int64_t forced_rot = whole(static_cast<double>(forced) * params.levies.force_rot);
  flows.requisitioned = {requisitioned - rot}, flows.forced = {forced - forced_rot}, flows.rotted = {rot + forced_rot};
  flows.bread_bought = {sums[FarmSum::bread_bought]}, flows.relief = {sums[FarmSum::relief]};
  flows.seed_aid = {sums[FarmSum::seed_aid]};
  flows.goods_received = {sums[FarmSum::goods_received] * kGoodsUnit};
  flows.goods_worn = {sums[FarmSum::goods_worn] * kGoodsUnit}, flows.goods_stock = {sums[FarmSum::goods] * kGoodsUnit};
  flows.other_sold = {sums[FarmSum::other_sold] * kGoodsUnit};
  flows.births = {sums[FarmSum::births]}, flows.deaths = {sums[FarmSum::deaths]};
  flows.hunger_deaths = {sums[FarmSum::hunger_deaths]};
  flows.left = {sums[FarmSum::left]}, flows.arrived = {sums[FarmSum::arrived]};
}

// Sales by buyer, and money.
void add_money(const RegionSums& sums, const FarmOrderTerms& terms, const FarmConditions& conditions, FarmFlows& flows) {
  const std::int64_t k = sums.sampling, sold = sums.sums[FarmSum::sold];
  const std::int64_t state_quota = conditions.sale_state > 0 ? conditions.sale_state / k : 0;
  const std::int64_t sold_state = state_quota < sold ? state_quota : sold;
  flows.sold_state = {sold_state * k}, flows.sold_private = {(sold - sold_state) * k};
  // Farms sell at the mean price of both buyers; the payment is divided in proportion to what each owes.
  const double owed_state = static_cast<double>(sold_state) * static_cast<double>(terms.price_state);
  const double owed_private = static_cast<double>(sold - sold_state) * static_cast<double>(terms.price_private);
  const double part = owed_state + owed_private > 0 ? owed_state / (owed_state + owed_private) : 0;
  const std::int64_t paid = sums[FarmSum::paid_grain];
  flows.paid_state = {whole(static_cast<double>(paid) * part)};
  flows.paid_private = {paid - flows.paid_state.count};
  flows.paid_forced = {sums[FarmSum::paid_forced]}, flows.paid_other = {sums[FarmSum::paid_other]};
  flows.spent_bread = {sums[FarmSum::spent_bread]}, flows.spent_goods = {sums[FarmSum::spent_goods]};
  flows.money_tax = {sums[FarmSum::money_tax]};
  flows.arrears = {whole(static_cast<double>(sums[FarmSum::arrears]) * conditions.price_index)};
}

// Stocks and strata at the end of the month, and the orders for the next.
void add_state(const RegionSums& sums, const FarmOrderSums& orders, double state_share, FarmFlows& flows) {
  const auto ordered = [&](FarmOrder kind) { return orders[static_cast<std::size_t>(kind)] * sums.sampling; };
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
  flows.grain_stock = {sums[FarmSum::grain]}, flows.cash_stock = {sums[FarmSum::cash]};
  flows.people = {sums[FarmSum::people]}, flows.households = sums[FarmSum::households];
  flows.horses = sums[FarmSum::horses], flows.cattle = sums[FarmSum::cattle];
  flows.sown_centihectares = sums[FarmSum::area];
  flows.kulak_households = sums[FarmSum::kulak], flows.poor_households = sums[FarmSum::poor];
  flows.hungry_people = sums[FarmSum::hungry];
  const auto share = [](std::int64_t part, std::int64_t all) {
    return all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0.0;
  };
  const FarmSums& farms = sums.sums;
  flows.grievance = share(farms[FarmSum::grievance], farms[FarmSum::households] * 255);
  flows.nutrition = share(farms[FarmSum::nutrition], farms[FarmSum::people] * static_cast<std::int64_t>(kNutritionNorm));
  flows.kulak_grain_share = share(farms[FarmSum::kulak_offer], orders[static_cast<std::size_t>(FarmOrder::grain)]);
}

FarmOrderSums totals_of(const FarmBlock& block) {
  FarmOrderSums totals{};
  for (std::size_t kind = 0; kind < kFarmOrders; ++kind) totals[kind] = total_of(block.orders[kind]);
  return totals;
}

void add(const FarmOrderSums& amounts, FarmOrderSums& sums) {
  for (std::size_t kind = 0; kind < kFarmOrders; ++kind) sums[kind] += amounts[kind];
}

// Accounts of all blocks, which are served region by region in their order; adds up last month's orders by region.
std::vector<BlockAccount> open_accounts(const Farms& farms, std::vector<FarmOrderSums>& ordered) {
  std::vector<BlockAccount> accounts(farms.blocks.size());
  for (std::size_t index = 0; index < accounts.size(); ++index) {
    accounts[index].ordered = totals_of(farms.blocks[index]);
    FarmOrderSums& running = ordered[farms.blocks[index].region.index()];
    accounts[index].before = running;
    add(accounts[index].ordered, running);
  }
  return accounts;
}

std::vector<RegionQuotas> plan_regions(const FarmStep& step, const std::vector<FarmOrderSums>& ordered,
                                       const FarmState& state) {
  std::vector<RegionQuotas> quotas;
  for (std::size_t region = 0; region < step.conditions.size(); ++region) {
    Random random({step.seed, make_stream("farms.movers"), step.month, region});
    quotas.push_back(make_quotas(step.conditions[region], state.outlooks[region].order, state.farms.sampling, random));
    quotas.back().ordered = ordered[region];
  }
  return quotas;
}

// What the month of any block needs to know.
struct BlockPlan {
  const FarmStep& step;
  const RoundKeys& keys;
  const std::vector<RegionQuotas>& quotas;
  const std::vector<FarmTerms>& terms;
  const FarmPass& pass;
};

void step_block(const BlockPlan& plan, FarmBlock& block, const FarmBlock* next, FarmState& state, BlockAccount& account) {
  const std::size_t region = block.region.index();
  const FarmStep& step = plan.step;
  FarmTask task;
  task.terms = &plan.terms[region];
  task.last = &state.outlooks[region].order;
  task.keys = &plan.keys;
  task.tiles = &state.farms.tiles[block.first_tile];
  task.count = block.tiles;
  if (next != nullptr && next->room >= 4) task.next = &state.farms.tiles[next->first_tile];
  task.block = static_cast<std::uint32_t>(block.region.value) * 65536U + block.number;
  task.turn = block.turn;
  task.luck = draw_luck(step.seed, step.month, region);
  task.month = step.month;
  task.month_index = static_cast<std::uint32_t>(step.month.index);
  task.mean_price = plan.quotas[region].mean_price;
  make_rations(plan.quotas[region], block, account, step, task.block, task.rations);
  plan.pass.step(task);
  for (std::size_t kind = 0; kind < kFarmOrders; ++kind) {
    for (std::size_t column = 0; column < kOrderColumns; ++column) block.orders[kind][column] = task.orders[kind][column];
  }
  resettle_farms(step.month, std::span(task.tiles, block.room), task.living, block);
  account.orders = totals_of(block);
  account.sums = task.sums;
}

// Tables per region.
std::vector<FarmTerms> make_terms(const FarmParams& params, const FarmStep& step, FarmState& state) {
  SowPowers powers(params.sowing.drudgery);
  std::vector<FarmTerms> terms;
  terms.reserve(step.conditions.size());
  for (std::size_t region = 0; region < step.conditions.size(); ++region) {
    terms.push_back(
        make_farm_terms(params, step.regions[region], step.conditions[region], step.month, powers, state.outlooks[region]));
  }
  return terms;
}

constexpr double kFeedMemory = 0.15;  // a month: how fast produce follows what animals are fed

void follow_feeding(const FarmFlows& flows, const EatTerms& terms, FarmOutlook& outlook) {
  const double norm = static_cast<double>(flows.horses) * static_cast<double>(terms.horse) +
                      static_cast<double>(flows.cattle) * static_cast<double>(terms.cattle);
  if (norm > 0) outlook.fed += kFeedMemory * (smaller(flows.fed.real() / norm, 3) - outlook.fed);
}

const FarmPass& choose_pass(int lanes) {
  const std::span<const FarmPass> passes = farm_passes();
  for (const FarmPass& pass : passes) {
    if (pass.lanes == lanes) return pass;
  }
  return passes.back();
}

}  // namespace

void step_farms(const FarmParams& params, const FarmStep& step, const Executor& executor, FarmState& state,
                std::span<FarmFlows> flows) {
  const std::size_t regions = step.conditions.size();
  const RoundKeys keys = make_round_keys(step.seed);
  std::vector<FarmOrderSums> offered(regions);
  std::vector<BlockAccount> accounts = open_accounts(state.farms, offered);
  const std::vector<RegionQuotas> quotas = plan_regions(step, offered, state);
  // Before any farm moves.
  const std::vector<FarmTerms> terms = make_terms(params, step, state);
  // Blocks, in any order: each owns its tiles and its account.
  const BlockPlan plan{step, keys, quotas, terms, choose_pass(step.lanes)};
  std::vector<FarmBlock>& blocks = state.farms.blocks;
  const std::size_t run = blocks.size() < kManyBlocks ? 1 : kBlockRun;
  for_each_index(executor, (blocks.size() + run - 1) / run, [&](std::size_t task) {
    const std::size_t end = std::min((task + 1) * run, blocks.size());
    for (std::size_t index = task * run; index < end; ++index) {
      const bool last = index + 1 == end;
      if (!last) fetch_all(blocks[index + 1]), fetch_all(accounts[index + 1]);
      step_block(plan, blocks[index], last ? nullptr : &blocks[index + 1], state, accounts[index]);
    }
  });
  // Regions, in the order of the blocks.
  std::vector<FarmSums> sums(regions);
  std::vector<FarmOrderSums> orders(regions);
  for (std::size_t index = 0; index < accounts.size(); ++index) {
    const std::size_t region = state.farms.blocks[index].region.index();
    sums[region].add(accounts[index].sums);
    add(accounts[index].orders, orders[region]);
  }
  for (std::size_t region = 0; region < regions; ++region) {
    FarmOutlook& outlook = state.outlooks[region];
    const FarmConditions& conditions = step.conditions[region];
    const RegionSums of_region = {sums[region], state.farms.sampling};
    const std::int64_t leased = terms[region].sow.on ? of_region[FarmSum::leased] : flows[region].leased_centihectares;
    flows[region] = {};
    flows[region].leased_centihectares = leased;
    add_matter(of_region, params, flows[region]);
    // What was offered and not sold.
    const std::int64_t other = offered[region][static_cast<std::size_t>(FarmOrder::other)] * state.farms.sampling * kGoodsUnit;
    flows[region].other_kept = {other - flows[region].other_sold.count};
    add_money(of_region, outlook.order, conditions, flows[region]);
    add_state(of_region, orders[region], terms[region].state_share, flows[region]);
    flows[region].offer_share = static_cast<double>(terms[region].offer.season);
    flows[region].bread_ahead = static_cast<double>(terms[region].order.bread_food / terms[region].order.eat);
    outlook.order = terms[region].order;
    outlook.bread_ordered = flows[region].bread_orders.real();
    outlook.state_share = terms[region].state_share;
    follow_feeding(flows[region], terms[region].eat, outlook);
    if (terms[region].sow.on) follow_leases(sums[region][FarmSum::to_let], sums[region][FarmSum::to_spare], outlook);
    const double asked = conditions.requisition;
    const double found = static_cast<double>(of_region[FarmSum::requisitioned]);
    outlook.unmet = asked > 0 ? clamp(1 - found / asked, 0, 1) : 0;
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
