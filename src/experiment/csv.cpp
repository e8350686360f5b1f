#include "experiment/csv.hpp"

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "core/table.hpp"

namespace thermidor::experiment {

void CsvText::separate() {
  if (!first_) text_ += ',';
  first_ = false;
}

CsvText& CsvText::cell(std::string_view value) {
  separate();
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
    text_ += value;
    return *this;
  }
  text_ += '"';
  for (const char c : value) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
  return *this;
}

CsvText& CsvText::cell(double value) {
  separate();
  if (value - value == 0) text_ += format_number(value);
  return *this;
}

CsvText& CsvText::cell(float value) {
  separate();
  if (value - value != 0) return *this;
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  text_.append(buffer.data(), end);
  return *this;
}

CsvText& CsvText::cell(std::int64_t value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

CsvText& CsvText::cell(std::uint64_t value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

void CsvText::end_row() {
  text_ += '\n';
  first_ = true;
}

std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  const auto end_row = [&] {
    row.push_back(std::move(cell));
    cell.clear();
    if (row.size() > 1 || !row[0].empty()) rows.push_back(std::move(row));
    row.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      row.push_back(std::move(cell));
      cell.clear();
    } else if (!quoted && c == '\n') {
      end_row();
    } else if (quoted || c != '\r') {
      cell += c;
    }
  }
  if (!cell.empty() || !row.empty()) end_row();
  return rows;
}

bool write_file(const std::string& path, std::string_view content) {
  const std::string fresh = path + ".new";
  bool written = false;
  {
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    written = static_cast<bool>(file.flush());
  }
  std::error_code error;
  if (written) std::filesystem::rename(fresh, path, error);
  if (written && !error) return true;
  std::filesystem::remove(fresh, error);
  return false;
}

}  // namespace thermidor::experiment
