#include "society/outside.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/digest.hpp"
#include "recorded_weather.hpp"

namespace thermidor::society {
namespace {

constexpr std::array<std::uint16_t, 9> kZones = {0, 1, 2, 3, 4, 5, 6, 2, 0};

OutsideTask task_of(OutsideMode mode) {
  OutsideTask task;
  task.mode = mode;
  task.zone_of_region = kZones;
  return task;
}

OutsideEventRow event_of(Month date, const char* kind, double severity, double value = 0, int months = 0) {
  OutsideEventRow row;
  row.date = date;
  row.kind = kind;
  row.severity = severity;
  row.value = value;
  row.months = months;
  return row;
}

TEST(OutsideFields, AreComplete) {
  EXPECT_TRUE(fields_complete<WeatherZoneRow>());
  EXPECT_TRUE(fields_complete<WeatherRow>());
  EXPECT_TRUE(fields_complete<OutsideEventRow>());
  EXPECT_TRUE(fields_complete<HealthHazards>());
  EXPECT_TRUE(fields_complete<AbroadHazards>());
  EXPECT_TRUE(fields_complete<WorldMarket>());
  EXPECT_TRUE(fields_complete<OutsideParams>());
  EXPECT_TRUE(fields_complete<HazardSwitches>());
  EXPECT_TRUE(fields_complete<Outside>());
}

TEST(RecordedWeather, IsTheRecordInEveryHarvestYear) {
  const OutsideParams params = recorded_params();
  Outside outside;
  OutsideSignal signal;
  const OutsideTask task = task_of(OutsideMode::recorded);
  for (Month month = make_month(1921, 3); month <= make_month(1929, 12); month = month.next()) {
    watch_outside(params, task, 5, month, outside, signal);
    const int year = month.month() >= 7 ? month.year() : month.year() - 1;
    if (year < 1921) continue;
    for (std::size_t region = 0; region < kZones.size(); ++region) {
      ASSERT_DOUBLE_EQ(signal.weather[region], kRecordedYields[static_cast<std::size_t>(year - 1921)][kZones[region]]);
    }
  }
}

TEST(DrawnWeather, KeepsTheRecordsMeanSpreadAndCorrelation) {
  const OutsideParams params = recorded_params();
  constexpr int kYears = 20000;
  constexpr std::size_t kCount = 7;
  std::array<double, kCount> sum{};
  std::array<std::array<double, kCount>, kCount> product{};
  for (int year = 0; year < kYears; ++year) {
    const std::vector<double> yields = draw_yields(params, static_cast<std::uint64_t>(year), 1925);
    for (std::size_t z = 0; z < kCount; ++z) {
      sum[z] += yields[z];
      for (std::size_t y = 0; y < kCount; ++y) product[z][y] += yields[z] * yields[y];
    }
  }
  const auto cov = [&](std::size_t a, std::size_t b) { return product[a][b] / kYears - sum[a] / kYears * sum[b] / kYears; };
  double gaps = 0;
  for (std::size_t z = 0; z < kCount; ++z) {
    const WeatherZoneRow& zone = params.weather_zones[z];
    double mean = 0, square = 0;
    for (const auto& row : kRecordedYields) mean += row[z] / 9, square += row[z] * row[z];
    const double sd = std::sqrt((square - 9 * mean * mean) / 8);
    EXPECT_NEAR(sum[z] / kYears, mean, 0.006) << zone.id;
    EXPECT_NEAR(std::sqrt(cov(z, z)), sd, 0.03 * sd + 0.004) << zone.id;
    for (std::size_t y = 0; y < z; ++y) {
      double both = 0, mean_y = 0, square_y = 0;
      for (const auto& row : kRecordedYields) both += row[z] * row[y], mean_y += row[y] / 9, square_y += row[y] * row[y];
      const double sd_y = std::sqrt((square_y - 9 * mean_y * mean_y) / 8);
      const double recorded = (both - 9 * mean * mean_y) / 8 / (sd * sd_y);
      const double drawn = cov(z, y) / std::sqrt(cov(z, z) * cov(y, y));
      EXPECT_NEAR(drawn, recorded, 0.28) << zone.id << " " << params.weather_zones[y].id;
      gaps += (drawn - recorded) * (drawn - recorded);
    }
  }
  EXPECT_LT(std::sqrt(gaps / 21), 0.1);
}

TEST(DrawnWeather, HasRareDeepDroughtsMoreOftenThanBumperCrops) {
  const OutsideParams params = recorded_params();
  int deep = 0, high = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const double score = (draw_yields(params, seed, 1923)[2] - params.weather_zones[2].mean) / params.weather_zones[2].sd;
    deep += score < -2.2;
    high += score > 2.2;
  }
  EXPECT_GT(deep, 2 * high);
  EXPECT_GT(deep, 40);
}

TEST(DrawnWeather, DoesNotDependOnTheOrderOfZonesOrTheMonthOfAsking) {
  OutsideParams params = recorded_params();
  const std::vector<double> straight = draw_yields(params, 3, 1924);
  std::swap(params.weather_zones[0], params.weather_zones[6]);
  const std::vector<double> turned = draw_yields(params, 3, 1924);
  EXPECT_EQ(straight[0], turned[6]);
  EXPECT_EQ(straight[6], turned[0]);
}

TEST(WeatherHazard, SwitchedOffGivesOrdinaryYears) {
  const OutsideParams params = recorded_params();
  OutsideTask task = task_of(OutsideMode::recorded);
  task.hazards.weather = 0;
  Outside outside;
  OutsideSignal signal;
  watch_outside(params, task, 1, make_month(1921, 7), outside, signal);
  EXPECT_DOUBLE_EQ(signal.weather[2], params.weather_zones[2].mean);
}

TEST(RecordedEvents, HappenInTheirMonthUnlessSwitchedOff) {
  OutsideParams params = recorded_params();
  OutsideEventRow stroke = event_of(make_month(1922, 5), "stroke", 0.9, 0, 5);
  stroke.leader = LeaderId{0};
  params.outside_events = {stroke, event_of(make_month(1922, 5), "scare", 0.7),
                           event_of(make_month(1922, 5), "isolation", 0, -0.1)};
  Outside outside;
  OutsideSignal signal;
  OutsideTask task = task_of(OutsideMode::recorded);
  watch_outside(params, task, 1, make_month(1922, 4), outside, signal);
  EXPECT_TRUE(signal.health.empty());
  watch_outside(params, task, 1, make_month(1922, 5), outside, signal);
  ASSERT_EQ(signal.health.size(), 1U);
  EXPECT_EQ(signal.health[0].kind, HealthKind::stroke);
  EXPECT_EQ(outside.strokes[0], 1);
  EXPECT_DOUBLE_EQ(signal.war_scare, 0.7);
  EXPECT_DOUBLE_EQ(signal.isolation_shock, -0.1);
  watch_outside(params, task, 1, make_month(1922, 6), outside, signal);
  EXPECT_LT(signal.war_scare, 0.7);
  EXPECT_DOUBLE_EQ(signal.isolation_shock, 0);

  task.hazards.health_of = {0};
  watch_outside(params, task, 1, make_month(1922, 5), outside, signal);
  EXPECT_TRUE(signal.health.empty());
}

TEST(RevolutionAbroad, FailsAsRecordedUnlessPolicyAddsToItsChance) {
  OutsideParams params = recorded_params();
  OutsideTask task = task_of(OutsideMode::recorded);
  const double chance = success_chance(params.abroad, task, 0.7);
  params.outside_events = {event_of(make_month(1923, 8), "window", 0.7, chance, 2)};
  const auto successes = [&](const OutsideTask& with) {
    int count = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
      Outside outside;
      OutsideSignal signal;
      double defeat = 0;
      for (Month month = make_month(1923, 7); month <= make_month(1923, 12); month = month.next()) {
        watch_outside(params, with, seed, month, outside, signal);
        defeat += signal.foreign_defeat;
      }
      EXPECT_NE(defeat > 0, outside.revolution_success > 0);
      count += outside.revolution_success > 0;
    }
    return count;
  };
  EXPECT_EQ(successes(task), 0);
  task.leadership = 1;
  task.world_revolution = 1;
  task.cooperation = 0.5;
  EXPECT_GT(successes(task), 50);
}

