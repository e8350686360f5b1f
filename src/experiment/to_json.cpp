#include "experiment/to_json.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/digest.hpp"
#include "experiment/json_parts.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kIndent = 2;

Json head(const char* schema, const ScenarioStamp& stamp) {
  Json json;
  json["schema"] = schema;
  json["engine"] = stamp.engine;
  json["scenario"] = stamp.scenario;
  json["scenario_digest"] = stamp.scenario_digest;
  return json;
}

void add_request(Json& json, const RunRequest& request) {
  json["seed"] = request.seed;
  json["sample"] = request.sample;
  json["outside"] = request.outside;
  json["traits"] = request.traits;
  json["parameters"] = request.parameters;
  json["explanations"] = request.explanations;
  if (request.party_members != "strata") json["party_members"] = request.party_members;
  json["history_until"] = text_or_null(request.history_until);
}

Json careers_json(const Careers& careers) {
  const CareerShares shares = share_careers(careers);
  Json json;
  json["members"] = careers.members;
  json["bytes_per_member"] = number(careers.bytes_per_member);
  json["changed_minds"] = careers.changed_minds;
  json["spoke"] = number(shares.spoke);
  json["expelled"] = {{"silent", number(shares.expelled[0])}, {"spoke", number(shares.expelled[1])}};
  json["promoted_a_year"] = {{"silent", number(shares.promoted[0])}, {"spoke", number(shares.promoted[1])}};
  return json;
}

Month last_of(const RunSummary& summary) { return summary.record->months.empty() ? Month{} : summary.record->months.back(); }

Json check_json(const CheckResult& check) {
  Json json;
  json["id"] = check.id;
  json["kind"] = check.kind;
  json["title"] = check.title;
  json["use"] = text_or_null(check.use);
  json["value"] = number(check.value);
  json["low"] = number(check.low);
  json["high"] = number(check.high);
  json["held"] = check.held ? Json(*check.held) : Json(nullptr);
  json["reason"] = check.reason;
  return json;
}

Json ending_list(const RunSummary& summary) {
  Json list = Json::array();
  for (const RunSummary::Ending& ending : summary.endings) {
    list.push_back({{"id", ending.id}, {"date", format_month(ending.date)}, {"title", ending.title}});
  }
  return list;
}

Json outcome_json(const OutcomeResult& outcome) {
  const Comparison& c = outcome.comparison;
  Json json;
  json["id"] = outcome.plan.id;
  json["title"] = outcome.plan.title;
  json["unit"] = outcome.plan.unit;
  json["date"] = format_month(outcome.date);
  json["statistic"] = statistic_name(c.statistic);
  json["recorded"] = number(outcome.plan.recorded);
  json["baseline"] = number(c.baseline);
  json["counterfactual"] = number(c.counterfactual);
  json["difference"] = number(c.difference);
  json["low"] = number(c.low);
  json["high"] = number(c.high);
  json["interval"] = {{"kind", interval_name(c.interval)}, {"level", c.level}};
  json["sign_share"] = number(c.sign_share);
  json["n"] = c.n;
  json["distinguishable"] = c.distinguishable;
  json["difference_weighted"] = number(c.difference_weighted);
  json["effective_sample"] = number(c.effective_sample);
  json["error"] = {{"monte_carlo", number(c.standard_error)},
                   {"parameters", number(outcome.error_parameters)},
                   {"explanations", number(outcome.error_explanations)}};
  json["difference_prior_traits"] = number(outcome.difference_drawn);
  return json;
}

Json forced_list(const StudyResult& result) {
  Json list = Json::array();
  for (const ForcedDecision& forced : result.forced) {
    list.push_back({{"date", format_month(forced.month)}, {"act", forced.act}, {"probability", number(forced.probability)}});
  }
  return list;
}

Json ending_shares(const StudyResult& result, bool counterfactual) {
  Json shares = Json::object();
  for (const EndingCount& ending : result.endings) {
    const double share = counterfactual ? ending.counterfactual : ending.baseline;
    if (ending.baseline > 0 || ending.counterfactual > 0) shares[ending.id] = number(share);
  }
  return shares;
}

