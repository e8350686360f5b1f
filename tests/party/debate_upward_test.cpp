#include <gtest/gtest.h>

#include "party/leaders_fixture.hpp"
#include "party/member_fixture.hpp"

namespace thermidor::party {
namespace {

// Leaders and members together: six provinces with real cells.
struct Whole {
  Party party;
  Members members;

  explicit Whole(std::uint64_t seed = 7)
      : party(with_members(), seed), members(opened(party.params.members, party.params.provinces)) {
    party.debate = run_debate;
    party.members = &members;
    party.lose_arbiter();
    party.divide({1, 2, 3}, {4, 5});
  }
  static Params with_members() {
    Params params = small_party();
    params.members = member_params();
    params.provinces = member_provinces();
    return params;
  }
};

TEST(DebateUpward, MovesStandingFollowingAndExpectations) {
  Whole whole;
  Convention c = whole.party.meet();
  const State before = whole.party.state;
  hold_debate(c, true);
  EXPECT_GT(whole.party.state.open_opposition, 0);
  EXPECT_GT(whole.party.state.leaders.following[4], 0);
  EXPECT_NE(whole.party.state.expected, before.expected);
  EXPECT_EQ(whole.party.state.province_open.size(), whole.party.params.provinces.size());
  EXPECT_EQ(whole.party.state.leaders.following[1], 0) << "rulers gain no following from the opposition's cells";
}

TEST(DebateUpward, SlatesKeepTheOppositionFromTheCongress) {
  Whole free;
  Whole bound;
  free.party.state.slate_strength = 0;
  bound.party.state.slate_strength = 1;
  for (Whole* whole : {&free, &bound}) {
    for (LeaderId& patron : whole->party.state.machine.patron) patron = id(3);
    whole->party.state.machine.loyalty.assign(6, 1.0);
  }
  EXPECT_LT(ask_cells(bound.party.meet(), true).delegates_share,
            0.01 + 0.5 * ask_cells(free.party.meet(), true).delegates_share);
}

TEST(DebateUpward, ExpelledFollowersAreBooked) {
  Whole whole;
  Convention c = whole.party.meet();
  hold_debate(c, true);
  whole.party.state.leaders.rung[4] = 5;
  punish_followers(c);
  const std::int64_t before = count_members(whole.members);
  expel_followers(whole.party.params, whole.party.state, 7, whole.party.month, whole.members, nullptr);
  EXPECT_LT(count_members(whole.members), before);
  EXPECT_TRUE(members_balance(whole.members));
}

TEST(Followers, OfACensuredLeaderAreLetBeAndOfAFallenOnePunished) {
  const auto punished = [](std::int32_t rung_of_his, std::int32_t rung_of_another) {
    Whole whole;
    Convention c = whole.party.meet();
    hold_debate(c, true);
    State& s = whole.party.state;
    s.leaders.following[4] = 0.3;
    s.leaders.following[5] = 0;
    s.leaders.rung[4] = rung_of_his;
    s.leaders.rung[5] = rung_of_another;
    const double before = s.terror;
    punish_followers(c);
    EXPECT_EQ(s.punished > 0, s.terror > before);
    return s.punished;
  };
  EXPECT_EQ(punished(1, 0), 0);
  EXPECT_GT(punished(2, 0), 0);
  EXPECT_GT(punished(5, 0), 2 * punished(2, 0));
  EXPECT_EQ(punished(1, 5), 0) << "nobody spoke for the other";
}

TEST(DebateUpward, WhoeverIsAtHandSpeaksWhenTheForemostIsAway) {
  Whole whole;
  State& s = whole.party.state;
  s.leaders.oratory[4] = 0.9;
  s.leaders.oratory[5] = 0.4;
  s.leaders.follows[9] = id(4);
  s.leaders.oratory[9] = 0.7;
  EXPECT_EQ(describe_debate(whole.party.meet(), true).opposition.oratory, 0.9);
  s.leaders.absent_until[4] = whole.party.month + 6;
  s.leaders.lost[4] = 1;
  EXPECT_EQ(describe_debate(whole.party.meet(), true).opposition.oratory, 0.7);
}

TEST(DebateUpward, AWholeRunStaysInRange) {
  Whole whole(3);
  whole.party.run(60);
  EXPECT_FALSE(whole.party.fault.raised()) << whole.party.fault.message();
}

}  // namespace
}  // namespace thermidor::party
