#include "core/table.hpp"

#include <array>
#include <charconv>

namespace thermidor {
namespace {

// Quotes a cell where commas, quotes or line ends ask for it.
void append_cell(std::string& text, const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) {
    text += cell;
    return;
  }
  text += '"';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

std::string cell_text(double value) { return format_number(value); }
std::string cell_text(std::int64_t value) { return std::to_string(value); }
std::string cell_text(const std::string& value) { return value; }

}  // namespace

std::size_t Table::rows() const {
  if (columns.empty()) return 0;
  return std::visit([](const auto& values) { return values.size(); }, columns.front().values);
}

const Column* Table::find(const std::string& wanted) const {
  for (const Column& column : columns) {
    if (column.name == wanted) return &column;
  }
  return nullptr;
}

std::string to_csv(const Table& table) {
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) text += ',';
    append_cell(text, table.columns[i].name);
  }
  text += '\n';
  const std::size_t rows = table.rows();
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (i > 0) text += ',';
      // A column shorter than the first leaves empty cells.
      std::visit(
          [&text, row](const auto& values) {
            if (row < values.size()) append_cell(text, cell_text(values[row]));
          },
          table.columns[i].values);
    }
    text += '\n';
  }
  return text;
}

std::string format_number(double value) {
  if (value != value) return "nan";
  std::array<char, 32> buffer{};
  const std::to_chars_result result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), result.ptr);
}

}  // namespace thermidor
