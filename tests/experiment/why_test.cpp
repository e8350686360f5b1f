#include "experiment/why.hpp"

#include <gtest/gtest.h>

#include "experiment/csv.hpp"
#include "experiment/decision_tables.hpp"
#include "experiment/dossier.hpp"
#include "experiment/report_party.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

const RunRecord& explained_run() {
  static const RunRecord record = [] {
    const SerialExecutor serial;
    RunState state = start_run(shipped().params, small_setup());
    continue_run(shipped().params, {}, make_month(1926, 12), {.executor = &serial, .explain = true}, state);
    return std::move(state.record);
  }();
  return record;
}

SeatRecord seat_of(int votes_for, int votes_against, std::size_t patron) {
  SeatRecord seat;
  seat.votes_for = votes_for;
  seat.votes_against = votes_against;
  seat.patron = make_id<LeaderId>(patron);
  return seat;
}

VoteRecord vote_of(std::vector<SeatRecord> seats, double majority) {
  VoteRecord vote;
  for (const SeatRecord& seat : seats) {
    vote.votes_for += seat.votes_for;
    vote.votes_against += seat.votes_against;
  }
  vote.seats = std::move(seats);
  vote.majority = majority;
  vote.carried = vote.votes_for > majority * (vote.votes_for + vote.votes_against);
  return vote;
}

TEST(Why, RecordingReasonsChangesNoDigest) {
  const RunState plain = play(small_setup(), {}, make_month(1926, 12));
  EXPECT_EQ(plain.record.digest, explained_run().digest);
  EXPECT_EQ(plain.record.digests, explained_run().digests);
  EXPECT_EQ(plain.record.records.events.size(), explained_run().records.events.size());
  EXPECT_TRUE(plain.record.records.decisions.empty());
  EXPECT_GT(explained_run().records.decisions.size(), 100U);
}

TEST(Why, RecordingReasonsChangesNoForcedHistory) {
  Agenda agenda;
  agenda.chronicle = shipped().chronicle;
  agenda.history_until = make_month(1925, 1);
  const SerialExecutor serial;
  const RunState plain = play(small_setup(), agenda, make_month(1925, 6));
  RunState explained = start_run(shipped().params, small_setup());
  continue_run(shipped().params, agenda, make_month(1925, 6), {.executor = &serial, .explain = true}, explained);
  EXPECT_EQ(plain.record.digest, explained.record.digest);
}

TEST(Swing, CountsHowManyWinnersWouldHaveHadToChangeOver) {
  EXPECT_EQ(weigh_swing(vote_of({seat_of(6, 0, 0), seat_of(0, 5, 1)}, 0.5)).needed, 1);
  EXPECT_EQ(weigh_swing(vote_of({seat_of(9, 0, 0), seat_of(0, 3, 1)}, 0.5)).needed, 3);
  EXPECT_EQ(weigh_swing(vote_of({seat_of(5, 0, 0), seat_of(0, 5, 1)}, 0.5)).needed, 1);  // a tie is lost
  EXPECT_EQ(weigh_swing(vote_of({seat_of(60, 0, 0), seat_of(0, 40, 1)}, 2.0 / 3 - 1e-9)).needed, 7);
}

TEST(Swing, NamesPivotalVotersOnTheWinningSideAlone) {
  const Swing swing = weigh_swing(vote_of({seat_of(6, 0, 0), seat_of(0, 5, 1)}, 0.5));
  EXPECT_EQ(swing.pivotal, (std::vector<bool>{true, false}));
  EXPECT_EQ(weigh_swing(vote_of({seat_of(9, 0, 0), seat_of(0, 3, 1)}, 0.5)).pivotal, (std::vector<bool>{false, false}));
}

TEST(Swing, NamesThePatronsWhoseMenCouldHaveTurnedIt) {
  const Swing swing = weigh_swing(vote_of({seat_of(7, 0, 0), seat_of(2, 0, 1), seat_of(0, 3, 2)}, 0.5));
  ASSERT_EQ(swing.blocs.size(), 1U);
  EXPECT_EQ(swing.blocs.front().first, make_id<LeaderId>(0));
  EXPECT_EQ(swing.blocs.front().second, 7);
}

