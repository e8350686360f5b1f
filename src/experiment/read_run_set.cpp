// A set of runs out of the tables of a results folder, line by line.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>

#include "experiment/compare.hpp"
#include "experiment/csv.hpp"
#include "experiment/manifest.hpp"
#include "experiment/to_json.hpp"

namespace thermidor::experiment {
namespace {

namespace fs = std::filesystem;

Diagnostics refused(const std::string& path, const std::string& message, const std::string& expected) {
  return {{path, 0, 0, message, expected, {}, Severity::error}};
}

double number_in(const std::string& cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return cell.empty() || error != std::errc{} || end != cell.data() + cell.size() ? std::numeric_limits<double>::quiet_NaN()
                                                                                  : value;
}

std::vector<std::string> words_in(const std::string& cell) {
  std::istringstream stream(cell);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Titles and units stand in outcomes.csv.
std::map<std::string, std::pair<std::string, std::string>> titles_in(const fs::path& folder) {
  std::map<std::string, std::pair<std::string, std::string>> titles;
  for (const std::vector<std::string>& row : parse_csv(text_of(folder / "outcomes.csv"))) {
    if (row.size() > 2) titles[row[0]] = {row[1], row[2]};
  }
  return titles;
}

// Where the columns of an arm stand.
struct Columns {
  std::size_t seed = 0, fault = 0, applicable = 0, weight = 0, endings = 0, digest = 0;
  std::vector<std::size_t> outcomes;
};

bool find_columns(const std::vector<std::string>& header, const std::string& arm, Columns& columns,
                  std::vector<std::string>& ids) {
  const auto place = [&header](const std::string& name) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
  };
  columns.seed = place("seed");
  columns.fault = place("fault");
  columns.applicable = place("applicable");
  columns.weight = place("log_probability");
  columns.endings = place("endings_" + arm);
  columns.digest = place("digest_" + arm);
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (!header[i].ends_with("." + arm)) continue;
    columns.outcomes.push_back(i);
    ids.push_back(header[i].substr(0, header[i].size() - arm.size() - 1));
  }
  return columns.seed < header.size() && columns.endings < header.size() && columns.digest < header.size();
}

// What is wrong with a record; empty if nothing is.
std::string add_member(const std::vector<std::string>& row, const Columns& columns, RunSet& set) {
  const auto cell = [&row](std::size_t place) { return place < row.size() ? row[place] : std::string(); };
  if (!cell(columns.fault).empty() || cell(columns.applicable) == "0") return {};
  std::uint64_t seed = 0;
  const std::string& text = row[columns.seed];
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (error != std::errc() || end != text.data() + text.size()) return "has the seed '" + text + "'";
  set.seeds.push_back(seed);
  const double weight = number_in(cell(columns.weight));
  set.log_weights.push_back(weight - weight == 0 ? weight : 0);
  set.digests.push_back(cell(columns.digest));
  set.endings.push_back(words_in(cell(columns.endings)));
  for (std::size_t i = 0; i < columns.outcomes.size(); ++i)
    set.outcomes[i].values.push_back(number_in(cell(columns.outcomes[i])));
  return {};
}

// One record of the table; a quoted cell may hold line ends.
bool next_record(std::istream& file, std::vector<std::string>& row) {
  std::string text;
  for (std::string line; std::getline(file, line);) {
    if (text.empty() && (line.empty() || line == "\r")) continue;
    text += line + "\n";
    if (std::count(text.begin(), text.end(), '"') % 2 == 0) break;
  }
  std::vector<std::vector<std::string>> rows = parse_csv(text);
  if (rows.empty()) return false;
  row = std::move(rows.front());
  return true;
}

}  // namespace

Result<RunSet> read_run_set(const std::string& folder, const std::string& arm) {
  const fs::path path(folder);
  const Result<Manifest> manifest = load_manifest((path / "manifest.json").string());
  if (!manifest) return manifest.diagnostics();
  const Result<RunRequest> request = read_manifest((path / "manifest.json").string());
  if (!request) return request.diagnostics();
  std::ifstream file(path / "members.csv", std::ios::binary);
  std::vector<std::string> header;
  if (!file || !next_record(file, header))
    return refused((path / "members.csv").string(), "cannot be read", "the folder of thermidor ensemble or thermidor whatif");
  RunSet set;
  set.name = folder;
  set.scenario_digest = manifest.value().scenario_digest;
  set.design = manifest.value().design;
  set.request = request.value();
  // A question's folder has no design of its own.
  if (set.design.empty()) set.design = set.request.parameters == "posterior" ? "posterior" : "seeds";
  const bool pairs = std::find(header.begin(), header.end(), "digest_counterfactual") != header.end();
  set.arm = !arm.empty() ? arm : pairs ? "counterfactual" : "run";
  if (set.arm == "baseline") set.request.acts.clear();
  Columns columns;
  std::vector<std::string> ids;
  if (!find_columns(header, set.arm, columns, ids))
    return refused(folder, "has no arm '" + set.arm + "'", pairs ? "baseline or counterfactual" : "run");
  const auto titles = titles_in(path);
  for (const std::string& id : ids) {
    const auto title = titles.find(id);
    set.outcomes.push_back({id,
                            title == titles.end() ? id : title->second.first,
                            title == titles.end() ? std::string() : title->second.second,
                            {}});
  }
  std::size_t number = 1;
  for (std::vector<std::string> row; next_record(file, row); ++number) {
    const std::string wrong = row.size() == header.size()
                                  ? add_member(row, columns, set)
                                  : fmt::format("has {} cells, the header {}", row.size(), header.size());
    if (!wrong.empty())
      return refused((path / "members.csv").string(), fmt::format("record {} {}", number, wrong), "the file as it was written");
  }
  if (set.seeds.empty()) return refused(folder, "has no member that can be compared", "at least one");
  return set;
}

}  // namespace thermidor::experiment
