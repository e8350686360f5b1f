// What helps to begin and to take results elsewhere: new, export, demo; and runs that go on beyond the data.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/ask.hpp"

namespace thermidor::cli {
namespace {

using Json = nlohmann::json;

TEST(New, MakesActsAndAQuestionThatWorkAsTheyStand) {
  const std::string out = " --out '" + scratch().string() + "'";
  fs::remove_all(scratch());
  const Answer acts = ask("new acts mine" + out);
  ASSERT_EQ(acts.code, 0) << acts.errors;
  EXPECT_TRUE(has(acts.out, "thermidor run --do"));
  const Answer run = ask("run --sample 20000 --until 1923-01 --json --do '" + (scratch() / "mine.toml").string() + "'");
  ASSERT_EQ(run.code, 0) << run.errors;
  EXPECT_EQ(Json::parse(run.out)["acts"].size(), 2U);
  ASSERT_EQ(ask("new question easier" + out + " --json").code, 0);
  const Answer answer =
      ask("whatif '" + (scratch() / "easier.toml").string() + "' --runs 2 --sample 20000 --until 1925-12 --json" + " --out '" +
          (scratch() / "results").string() + "'");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  EXPECT_EQ(Json::parse(answer.out)["question"], "easier");
}

TEST(New, MakesAScenarioOfThreeShortFiles) {
  fs::remove_all(scratch());
  const Answer made = ask("new scenario eased --json --out '" + scratch().string() + "'");
  ASSERT_EQ(made.code, 0) << made.errors;
  const Json json = Json::parse(made.out);
  EXPECT_EQ(json["files"].size(), 3U);
  for (const Json& file : json["files"]) {
    const std::string text = read_text(file.get<std::string>());
    EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 45) << file;
    EXPECT_EQ(text.find('@'), std::string::npos) << file << " has a mark left";
  }
  const Answer valid = ask("validate '" + (scratch() / "eased").string() + "'");
  EXPECT_EQ(valid.code, 0) << valid.errors;
}

TEST(New, DoesNotWriteOverWhatIsThere) {
  fs::remove_all(scratch());
  const std::string words = "new acts mine --out '" + scratch().string() + "'";
  EXPECT_EQ(ask(words).code, 0);
  EXPECT_EQ(ask(words).code, 1);
  EXPECT_EQ(ask("new acts ../mine").code, 1);
  EXPECT_TRUE(has(ask("new questoin mine").errors, "did you mean 'question'?"));
}

TEST(Export, GivesTablesAndCharts) {
  const fs::path folder = scratch() / "run";
  fs::remove_all(folder);
  ASSERT_EQ(ask("run --sample 20000 --until 1922-12 --out '" + folder.string() + "'").code, 0);
  const Answer csv = ask("export '" + folder.string() + "' --json");
  ASSERT_EQ(csv.code, 0) << csv.errors;
  int charts = 0;
  const Json json = Json::parse(csv.out);
  for (const Json& file : json["files"]) {
    const std::string name = file["name"];
    if (!name.ends_with(".svg")) {
      EXPECT_EQ(read_text(folder / "export" / name), read_text(folder / name)) << name;
      continue;
    }
    ++charts;
    EXPECT_TRUE(has(read_text(folder / "export" / name), "xmlns=\"http://www.w3.org/2000/svg\"")) << name;
  }
  EXPECT_GT(charts, 20);
  ASSERT_EQ(ask("export '" + folder.string() + "' --format json --out '" + (folder / "json").string() + "'").code, 0);
  const Json events = Json::parse(read_text(folder / "json" / "events.json"));
  ASSERT_FALSE(events.empty());
  EXPECT_TRUE(events[0]["weight"].is_number());
  EXPECT_TRUE(events[0]["title"].is_string());
}

TEST(Acts, EachIsCalledByItsNumberAndADoubleIsReportedOnce) {
  EXPECT_TRUE(has(ask("run --do lever.rigour=1@1922-01 --do lever.rigor=1@1922-01").errors, "--do 2:1:"));
  const Answer twice = ask("run --sample 20000 --until 1922-02 --do lever.rigour=1@1922-01 --do lever.rigour=1@1922-01");
  EXPECT_EQ(twice.code, 0) << twice.errors;
  const std::size_t first = twice.errors.find("is said twice");
  ASSERT_NE(first, std::string::npos) << twice.errors;
  EXPECT_EQ(twice.errors.find("is said twice", first + 1), std::string::npos) << twice.errors;
}

TEST(Acts, AFileWithoutAnyIsRefusedInsteadOfChangingNothing) {
  std::ofstream(scratch() / "empty.toml") << "# nothing yet\n";
  const Answer answer = ask("run --sample 20000 --until 1921-04 --do '" + (scratch() / "empty.toml").string() + "'");
  EXPECT_EQ(answer.code, 1);
  EXPECT_TRUE(has(answer.errors, "holds no act; expected [[do]] tables"));
}

TEST(Export, RefusesAFolderWithoutResults) {
  EXPECT_EQ(ask("export /nowhere").code, 1);
  EXPECT_EQ(ask("export src").code, 1);
}

TEST(Export, RefusesADamagedManifest) {
  fs::create_directories(scratch() / "damaged");
  std::ofstream(scratch() / "damaged" / "manifest.json") << "{\"kind\": \"ru";
  std::ofstream(scratch() / "damaged" / "checks.csv") << "id\n";
  const Answer answer = ask("export '" + (scratch() / "damaged").string() + "'");
  EXPECT_EQ(answer.code, 1);
  EXPECT_TRUE(has(answer.errors, "manifest.json' is damaged"));
}

// A question that differs from its baseline from the fork on, played beyond the data.
TEST(Beyond, OutcomesAtTheEndAndTablesFollowTheRunsLastMonth) {
  const fs::path out = scratch() / "beyond";
  fs::remove_all(out);
  const Answer answer = ask("whatif C64 --runs 2 --sample 20000 --until 1930-06 --json --out '" + out.string() + "'");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  int at_the_end = 0;
  const Json json = Json::parse(answer.out);
  for (const Json& outcome : json["outcomes"]) {
    if (outcome["date"] != "1930-06") continue;
    ++at_the_end;
    EXPECT_TRUE(outcome["recorded"].is_null()) << outcome["title"];
  }
  EXPECT_GT(at_the_end, 0);
  const std::string series = read_text(out / "series-wide.csv");
  EXPECT_TRUE(has(series.substr(0, series.find('\n')), ",extrapolated"));
  EXPECT_TRUE(has(read_text(out / "outcomes.csv"), ",extrapolated\n"));
  const Answer parts = ask("diff '" + out.string() + ":baseline' '" + out.string() + "'");
  EXPECT_EQ(parts.code, 0) << parts.errors;
  EXPECT_TRUE(has(parts.out, "The runs part in")) << parts.out;
}

TEST(Demo, ShowsTheMainCommandsAndWhatToReadNext) {
  const std::string small = "demo --runs 2 --sample 20000 --out '" + (scratch() / "demo").string() + "'";
  const Answer shown = ask(small);
  ASSERT_EQ(shown.code, 0) << shown.errors;
  for (const char* part : {"1 of 4", "thermidor whatif C39", "thermidor why", "What to read and to try next", "README.md"})
    EXPECT_TRUE(has(shown.out, part)) << part;
  const Json json = Json::parse(ask(small + " --json").out);
  ASSERT_EQ(json["steps"].size(), 4U);
  for (const Json& step : json["steps"]) EXPECT_EQ(step["code"], 0) << step["command"];
}

TEST(Extrapolation, IsSaidWhereverARunGoesOnBeyondTheData) {
  const fs::path folder = scratch() / "run";
  const Answer shown = ask("run --sample 20000 --until 1931-03 --do lever.rigour=0.1@1930-06 --out '" + folder.string() + "'");
  ASSERT_EQ(shown.code, 0) << shown.errors;
  EXPECT_TRUE(has(shown.out, "Extrapolation from January 1930 on"));
  EXPECT_TRUE(has(shown.out, "1930*"));
  EXPECT_TRUE(has(read_text(folder / "report.html"), "Extrapolation from January 1930 on"));
  EXPECT_TRUE(has(read_text(folder / "report.html"), "class=\"beyond\""));
  EXPECT_EQ(Json::parse(read_text(folder / "manifest.json"))["extrapolated_from"], "1930-01");
  const Json within = Json::parse(ask("run --sample 20000 --json").out);
  const Json beyond = Json::parse(ask("run --sample 20000 --until 1931-03 --json").out);
  EXPECT_TRUE(within["extrapolated_from"].is_null());
  EXPECT_EQ(beyond["extrapolated_from"], "1930-01");
  EXPECT_EQ(within["checks"], beyond["checks"]) << "checks look at the record's months";
}

TEST(Extrapolation, OfAnEnsembleIsSaidInEveryFileOfWordsAndWhereItIsCompared) {
  const std::string folder = "'" + (scratch() / "members").string() + "'";
  const Answer shown = ask("ensemble --members 2 --sample 20000 --until 1930-06 --out " + folder);
  ASSERT_EQ(shown.code, 0) << shown.errors;
  EXPECT_TRUE(has(shown.out, "Extrapolation from January 1930 on"));
  for (const char* file : {"README.md", "datapackage.json", "members.nc"})
    EXPECT_TRUE(has(read_text(scratch() / "members" / file), "Extrapolation from January 1930 on")) << file;
  EXPECT_EQ(Json::parse(read_text(scratch() / "members" / "manifest.json"))["extrapolated_from"], "1930-01");
  EXPECT_TRUE(has(ask("scorecard " + folder).out, "extrapolation from 1930-01 on"));
  EXPECT_TRUE(has(ask("compare " + folder + " " + folder).out, "extrapolation from 1930-01 on"));
  const Json compared = Json::parse(ask("compare " + folder + " " + folder + " --json").out);
  EXPECT_EQ(compared["second"]["extrapolated_from"], "1930-01");
}

TEST(Extrapolation, OfAQuestionIsSaidAndNotHeldAgainstTheRecord) {
  const Answer shown = ask("whatif C39 --runs 2 --sample 20000 --until 1930-06 --out '" + (scratch() / "C39").string() + "'");
  EXPECT_TRUE(has(shown.out, "Extrapolation from January 1930 on"));
  EXPECT_TRUE(has(shown.out, "measured in the months that they name, up to December 1929"));
  const Json manifest = Json::parse(read_text(scratch() / "C39" / "manifest.json"));
  EXPECT_EQ(manifest["result"]["extrapolated_from"], "1930-01");
}

TEST(ConditionalActs, AreToldWhenTheyAreDone) {
  const Answer run = ask("run --sample 20000 --until 1922-12 --do 'shock.grain=0.1@1921-04 when village_hunger > 0.05'");
  ASSERT_EQ(run.code, 0) << run.errors;
  EXPECT_TRUE(has(run.out, "shock.grain=0.1@1921-04 when village_hunger > 0.05"));
  EXPECT_EQ(ask("run --do 'lever.rigour=0@1922-01 when vilage_hunger > 0'").code, 1);
}

TEST(Export, KeepsDigestsAndLargeSeedsAsTheyAre) {
  const fs::path folder = scratch() / "digests";
  fs::create_directories(folder);
  std::ofstream(folder / "members.csv") << "member,seed,digest_run\n0,18446744073709551615,0012345678901e34\n";
  std::ofstream(folder / "manifest.json") << R"({"schema": "thermidor-manifest-1", "engine": "thermidor", "kind": "run",
    "scenario": "soviet-1921", "files": [{"name": "members.csv", "bytes": 1, "digest": "0"}], "request": {}})";
  const Answer answer = ask("export '" + folder.string() + "' --format json --out '" + (folder / "out").string() + "'");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const std::string text = read_text(folder / "out" / "members.json");
  EXPECT_TRUE(has(text, "18446744073709551615")) << text;
  EXPECT_TRUE(has(text, "\"0012345678901e34\"")) << text;
}

TEST(List, NamesThePresetsThatARunCanTake) {
  EXPECT_TRUE(has(ask("list presets").out, "daniels"));
  const Answer refused = ask("run --explanations marx");
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(has(refused.errors, "daniels")) << refused.errors;
}

TEST(List, SaysWhatIsMissing) {
  const Answer answer = ask("list");
  EXPECT_EQ(answer.code, 1);
  EXPECT_TRUE(has(answer.errors, "what to list")) << answer.errors;
}

}  // namespace
}  // namespace thermidor::cli
