// Explanations say what the rules computed, and change nothing.
#include "party/explain.hpp"

#include <gtest/gtest.h>

#include "core/digest.hpp"
#include "party/leaders_fixture.hpp"

namespace thermidor::party {
namespace {

double sum_of(const std::vector<TermRecord>& terms) {
  double sum = 0;
  for (const TermRecord& term : terms) sum += term.value;
  return sum;
}

// A party without arbiter that has been quarrelling for years.
Party explained(int months, std::uint64_t seed = 7) {
  Party party(small_party(), seed);
  party.records.explain = true;
  party.lose_arbiter();
  party.run(months);
  return party;
}

TEST(Explain, ChangesNothing) {
  Party silent;
  silent.lose_arbiter();
  silent.run(60);
  EXPECT_EQ(digest_of(silent.state), digest_of(explained(60).state));
  EXPECT_TRUE(silent.records.decisions.empty());
  for (const VoteRecord& vote : silent.records.votes) EXPECT_TRUE(vote.seats.empty());
}

TEST(Explain, TermsOfAnActAddUpToItsWorth) {
  const Party party = explained(60);
  int judged = 0;
  for (const DecisionRecord& decision : party.records.decisions) {
    if (decision.kind != "act") continue;
    for (const OptionRecord& option : decision.options) {
      if (option.terms.empty()) continue;
      // Terms too small to be told are left out.
      EXPECT_NEAR(sum_of(option.terms), option.value, 0.01) << decision.title << ": " << option.title;
      ++judged;
    }
  }
  EXPECT_GT(judged, 100);
}

TEST(Explain, ChancesOfWhatCouldBeChosenAddUpToOne) {
  const Party party = explained(24);
  for (const DecisionRecord& decision : party.records.decisions) {
    if (decision.kind != "act" || decision.options.size() >= 12) continue;
    double sum = 0;
    int chosen = 0;
    for (const OptionRecord& option : decision.options) {
      sum += option.chance;
      chosen += option.chosen ? 1 : 0;
    }
    EXPECT_NEAR(sum, 1, 1e-9) << decision.title;
    EXPECT_EQ(chosen, 1) << decision.title;
    EXPECT_GT(decision.chance, 0);
  }
}

TEST(Explain, ReasonsOfAVoteAddUpToItsLeaning) {
  const Party party = explained(60);
  int seats = 0;
  for (const VoteRecord& vote : party.records.votes) {
    for (const SeatRecord& seat : vote.seats) {
      if (seat.absent) continue;
      EXPECT_NEAR(sum_of(seat.terms), seat.leaning, 0.01) << vote.question;
      ++seats;
    }
  }
  EXPECT_GT(seats, 100);
}

TEST(Explain, SeatsOfARollCallAddUpToTheTally) {
  const Party party = explained(60);
  int votes = 0;
  for (const VoteRecord& vote : party.records.votes) {
    std::int32_t yes = 0, no = 0, none = 0;
    for (const SeatRecord& seat : vote.seats) {
      yes += seat.votes_for;
      no += seat.votes_against;
      none += seat.absent ? 0 : seat.abstained;
    }
    EXPECT_EQ(yes, vote.votes_for) << vote.question;
    EXPECT_EQ(no, vote.votes_against) << vote.question;
    EXPECT_EQ(none, vote.abstained) << vote.question;
    ++votes;
  }
  EXPECT_GT(votes, 10);
}

TEST(Explain, EveryVoteBelongsToADecision) {
  const Party party = explained(60);
  std::vector<int> owners(party.records.votes.size(), 0);
  for (const DecisionRecord& decision : party.records.decisions) {
    if (decision.vote >= 0) ++owners[static_cast<std::size_t>(decision.vote)];
  }
  for (std::size_t v = 0; v < owners.size(); ++v) EXPECT_EQ(owners[v], 1) << party.records.votes[v].question;
}

TEST(Explain, SaysWhatADecisionBrought) {
  const Party party = explained(60);
  bool posts = false;
  for (const DecisionRecord& decision : party.records.decisions) {
    if (decision.kind != "appointment" || !decision.actor.valid() || decision.last_event == kStillOpen) continue;
    for (std::size_t e = decision.first_event; e < decision.last_event; ++e) {
      EXPECT_EQ(party.records.events[e].actor, decision.actor);
      posts = posts || party.records.events[e].kind == "appointment";
    }
  }
  EXPECT_TRUE(posts);
}

TEST(Explain, TellsOfImposedDecisionsHowProbableTheyWere) {
  Party party;
  party.records.explain = true;
  party.lose_arbiter();
  party.step({force(ForcedKind::attack, {id(1), id(2)})});
  ASSERT_FALSE(party.records.decisions.empty());
  const DecisionRecord& decision = party.records.decisions.front();
  EXPECT_EQ(decision.kind, "imposed");
  EXPECT_EQ(decision.chance, party.records.forced.front().probability);
  EXPECT_FALSE(decision.options.empty());
}

}  // namespace
}  // namespace thermidor::party
