// thermidor export: the tables of a results folder and the charts of its report, for other programs.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/csv.hpp"
#include "experiment/results_folder.hpp"
#include "report/extract_charts.hpp"

namespace thermidor::cli {
namespace {

namespace fs = std::filesystem;
using experiment::FolderFile;
using Json = nlohmann::ordered_json;

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A number where the cell is one, null where it is empty; digests are names that may look like numbers.
Json cell_json(const std::string& column, const std::string& cell) {
  if (cell.empty()) return nullptr;
  if (column.starts_with("digest")) return cell;
  std::uint64_t natural = 0;
  const auto [last, wrong] = std::from_chars(cell.data(), cell.data() + cell.size(), natural);
  if (wrong == std::errc() && last == cell.data() + cell.size()) return natural;
  double number = 0;
  const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  const bool whole = error == std::errc() && stop == cell.data() + cell.size() && number - number == 0;
  if (!whole) return cell;
  std::int64_t integer = 0;
  const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), integer);
  return fault == std::errc() && end == cell.data() + cell.size() ? Json(integer) : Json(number);
}

// One object a row.
std::string table_json(const std::string& csv) {
  const std::vector<std::vector<std::string>> rows = experiment::parse_csv(csv);
  Json list = Json::array();
  for (std::size_t r = 1; r < rows.size(); ++r) {
    Json row = Json::object();
    for (std::size_t c = 0; c < rows[0].size() && c < rows[r].size(); ++c) row[rows[0][c]] = cell_json(rows[0][c], rows[r][c]);
    list.push_back(std::move(row));
  }
  return list.dump(1) + "\n";
}

std::vector<fs::path> tables_of(const fs::path& folder) {
  std::vector<fs::path> tables;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".csv") tables.push_back(entry.path());
  }
  std::sort(tables.begin(), tables.end());
  return tables;
}

std::vector<FolderFile> exported(const ExportOptions& options) {
  std::vector<FolderFile> files;
  const bool json = options.format == "json";
  for (const fs::path& table : tables_of(options.folder)) {
    const std::string csv = read_text(table);
    files.push_back({table.stem().string() + (json ? ".json" : ".csv"), json ? table_json(csv) : csv});
  }
  for (report::ChartFile& chart : report::extract_charts(read_text(fs::path(options.folder) / "report.html")))
    files.push_back({"charts/" + chart.name, std::move(chart.svg)});
  return files;
}

}  // namespace

int execute(const ExportOptions& options, const Terminal& terminal) {
  const fs::path manifest = fs::path(options.folder) / "manifest.json";
  if (fs::exists(manifest) && !Json::accept(read_text(manifest)))
    return refuse(terminal,
                  fault("'" + manifest.string() + "' is damaged: it is no JSON", "a folder as run or whatif wrote it"),
                  options.json);
  const std::vector<FolderFile> files = exported(options);
  if (files.empty()) {
    return refuse(terminal, fault("no tables and no report in '" + options.folder + "'", "a folder written by run or whatif"),
                  options.json);
  }
  const std::string out = options.out.empty() ? (fs::path(options.folder) / "export").string() : options.out;
  const auto charts = static_cast<std::size_t>(
      std::count_if(files.begin(), files.end(), [](const FolderFile& file) { return file.name.starts_with("charts/"); }));
  std::error_code ignored;
  if (charts > 0) fs::create_directories(fs::path(out) / "charts", ignored);
  if (!write_results(terminal, out, files)) return kRunFailed;
  if (options.json) {
    Json json = {{"schema", "thermidor-export-1"}, {"engine", engine_name()}, {"from", options.folder}, {"out", out}};
    json["files"] = Json::array();
    for (const FolderFile& file : files) json["files"].push_back({{"name", file.name}, {"bytes", file.content.size()}});
    terminal.print(json.dump(2));
    return kOk;
  }
  terminal.print(fmt::format("{}: {} tables as {}, {} charts as SVG", out, files.size() - charts, options.format, charts));
  return kOk;
}

}  // namespace thermidor::cli
