#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <string>

#include "report/economy_charts.hpp"
#include "report/report.hpp"

namespace thermidor::report {
namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

// The numbers that a pattern with one group finds, in order.
std::vector<double> numbers_of(const std::string& text, const std::string& pattern) {
  std::vector<double> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
    found.push_back(std::stod((*at)[1]));
  return found;
}

TilePicture two_regions() {
  return {{{"a", "A <north>", 0, 1}, {"b", "B", 2, 0}},
          {{"Harvest", "kg", "", false, {"1925/26", "1926/27"}, {{100, 900}, {200, 800}}, {{100, 900}, {210, 800}}}}};
}

TEST(TileMaps, DrawEveryRegionOnceAYearAndTheTwinOnlyWhereItDiffers) {
  const std::string maps = tile_maps(two_regions());
  EXPECT_EQ(count(maps, "<figure class=\"tiles\">"), 3U);
  EXPECT_EQ(count(maps, "<title>B: 900</title>"), 1U);
  EXPECT_EQ(count(maps, "<title>B: 800</title>"), 2U);
}

TEST(TileMaps, StandWhereTheRegionsDo) {
  const std::string maps = tile_maps(two_regions());
  EXPECT_EQ(count(maps, "<rect x=\"14\" y=\"0\""), 3U);
  EXPECT_EQ(count(maps, "<rect x=\"0\" y=\"28\""), 3U);
}

TEST(TileMaps, ShadeMoreDarkerAndAlikeInAllYears) {
  const std::string maps = tile_maps(two_regions());
  EXPECT_EQ(count(maps, "fill=\"#e9f1ec\"><title>A &lt;north&gt;: 100"), 1U);
  EXPECT_EQ(count(maps, "fill=\"#17524d\"><title>B: 900"), 1U);
}

TEST(TileMaps, EscapeNames) { EXPECT_EQ(count(tile_maps(two_regions()), "<north>"), 0U); }

Fan ratio_fan() {
  Fan fan;
  fan.series = "scissors_ratio_industrial_to_agricultural";
  fan.title = "scissors";
  for (int i = 0; i < 36; ++i) {
    fan.months.push_back(make_month(1922, 1) + i);
    for (std::vector<double>* q :
         {&fan.baseline.q05, &fan.baseline.q25, &fan.baseline.q50, &fan.baseline.q75, &fan.baseline.q95}) {
      q->push_back(100 + i);
    }
  }
  fan.recorded = {{make_month(1923, 10), 310, {}, {}, "read", "[1]", ""}};
  return fan;
}

ScissorsPicture scissors() {
  ScissorsPicture picture;
  picture.months = ratio_fan().months;
  picture.industry.assign(36, 120);
  picture.farm.assign(36, 90);
  picture.recorded = {{make_month(1923, 10), 89, "recalled", "[1]", "", false}};
  for (const int month : {9, 10, 10, 11})
    picture.acts.push_back({make_month(1923, month), "Cut <x>", "prices", 0.04, "read", "s"});
  picture.acts_note = "None was imposed.";
  return picture;
}

TEST(ScissorsChart, MarksEveryActWithItsNumberInTheList) {
  const Fan ratio = ratio_fan();
  const std::string chart = scissors_chart(scissors(), &ratio, Month{});
  EXPECT_EQ(count(chart, "<g class=\"mark prices\">"), 4U);
  EXPECT_EQ(count(chart, "<li>"), 4U);
  EXPECT_EQ(count(chart, "<x>"), 0U);
}

TEST(ScissorsChart, MarksOfCloseMonthsDoNotCoverEachOther) {
  const Fan ratio = ratio_fan();
  ScissorsPicture picture = scissors();
  picture.acts.pop_back();
  const std::string chart = scissors_chart(picture, &ratio, Month{});
  const std::string mark = "<g class=\"mark prices\"><circle cx=\"([0-9.]+)\"";
  const std::vector<double> xs = numbers_of(chart, mark);
  const std::vector<double> ys = numbers_of(chart, "<g class=\"mark prices\"><circle cx=\"[0-9.]+\" cy=\"([0-9.]+)\"");
  ASSERT_EQ(xs.size(), 3U);
  for (std::size_t a = 0; a < xs.size(); ++a) {
    for (std::size_t b = a + 1; b < xs.size(); ++b) {
      EXPECT_GE(std::hypot(xs[a] - xs[b], ys[a] - ys[b]), 13) << a << " and " << b;
    }
  }
}

TEST(ScissorsChart, DrawsTheRecordInBothPanels) {
  const Fan ratio = ratio_fan();
  const std::string chart = scissors_chart(scissors(), &ratio, Month{});
  EXPECT_EQ(count(chart, "1923-10: 310 (read, [1])"), 1U);
  EXPECT_EQ(count(chart, "<rect class=\"rec open\""), 1U);
}

TEST(ScissorsChart, IsNothingWithoutTheRatio) { EXPECT_TRUE(scissors_chart(scissors(), nullptr, Month{}).empty()); }

TEST(AccumulationChart, StacksBarsToTheSumOfTheirSources) {
  const AccumulationPicture picture{"million roubles a year",
                                    {"peasants", "workers", "given back"},
                                    {"1925/26", "1926/27"},
                                    {{30, 20, -10}, {60, 40, 0}},
                                    {}};
  const std::string chart = accumulation_chart(picture);
  const std::vector<double> heights =
      numbers_of(chart, "<rect x=\"[-0-9.]+\" y=\"[-0-9.]+\" width=\"[0-9.]+\" height=\"([0-9.]+)\"");
  ASSERT_EQ(heights.size(), 6U);
  EXPECT_NEAR(2 * (heights[0] + heights[1]), heights[3] + heights[4], 0.05);
  EXPECT_NEAR(heights[2] * 3, heights[0], 0.05);
  EXPECT_EQ(count(chart, "peasants: 60"), 1U);
}

TEST(AccumulationChart, IsNothingWhereNoSourceIsMeasured) { EXPECT_TRUE(accumulation_chart({}).empty()); }

BandStrip strip() {
  BandStrip strip;
  strip.id = "econ.X";
  strip.title = "harvest <b>";
  strip.block = "Economy";
  strip.use = "validation";
  strip.low = 10;
  strip.high = 20;
  strip.runs = {10, 15, 20, 30};
  strip.median = 17.5;
  strip.held_share = 0.75;
  strip.judged = 4;
  return strip;
}

TEST(BandStrips, DrawATickForEveryRun) {
  const std::string text = band_strips({strip()}, false);
  const std::vector<double> ticks = numbers_of(text, "[M\"]M?([0-9.]+) 6v14");
  ASSERT_EQ(ticks.size(), 4U);
  EXPECT_NEAR(ticks[1] - ticks[0], ticks[2] - ticks[1], 0.15);
}

TEST(BandStrips, ShadeTheBandFromItsLowToItsHighEnd) {
  const std::string text = band_strips({strip()}, false);
  const std::vector<double> left = numbers_of(text, "class=\"within\" x=\"([0-9.]+)\"");
  const std::vector<double> width = numbers_of(text, "class=\"within\" x=\"[0-9.]+\" y=\"5\" width=\"([0-9.]+)\"");
  const std::vector<double> ticks = numbers_of(text, "M([0-9.]+) 6v14");
  ASSERT_EQ(left.size(), 1U);
  EXPECT_NEAR(left[0], ticks[0], 0.15);
  EXPECT_NEAR(left[0] + width[0], ticks[2], 0.15);
}

TEST(BandStrips, SayInHowManyRunsTheBandHolds) {
  EXPECT_EQ(count(band_strips({strip()}, false), ">3 of 4<"), 1U);
  BandStrip none = strip();
  none.held_share.reset();
  none.judged = 0;
  EXPECT_EQ(count(band_strips({none}, false), "not judged"), 1U);
}

TEST(BandStrips, ShowMonthsAsDates) {
  BandStrip months = strip();
  months.gives_month = true;
  months.low = make_month(1923, 7).index;
  months.high = make_month(1923, 12).index;
  months.runs = {static_cast<double>(make_month(1923, 9).index)};
  months.median = months.runs[0];
  const std::string text = band_strips({months}, false);
  EXPECT_EQ(count(text, "1923-07 – 1923-12"), 1U);
  EXPECT_GE(count(text, "1923-09"), 1U);
}

TEST(BandStrips, SetTwinsBelowAndEscapeTitles) {
  BandStrip twins = strip();
  twins.counterfactual = {12, 13};
  const std::string text = band_strips({twins}, true);
  EXPECT_EQ(count(text, "class=\"run alt\""), 1U);
  EXPECT_EQ(count(text, "<b>"), 0U);
}

TEST(ReportPage, HasThePicturesAndLinksThem) {
  ReportInput input;
  input.kind = ReportKind::run;
  input.title = "page";
  input.fans = {ratio_fan()};
  input.economy.scissors = scissors();
  input.economy.tiles = two_regions();
  input.economy.bands = {strip()};
  input.economy.origin = "books of the run with seed 7";
  const std::string page = render_report(input);
  for (const char* id : {"scissors", "regions", "bands"}) {
    EXPECT_EQ(count(page, std::string("<section id=\"") + id + "\">"), 1U) << id;
    EXPECT_EQ(count(page, std::string("<a href=\"#") + id + "\">"), 1U) << id;
  }
  EXPECT_EQ(count(page, "href=\"#grain\""), 0U);
  EXPECT_EQ(count(page, "Simulated: books of the run with seed 7"), 2U);
  for (const char* what : {"http://", "https://", "<script", "@import", "url(", "<img", "<link"})
    EXPECT_EQ(count(page, what), 0U);
}

}  // namespace
}  // namespace thermidor::report
