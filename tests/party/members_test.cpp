#include "party/members.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "core/digest.hpp"
#include "member_fixture.hpp"

namespace thermidor::party {
namespace {

const Month kStart = make_month(1921, 3);

TEST(MemberFields, AreComplete) {
  EXPECT_TRUE(fields_complete<MemberOpening>());
  EXPECT_TRUE(fields_complete<MemberFlowParams>());
  EXPECT_TRUE(fields_complete<LevyParams>());
  EXPECT_TRUE(fields_complete<PurgeParams>());
  EXPECT_TRUE(fields_complete<CellParams>());
  EXPECT_TRUE(fields_complete<DebateFreedomParams>());
  EXPECT_TRUE(fields_complete<MemberParams>());
  EXPECT_TRUE(fields_complete<MemberBook>());
  EXPECT_TRUE(fields_complete<Members>());
}

TEST(MemberOpeningCount, IsExactToTheMember) {
  const MemberParams params = member_params();
  const Members members = opened(params, member_provinces());
  EXPECT_EQ(count_members(members), 732521);
  EXPECT_TRUE(members_balance(members));
  PartySignal signal;
  publish_members(params, members, signal);
  EXPECT_NEAR(signal.veteran_share, 1.64, 0.1);
}

// All that distinguishes members is held in counts by stratum and a few numbers by province; not persons one by one.
TEST(MemberState, TakesAFifthOfAByteForEachMember) {
  const MemberParams params = member_params();
  const std::vector<ProvinceRow> rows(93, member_provinces().front());
  const Members members = opened(params, rows);
  std::size_t bytes = sizeof(Members);
  for (const auto* column : {&members.full, &members.candidates, &members.careerists, &members.former}) {
    bytes += column->size() * sizeof(std::int64_t);
  }
  for (const auto* column : {&members.fear, &members.ignorance, &members.newcomers, &members.natives}) {
    bytes += column->size() * sizeof(double);
  }
  bytes += members.order.size() * sizeof(ProvinceId);
  EXPECT_LT(static_cast<double>(bytes), 0.2 * static_cast<double>(count_members(members)));
}

TEST(MemberShares, SumToOneWhereTheyDivideAWhole) {
  const MemberParams params;
  const auto sum = [](const auto& shares) {
    double all = 0;
    for (const double share : shares) all += share;
    return all;
  };
  EXPECT_NEAR(sum(params.opening.cohort_share), 1, 1e-9);
  EXPECT_NEAR(sum(params.flow.join_class), 1, 1e-9);
  EXPECT_NEAR(sum(params.flow.demobilised_class), 1, 1e-9);
  EXPECT_NEAR(sum(params.levy.classes), 1, 1e-9);
}

TEST(MemberShares, OutOfRangeAreFoundByTheAudit) {
  const Members sound = opened(member_params(), member_provinces());
  EXPECT_TRUE(members_balance(sound));
  for (std::vector<double> Members::* column : {&Members::fear, &Members::ignorance, &Members::natives}) {
    Members broken = sound;
    (broken.*column)[2] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(members_balance(broken));
    (broken.*column)[2] = 1.5;
    EXPECT_FALSE(members_balance(broken));
  }
}

TEST(Occupation, IsRaisedByLeviesAndLoweredByPostsThatOpen) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  MemberInput input;
  input.purge_forbidden = input.levy_forbidden = true;
  const auto bench_after = [&](double posts, double levy) {
    Members members = opened(params, rows);
    Records records;
    for (int i = 0; i < 24; ++i) {
      MemberInput month = input;
      month.posts_open = posts;
      month.levy_forbidden = levy <= 0;
      month.levy_order = i == 0 ? levy : 0;
      update_members(params, rows, month, 3, kStart + i, members, records);
    }
    PartySignal signal;
    publish_members(params, members, signal);
    return signal.worker_share_by_job / signal.worker_share;
  };
  EXPECT_LT(bench_after(1, 0), bench_after(0, 0));
  EXPECT_GT(bench_after(0.3, 1), bench_after(0.3, 0) + 0.05);
}

TEST(Natives, EnterAsThePeopleFromWhomMembersCome) {
  const MemberParams params = member_params();
  auto rows = member_provinces();
  for (ProvinceRow& row : rows) row.natives = 0.25, row.natives_town = 0.5, row.natives_village = 0.9;
  rows[1].natives = 0;
  const auto after = [&](double autonomy) {
    Members members = opened(params, rows);
    MemberInput input;
    input.national_autonomy = autonomy;
    run_months(params, rows, input, 1, kStart, 60, members);
    return members;
  };
  const Members open = after(0), closed = after(-1);
  EXPECT_GT(open.natives[0], 0.3);
  EXPECT_LT(open.natives[0], 0.9);
  EXPECT_LT(closed.natives[0], open.natives[0] - 0.03);
  EXPECT_GT(after(1).natives[0], open.natives[0] + 0.02) << "where a nation is to be rooted its own are preferred";
  EXPECT_EQ(open.natives[1], 0) << "where natives are not counted nobody becomes one";
}

TEST(Purge, CountsWhomItPutsOut) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  MemberInput input;
  input.purge_order = 0.5;
  run_months(params, rows, input, 1, kStart, 1, members);
  input.purge_order = 0;
  input.purge_forbidden = true;
  run_months(params, rows, input, 1, kStart + 1, 24, members);
  EXPECT_EQ(members.purged, members.total.expelled);
  EXPECT_GT(members.purged_peasants, 0);
  PartySignal signal;
  publish_members(params, members, signal);
  EXPECT_NEAR(signal.purge_peasant_excess,
              100.0 * (static_cast<double>(members.purged_peasants) / static_cast<double>(members.purged) -
                       members.purge_peasants_before),
              1e-9);
  EXPECT_GT(signal.purge_peasant_excess, 0);
}

