#include "model/interventions.hpp"

#include <gtest/gtest.h>

#include "core/digest.hpp"
#include "model/acts_fixture.hpp"
#include "model/shipped.hpp"

namespace thermidor {
namespace {

Act lever_act(Lever lever, Month at, Month until, double value) {
  Act act = make_act(ActKind::set_lever, at, value);
  act.lever = lever;
  act.until = until;
  return act;
}

Act instrument_act(Instrument instrument, Month at, Month until, double value) {
  Act act = make_act(ActKind::set_instrument, at, value);
  act.instrument = instrument;
  act.until = until;
  return act;
}

Act hazard_act(const char* name, Month at, Month until, double value) {
  Act act = make_act(ActKind::hazard, at, value);
  act.name = name;
  act.until = until;
  return act;
}

bool holds(const World& world, Lever lever) { return world.policy.lever_held[static_cast<std::size_t>(lever)] != 0; }

bool holds(const World& world, Instrument instrument) {
  return world.policy.instrument_held[static_cast<std::size_t>(instrument)] != 0;
}

TEST(Acts, HoldALeverFromTheFirstMonthToTheLast) {
  World world = small_world();
  const Agenda agenda{{lever_act(Lever::closures, kStart + 2, kStart + 4, 0.875)}, {}, {}};
  for (int i = 0; i < 7; ++i) {
    apply_in(kStart + i, agenda, world);
    const bool held = i >= 2 && i <= 4;
    EXPECT_EQ(holds(world, Lever::closures), held) << i;
    if (held) {
      EXPECT_EQ(world.policy[Lever::closures], 0.875);
    }
  }
}

TEST(Acts, HoldAnInstrumentFromTheFirstMonthToTheLast) {
  World world = small_world();
  const Agenda agenda{{instrument_act(Instrument::gold_sales, kStart + 1, kStart + 2, 99)}, {}, {}};
  for (int i = 0; i < 5; ++i) {
    apply_in(kStart + i, agenda, world);
    const bool held = i == 1 || i == 2;
    EXPECT_EQ(holds(world, Instrument::gold_sales), held) << i;
    if (held) {
      EXPECT_EQ(world.policy[Instrument::gold_sales], 99);
    }
  }
}

TEST(Acts, WithoutALastMonthHoldToTheEnd) {
  World world = small_world();
  const Agenda agenda{{lever_act(Lever::rigour, kStart, {}, 0.5)}, {}, {}};
  apply_in(kStart + 120, agenda, world);
  EXPECT_TRUE(holds(world, Lever::rigour));
}

TEST(Acts, StandAgainstOrgansForAsLongAsTheyHold) {
  World world = small_world();
  const Agenda agenda{
      {lever_act(Lever::private_trade, kStart, kStart + 5, -1), lever_act(Lever::hours_cut, kStart, kStart + 5, 0.625)},
      {},
      {}};
  for (int i = 0; i < 6; ++i) {
    play(world, 1, agenda);
    EXPECT_EQ(world.policy[Lever::private_trade], -1) << i;
    EXPECT_EQ(world.policy[Lever::hours_cut], 0.625) << i;
  }
}

TEST(Acts, GiveInstrumentsBackToTheEconomicBodies) {
  World world = small_world();
  const Agenda agenda{{instrument_act(Instrument::procurement_force, kStart, kStart + 1, 1.5)}, {}, {}};
  play(world, 2, agenda);
  EXPECT_EQ(world.policy[Instrument::procurement_force], 1.5);
  play(world, 3, agenda);
  EXPECT_LT(world.policy[Instrument::procurement_force], 1.5);
}

TEST(Acts, OfTheChronicleEndAtTheFork) {
  World world = small_world();
  Agenda agenda{{}, {lever_act(Lever::closures, kStart, {}, 0.75), hazard_act("scare", kStart, {}, 0)}, kStart + 3};
  apply_in(kStart + 2, agenda, world);
  EXPECT_TRUE(holds(world, Lever::closures));
  EXPECT_EQ(world.hazards.scare, 0);
  apply_in(kStart + 3, agenda, world);
  EXPECT_FALSE(holds(world, Lever::closures));
  EXPECT_EQ(world.hazards.scare, 1);
}

TEST(Acts, OfTheUserOverrideTheChronicle) {
  World world = small_world();
  const Agenda agenda{
      {lever_act(Lever::closures, kStart, {}, 0.25)}, {lever_act(Lever::closures, kStart, {}, 0.75)}, kStart + 12};
  apply_in(kStart + 1, agenda, world);
  EXPECT_EQ(world.policy[Lever::closures], 0.25);
}

TEST(Acts, GiveWayToTheNextActOnTheSameLever) {
  World world = small_world();
  const Agenda agenda{{lever_act(Lever::closures, kStart, {}, 0.25), lever_act(Lever::closures, kStart + 2, {}, 0.5)}, {}, {}};
  apply_in(kStart + 1, agenda, world);
  EXPECT_EQ(world.policy[Lever::closures], 0.25);
  apply_in(kStart + 2, agenda, world);
  EXPECT_EQ(world.policy[Lever::closures], 0.5);
}

TEST(WeatherActs, ReachOneRegionUntilJune) {
  World world = small_world();
  Act act = make_act(ActKind::weather, make_month(1922, 3), 0.375);
  act.region = make_id<RegionId>(2);
  const Agenda agenda{{act}, {}, {}};
  for (Month month = make_month(1922, 1); month < make_month(1922, 10); month = month.next()) {
    apply_in(month, agenda, world);
    const bool in_force = month >= act.at && month < make_month(1922, 7);
    for (std::size_t r = 0; r < world.weather_acts.size(); ++r) {
      EXPECT_EQ(world.weather_acts[r], in_force && r == 2 ? 0.375 : 0.0) << format_month(month) << " region " << r;
    }
  }
}

TEST(WeatherActs, OfJulyAreTheNewHarvestYears) {
  World world = small_world();
  const Agenda agenda{{make_act(ActKind::weather, make_month(1921, 7), 1.25)}, {}, {}};
  apply_in(make_month(1921, 7), agenda, world);
  apply_in(make_month(1922, 6), agenda, world);
  for (const double yield : world.weather_acts) EXPECT_EQ(yield, 1.25);
}

TEST(WeatherActs, ReachTheRegionsOfAZone) {
  World world = small_world();
  const Params& params = shipped().params;
  Act act = make_act(ActKind::weather, kStart, 1.5);
  act.name = params.society.outside.weather_zones[1].id;
  apply_in(kStart, {{act}, {}, {}}, world);
  for (std::size_t r = 0; r < world.weather_acts.size(); ++r) {
    EXPECT_EQ(world.weather_acts[r], params.economy.regions[r].weather_zone == 1 ? 1.5 : 0.0) << r;
  }
}

TEST(WeatherActs, AreTheWeatherThatFarmsMeet) {
  World world = small_world();
  play(world, 1, {{make_act(ActKind::weather, kStart, 0.5)}, {}, {}});
  for (const double yield : world.signals.last.outside.weather) EXPECT_EQ(yield, 0.5);
}

TEST(ForcedActs, SeizePowerForWhomeverTheyName) {
  World world = small_world();
  Agenda agenda;
  agenda.acts.push_back(make_act(ActKind::forced, kStart + 1, 0));
  agenda.acts.back().forced.kind = party::ForcedKind::seize;
  const LeaderId who = make_id<LeaderId>(5);
  agenda.acts.back().forced.leaders = {who};
  play(world, 2, agenda);
  EXPECT_EQ(world.party.coup, 1);
  EXPECT_EQ(world.party.leaders.bloc[who.index()], world.party.ruling);
}

TEST(HazardActs, SetTheStrengthAndAreReleased) {
  World world = small_world();
  const Agenda agenda{{hazard_act("weather", kStart, kStart + 1, 2), hazard_act("scare", kStart, {}, 0)}, {}, {}};
  apply_in(kStart + 1, agenda, world);
  EXPECT_EQ(world.hazards.weather, 2);
  EXPECT_EQ(world.hazards.scare, 0);
  EXPECT_EQ(world.hazards.abroad, 1);
  apply_in(kStart + 2, agenda, world);
  EXPECT_EQ(world.hazards.weather, 1);
  EXPECT_EQ(world.hazards.scare, 0);
}

TEST(HazardActs, OfOneLeaderLeaveTheOthersMortal) {
  World world = small_world();
  Act act = hazard_act("health", kStart, {}, 0);
  act.leader = make_id<LeaderId>(3);
  apply_in(kStart, {{act}, {}, {}}, world);
  EXPECT_EQ(world.hazards.health, 1);
  ASSERT_EQ(world.hazards.health_of.size(), shipped().params.party.leaders.size());
  for (std::size_t i = 0; i < world.hazards.health_of.size(); ++i) EXPECT_EQ(world.hazards.health_of[i], i == 3 ? 0 : 1) << i;
}

TEST(HazardActs, KeepTheRecordedIllnessesAway) {
  World as_recorded = small_world();
  World healthy = small_world();
  const Agenda agenda{{hazard_act("health", kStart, {}, 0)}, {}, {}};
  std::size_t recorded = 0, spared = 0;
  for (int i = 0; i < 36; ++i) {
    play(as_recorded, 1);
    play(healthy, 1, agenda);
    recorded += as_recorded.signals.last.outside.health.size();
    spared += healthy.signals.last.outside.health.size();
  }
  EXPECT_GT(recorded, 0U);
  EXPECT_EQ(spared, 0U);
}

TEST(TraitActs, ChangeOneTraitOfOneLeaderOnce) {
  World world = small_world();
  World before = world;
  Act act = make_act(ActKind::set_trait, kStart + 1, 0.96875);
  act.leader = make_id<LeaderId>(4);
  act.name = "caution";
  const Agenda agenda{{act}, {}, {}};
  apply_in(kStart, agenda, world);
  EXPECT_EQ(world.party.leaders.caution, before.party.leaders.caution);
  apply_in(kStart + 1, agenda, world);
  before.party.leaders.caution[4] = 0.96875;
  EXPECT_EQ(world.party.leaders.caution, before.party.leaders.caution);
  EXPECT_EQ(world.party.leaders.ambition, before.party.leaders.ambition);
  party::set_trait(world.party, act.leader, party::Trait::caution, 0.5);
  apply_in(kStart + 2, agenda, world);
  EXPECT_EQ(world.party.leaders.caution[4], 0.5);
}

TEST(HealthActs, KillOneLeaderInTheirMonth) {
  World world = small_world();
  const Agenda healthy{{hazard_act("health", kStart, {}, 0)}, {}, {}};
  Agenda agenda = healthy;
  Act act = make_act(ActKind::health, kStart + 1, 0);
  act.leader = make_id<LeaderId>(0);
  act.health = HealthKind::death;
  agenda.acts.push_back(act);
  play(world, 1, agenda);
  const std::vector<std::uint8_t> alive = world.party.leaders.alive;
  ASSERT_EQ(alive[0], 1);
  play(world, 1, agenda);
  ASSERT_EQ(world.signals.last.outside.health.size(), 1U);
  EXPECT_EQ(world.signals.last.outside.health[0].kind, HealthKind::death);
  EXPECT_EQ(world.party.leaders.alive[0], 0);
  for (std::size_t i = 1; i < alive.size(); ++i) EXPECT_EQ(world.party.leaders.alive[i], alive[i]) << i;
}

TEST(HealthActs, LastForOneMonthOfNews) {
  World world = small_world();
  Act act = make_act(ActKind::health, kStart, 0.5);
  act.leader = make_id<LeaderId>(1);
  act.months = 3;
  const Agenda agenda{{act}, {}, {}};
  apply_in(kStart, agenda, world);
  ASSERT_EQ(world.signals.now.outside.health.size(), 1U);
  EXPECT_EQ(world.signals.now.outside.health[0].months, 3);
  EXPECT_EQ(world.signals.now.outside.health[0].severity, 0.5);
  apply_in(kStart + 1, agenda, world);
  EXPECT_TRUE(world.signals.now.outside.health.empty());
}

TEST(ForcedActs, AreDueInTheirMonthOnlyTheChroniclesFirst) {
  World world = small_world();
  Act users = make_act(ActKind::forced, kStart + 1, 0);
  users.forced.text = "user's";
  Act recorded = users;
  recorded.forced.text = "recorded";
  Act late = recorded;
  late.at = kStart + 5;
  Agenda agenda{{users}, {recorded, late}, kStart + 4};
  EXPECT_TRUE(apply_in(kStart, agenda, world).empty());
  const std::vector<party::Forced> due = apply_in(kStart + 1, agenda, world);
  ASSERT_EQ(due.size(), 2U);
  EXPECT_EQ(due[0].text, "recorded");
  EXPECT_EQ(due[1].text, "user's");
  EXPECT_TRUE(apply_in(kStart + 2, agenda, world).empty());
  EXPECT_TRUE(apply_in(kStart + 5, agenda, world).empty()) << "the chronicle is not read from the fork on";
}

TEST(ParameterActs, ChangeTheConstantsWhileTheyHoldAndNothingElse) {
  const Params& params = shipped().params;
  Act act = make_act(ActKind::set_parameter, kStart + 1, 0.03125);
  act.until = kStart + 2;
  act.name = "farms.demography.birth_rate";
  const Agenda agenda{{act}, {}, {}};
  EXPECT_FALSE(changed_params(params, agenda, world_in(kStart)).has_value());
  for (const Month month : {kStart + 1, kStart + 2}) {
    const std::optional<Params> changed = changed_params(params, agenda, world_in(month));
    ASSERT_TRUE(changed.has_value());
    Params expected = params;
    expected.farms.demography.birth_rate = 0.03125;
    EXPECT_EQ(digest_of(*changed), digest_of(expected));
  }
  EXPECT_FALSE(changed_params(params, agenda, world_in(kStart + 3)).has_value());
}

TEST(RuleActs, ChangeOneRuleOfOneOrgan) {
  const Params& params = shipped().params;
  Act act = make_act(ActKind::set_rule, kStart, 0);
  act.organ = make_id<OrganId>(1);
  act.name = "open_ballot";
  act.value = params.party.organs[1].open_ballot != 0 ? 0 : 1;
  const std::optional<Params> changed = changed_params(params, {{act}, {}, {}}, world_in(kStart + 60));
  ASSERT_TRUE(changed.has_value());
  Params expected = params;
  expected.party.organs[1].open_ballot = params.party.organs[1].open_ballot != 0 ? 0 : 1;
  EXPECT_EQ(digest_of(*changed), digest_of(expected));
}

}  // namespace
}  // namespace thermidor
