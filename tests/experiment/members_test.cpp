#include "experiment/members.hpp"

#include <gtest/gtest.h>
#include <netcdf.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "experiment/csv.hpp"
#include "experiment/members_folder.hpp"
#include "experiment/members_netcdf.hpp"
#include "experiment/scratch_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

MembersPlan small_plan(DesignKind kind, bool pairs, std::size_t members = 5) {
  MembersPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.design = MemberDesign(kind, members, 31, shipped().calibration);
  plan.setup = small_setup(31);
  if (pairs) plan.acts = {act_of("instrument.tax_in_kind=0@1921-09")};
  plan.fork = make_month(1921, 9);
  plan.last = make_month(1921, 12);
  plan.outcomes = {
      {"collected", "Grain collected in December", "Mt", parse_expression("at(state_grain_collections, 1921-12)").value(), {}}};
  plan.endings = ending_rules(shipped().params);
  plan.checks = {shipped().checks.front()};
  plan.series = {"grain_harvest", "famine_deaths"};
  return plan;
}

// Members without a journal.
template <class Use>
EnsembleEnd with_members(const MembersPlan& plan, const Executor& executor, Use&& use) {
  const SerialExecutor serial;
  return stream_ensemble(
      plan.design.members(),
      [&](std::size_t member) { return std::optional(encode_record(*play_member(plan, member, {.executor = &serial}))); },
      {.executor = &executor}, use);
}

TEST(Members, ReadBackAsTheyWereWritten) {
  const SerialExecutor serial;
  const MembersPlan plan = small_plan(DesignKind::lhs, true);
  const MemberRecord record = *play_member(plan, 2, {.executor = &serial});
  ASSERT_EQ(record.arms.size(), 2U);
  EXPECT_EQ(record.seed, 33U);
  EXPECT_EQ(Month{record.parted}, plan.fork);
  EXPECT_EQ(record.arms[0].series.size(), 2 * plan.months());
  const std::string bytes = encode_record(record);
  EXPECT_EQ(encode_record(*decode_record(bytes)), bytes);
  EXPECT_FALSE(decode_record(bytes.substr(0, bytes.size() - 1)));
  EXPECT_FALSE(decode_record(bytes + "x"));
  EXPECT_FALSE(decode_record("nonsense"));
}

TEST(Members, OfOneRunAreTheBaselineOfThePair) {
  const SerialExecutor serial;
  const MemberRecord pair = *play_member(small_plan(DesignKind::sobol, true), 1, {.executor = &serial});
  const MemberRecord single = *play_member(small_plan(DesignKind::sobol, false), 1, {.executor = &serial});
  EXPECT_EQ(pair.arms[0].digest, single.arms[0].digest);
  EXPECT_NE(pair.arms[1].digest, single.arms[0].digest);
  // Other constants than the stored ones.
  EXPECT_NE(play_member(small_plan(DesignKind::seeds, false), 1, {.executor = &serial})->arms[0].digest, single.arms[0].digest);
}

TEST(Members, AreSummarisedByExactQuantilesAndPairedDifferences) {
  const ThreadPool pool(2);
  const MembersPlan plan = small_plan(DesignKind::seeds, true);
  MembersSummary summary;
  std::vector<double> before;
  std::vector<double> after;
  with_members(plan, pool, [&](FinishedMembers& members) {
    summary = summarise_members(plan, members, pool);
    members.each([&](std::size_t, const std::string& bytes) {
      const MemberRecord record = *decode_record(bytes);
      before.push_back(record.arms[0].outcomes[0]);
      after.push_back(record.arms[1].outcomes[0]);
    });
  });
  EXPECT_EQ(summary.members, 5U);
  EXPECT_EQ(summary.outcomes[0].arms[0].q50, quantile_of(before, 0.5));
  EXPECT_EQ(summary.outcomes[0].arms[1].q95, quantile_of(after, 0.95));
  EXPECT_EQ(summary.outcomes[0].comparison->difference, compare_pairs(before, after, {}, {}).difference);
  EXPECT_EQ(summary.first_parted, plan.fork);
  EXPECT_EQ(summary.never_parted, 0U);
  EXPECT_EQ(summary.checks[0][0].held + summary.checks[0][0].failed + summary.checks[0][0].not_judged, 5);
}

// What is gathered in several passes is what one pass gathers.
TEST(Members, AreGatheredInPassesOfAnySize) {
  const SerialExecutor serial;
  const MembersPlan plan = small_plan(DesignKind::seeds, false);
  const auto series = [](const MemberRecord& record, std::size_t arm) -> const std::vector<float>& {
    return record.arms[arm].series;
  };
  with_members(plan, serial, [&](FinishedMembers& members) {
    const auto all = gather_cells<float>(members, 0, 8, series, 0);
    ASSERT_EQ(all.size(), 8U);
    for (std::size_t cell = 0; cell < 8; ++cell)
      EXPECT_EQ(gather_cells<float>(members, cell, cell + 1, series, 0)[0], all[cell]);
  });
  // Bounded, whatever the members.
  EXPECT_LE(cells_at_once(1000000, 8) * 1000000 * 8, std::size_t{1} << 28);
  EXPECT_EQ(cells_at_once(std::size_t{1} << 40, 8), 1U);
}

