#include "print_page.hpp"

#include <algorithm>

#include "experiment/to_json.hpp"

namespace thermidor::cli {
namespace {

void print_text(const Terminal& terminal, const Page& page) {
  terminal.print(terminal.tint(Tone::strong, page.title) + terminal.tint(Tone::faint, "  " + page.id));
  terminal.print("");
  std::size_t width = 0;
  for (const auto& [label, text] : page.facts) width = std::max(width, display_width(label));
  for (const auto& [label, text] : page.facts) {
    const std::string head = label + std::string(width - display_width(label) + 2, ' ');
    // Wrapped as one text whose first line starts after the label.
    const std::string body = wrap(std::string(width + 2, '.') + " " + text, terminal.width(), width + 2);
    terminal.print(terminal.tint(Tone::faint, head) + (body.size() > width + 3 ? body.substr(width + 3) : text));
  }
  for (const Page::Section& section : page.sections) {
    if (section.rows.empty()) continue;
    terminal.heading(section.title);
    TextTable table;
    for (const std::string& column : section.columns) table.add_column(column);
    for (const std::vector<std::string>& row : section.rows) table.add_row(row);
    terminal.print(table.draw(terminal));
  }
}

void print_json(const Terminal& terminal, const Page& page) {
  std::vector<std::string> columns{"id", "title"};
  std::vector<std::string> row{page.id, page.title};
  for (const auto& [label, text] : page.facts) columns.push_back(label), row.push_back(text);
  terminal.print(experiment::page_json(
      columns, row,
      [&page] {
        std::vector<experiment::JsonTable> tables;
        for (const Page::Section& section : page.sections)
          tables.push_back({section.title, section.columns, section.rows, section.values});
        return tables;
      }(),
      page.values));
}

}  // namespace

void print_page(const Terminal& terminal, const Page& page, bool json) {
  if (json) return print_json(terminal, page);
  print_text(terminal, page);
}

}  // namespace thermidor::cli
