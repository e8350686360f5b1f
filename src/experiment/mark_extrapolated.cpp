#include "experiment/mark_extrapolated.hpp"

#include <algorithm>
#include <optional>

#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

// Where a row ends and where one of its cells lies. Line breaks and commas in quotes belong to a cell.
struct RowView {
  std::size_t end = 0;
  std::string_view cell;
};

RowView read_row(std::string_view csv, std::size_t start, std::size_t column) {
  RowView row;
  bool quoted = false;
  std::size_t cell = 0, cell_start = start, at = start;
  const auto close = [&] {
    if (cell++ == column) row.cell = csv.substr(cell_start, at - cell_start);
    cell_start = at + 1;
  };
  for (; at < csv.size() && (quoted || csv[at] != '\n'); ++at) {
    if (csv[at] == '"') quoted = !quoted;
    if (csv[at] == ',' && !quoted) close();
  }
  close();
  row.end = at;
  return row;
}

std::optional<std::size_t> find_date(std::string_view header) {
  std::size_t column = 0, start = 0;
  while (start <= header.size()) {
    const std::size_t end = std::min(header.find(',', start), header.size());
    if (header.substr(start, end - start) == "date") return column;
    start = end + 1, ++column;
  }
  return {};
}

}  // namespace

std::string mark_extrapolated(std::string_view csv, Month from) {
  const std::size_t header = std::min(csv.find('\n'), csv.size());
  const std::optional<std::size_t> date = find_date(csv.substr(0, header));
  if (!date) return std::string(csv);
  // Months are written so that they sort as text.
  const std::string first = format_month(from);
  std::string marked(csv.substr(0, header));
  marked += ",extrapolated\n";
  for (std::size_t start = header + 1; start < csv.size();) {
    const RowView row = read_row(csv, start, *date);
    marked += csv.substr(start, row.end - start);
    marked += row.cell >= first ? ",1\n" : ",0\n";
    start = row.end + 1;
  }
  return marked;
}

void mark_extrapolated(std::vector<FolderFile>& files, Month data_end, Month last) {
  const std::optional<Month> from = extrapolated_from(data_end, last);
  if (!from) return;
  for (FolderFile& file : files) {
    if (file.name.ends_with(".csv")) file.content = mark_extrapolated(file.content, *from);
  }
}

}  // namespace thermidor::experiment
