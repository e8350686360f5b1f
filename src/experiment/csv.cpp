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

bool write_file(const std::string& path, std::string_view content) {
  const std::string fresh = path + ".new";
  {
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!file.flush()) return false;
  }
  std::error_code error;
  std::filesystem::rename(fresh, path, error);
  return !error;
}

}  // namespace thermidor::experiment
