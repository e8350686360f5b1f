#include "experiment/results_folder.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "experiment/csv.hpp"
#include "experiment/decision_tables.hpp"
#include "experiment/manifest.hpp"
#include "experiment/mark_extrapolated.hpp"
#include "experiment/results_tables.hpp"
#include "experiment/study_tables.hpp"
#include "report/report.hpp"

namespace thermidor::experiment {
namespace {

void add_story_tables(std::span<const ArmRecord> arms, const ReportContext& context, Month fork,
                      std::vector<FolderFile>& files) {
  const Roster& roster = *context.roster;
  files.push_back({"events.csv", events_csv(arms, roster)});
  files.push_back({"votes.csv", votes_csv(arms, roster)});
  files.push_back({"ballots.csv", ballots_csv(arms, roster)});
  files.push_back({"posts.csv", posts_csv(arms, roster)});
  files.push_back({"standings.csv", standings_csv(arms, roster)});
  files.push_back({"forced.csv", forced_csv(arms, fork)});
  files.push_back({"decisions.csv", decisions_csv(arms, roster, {context.chronicle, context.acts})});
  files.push_back({"options.csv", options_csv(arms, roster)});
  files.push_back({"roll_calls.csv", roll_calls_csv(arms, roster)});
  files.push_back({"terms.csv", terms_csv(arms)});
}

}  // namespace

void remove_stale(const std::string& folder, const std::vector<std::string>& kept) {
  const std::filesystem::path path(folder);
  const Result<Manifest> former = load_manifest((path / "manifest.json").string());
  if (!former) return;
  for (const ManifestFile& file : former.value().files) {
    const bool plain = std::filesystem::path(file.name).filename() == file.name;
    if (!plain || std::find(kept.begin(), kept.end(), file.name) != kept.end()) continue;
    std::error_code error;
    std::filesystem::remove(path / file.name, error);
  }
}

std::string write_folder(const std::string& folder, const std::vector<FolderFile>& files) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return "cannot make the folder " + folder + ": " + error.message();
  std::vector<std::string> names;
  for (const FolderFile& file : files) names.push_back(file.name);
  if (names.size() > 1 && std::find(names.begin(), names.end(), "manifest.json") != names.end()) remove_stale(folder, names);
  for (const FolderFile& file : files) {
    if (!write_file((std::filesystem::path(folder) / file.name).string(), file.content)) {
      return "cannot write " + folder + "/" + file.name;
    }
  }
  return {};
}

std::vector<FolderFile> run_files(const RunSummary& summary, const ReportContext& context) {
  std::vector<FolderFile> files;
  const std::array<ArmRecord, 1> arms = {{{"run", 0, summary.record}}};
  files.push_back({"report.html", report::render_report(run_report(summary, context))});
  files.push_back({"series.csv", series_long_csv(arms)});
  files.push_back({"series-wide.csv", series_wide_csv(arms)});
  files.push_back({"regions.csv", regions_csv(arms, *context.roster)});
  files.push_back({"checks.csv", checks_csv(summary.checks)});
  const std::optional<Month> until = parse_month(summary.request.history_until);
  add_story_tables(arms, context, until.value_or(Month{}), files);
  if (summary.record->careers.kept()) {
    files.push_back({"careers.csv", careers_csv(summary.record->careers, summary.record->months.back())});
    files.push_back({"lives.csv", lives_csv(*summary.record, *context.roster)});
  }
  if (!summary.record->months.empty()) mark_extrapolated(files, summary.stamp.data_end, summary.record->months.back());
  files.push_back({"manifest.json", run_manifest(summary, context.command, files)});
  return files;
}

std::vector<FolderFile> study_files(const StudySummary& summary, const scenario::Question& question, const Pair& shown,
                                    std::uint64_t shown_seed, const ReportContext& context, bool members) {
  std::vector<FolderFile> files;
  const StudyPlan& plan = *summary.plan;
  const int member = static_cast<int>(shown_seed - plan.setup.seed);
  const std::array<ArmRecord, 2> arms = {
      {{"baseline", member, &shown.baseline}, {"counterfactual", member, &shown.counterfactual}}};
  files.push_back({"report.html", report::render_report(study_report(summary, question, shown, shown_seed, context))});
  files.push_back({"outcomes.csv", outcomes_csv(*summary.result)});
  files.push_back({"members.csv", members_csv(plan, *summary.result)});
  const StudyResult& result = *summary.result;
  files.push_back({"series.csv", members ? member_series_csv(plan, result) : quantile_series_csv(result)});
  files.push_back({"series-wide.csv", members ? member_wide_csv(plan, result) : quantile_wide_csv(result)});
  add_story_tables(arms, context, plan.fork, files);
  mark_extrapolated(files, summary.stamp.data_end, plan.last);
  files.push_back({"manifest.json", study_manifest(summary, context.command, shown_seed, files)});
  return files;
}

}  // namespace thermidor::experiment
