#include "experiment/members_folder.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/digest.hpp"
#include "experiment/csv.hpp"
#include "experiment/json_parts.hpp"
#include "experiment/members_netcdf.hpp"
#include "experiment/members_tables.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/streamed_file.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr int kIndent = 2;

Json spread_json(const Spread& spread) {
  return {{"n", spread.n},
          {"mean", number(spread.mean)},
          {"sd", number(spread.sd)},
          {"q05", number(spread.q05)},
          {"q25", number(spread.q25)},
          {"q50", number(spread.q50)},
          {"q75", number(spread.q75)},
          {"q95", number(spread.q95)}};
}

Json outcome_json(const MembersPlan& plan, const OutcomeSummary& outcome) {
  Json json = {{"id", outcome.plan.id}, {"title", outcome.plan.title}, {"unit", outcome.plan.unit}};
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) json[plan.arm_name(arm)] = spread_json(outcome.arms[arm]);
  if (!outcome.comparison) return json;
  const Comparison& c = *outcome.comparison;
  json["difference"] = {{"mean", number(c.difference)},
                        {"low", number(c.low)},
                        {"high", number(c.high)},
                        {"interval", interval_name(c.interval)},
                        {"level", c.level},
                        {"sign_share", number(c.sign_share)},
                        {"n", c.n},
                        {"distinguishable", c.distinguishable},
                        {"weighted", number(c.difference_weighted)},
                        {"effective_sample", number(c.effective_sample)},
                        {"error_monte_carlo", number(c.standard_error)}};
  return json;
}

Json request_part(const MembersPlan& plan, const MembersContext& context) {
  const RunRequest& request = context.request;
  Json json = {{"scenario", request.scenario},
               {"seed", request.seed},
               {"sample", request.sample},
               {"outside", request.outside},
               {"traits", request.traits},
               {"parameters", plan.design.kind() == DesignKind::posterior ? "posterior" : "stored"},
               {"explanations", request.explanations},
               {"history_until", text_or_null(request.history_until)},
               {"until", format_month(plan.last)},
               {"acts", context.acts}};
  if (request.party_members != "strata") json["party_members"] = request.party_members;
  return json;
}

Json head(const MembersPlan& plan, const MembersContext& context, const char* schema) {
  Json json = {{"schema", schema},
               {"engine", context.stamp.engine},
               {"scenario", context.stamp.scenario},
               {"scenario_digest", context.stamp.scenario_digest},
               {"kind", "ensemble"},
               {"command", context.command}};
  json["request"] = request_part(plan, context);
  json["design"] = design_name(plan.design.kind());
  json["members"] = plan.design.members();
  json["arms"] = Json::array();
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) json["arms"].push_back(plan.arm_name(arm));
  json["parameters"] = plan.design.parameters();
  json["extrapolated_from"] = extrapolated_json(context.stamp.data_end, plan.last);
  return json;
}

std::string version_of(const std::string& engine) {
  const std::size_t blank = engine.find(' ');
  return blank == std::string::npos ? engine : engine.substr(blank + 1);
}

std::string readme_text(const MembersPlan& plan, const MembersSummary& summary, const MembersContext& context) {
  std::string text = "# An ensemble of " + std::to_string(summary.members) + " members\n\nScenario: " + context.scenario_title +
                     " (" + context.stamp.scenario + ", digest " + context.stamp.scenario_digest + "). Made by " +
                     context.stamp.engine + ":\n\n    " + context.command +
                     " --out DIR\n\nDesign: " + design_name(plan.design.kind()) + ". Arms: ";
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) text += (arm == 0 ? "" : ", ") + std::string(plan.arm_name(arm));
  text += ".\n\n";
  const std::string beyond = extrapolation_sentence(context.stamp.data_end, plan.last);
  if (!beyond.empty()) text += beyond + "\n\n";
  for (const std::string& act : context.acts) text += "- done in the counterfactual: " + act + "\n";
  text +=
      "\n| file | a row is |\n|---|---|\n| members.csv | one member: seed, endings, digests, constants, outcomes of each arm "
      "|\n"
      "| outcomes.csv | one outcome in one arm; the paired difference stands with the counterfactual |\n"
      "| endings.csv | one ending: the share of members that reach it |\n| checks.csv | one check of the scenario in one arm "
      "|\n"
      "| single_case.csv | one kind of event in one arm: for how many persons it fired |\n"
      "| series.csv | one quantile over members of one series in one month |\n";
  if (context.netcdf) text += "| members.nc | NetCDF-4, CF-1.8: every member's outcomes and series (arm, member, time) |\n";
  text +=
      "\nNumbers are simulated, not recorded; an empty cell could not be measured. `thermidor repro DIR` makes the folder "
      "again "
      "and says whether it comes out the same; `thermidor cite DIR` gives citations.\n\n```python\nimport xarray, pandas\n"
      "members = xarray.open_dataset(\"members.nc\")\ntable = pandas.read_csv(\"members.csv\")\n```\n\n```r\n"
      "table <- read.csv(\"members.csv\")\n```\n";
  return text;
}

