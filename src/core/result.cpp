#include "core/result.hpp"

#include <algorithm>
#include <tuple>

namespace thermidor {
namespace {

constexpr std::size_t kLeastPart = 4;

// Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`.
std::size_t edit_distance(const std::string& a, const std::string& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> before(width);
  std::vector<std::size_t> previous(width);
  std::vector<std::size_t> current(width);
  for (std::size_t j = 0; j < width; ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before.swap(previous);
    previous.swap(current);
  }
  return previous[b.size()];
}

// A misspelt word of a name: "hungr" for "village_hunger". The nearest word counts, among equals the shortest name.
std::string nearest_by_word(const std::string& wrong, const std::vector<std::string>& names) {
  using Near = std::tuple<std::size_t, std::size_t, std::string>;
  const std::size_t allowed = wrong.size() / 4;
  Near best{allowed + 1, 0, {}};
  for (const std::string& name : names) {
    for (std::size_t start = 0; start < name.size();) {
      const std::size_t end = std::min(name.find_first_of("_.", start), name.size());
      const std::size_t distance =
          end - start < kLeastPart ? allowed + 1 : edit_distance(wrong, name.substr(start, end - start));
      if (distance <= allowed) best = std::min(best, Near{distance, name.size(), name});
      start = end + 1;
    }
  }
  return std::get<std::string>(best);
}

}  // namespace

std::string format_diagnostic(const Diagnostic& diagnostic) {
  std::string text;
  if (!diagnostic.file.empty()) {
    text += diagnostic.file + ":";
    if (diagnostic.line > 0) text += std::to_string(diagnostic.line) + ":";
    if (diagnostic.line > 0 && diagnostic.column > 0) text += std::to_string(diagnostic.column) + ":";
    text += " ";
  }
  text += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  text += diagnostic.message;
  if (!diagnostic.expected.empty()) text += "; expected " + diagnostic.expected;
  if (!diagnostic.suggestion.empty()) text += "; did you mean " + diagnostic.suggestion + "?";
  return text;
}

void sort_diagnostics(Diagnostics& diagnostics) {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.file, d.line, d.column, d.message, d.expected, d.suggestion, d.severity);
  };
  std::sort(diagnostics.begin(), diagnostics.end(),
            [&key](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

std::string nearest_name(const std::string& wrong, const std::vector<std::string>& names) {
  const std::size_t allowed = std::max<std::size_t>(1, wrong.size() / 3);
  std::size_t best = allowed + 1;
  std::string nearest;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(wrong, name);
    // Among equally near names the first in the alphabet, so that the order of the list does not matter.
    if (distance < best || (distance == best && distance <= allowed && name < nearest)) {
      best = distance;
      nearest = name;
    }
  }
  if (!nearest.empty() || wrong.size() < kLeastPart) return nearest;
  // A part of a name: the shortest that has it.
  for (const std::string& name : names) {
    if (name.find(wrong) == std::string::npos) continue;
    if (nearest.empty() || name.size() < nearest.size() || (name.size() == nearest.size() && name < nearest)) nearest = name;
  }
  return nearest.empty() ? nearest_by_word(wrong, names) : nearest;
}

}  // namespace thermidor
