#include "core/parallel.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace thermidor {
namespace {

TEST(SerialExecutor, DoesEveryTaskOnce) {
  std::vector<int> done(17, 0);
  for_each_index(SerialExecutor{}, done.size(), [&done](std::size_t i) { ++done[i]; });
  EXPECT_EQ(done, std::vector<int>(17, 1));
  for_each_index(SerialExecutor{}, 0, [](std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace thermidor
