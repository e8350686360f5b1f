// Laws of whole runs, over random seeds and acts: the books balance every month, threads and saving change nothing, nothing
// moves before the fork, and what has no effect changes nothing at all.
#include <gtest/gtest.h>

#include <optional>

#include "core/distributions.hpp"
#include "core/rng.hpp"
#include "experiment/pair.hpp"
#include "experiment/run.hpp"
#include "experiment/thread_pool.hpp"
#include "scenario/acts.hpp"
#include "scenario/scenario.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kCases = 12;
constexpr int kSample = 20000;

// One random case: a setup, a month, and an act in it that holds a lever, an instrument or the weather, or removes somebody.
struct Case {
  RunSetup setup;
  Act act;
  Month last;
};

Act lever_act(Random& random, Month at) {
  Act act;
  act.kind = ActKind::set_lever;
  act.at = at;
  act.lever = static_cast<Lever>(random.below(kLeverCount));
  act.value = lever_low(act.lever) + (1 - lever_low(act.lever)) * random.uniform();
  return act;
}

Act instrument_act(Random& random, Month at) {
  Act act;
  act.kind = ActKind::set_instrument;
  act.at = at;
  act.instrument = static_cast<Instrument>(random.below(kInstrumentCount));
  act.value = 0.5 * kInstrumentHigh[static_cast<std::size_t>(act.instrument)] * random.uniform();
  act.until = at + 12;
  return act;
}

Act person_act(Random& random, Month at) {
  Act act;
  act.at = at;
  act.leader = make_id<LeaderId>(random.below(static_cast<std::uint32_t>(shipped().params.party.leaders.size())));
  if (random.chance(0.5)) {
    act.kind = ActKind::health;
    act.health = HealthKind::death;
    return act;
  }
  act.kind = ActKind::forced;
  act.forced.kind = party::ForcedKind::leave;
  act.forced.leaders = {act.leader};
  return act;
}

Case random_case(int number) {
  Random random(DrawKey{2026, make_stream("test.laws"), Month{0}, static_cast<std::uint64_t>(number)});
  Case result;
  result.setup.seed = random.bits();
  result.setup.sample = kSample;
  result.setup.outside = random.chance(0.5) ? society::OutsideMode::recorded : society::OutsideMode::drawn;
  result.setup.traits = static_cast<party::TraitPreset>(random.below(4));
  const Month at = shipped().params.scenario.start + static_cast<int>(random.below(60));
  result.last = at + 14;
  const std::uint32_t kind = random.below(3);
  result.act = kind == 0 ? lever_act(random, at) : kind == 1 ? instrument_act(random, at) : person_act(random, at);
  return result;
}

RunState play(const Case& played, const Agenda& agenda, Month last, const Executor& executor) {
  RunState state = start_run(shipped().params, played.setup);
  continue_run(shipped().params, agenda, last, {.executor = &executor}, state);
  return state;
}

class RunLaws : public ::testing::TestWithParam<int> {};

TEST_P(RunLaws, BooksBalanceEveryMonthWhateverIsDone) {
  const Case played = random_case(GetParam());
  const RunState state = play(played, {{played.act}, {}, {}}, shipped().params.scenario.end, SerialExecutor{});
  EXPECT_EQ(state.record.fault, "");  // the audit of every month raises one
  EXPECT_EQ(state.record.months.size(), 106U);
}

TEST_P(RunLaws, ThreadsChangeNothing) {
  const Case played = random_case(GetParam());
  const ThreadPool pool(3);
  const RunState serial = play(played, {{played.act}, {}, {}}, played.last, SerialExecutor{});
  const RunState parallel = play(played, {{played.act}, {}, {}}, played.last, pool);
  EXPECT_EQ(serial.record.digests, parallel.record.digests);
  EXPECT_EQ(serial.record.digest, parallel.record.digest);
}

TEST_P(RunLaws, SavingAndLoadingOnTheWayChangesNothing) {
  const Case played = random_case(GetParam());
  const Agenda agenda{{played.act}, {}, {}};
  const RunState whole = play(played, agenda, played.last, SerialExecutor{});
  RunState half = play(played, agenda, played.act.at, SerialExecutor{});
  const std::string saved = save_world(half.world);
  RunState loaded;
  ASSERT_EQ(load_world(saved, loaded.world), ArchiveFault::none);
  EXPECT_EQ(world_difference(half.world, loaded.world), "");
  const SerialExecutor serial;
  continue_run(shipped().params, agenda, played.last, {.executor = &serial}, loaded);
  EXPECT_EQ(world_difference(whole.world, loaded.world), "");
}

TEST_P(RunLaws, NothingDiffersBeforeTheFork) {
  const Case played = random_case(GetParam());
  const RunState plain = play(played, {}, played.last, SerialExecutor{});
  const RunState changed = play(played, {{played.act}, {}, {}}, played.last, SerialExecutor{});
  const std::size_t parting = first_parting(plain.record, changed.record);
  if (parting == plain.record.months.size()) return;  // the act had no effect within the months played
  EXPECT_GE(plain.record.months[parting], played.act.at);
}

TEST_P(RunLaws, AnActWithoutEffectChangesNothing) {
  const Case played = random_case(GetParam());
  // An act that comes after the last month, and one that sets a parameter to what it is.
  Act late = played.act;
  late.at = played.last + 1;
  Act same;
  same.kind = ActKind::set_parameter;
  same.at = played.act.at;
  const NumberField& parameter = shipped().names.parameters.front();
  same.name = parameter.path;
  same.value = parameter.value;
  const RunState plain = play(played, {}, played.last, SerialExecutor{});
  const RunState changed = play(played, {{same, late}, {}, {}}, played.last, SerialExecutor{});
  EXPECT_EQ(plain.record.digests, changed.record.digests);
  EXPECT_EQ(plain.record.digest, changed.record.digest);
}

INSTANTIATE_TEST_SUITE_P(RandomCases, RunLaws, ::testing::Range(0, kCases));

}  // namespace
}  // namespace thermidor::experiment
