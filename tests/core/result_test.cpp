#include "core/result.hpp"

#include <gtest/gtest.h>

#include "core/fault.hpp"

namespace thermidor {
namespace {

TEST(Diagnostic, IsOneLineWithPlaceExpectationAndSuggestion) {
  const Diagnostic full{"a.toml", 3, 11, "unknown key 'kinc'", "a field of [sowing]", "kink", Severity::error};
  EXPECT_EQ(format_diagnostic(full),
            "a.toml:3:11: error: unknown key 'kinc'; expected a field of [sowing]; did you mean kink?");
}

TEST(Diagnostic, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(format_diagnostic({"a.toml", 3, 0, "bad", "", "", Severity::warning}), "a.toml:3: warning: bad");
  EXPECT_EQ(format_diagnostic({"a.toml", 0, 4, "bad", "", "", Severity::error}), "a.toml: error: bad");
  EXPECT_EQ(format_diagnostic({"", 0, 0, "bad", "better", "", Severity::error}), "error: bad; expected better");
}

TEST(Diagnostics, AreSortedByPlaceWhateverTheOrderOfChecking) {
  Diagnostics diagnostics = {{"b", 1, 1, "x"}, {"a", 2, 1, "x"}, {"a", 1, 9, "x"}, {"a", 1, 2, "y"}, {"a", 1, 2, "x"}};
  sort_diagnostics(diagnostics);
  std::string order;
  for (const Diagnostic& d : diagnostics) order += d.file + std::to_string(d.line) + std::to_string(d.column) + d.message + " ";
  EXPECT_EQ(order, "a12x a12y a19x a21x b11x ");
}

TEST(Result, HoldsAValueOrErrors) {
  const Result<int> good = 5;
  ASSERT_TRUE(good);
  EXPECT_EQ(good.value(), 5);
  const Result<int> bad = Diagnostic{"a", 1, 1, "no"};
  EXPECT_FALSE(bad);
  EXPECT_TRUE(has_errors(bad.diagnostics()));
  const Result<int> warned(5, {{"a", 1, 1, "hm", "", "", Severity::warning}});
  EXPECT_TRUE(warned);
  EXPECT_FALSE(has_errors(warned.diagnostics()));
}

TEST(NearestName, FindsTypingErrors) {
  const std::vector<std::string> names = {"normal_yield", "sown_area", "price", "prices"};
  EXPECT_EQ(nearest_name("normal_yeild", names), "normal_yield");
  EXPECT_EQ(nearest_name("sownarea", names), "sown_area");
  EXPECT_EQ(nearest_name("pirce", names), "price");
  EXPECT_EQ(nearest_name("price", names), "price");
}

TEST(NearestName, DoesNotGuessWildly) {
  EXPECT_EQ(nearest_name("tractor", {"price", "sown_area"}), "");
  EXPECT_EQ(nearest_name("ab", {"xy"}), "");
  EXPECT_EQ(nearest_name("abc", {"abd"}), "abd");
  EXPECT_EQ(nearest_name("x", {}), "");
}

TEST(NearestName, KnowsANameByAPartOfIt) {
  EXPECT_EQ(nearest_name("hunger", {"town_hunger_deaths", "village_hunger", "weather"}), "village_hunger");
  EXPECT_EQ(nearest_name("hun", {"village_hunger"}), "");
  EXPECT_EQ(nearest_name("hungr", {"town_hunger_deaths", "village_hunger", "weather"}), "village_hunger");
}

TEST(NearestName, PrefersTheFirstInTheAlphabetAmongEquals) {
  EXPECT_EQ(nearest_name("bat", {"rat", "cat"}), "cat");
  EXPECT_EQ(nearest_name("bat", {"cat", "rat"}), "cat");
}

TEST(Fault, RemembersTheFirstOnly) {
  Fault fault;
  EXPECT_FALSE(fault.raised());
  EXPECT_TRUE(fault.require(true, make_month(1921, 3), "farms", "grain below zero"));
  EXPECT_FALSE(fault.raised());
  EXPECT_FALSE(fault.require(false, make_month(1921, 3), "farms", "grain below zero"));
  fault.raise(make_month(1922, 1), "bank", "cash below zero");
  EXPECT_EQ(fault.message(), "1921-03: farms: grain below zero");
}

}  // namespace
}  // namespace thermidor
