// The C interface as a host uses it: a pack of the shipped scenario goes in, months, forks, acts and states come out.
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "api/thermidor.h"
#include "core/digest.hpp"
#include "model/month.hpp"
#include "model/pack.hpp"
#include "model/series.hpp"
#include "model/snapshot.hpp"
#include "support/shipped_pack.hpp"

namespace thermidor {
namespace {

constexpr std::int32_t kSample = 5000;

const std::string& packed() {
  static const std::string bytes = save_pack(shipped());
  return bytes;
}

ThermidorScenario* load(const std::string& bytes) {
  return thermidor_load(reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::uint32_t>(bytes.size()));
}

ThermidorScenario* shipped_scenario() {
  static ThermidorScenario* const scenario = load(packed());
  return scenario;
}

// A run that is freed with its owner.
struct Play {
  ThermidorRun* handle;
  explicit Play(ThermidorRun* run) : handle(run) {}
  explicit Play(std::uint32_t seed = 7, std::int32_t history_until = 0)
      : handle(thermidor_make(shipped_scenario(), seed, kSample, THERMIDOR_OUTSIDE_RECORDED, history_until)) {}
  ~Play() { thermidor_free_run(handle); }
  Play(const Play&) = delete;
  Play& operator=(const Play&) = delete;

  void play(int months) const {
    for (int i = 0; i < months; ++i) ASSERT_EQ(thermidor_step(handle), 1) << thermidor_error();
  }
  std::uint64_t digest() const { return (std::uint64_t{thermidor_digest_high(handle)} << 32) | thermidor_digest_low(handle); }
  double value(const std::string& name) const {
    for (std::int32_t i = 0; i < thermidor_series_count(); ++i) {
      if (name == thermidor_series_name(i)) return thermidor_series_value(handle, i);
    }
    ADD_FAILURE() << "no series " << name;
    return 0;
  }
};

TEST(Api, FollowsMembersOneByOneWhereAsked) {
  const Play counted, followed(thermidor_make_members(shipped_scenario(), 7, kSample, THERMIDOR_OUTSIDE_RECORDED, 0));
  ASSERT_NE(followed.handle, nullptr);
  counted.play(4);
  followed.play(4);
  EXPECT_NE(counted.digest(), followed.digest());
  EXPECT_EQ(counted.value("party_members_and_candidates"), followed.value("party_members_and_candidates"));
  EXPECT_EQ(thermidor_make_members(shipped_scenario(), 7, 0, THERMIDOR_OUTSIDE_RECORDED, 0), nullptr);
}

// What save returned, copied before the next call.
std::string saved(const Play& run) {
  std::uint32_t size = 0;
  const std::uint8_t* bytes = thermidor_save(run.handle, &size);
  return {reinterpret_cast<const char*>(bytes), size};
}

std::int32_t restore(const Play& run, const std::string& bytes) {
  return thermidor_restore(run.handle, reinterpret_cast<const std::uint8_t*>(bytes.data()),
                           static_cast<std::uint32_t>(bytes.size()));
}

TEST(Pack, ComesBackToTheBit) {
  Pack again;
  ASSERT_EQ(load_pack(packed(), again), ArchiveFault::none);
  EXPECT_FALSE(again.params.party.leaders.empty());
  EXPECT_EQ(digest_of(again), digest_of(shipped()));
}

TEST(Api, LoadsAScenarioWithItsHorizon) {
  ASSERT_NE(shipped_scenario(), nullptr) << thermidor_error();
  EXPECT_EQ(thermidor_start(shipped_scenario()), shipped().params.scenario.start.index);
  EXPECT_EQ(thermidor_end(shipped_scenario()), shipped().params.scenario.end.index);
  EXPECT_EQ(thermidor_version(), 1);
}

TEST(Api, RefusesDamagedPacksWithAReason) {
  std::string flipped = packed();
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
  for (const std::string& bytes : {std::string(), std::string("no pack"), packed().substr(0, packed().size() - 9), flipped}) {
    EXPECT_EQ(load(bytes), nullptr);
    EXPECT_STRNE(thermidor_error(), "");
  }
  ThermidorScenario* const good = load(packed());
  EXPECT_NE(good, nullptr);
  EXPECT_STREQ(thermidor_error(), "");
  thermidor_free_scenario(good);
}

TEST(Api, RefusesASampleOutOfRange) {
  for (const std::int32_t sample : {0, -1, 100001}) {
    EXPECT_EQ(thermidor_make(shipped_scenario(), 7, sample, THERMIDOR_OUTSIDE_RECORDED, 0), nullptr);
    EXPECT_STRNE(thermidor_error(), "");
  }
}

TEST(Api, RefusesAnOutsideWorldThatIsNeither) {
  EXPECT_EQ(thermidor_make(shipped_scenario(), 7, kSample, 2, 0), nullptr);
  EXPECT_STRNE(thermidor_error(), "");
}

TEST(Api, RefusesMonthsThatCannotBeMeant) {
  const Play run;
  const std::int32_t start = thermidor_start(shipped_scenario());
  for (const std::int32_t at : {0, start - 1, 192310}) {
    EXPECT_EQ(thermidor_hold(run.handle, "closures", 0.5, at, 0), 0) << at;
    EXPECT_STRNE(thermidor_error(), "");
  }
  EXPECT_EQ(thermidor_hold(run.handle, "closures", 0.5, start, 0), 1);
}

TEST(Api, ARunPutBackToItsFirstMonthHasPublishedNothing) {
  const Play run;
  std::uint32_t size = 0;
  const std::uint8_t* const bytes = thermidor_save(run.handle, &size);
  const std::vector<std::uint8_t> saved(bytes, bytes + size);
  run.play(1);
  thermidor_hold(run.handle, "clozures", 0.5, 0, 0);
  ASSERT_STRNE(thermidor_error(), "");
  ASSERT_EQ(thermidor_restore(run.handle, saved.data(), size), 1);
  EXPECT_STREQ(thermidor_error(), "");
  for (std::int32_t series = 0; series < thermidor_series_count(); ++series)
    EXPECT_EQ(thermidor_series_value(run.handle, series), 0);
}

TEST(Api, AStepIsAMonth) {
  const Play run;
  const std::int32_t start = thermidor_month(run.handle);
  EXPECT_EQ(start, thermidor_start(shipped_scenario()));
  run.play(2);
  EXPECT_EQ(thermidor_month(run.handle), start + 2);
}

TEST(Api, PlaysTheMonthsThatTheModelPlays) {
  const Play run;
  run.play(3);
  RunSetup setup;
  setup.seed = 7;
  setup.sample = kSample;
  World world = make_world(shipped().params, setup);
  Records records;
  for (int i = 0; i < 3; ++i) advance_month(shipped().params, {}, world, records, SerialExecutor{});
  EXPECT_EQ(run.digest(), digest(world));
  std::vector<double> row;
  observe(world, row);
  ASSERT_EQ(row.size(), static_cast<std::size_t>(thermidor_series_count()));
  for (std::size_t i = 0; i < row.size(); ++i) {
    EXPECT_EQ(thermidor_series_value(run.handle, static_cast<std::int32_t>(i)), row[i])
        << thermidor_series_name(static_cast<std::int32_t>(i));
  }
}

TEST(Api, TheChronicleDecidesOnlyWhereAskedFor) {
  const Play free_run(7, 0);
  const Play recorded(7, shipped().params.scenario.start.index + 12);
  free_run.play(6);
  recorded.play(6);
  EXPECT_NE(free_run.digest(), recorded.digest());
}

TEST(Api, AForkWithoutAnActEqualsItsOriginal) {
  const Play run;
  run.play(3);
  const Play twin(thermidor_fork(run.handle));
  EXPECT_EQ(twin.digest(), run.digest());
  run.play(4);
  EXPECT_NE(twin.digest(), run.digest()) << "a fork must not follow its original";
  twin.play(4);
  EXPECT_EQ(twin.digest(), run.digest());
}

TEST(Api, AnotherSeedIsAnotherRun) {
  const Play one(7), two(8);
  one.play(2);
  two.play(2);
  EXPECT_NE(one.digest(), two.digest());
}

TEST(Api, AHeldLeverStaysWhereItIsHeldAndIsThenReleased) {
  const Play run;
  run.play(1);
  const std::int32_t month = thermidor_month(run.handle);
  ASSERT_EQ(thermidor_hold(run.handle, "closures", 0.875, month, month + 2), 1) << thermidor_error();
  for (int i = 0; i < 3; ++i) {
    run.play(1);
    EXPECT_EQ(run.value("lever.closures"), 0.875);
  }
  ASSERT_EQ(thermidor_hold(run.handle, "gold_sales", 123, month + 3, 0), 1) << thermidor_error();
  run.play(1);
  EXPECT_EQ(run.value("instrument.gold_sales"), 123);
}

TEST(Api, HoldsOnlyTheRunThatIsTold) {
  const Play run;
  run.play(2);
  const Play twin(thermidor_fork(run.handle));
  ASSERT_EQ(thermidor_hold(twin.handle, "private_trade", -1, thermidor_month(twin.handle), 0), 1);
  run.play(2);
  twin.play(2);
  EXPECT_EQ(twin.value("lever.private_trade"), -1);
  EXPECT_NE(run.value("lever.private_trade"), -1);
}

TEST(Api, OfTwoHoldsTheOneThatStartsLaterPrevails) {
  const Play run;
  const std::int32_t month = thermidor_month(run.handle);
  ASSERT_EQ(thermidor_hold(run.handle, "closures", 0.75, month + 1, 0), 1);
  ASSERT_EQ(thermidor_hold(run.handle, "closures", 0.25, month, 0), 1);
  run.play(1);
  EXPECT_EQ(run.value("lever.closures"), 0.25);
  run.play(1);
  EXPECT_EQ(run.value("lever.closures"), 0.75);
}

TEST(Api, RefusesUnknownNamesAndValuesOutOfBounds) {
  const Play run;
  const std::int32_t month = thermidor_month(run.handle);
  EXPECT_EQ(thermidor_hold(run.handle, "clozures", 0.5, month, 0), 0);
  EXPECT_NE(std::string(thermidor_error()).find("clozures"), std::string::npos);
  EXPECT_EQ(thermidor_hold(run.handle, "closures", 1.01, month, 0), 0);
  EXPECT_EQ(thermidor_hold(run.handle, "closures", -0.01, month, 0), 0);
  EXPECT_EQ(thermidor_hold(run.handle, "closures", std::nan(""), month, 0), 0);
  EXPECT_EQ(thermidor_hold(run.handle, "closures", 0.5, month + 1, month), 0);
  const Play untouched;
  run.play(1);
  untouched.play(1);
  EXPECT_EQ(run.digest(), untouched.digest());
}

TEST(Api, ASavedRunContinuesAsIfItHadNotStopped) {
  const Play run;
  run.play(3);
  const std::string bytes = saved(run);
  const Play other(99);
  ASSERT_EQ(restore(other, bytes), 1) << thermidor_error();
  EXPECT_EQ(other.digest(), run.digest());
  EXPECT_EQ(other.value("inflation_month"), run.value("inflation_month"));
  run.play(3);
  other.play(3);
  EXPECT_EQ(other.digest(), run.digest());
}

TEST(Api, RefusesDamagedStatesAndKeepsTheRun) {
  const Play run;
  run.play(1);
  const std::uint64_t before = run.digest();
  std::string flipped = saved(run);
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
  for (const std::string& bytes : {std::string(), std::string("no state"), saved(run).substr(0, 1000), flipped}) {
    EXPECT_EQ(restore(run, bytes), 0);
    EXPECT_STRNE(thermidor_error(), "");
    EXPECT_EQ(run.digest(), before);
  }
}

TEST(Api, RefusesStatesOfAnotherScenario) {
  Pack smaller = shipped();
  smaller.params.farms.demography.birth_rate *= 1.5;
  const std::string bytes = save_pack(smaller);
  ThermidorScenario* const other = load(bytes);
  ASSERT_NE(other, nullptr);
  const Play stranger(thermidor_make(other, 7, kSample, THERMIDOR_OUTSIDE_RECORDED, 0));
  const Play run;
  EXPECT_EQ(restore(run, saved(stranger)), 0);
  EXPECT_STRNE(thermidor_error(), "");
  thermidor_free_scenario(other);
}

TEST(Api, HoldsALeverFromTheMonthAfterItsConditionHolds) {
  const Play run;
  const Play plain;
  const std::int32_t start = thermidor_start(shipped_scenario());
  ASSERT_EQ(thermidor_hold_when(run.handle, "rigour", 0.9, start + 2, 0, "population > 0", THERMIDOR_ONCE), 1)
      << thermidor_error();
  run.play(2);
  plain.play(2);
  EXPECT_EQ(run.digest(), plain.digest());
  run.play(1);
  EXPECT_EQ(run.value("lever.rigour"), 0.9);
}

TEST(Api, DoesNothingWhereAConditionNeverHolds) {
  const Play run;
  const Play plain;
  ASSERT_EQ(thermidor_hold_when(run.handle, "rigour", 0.9, thermidor_start(shipped_scenario()), 0, "population < 0",
                                THERMIDOR_MONTHLY),
            1);
  run.play(6);
  plain.play(6);
  EXPECT_EQ(run.digest(), plain.digest());
}

TEST(Api, RefusesConditionsThatItCannotJudge) {
  const Play run;
  for (const char* when : {"", "populatoin > 0", "population >", "mean(population) > 0", "leads('nobody')"}) {
    EXPECT_EQ(thermidor_hold_when(run.handle, "rigour", 0.9, 1921 * 12 + 5, 0, when, THERMIDOR_ONCE), 0) << when;
    EXPECT_STRNE(thermidor_error(), "") << when;
  }
  EXPECT_EQ(thermidor_hold_when(run.handle, "rigour", 0.9, 1921 * 12 + 5, 0, "population > 0", 3), 0);
}

TEST(Api, NamesItsSeriesOnceAndAnswersForNoneBeyond) {
  std::set<std::string> names;
  for (std::int32_t i = 0; i < thermidor_series_count(); ++i) {
    EXPECT_TRUE(names.insert(thermidor_series_name(i)).second) << thermidor_series_name(i);
    EXPECT_STRNE(thermidor_series_unit(i), "");
  }
  const Play run;
  run.play(1);
  for (const std::int32_t beyond : {-1, thermidor_series_count()}) {
    EXPECT_STREQ(thermidor_series_name(beyond), "");
    EXPECT_STREQ(thermidor_series_unit(beyond), "");
    EXPECT_EQ(thermidor_series_value(run.handle, beyond), 0);
  }
}

}  // namespace
}  // namespace thermidor
