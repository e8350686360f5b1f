// What is finished stays finished: real kills at random moments, a full disk, a second process in the same folder.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "cli/process.hpp"
#include "experiment/journal.hpp"

namespace thermidor::cli {
namespace {

using namespace std::chrono_literals;

// Forty pairs, some dozen milliseconds each.
constexpr const char* kStudy = "whatif C41 --runs 40 --traits prior --sample 20000 --threads 2 --out ";

std::map<std::string, std::string> bytes_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    files[entry.path().filename().string()] = read_text(entry.path());
  }
  return files;
}

fs::path fresh(const char* name) {
  const fs::path folder = scratch() / name;
  fs::remove_all(folder);
  return folder;
}

fs::path journal_in(const fs::path& folder) {
  if (!fs::exists(folder)) return {};
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".journal") return entry.path();
  }
  return {};
}

// Members committed so far, by the journal of a process that is dead.
std::map<std::size_t, std::string> committed(const fs::path& folder) {
  std::map<std::size_t, std::string> members;
  const fs::path path = journal_in(folder);
  if (path.empty()) return members;
  experiment::Journal journal;
  EXPECT_EQ(journal.open(path.string(), path.stem().string()), "");
  for (const std::size_t member : journal.members()) members[member] = journal.read(member).value_or("");
  return members;
}

// Kills the command again and again until it gets through; nothing that was committed may go or change.
int kill_until_done(const std::string& words, const fs::path& folder, std::mt19937& random) {
  std::map<std::size_t, std::string> before;
  for (int kills = 0; kills < 60; ++kills) {
    Process process(words);
    if (process.ends_within(std::chrono::milliseconds(std::uniform_int_distribution(5, 400 + 20 * kills)(random)))) {
      EXPECT_EQ(process.code(), 0) << process.errors();
      return kills;
    }
    process.kill_now();
    // The journal goes once the results are there; a process killed after that is asked to make them once more.
    if (!before.empty() && journal_in(folder).empty()) {
      EXPECT_FALSE(bytes_of(folder).empty());
      before.clear();
      continue;
    }
    const std::map<std::size_t, std::string> after = committed(folder);
    for (const auto& [member, payload] : before) {
      const auto found = after.find(member);
      EXPECT_TRUE(found != after.end() && found->second == payload) << member;
    }
    if (!after.empty()) before = after;
  }
  EXPECT_EQ(ask(words).code, 0);
  return 60;
}

void kill_and_compare(const std::string& study, unsigned seed) {
  const fs::path whole = fresh("whole");
  ASSERT_EQ(ask(study + whole.string()).code, 0);
  std::mt19937 random(seed);
  const fs::path cut = fresh("cut");
  const int kills = kill_until_done(study + cut.string() + " --resume", cut, random);
  EXPECT_GT(kills, 0);
  EXPECT_EQ(bytes_of(cut), bytes_of(whole));
}

TEST(Journal, AfterKillsAtRandomMomentsAQuestionsFolderHasTheSameBytes) { kill_and_compare(kStudy, 1); }

TEST(Journal, AfterKillsAtRandomMomentsAnEnsemblesFolderHasTheSameBytes) {
  kill_and_compare("ensemble --members 40 --sample 20000 --design lhs --do lever.rigour=1@1924-01 --threads 2 --out ", 3);
}

TEST(Journal, AfterKillsAtRandomMomentsAnotherInstrumentsFolderHasTheSameBytes) {
  kill_and_compare("attribute --permutations 8 --sample 50000 --threads 2 --out ", 2);
}

TEST(Journal, WhereTheDiskIsFullTheMembersFinishedAreKept) {
  const fs::path whole = fresh("whole");
  ASSERT_EQ(ask(kStudy + whole.string()).code, 0);
  const fs::path cut = fresh("cut");
  Process starved(kStudy + cut.string(), 600000);
  ASSERT_TRUE(starved.ends_within(120s));
  EXPECT_EQ(starved.code(), 2) << starved.errors();
  EXPECT_TRUE(has(starved.errors(), "members that were finished are kept")) << starved.errors();
  EXPECT_TRUE(has(starved.errors(), ".journal")) << starved.errors();
  EXPECT_FALSE(committed(cut).empty());
  EXPECT_EQ(ask(kStudy + cut.string() + " --resume").code, 0);
  EXPECT_EQ(bytes_of(cut), bytes_of(whole));
}

TEST(Journal, ASecondProcessInTheSameFolderIsRefusedAndHarmsNothing) {
  const fs::path whole = fresh("whole");
  ASSERT_EQ(ask(kStudy + whole.string()).code, 0);
  const fs::path shared = fresh("shared");
  Process first(kStudy + shared.string(), 0, "first");
  while (journal_in(shared).empty() && !first.ends_within(1ms)) continue;
  Process second(kStudy + shared.string(), 0, "second");
  ASSERT_TRUE(second.ends_within(120s));
  EXPECT_EQ(second.code(), 2);
  EXPECT_TRUE(has(second.errors(), "another process is at work on")) << second.errors();
  ASSERT_TRUE(first.ends_within(120s));
  EXPECT_EQ(first.code(), 0) << first.errors();
  EXPECT_EQ(bytes_of(shared), bytes_of(whole));
}

}  // namespace
}  // namespace thermidor::cli
