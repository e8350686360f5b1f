// thermidor why, and folders that are none.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/ask.hpp"

namespace thermidor::cli {
namespace {

TEST(Why, TellsHowADecisionOfAFolderCameAbout) {
  const fs::path folder = scratch() / "run";
  ASSERT_EQ(ask("run --seed 3 --sample 20000 --until 1923-12 --out '" + folder.string() + "'").code, 0);
  const std::string where = " --run '" + folder.string() + "' --json";
  const nlohmann::json month = nlohmann::json::parse(ask("why 1922-05" + where).out);
  ASSERT_FALSE(month["decisions"].empty());
  const std::string first = month["decisions"][0]["decision"];
  EXPECT_EQ(first, "1922-05.1");
  const nlohmann::json decision = nlohmann::json::parse(ask("why " + first + where).out);
  EXPECT_EQ(decision["id"], first);
  EXPECT_EQ(decision["title"], month["decisions"][0]["what"]);
  // The folder's tables have the same decision.
  EXPECT_TRUE(has(read_text(folder / "decisions.csv"), "run,0,1922-05.1,1922-05,"));
  for (const char* table : {"options.csv", "terms.csv", "roll_calls.csv"}) {
    EXPECT_TRUE(fs::exists(folder / table)) << table;
  }
  const nlohmann::json dossier = nlohmann::json::parse(ask("show person:kamenev" + where).out);
  EXPECT_EQ(dossier["id"], "kamenev");
  EXPECT_FALSE(dossier["traits_and_ideals"].empty());
  EXPECT_FALSE(dossier["what_he_could_know"].empty());
}

TEST(Why, SaysWhichMonthsTheRunHas) {
  const Answer answer = ask("why 1999-01 --scenario society");
  EXPECT_EQ(answer.code, 1) << answer.out;
  EXPECT_TRUE(has(answer.errors, "1999-01 lies outside the run; expected a month from 2001-01 to 2005-12")) << answer.errors;
  EXPECT_EQ(ask("why 2005-12 --scenario society").code, 0);
}

TEST(Compare, SaysOfAMistypedFolderThatItIsNone) {
  for (const char* words : {"compare results/nowhere society --runs 2", "compare docs society --runs 2", "diff docs society"}) {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.code, 1) << words;
    EXPECT_TRUE(has(answer.errors, "is neither a results folder nor a scenario")) << answer.errors;
  }
  EXPECT_TRUE(has(ask("compare soviet-1912 society").errors, "soviet-1921"));
}

TEST(Why, RefusesWhatIsNotThere) {
  for (const char* words :
       {"why 1922-05.999 --sample 20000", "why 1999-01 --sample 20000", "why 1999-01.2 --sample 20000",
        "why nobodyofthatname --sample 20000", "why --run /nowhere", "show kamenev --run /nowhere", "why --baseline"}) {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.code, 1) << words << answer.errors;
    EXPECT_FALSE(answer.errors.empty()) << words;
  }
}

TEST(Why, AMistypedMonthIsNotTakenForAPerson) {
  const Answer answer = ask("why 1925-13 --sample 20000 --history-until 1925-12");
  EXPECT_EQ(answer.code, 1);
  EXPECT_TRUE(has(answer.errors, "no such month: '1925-13'")) << answer.errors;
}

}  // namespace
}  // namespace thermidor::cli
