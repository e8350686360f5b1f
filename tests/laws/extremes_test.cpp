// Whatever the language of acts allows must leave the books balanced: everything held at its bounds, ruined harvests, deaths,
// several things at once. The audit of each month raises a fault if a kilogram, a kopeck or a person is lost.
#include <gtest/gtest.h>

#include <string>

#include "core/rng.hpp"
#include "experiment/run.hpp"
#include "experiment/thread_pool.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

RunSetup setup_of(std::uint64_t seed, std::int32_t sample) {
  RunSetup setup;
  setup.seed = seed;
  setup.sample = sample;
  setup.outside = seed % 2 == 0 ? society::OutsideMode::recorded : society::OutsideMode::drawn;
  return setup;
}

RunState play_to_the_end(const RunSetup& setup, const Agenda& agenda) {
  return play(setup, agenda, shipped().params.scenario.end);
}

Month start() { return shipped().params.scenario.start; }

Act hold_lever(std::size_t lever, double value, Month at) {
  Act act;
  act.kind = ActKind::set_lever;
  act.at = at;
  act.lever = static_cast<Lever>(lever);
  act.value = value;
  return act;
}

Act hold_instrument(std::size_t instrument, double value, Month at) {
  Act act;
  act.kind = ActKind::set_instrument;
  act.at = at;
  act.instrument = static_cast<Instrument>(instrument);
  act.value = value;
  return act;
}

Act ruin_harvest(double yield, Month at) {
  Act act;
  act.kind = ActKind::weather;
  act.at = at;
  act.value = yield;
  return act;
}

Act kill(std::size_t leader, Month at) {
  Act act;
  act.kind = ActKind::health;
  act.at = at;
  act.leader = make_id<LeaderId>(leader);
  act.health = HealthKind::death;
  return act;
}

double lever_bound(std::size_t lever, bool high) { return high ? 1.0 : lever_low(static_cast<Lever>(lever)); }
double instrument_bound(std::size_t instrument, bool high) { return high ? kInstrumentHigh[instrument] : 0.0; }

void expect_balance(const RunState& run) {
  EXPECT_EQ(run.record.fault, "");
  EXPECT_EQ(run.record.months.size(), 106U);
  for (const double value : run.record.values) ASSERT_EQ(value - value, 0) << "a series is not finite";
}

// One act that may not even be wise: a bound, a harvest between nothing and double, a death.
Act random_extreme(Random& random) {
  const Month at = start() + static_cast<int>(random.below(96));
  switch (random.below(6)) {
    case 0:
    case 1: {
      const std::size_t lever = random.below(kLeverCount);
      return hold_lever(lever, lever_bound(lever, random.chance(0.5)), at);
    }
    case 2:
    case 3: {
      const std::size_t instrument = random.below(kInstrumentCount);
      return hold_instrument(instrument, instrument_bound(instrument, random.chance(0.5)), at);
    }
    case 4: return ruin_harvest(random.chance(0.5) ? 0.1 : 2.0, at);
    default: return kill(random.below(static_cast<std::uint32_t>(shipped().params.party.leaders.size())), at);
  }
}

class ManyActs : public ::testing::TestWithParam<int> {};

TEST_P(ManyActs, LeaveGrainMoneyAndPersonsInBalance) {
  Random random(DrawKey{1926, make_stream("test.extremes"), Month{0}, static_cast<std::uint64_t>(GetParam())});
  Agenda agenda{{}, shipped().chronicle, GetParam() % 3 == 0 ? make_month(1925, 1) : Month{}};
  for (int i = 0; i < 12; ++i) agenda.acts.push_back(random_extreme(random));
  expect_balance(play_to_the_end(setup_of(random.bits(), 20000), agenda));
}

INSTANTIATE_TEST_SUITE_P(RandomCases, ManyActs, ::testing::Range(0, 20));

class OneBound : public ::testing::TestWithParam<int> {};

TEST_P(OneBound, LeavesGrainMoneyAndPersonsInBalance) {
  const auto instrument = static_cast<std::size_t>(GetParam() / 2);
  const double value = instrument_bound(instrument, GetParam() % 2 == 1);
  SCOPED_TRACE(std::string(kInstrumentNames[instrument]) + " = " + std::to_string(value));
  expect_balance(play_to_the_end(setup_of(11, 20000), {{hold_instrument(instrument, value, start())}, {}, {}}));
}

INSTANTIATE_TEST_SUITE_P(Instruments, OneBound, ::testing::Range(0, static_cast<int>(2 * kInstrumentCount)));

