// The simulated party's own functions against the tables of the study: ballots under fear, elections upward, purges.
#include <gtest/gtest.h>

#include <cmath>

#include "party/debate.hpp"
#include "party/purge.hpp"
#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

using party::majority_share;
using party::slate_tier;
using party::voiced_share;

double tolerance_of(const OracleTable& table, std::size_t row) { return leading_number(table.text(row, "tolerance")); }

TEST(PartyTiers, BallotsUnderFearAreThoseOfTheTable) {
  OracleTable table("politest_ballot.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const double tolerance = tolerance_of(table, row);
    const std::string& kind = table.text(row, "case");
    const std::vector<double> in = numbers_in(table.text(row, "input"), "(");
    const std::vector<double> expected = numbers_in(table.text(row, "result"));
    table.mark(row, "simulation");
    if (kind == "no_share") {
      // A fixed cost of dissent lowers the mean; nothing is left that depends on others.
      EXPECT_NEAR(voiced_share(in.at(0) - in.at(2), in.at(1), 0, 0), expected.at(0), tolerance) << table.place(row);
    } else if (kind == "majority_tail") {
      const std::vector<double> draw = numbers_in(table.text(row, "input"), "Bin(");
      EXPECT_NEAR(majority_share(draw.at(1), static_cast<int>(draw.at(0)), 0), expected.at(0), tolerance) << table.place(row);
    } else {
      ASSERT_EQ(expected.size(), 3U) << table.place(row);
      const double phi = numbers_in(table.text(row, "input"), "phi=").at(0);
      EXPECT_NEAR(voiced_share(in.at(0), in.at(1), phi, 0), expected[0], tolerance) << table.place(row);
      EXPECT_NEAR(voiced_share(in.at(0), in.at(1), phi, 1), expected[1], tolerance) << table.place(row);
      EXPECT_NEAR(voiced_share(in.at(0), in.at(1), 0, 0), expected[2], tolerance) << table.place(row);
    }
  }
  table.expect_every_row_accounted();
}

TEST(PartyTiers, MajoritiesOfGroupsFollowThePublishedIterates) {
  OracleTable table("politest_galam_iterates.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const int size = std::stoi(table.text(row, "group_size_r"));
    const double tie = std::stod(table.text(row, "tie_to_opposition_k"));
    double share = std::stod(table.text(row, "p0"));
    for (const double expected : ratios_of(table.text(row, "opposition_share_by_level"), ';')) {
      EXPECT_NEAR(share, expected, tolerance_of(table, row)) << table.place(row);
      share = majority_share(share, size, tie);
    }
    table.mark(row, "simulation");
  }
  table.expect_every_row_accounted();
}

// Points between 0 and 1 that a tier leaves as they are, by halving between changes of sign; 1 if it stays.
template <class Tier>
std::vector<double> fixed_points(Tier&& tier) {
  constexpr int kSteps = 2001;
  std::vector<double> points;
  const auto rise = [&](double share) { return tier(share) - share; };
  for (int i = 1; i < kSteps; ++i) {
    double low = static_cast<double>(i) / kSteps - 1e-4, high = static_cast<double>(i + 1) / kSteps - 1e-4;
    if ((rise(low) > 0) == (rise(high) > 0)) continue;
    const bool falls = rise(low) > 0;
    for (int round = 0; round < 60; ++round) {
      const double middle = 0.5 * (low + high);
      ((rise(middle) > 0) == falls ? low : high) = middle;
    }
    points.push_back(0.5 * (low + high));
  }
  if (tier(1.0) == 1.0) points.push_back(1.0);
  return points;
}

TEST(PartyTiers, CriticalSharesAndSlopesAreThoseOfTheTable) {
  OracleTable table("politest_galam_thresholds.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const int size = std::stoi(table.text(row, "group_size_r"));
    const double tie = std::stod(table.text(row, "prob_tie_goes_to_opposition_k"));
    const std::string& critical = table.text(row, "critical_opposition_share_pc");
    const auto tier = [&](double share) { return majority_share(share, size, tie); };
    table.mark(row, "simulation");
    if (begins(critical, "none") || begins(critical, "identity")) {
      for (double share = 0.05; share < 1; share += 0.05) {
        const double rise = tier(share) - share;
        const bool holds = begins(critical, "identity")             ? rise < 1e-12 && rise > -1e-12
                           : begins(critical, "none: any p<1 dies") ? rise < 0
                                                                    : begins(critical, "none: any p>0 wins") && rise > 0;
        EXPECT_TRUE(holds) << table.place(row) << " at " << share;
      }
      continue;
    }
    const std::vector<double> points = fixed_points(tier);
    ASSERT_EQ(points.size(), 2U) << table.place(row);
    EXPECT_NEAR(points[0], leading_number(critical), tolerance_of(table, row)) << table.place(row);
    // A central difference; the table gives six places.
    const double slope = (tier(points[0] + 1e-5) - tier(points[0] - 1e-5)) / 2e-5;
    EXPECT_NEAR(slope, leading_number(table.text(row, "slope_lambda_at_pc")), 1e-6) << table.place(row);
  }
  table.expect_every_row_accounted();
}

