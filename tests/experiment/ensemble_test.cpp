#include "experiment/ensemble.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "core/rng.hpp"
#include "experiment/journal.hpp"
#include "experiment/scratch_folder.hpp"
#include "experiment/thread_pool.hpp"

namespace thermidor::experiment {
namespace {

std::optional<std::string> draw_member(std::size_t member) {
  Random random(DrawKey{5, make_stream("test.member"), Month{0}, member});
  std::string text;
  for (int i = 0; i < 20; ++i) text += std::to_string(random.bits()) + ",";
  return text;
}

class EnsembleFolder : public testing::ScratchFolder {
 protected:
  std::string path() const { return (folder_ / "members.journal").string(); }
  void keep(const std::map<std::size_t, std::string>& members) const {
    Journal journal;
    ASSERT_EQ(journal.open(path(), "study"), "");
    for (const auto& [number, payload] : members) ASSERT_EQ(journal.append(number, payload), "");
  }
  void spoil(const char* sql) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
  }
};

TEST(ThreadPool, RunsEveryTaskOnce) {
  const ThreadPool pool(4);
  for (int round = 0; round < 50; ++round) {
    std::vector<std::atomic<int>> hits(101);
    for_each_index(pool, hits.size(), [&](std::size_t i) { ++hits[i]; });
    for (const std::atomic<int>& hit : hits) ASSERT_EQ(hit.load(), 1);
  }
}

TEST(Ensemble, GivesTheSameMembersWithOneThreadAndWithMany) {
  const ThreadPool one(1);
  const ThreadPool many(5);
  const EnsembleResult serial = run_ensemble(64, draw_member, {.executor = &one});
  const EnsembleResult parallel = run_ensemble(64, draw_member, {.executor = &many});
  EXPECT_TRUE(serial.finished);
  EXPECT_EQ(serial.members, parallel.members);
  EXPECT_EQ(std::set(serial.members.begin(), serial.members.end()).size(), 64U);
}

TEST(Ensemble, ReportsProgressOfEveryMember) {
  const ThreadPool pool(3);
  std::size_t last = 0;
  run_ensemble(10, draw_member, {.executor = &pool, .progress = [&](std::size_t done, std::size_t total) {
                                   EXPECT_EQ(total, 10U);
                                   last = done;
                                 }});
  EXPECT_EQ(last, 10U);
}

TEST_F(EnsembleFolder, AnInterruptedStudyGoesOnWithNothingLost) {
  const ThreadPool pool(2);
  const EnsembleResult whole = run_ensemble(40, draw_member, {.executor = &pool});
  std::atomic<bool> stop{false};
  EnsembleControl control{.executor = &pool, .stop = &stop, .journal = path(), .key = "study"};
  control.progress = [&](std::size_t done, std::size_t) { stop = done >= 15; };
  const EnsembleResult cut = run_ensemble(40, draw_member, control);
  EXPECT_FALSE(cut.finished);
  stop = false;
  control.progress = nullptr;
  std::atomic<int> computed{0};
  const EnsembleResult resumed = run_ensemble(
      40,
      [&](std::size_t member) {
        ++computed;
        return draw_member(member);
      },
      control);
  EXPECT_TRUE(resumed.finished);
  EXPECT_GE(resumed.resumed, 15U);
  EXPECT_EQ(computed.load(), 40 - static_cast<int>(resumed.resumed) + 1);  // one is computed again to test the journal
  EXPECT_EQ(resumed.members, whole.members);
}

TEST_F(EnsembleFolder, ASpoiltMemberCostsThatMemberOnly) {
  keep({{0, *draw_member(0)}, {1, *draw_member(1)}, {2, *draw_member(2)}});
  spoil("UPDATE members SET payload = CAST('x' || payload AS BLOB) WHERE member = 2");
  {
    Journal journal;
    ASSERT_EQ(journal.open(path(), "study"), "");
    EXPECT_EQ(journal.members(), (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(journal.read(1), draw_member(1));
    EXPECT_EQ(journal.read(2), std::nullopt);
  }
  const ThreadPool pool(1);
  const EnsembleResult result = run_ensemble(5, draw_member, {.executor = &pool, .journal = path(), .key = "study"});
  EXPECT_EQ(result.resumed, 2U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(result.members[i], *draw_member(i));
}

TEST_F(EnsembleFolder, MembersOfAnotherStudyAreForgotten) {
  keep({{0, *draw_member(0)}});
  Journal journal;
  ASSERT_EQ(journal.open(path(), "another study"), "");
  EXPECT_TRUE(journal.members().empty());
}

TEST_F(EnsembleFolder, MembersOfAnotherEngineAreNotTrusted) {
  keep({{0, "computed by an older engine"}, {1, *draw_member(1)}});
  const ThreadPool pool(1);
  const EnsembleResult result = run_ensemble(3, draw_member, {.executor = &pool, .journal = path(), .key = "study"});
  EXPECT_EQ(result.resumed, 0U);
  EXPECT_EQ(result.members[0], *draw_member(0));
}

TEST_F(EnsembleFolder, AFileThatIsNoJournalIsPutAside) {
  std::ofstream(path(), std::ios::binary) << "thermidor-journal 1 study\n" << std::string(5000, 'x');
  Journal journal;
  EXPECT_EQ(journal.open(path(), "study"), "");
  EXPECT_EQ(journal.append(0, "member"), "");
  EXPECT_TRUE(std::filesystem::exists(path() + ".spoilt"));
}

TEST_F(EnsembleFolder, StreamsMembersInOrderAndKeepsTheJournalUntilItIsRemoved) {
  const ThreadPool pool(3);
  std::vector<std::string> members;
  const EnsembleControl control{.executor = &pool, .journal = path(), .key = "study"};
  const EnsembleEnd end = stream_ensemble(30, draw_member, control, [&](FinishedMembers& finished) {
    for (int pass = 0; pass < 2; ++pass) {
      members.clear();
      finished.each([&](std::size_t number, const std::string& payload) {
        EXPECT_EQ(number, members.size());
        members.push_back(payload);
      });
    }
  });
  EXPECT_TRUE(end.finished);
  EXPECT_EQ(members, run_ensemble(30, draw_member, {.executor = &pool}).members);
  EXPECT_EQ(run_ensemble(30, draw_member, control).resumed, 30U);
  remove_journal(path());
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

// Payloads are bytes, zeros among them.
TEST_F(EnsembleFolder, GivesBackTheBytesThatItWasGiven) {
  std::string bytes;
  for (int i = 0; i < 70000; ++i) bytes += static_cast<char>(i * 37 % 256);
  keep({{3, bytes}, {4, ""}});
  Journal journal;
  ASSERT_EQ(journal.open(path(), "study"), "");
  EXPECT_EQ(journal.read(3), bytes);
  EXPECT_EQ(journal.read(4), "");
}

TEST_F(EnsembleFolder, WithResumeTheJournalOfAnotherRequestIsRefused) {
  keep({{0, *draw_member(0)}});
  const ThreadPool pool(1);
  EnsembleControl control{.executor = &pool, .journal = (folder_ / "other.journal").string(), .key = "other", .resume = true};
  const EnsembleResult refused = run_ensemble(3, draw_member, control);
  EXPECT_FALSE(refused.finished);
  EXPECT_NE(refused.error.find("another request"), std::string::npos);
  control.journal = path();
  control.key = "study";
  EXPECT_EQ(run_ensemble(3, draw_member, control).resumed, 1U);
}

}  // namespace
}  // namespace thermidor::experiment
