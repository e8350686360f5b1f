#include "report/extract_charts.hpp"

#include <gtest/gtest.h>

namespace thermidor::report {
namespace {

const char* const kPage =
    "<html><head><style>:root{--paper:#fff} svg .line{stroke:#000}</style></head><body>"
    "<svg viewBox=\"0 0 1 1\" aria-label=\"no figure\"></svg>"
    "<section id=\"country\"><figure class=\"fan\"><figcaption>A</figcaption>"
    "<svg viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"Grain harvest, over time\"><path class=\"line\" d=\"M0 0\"/></svg>"
    "<svg viewBox=\"0 0 9 9\" aria-hidden=\"true\"></svg></figure></section>"
    "<section id=\"party\"><figure><svg viewBox=\"0 0 4 4\" aria-label=\"Seats\"></svg></figure></section></body></html>";

TEST(ExtractCharts, TakesThePicturesOfFiguresInTheOrderOfThePage) {
  const std::vector<ChartFile> charts = extract_charts(kPage);
  ASSERT_EQ(charts.size(), 2U);
  EXPECT_EQ(charts[0].name, "01-country-grain-harvest-over-time.svg");
  EXPECT_EQ(charts[1].name, "02-party-seats.svg");
}

TEST(ExtractCharts, LetsEachPictureStandAlone) {
  const std::string svg = extract_charts(kPage)[0].svg;
  EXPECT_TRUE(svg.starts_with("<?xml"));
  EXPECT_NE(svg.find("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\""), std::string::npos) << svg;
  EXPECT_NE(svg.find("svg .line{stroke:#000}"), std::string::npos);
  EXPECT_NE(svg.find("<path class=\"line\" d=\"M0 0\"/></svg>"), std::string::npos);
}

TEST(ExtractCharts, FindsNothingWhereNothingIs) {
  EXPECT_TRUE(extract_charts("").empty());
  EXPECT_TRUE(extract_charts("<figure><svg aria-label=\"cut off\">").empty());
}

}  // namespace
}  // namespace thermidor::report
