#include "core/quantity.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <type_traits>

#include "core/ids.hpp"

namespace thermidor {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) { a + b; };

TEST(Quantity, IsAnExactInteger) {
  Kilograms barn{9'007'199'254'740'993};  // 2^53 + 1: no double holds it
  barn += Kilograms{1};
  barn -= Kilograms{1};
  EXPECT_EQ(barn.count, 9'007'199'254'740'993);
  EXPECT_EQ(Kopecks{7} - Kopecks{9}, -Kopecks{2});
  EXPECT_EQ(Persons{3} * 4, Persons{12});
  EXPECT_LT(Kopecks{1}, Kopecks{2});
}

TEST(Quantity, DifferentUnitsDoNotMix) {
  EXPECT_TRUE((Addable<Kilograms, Kilograms>));
  EXPECT_FALSE((Addable<Kilograms, Kopecks>));
  EXPECT_FALSE((std::is_convertible_v<Kilograms, Kopecks>));
}

TEST(Quantity, WholeTruncatesTowardsZeroAndGivesZeroForWhatIsNoAmount) {
  EXPECT_EQ(whole(2.999), 2);
  EXPECT_EQ(whole(-2.999), -2);
  EXPECT_EQ(whole(1e19), 0);
  EXPECT_EQ(whole(-1e19), 0);
  EXPECT_EQ(whole(std::numeric_limits<double>::quiet_NaN()), 0);
  EXPECT_EQ(whole(std::numeric_limits<double>::infinity()), 0);
}

TEST(Ids, AreInvalidUntilMade) {
  EXPECT_FALSE(LeaderId{}.valid());
  EXPECT_TRUE(make_id<LeaderId>(0).valid());
  EXPECT_EQ(make_id<RegionId>(12).index(), 12U);
  EXPECT_LT(make_id<PostId>(1), make_id<PostId>(2));
}

TEST(Ids, OfDifferentTablesDoNotMix) { EXPECT_FALSE((std::is_convertible_v<LeaderId, PostId>)); }

}  // namespace
}  // namespace thermidor
