// The command as a user and a program meet it: exit codes, messages, JSON, the results folder.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <regex>
#include <string>

#include "cli/ask.hpp"
#include "support/idle_branch.hpp"

namespace thermidor::cli {
namespace {

TEST(Command, WithoutWordsSaysWhereToStart) {
  const Answer answer = ask("");
  EXPECT_EQ(answer.code, 0);
  EXPECT_TRUE(has(answer.out, "thermidor whatif"));
}

TEST(Command, KnowsWhatWasMeant) {
  EXPECT_EQ(ask("rnu").code, 1);
  EXPECT_TRUE(has(ask("rnu").errors, "did you mean 'run'?"));
  EXPECT_EQ(ask("run --sead 3").code, 1);
  EXPECT_TRUE(has(ask("run --sead 3").errors, "did you mean '--seed'?"));
  EXPECT_TRUE(has(ask("run soviet-1912").errors, "soviet-1921"));
  EXPECT_TRUE(has(ask("run --outside recordet").errors, "did you mean 'recorded'?"));
  EXPECT_TRUE(has(ask("show trotzky").errors, "trotsky"));
  EXPECT_TRUE(has(ask("run --do lever.trade_monopol=0@1922-01").errors, "trade_monopoly"));
  EXPECT_TRUE(has(ask("run --do appoint.war_commissar=frunze@1925-01").errors, "did you mean post?"));
  for (const char* word : {"death", "deaths", "deat"})
    EXPECT_TRUE(has(ask(std::string("run --do ") + word + ".lenin=1@1922-01").errors, "did you mean health?")) << word;
  EXPECT_TRUE(has(ask("run --do 'lever.rigour=1@1922-01 when hungr>0.1'").errors, "did you mean village_hunger?"));
}

TEST(Command, SendsWhoeverAddsActsToAQuestionToTheEnsemble) {
  const Answer answer = ask("whatif C57 --do capitulate=trotsky@1927-12");
  EXPECT_EQ(answer.code, 1);
  EXPECT_TRUE(has(answer.errors, "thermidor ensemble --question C57 --do"));
}

TEST(Command, RefusesSeedsThatAreNoWholeNumbers) {
  for (const char* seed : {"-1", "99999999999999999999", "1.5", "abc", "''"}) {
    for (const char* command : {"run", "why", "clock", "whatif C39"}) {
      const Answer answer = ask(std::string(command) + " --seed " + seed);
      EXPECT_EQ(answer.code, 1) << command << seed;
      EXPECT_TRUE(has(answer.errors, "seed")) << answer.errors;
    }
  }
  EXPECT_TRUE(has(ask("run --seed -1").errors, "'-1' is no whole number from 0 to 18446744073709551615"));
  EXPECT_TRUE(has(ask("diff society 'society --seed -1'").errors, "'-1' is no whole number"));
  EXPECT_TRUE(has(ask("run society --seed 010").out, "seed 10,")) << "a leading zero is not octal";
}

TEST(Command, RefusesBadInputWithCodeOne) {
  for (const char* words : {"run --until 1950-01", "run --do nonsense", "whatif C999", "run --sample 0", "list nothing",
                            "validate /nowhere", "diff /nowhere /nowhere", "run --trace farm:x"}) {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.code, 1) << words << answer.errors;
    EXPECT_FALSE(answer.errors.empty()) << words;
  }
}

TEST(Command, RunPrintsOneObjectForPrograms) {
  const Answer answer = ask("run --sample 20000 --until 1922-02 --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  for (const char* key : {"schema", "engine", "scenario", "scenario_digest", "seed", "sample", "outside", "history_until",
                          "acts", "months", "digest", "ending", "endings", "checks"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  EXPECT_EQ(json["seed"], 7);
  EXPECT_EQ(json["months"], 12);
  ASSERT_FALSE(json["checks"].empty());
  for (const char* key : {"id", "kind", "value", "low", "high", "held", "reason"})
    EXPECT_TRUE(json["checks"][0].contains(key)) << key;
}

TEST(Command, GivesTheSameRunOnOneThreadAndOnMany) {
  EXPECT_EQ(ask("run --sample 20000 --until 1921-12 --threads 1 --json").out,
            ask("run --sample 20000 --until 1921-12 --threads 4 --json").out);
}

TEST(Command, ChecksWritesAPageWithARunOfEverySeedInItsBands) {
  const fs::path folder = scratch() / "checks";
  fs::remove_all(folder);
  ASSERT_EQ(ask("checks --seeds 2 --sample 20000 --out '" + folder.string() + "'").code, 0);
  std::ifstream file(folder / "report.html");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(has(page, "<section id=\"bands\">"));
  EXPECT_TRUE(has(page, " of 2<"));
  EXPECT_TRUE(has(page, "aria-label=\"2 runs, "));
}

TEST(Command, StrictRunFailsWithCodeThreeIfACheckFails) {
  const Answer answer = ask("run --sample 20000 --strict --json");
  const auto json = nlohmann::json::parse(answer.out);
  bool failed = false;
  for (const auto& check : json["checks"]) failed = failed || check["held"] == false;
  EXPECT_EQ(answer.code, failed ? 3 : 0);
}

TEST(Command, WritesAFolderThatRepeatsItself) {
  const fs::path first = scratch() / "first";
  const fs::path second = scratch() / "second";
  fs::remove_all(first);
  fs::remove_all(second);
  ASSERT_EQ(ask("run --sample 20000 --until 1922-02 --do lever.trade_monopoly=0.5@1921-09 --out '" + first.string() + "'").code,
            0);
  for (const char* name :
       {"manifest.json", "report.html", "series.csv", "series-wide.csv", "events.csv", "votes.csv", "posts.csv"}) {
    EXPECT_TRUE(fs::exists(first / name)) << name;
  }
  const std::string command = nlohmann::json::parse(read_text(first / "manifest.json"))["command"];
  ASSERT_EQ(ask(command.substr(std::string("thermidor ").size()) + " --out '" + second.string() + "'").code, 0);
  for (const fs::directory_entry& file : fs::directory_iterator(first)) {
    EXPECT_EQ(read_text(file.path()), read_text(second / file.path().filename())) << file.path();
  }
  EXPECT_TRUE(has(ask("diff '" + first.string() + "' '" + second.string() + "'").out, "do not part"));
  EXPECT_TRUE(has(ask("diff '" + first.string() + "' 'soviet-1921 --sample 20000 --until 1922-02'").out, "September 1921"));
}

TEST(Command, AnswersAQuestionFromAFileOutsideTheScenario) {
  const fs::path file = scratch() / "question.toml";
  std::ofstream(file)
      << "id = \"T1\"\ntitle = \"No tax in kind\"\nbackground = \"A test.\"\ndecider = \"nobody\"\nat = \"1921-09\"\n"
         "happened = \"There was one.\"\ncannot_tell = \"Much.\"\n"
         "[[do]]\nat = \"1921-09\"\nact = \"set\"\ninstrument = \"tax_in_kind\"\nvalue = 0\n"
         "[[outcome]]\nid = \"hunger\"\ntitle = \"Dead of hunger\"\nunit = \"million\"\n"
         "value = \"sum(famine_deaths, 1921-09..1922-02)\"\n";
  const fs::path out = scratch() / "question";
  fs::remove_all(out);
  const Answer answer = ask("whatif '" + file.string() + "' --runs 4 --sample 20000 --until 1922-02 --from free --out '" +
                            out.string() + "' --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json["question"], "T1");
  EXPECT_EQ(json["runs"], 4);
  EXPECT_EQ(json["outcomes"][0]["n"], 4);
  EXPECT_TRUE(fs::exists(out / "report.html"));
  EXPECT_TRUE(fs::exists(out / "outcomes.csv"));
  EXPECT_TRUE(read_text(out / "series.csv").starts_with("arm,quantile,date,series,unit,value\nbaseline,q05,1921-03,"));
  EXPECT_TRUE(read_text(out / "series-wide.csv").starts_with("arm,quantile,date,grain_harvest,"));
  const std::string report = read_text(out / "report.html");
  EXPECT_TRUE(has(report, "No tax in kind"));
  EXPECT_FALSE(has(report, "http://") && has(report, "src=\"http"));
}

TEST(Command, CarriesOutContrasts) {
  const Answer answer = ask("contrasts scissors.tight_from_the_start --seeds 2 --sample 20000 --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json["schema"], "thermidor-contrasts-1");
  EXPECT_EQ(json["runs"], 4);
  ASSERT_EQ(json["contrasts"].size(), 1U);
  EXPECT_EQ(json["contrasts"][0]["expectations"][0]["judged"], 2);
  const Answer table = ask("contrasts scissors.course scissors.tight_from_the_start --seeds 2 --sample 20000");
  EXPECT_TRUE(has(table.out, "contrasts come out as expected")) << table.out;
  EXPECT_TRUE(has(table.out, "instrument.credit_limit=0.5@1921-11..1924-03")) << table.out;
  EXPECT_TRUE(has(ask("contrasts scissor.course").errors, "scissors.course"));
  EXPECT_EQ(ask("contrasts scissor.course").code, 1);
  EXPECT_EQ(ask("contrasts scissors.course --parameters guessed").code, 1);
  EXPECT_TRUE(has(ask("list contrasts").out, "autumn1927.together"));
}

// A scenario of its own with few priors, so that the calibration takes a second.
TEST(Command, CalibratesAndDrawsFromWhatItFound) {
  const fs::path folder = scratch() / "calibrated";
  const fs::path out = scratch() / "calibration";
  fs::remove_all(folder);
  fs::remove_all(out);
  fs::copy(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921", folder, fs::copy_options::recursive);
  std::ofstream(folder / "calibration" / "priors.toml")
      << "[[prior]]\nparameter = \"farms.demography.hunger_deaths\"\nblock = \"farms\"\nlow = 0.1\nhigh = 0.6\nsource = \"x\"\n"
         "[[target]]\ncheck = \"econ.SF06\"\nblock = \"farms\"\n";
  fs::remove(folder / "calibration" / "posterior.csv");
  const std::string scenario = "'" + folder.string() + "'";
  EXPECT_TRUE(has(ask("checks " + scenario + " --parameters posterior").errors, "the scenario has no posterior"));
  EXPECT_TRUE(has(ask("calibrate " + scenario + " --block farm").errors, "did you mean farms?"));
  const std::string words =
      "calibrate " + scenario + " --chains 4 --rounds 4 --seeds 1 --keep 6 --sample 20000 --out '" + out.string() + "'";
  const Answer answer = ask(words);
  ASSERT_EQ(answer.code, 0) << answer.errors;
  EXPECT_TRUE(has(answer.out, "econ.SF06"));
  const std::string posterior = read_text(out / "posterior.csv");
  EXPECT_TRUE(has(posterior, "# targets: econ.SF06\n"));
  EXPECT_EQ(ask(words + " --threads 3").code, 0);
  EXPECT_EQ(read_text(out / "posterior.csv"), posterior);
  fs::copy_file(out / "posterior.csv", folder / "calibration" / "posterior.csv");
  EXPECT_TRUE(has(ask("validate " + scenario).out, "a posterior of 6 draws."));
  const std::string check = "checks " + scenario + " --seeds 3 --sample 20000 --json";
  const auto drawn = nlohmann::json::parse(ask(check).out);
  EXPECT_EQ(drawn["parameters"], "posterior");
  const auto stored = nlohmann::json::parse(ask(check + " --parameters stored").out);
  EXPECT_EQ(stored["parameters"], "stored");
  EXPECT_NE(drawn["checks"], stored["checks"]);
  const auto jittered = nlohmann::json::parse(ask(check + " --parameters stored --jitter 0.03").out);
  EXPECT_EQ(jittered["jitter"], 0.03);
  EXPECT_NE(jittered["checks"], stored["checks"]);
}

TEST(Command, ListsAndShowsWhatTheScenarioHolds) {
  for (const char* what : {"scenarios", "questions", "levers", "series", "people", "organs", "checks", "instruments", "posts",
                           "contrasts", "claims"}) {
    const Answer answer = ask(std::string("list ") + what + " --json");
    EXPECT_EQ(answer.code, 0) << what;
    EXPECT_FALSE(nlohmann::json::parse(answer.out).empty()) << what;
  }
  for (const char* name : {"C39", "trotsky", "politburo", "private_trade", "grain_harvest", "O01", "tax_in_kind",
                           "lever.rigour", "scissors.course"}) {
    EXPECT_EQ(ask(std::string("show ") + name).code, 0) << name;
  }
}

TEST(Command, ShowsAClaimWithItsRulesAndHowOftenTheyFire) {
  const Answer answer = ask("show M154 --seeds 2 --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json["id"], "M154");
  EXPECT_EQ(json["essay"], "L87.5, L89.1, L91");
  EXPECT_TRUE(has(answer.out, "src/party/impose_sanctions.cpp"));
  EXPECT_TRUE(has(answer.out, "party.ladder"));
  EXPECT_EQ(json["fired_in"], 2);
  EXPECT_EQ(json["free_runs"], 2);
  EXPECT_TRUE(json["events_a_run"].is_number());
  EXPECT_EQ(ask("show M154 --seeds 2 --json").out, answer.out);
  EXPECT_TRUE(has(ask("show M154 --seeds 2").out, "2 of 2 free runs"));
}

TEST(Command, FindsAClaimUnderItsIdAndAQuestionBesideIt) {
  for (const char* words : {"show A05", "show claim A05", "show claim:A05"}) {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.code, 0) << words;
    EXPECT_TRUE(has(answer.out, "Claim of the essay: actor")) << words;
    EXPECT_FALSE(has(answer.out, "free runs")) << "an actor is no rule that could fire";
  }
  EXPECT_TRUE(has(ask("show C39").out, "claim:C39"));
  EXPECT_TRUE(has(ask("show claim:C39").out, "Claim of the essay: counterfactual"));
  EXPECT_EQ(ask("show claim:M999").code, 1);
  EXPECT_EQ(ask("show claim:M017 extra words").code, 1);
}

TEST(Command, ListsClaimsThatNothingUsesWithTheReason) {
  const Answer answer = ask("list claims --unused --json");
  ASSERT_EQ(answer.code, 0) << answer.errors;
  const auto json = nlohmann::json::parse(answer.out);
  const std::string page = read_text(THERMIDOR_SOURCE_DIR "/docs/claims.md");
  for (const auto& row : json) {
    const std::string id = row["id"];
    EXPECT_FALSE(row["reason"].get<std::string>().empty()) << id;
    EXPECT_TRUE(has(page, "\n| " + id + " | ")) << id;
  }
  EXPECT_LT(json.size(), nlohmann::json::parse(ask("list claims --json").out).size());
  EXPECT_EQ(ask("list levers --unused").code, 1);
}

TEST(Command, KeepsItsLinesWithinAHundredColumns) {
  for (const char* words : {"run --sample 20000", "list questions", "list series", "list levers", "show C39", "show trotsky",
                            "checks --seeds 2 --sample 20000", "list contrasts", "list claims --unused", "show M017 --seeds 1",
                            "contrasts off.monopoly --seeds 1 --sample 20000", "show autumn1927.together"}) {
    const std::string text = ask(words).out;
    std::size_t column = 0;
    for (const char c : text) {
      if (c == '\n')
        column = 0;
      else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
        ++column;
      ASSERT_LE(column, 100U) << words;
    }
    EXPECT_EQ(text.find('\x1b'), std::string::npos) << words;  // no colours where nobody sees them
  }
}

TEST(Command, TracesAPersonAndAFarmWithoutMovingThem) {
  const Answer person = ask("run --sample 20000 --until 1924-06 --trace person:lenin");
  EXPECT_EQ(person.code, 0);
  EXPECT_TRUE(has(person.out, "month by month"));
  const Answer farm = ask("run --sample 20000 --until 1921-12 --trace farm:5");
  EXPECT_EQ(farm.code, 0);
  EXPECT_TRUE(has(farm.out, "grievance"));
}

TEST(Command, FollowsMembersAndTellsALife) {
  const Answer answer =
      ask("run --sample 20000 --until 1924-01 --party-members all --trace member:1 --out " + scratch().string());
  EXPECT_EQ(answer.code, 0) << answer.errors;
  EXPECT_TRUE(has(answer.out, "Members by the year in which they entered"));
  EXPECT_TRUE(has(answer.out, "in the party since"));
  EXPECT_TRUE(has(read_text(scratch() / "careers.csv"), "entered,members,spoke"));
  EXPECT_TRUE(has(read_text(scratch() / "lives.csv"), "accepted"));
  EXPECT_TRUE(has(ask("repro " + scratch().string()).out, "Identical"));
  EXPECT_EQ(ask("run --sample 20000 --until 1921-04 --trace member:1").code, 1);
  EXPECT_EQ(ask("run --sample 20000 --until 1921-04 --party-members some").code, 1);
}

TEST(Command, DoctorFindsThisBuildSound) {
  const Answer answer = ask("doctor");
  EXPECT_EQ(answer.code, 0) << answer.out;
}

// Copies the shipped scenario, puts `to` in the place of `from` in one file, and runs it.
Answer run_with(const std::string& file, const std::string& from, const std::string& to) {
  const fs::path folder = scratch() / "changed";
  fs::remove_all(folder);
  fs::copy(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921", folder, fs::copy_options::recursive);
  std::string text = read_text(folder / file);
  const std::size_t at = from.empty() ? text.size() : text.find(from);  // an empty `from` appends
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  std::ofstream(folder / file) << text;
  return ask("run '" + folder.string() + "' --sample 20000 --until 1921-04");
}

struct Refusal {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* reason;
};

const Refusal kRefusals[] = {
    {"OutOfBounds", "parameters/farms.toml", "food = { value = 18.4", "food = { value = 184",
     "food 184 is out of bounds; expected a number from 10 to 25"},
    {"NotFinite", "parameters/farms.toml", "food = { value = 18.4", "food = { value = nan",
     "food nan is out of bounds; expected a number from 10 to 25"},
    {"RowMissing", "tables/levers.toml", "id = \"private_trade\"", "id = \"trains\"",
     "no row 'private_trade'; expected a row with id = \"private_trade\""},
    {"RowTwice", "tables/weather_zones.toml", "id = \"volga\"", "id = \"north\"", "id 'north' is given twice"},
    {"BranchWithoutInputs", "tables/branches.toml", "", kIdleBranch,
     "branch 'idle' has no inputs; expected fuel, ore, metal, machines, power, timber or raw above 0"},
    {"RegionWithoutRail", "tables/regions.toml", "\nrail = 0.", "\nrail = 0.0 #",
     "is not reached by rail: rail is 0; expected rail above 0"},
    {"SharesThatDoNotAddUp", "tables/regions.toml", "\nindustry_share = 0.", "\nindustry_share = 0.9 #",
     "industry_share adds to 1."},
    {"ParameterMissing", "parameters/economy.toml", "spoilage = {", "# spoilage = {", "no parameter 'economy.grain.spoilage'"},
};

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.name; }

class BadScenario : public testing::TestWithParam<Refusal> {};

TEST_P(BadScenario, IsRefusedWithPlaceAndReason) {
  const Refusal& refusal = GetParam();
  const Answer answer = run_with(refusal.file, refusal.from, refusal.to);
  EXPECT_EQ(answer.code, 1);
  EXPECT_EQ(answer.out, "");
  // file:line:column: error: reason
  const std::size_t reason = answer.errors.find(refusal.reason);
  ASSERT_NE(reason, std::string::npos) << answer.errors;
  const std::size_t start = answer.errors.rfind('\n', reason) + 1;
  const std::string line = answer.errors.substr(start, answer.errors.find('\n', start) - start);
  EXPECT_TRUE(std::regex_search(line, std::regex(std::string(refusal.file) + ":[1-9][0-9]*:[1-9][0-9]*: error: "))) << line;
}

INSTANTIATE_TEST_SUITE_P(All, BadScenario, testing::ValuesIn(kRefusals),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace thermidor::cli