TEST(Members, TakeOutcomesByName) {
  const std::vector<EndingRule> endings = ending_rules(shipped().params);
  const auto read = [&](const std::vector<std::string>& names) {
    return read_outcome_names(names, shipped().checks, endings, shipped().questions, shipped().vocabulary);
  };
  const auto chosen = read({"econ.SF03", "O01", "mean(grain_harvest, 1925)"});
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen.value()[0].id, "econ.SF03");
  EXPECT_EQ(chosen.value()[1].unit, "share of runs");
  EXPECT_GT(read({}).value().size(), 50U);
  const auto wrong = read({"econ.SF3"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.diagnostics().front().suggestion, "econ.SF03");
}

class MembersFolder : public testing::ScratchFolder {
 protected:
  std::string bytes(const std::string& folder, const std::string& name) const {
    std::ifstream file(folder_ / folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(const std::string& folder, const MembersPlan& plan, const Executor& executor) const {
    std::filesystem::create_directories(folder_ / folder);
    MembersContext context;
    context.stamp = {"thermidor test", "soviet-1921", "0"};
    context.command = "thermidor ensemble";
    const EnsembleEnd end = with_members(plan, executor, [&](FinishedMembers& members) {
      const MembersSummary summary = summarise_members(plan, members, executor);
      EXPECT_EQ(write_members_folder((folder_ / folder).string(), plan, members, summary, context, executor), "");
    });
    EXPECT_TRUE(end.finished);
  }
};

TEST_F(MembersFolder, HasTheSameBytesWithOneThreadAndWithMany) {
  const MembersPlan plan = small_plan(DesignKind::lhs, true);
  write("one", plan, SerialExecutor{});
  write("many", plan, ThreadPool{3});
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "one")) {
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(bytes("one", name), bytes("many", name)) << name;
    ++files;
  }
  EXPECT_EQ(files, 11);
  const auto rows = parse_csv(bytes("one", "members.csv"));
  EXPECT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[0].back(), "collected.counterfactual");
}

TEST_F(MembersFolder, HasEveryMembersSeriesAsNetcdfWithUnits) {
  // More members than one chunk holds.
  const MembersPlan plan = small_plan(DesignKind::lhs, true, 70);
  write("nc", plan, ThreadPool{2});
  int file = -1;
  ASSERT_EQ(nc_open((folder_ / "nc" / "members.nc").c_str(), NC_NOWRITE, &file), NC_NOERR);
  std::size_t length = 0;
  int id = -1;
  const std::vector<std::pair<const char*, std::size_t>> dimensions = {
      {"arm", 2}, {"member", 70}, {"time", plan.months()}, {"parameter", plan.design.parameters().size()}};
  for (const auto& [name, expected] : dimensions) {
    ASSERT_EQ(nc_inq_dimid(file, name, &id), NC_NOERR) << name;
    nc_inq_dimlen(file, id, &length);
    EXPECT_EQ(length, expected) << name;
  }
  const SerialExecutor serial;
  const MemberRecord record = *play_member(plan, 66, {.executor = &serial});
  ASSERT_EQ(nc_inq_varid(file, "grain_harvest", &id), NC_NOERR);
  std::vector<float> values(plan.months());
  const std::size_t start[3] = {1, 66, 0};
  const std::size_t count[3] = {1, 1, plan.months()};
  ASSERT_EQ(nc_get_vara_float(file, id, start, count, values.data()), NC_NOERR);
  EXPECT_TRUE(std::equal(values.begin(), values.end(), record.arms[1].series.begin()));
  std::string units(200, ' ');
  ASSERT_EQ(nc_inq_attlen(file, id, "units", &length), NC_NOERR);
  nc_get_att_text(file, id, "units", units.data());
  EXPECT_EQ(units.substr(0, length), series_list()[static_cast<std::size_t>(find_series("grain_harvest"))].unit);
  EXPECT_EQ(nc_inq_attlen(file, id, "long_name", &length), NC_NOERR);
  ASSERT_EQ(nc_inq_varid(file, "time", &id), NC_NOERR);
  std::vector<int> days(plan.months());
  nc_get_var_int(file, id, days.data());
  EXPECT_EQ(days[0], 0);
  EXPECT_EQ(days[1], 31);  // March has 31 days
  EXPECT_EQ(days[2], 61);
  ASSERT_EQ(nc_inq_attlen(file, id, "units", &length), NC_NOERR);
  nc_get_att_text(file, id, "units", units.data());
  EXPECT_EQ(units.substr(0, length), "days since 1921-03-01");
  ASSERT_EQ(nc_inq_varid(file, "outcome.collected", &id), NC_NOERR);
  double outcome = 0;
  nc_get_var1_double(file, id, start, &outcome);
  EXPECT_EQ(outcome, record.arms[1].outcomes[0]);
  nc_close(file);
}

TEST_F(MembersFolder, ThatCannotBeWrittenIsSaidSo) {
  const MembersPlan plan = small_plan(DesignKind::seeds, false, 2);
  const SerialExecutor serial;
  with_members(plan, serial, [&](FinishedMembers& members) {
    EXPECT_NE(write_netcdf((folder_ / "no" / "members.nc").string(), plan, members, {}), "");
    EXPECT_NE(write_members_folder((folder_ / "no").string(), plan, members, {}, {}, serial), "");
  });
}

}  // namespace
}  // namespace thermidor::experiment
