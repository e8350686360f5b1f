// The laboratory's instruments as a user and a program meet them.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "cli/ask.hpp"

namespace thermidor::cli {
namespace {

TEST(Laboratory, AnswersManyQuestionsInOneTable) {
  const fs::path out = scratch() / "answers";
  fs::remove_all(out);
  const std::string words = "answers C06 C41 --runs 3 --sample 20000 --out '" + out.string() + "'";
  const Answer answer = ask(words + " --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json["schema"], "thermidor-answers-1");
  ASSERT_EQ(json["questions"].size(), 2U);
  EXPECT_EQ(json["effects"][0]["question"], "C06");
  EXPECT_EQ(json["claims"][0]["who"], "the essay");
  for (const auto& row : json["effects"]) EXPECT_LE(row["p"], row["false_discovery_rate"]) << row["outcome"];
  // Asked again, nothing is played anew and nothing differs.
  EXPECT_EQ(ask(words + " --json").out, answer.out);
  const Answer table = ask(words);
  EXPECT_TRUE(has(table.out, "effects are clear")) << table.out;
  EXPECT_TRUE(has(table.out, "What is claimed, and what the runs say")) << table.out;
  EXPECT_TRUE(read_text(out / "answers.csv").starts_with("question,outcome,title,unit,recorded,baseline,"));
  EXPECT_TRUE(has(ask("answers C6").errors, "C06"));
  EXPECT_EQ(ask("answers C6").code, 1);
}

TEST(Laboratory, PricesTheRecord) {
  const Answer answer = ask("price --seeds 1 --sample 20000 --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json["schema"], "thermidor-price-1");
  double sum = 0;
  for (const auto& row : json["decisions"]) sum += row["bits"].get<double>();
  EXPECT_NEAR(sum, json["bits"].get<double>(), 1e-6);
  EXPECT_TRUE(has(ask("price --seeds 1 --sample 20000").out, "The dearest decisions"));
  EXPECT_TRUE(has(ask("price --ending O6").errors, "O06"));
}

// They play the stored constants, so nobody is let believe otherwise.
TEST(Laboratory, RefusesConstantsThatItsInstrumentsWouldNotPlay) {
  for (const char* words : {"clock", "price", "circumstances", "attribute"})
    EXPECT_EQ(ask(std::string(words) + " --parameters posterior").code, 1) << words;
}

TEST(Laboratory, SetsTheClock) {
  const fs::path out = scratch() / "clock";
  fs::remove_all(out);
  const std::string words = "clock --futures 2 --sample 50000 --out '" + out.string() + "'";
  const Answer answer = ask(words + " --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json["hands"].front()["fork"], "1921-03");
  EXPECT_EQ(json["hands"].back()["bits"], 0);
  EXPECT_EQ(json["hands"].back()["as_history"], 1);
  EXPECT_EQ(json["few_futures"], true);
  const std::string shown = ask(words).out;
  EXPECT_TRUE(has(shown, "likeliest end"));
  EXPECT_TRUE(has(shown, "bits lie low"));
  EXPECT_TRUE(read_text(out / "clock.csv").starts_with("fork,futures,bits,"));
}

TEST(Laboratory, SharesOutWhatCircumstancesMove) {
  const fs::path out = scratch() / "circumstances";
  fs::remove_all(out);
  const Answer answer = ask("circumstances --seeds 2 --sample 100000 --out '" + out.string() + "' --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json["cells"], 112);
  EXPECT_EQ(json["until"], "1933-12");
  EXPECT_EQ(json["extrapolated_from"], "1930-01");
  EXPECT_EQ(json["outcomes"][0]["factors"].back()["id"], "luck");
  EXPECT_EQ(ask("circumstances circumstance").code, 1);
  EXPECT_TRUE(has(ask("circumstances circumstance").errors, "did you mean circumstances?"));
}

TEST(Laboratory, AttributesAnEndingToExplanations) {
  const fs::path out = scratch() / "attribution";
  fs::remove_all(out);
  const std::string words = "attribute --permutations 2 --sample 50000 --out '" + out.string() + "'";
  const Answer answer = ask(words + " --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  ASSERT_EQ(json["outcomes"].size(), 1U);
  double sum = 0;
  for (const auto& part : json["outcomes"][0]["contributions"]) sum += part["mean"].get<double>();
  EXPECT_NEAR(sum, json["outcomes"][0]["all_on"].get<double>() - json["outcomes"][0]["all_off"].get<double>(), 1e-9);
  EXPECT_TRUE(has(ask(words).out, "X1 appointments and slates"));
  EXPECT_TRUE(has(ask("attribute --ending O1").errors, "O01"));
}

// The words of an answer without the breaks of its lines.
std::string unwrapped(std::string text) {
  std::string words;
  for (const char c : text) {
    if (c != ' ' && c != '\n')
      words += c;
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  return words;
}

TEST(Laboratory, RepeatsWhatAManifestDescribes) {
  const fs::path out = scratch() / "repeated";
  fs::remove_all(out);
  ASSERT_EQ(ask("run --sample 50000 --until 1921-09 --out '" + out.string() + "'").code, 0);
  EXPECT_TRUE(has(ask("repro '" + out.string() + "'").out, "Identical"));
  const std::string citation = ask("cite '" + out.string() + "'").out;
  const auto manifest = nlohmann::json::parse(read_text(out / "manifest.json"));
  EXPECT_TRUE(has(citation, manifest["digest"].get<std::string>())) << citation;
  EXPECT_TRUE(has(citation, "@software{")) << citation;
  // A manifest that promises something else.
  std::string text = read_text(out / "manifest.json");
  const std::string digest = manifest["files"][1]["digest"];
  text.replace(text.find(digest), digest.size(), "0000000000000000");
  std::ofstream(out / "manifest.json") << text;
  const Answer answer = ask("repro '" + out.string() + "'");
  EXPECT_EQ(answer.code, 3);
  EXPECT_TRUE(has(answer.out, manifest["files"][1]["name"].get<std::string>())) << answer.out;
  EXPECT_TRUE(has(unwrapped(answer.out), "the manifest's digest is wrong")) << answer.out;
  EXPECT_EQ(ask("repro '" + (out / "series.csv").string() + "'").code, 1);
}

TEST(Laboratory, AsksAQuestionOfMembersOneByOne) {
  const fs::path out = scratch() / "one_by_one";
  fs::remove_all(out);
  const std::string question = "whatif C13 --runs 2 --sample 50000 --until 1922-09 --json --out '" + out.string() + "'";
  const auto counted = nlohmann::json::parse(ask(question).out);
  const auto followed = nlohmann::json::parse(ask(question + " --party-members all").out);
  EXPECT_FALSE(counted.contains("party_members"));
  EXPECT_EQ(followed["party_members"], "all");
  EXPECT_NE(followed["digest"], counted["digest"]);
  EXPECT_TRUE(has(ask("repro '" + out.string() + "'").out, "Identical"));
  const std::string ensemble =
      "ensemble --members 2 --sample 50000 --until 1921-12 --out '" + (scratch() / "followed").string() + "'";
  ASSERT_EQ(ask(ensemble + " --party-members all").code, 0);
  EXPECT_TRUE(has(read_text(scratch() / "followed" / "manifest.json"), "\"party_members\": \"all\""));
  EXPECT_TRUE(has(ask("repro '" + (scratch() / "followed").string() + "'").out, "Identical"));
}

TEST(Laboratory, SaysWhichFilesOnDiskAreSpoilt) {
  const fs::path out = scratch() / "spoilt";
  fs::remove_all(out);
  ASSERT_EQ(ask("run --sample 50000 --until 1921-06 --out '" + out.string() + "'").code, 0);
  std::ofstream(out / "events.csv", std::ios::app) << "by hand\n";
  fs::remove(out / "series.csv");
  const Answer answer = ask("repro '" + out.string() + "'");
  EXPECT_EQ(answer.code, 3);
  const std::string words = unwrapped(answer.out);
  EXPECT_TRUE(has(words, "events.csv: the file on disk has been changed, from line")) << words;
  EXPECT_TRUE(has(words, "series.csv: the file on disk is missing; recomputed it is as the manifest says")) << words;
  EXPECT_TRUE(has(words, "The manifest holds")) << words;
  const auto json = nlohmann::json::parse(ask("repro '" + (out / "manifest.json").string() + "' --json").out);
  EXPECT_EQ(json["identical"], false);
  EXPECT_EQ(json["digest"], json["digest_recomputed"]);
  for (const auto& file : json["files"]) {
    EXPECT_EQ(file["recomputed"], "as the manifest says") << file;
    EXPECT_EQ(file["identical"], file["on_disk"] == "as the manifest says") << file;
  }
}

TEST(Laboratory, ComparesTheDigestOfTheResults) {
  const fs::path out = scratch() / "digest";
  fs::remove_all(out);
  ASSERT_EQ(ask("run --sample 50000 --until 1921-06 --out '" + out.string() + "'").code, 0);
  // Alone a manifest promises what comes out, not what lies beside it.
  fs::create_directories(out / "alone");
  fs::copy_file(out / "manifest.json", out / "alone" / "manifest.json");
  const Answer alone = ask("repro '" + (out / "alone" / "manifest.json").string() + "'");
  EXPECT_EQ(alone.code, 0) << alone.out;
  EXPECT_TRUE(has(unwrapped(alone.out), "No files lie beside it")) << alone.out;
  EXPECT_EQ(ask("repro '" + (out / "alone").string() + "'").code, 3);
  std::string text = read_text(out / "manifest.json");
  const std::string digest = nlohmann::json::parse(text)["digest"];
  text.replace(text.find(digest), digest.size(), "0000000000000000");
  std::ofstream(out / "manifest.json") << text;
  const Answer answer = ask("repro '" + out.string() + "'");
  EXPECT_EQ(answer.code, 3);
  EXPECT_TRUE(has(unwrapped(answer.out), "the manifest says 0000000000000000, recomputed it is " + digest)) << answer.out;
}

TEST(Laboratory, RepeatsACommandWithQuotesInIt) {
  const fs::path out = scratch() / "quoted";
  fs::remove_all(out);
  const std::string act = "lever.rigour=0.5@1921-05 when rung('trotsky') < 3";
  ASSERT_EQ(ask("run --sample 50000 --until 1921-09 --do \"" + act + "\" --out '" + out.string() + "'").code, 0);
  const Answer answer = ask("repro '" + out.string() + "'");
  EXPECT_TRUE(has(answer.out, "Identical")) << answer.out << answer.errors;
}

TEST(Laboratory, RefusesAManifestWhoseNumbersCannotBeMeant) {
  const fs::path out = scratch() / "odd";
  fs::remove_all(out);
  ASSERT_EQ(ask("run --sample 50000 --until 1921-05 --out '" + out.string() + "'").code, 0);
  const std::string text = read_text(out / "manifest.json");
  for (const auto& [from, to] : {std::pair{"\"sample\": 50000", "\"sample\": 0"}, {"\"seed\": 7", "\"seed\": -1"}}) {
    std::string changed = text;
    ASSERT_NE(changed.find(from), std::string::npos);
    changed.replace(changed.find(from), std::string(from).size(), to);
    std::ofstream(out / "manifest.json") << changed;
    EXPECT_EQ(ask("why --run '" + out.string() + "'").code, 1) << to;
  }
}

TEST(Laboratory, RefusesWordsThatAreNoText) {
  const Answer answer =
      ask("run 'frag\xe9"
          ".toml'");
  EXPECT_EQ(answer.code, 1);
  EXPECT_TRUE(has(answer.errors, "UTF-8")) << answer.errors;
}

TEST(Laboratory, RefusesNumbersThatNothingCanBe) {
  for (const char* act : {"lever.rigour=1e300@1923-05", "at=1923-05, act='set', lever='rigour', value=nan"})
    EXPECT_EQ(ask("run --sample 50000 --do \"" + std::string(act) + "\"").code, 1) << act;
}

}  // namespace
}  // namespace thermidor::cli