class Everything : public ::testing::TestWithParam<int> {};

TEST_P(Everything, AtItsBoundsLeavesTheBooksInBalance) {
  const bool levers_high = (GetParam() & 1) != 0;
  const bool instruments_high = (GetParam() & 2) != 0;
  Agenda agenda;
  for (std::size_t i = 0; i < kLeverCount; ++i) agenda.acts.push_back(hold_lever(i, lever_bound(i, levers_high), start()));
  for (std::size_t i = 0; i < kInstrumentCount; ++i) {
    agenda.acts.push_back(hold_instrument(i, instrument_bound(i, instruments_high), start() + 1));
  }
  expect_balance(play_to_the_end(setup_of(12, 20000), agenda));
}

INSTANTIATE_TEST_SUITE_P(Bounds, Everything, ::testing::Range(0, 4));

TEST(Extremes, EightRuinedHarvestsLeaveTheBooksInBalance) {
  Agenda agenda;
  for (int year = 1921; year <= 1928; ++year) agenda.acts.push_back(ruin_harvest(0.1, make_month(year, 7)));
  expect_balance(play_to_the_end(setup_of(13, 20000), agenda));
}

TEST(Extremes, ThePartyOutlivesAllItsLeaders) {
  Agenda agenda;
  for (std::size_t i = 0; i < shipped().params.party.leaders.size(); ++i) agenda.acts.push_back(kill(i, start() + 12));
  expect_balance(play_to_the_end(setup_of(14, 20000), agenda));
}

TEST(Determinism, OneTwoAndThreeThreadsGiveOneDigest) {
  const Month last = start() + 23;
  const RunSetup setup = setup_of(15, 1000);
  const RunState serial = play(setup, {}, last);
  EXPECT_EQ(serial.record.months.size(), 24U);
  for (const unsigned threads : {1U, 2U, 3U}) {
    const ThreadPool pool(threads);
    EXPECT_EQ(play(setup, {}, last, pool).record.digest, serial.record.digest) << threads << " threads";
  }
}

TEST(Determinism, SavingAndLoadingAtAnyMonthChangesNothing) {
  const RunSetup setup = setup_of(16, 20000);
  const Agenda agenda{{}, shipped().chronicle, make_month(1924, 6)};
  const Month last = start() + 59;
  const RunState whole = play(setup, agenda, last);
  Random random(DrawKey{1927, make_stream("test.saving"), Month{0}, 0});
  RunState broken = start_run(shipped().params, setup);
  const SerialExecutor serial;
  while (broken.world.month <= last) {
    const Month next = broken.world.month + static_cast<int>(1 + random.below(9));
    continue_run(shipped().params, agenda, next < last ? next : last, {.executor = &serial}, broken);
    RunState loaded;
    ASSERT_EQ(load_world(save_world(broken.world), loaded.world), ArchiveFault::none);
    broken = std::move(loaded);
  }
  EXPECT_EQ(world_difference(whole.world, broken.world), "");
}

TEST(NullActs, SayingAgainWhatIsHeldChangesNothing) {
  const Month at = start() + 20;
  const std::vector<Act> held = {hold_lever(0, 0.3, at), hold_instrument(0, 0.07, at)};
  std::vector<Act> again = held;
  again.push_back(hold_lever(0, 0.3, at + 7));
  again.push_back(hold_instrument(0, 0.07, at + 7));
  const RunState once = play_to_the_end(setup_of(17, 20000), {held, {}, {}});
  const RunState twice = play_to_the_end(setup_of(17, 20000), {again, {}, {}});
  EXPECT_EQ(once.record.digests, twice.record.digests);
  EXPECT_EQ(once.record.digest, twice.record.digest);
}

TEST(NullActs, ForbiddingWhatNobodyDoesChangesNothing) {
  // A dead man attacks nobody.
  const Month at = start() + 6;
  Act forbid;
  forbid.kind = ActKind::forced;
  forbid.at = at + 1;
  forbid.forced.kind = party::ForcedKind::forbid;
  forbid.forced.leaders = {make_id<LeaderId>(3)};
  forbid.forced.text = "attack";
  forbid.forced.value = 60;
  const RunState plain = play_to_the_end(setup_of(18, 20000), {{kill(3, at)}, {}, {}});
  const RunState banned = play_to_the_end(setup_of(18, 20000), {{kill(3, at), forbid}, {}, {}});
  EXPECT_EQ(plain.record.digests, banned.record.digests);
  EXPECT_EQ(plain.record.values, banned.record.values);
}

}  // namespace
}  // namespace thermidor::experiment
