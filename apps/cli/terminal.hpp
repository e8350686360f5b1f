// How the command talks: colours only on a terminal, lines of at most 100 columns, tables whose columns line up, one progress
// line.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thermidor::cli {

// Columns a text takes: code points, without colour codes.
std::size_t display_width(std::string_view text);

// Breaks text into lines of at most `width` columns; further lines start with `indent` blanks. Line ends in the text count as
// blanks, empty lines as ends of paragraphs.
std::string wrap(std::string_view text, std::size_t width, std::size_t indent = 0);

// For readers: three significant digits, thousands set apart, the true minus sign left out of machine output.
std::string human_number(double value);
std::string human_share(double share);      // 0.617 -> "62 %"
std::string human_seconds(double seconds);  // "12 s", "3 min 05 s"

enum class Tone : unsigned char { plain, strong, faint, good, bad, caution };

class Terminal {
 public:
  Terminal();
  static Terminal quiet();  // says nothing but complaints
  std::string tint(Tone tone, std::string_view text) const;
  std::size_t width() const { return width_; }
  bool errors_shown() const { return error_terminal_; }

  void print(std::string_view text) const;     // to standard output, with a line end
  void complain(std::string_view text) const;  // to standard error, with a line end
  void heading(std::string_view text) const;

 private:
  bool colour_ = false;
  bool silent_ = false;
  bool error_terminal_ = false;
  std::size_t width_ = 100;
};

enum class Align : unsigned char { left, right };

// A table of text. The last left column is wrapped so that a row stays within the width.
class TextTable {
 public:
  void add_column(std::string header, Align align = Align::left);
  void add_row(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  std::string draw(const Terminal& terminal) const;

 private:
  struct Column {
    std::string header;
    Align align;
  };
  std::vector<std::size_t> widths(std::size_t limit) const;
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// "members 120 of 400, 31 s left" on standard error, only on a terminal; gone when finished.
class ProgressLine {
 public:
  ProgressLine(const Terminal& terminal, std::string what);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(std::size_t done, std::size_t total);

 private:
  bool shown_;
  bool drawn_ = false;
  std::string what_;
  std::optional<std::size_t> first_done_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace thermidor::cli
