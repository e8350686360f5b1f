#include "terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace thermidor::cli {
namespace {

constexpr std::size_t kWidest = 100;

const char* colour_code(Tone tone) {
  switch (tone) {
    case Tone::strong: return "\x1b[1m";
    case Tone::faint: return "\x1b[2m";
    case Tone::good: return "\x1b[32m";
    case Tone::bad: return "\x1b[31m";
    case Tone::caution: return "\x1b[33m";
    case Tone::plain: break;
  }
  return "";
}

bool wants_colour() {
  const char* none = std::getenv("NO_COLOR");
  if (none != nullptr && *none != '\0') return false;
  const char* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && (term == nullptr || std::string_view(term) != "dumb");
}

// Sets groups of three apart by a thin rule of plain blanks: 1 234 567.
std::string grouped(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t start = !digits.empty() && digits[0] == '-' ? 1 : 0;
  if (point - start <= 4) return digits;
  for (std::size_t place = point; place > start + 3;) {
    place -= 3;
    digits.insert(place, 1, ' ');
  }
  return digits;
}

std::string padded(std::string text, std::size_t width, Align align) {
  const std::size_t used = display_width(text);
  if (used >= width) return text;
  return align == Align::right ? std::string(width - used, ' ') + text : text + std::string(width - used, ' ');
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = std::min(text.find('m', i), text.size());
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++width;
    }
  }
  return width;
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  std::string result;
  std::size_t column = 0;
  bool fresh = true;  // no word on this line yet
  const auto break_line = [&] {
    result += '\n';
    result.append(indent, ' ');
    column = indent;
    fresh = true;
  };
  for (std::size_t start = text.find_first_not_of(" \n"); start < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", start), text.size());
    const std::string_view word = text.substr(start, end - start);
    const std::size_t length = display_width(word);
    if (!fresh && column + 1 + length > width) break_line();
    if (!fresh) result += ' ', ++column;
    result += word;
    column += length;
    fresh = false;
    start = std::min(text.find_first_not_of(" \n", end), text.size());
    // An empty line ends a paragraph; single line ends are blanks.
    const std::string_view gap = text.substr(end, start - end);
    if (start < text.size() && std::count(gap.begin(), gap.end(), '\n') > 1) result += '\n', break_line();
  }
  return result;
}

std::string human_number(double value) {
  if (std::isnan(value)) return "-";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  const double size = std::fabs(value);
  if (size >= 1e12) return fmt::format("{:.3g} trillion", value / 1e12);
  if (size >= 1e9) return fmt::format("{:.3g} billion", value / 1e9);
  if (size < 10 && value == std::round(value)) return fmt::format("{:.0f}", value);
  if (size >= 100) return grouped(fmt::format("{:.0f}", value));
  if (size >= 10) return fmt::format("{:.1f}", value);
  if (size >= 1) return fmt::format("{:.2f}", value);
  if (value == 0) return "0";
  if (size >= 0.001) return fmt::format("{:.3f}", value);
  return fmt::format("{:.1e}", value);
}

std::string human_share(double share) {
  if (std::isnan(share)) return "-";
  // What rounds to nothing has no sign.
  return fmt::format("{:.0f} %", std::fabs(share) < 0.005 ? 0.0 : 100 * share);
}

std::string human_seconds(double seconds) {
  if (seconds < 60) return fmt::format("{:.0f} s", std::ceil(seconds));
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

Terminal::Terminal() : colour_(wants_colour()), error_terminal_(isatty(STDERR_FILENO) != 0) {
  const char* columns = std::getenv("COLUMNS");
  if (columns != nullptr) width_ = std::clamp<std::size_t>(std::strtoul(columns, nullptr, 10), 40, kWidest);
}

Terminal Terminal::quiet() {
  Terminal terminal;
  terminal.silent_ = true;
  return terminal;
}

std::string Terminal::tint(Tone tone, std::string_view text) const {
  if (!colour_ || tone == Tone::plain || text.empty()) return std::string(text);
  return std::string(colour_code(tone)) + std::string(text) + "\x1b[0m";
}

void Terminal::print(std::string_view text) const {
  if (silent_) return;
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fputc('\n', stdout);
}

void Terminal::complain(std::string_view text) const {
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fputc('\n', stderr);
}

void Terminal::heading(std::string_view text) const { print("\n" + tint(Tone::strong, text)); }

namespace {

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    longest = std::max(longest, display_width(text.substr(start, end - start)));
    start = end + 1;
  }
  return longest;
}

}  // namespace

void TextTable::add_column(std::string header, Align align) { columns_.push_back({std::move(header), align}); }

void TextTable::add_row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> TextTable::widths(std::size_t limit) const {
  std::vector<std::size_t> result;
  std::vector<std::size_t> least;  // the longest word of a left column: it cannot be broken
  std::size_t total = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    std::size_t width = display_width(columns_[c].header);
    std::size_t word = width;
    for (const std::vector<std::string>& row : rows_) {
      width = std::max(width, display_width(row[c]));
      word = std::max(word, longest_word(row[c]));
    }
    result.push_back(width);
    least.push_back(columns_[c].align == Align::left ? std::max(word, std::min<std::size_t>(width, 12)) : width);
    total += width + 2;
  }
  // Too wide: the widest column that can give way does.
  while (total > limit + 2) {
    std::size_t widest = columns_.size();
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (result[c] > least[c] && (widest == columns_.size() || result[c] >= result[widest])) widest = c;
    }
    if (widest == columns_.size()) break;
    --result[widest];
    --total;
  }
  return result;
}

std::string TextTable::draw(const Terminal& terminal) const {
  const std::vector<std::size_t> width = widths(terminal.width());
  std::string text;
  const auto add_line = [&](const std::vector<std::string>& cells, Tone tone) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c > 0) line += "  ";
      line += padded(cells[c], width[c], columns_[c].align);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += terminal.tint(tone, line) + "\n";
  };
  std::vector<std::string> headers;
  for (const Column& column : columns_) headers.push_back(column.header);
  add_line(headers, Tone::faint);
  for (const std::vector<std::string>& row : rows_) {
    // Cells that do not fit go on below, in their own column.
    std::vector<std::vector<std::string>> lines(1, std::vector<std::string>(columns_.size()));
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      std::string rest = display_width(row[c]) > width[c] ? wrap(row[c], width[c]) : row[c];
      for (std::size_t part = 0;; ++part) {
        const std::size_t end = rest.find('\n');
        if (part == lines.size()) lines.emplace_back(columns_.size());
        lines[part][c] = rest.substr(0, end);
        if (end == std::string::npos) break;
        rest.erase(0, end + 1);
      }
    }
    for (const std::vector<std::string>& line : lines) add_line(line, Tone::plain);
  }
  if (!text.empty()) text.pop_back();
  return text;
}

ProgressLine::ProgressLine(const Terminal& terminal, std::string what)
    : shown_(terminal.errors_shown()), what_(std::move(what)) {}

ProgressLine::~ProgressLine() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::show(std::size_t done, std::size_t total) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (!first_done_) first_done_ = done;
  if (drawn_ && done < total && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  std::string line = fmt::format("\r\x1b[K{} {} of {}", what_, done, total);
  const double passed = std::chrono::duration<double>(now - start_).count();
  if (done > *first_done_ && passed > 0.5) {
    const double each = passed / static_cast<double>(done - *first_done_);
    line += fmt::format(", {} left", human_seconds(each * static_cast<double>(total - done)));
  }
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace thermidor::cli
