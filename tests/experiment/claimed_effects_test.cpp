#include "experiment/claimed_effects.hpp"

#include <gtest/gtest.h>

namespace thermidor::experiment {
namespace {

OutcomeResult outcome_of(double difference, bool distinguishable, int n = 100) {
  OutcomeResult outcome;
  outcome.comparison.difference = difference;
  outcome.comparison.distinguishable = distinguishable;
  outcome.comparison.n = n;
  return outcome;
}

scenario::ClaimedEffect claim_of(const char* direction) { return {"the essay", "L1", "x", direction, "so it is said", "read"}; }

TEST(ClaimedEffects, AgreeOnlyWhereTheRunsTellThemFromChance) {
  EXPECT_EQ(judge_claim(claim_of("rises"), outcome_of(0.2, true)), "agrees");
  EXPECT_EQ(judge_claim(claim_of("rises"), outcome_of(-0.2, true)), "disagrees");
  EXPECT_EQ(judge_claim(claim_of("falls"), outcome_of(-0.2, true)), "agrees");
  EXPECT_EQ(judge_claim(claim_of("falls"), outcome_of(0.2, false)), "not distinguishable");
  EXPECT_EQ(judge_claim(claim_of("falls"), outcome_of(0, false, 0)), "not measured");
}

TEST(ClaimedEffects, OfNoChangeAgreeWhereNothingIsTold) {
  EXPECT_EQ(judge_claim(claim_of("unchanged"), outcome_of(0.01, false)), "no effect found, as claimed");
  EXPECT_EQ(judge_claim(claim_of("unchanged"), outcome_of(0.2, true)), "disagrees");
}

TEST(ChanceOfNone, IsThatOfTheNormalLaw) {
  EXPECT_NEAR(chance_of_none(1.96, 1), 0.05, 1e-4);
  EXPECT_EQ(chance_of_none(0, 1), 1);
  EXPECT_EQ(chance_of_none(0, 0), 1);
  EXPECT_EQ(chance_of_none(1, 0), 0);
  EXPECT_EQ(Comparison{}.chance, 1);
}

// The example of fifteen p-values in Benjamini and Hochberg (1995), section 3: at a rate of .05 the first four are discoveries.
TEST(FalseDiscoveries, AreThoseOfThePublishedExample) {
  const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  const std::vector<double> rates = false_discovery_rates(p);
  for (std::size_t i = 0; i < p.size(); ++i) EXPECT_EQ(rates[i] <= 0.05, i < 4) << i;
  EXPECT_NEAR(rates[3], 0.0095 * 15 / 4, 1e-12);
}

TEST(FalseDiscoveries, DoNotDependOnTheOrderOfTheEffects) {
  const std::vector<double> rates = false_discovery_rates(std::vector<double>{0.5, 0.001, 0.02});
  EXPECT_NEAR(rates[1], 0.003, 1e-12);
  EXPECT_NEAR(rates[2], 0.03, 1e-12);
  EXPECT_NEAR(rates[0], 0.5, 1e-12);
}

}  // namespace
}  // namespace thermidor::experiment
