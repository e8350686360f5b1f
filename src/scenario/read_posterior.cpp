#include <algorithm>
#include <charconv>

#include "core/table.hpp"
#include "scenario/calibration.hpp"

namespace thermidor::scenario {
namespace {

struct Cell {
  std::string_view text;
  Place place;
};

// Paths and numbers hold no commas, so cells need no quotes.
std::vector<Cell> split(std::string_view line, int number) {
  std::vector<Cell> cells;
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t end = std::min(line.find(',', start), line.size());
    cells.push_back({line.substr(start, end - start), {number, static_cast<int>(start) + 1}});
    start = end + 1;
  }
  return cells;
}

class PosteriorReader {
 public:
  PosteriorReader(const std::string& file, const Names& names, Diagnostics& diagnostics)
      : file_(file), names_(names), diagnostics_(diagnostics) {}

  void read_line(std::string_view line, int number) {
    if (line.starts_with('#')) return read_note(line);
    if (line.empty()) return;
    const std::vector<Cell> cells = split(line, number);
    if (posterior_.parameters.empty()) return read_header(cells);
    read_draw(cells);
  }

  Posterior finish() {
    if (posterior_.empty()) fail({}, "no draws", "the paths of parameters and a row per draw");
    return std::move(posterior_);
  }

 private:
  void fail(Place place, std::string message, std::string expected, std::string suggestion = {}) {
    diagnostics_.push_back(fault_at(file_, place, std::move(message), std::move(expected), std::move(suggestion)));
  }

  void read_note(std::string_view line) {
    constexpr std::string_view kBasis = "# basis: ";
    if (line.starts_with(kBasis)) posterior_.basis = std::string(line.substr(kBasis.size()));
  }

  void read_header(const std::vector<Cell>& cells) {
    std::vector<std::string> known;
    for (const NumberField& field : names_.parameters) known.push_back(field.path);
    for (const Cell& cell : cells) {
      const std::string path(cell.text);
      const int found = position_of(known, path);
      if (found < 0)
        fail(cell.place, "unknown parameter '" + path + "'", "a path from 'thermidor list parameters'",
             nearest_name(path, known));
      if (position_of(posterior_.parameters, path) >= 0)
        fail(cell.place, "parameter '" + path + "' is given twice", "each once");
      posterior_.parameters.push_back(path);
      fields_.push_back(found < 0 ? nullptr : &names_.parameters[static_cast<std::size_t>(found)]);
    }
  }

  void read_draw(const std::vector<Cell>& cells) {
    if (cells.size() != fields_.size()) {
      return fail(cells.front().place, "a draw of " + std::to_string(cells.size()) + " values",
                  std::to_string(fields_.size()) + ", one per parameter");
    }
    std::vector<double>& draw = posterior_.draws.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) draw.push_back(read_value(cells[i], fields_[i]));
  }

  double read_value(const Cell& cell, const NumberField* field) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
    if (error != std::errc{} || end != cell.text.data() + cell.text.size()) {
      fail(cell.place, "'" + std::string(cell.text) + "' is no number", "a number");
    } else if (field != nullptr && !(value >= field->low && value <= field->high)) {
      fail(cell.place, field->path + " " + std::string(cell.text) + " is out of bounds",
           "a number from " + format_number(field->low) + " to " + format_number(field->high));
    }
    return value;
  }

  const std::string& file_;
  const Names& names_;
  Diagnostics& diagnostics_;
  Posterior posterior_;
  std::vector<const NumberField*> fields_;  // per column; nullptr where unknown
};

}  // namespace

Posterior read_posterior(std::string_view text, const std::string& file, const Names& names, Diagnostics& diagnostics) {
  PosteriorReader reader(file, names, diagnostics);
  int number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    reader.read_line(line, ++number);
    start = end + 1;
  }
  return reader.finish();
}

}  // namespace thermidor::scenario
