#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "report/economy_charts.hpp"
#include "report/grain_layout.hpp"

namespace thermidor::report {
namespace {

constexpr std::int64_t kMegatonne = 1000000000;

// A year of peace whose books are true; the odd kilograms show whether anything is rounded away.
GrainYear full_year() {
  GrainYear year;
  year.july = 1925;
  year.harvest = 72 * kMegatonne + 1;
  year.seed = 9 * kMegatonne + 3;
  year.eaten = 26 * kMegatonne;
  year.fed = 14 * kMegatonne;
  year.lost_barns = 2 * kMegatonne;
  year.tax_in_kind = kMegatonne / 2;
  year.requisitioned = kMegatonne / 5;
  year.forced = kMegatonne / 3;
  year.sold_state = 8 * kMegatonne;
  year.sold_private = 5 * kMegatonne;
  year.bread_bought = kMegatonne;
  year.relief = kMegatonne / 4;
  year.seed_aid = kMegatonne / 10;
  year.town_rations = 5 * kMegatonne;
  year.resold = kMegatonne / 3;
  year.seized = kMegatonne / 12;
  year.town_market = 3 * kMegatonne;
  year.army = kMegatonne;
  year.exported = 2 * kMegatonne;
  year.from_abroad = kMegatonne / 7;
  year.lost_state = kMegatonne / 9;
  year.lost_traders = kMegatonne / 11;
  year.barns_before = 20 * kMegatonne;
  year.barns_after = year.barns_before + year.barns_residual();
  year.state_before = 2 * kMegatonne;
  year.state_after = year.state_before;
  year.state_after += year.state_residual();
  year.traders_before = 1 * kMegatonne;
  year.traders_after = year.traders_before;
  year.traders_after += year.traders_residual();
  year.barns_after = year.barns_before;
  year.barns_after += year.barns_residual();
  return year;
}

// Famine: barns are emptied, stocks shrink, relief comes from abroad, villages live on it.
GrainYear hungry_year() {
  GrainYear year = full_year();
  year.harvest = 20 * kMegatonne;
  year.eaten = kMegatonne;
  year.relief = 2 * kMegatonne;
  year.sold_state = 0;
  year.sold_private = kMegatonne / 1000;
  year.seized = 0;
  year.town_market = 0;
  year.bread_bought = kMegatonne;
  year.from_abroad = 2 * kMegatonne;
  year.barns_after = year.barns_before;
  year.barns_after += year.barns_residual();
  year.state_before = 30 * kMegatonne;
  year.state_after = year.state_before;
  year.state_after += year.state_residual();
  year.traders_before = 3 * kMegatonne;
  year.traders_after = year.traders_before;
  year.traders_after += year.traders_residual();
  return year;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

std::int64_t into(const GrainNet& net, const std::string& id) {
  for (const GrainKnot& knot : net.knots) {
    if (knot.id == id) return knot.in;
  }
  return 0;
}

TEST(GrainNet, AKnotGivesWhatItReceives) {
  for (const GrainYear& year : {full_year(), hungry_year()}) {
    ASSERT_EQ(year.barns_residual(), 0);
    ASSERT_EQ(year.state_residual(), 0);
    ASSERT_EQ(year.traders_residual(), 0);
    for (const GrainKnot& knot : grain_net(year).knots) {
      const bool passes = knot.in > 0 && knot.column < 4;
      if (passes) {
        EXPECT_EQ(knot.in, knot.out) << knot.id;
      }
    }
  }
}

TEST(GrainNet, UsesAreThoseOfTheYear) {
  const GrainYear year = full_year();
  const GrainNet net = grain_net(year);
  EXPECT_EQ(into(net, "seed"), year.seed);
  EXPECT_EQ(into(net, "eaten"), year.eaten);
  EXPECT_EQ(into(net, "fed"), year.fed);
  EXPECT_EQ(into(net, "lost"), year.lost_barns + year.lost_state + year.lost_traders);
  EXPECT_EQ(into(net, "town_rations"), year.town_rations);
  EXPECT_EQ(into(net, "town_market"), year.town_market);
  EXPECT_EQ(into(net, "exported"), year.exported);
  EXPECT_EQ(into(net, "army"), year.army);
}

TEST(GrainNet, ReliefThatIsNotEatenGoesIntoBarns) {
  const GrainYear year = hungry_year();
  const GrainNet net = grain_net(year);
  EXPECT_EQ(into(net, "eaten"), year.eaten);
  EXPECT_EQ(into(net, "new_barns"), year.relief + year.bread_bought - year.eaten);
}

TEST(GrainNet, AUseWithoutGrainHasNoKnot) {
  GrainYear year = full_year();
  year.exported = 0;
  for (const GrainKnot& knot : grain_net(year).knots) EXPECT_NE(knot.id, "exported");
}

TEST(GrainLayout, RibbonsAreAsThickAsTheirGrain) {
  const GrainNet net = grain_net(full_year());
  const GrainLayout layout = lay_out_grain(net, 3);
  ASSERT_EQ(layout.bands.size(), net.links.size());
  for (std::size_t l = 0; l < net.links.size(); ++l) {
    EXPECT_NEAR(layout.bands[l].thickness, 3e-9 * static_cast<double>(net.links[l].kilograms), 1e-9);
  }
}

TEST(GrainLayout, RibbonsStayWithinTheirKnots) {
  const GrainNet net = grain_net(full_year());
  const GrainLayout layout = lay_out_grain(net, 3);
  for (std::size_t l = 0; l < net.links.size(); ++l) {
    const KnotBox& from = layout.boxes[net.links[l].from];
    const KnotBox& to = layout.boxes[net.links[l].to];
    const LinkBand& band = layout.bands[l];
    EXPECT_GE(band.y_from, from.y - 1e-9);
    EXPECT_LE(band.y_from + band.thickness, from.y + from.height + 1e-6);
    EXPECT_GE(band.y_to, to.y - 1e-9);
    EXPECT_LE(band.y_to + band.thickness, to.y + to.height + 1e-6);
  }
}

struct TextBox {
  double left, right, top, bottom;
  std::string text;
};

// As wide as the widest sans serif in use draws them at 11 units.
std::vector<TextBox> text_boxes(const GrainLayout& layout) {
  std::vector<TextBox> boxes;
  for (const KnotLabel& label : layout.labels) {
    for (std::size_t line = 0; line < label.lines.size(); ++line) {
      const double width = 6.3 * static_cast<double>(label.lines[line].size());
      const double left = label.centred ? label.x - width / 2 : label.x;
      const double foot = label.y + 12.5 * static_cast<double>(line);
      boxes.push_back({left, left + width, foot - 9, foot + 2, label.lines[line]});
    }
  }
  return boxes;
}

TEST(GrainLayout, LabelsDoNotOverlapAndStayInThePicture) {
  for (const GrainYear& year : {full_year(), hungry_year()}) {
    const GrainLayout layout = lay_out_grain(grain_net(year), 250.0 / 95);
    const std::vector<TextBox> boxes = text_boxes(layout);
    for (std::size_t a = 0; a < boxes.size(); ++a) {
      EXPECT_LE(boxes[a].right, layout.width + 4) << boxes[a].text;
      EXPECT_LE(boxes[a].bottom, layout.height + 2) << boxes[a].text;
      for (std::size_t b = a + 1; b < boxes.size(); ++b) {
        const bool across = boxes[a].left < boxes[b].right && boxes[b].left < boxes[a].right;
        const bool down = boxes[a].top < boxes[b].bottom && boxes[b].top < boxes[a].bottom;
        EXPECT_FALSE(across && down) << boxes[a].text << " / " << boxes[b].text;
      }
    }
  }
}

TEST(GrainChart, SaysTheAmountsOfTheData) {
  const std::string chart = grain_chart({{full_year()}, {}, 0});
  EXPECT_EQ(count(chart, ">Exports 2.0<"), 1U);
  EXPECT_EQ(count(chart, "Barns to Animals: 14.000 million tonnes"), 1U);
  EXPECT_EQ(count(chart, ">1925/26</label>"), 1U);
}

TEST(GrainChart, OpensTheYearAskedForAndNeedsNoScript) {
  GrainYear next = full_year();
  next.july = 1926;
  const std::string chart = grain_chart({{full_year(), next}, {}, 1});
  EXPECT_EQ(count(chart, " checked"), 1U);
  EXPECT_EQ(count(chart, "id=\"grain1\" checked"), 1U);
  EXPECT_EQ(count(chart, "<script"), 0U);
}

TEST(GrainChart, SetsTheTwinBesideTheBaseline) {
  const std::string chart = grain_chart({{full_year()}, {hungry_year()}, 0});
  EXPECT_EQ(count(chart, "<figure class=\"flow\">"), 2U);
  EXPECT_LT(chart.find("Baseline, July"), chart.find("Counterfactual, July"));
}

TEST(GrainChart, DrawsRecordedHarvestsOpenUnlessReadAndEscapesTheirSources) {
  GrainYear year = full_year();
  year.recorded = {{"harvest", 72.5, "million tonnes", "1925", "recalled", "<a>"},
                   {"harvest", 74.0, "million tonnes", "1925", "read", "[2]"}};
  const std::string chart = grain_chart({{year}, {}, 0});
  EXPECT_EQ(count(chart, "class=\"rec open\""), 1U);
  EXPECT_EQ(count(chart, "<circle class=\"rec\""), 1U);
  EXPECT_EQ(count(chart, "(recalled, &lt;a&gt;)"), 1U);
}

TEST(GrainChart, IsNothingWithoutAYear) { EXPECT_TRUE(grain_chart({}).empty()); }

}  // namespace
}  // namespace thermidor::report
