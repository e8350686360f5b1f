// Pages of the command, for readers and for programs: what is counted, what is a number.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cli/ask.hpp"

namespace thermidor::cli {
namespace {

TEST(Pages, CountsAbsenceAtTheArbitersDeathAndListsWhatItCosts) {
  const auto json = nlohmann::json::parse(ask("show M102 --json").out);
  EXPECT_GT(json["fired_in"], 0);
  EXPECT_FALSE(json["persons_they_tell_of_most"].empty());
  const auto& parameters = json["parameters_of_these_rules"];
  EXPECT_EQ(parameters[0]["parameter"], "party.clashes.absence");
  EXPECT_EQ(parameters[1]["parameter"], "party.explanations.symbols");
}

TEST(Pages, SaysOfARuleThatNoEventTellsOfThatItIsNotCounted) {
  for (const char* claim : {"M089", "M001"}) {  // works in every bargain; left out
    const auto json = nlohmann::json::parse(ask(std::string("show ").append(claim).append(" --json")).out);
    EXPECT_TRUE(json["fired_in"].is_null()) << claim;
    EXPECT_FALSE(json.contains("events_a_run")) << claim;
    EXPECT_TRUE(has(ask(std::string("show ").append(claim)).out, "not counted: no event bears its id")) << claim;
  }
}

TEST(Pages, CountsMonthsInWhichTheSignOfARuleShows) {
  const auto json = nlohmann::json::parse(ask("show M017 --seeds 2 --json").out);
  EXPECT_TRUE(json["fired_in"].is_null()) << "no event bears its id";
  EXPECT_EQ(json["free_runs_judged_by_the_sign"], 2);
  EXPECT_GT(json["months_a_run"], 0);
  EXPECT_LE(json["sign_shows_in"], 2);
}

TEST(Pages, GivesNumbersAndTruthsAsSuchToPrograms) {
  const auto same = nlohmann::json::parse(
      ask("diff 'soviet-1921 --sample 20000 --until 1921-06' 'soviet-1921 --sample 20000 --until 1921-06' --json").out);
  EXPECT_EQ(same["parted"], false);
  const auto parted = nlohmann::json::parse(
      ask("diff 'soviet-1921 --sample 20000 --until 1921-06' 'soviet-1921 --seed 2 --sample 20000 --until 1921-06' --json")
          .out);
  EXPECT_EQ(parted["parted"], true);
  EXPECT_TRUE(parted["differences"][0]["phase"].is_number_integer());
  const auto why = nlohmann::json::parse(ask("why --sample 20000 --json").out);
  EXPECT_TRUE(why["how_many"].is_number_integer());
  EXPECT_EQ(why["how_many"], why["decisions"].size());
  EXPECT_TRUE(why["decisions"][0]["chance"].is_number());
  EXPECT_TRUE(why["decisions"][0]["bits"].is_number());
  EXPECT_EQ(nlohmann::json::parse(ask("show trotsky --json").out)["born"], 1879);
}

TEST(Pages, CallTheActsOfARunByTheTitlesThatQuestionsGiveThem) {
  const char* act = "ally=trotsky+zinoviev+kamenev+sokolnikov+krupskaya+evdokimov+lashevich@1925-12";  // of C39
  const Answer answer =
      ask(std::string("why 1925-12 --sample 20000 --history-until 1925-12 --do ").append(act).append(" --json"));
  EXPECT_EQ(answer.code, 0) << answer.errors;
  EXPECT_TRUE(has(answer.out, "The bloc is made at the congress"));
  EXPECT_FALSE(has(answer.out, act));
}

TEST(Pages, WordsThatAreNoCommandAreRefusedInJsonToo) {
  for (const char* words : {"rnu --json", "run --sead 3 --json"}) {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.code, 1);
    EXPECT_FALSE(nlohmann::json::parse(answer.out).empty()) << words;
  }
}

}  // namespace
}  // namespace thermidor::cli