Json study_body(const StudySummary& summary) {
  const StudyResult& result = *summary.result;
  Json json = head("thermidor-whatif-1", summary.stamp);
  json["question"] = summary.question;
  json["title"] = summary.title;
  add_request(json, summary.request);
  json["from"] = summary.from;
  json["fork"] = format_month(summary.plan->fork);
  json["until"] = format_month(summary.plan->last);
  json["extrapolated_from"] = extrapolated_json(summary.stamp.data_end, summary.plan->last);
  json["acts"] = summary.acts;
  json["runs"] = summary.plan->runs;
  json["applicable"] = result.applicable;
  json["faulted"] = result.faulted;
  json["forced"] = forced_list(result);
  json["history"] = {{"decisions", number(result.mean_history_decisions)},
                     {"mean_log_probability", number(result.mean_log_probability)},
                     {"effective_sample", number(result.effective_sample)}};
  Json outcomes = Json::array();
  for (const OutcomeResult& outcome : result.outcomes) outcomes.push_back(outcome_json(outcome));
  json["outcomes"] = outcomes;
  // The question's own answer: the parts of the error of its first outcome.
  json["error"] = outcomes.empty() ? Json({{"monte_carlo", nullptr}, {"parameters", nullptr}, {"explanations", nullptr}})
                                   : outcomes.front()["error"];
  json["endings"] = {{"baseline", ending_shares(result, false)}, {"counterfactual", ending_shares(result, true)}};
  json["answer"] = summary.answer;
  json["digest"] = format_digest(result.digest);
  return json;
}

Json file_list(const std::vector<FolderFile>& files) {
  Json list = Json::array();
  for (const FolderFile& file : files) {
    Digest digest;
    digest.add_text(file.content);
    list.push_back({{"name", file.name}, {"bytes", file.content.size()}, {"digest", format_digest(digest.value())}});
  }
  return list;
}

Json request_json(const RunRequest& request, const std::vector<std::string>& acts) {
  Json json;
  json["scenario"] = request.scenario;
  add_request(json, request);
  json["until"] = text_or_null(request.until);
  json["acts"] = acts;  // in one line each, so that no other file is needed
  return json;
}

// A heading as a key: "in the party" becomes "in_the_party".
std::string key_of(std::string text) {
  for (char& c : text) {
    if (c == ' ') c = '_';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

Json row_object(const std::vector<std::string>& columns, const std::vector<std::string>& row) {
  Json item;
  for (std::size_t c = 0; c < columns.size() && c < row.size(); ++c) item[key_of(columns[c])] = row[c];
  return item;
}

Json value_json(const JsonValue& value) {
  return std::visit(
      [](const auto& held) {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, double>) {
          return number(held);
        } else {
          return Json(held);
        }
      },
      value);
}

Json row_list(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
  Json list = Json::array();
  for (const std::vector<std::string>& row : rows) list.push_back(row_object(columns, row));
  return list;
}

Diagnostic refused(const std::string& path, std::string message) {
  Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.message = std::move(message);
  return diagnostic;
}

std::string text_at(const Json& json, const char* key, const std::string& otherwise) {
  return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : otherwise;
}

}  // namespace

std::string run_json(const RunSummary& summary) {
  Json json = head("thermidor-run-1", summary.stamp);
  add_request(json, summary.request);
  json["acts"] = summary.acts;
  json["months"] = summary.record->months.size();
  json["until"] = month_or_null(last_of(summary));
  json["extrapolated_from"] = extrapolated_json(summary.stamp.data_end, last_of(summary));
  json["digest"] = format_digest(summary.record->digest);
  json["ending"] = summary.endings.empty() ? Json(nullptr) : Json(summary.endings.front().id);
  json["endings"] = ending_list(summary);
  Json checks = Json::array();
  for (const CheckResult& check : summary.checks) checks.push_back(check_json(check));
  json["checks"] = checks;
  if (summary.record->careers.kept()) json["careers"] = careers_json(summary.record->careers);
  json["fault"] = text_or_null(summary.record->fault);
  return json.dump(kIndent);
}

std::string study_json(const StudySummary& summary) {
  Json json = study_body(summary);
  json["out"] = text_or_null(summary.out);
  return json.dump(kIndent);
}

std::string scorecard_json(const ScenarioStamp& stamp, const RunRequest& request, const Scorecard& card) {
  Json json = head("thermidor-checks-1", stamp);
  add_request(json, request);
  json["jitter"] = number(request.jitter);
  json["runs"] = card.runs;
  json["faulted"] = card.faulted;
  Json rows = Json::array();
  for (const ScoreRow& row : card.rows) {
    Json item;
    item["id"] = row.check.id;
    item["kind"] = row.check.kind;
    item["title"] = row.check.title;
    item["low"] = number(row.check.low);
    item["high"] = number(row.check.high);
    item["held"] = row.held;
    item["failed"] = row.failed;
    item["not_judged"] = row.not_judged;
    item["share"] = row.held + row.failed == 0 ? Json(nullptr) : number(row.share());
    item["q05"] = number(row.q05);
    item["q50"] = number(row.q50);
    item["q95"] = number(row.q95);
    rows.push_back(std::move(item));
  }
  json["checks"] = rows;
  Json endings = Json::object();
  for (const EndingCount& ending : card.endings) endings[ending.id] = number(ending.baseline);
  json["endings"] = endings;
  return json.dump(kIndent);
}