TEST(MemberBooks, BalanceEveryMonthWhateverHappens) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  Records records;
  MemberInput input;
  for (int i = 0; i < 106; ++i) {
    input.leader_death = i == 34 ? 1.0 : 0.0;
    input.purge_order = i == 60 ? 0.8 : 0.0;
    input.levy_order = i == 80 ? 1.2 : 0.0;
    update_members(params, rows, input, 7, kStart + i, members, records);
    ASSERT_TRUE(members_balance(members)) << i;
  }
  EXPECT_GT(members.total.admitted, 0);
  EXPECT_GT(members.total.expelled, 0);
}

TEST(MemberBooks, BalanceThroughExtremeParameters) {
  MemberParams params = member_params();
  params.flow.death = 0.05;
  params.flow.leave = 0.1;
  params.purge.fear = 10;
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  MemberInput input;
  input.purge_order = 1.5;
  input.terror = 1;
  Records records;
  for (int i = 0; i < 200; ++i) {
    update_members(params, rows, input, 3, kStart + i, members, records);
    ASSERT_TRUE(members_balance(members)) << i;
    for (const double fear : members.fear) ASSERT_TRUE(fear >= 0 && fear <= 1);
  }
}

TEST(Purge, PutsOutAboutAFifthPeasantsAndCareeristsMost) {
  MemberParams params = member_params();
  params.flow.join_conviction = params.flow.join_career = 0;
  params.flow.study = params.flow.call_up = params.flow.demobilise = 0;
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  const auto share_of_class = [&](std::size_t c) {
    std::int64_t count = 0;
    for (std::size_t p = 0; p < rows.size(); ++p) {
      for (std::size_t k = 0; k < kCohorts; ++k) {
        count += members.full[stratum(p, c, k)] + members.candidates[stratum(p, c, k)];
      }
    }
    return static_cast<double>(count) / static_cast<double>(count_members(members));
  };
  const double peasants = share_of_class(kPeasant), workers = share_of_class(kWorker), alien = alien_share(members);
  run_months(params, rows, {}, 1, kStart, 24, members);
  const double expelled = static_cast<double>(members.total.expelled) / static_cast<double>(members.total.start);
  EXPECT_GT(expelled, 0.17);
  EXPECT_LT(expelled, 0.33);
  EXPECT_LT(share_of_class(kPeasant), peasants - 0.02);
  EXPECT_GT(share_of_class(kWorker), workers);
  EXPECT_LT(alien_share(members), alien - 0.05);
}

TEST(Purge, RaisesFearAndItIsForgottenSlowly) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  MemberInput forbidden;
  forbidden.purge_forbidden = true;
  Members quiet = opened(params, rows), purged = quiet;
  run_months(params, rows, forbidden, 1, kStart, 18, quiet);
  run_months(params, rows, {}, 1, kStart, 18, purged);
  ASSERT_EQ(quiet.total.expelled, 0);
  ASSERT_GT(purged.total.expelled, 0);
  for (std::size_t p = 0; p < rows.size(); ++p) EXPECT_GT(purged.fear[p], quiet.fear[p] + 0.05);
  EXPECT_LT(purged.debate_freedom, quiet.debate_freedom);
  const double after = purged.fear[0];
  run_months(params, rows, forbidden, 1, kStart + 18, 24, purged);
  EXPECT_LT(purged.fear[0], after);
  EXPECT_GT(purged.fear[0], 0.5 * after);
}

TEST(Purge, IsDecidedBySharesNotByDate) {
  MemberParams params = member_params();
  params.opening.careerist_share = {0, 0.02, 0.05, 0.05, 0, 0};
  params.flow.join_career = 0;
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  run_months(params, rows, {}, 1, kStart, 36, members);
  EXPECT_EQ(members.total.expelled, 0);
}