TEST(DrawnHealth, GrowsWithAgeAndFrailtyAndSparesTheDead) {
  const HealthHazards hazards;
  std::vector<PersonHealth> people(3);
  for (std::size_t i = 0; i < people.size(); ++i) people[i].leader = make_id<LeaderId>(i);
  people[0].born = 1890, people[0].frailty = 0.2;
  people[1].born = 1870, people[1].frailty = 0.9;
  people[2] = people[1];
  people[2].leader = make_id<LeaderId>(2);
  people[2].alive = false;
  std::array<int, 3> strokes{}, deaths{};
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Outside outside;
    OutsideSignal signal;
    OutsideTask task = task_of(OutsideMode::drawn);
    std::vector<PersonHealth> living = people;
    task.people = living;
    for (std::size_t i = 0; i < living.size(); ++i) living[i].key = 17 + i;
    for (Month month = make_month(1921, 3); month <= make_month(1929, 12); month = month.next()) {
      signal = {};
      draw_health(hazards, task, seed, month, outside, signal);
      for (const HealthEvent& event : signal.health) {
        if (event.kind == HealthKind::stroke) ++strokes[event.leader.index()];
        if (event.kind != HealthKind::death) continue;
        ++deaths[event.leader.index()];
        living[event.leader.index()].alive = false;
      }
    }
  }
  EXPECT_LT(strokes[0], 10);
  EXPECT_GT(strokes[1], 400);
  EXPECT_EQ(strokes[2], 0);
  EXPECT_GT(deaths[1], 250);
  EXPECT_LT(deaths[0], 60);
  EXPECT_EQ(deaths[2], 0);
}

TEST(DrawnOutside, IsTheSameForTheSameSeedAndStaysInBounds) {
  const OutsideParams params = recorded_params();
  OutsideTask task = task_of(OutsideMode::drawn);
  const auto run = [&](std::uint64_t seed) {
    Digest digest;
    Outside outside;
    OutsideSignal signal;
    for (Month month = make_month(1921, 3); month <= make_month(1929, 12); month = month.next()) {
      watch_outside(params, task, seed, month, outside, signal);
      EXPECT_TRUE(signal.war_scare >= 0 && signal.war_scare <= 1);
      EXPECT_TRUE(signal.world_grain_price > 0.2 && signal.world_grain_price < 5);
      EXPECT_TRUE(signal.foreign_credit >= 0);
      digest_value(digest, signal);
    }
    return digest.value();
  };
  EXPECT_EQ(run(9), run(9));
  EXPECT_NE(run(9), run(10));
}

}  // namespace
}  // namespace thermidor::society