std::string rows_json(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
  return row_list(columns, rows).dump(kIndent);
}

std::string page_json(const std::vector<std::string>& names, const std::vector<std::string>& texts,
                      const std::vector<JsonTable>& tables, const JsonValues& values) {
  Json page = row_object(names, texts);
  for (const auto& [name, value] : values) page[key_of(name)] = value_json(value);
  for (const JsonTable& table : tables) {
    Json list = row_list(table.columns, table.rows);
    for (const auto& [cell, value] : table.values) list[cell.first][key_of(table.columns[cell.second])] = value_json(value);
    page[key_of(table.name)] = std::move(list);
  }
  return page.dump(kIndent);
}

std::string diagnostics_json(const Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    Json item;
    item["severity"] = diagnostic.severity == Severity::error ? "error" : "warning";
    item["file"] = diagnostic.file;
    item["line"] = diagnostic.line;
    item["column"] = diagnostic.column;
    item["message"] = diagnostic.message;
    item["expected"] = text_or_null(diagnostic.expected);
    item["suggestion"] = text_or_null(diagnostic.suggestion);
    list.push_back(std::move(item));
  }
  return list.dump(kIndent);
}

std::string run_manifest(const RunSummary& summary, const std::string& command, const std::vector<FolderFile>& files) {
  Json json = head("thermidor-manifest-1", summary.stamp);
  json["kind"] = "run";
  json["command"] = command;
  json["request"] = request_json(summary.request, summary.acts);
  json["months"] = summary.record->months.size();
  json["extrapolated_from"] = extrapolated_json(summary.stamp.data_end, last_of(summary));
  json["digest"] = format_digest(summary.record->digest);
  json["files"] = file_list(files);
  return json.dump(kIndent) + "\n";
}

std::string study_manifest(const StudySummary& summary, const std::string& command, std::uint64_t shown_seed,
                           const std::vector<FolderFile>& files) {
  Json json = head("thermidor-manifest-1", summary.stamp);
  json["kind"] = "whatif";
  json["command"] = command;
  json["shown_seed"] = shown_seed;
  RunRequest request = summary.request;
  request.seed = shown_seed;
  // The counterfactual arm of the member shown, as a run of its own.
  json["request"] = request_json(request, summary.acts);
  json["result"] = study_body(summary);
  json["files"] = file_list(files);
  return json.dump(kIndent) + "\n";
}

constexpr std::uint64_t kCoarsest = 100000;  // real farms a simulated one stands for, at most

Result<RunRequest> read_manifest(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return refused(path, "cannot be read");
  const Json json = Json::parse(file, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refused(path, "is not JSON");
  if (text_at(json, "schema", "") != "thermidor-manifest-1" || !json.contains("request") || !json["request"].is_object()) {
    return refused(path, "is not a manifest of thermidor (schema thermidor-manifest-1)");
  }
  const Json& from = json["request"];
  RunRequest request;
  request.scenario = text_at(from, "scenario", request.scenario);
  request.outside = text_at(from, "outside", request.outside);
  request.traits = text_at(from, "traits", request.traits);
  request.parameters = text_at(from, "parameters", request.parameters);
  request.explanations = text_at(from, "explanations", request.explanations);
  request.party_members = text_at(from, "party_members", request.party_members);
  request.until = text_at(from, "until", "");
  request.history_until = text_at(from, "history_until", "");
  if (from.contains("seed")) {
    if (!from["seed"].is_number_unsigned()) return refused(path, "seed is no whole number from 0 up");
    request.seed = from["seed"].get<std::uint64_t>();
  }
  if (from.contains("sample")) {
    const bool whole = from["sample"].is_number_unsigned();
    const std::uint64_t sample = whole ? from["sample"].get<std::uint64_t>() : 0;
    if (sample < 1 || sample > kCoarsest) return refused(path, "sample is no whole number from 1 to 100000");
    request.sample = static_cast<int>(sample);
  }
  if (from.contains("acts") && from["acts"].is_array()) {
    for (const Json& act : from["acts"]) {
      if (act.is_string()) request.acts.push_back(act.get<std::string>());
    }
  }
  return request;
}

}  // namespace thermidor::experiment
