// Five hundred random acts out of the whole language, with and without conditions: until one is done the world is bit for bit
// the world without it; one that is never done, or that sets what is set already, changes nothing; and what explains its effect
// adds up to it.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "core/digest.hpp"
#include "core/rng.hpp"
#include "core/table.hpp"
#include "experiment/attribution.hpp"
#include "experiment/run.hpp"
#include "laws/random_runs.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kActs = 500;
constexpr int kBatches = 25;
constexpr int kSetups = 10;
constexpr Month kLast = make_month(1926, 12);

RunSetup setup_of(int number) {
  RunSetup setup;
  setup.seed = static_cast<std::uint64_t>(100 + number % kSetups);
  setup.sample = 50000;
  setup.outside = number % 2 == 0 ? society::OutsideMode::recorded : society::OutsideMode::drawn;
  return setup;
}

struct Worlds {
  std::vector<std::uint64_t> digests;  // of the whole world at the close of every month
  Month done;                          // when an act with a trigger was first done; Month{}: never
  std::string fault;
};

Worlds play_worlds(const RunSetup& setup, const std::vector<Act>& acts) {
  const SerialExecutor serial;
  RunState state = start_run(shipped().params, setup);
  Worlds worlds;
  RunControl control{.executor = &serial};
  control.watch = [&worlds](const World& world, Month) { worlds.digests.push_back(digest(world)); };
  continue_run(shipped().params, {acts, {}, {}}, kLast, control, state);
  for (const EventRecord& event : state.record.records.events) {
    if (event.kind == "act" && worlds.done == Month{}) worlds.done = event.month;
  }
  worlds.fault = state.record.fault;
  return worlds;
}

const Worlds& plain_worlds(int number) {
  static std::map<int, Worlds> known;
  const int which = number % kSetups;
  const auto found = known.find(which);
  return found != known.end() ? found->second : known.emplace(which, play_worlds(setup_of(which), {})).first->second;
}

class RandomActs : public ::testing::TestWithParam<int> {
 protected:
  template <class Use>
  void each(Use&& use) {
    for (int i = 0; i < kActs / kBatches; ++i) use(GetParam() * (kActs / kBatches) + i);
  }
};

TEST_P(RandomActs, ChangeNoBitBeforeTheyAreDone) {
  each([](int number) {
    const std::string line = random_act(number, kLast);
    const Act act = act_of(line);
    const Worlds& plain = plain_worlds(number);
    const Worlds changed = play_worlds(setup_of(number), {act});
    EXPECT_EQ(changed.fault, "") << line;
    ASSERT_EQ(plain.digests.size(), changed.digests.size()) << line;
    const Month start = shipped().params.scenario.start;
    const Month done = !act.has_trigger() ? act.at : changed.done == Month{} ? kLast.next() : changed.done;
    EXPECT_GE(done, act.at) << line;
    for (Month month = start; month < done; month = month.next()) {
      const auto at = static_cast<std::size_t>(month - start);
      ASSERT_EQ(plain.digests[at], changed.digests[at]) << line << ": the world of " << format_month(month);
    }
  });
}

TEST_P(RandomActs, UnderAConditionThatNeverHoldsChangeNothing) {
  each([](int number) {
    std::string line = random_act(number, kLast);
    line = line.substr(0, line.find(" when ")) + " when village_hunger < 0 or bread_cover < 0";
    EXPECT_EQ(plain_worlds(number).digests, play_worlds(setup_of(number), {act_of(line)}).digests) << line;
  });
}

INSTANTIATE_TEST_SUITE_P(Batches, RandomActs, ::testing::Range(0, kBatches));

// Acts that set what is set already.
class NullActs : public ::testing::TestWithParam<int> {};

std::string null_act(int number) {
  Random random(DrawKey{1921, make_stream("test.null"), Month{0}, static_cast<std::uint64_t>(number)});
  const auto& names = shipped().names;
  const std::string date = "@" + format_month(shipped().params.scenario.start + static_cast<int>(random.below(60)));
  const std::uint32_t kind = random.below(4);
  if (kind == 0)
    return "hazard." + names.hazards[random.below(static_cast<std::uint32_t>(names.hazards.size()))] + "=on" + date;
  if (kind == 1) {
    const std::uint32_t row = random.below(static_cast<std::uint32_t>(names.organs.size()));
    return "rule." + names.organs[row] + ".open_ballot=" + format_number(shipped().params.party.organs[row].open_ballot) +
           date + (random.chance(0.5) ? " repeat monthly when bread_cover < 0" : "");
  }
  const NumberField& field = names.parameters[random.below(static_cast<std::uint32_t>(names.parameters.size()))];
  return "parameter." + field.path + "=" + format_number(field.value) + date;
}

TEST_P(NullActs, ChangeNothing) {
  for (int i = 0; i < 20; ++i) {
    const int number = GetParam() * 20 + i;
    const std::string line = null_act(number);
    const Result<Act> act = scenario::parse_act_line(line, shipped().names);
    ASSERT_TRUE(act) << line << ": " << format_diagnostic(act.diagnostics()[0]);
    EXPECT_EQ(plain_worlds(number).digests, play_worlds(setup_of(number), {act.value()}).digests) << line;
  }
}

INSTANTIATE_TEST_SUITE_P(Batches, NullActs, ::testing::Range(0, 5));

class ExplainedActs : public ::testing::TestWithParam<int> {};

// The eleven explanations' parts of what an act does within its first months, against the whole of it.
TEST_P(ExplainedActs, HaveContributionsThatAddUpToTheDifference) {
  const SerialExecutor serial;
  AttributionPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.switches = switches_below(shipped().params, "party.explanations.");
  plan.permutations = 1;
  const Month start = shipped().params.scenario.start;
  for (const char* text : {"mean(debate_freedom)", "max(grain_harvest)", "sum(famine_deaths)", "mean(industry_output_index)"}) {
    plan.outcomes.push_back({text, text, "", parse_expression(text).value(), {}});
  }
  for (int i = 0; i < kActs / kBatches; ++i) {
    const int number = GetParam() * (kActs / kBatches) + i;
    const std::string line = random_act(kActs + number, start + 5);
    plan.setup = setup_of(number);
    plan.acts = {act_of(line)};
    plan.fork = plan.acts[0].at;
    plan.last = plan.fork + 5;
    const Attribution attribution = run_attribution(plan, {.executor = &serial});
    EXPECT_EQ(attribution.faulted, 0) << line << ": " << attribution.first_fault;
    for (const AttributedOutcome& outcome : attribution.outcomes) {
      ASSERT_EQ(outcome.measured, 1) << line;
      double sum = 0;
      for (const Contribution& part : outcome.contributions) sum += part.mean;
      EXPECT_NEAR(sum, outcome.all_on - outcome.all_off, 1e-9 * std::fmax(1, std::fabs(outcome.all_on))) << line;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Batches, ExplainedActs, ::testing::Range(0, kBatches));

TEST(RandomActLines, AreOfEveryFormAndWaitForEveryKindOfTrigger) {
  std::map<std::string, int> triggers;
  for (int number = 0; number < kActs; ++number) {
    const Act act = act_of(random_act(number, kLast));
    ++triggers[std::string(act.repeat == Repeat::once      ? "once"
                           : act.repeat == Repeat::monthly ? "monthly"
                                                           : "yearly") +
               (act.when.empty() ? "" : " when")];
  }
  EXPECT_EQ(triggers.size(), 6U);
  for (const auto& [kind, count] : triggers) EXPECT_GE(count, 20) << kind;
}

}  // namespace
}  // namespace thermidor::experiment
