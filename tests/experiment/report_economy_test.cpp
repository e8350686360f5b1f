// The pictures of the economy, from runs of the shipped scenario.
#include "experiment/report_economy.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

const RunRecord& three_years() {
  static const RunRecord record = play(small_setup(), {}, make_month(1924, 7)).record;
  return record;
}

TEST(ReportEconomy, EveryGrainYearAddsUpToTheKilogram) {
  const std::vector<report::GrainYear> years = grain_years(three_years());
  ASSERT_EQ(years.size(), 3U);
  EXPECT_EQ(years[0].july, 1921);
  for (const report::GrainYear& year : years) {
    EXPECT_EQ(year.barns_residual(), 0) << year.july;
    EXPECT_EQ(year.lost_barns + year.lost_state + year.lost_traders, year.lost_all) << year.july;
    EXPECT_GE(year.lost_state, 0) << year.july;
    EXPECT_GE(year.lost_traders, 0) << year.july;
  }
}

TEST(ReportEconomy, AGrainYearAgreesWithThePublishedSeries) {
  const RunRecord& record = three_years();
  const auto value = [&record](const char* series, Month month) {
    return record.value(static_cast<std::size_t>(find_series(series)), record.position(month));
  };
  for (const report::GrainYear& year : grain_years(record)) {
    const Month june = make_month(year.july + 1, 6);
    EXPECT_NEAR(static_cast<double>(year.harvest) / 1e9, value("grain_harvest", june), 1e-9);
    EXPECT_NEAR(static_cast<double>(year.collected()) / 1e9, value("state_grain_collections_total", june), 1e-9);
    EXPECT_NEAR(static_cast<double>(year.state_after) / 1e9, value("state_grain_stock", june), 1e-9);
    EXPECT_NEAR(static_cast<double>(year.barns_after) / 1e9, value("village_grain_stock", june), 1e-9);
  }
}

TEST(ReportEconomy, NoTwoRegionsShareATile) {
  const report::TilePicture picture = tile_picture({&three_years(), nullptr, {}}, shipped_roster());
  ASSERT_EQ(picture.regions.size(), shipped_roster().regions.size());
  std::set<std::pair<int, int>> places;
  for (const report::TileRegion& region : picture.regions) {
    EXPECT_TRUE(places.insert({region.row, region.column}).second) << region.title;
  }
}

TEST(ReportEconomy, RegionsHarvestWhatTheCountryHarvests) {
  const RunRecord& record = three_years();
  std::vector<std::string> ids;
  for (const NamedRow& region : shipped_roster().regions) ids.push_back(region.id);
  const std::vector<std::string> names = detail_names(ids);
  double sum = 0;
  for (std::size_t d = 0; d < names.size(); ++d) {
    if (!names[d].starts_with("region_grain_harvest.")) continue;
    for (Month month = make_month(1922, 7); month < make_month(1923, 7); month = month.next()) {
      sum += record.detail(d, record.position(month));
    }
  }
  EXPECT_EQ(static_cast<std::int64_t>(sum), grain_years(record)[1].harvest);
}

TEST(ReportEconomy, TilesShowThreeQuantitiesOfEveryWholeYear) {
  const report::TilePicture picture = tile_picture({&three_years(), &three_years(), {}}, shipped_roster());
  ASSERT_EQ(picture.series.size(), 3U);
  for (const report::TileSeries& series : picture.series) {
    EXPECT_EQ(series.years, (std::vector<std::string>{"1921/22", "1922/23", "1923/24"})) << series.title;
    ASSERT_EQ(series.baseline.size(), 3U);
    EXPECT_EQ(series.baseline, series.counterfactual);
    for (const double value : series.baseline[0]) EXPECT_TRUE(std::isfinite(value)) << series.title;
  }
}

TEST(ReportEconomy, ARunsBandsHoldItsOwnValues) {
  scenario::Check check;
  check.id = "econ.T";
  check.kind = "band";
  check.low = 1;
  check.high = 2;
  scenario::Check condition;
  condition.id = "H99";
  CheckResult result;
  result.id = "econ.T";
  result.value = 1.5;
  result.held = true;
  const std::vector<report::BandStrip> strips = run_bands({result}, {check, condition});
  ASSERT_EQ(strips.size(), 1U);
  EXPECT_EQ(strips[0].runs, std::vector<double>{1.5});
  EXPECT_EQ(strips[0].block, "Economy");
  EXPECT_EQ(strips[0].held_share, 1.0);
}

TEST(ReportEconomy, AStudysBandsLeaveOutMembersToWhichTheQuestionDoesNotApply) {
  StudyPlan plan;
  plan.bands.resize(1);
  plan.bands[0].kind = "pattern";
  plan.bands[0].high = 2;
  StudyResult result;
  result.members.resize(3);
  result.members[0].bands_baseline = {1, 1.0};
  result.members[0].bands_counterfactual = {0, 3.0};
  result.members[1].bands_baseline = {0, 4.0};
  result.members[1].bands_counterfactual = {2, std::nan("")};
  result.members[2].applicable = false;
  result.members[2].bands_baseline = {1, 9.0};
  const std::vector<report::BandStrip> strips = study_bands(plan, result);
  ASSERT_EQ(strips.size(), 1U);
  EXPECT_EQ(strips[0].runs, (std::vector<double>{1.0, 4.0}));
  EXPECT_EQ(strips[0].counterfactual, std::vector<double>{3.0});
  EXPECT_EQ(strips[0].judged, 2);
  EXPECT_EQ(strips[0].held_share, 0.5);
}

TEST(ReportEconomy, BandsStandBlockByBlock) {
  Scorecard card;
  for (const auto& [kind, id] : {std::pair{"pattern", "H1"}, std::pair{"band", "party.A"}, std::pair{"band", "econ.A"}}) {
    ScoreRow row{};
    row.check.kind = kind;
    row.check.id = id;
    row.check.low = 0;
    row.values = {1, 2, 3};
    row.held = 3;
    card.rows.push_back(row);
  }
  const std::vector<report::BandStrip> strips = card_bands(card);
  ASSERT_EQ(strips.size(), 3U);
  EXPECT_EQ(strips[0].block, "Economy");
  EXPECT_EQ(strips[1].block, "Party");
  EXPECT_EQ(strips[2].block, "Patterns");
  EXPECT_EQ(strips[0].median, 2.0);
}

}  // namespace
}  // namespace thermidor::experiment
