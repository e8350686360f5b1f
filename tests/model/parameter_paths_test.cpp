#include "model/parameter_paths.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/digest.hpp"
#include "model/shipped.hpp"

namespace thermidor {
namespace {

// Every so-manieth of the shipped scenario's numbers.
std::vector<NumberField> some_numbers() {
  const std::vector<NumberField> all = list_numbers(shipped().params);
  std::vector<NumberField> some;
  for (std::size_t i = 0; i < all.size(); i += 97) some.push_back(all[i]);
  return some;
}

TEST(ParameterPaths, FindEveryNumberThatIsListed) {
  EXPECT_GT(list_numbers(shipped().params).size(), 5000U);
  for (const NumberField& field : some_numbers()) {
    EXPECT_EQ(get_number(shipped().params, field.path), field.value) << field.path;
  }
}

TEST(ParameterPaths, SetOneNumberAndNothingElse) {
  const std::uint64_t before = digest_of(shipped().params);
  Params params = shipped().params;
  std::size_t tried = 0;
  for (const NumberField& field : some_numbers()) {
    const double other = field.value == field.low ? field.high : field.low;
    if (field.value < field.low || field.value > field.high || other == field.value) continue;
    ASSERT_TRUE(set_number(params, field.path, other)) << field.path;
    EXPECT_EQ(get_number(params, field.path), other) << field.path;
    EXPECT_NE(digest_of(params), before) << field.path;
    ASSERT_TRUE(set_number(params, field.path, field.value)) << field.path;
    EXPECT_EQ(digest_of(params), before) << field.path;
    ++tried;
  }
  EXPECT_GT(tried, 40U);
}

TEST(ParameterPaths, RefuseWhatIsNotThereOrOutOfBounds) {
  Params params = shipped().params;
  EXPECT_FALSE(set_number(params, "economy.no_such_number", 1));
  EXPECT_FALSE(set_number(params, "farms.sale.keep", -1e9));
  EXPECT_FALSE(get_number(params, "economy").has_value());
  EXPECT_EQ(digest_of(params), digest_of(shipped().params));
}

}  // namespace
}  // namespace thermidor