TEST(PartyTiers, SlatesLeaveTheFixedPointsOfTheTableAndNoOthers) {
  OracleTable table("politest_slate_recursion.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const int size = std::stoi(table.text(row, "group_size_r"));
    const double tie = std::stod(table.text(row, "tie_to_opposition_k"));
    const double slate = std::stod(table.text(row, "slate_imposition_prob_s"));
    const std::string& listed = table.text(row, "nonzero_fixed_points_of_p_next_eq_(1-s)P_r(p)");
    const std::vector<double> found = fixed_points([&](double share) { return slate_tier(share, size, tie, slate); });
    const std::vector<double> expected = listed == "none" ? std::vector<double>{} : ratios_of(listed, ';');
    table.mark(row, "simulation");
    ASSERT_EQ(found.size(), expected.size()) << table.place(row);
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_NEAR(found[i], expected[i], tolerance_of(table, row)) << table.place(row);
    }
  }
  table.expect_every_row_accounted();
}

TEST(PartyTiers, MajorityAloneAndSlatesExplainTheTiersOf1924AsTheTableSays) {
  OracleTable table("politest_tier_attenuation_1924.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const double below = std::stod(table.text(row, "share_below"));
    const double above = std::stod(table.text(row, "share_above_observed"));
    const int size = std::stoi(table.text(row, "group_size_r"));
    const double slate = std::stod(table.text(row, "implied_slate_share_s_(1-observed/prediction)"));
    const double tolerance = tolerance_of(table, row);
    table.mark(row, "simulation");
    EXPECT_NEAR(majority_share(below, size, 0), std::stod(table.text(row, "majority_only_prediction")), tolerance)
        << table.place(row);
    EXPECT_NEAR(slate_tier(below, size, 0, slate), above, tolerance) << table.place(row);
  }
  table.expect_every_row_accounted();
}

TEST(PartyPurge, ReachesTheEquilibriaOfTheTableOnBothBranches) {
  OracleTable table("politest_purge_equilibrium.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto listed = [&](const char* column) { return std::stod(table.text(row, column)); };
    const double tolerance = tolerance_of(table, row);
    party::PurgeGame game;
    game.violence = listed("violence_L");
    const party::PurgeOutcome out = party::purge_equilibrium(game, table.text(row, "start") == "from_X=2" ? 2.0 : 0.0);
    table.mark(row, "simulation");
    EXPECT_NEAR(out.effort, listed("effort_index_X"), tolerance) << table.place(row);
    EXPECT_NEAR(out.success, listed("success_share"), tolerance) << table.place(row);
    EXPECT_NEAR(out.rate_failures, listed("purge_rate_failures"), tolerance) << table.place(row);
    EXPECT_NEAR(out.rate_successes, listed("purge_rate_successes"), tolerance) << table.place(row);
    EXPECT_NEAR(out.purged, listed("total_purged"), tolerance) << table.place(row);
    EXPECT_NEAR(out.good_after, listed("good_share_after"), tolerance) << table.place(row);
    // The reliable among failures and successes, by Bayes' rule from the effort.
    const double good = std::fmin(1.0, game.slope_good * out.effort), bad = std::fmin(1.0, game.slope_bad * out.effort);
    const double success = game.good * good + (1 - game.good) * bad;
    const double of_failures = success < 1 ? game.good * (1 - good) / (1 - success) : 0.0;
    EXPECT_NEAR(of_failures, listed("posterior_good_failure"), tolerance) << table.place(row);
    if (bad < 1 && good < 1) {
      EXPECT_NEAR(game.good * good / success, listed("posterior_good_success"), tolerance) << table.place(row);
    }
    const std::string regime = out.rate_failures < 1 ? "mild" : (out.rate_successes > 0 ? "violent" : "complete_failures");
    EXPECT_EQ(regime, table.text(row, "regime")) << table.place(row);
  }
  table.expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
