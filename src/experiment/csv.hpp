// Rows of RFC 4180 text, one cell after another. What is not a number is an empty cell, never "nan".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thermidor::experiment {

class CsvText {
 public:
  explicit CsvText(std::string_view header) : text_(header) { text_ += '\n'; }
  CsvText& cell(std::string_view value);
  CsvText& cell(const char* value) { return cell(std::string_view(value)); }
  CsvText& cell(double value);
  CsvText& cell(float value);  // shortest text that reads back to the same single-precision number
  CsvText& cell(std::int64_t value);
  CsvText& cell(int value) { return cell(static_cast<std::int64_t>(value)); }
  CsvText& cell(std::uint64_t value);
  void end_row();
  std::string take() { return std::move(text_); }

 private:
  void separate();
  std::string text_;
  bool first_ = true;
};

// Rows of cells of RFC 4180 text, the header among them. Quotes are taken off; empty lines are left out.
std::vector<std::vector<std::string>> parse_csv(std::string_view text);

// Writes beside the file and moves the result over it, so that a reader never sees half a file. False on failure.
bool write_file(const std::string& path, std::string_view content);

}  // namespace thermidor::experiment
