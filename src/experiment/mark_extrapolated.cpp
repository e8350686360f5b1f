#include "experiment/mark_extrapolated.hpp"

#include <algorithm>
#include <optional>

#include "experiment/csv.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {

std::string mark_extrapolated(std::string_view csv, Month from) {
  const std::string_view header = csv.substr(0, csv.find('\n'));
  const std::vector<std::vector<std::string>> rows = parse_csv(csv);
  const auto date = rows.empty() ? 0 : std::find(rows[0].begin(), rows[0].end(), "date") - rows[0].begin();
  if (rows.empty() || date == std::ssize(rows[0])) return std::string(csv);
  CsvText marked(std::string(header) + ",extrapolated");
  // Months are written so that they sort as text.
  const std::string first = format_month(from);
  for (std::size_t r = 1; r < rows.size(); ++r) {
    for (const std::string& cell : rows[r]) marked.cell(std::string_view(cell));
    marked.cell(rows[r][static_cast<std::size_t>(date)] >= first ? 1 : 0).end_row();
  }
  return marked.take();
}

void mark_extrapolated(std::vector<FolderFile>& files, Month data_end, Month last) {
  const std::optional<Month> from = extrapolated_from(data_end, last);
  if (!from) return;
  for (FolderFile& file : files) {
    if (file.name.ends_with(".csv")) file.content = mark_extrapolated(file.content, *from);
  }
}

}  // namespace thermidor::experiment
