// Results as JSON text, for programs: keys in a fixed order, numbers that read back equal, null for what was not measured.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/result.hpp"
#include "experiment/checks.hpp"
#include "experiment/request.hpp"
#include "experiment/run.hpp"
#include "experiment/study.hpp"

namespace thermidor::experiment {

struct ScenarioStamp {
  std::string engine;    // "thermidor 0.1.0"
  std::string scenario;  // its key
  std::string scenario_digest;
  Month data_end = {};  // last month of the record; Month{} = not known
};

struct RunSummary {
  ScenarioStamp stamp;
  RunRequest request;
  std::vector<std::string> acts;  // in one line each
  const RunRecord* record = nullptr;
  std::vector<CheckResult> checks;
  struct Ending {
    std::string id;
    std::string title;
    Month date;
  };
  std::vector<Ending> endings;
};

std::string run_json(const RunSummary& summary);

struct StudySummary {
  ScenarioStamp stamp;
  RunRequest request;
  std::string question;
  std::string title;
  std::string from;  // history, free
  const StudyPlan* plan = nullptr;
  const StudyResult* result = nullptr;
  std::vector<std::string> acts;
  std::vector<std::string> answer;
  std::string out;  // folder, if one was written
};

std::string study_json(const StudySummary& summary);
std::string scorecard_json(const ScenarioStamp& stamp, const RunRequest& request, const Scorecard& card);
// A list of objects, one per row.
std::string rows_json(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows);

// What people read as words and programs as a number or a truth; null where nothing was measured.
using JsonValue = std::variant<std::nullptr_t, bool, std::int64_t, double>;
using JsonValues = std::vector<std::pair<std::string, JsonValue>>;           // by name
using JsonCells = std::map<std::pair<std::size_t, std::size_t>, JsonValue>;  // by row and column
inline JsonValue value_or_null(bool there, double value) { return there ? JsonValue{value} : JsonValue{nullptr}; }

struct JsonTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  JsonCells values = {};  // cells that are no text for programs
};
// One object with the named texts, then its tables as lists of objects. `values` replace texts of their name or are added.
std::string page_json(const std::vector<std::string>& names, const std::vector<std::string>& texts,
                      const std::vector<JsonTable>& tables, const JsonValues& values = {});
std::string diagnostics_json(const Diagnostics& diagnostics);

struct FolderFile {
  std::string name;
  std::string content;
};

// manifest.json of a results folder; `files` are listed with their sizes and digests.
std::string run_manifest(const RunSummary& summary, const std::string& command, const std::vector<FolderFile>& files);
std::string study_manifest(const StudySummary& summary, const std::string& command, std::uint64_t shown_seed,
                           const std::vector<FolderFile>& files);

// The request that a manifest repeats.
Result<RunRequest> read_manifest(const std::string& path);

}  // namespace thermidor::experiment
