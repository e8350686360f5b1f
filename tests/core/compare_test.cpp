#include "core/compare.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "core/sample.hpp"

namespace thermidor {
namespace {

template <class Change>
std::string difference_after(Change change) {
  const SampleWorld before;
  SampleWorld after;
  change(after);
  return first_difference(before, after);
}

TEST(FirstDifference, IsEmptyForEqualValues) {
  EXPECT_EQ(difference_after([](SampleWorld&) {}), "");
  EXPECT_EQ(first_difference(SampleWorld{}, SampleWorld{}), "");
}

TEST(FirstDifference, NamesThePathAndBothValues) {
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.trusts[1].cash = Kopecks{6}; }), "economy.trusts[1].cash: -6 vs 6");
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.levers[2] = 3.5; }), "economy.levers[2]: 3 vs 3.5");
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.flows[2][0] = 4; }), "economy.flows[2][0]: 3 vs 4");
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.trusts[0].name = "x"; }),
            "economy.trusts[0].name: \"one\" vs \"x\"");
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.month = make_month(1921, 4); }),
            "economy.month: 1921-03 vs 1921-04");
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.colour = Colour::white; }), "economy.colour: 2 vs 1");
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.region = RegionId{4}; }), "economy.region: 3 vs 4");
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.flags[0] = false; }), "economy.flags[0]: 1 vs 0");
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.step = 5; }), "step: 4 vs 5");
}

TEST(FirstDifference, IsTheFirstInOrderOfDeclaration) {
  EXPECT_EQ(difference_after([](SampleWorld& w) {
              w.economy.title = "x";
              w.economy.balance = 8;
            }),
            "economy.balance: -7 vs 8");
}

TEST(FirstDifference, NamesDifferentSizes) {
  EXPECT_EQ(difference_after([](SampleWorld& w) { w.economy.trusts.pop_back(); }), "economy.trusts.size: 2 vs 1");
}

TEST(FirstDifference, ComparesRealNumbersByTheirBits) {
  SampleWorld a;
  SampleWorld b;
  a.economy.price = b.economy.price = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(first_difference(a, b), "");
  a.economy.price = 0.0;
  b.economy.price = -0.0;
  EXPECT_EQ(first_difference(a, b), "economy.price: 0 vs -0");
}

}  // namespace
}  // namespace thermidor
