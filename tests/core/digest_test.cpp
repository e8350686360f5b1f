#include "core/digest.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <string>

#include "core/digest_probe.hpp"
#include "core/sample.hpp"

namespace thermidor {
namespace {

template <class Change>
std::uint64_t digest_after(Change change) {
  Sample sample;
  change(sample);
  return digest_of(sample);
}

TEST(Digest, EveryFieldCounts) {
  const std::uint64_t before = digest_of(Sample{});
  EXPECT_EQ(digest_of(Sample{}), before);
  EXPECT_NE(digest_after([](Sample& s) { s.price += 1e-15; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.share = 0.5F; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.open = false; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.colour = Colour::red; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.grain += Kilograms{1}; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.region = RegionId{}; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.month = s.month.next(); }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.title += "x"; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.levers[2] = 0; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.trusts[1].cash = Kopecks{0}; }), before);
  EXPECT_NE(digest_after([](Sample& s) { s.flags[1] = true; }), before);
}

TEST(Digest, SeesWhereAnElementStands) {
  EXPECT_NE(digest_after([](Sample& s) { s.flows = {{1, 2, 3}, {}, {}}; }), digest_of(Sample{}));
  EXPECT_NE(digest_after([](Sample& s) { std::swap(s.trusts[0], s.trusts[1]); }), digest_of(Sample{}));
}

TEST(Digest, TellsZeroFromMinusZero) {
  EXPECT_NE(digest_after([](Sample& s) { s.price = 0.0; }), digest_after([](Sample& s) { s.price = -0.0; }));
}

TEST(Digest, IsWrittenAsSixteenHexadecimalDigits) {
  EXPECT_EQ(format_digest(0), "0000000000000000");
  EXPECT_EQ(format_digest(0xFEDCBA9876543210ULL), "fedcba9876543210");
}

// The number that every compiler, level and platform must find; the WebAssembly build checks the same file.
TEST(Digest, OfTheWholeCoreIsTheExpectedOne) {
  std::ifstream file(std::string(THERMIDOR_SOURCE_DIR) + "/tests/golden/core_digest.txt");
  std::string expected;
  file >> expected;
  EXPECT_EQ(format_digest(probe_core()), expected)
      << "the core's numbers changed: if this is meant, say so in the commit (Results: ...) and in CHANGELOG.md";
}

}  // namespace
}  // namespace thermidor
