// Other scenarios by the same command.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/ask.hpp"

namespace thermidor::cli {
namespace {

TEST(OtherWorlds, AreListedAndRun) {
  const Answer list = ask("list scenarios");
  EXPECT_EQ(list.code, 0) << list.errors;
  for (const char* name : {"paris-1793", "society", "soviet-1921"}) EXPECT_TRUE(has(list.out, name)) << list.out;
  EXPECT_FALSE(has(list.out, "has faults")) << list.out;
  const Answer run = ask("run society --seed 3");
  EXPECT_EQ(run.code, 0) << run.errors;
  EXPECT_TRUE(has(run.out, "general meeting meets")) << run.out;
  EXPECT_TRUE(has(run.out, "The society is ruled by")) << run.out;
  EXPECT_FALSE(has(run.out, "grain harvest")) << run.out;
}

TEST(OtherWorlds, WriteAFolderThatRepeatsItself) {
  const fs::path folder = scratch() / "run";
  fs::remove_all(folder);
  const Answer run = ask("run society --seed 3 --out '" + folder.string() + "'");
  ASSERT_EQ(run.code, 0) << run.errors;
  EXPECT_TRUE(fs::exists(folder / "report.html"));
  const Answer again = ask("repro '" + folder.string() + "'");
  EXPECT_EQ(again.code, 0) << again.out << again.errors;
}

TEST(OtherWorlds, AnswerAQuestionFromAFreeRunWhereThereIsNoRecord) {
  const Answer answer =
      ask("whatif P1 --scenario paris-1793 --runs 4 --sample 10000 --out '" + (scratch() / "P1").string() + "'");
  EXPECT_EQ(answer.code, 0) << answer.errors;
  EXPECT_TRUE(has(answer.out, "free until December 1793")) << answer.out;
  EXPECT_TRUE(has(answer.out, "Robespierre falls by August 1794")) << answer.out;
}

TEST(OtherWorlds, AreFreeWhereverARecordWouldDecide) {
  const std::string out = " --out '" + scratch().string() + "'";
  const Answer clock = ask("clock society --futures 2" + out);
  EXPECT_EQ(clock.code, 0) << clock.errors;
  EXPECT_TRUE(has(clock.out, "What was still open in a free run")) << clock.out;
  EXPECT_TRUE(has(clock.out, "society has no record of decisions")) << clock.out;
  EXPECT_FALSE(has(clock.out, "history")) << clock.out;
  const std::string csv = read_text(scratch() / "clock.csv");
  EXPECT_EQ(ask("clock society --of free --futures 2" + out).out, clock.out);
  EXPECT_EQ(read_text(scratch() / "clock.csv"), csv) << "nobody may be told to wait for a record";
  const std::string answers = "answers P1 --scenario paris-1793 --runs 2 --sample 50000" + out;
  EXPECT_TRUE(has(ask(answers).out, "free until the fork"));
  EXPECT_TRUE(has(ask(answers + " --json").out, "\"from\": \"free\""));
  const std::string members = "ensemble paris-1793 --question P1 --members 2 --sample 50000 --no-netcdf" + out;
  EXPECT_EQ(ask(members).code, 0);
  EXPECT_TRUE(has(read_text(scratch() / "manifest.json"), "\"history_until\": null"));
}

TEST(OtherWorlds, RefuseARecordThatTheyDoNotHave) {
  const Answer answer = ask("run paris-1793 --history-until 1793-09");
  EXPECT_EQ(answer.code, 1);
  EXPECT_TRUE(has(answer.errors, "--history-until is '1793-09', but the scenario records no decisions")) << answer.errors;
}

TEST(OtherWorlds, SayThatWithoutARecordThereIsNothingToPrice) {
  const Answer answer = ask("price society --seeds 1");
  EXPECT_EQ(answer.code, 0) << answer.errors;
  EXPECT_TRUE(has(answer.out, "society has no record of decisions")) << answer.out;
  EXPECT_FALSE(has(answer.out, "Bits by year")) << answer.out;
  EXPECT_TRUE(has(ask("price society --seeds 1 --json").out, "\"recorded\": false"));
}

TEST(OtherWorlds, SearchARewriteFromTheirOwnFirstMonths) {
  const std::string words = "price paris-1793 --sample 50000 --ending thermidor --target 0.01";
  const Answer answer = ask(words);
  EXPECT_EQ(answer.code, 0) << answer.errors;
  EXPECT_TRUE(has(answer.out, "By luck alone from 1793-0")) << answer.out;
  const Answer refused = ask(words + " --from 1922-04");
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(has(refused.errors, "--from 1922-04")) << refused.errors;
  EXPECT_TRUE(has(refused.errors, "from 1793-07 to 1794-12")) << refused.errors;
}

TEST(OtherWorlds, TellPunishmentsInTheirOwnWords) {
  std::string events;
  for (const char* seed : {"7", "9", "11"}) {
    const fs::path folder = scratch() / seed;
    const Answer run = ask("run paris-1793 --sample 10000 --seed " + std::string(seed) + " --out '" + folder.string() + "'");
    EXPECT_EQ(run.code, 0) << run.errors;
    events += read_text(folder / "events.csv");
  }
  EXPECT_TRUE(has(events, "is put out of the assemblies")) << events;
  EXPECT_FALSE(has(events, "is put out of the Committee")) << events;
}

}  // namespace
}  // namespace thermidor::cli
