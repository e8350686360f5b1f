#include "experiment/ensemble.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
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
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(EnsembleFolder, ACutOrSpoiltLineCostsThatMemberOnly) {
  {
    std::ofstream file(path(), std::ios::binary);
    file << "thermidor-journal 1 study\n" << journal_line(0, *draw_member(0)) << journal_line(1, *draw_member(1));
    std::string spoilt = journal_line(2, *draw_member(2));
    spoilt[5] = spoilt[5] == '1' ? '2' : '1';
    file << spoilt << journal_line(3, *draw_member(3)).substr(0, 20);
  }
  const auto members = read_journal(path(), "study");
  EXPECT_EQ(members.size(), 2U);
  EXPECT_TRUE(read_journal(path(), "another study").empty());
  const ThreadPool pool(1);
  const EnsembleResult result = run_ensemble(5, draw_member, {.executor = &pool, .journal = path(), .key = "study"});
  EXPECT_EQ(result.resumed, 2U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(result.members[i], *draw_member(i));
}

TEST_F(EnsembleFolder, MembersOfAnotherEngineAreNotTrusted) {
  {
    std::ofstream file(path(), std::ios::binary);
    file << "thermidor-journal 1 study\n" << journal_line(0, "computed by an older engine") << journal_line(1, *draw_member(1));
  }
  const ThreadPool pool(1);
  const EnsembleResult result = run_ensemble(3, draw_member, {.executor = &pool, .journal = path(), .key = "study"});
  EXPECT_EQ(result.resumed, 0U);
  EXPECT_EQ(result.members[0], *draw_member(0));
}

}  // namespace
}  // namespace thermidor::experiment