TEST(Levy, AnswersTheDeathOfAReveredLeaderOnly) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  MemberInput input;
  input.machine_reach = 0;
  input.purge_forbidden = true;
  Members lesser = opened(params, rows), revered = lesser;
  Records records;
  for (int i = 0; i < 12; ++i) {
    input.leader_death = i == 0 ? 0.5 : 0.0;
    update_members(params, rows, input, 5, kStart + i, lesser, records);
    input.leader_death = i == 0 ? 1.0 : 0.0;
    update_members(params, rows, input, 5, kStart + i, revered, records);
  }
  const double more = static_cast<double>(revered.total.admitted - lesser.total.admitted);
  EXPECT_GT(more, 0.9 * params.levy.size * input.workers * 1e6);
  EXPECT_GT(revered.newcomers[0], 2 * lesser.newcomers[0]);
  EXPECT_GT(revered.ignorance[0], lesser.ignorance[0]);
}

TEST(Entry, SellsCareersOnlyWhereThereArePostsAndAMonopoly) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  MemberInput input;
  input.purge_forbidden = input.levy_forbidden = true;
  const auto careerists_after = [&](double posts, double parties) {
    input.posts_open = posts;
    input.other_parties = parties;
    Members members = opened(params, rows);
    run_months(params, rows, input, 2, kStart, 36, members);
    PartySignal signal;
    publish_members(params, members, signal);
    return signal.careerist_share;
  };
  EXPECT_GT(careerists_after(0.8, -1), careerists_after(0.1, -1) + 0.005);
  EXPECT_GT(careerists_after(0.8, -1), careerists_after(0.8, 1) + 0.005);
}

TEST(DebateFreedom, FallsWithClosedPartiesAndRecoversWithDemocracy) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  MemberInput input;
  Members closed = opened(params, rows), open = closed;
  run_months(params, rows, input, 1, kStart, 60, closed);
  input.inner_democracy = input.legal_factions = input.other_parties = 1;
  run_months(params, rows, input, 1, kStart, 60, open);
  EXPECT_LT(closed.debate_freedom, params.opening.debate_freedom);
  EXPECT_GT(open.debate_freedom, closed.debate_freedom + 0.3);
}

TEST(Expulsion, OfFollowersIsExactAndBooked) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  const std::int64_t before = count_province(members, 1);
  EXPECT_EQ(expel_members(params, rows, {1, 1234}, 9, kStart, members), 1234);
  EXPECT_EQ(count_province(members, 1), before - 1234);
  EXPECT_EQ(expel_members(params, rows, {1, 10 * before}, 9, kStart, members), before - 1234);
  EXPECT_EQ(count_province(members, 1), 0);
  EXPECT_TRUE(members_balance(members));
}

TEST(MemberDraws, AreTheSameForTheSameSeedAndOtherForAnother) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  Members one = opened(params, rows), two = one, three = one;
  run_months(params, rows, {}, 11, kStart, 40, one);
  run_months(params, rows, {}, 11, kStart, 40, two);
  run_months(params, rows, {}, 12, kStart, 40, three);
  EXPECT_EQ(digest_of(one), digest_of(two));
  EXPECT_NE(digest_of(one), digest_of(three));
}

TEST(MemberDraws, DoNotDependOnTheNumbersOfProvinces) {
  const MemberParams params = member_params();
  auto rows = member_provinces();
  Members straight = opened(params, rows);
  run_months(params, rows, {}, 4, kStart, 60, straight);
  std::reverse(rows.begin(), rows.end());
  Members turned = opened(params, rows);
  run_months(params, rows, {}, 4, kStart, 60, turned);
  const std::size_t last = rows.size() - 1;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    for (std::size_t i = 0; i < kStrataPerProvince; ++i) {
      const std::size_t a = p * kStrataPerProvince + i, b = (last - p) * kStrataPerProvince + i;
      ASSERT_EQ(straight.full[a], turned.full[b]);
      ASSERT_EQ(straight.candidates[a], turned.candidates[b]);
      ASSERT_EQ(straight.careerists[a], turned.careerists[b]);
    }
  }
  EXPECT_EQ(straight.total.expelled, turned.total.expelled);
}

TEST(MemberSignal, CountsWhatTheColumnsHold) {
  const MemberParams params = member_params();
  const auto rows = member_provinces();
  Members members = opened(params, rows);
  run_months(params, rows, {}, 1, kStart, 10, members);
  PartySignal signal;
  publish_members(params, members, signal);
  EXPECT_DOUBLE_EQ(signal.party_members_and_candidates, static_cast<double>(count_members(members)));
  EXPECT_DOUBLE_EQ(signal.members_expelled, static_cast<double>(members.month.expelled));
  EXPECT_GT(signal.worker_share, 30);
  EXPECT_LT(signal.worker_share, 80);
}

}  // namespace
}  // namespace thermidor::party
