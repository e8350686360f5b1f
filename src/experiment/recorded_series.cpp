#include "experiment/recorded_series.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "experiment/csv.hpp"
#include "scenario/find.hpp"

namespace thermidor::experiment {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMapFile = "derived/series_map.csv";

struct NamedReading {
  std::string_view name;
  Reading reading;
};

constexpr std::array<NamedReading, 7> kReadings = {{{"mean", Reading::mean},
                                                    {"end", Reading::end},
                                                    {"grain_year", Reading::grain_year},
                                                    {"count", Reading::count},
                                                    {"january", Reading::january},
                                                    {"summer", Reading::summer},
                                                    {"autumn", Reading::autumn}}};

// First and last month of what a date covers.
struct Span {
  Month first, last;
};

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int to_number(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// "1923", "1923-10", "1923-10-01".
std::optional<Span> plain_span(std::string_view date) {
  const bool shaped =
      date.size() == 4 || (date.size() == 7 && date[4] == '-') || (date.size() == 10 && date[4] == '-' && date[7] == '-');
  if (!shaped || !all_digits(date.substr(0, 4))) return std::nullopt;
  const int year = to_number(date.substr(0, 4));
  if (date.size() == 4) return Span{make_month(year, 1), make_month(year, 12)};
  const std::string_view month = date.substr(5, 2);
  const bool dated = all_digits(month) && to_number(month) >= 1 && to_number(month) <= 12;
  if (!dated || (date.size() == 10 && !all_digits(date.substr(8)))) return std::nullopt;
  Month at = make_month(year, to_number(month));
  if (date.size() == 10 && to_number(date.substr(8)) == 1) at = at - 1;
  return Span{at, at};
}

// Also "1926/27", a year from October or July, and "A/B" of two plain dates.
std::optional<Span> span_of(std::string_view date, Reading reading) {
  const std::size_t slash = date.find('/');
  if (slash == std::string_view::npos) return plain_span(date);
  const std::string_view left = date.substr(0, slash);
  const std::string_view right = date.substr(slash + 1);
  if (left.size() == 4 && right.size() == 2 && all_digits(left) && all_digits(right)) {
    const Month first = make_month(to_number(left), reading == Reading::grain_year ? 7 : 10);
    return Span{first, first + 11};
  }
  const std::optional<Span> first = plain_span(left);
  const std::optional<Span> last = plain_span(right);
  if (!first || !last || last->last < first->first) return std::nullopt;
  return Span{first->first, last->last};
}

// A CSV file by the names of its columns.
struct Sheet {
  std::vector<std::vector<std::string>> rows;  // the first is the header

  int column(std::string_view name) const {
    if (rows.empty()) return -1;
    const auto found = std::find(rows[0].begin(), rows[0].end(), name);
    return found == rows[0].end() ? -1 : static_cast<int>(found - rows[0].begin());
  }
  std::string_view cell(const std::vector<std::string>& row, std::string_view name) const {
    const int place = column(name);
    return place < 0 || static_cast<std::size_t>(place) >= row.size() ? std::string_view()
                                                                      : row[static_cast<std::size_t>(place)];
  }
};

Sheet read_sheet(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return {parse_csv(text)};
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// One row of the map.
struct Rule {
  std::string series, file, key, variable, value, unit, territory, note;
  Reading reading = Reading::mean;
  double factor = 1, offset = 0;
};

std::optional<Rule> rule_of(const Sheet& map, const std::vector<std::string>& row) {
  const auto text = [&](std::string_view name) { return std::string(map.cell(row, name)); };
  Rule rule{text("series"), text("file"), text("key"),       text("variable"),
            text("value"),  text("unit"), text("territory"), text("note")};
  const auto reading = std::find_if(kReadings.begin(), kReadings.end(),
                                    [&](const NamedReading& known) { return known.name == map.cell(row, "reading"); });
  const std::optional<double> factor = number_of(map.cell(row, "factor"));
  const std::optional<double> offset = number_of(map.cell(row, "offset"));
  if (reading == kReadings.end() || !factor || !offset) return std::nullopt;
  rule.reading = reading->reading;
  rule.factor = *factor;
  rule.offset = *offset;
  return rule;
}

void add_values(const Rule& rule, const Sheet& sheet, Month opening, Month last, std::vector<RecordedValue>& values) {
  for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
    const std::vector<std::string>& row = sheet.rows[r];
    const bool same_unit = rule.unit.empty() || sheet.cell(row, "unit") == rule.unit;
    const bool same_place = rule.territory.empty() || sheet.cell(row, "territory") == rule.territory;
    if (sheet.cell(row, rule.key) != rule.variable || !same_unit || !same_place) continue;
    const std::optional<double> value = number_of(sheet.cell(row, rule.value));
    std::optional<Month> month = place_date(sheet.cell(row, "date"), rule.reading);
    if (!value || !month) continue;
    if (*month + 1 == opening) month = opening;
    if (*month < opening || *month > last) continue;
    values.push_back({rule.series, *month, *value * rule.factor + rule.offset, std::string(sheet.cell(row, "date")),
                      std::string(sheet.cell(row, "source")), std::string(sheet.cell(row, "provenance")),
                      fs::path(rule.file).stem().string(), rule.variable, rule.note});
  }
}

}  // namespace

std::optional<Month> place_date(std::string_view date, Reading reading) {
  const std::optional<Span> span = span_of(date, reading);
  if (!span) return std::nullopt;
  if (span->first == span->last) return span->first;
  const bool year_alone = date.size() == 4;
  switch (reading) {
    case Reading::end:
    case Reading::grain_year: return span->last;
    case Reading::january: return year_alone ? span->first : span->last;
    case Reading::summer: return year_alone ? span->first + 5 : span->last;
    case Reading::autumn: return year_alone ? span->first + 9 : span->last;
    default: return span->first + (span->last - span->first) / 2;
  }
}

std::string find_data_folder(const std::string& scenario_folder) {
  std::vector<fs::path> candidates;
  std::error_code error;
  const fs::path scenario = fs::absolute(scenario_folder, error);
  if (!error) candidates.push_back(scenario / ".." / ".." / "data");
  for (const std::string& folder : scenario::scenario_folders())
    candidates.push_back(fs::absolute(folder, error) / ".." / "data");
  for (const fs::path& candidate : candidates) {
    if (fs::is_regular_file(candidate / kMapFile, error)) return candidate.lexically_normal().string();
  }
  return {};
}

RecordedHistory read_recorded_history(const std::string& data_folder, Month opening, Month last) {
  RecordedHistory history;
  if (data_folder.empty()) {
    history.fault = "No data folder was found: charts are drawn without recorded history.";
    return history;
  }
  const Sheet map = read_sheet(fs::path(data_folder) / kMapFile);
  std::map<std::string, Sheet> sheets;
  for (std::size_t r = 1; r < map.rows.size(); ++r) {
    const std::optional<Rule> rule = rule_of(map, map.rows[r]);
    if (!rule) {
      history.fault = "Row " + std::to_string(r + 1) + " of " + kMapFile + " cannot be read and is left out.";
      continue;
    }
    auto sheet = sheets.find(rule->file);
    if (sheet == sheets.end()) sheet = sheets.emplace(rule->file, read_sheet(fs::path(data_folder) / rule->file)).first;
    if (sheet->second.rows.empty())
      history.fault = rule->file + " of the data folder cannot be read; its history is not drawn.";
    add_values(*rule, sheet->second, opening, last, history.values);
  }
  if (map.rows.empty()) history.fault = std::string(kMapFile) + " cannot be read: charts are drawn without recorded history.";
  return history;
}

}  // namespace thermidor::experiment
