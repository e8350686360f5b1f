#include "party/debate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "member_fixture.hpp"

namespace thermidor::party {
namespace {

const Month kStart = make_month(1923, 12);

DebateInput contested(std::size_t provinces) {
  DebateInput input;
  input.provinces.assign(provinces, DebateProvince{0.75, 0.1});
  input.ruling = {0.85, 0.6, 0.55};
  input.opposition = {1.0, 0.7, 0.4};
  input.press_control = 0.6;
  input.slate_strength = 0.6;
  input.terror = 0.04;
  input.hardship = 0.5;
  input.announced = true;
  return input;
}

double mean_over_seeds(const DebateInput& input, double DebateResult::* field, int seeds = 40) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  const Members members = opened(params, rows);
  double sum = 0;
  for (int seed = 0; seed < seeds; ++seed) {
    sum += run_debate(params, rows, members, input, static_cast<std::uint64_t>(seed), kStart).*field;
  }
  return sum / seeds;
}

TEST(Debate, WithoutSlatesAndFearClimbsByGalamsRecursion) {
  MemberParams params = member_params();
  params.cell.fear = 0;
  params.cell.noise = 0;
  params.cell.boss = 0;
  params.cell.conference_ratio = 20;
  params.cell.congress_ratio = 100;
  const auto rows = member_provinces();
  const Members members = opened(params, rows);
  DebateInput input = contested(rows.size());
  input.slate_strength = 0;
  double conference = 0, conference_expected = 0, congress = 0, congress_expected = 0, delegates = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const DebateResult result = run_debate(params, rows, members, input, seed, kStart);
    for (std::size_t p = 0; p < rows.size(); ++p) {
      EXPECT_NEAR(result.province_open[p], result.province_private[p], 0.02);
      const auto weight = static_cast<double>(result.delegates[p]);
      conference += weight * result.province_conference[p];
      conference_expected += weight * majority_share(result.province_district[p], 5, 0);
      congress += static_cast<double>(result.delegates_opposition[p]);
      congress_expected += weight * majority_share(result.province_conference[p], 5, 0);
      delegates += weight;
    }
  }
  // Three standard errors of the binomial sums.
  EXPECT_NEAR(conference / delegates, conference_expected / delegates, 0.006);
  EXPECT_NEAR(congress / delegates, congress_expected / delegates, 3 * 0.5 / std::sqrt(delegates));
}

// One organisation of growing size, the whole chain at once: what is left of Galam's recursion is chance, which shrinks with
// the root of the size.
TEST(Debate, WithoutSlatesAndFearConvergesToGalamsRecursionAsOrganisationsGrow) {
  MemberParams params = member_params();
  params.cell.fear = 0;
  params.cell.boss = 0;
  params.cell.conference_ratio = 20;
  params.cell.congress_ratio = 100;
  const std::vector<ProvinceRow> rows(1, member_provinces().front());
  DebateInput input = contested(1);
  input.slate_strength = 0;
  double previous = 1;
  for (const double total : {2e4, 2e5, 2e6, 2e7}) {
    params.opening.total = total;
    const Members members = opened(params, rows);
    double error = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      const DebateResult result = run_debate(params, rows, members, input, seed, kStart);
      const double conference = majority_share(result.open_share, params.cell.group, params.cell.tie);
      error += std::abs(result.district_share - result.open_share) + std::abs(result.conference_share - conference) +
               std::abs(result.delegates_share - majority_share(conference, params.cell.group, params.cell.tie));
    }
    EXPECT_LT(error / 40, 0.6 * previous) << total << " members";
    previous = error / 40;
  }
  EXPECT_LT(previous, 0.006);
}

TEST(Debate, HasTheSocialProfileOfTheFirstContestedOne) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  run_months(params, rows, {}, 1, make_month(1921, 3), 33, members);
  const DebateResult result = run_debate(params, rows, members, contested(rows.size()), 1, kStart);
  const auto at = [&](CellType type) { return result.open_by_type[static_cast<std::size_t>(type)]; };
  EXPECT_GT(at(CellType::study), 0.55);
  EXPECT_LT(at(CellType::study), 0.8);
  EXPECT_GT(at(CellType::worker), 0.1);
  EXPECT_LT(at(CellType::worker), 0.28);
  EXPECT_LT(at(CellType::village), 0.1);
  EXPECT_GT(result.district_share, result.conference_share);
  EXPECT_GT(result.conference_share, result.delegates_share);
}

