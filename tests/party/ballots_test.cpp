#include "party/ballots.hpp"

#include <gtest/gtest.h>

#include "party/leaders_fixture.hpp"

namespace thermidor::party {
namespace {

Motion line_motion(const Party& party, OrganId organ) {
  Motion motion = make_motion(organ, "line", id(1));
  motion.side = stances(party.state);
  return motion;
}

TEST(Ballots, TallyOfNamedVotersEqualsTheDirectCountOfTheRollCall) {
  Party party;
  party.divide({1, 2, 3}, {4, 5});
  const Convention c = party.meet();
  VoteRecord record;
  const Tally tally = cast_ballots(c, line_motion(party, party.state.roles.chief_bureau), &record);
  double yes = 0;
  double no = 0;
  for (const BallotRecord& ballot : record.ballots) {
    yes += ballot.choice > 0 ? 1 : 0;
    no += ballot.choice < 0 ? 1 : 0;
  }
  EXPECT_EQ(record.ballots.size(), 7U);
  EXPECT_EQ(tally.votes_for, yes);
  EXPECT_EQ(tally.votes_against, no);
  EXPECT_EQ(tally.carried, yes > no);
}

TEST(Ballots, EveryoneEntitledIsCountedOnce) {
  Party party;
  party.divide({1, 2, 3}, {4, 5});
  const Convention c = party.meet();
  const Tally tally = cast_ballots(c, line_motion(party, party.state.roles.committee), nullptr);
  EXPECT_EQ(tally.entitled, 20);
  EXPECT_EQ(tally.votes_for + tally.votes_against + tally.abstained, 20);
}

TEST(Ballots, JointMeetingAddsTheControlCommission) {
  Party party;
  party.divide({1, 2, 3}, {4, 5});
  const Convention c = party.meet();
  Motion motion = line_motion(party, party.state.roles.committee);
  motion.joint = true;
  EXPECT_EQ(cast_ballots(c, motion, nullptr).entitled, 29);
}

TEST(Ballots, TheSameQuestionInTheSameMonthGivesTheSameVotes) {
  Party party;
  party.divide({1, 2, 3}, {4, 5});
  const Convention c = party.meet();
  const Motion motion = line_motion(party, party.state.roles.committee);
  const Tally first = cast_ballots(c, motion, nullptr);
  const Tally second = cast_ballots(c, motion, nullptr);
  EXPECT_EQ(first.votes_for, second.votes_for);
  EXPECT_EQ(first.probability, second.probability);
}

TEST(Ballots, PredictedChanceMatchesTheFrequencyOfTheVote) {
  double carried = 0;
  double predicted = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Party party;
    party.divide({1, 2}, {3, 4, 5});
    party.seed = seed;
    const Convention c = party.meet();
    const Tally tally = cast_ballots(c, line_motion(party, party.state.roles.committee), nullptr);
    carried += tally.carried ? 1 : 0;
    predicted += tally.probability;
  }
  EXPECT_NEAR(carried / 300, predicted / 300, 0.09);
}

// Three who vote as one among six: whoever stands against them with both of the others still only draws (M091, V04).
TEST(Ballots, OneAgainstABlocOfThreeInSixReachesAtBestADraw) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Party party(small_party(), seed);
    party.lose_arbiter();
    party.divide({1, 2, 3}, {4});
    party.seed = seed;
    const Convention c = party.meet();
    Motion motion = make_motion(party.state.roles.chief_bureau, "motion of the one", id(4));
    motion.side = stances(party.state);
    for (double& side : motion.side) side = -side;
    motion.cue = 50;  // both independents with him
    const Tally tally = cast_ballots(c, motion, nullptr);
    EXPECT_EQ(tally.entitled, 6);
    EXPECT_EQ(tally.votes_for, 3);
    EXPECT_FALSE(tally.carried);
  }
}

TEST(Ballots, WithoutPatronsMachineAndFearACommitteeFollowsItsMajority) {
  Params params = small_party();
  params.explanations.appointments = 0;
  params.explanations.service = 0;
  params.explanations.coercion = 0;
  params.explanations.symbols = 0;
  params.votes.leader_affinity = 0;
  params.votes.abstain = 0;
  Party party(params);
  party.divide({1, 2, 3}, {4, 5});
  const Convention c = party.meet();
  Motion motion = line_motion(party, party.state.roles.committee);
  for (const double cue : {-6.0, 6.0}) {
    motion.cue = cue;
    motion.side.assign(motion.side.size(), 0.0);
    const Tally tally = cast_ballots(c, motion, nullptr);
    EXPECT_EQ(tally.carried, cue > 0);
    EXPECT_EQ(cue > 0 ? tally.votes_for : tally.votes_against, 20);
  }
}

TEST(Ballots, MajorityAndQuorumAreBothNeeded) {
  Tally tally;
  tally.entitled = 10;
  tally.votes_for = 5;
  tally.votes_against = 5;
  EXPECT_FALSE(carries(tally, 0.5, 0.5)) << "a tie does not carry";
  tally.votes_for = 6;
  tally.votes_against = 4;
  EXPECT_TRUE(carries(tally, 0.5, 0.5));
  EXPECT_FALSE(carries(tally, 0.6667, 0.5)) << "less than two thirds";
  tally.votes_for = 3;
  tally.votes_against = 0;
  EXPECT_FALSE(carries(tally, 0.5, 0.5)) << "no quorum";
  tally.abstained = 2;
  EXPECT_TRUE(carries(tally, 0.5, 0.5)) << "those who abstain attend";
}

TEST(Ballots, TwoThirdsOfTheJointMeetingAreNeededToPutAMemberOut) {
  Party party;
  const Convention c = party.meet();
  EXPECT_EQ(sanction_majority(c, 3), 0.5);
  EXPECT_NEAR(sanction_majority(c, 4), 2.0 / 3, 1e-3);
  EXPECT_NEAR(sanction_majority(c, 5), 2.0 / 3, 1e-3);
  EXPECT_EQ(sanction_organ(party.state, 6), party.state.roles.chief_bureau);
}

}  // namespace
}  // namespace thermidor::party
