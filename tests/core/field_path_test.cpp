#include "core/field_path.hpp"

#include <gtest/gtest.h>

namespace thermidor {
namespace {

struct Row {
  std::string id;
  double yield = 0;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "", ""}, self.id);
    visit(Field{"yield", "t/ha", 0.2, 2, "", ""}, self.yield);
  }
};

struct Owner {
  double kink = 0.6;
  std::array<std::int32_t, 2> counts{1, 2};
  std::vector<Row> regions{{"north", 0.5}, {"south", 0.9}};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"kink", "ratio", 0, 1, "", ""}, self.kink);
    visit(Field{"counts", "count", 0, 9, "", ""}, self.counts);
    visit(Field{"regions", "rows", 0, 0, "", ""}, self.regions);
  }
};

TEST(FieldPath, NamesEveryNumberByItsPathWithBounds) {
  const std::vector<NumberField> numbers = list_numbers(Owner{}, "farms");
  ASSERT_EQ(numbers.size(), 5U);
  EXPECT_EQ(numbers[0].path, "farms.kink");
  EXPECT_EQ(numbers[2].path, "farms.counts.1");
  EXPECT_EQ(numbers[4].path, "farms.regions.south.yield");
  EXPECT_EQ(numbers[4].low, 0.2);
  EXPECT_EQ(numbers[4].value, 0.9);
}

TEST(FieldPath, SetsManyNumbersAtOnceAndCountsThem) {
  Owner owner;
  const std::vector<std::string> paths = {"regions.south.yield", "kink", "no.such", "counts.0"};
  const std::vector<double> values = {1.5, 7, 1, 3};
  EXPECT_EQ(set_numbers(owner, paths, values), 2U);
  EXPECT_EQ(owner.regions[1].yield, 1.5);
  EXPECT_EQ(owner.kink, 0.6);  // out of bounds
  EXPECT_EQ(owner.counts[0], 3);
}

TEST(FieldPath, SetsANumberWithinItsBoundsOnly) {
  Owner owner;
  EXPECT_TRUE(set_number(owner, "regions.north.yield", 1.5));
  EXPECT_EQ(owner.regions[0].yield, 1.5);
  EXPECT_FALSE(set_number(owner, "regions.north.yield", 2.5));
  EXPECT_FALSE(set_number(owner, "regions.east.yield", 1));
  EXPECT_EQ(get_number(owner, "regions.north.yield"), 1.5);
  EXPECT_TRUE(set_number(owner, "counts.0", 7));
  EXPECT_EQ(get_number(owner, "counts.0"), 7);
  EXPECT_EQ(get_number(owner, "missing"), std::nullopt);
}

}  // namespace
}  // namespace thermidor