TEST(Why, FindsEveryDecisionByItsName) {
  const RunRecord& record = explained_run();
  for (std::size_t n = 0; n < record.records.decisions.size(); n += 17) {
    EXPECT_EQ(find_decision(record, decision_id(record, n)), n);
  }
  EXPECT_FALSE(find_decision(record, "1921-03.999").has_value());
  EXPECT_FALSE(find_decision(record, "nonsense").has_value());
}

TEST(Why, ExplainsEveryKindOfDecisionInWords) {
  const RunRecord& record = explained_run();
  for (std::size_t n = 0; n < record.records.decisions.size(); ++n) {
    const Explanation explanation = explain_decision(record, shipped_roster(), {}, n);
    EXPECT_FALSE(explanation.title.empty());
    EXPECT_EQ(explanation.title.find("rung "), std::string::npos) << explanation.title;
    const bool voted = record.records.decisions[n].vote >= 0;
    bool roll_call = false;
    for (const JsonTable& table : explanation.tables) {
      roll_call = roll_call || table.name == "Roll call";
      for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.name;
    }
    EXPECT_EQ(roll_call, voted) << explanation.title;
  }
}

TEST(Why, MeasuresSurpriseInBits) {
  DecisionRecord decision;
  EXPECT_FALSE(surprise_bits(decision).has_value());
  decision.chance = 0.25;
  EXPECT_DOUBLE_EQ(*surprise_bits(decision), 2);
  decision.chance = 1;
  EXPECT_DOUBLE_EQ(*surprise_bits(decision), 0);
}

TEST(DecisionTables, HaveOneRowADecisionAndASeat) {
  const ArmRecord arm{"run", 0, &explained_run()};
  const auto decisions = parse_csv(decisions_csv({&arm, 1}, shipped_roster(), {}));
  EXPECT_EQ(decisions.size() - 1, explained_run().records.decisions.size());
  for (const auto& row : decisions) EXPECT_EQ(row.size(), decisions.front().size());
  std::size_t seats = 0;
  for (const VoteRecord& vote : explained_run().records.votes) seats += vote.seats.size();
  EXPECT_EQ(parse_csv(roll_calls_csv({&arm, 1}, shipped_roster())).size() - 1, seats);
}

TEST(Dossier, TellsPostsAlliesActsAndTraitsWithTheirSources) {
  const LeaderId person = explained_run().records.standings.front().leader;
  const PersonDossier dossier = person_dossier(explained_run(), shipped_roster(), shipped(), {}, person);
  bool traits = false;
  for (const JsonTable& table : dossier.tables) {
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.name;
    if (table.name != "Traits and ideals") continue;
    traits = true;
    for (const auto& row : table.rows) EXPECT_FALSE(row[3].empty()) << row[0];
  }
  EXPECT_TRUE(traits);
}

TEST(PartyPictures, CountEveryMemberAndEverySeat) {
  const RunRecord& record = explained_run();
  for (const PartyView& view : record.views) {
    std::int64_t members = 0;
    for (std::size_t g = 0; g < view.full.size(); ++g) members += view.full[g] + view.candidates[g];
    const auto index = static_cast<std::size_t>(find_series("party_members_and_candidates"));
    EXPECT_EQ(static_cast<double>(members), record.value(index, record.position(view.month)));
    for (const ProvinceView& province : view.provinces) {
      int bound = 0;
      for (const auto& [patron, clients] : province.clients) bound += clients;
      EXPECT_LE(bound, province.officials);
    }
  }
  for (const report::RollCall& call : divisions_of(record, shipped_roster(), Month{})) {
    double cast = 0;
    for (const report::SeatMark& seat : call.seats) cast += seat.choice != 0 ? 1 : 0;
    EXPECT_EQ(cast, call.votes_for + call.votes_against) << call.question;
  }
}

}  // namespace
}  // namespace thermidor::experiment
