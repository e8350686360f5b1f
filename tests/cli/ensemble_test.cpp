// Ensembles and what is done with them, as a user and a program meet them.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/ask.hpp"

namespace thermidor::cli {
namespace {

std::string made(const std::string& name, const std::string& words) {
  const fs::path out = scratch() / name;
  fs::remove_all(out);
  const Answer answer = ask("ensemble --members 6 --sample 50000 " + words + " --out '" + out.string() + "'");
  EXPECT_EQ(answer.code, 0) << answer.errors;
  return "'" + out.string() + "'";
}

TEST(Ensemble, IsRepeatedAndCitedByItsManifest) {
  const std::string folder =
      made("lhs", "--design lhs --until 1921-12 --do instrument.tax_in_kind=0@1921-09 --series lever.rigour");
  EXPECT_TRUE(has(ask("repro " + folder).out, "Identical"));
  EXPECT_TRUE(has(ask("cite " + folder).out, "thermidor ensemble soviet-1921 --design lhs"));
  for (const char* file : {"members.csv", "members.nc", "series.csv", "README.md", "CITATION.cff", "datapackage.json"})
    EXPECT_TRUE(fs::exists(scratch() / "lhs" / file)) << file;
}

TEST(Ensemble, IsComparedPairedBySeedOrRefused) {
  const std::string before = made("before", "");
  const std::string after = made("after", "--do instrument.tax_in_kind=0@1921-09");
  const Answer answer = ask("compare " + before + " " + after + " --errors 0 --partings 1 --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json["shared"], 6);
  EXPECT_EQ(json["partings"][0]["month"], "1921-09");
  EXPECT_EQ(json["partings"][0]["phase"], 2);
  // The baseline of the pairs is the run without the act.
  const auto same = nlohmann::json::parse(ask("compare " + before + " " + after + " --arm baseline --json").out);
  EXPECT_TRUE(same.is_array());  // the first folder has no such arm
  const auto arms = nlohmann::json::parse(ask("compare " + after + " --errors 0 --json").out);
  EXPECT_EQ(arms["first"]["arm"], "baseline");
  EXPECT_EQ(arms["outcomes"], json["outcomes"]);
  const std::string apart = made("apart", "--seed 1000");
  EXPECT_EQ(ask("compare " + before + " " + apart).code, 1);
  EXPECT_EQ(ask("compare " + before + " " + apart + " --unpaired").code, 0);
}

TEST(Ensemble, IsScoredLikeFreshRunsOfTheSameSeeds) {
  const std::string folder = made("scored", "");
  const auto stored = nlohmann::json::parse(ask("scorecard " + folder + " --json").out);
  const auto fresh = nlohmann::json::parse(ask("scorecard --seeds 6 --sample 50000 --parameters stored --json").out);
  EXPECT_EQ(stored["checks"], fresh["checks"]);
  EXPECT_EQ(stored["single_cases"], fresh["single_cases"]);
  EXPECT_EQ(stored["endings"], fresh["endings"]);
  EXPECT_TRUE(has(ask("scorecard " + folder + " --markdown").out, "## Single cases"));
  EXPECT_TRUE(has(ask("scorecard " + folder).out, "can earn credit"));
}

TEST(Ensemble, OfFreshRunsIsScoredForWhatWasForetold) {
  const fs::path out = scratch() / "forecasts";
  fs::remove_all(out);
  const std::string words = "scorecard --forecasts --seeds 3 --sample 50000 --out '" + out.string() + "'";
  const auto json = nlohmann::json::parse(ask(words + " --json").out);
  EXPECT_EQ(json["runs"], 3);
  ASSERT_FALSE(json["forecasts"].empty());
  for (const auto& forecast : json["forecasts"]) {
    EXPECT_GE(forecast["brier"], 0);
    EXPECT_LE(forecast["brier"], 1);
  }
  EXPECT_TRUE(fs::exists(out / "ledger.csv"));
  EXPECT_TRUE(has(ask(words).out, "knew more"));
  EXPECT_TRUE(has(ask("scorecard --forecasts --scenario society").errors, "no forecasts"));
}

TEST(Ensemble, OfFreshRunsIsSetBesideVerdicts) {
  const std::string words = "scorecard --verdicts --seeds 2 --sample 50000";
  const auto json = nlohmann::json::parse(ask(words + " --json").out);
  ASSERT_FALSE(json["verdicts"].empty());
  for (const auto& verdict : json["verdicts"]) EXPECT_EQ(verdict["judgement"], "too few runs");
  EXPECT_TRUE(has(ask("scorecard --verdicts --forecasts").errors, "excludes"));
  EXPECT_TRUE(has(ask("scorecard --verdicts --scenario society").errors, "no verdicts"));
}

TEST(Ensemble, OfConstantsIsScreened) {
  const fs::path out = scratch() / "sensitivity";
  fs::remove_all(out);
  const std::string words = "sensitivity --over money --size 2 --sample 50000 --outcome econ.SF03 --out '" + out.string() + "'";
  const auto json = nlohmann::json::parse(ask(words + " --json").out);
  EXPECT_EQ(json["outcomes"][0]["factors"].back()["factor"], "luck");
  EXPECT_EQ(json["outcomes"][0]["converged"], false);
  EXPECT_TRUE(has(ask(words).out, "moves it most"));
  EXPECT_TRUE(has(ask("sensitivity --over monney").errors, "money"));
  EXPECT_TRUE(has(ask("sensitivity --outcome econ.SF3").errors, "econ.SF03"));
}

TEST(Ensemble, RefusesWhatCannotBePlayed) {
  EXPECT_EQ(ask("ensemble --design grid").code, 1);
  EXPECT_EQ(ask("ensemble --series grain").code, 1);
  EXPECT_TRUE(has(ask("ensemble --until 1922-01 --do lever.rigour=1@1925-01").errors, "before the first act"));
}

TEST(Ensemble, TakesTheOutcomesOfAQuestionThatIsAFile) {
  const fs::path file = scratch() / "mine.toml";
  std::ofstream(file)
      << "id = 'C39'\ntitle = 'Mine'\nbackground = 'none'\ndecider = 'nobody'\nat = '1921-06'\nhappened = 'nothing'\n"
         "look_at = ['legitimacy']\ncannot_tell = 'much'\n[[do]]\nat = '1921-06'\nact = 'set'\n"
         "lever = 'rigour'\nvalue = 0.9\n[[outcome]]\nid = 'own'\ntitle = 'Own'\nunit = 'share'\n"
         "value = 'at(legitimacy, 1921-12)'\n";
  const std::string words = "ensemble --members 2 --sample 50000 --until 1921-12 --question '" + file.string() + "' --out '" +
                            (scratch() / "own").string() + "' --json";
  const Answer answer = ask(words);
  ASSERT_EQ(answer.code, 0) << answer.errors;
  EXPECT_EQ(nlohmann::json::parse(answer.out)["outcomes"][0]["id"], "C39.own");
}

TEST(Ensemble, KeepsNoTableOfAFormerRequest) {
  const std::string folder = made("again", "--until 1921-06");
  ASSERT_TRUE(fs::exists(scratch() / "again" / "members.nc"));
  const Answer answer = ask("ensemble --members 7 --sample 50000 --until 1921-06 --no-netcdf --out " + folder);
  ASSERT_EQ(answer.code, 0) << answer.errors;
  EXPECT_FALSE(fs::exists(scratch() / "again" / "members.nc"));
  EXPECT_TRUE(fs::exists(scratch() / "again" / "members.csv"));
}

TEST(Ensemble, NamesOutcomesApartInItsFileAndRefusesOneTwice) {
  made("apart-names", "--until 1921-06 --outcome 'legitimacy > 0.4' --outcome 'legitimacy < 0.4'");
  EXPECT_TRUE(fs::exists(scratch() / "apart-names" / "members.nc"));
  EXPECT_EQ(ask("ensemble --members 2 --sample 50000 --outcome legitimacy --outcome legitimacy").code, 1);
}

TEST(Ensemble, RefusesATableThatWasCut) {
  const std::string folder = made("cut", "--until 1921-06");
  std::ofstream(scratch() / "cut" / "checks.csv", std::ios::app) << "run,C01\n";
  EXPECT_EQ(ask("scorecard " + folder).code, 1);
  std::ofstream(scratch() / "cut" / "members.csv", std::ios::app) << "\n1,2\n";
  EXPECT_EQ(ask("compare " + folder + " " + made("whole", "--until 1921-06")).code, 1);
}

}  // namespace
}  // namespace thermidor::cli
