// The month, top to bottom. A phase sees what earlier phases of this month have put in `now`; everything else comes from
// `last`. Decisions use last month's news; matter moves before money; wages are paid before towns shop; all prices move once,
// together, last.
//
// Follow one sack of grain: harvested (8), taken as tax or offered (8), bought within the quota that markets set (10), rationed
// or exported (9, 11), felt as hunger or plenty (15), heard by leaders as shortage (6, a month later).
#include "model/month.hpp"

#include "economy/economy.hpp"
#include "economy/make_state.hpp"
#include "model/audit.hpp"
#include "model/profile.hpp"
#include "model/trigger_acts.hpp"
#include "party/party.hpp"

namespace thermidor {
namespace {

std::vector<std::uint16_t> zones_of_regions(const economy::Params& params) {
  std::vector<std::uint16_t> zones;
  for (const economy::RegionRow& row : params.regions) zones.push_back(static_cast<std::uint16_t>(row.weather_zone));
  return zones;
}

std::vector<society::PersonHealth> mortals(const party::Params& params, const party::State& state) {
  std::vector<society::PersonHealth> people;
  for (const LeaderId i : state.order) {
    const party::LeaderRow& row = params.leaders[i.index()];
    people.push_back({i, make_stream(row.id).value, static_cast<double>(row.born), state.leaders.frailty[i.index()],
                      party::alive(state, i)});
  }
  return people;
}

// 3. Weather, illness, events abroad: the record's draw or a fresh one; acts come on top.
void watch_outside(const Params& params, const Agenda& agenda, World& world) {
  const std::vector<std::uint16_t> zones = zones_of_regions(params.economy);
  const std::vector<society::PersonHealth> people = mortals(params.party, world.party);
  OutsideSignal& now = world.signals.now.outside;
  const std::vector<HealthEvent> by_acts = now.health;
  const Policy& policy = world.policy;
  // Where the record ends, chance goes on.
  const bool recorded = world.setup.outside == society::OutsideMode::recorded && world.month <= params.scenario.end;
  society::OutsideTask task{recorded ? society::OutsideMode::recorded : society::OutsideMode::drawn, world.hazards, zones,
                            people};
  task.world_revolution = policy[Lever::world_revolution];
  task.cooperation = policy[Lever::foreign_cooperation];
  task.world_economy = policy[Lever::world_economy];
  task.leadership = world.signals.last.party.leader_ability;
  task.isolation = world.signals.last.society.isolation;
  society::watch_outside(params.society.outside, task, world.setup.seed, world.month, world.society.outside, now);
  now.health.insert(now.health.end(), by_acts.begin(), by_acts.end());
  apply_shocks_abroad(params, agenda, world);
  for (std::size_t r = 0; r < now.weather.size(); ++r) {
    if (world.weather_acts[r] > 0) now.weather[r] = world.weather_acts[r];
  }
}

// 7. Instruments below the levers, then the planners' balances.
void guide_economy(const Params& params, World& world, Records& records) {
  economy::set_instruments(world.policy, world.economy, params.economy, world.month);
  economy::plan_materials(world.economy, params.economy, world.policy, world.signals.last.party.leader_ability,
                          world.setup.seed, world.month);
  economy::report_industry(world.economy, params.economy, world.month, records);
}

// 8. Farms: last month's quotas settled, harvest, levies, eating, offers and orders.
void step_farms(const Params& params, World& world, const Executor& executor) {
  economy::RegionState& regions = world.economy.regions;
  economy::set_quotas(world.economy, params.economy, world.policy, world.signals.now.outside, world.month);
  std::vector<economy::FarmRegion> rows;
  for (const economy::RegionRow& row : params.economy.regions) rows.push_back(economy::farm_region(row));
  const economy::FarmStep step{world.month, world.setup.seed, rows, regions.conditions};
  economy::step_farms(params.farms, step, executor, world.farms, regions.flows);
  const std::vector<economy::FarmFlows> flows = regions.flows;
  economy::book_villages(world.economy, params.economy, flows, world.month);
}

// 13. All prices move together, once; then the unit of money, if it changes.
void move_prices(const Params& params, World& world) {
  const std::int64_t divisor = economy::move_prices(world.economy, params.economy, world.policy, world.month);
  economy::publish(world.economy, params.economy, world.policy, world.month, world.signals.now.economy);  // 14
  if (divisor <= 1) return;
  const std::vector<Kopecks> lost = economy::redenominate_farm_state(world.farms, divisor);
  world.fault.require(economy::change_unit(world.economy, divisor, lost) == 0, world.month, "change of the unit",
                      "money before and after does not agree");
}

// 7-14. Where a scenario has no economy nothing of this happens, and its signal stays as it opened.
void run_economy(const Params& params, const People& people_before, const Executor& executor, World& world, Records& records,
                 Profile& profile) {
  guide_economy(params, world, records);  // 7
  profile.end_phase("instruments and plan");
  step_farms(params, world, executor);  // 8
  profile.end_phase("farms");

  // 9-12. Budget, production, wages, shops; grain between regions; trade; taxes, bank, investment; work and movement of people.
  economy::plan_budget(world.economy, params.economy, world.policy);
  economy::produce(world.economy, params.economy, world.policy);
  economy::settle(world.economy, params.economy, world.policy, world.month);
  economy::trade_privately(world.economy, params.economy, world.policy);
  economy::move_grain(world.economy, params.economy, world.policy);
  economy::trade_abroad(world.economy, params.economy, world.policy, world.signals.now.outside, world.month);
  economy::run_budget(world.economy, params.economy, world.policy);
  economy::extend_credit(world.economy, params.economy, world.policy);
  economy::invest(world.economy, params.economy, world.policy);
  economy::close_trusts(world.economy, params.economy, world.policy);
  economy::hire(world.economy, params.economy, world.policy, world.month);
  economy::move_people(world.economy, params.economy, world.setup.seed, world.month);
  profile.end_phase("industry, markets, money");
  audit_books(world, executor);
  audit_people(people_before, world);
  profile.end_phase("audit");
  move_prices(params, world);  // 13-14
  profile.end_phase("prices");
}

// 15. Members join, leave, are purged and afraid.
void update_members(const Params& params, const Agenda& agenda, World& world, Records& records) {
  party::MemberInput input =
      party::read_member_input(params.party.members, world.policy, world.signals.last, world.signals.now);
  party::add_leader_input(world.party, input);
  input.mobility = params.party.explanations.mobility;
  input.purge_forbidden = is_forbidden(agenda, "purge", world);
  input.levy_forbidden = is_forbidden(agenda, "levy", world);
  party::MemberJournal journal;
  const bool one_by_one = party::kept(world.cards);
  if (one_by_one) input.journal = &journal;
  party::update_members(params.party.members, params.party.provinces, input, world.setup.seed, world.month, world.members,
                        records);
  party::expel_followers(params.party, world.party, world.setup.seed, world.month, world.members, input.journal);
  if (one_by_one) {
    party::follow_members(params.party, world.party, {world.members, journal, world.setup.seed, world.month}, world.cards,
                          records);
    party::censure_speakers(params.party, world.party, world.setup.seed, world.month, world.cards, records);
  }
  party::publish_members(params.party.members, world.members, world.signals.now.party);
}

}  // namespace

void advance_month(const Params& given, const Agenda& agenda, World& world, Records& records, const Executor& executor) {
  if (world.fault.raised()) return;
  trigger_acts(given, agenda.acts, world, records);
  const std::optional<Params> changed = changed_params(given, agenda, world);
  const Params& params = changed ? *changed : given;
  Signals& now = world.signals.now;
  const Signals& last = world.signals.last;
  const People people_before = count_people(world);
  Profile profile;

  // 1-3. What is done to the country this month, and what comes over it.
  const std::vector<party::Forced> forced = apply_interventions(params, agenda, world);
  watch_outside(params, agenda, world);
  profile.end_phase("outside world");

  // 4-6. Leaders fall ill and die; leaders act, organs meet, vote and appoint; the apparatus carries decisions out.
  party::Convention convention{params.party,
                               world.party,
                               last,
                               now,
                               world.policy,
                               records,
                               world.fault,
                               world.setup.seed,
                               world.month,
                               world.month >= agenda.history_until,
                               &party::run_debate,
                               &world.members,
                               party::kept(world.cards) ? &world.cards : nullptr};
  party::update_leaders(convention);
  party::convene_organs(convention, forced);
  party::carry_out_levers(params.party, world.policy);
  profile.end_phase("leaders and organs");

  if (params.scenario.economy != 0) {
    run_economy(params, people_before, executor, world, records, profile);  // 7-14
  } else {
    audit_books(world, executor);
  }

  update_members(params, agenda, world, records);  // 15
  party::publish(params.party, world.party, world.month, now.party);
  profile.end_phase("members");
  const society::SocietyWeights weights{params.party.explanations.passivity, params.party.explanations.coercion};
  society::move_mood(params.society, weights, world.policy, last, now, world.society);
  society::test_endings(params.society, world.policy, world.setup.seed, world.month, now, world.society, records);  // 16
  profile.end_phase("society");

  // 17. Records for pictures; what was published becomes last month's.
  if (records.keep_details) party::record_standings(params.party, world.party, world.month, records);
  world.signals.last = now;
  world.month = world.month.next();
}

}  // namespace thermidor
