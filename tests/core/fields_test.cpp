#include "core/fields.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "core/sample.hpp"

namespace thermidor {
namespace {

// Its list leaves out `second`.
struct Forgetful {
  double first = 0;
  std::vector<double> second;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"first", "1"}, self.first);
  }
};

struct Bare {
  double first = 0;
};

TEST(Fields, AForgottenMemberIsFound) {
  EXPECT_EQ(count_fields<Forgetful>(), 1U);
  EXPECT_FALSE(fields_complete<Forgetful>());
}

TEST(Fields, ACompleteListIsComplete) {
  EXPECT_EQ(count_fields<Sample>(), 14U);
  EXPECT_TRUE(fields_complete<Sample>());
  EXPECT_TRUE(fields_complete<SampleWorld>());
  EXPECT_TRUE(fields_complete<Trust>());
}

TEST(Fields, StructsWithoutAListAreNotTaken) {
  EXPECT_TRUE(HasFields<Sample>);
  EXPECT_FALSE(HasFields<Bare>);
  EXPECT_FALSE(HasFields<Kilograms>);
  EXPECT_FALSE(HasFields<std::string>);
}

TEST(Fields, VisitorsMayChangeTheMembers) {
  Trust trust;
  Trust::visit_fields(trust, []<class M>(const Field&, M& member) {
    if constexpr (std::is_same_v<M, Kopecks>) member.count = 9;
  });
  EXPECT_EQ(trust.cash, Kopecks{9});
}

}  // namespace
}  // namespace thermidor