TEST(Debate, IsSilencedByTerrorAndBySlates) {
  DebateInput input = contested(6);
  const double open = mean_over_seeds(input, &DebateResult::open_share);
  const double hidden = mean_over_seeds(input, &DebateResult::private_share);
  input.terror = 0.5;
  EXPECT_LT(mean_over_seeds(input, &DebateResult::open_share), 0.4 * open);
  EXPECT_NEAR(mean_over_seeds(input, &DebateResult::private_share), hidden, 0.01);
  input = contested(6);
  input.slate_strength = 0;
  EXPECT_GT(mean_over_seeds(input, &DebateResult::delegates_share),
            mean_over_seeds(contested(6), &DebateResult::delegates_share));
}

TEST(Debate, SpeaksFreelyWhenBallotsAreSecret) {
  DebateInput input = contested(6);
  input.secrecy = 1;
  EXPECT_NEAR(mean_over_seeds(input, &DebateResult::open_share), mean_over_seeds(input, &DebateResult::private_share), 0.01);
}

TEST(Debate, FollowsTheSecretaryOfEachSide) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  const Members members = opened(params, rows);
  DebateInput input = contested(rows.size());
  input.slate_strength = 0.9;
  input.provinces[1] = {0.0, 1.0};
  const DebateResult result = run_debate(params, rows, members, input, 3, kStart);
  EXPECT_GT(result.province_delegates[1], 0.85);
  EXPECT_LT(result.province_delegates[2], 0.15);
}

TEST(Debate, IsDampenedByNewcomersUnlessDilutionIsSwitchedOff) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  DebateInput input = contested(rows.size());
  const double before = run_debate(params, rows, members, input, 1, kStart).open_share;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    members.newcomers[p] = 0.4 * static_cast<double>(count_province(members, p));
  }
  EXPECT_LT(run_debate(params, rows, members, input, 1, kStart).open_share, before - 0.03);
  input.dilution = input.mobility = 0;
  EXPECT_GE(run_debate(params, rows, members, input, 1, kStart).open_share, before);
}

TEST(Debate, ReportsCountsThatAgree) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  const Members members = opened(params, rows);
  const DebateResult result = run_debate(params, rows, members, contested(rows.size()), 1, kStart);
  EXPECT_LE(result.voters_opposition, result.voters);
  EXPECT_LE(result.voters, count_members(members) + 100);
  std::int64_t delegates = 0, opposition = 0;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    EXPECT_LE(result.delegates_opposition[p], result.delegates[p]);
    EXPECT_GE(result.delegates_opposition[p], 0);
    delegates += result.delegates[p];
    opposition += result.delegates_opposition[p];
  }
  EXPECT_NEAR(static_cast<double>(delegates), static_cast<double>(count_full_members(members)) / 1000, 6);
  EXPECT_DOUBLE_EQ(result.delegates_share, static_cast<double>(opposition) / static_cast<double>(delegates));
}

TEST(Debate, IsDeterministicAndBlindToTheOrderOfProvinces) {
  const MemberParams params = member_params();
  auto rows = member_provinces();
  const DebateInput input = contested(rows.size());
  const DebateResult one = run_debate(params, rows, opened(params, rows), input, 8, kStart);
  const DebateResult again = run_debate(params, rows, opened(params, rows), input, 8, kStart);
  EXPECT_EQ(one.voters_opposition, again.voters_opposition);
  std::reverse(rows.begin(), rows.end());
  const DebateResult turned = run_debate(params, rows, opened(params, rows), input, 8, kStart);
  EXPECT_EQ(one.voters_opposition, turned.voters_opposition);
  EXPECT_EQ(one.delegates_share, turned.delegates_share);
  EXPECT_EQ(one.province_open.front(), turned.province_open.back());
}

TEST(Debate, SurvivesAnEmptyProvince) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  expel_members(params, rows, {2, 10'000'000}, 1, kStart, members);
  const DebateResult result = run_debate(params, rows, members, contested(rows.size()), 1, kStart);
  EXPECT_EQ(result.province_open[2], 0);
  EXPECT_TRUE(result.open_share >= 0 && result.open_share <= 1);
}

}  // namespace
}  // namespace thermidor::party