std::string citation_text(const MembersSummary& summary, const MembersContext& context) {
  return "cff-version: 1.2.0\nmessage: \"Please cite the software and the digest of the results.\"\ntype: dataset\n"
         "title: \"Ensemble of scenario " +
         context.stamp.scenario +
         ", Thermidor: a laboratory of counterfactual history\"\nauthors:\n  - name: \"The Thermidor "
         "project\"\nversion: \"" +
         version_of(context.stamp.engine) + "\"\nidentifiers:\n  - type: other\n    value: \"" + format_digest(summary.digest) +
         "\"\n    description: \"digest of the results\"\n  - type: other\n    value: \"" + context.stamp.scenario_digest +
         "\"\n    description: \"digest of the scenario\"\n";
}

std::string package_text(const MembersPlan& plan, const MembersContext& context, const std::vector<std::string>& names) {
  const std::string beyond = extrapolation_sentence(context.stamp.data_end, plan.last);
  Json json = {{"name", "thermidor-ensemble-" + context.stamp.scenario},
               {"title", "Ensemble of scenario " + context.stamp.scenario},
               {"description", context.command + (beyond.empty() ? "" : ". " + beyond)},
               {"version", version_of(context.stamp.engine)},
               {"licenses", Json::array({{{"name", "CC-BY-4.0"}}})}};
  json["resources"] = Json::array();
  for (const std::string& name : names) {
    if (name.ends_with(".csv"))
      json["resources"].push_back({{"name", name.substr(0, name.size() - 4)},
                                   {"path", name},
                                   {"format", "csv"},
                                   {"mediatype", "text/csv"},
                                   {"encoding", "utf-8"}});
    if (name.ends_with(".nc"))
      json["resources"].push_back({{"name", name.substr(0, name.size() - 3) + "-nc"},
                                   {"path", name},
                                   {"format", "nc"},
                                   {"mediatype", "application/x-netcdf"}});
  }
  return json.dump(kIndent) + "\n";
}

std::string manifest_text(const std::string& folder, const MembersPlan& plan, const MembersSummary& summary,
                          const MembersContext& context, const std::vector<std::string>& names) {
  Json json = head(plan, context, "thermidor-manifest-1");
  json["digest"] = format_digest(summary.digest);
  json["files"] = Json::array();
  for (const std::string& name : names) {
    std::uint64_t bytes = 0;
    std::uint64_t digest = 0;
    if (!digest_file((fs::path(folder) / name).string(), bytes, digest)) return {};
    json["files"].push_back({{"name", name}, {"bytes", bytes}, {"digest", format_digest(digest)}});
  }
  return json.dump(kIndent) + "\n";
}

}  // namespace

std::string write_members_folder(const std::string& folder, const MembersPlan& plan, FinishedMembers& members,
                                 const MembersSummary& summary, const MembersContext& context, const Executor& executor) {
  std::vector<std::string> names = {"members.csv", "series.csv"};
  if (!write_members(folder, plan, members)) return "cannot write " + folder + "/members.csv";
  if (!write_series_quantiles(folder, plan, members, executor)) return "cannot write " + folder + "/series.csv";
  if (context.netcdf) {
    const std::string beyond = extrapolation_sentence(context.stamp.data_end, plan.last);
    const std::string source = context.stamp.engine + ", scenario " + context.stamp.scenario + ", digest " +
                               context.stamp.scenario_digest + (beyond.empty() ? "" : ". " + beyond);
    std::string wrong = write_netcdf((fs::path(folder) / "members.nc").string(), plan, members,
                                     {"Ensemble of " + context.scenario_title, source, context.command});
    if (!wrong.empty()) return wrong;
    names.emplace_back("members.nc");
  }
  std::vector<FolderFile> files = {
      {"outcomes.csv", outcomes_summary_csv(plan, summary)}, {"endings.csv", endings_summary_csv(plan, summary)},
      {"checks.csv", checks_summary_csv(plan, summary)},     {"single_case.csv", kinds_summary_csv(plan, summary)},
      {"README.md", readme_text(plan, summary, context)},    {"CITATION.cff", citation_text(summary, context)}};
  for (const FolderFile& file : files) names.push_back(file.name);
  files.push_back({"datapackage.json", package_text(plan, context, names)});
  names.emplace_back("datapackage.json");
  std::string wrong = write_folder(folder, files);
  if (!wrong.empty()) return wrong;
  remove_stale(folder, names);
  const std::string manifest = manifest_text(folder, plan, summary, context, names);
  if (manifest.empty()) return "cannot read back what was written to " + folder;
  return write_folder(folder, {{"manifest.json", manifest}});
}

std::string members_json(const MembersPlan& plan, const MembersSummary& summary, const MembersContext& context) {
  Json json = head(plan, context, "thermidor-ensemble-1");
  json["faulted"] = summary.faulted;
  json["effective_sample"] = number(summary.effective_sample);
  if (plan.paired()) {
    json["first_parted"] = month_or_null(summary.first_parted.value_or(Month{}));
    json["last_parted"] = month_or_null(summary.last_parted.value_or(Month{}));
    json["never_parted"] = summary.never_parted;
  }
  json["outcomes"] = Json::array();
  for (const OutcomeSummary& outcome : summary.outcomes) json["outcomes"].push_back(outcome_json(plan, outcome));
  json["endings"] = Json::array();
  for (const EndingSummary& ending : summary.endings) {
    Json row = {{"id", ending.id}, {"title", ending.title}};
    for (std::size_t arm = 0; arm < plan.arms(); ++arm) row[plan.arm_name(arm)] = ending.shares[arm];
    json["endings"].push_back(row);
  }
  json["digest"] = format_digest(summary.digest);
  return json.dump(kIndent);
}

}  // namespace thermidor::experiment
