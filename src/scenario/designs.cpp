#include "scenario/designs.hpp"

#include <algorithm>

#include "scenario/acts.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {
namespace {

DesignLevel read_level(const Value& row, const std::string& file, const Names& names, Diagnostics& diagnostics) {
  RowReader reader(row, file, diagnostics);
  DesignLevel level{reader.text("id", true), reader.text("title", true), {}};
  reader.finish({"do"});
  if (row.find("do") == nullptr) return level;
  level.acts = read_act_list(row, file, names, diagnostics);
  std::stable_sort(level.acts.begin(), level.acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  return level;
}

DesignFactor read_factor(const Value& row, const std::string& file, const Names& names, Diagnostics& diagnostics) {
  RowReader reader(row, file, diagnostics);
  DesignFactor factor{reader.text("id", true), reader.text("title", true), {}};
  reader.finish({"level"});
  UniqueIds ids(file, diagnostics);
  for (const Value* level : tables_of(row, "level", file, diagnostics)) {
    factor.levels.push_back(read_level(*level, file, names, diagnostics));
    ids.add(factor.levels.back().id, level->place);
  }
  if (factor.levels.size() < 2) reader.fail(row.place, "a factor with fewer than two levels", "[[factor.level]] twice or more");
  return factor;
}

// Acts of different factors are done in one run: they must not come before the fork, nor contradict one another.
void check_acts(const Design& design, const Names& names, Diagnostics& diagnostics) {
  for (std::size_t f = 0; f < design.factors.size(); ++f) {
    for (const DesignLevel& level : design.factors[f].levels) {
      for (const Act& act : level.acts) {
        if (act.at >= design.at) continue;
        diagnostics.push_back(fault_at(design.file, {act.line, act.column},
                                       act.text + " comes before the fork in " + format_month(design.at),
                                       "a month from " + format_month(design.at)));
      }
      for (std::size_t g = f + 1; g < design.factors.size(); ++g) {
        for (const DesignLevel& other : design.factors[g].levels) {
          std::vector<Act> together = level.acts;
          together.insert(together.end(), other.acts.begin(), other.acts.end());
          for (Diagnostic& fault : find_contradictions(together, names)) {
            if (fault.severity == Severity::error) diagnostics.push_back(std::move(fault));
          }
        }
      }
    }
  }
}

// The scenario's end where nothing is said.
Month read_until(RowReader& reader, Month at, const Names& names) {
  const Month until = reader.month("until", false).value_or(names.end);
  const Month latest = names.end + 12 * kMostYearsBeyond;
  if (until < at || until > latest) {
    reader.fail(reader.place("until"), format_month(until) + " is no month to end in",
                "a month from " + format_month(at) + " to " + format_month(latest));
  }
  return until;
}

}  // namespace

Design read_design(const Document& document, const Names& names, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  RowReader reader(document.root, document.file, diagnostics);
  Design design;
  design.file = document.file;
  design.id = reader.text("id", true);
  design.title = reader.text("title", true);
  design.background = reader.text("background", true);
  design.at = reader.month("at", true).value_or(Month{});
  design.until = read_until(reader, design.at, names);
  design.cannot_tell = reader.text("cannot_tell", true);
  reader.finish({"factor", "outcome"});
  if (design.at != Month{} && (design.at < names.start || design.at > names.end)) {
    reader.fail(reader.place("at"), format_month(design.at) + " lies outside the scenario",
                "a month from " + format_month(names.start) + " to " + format_month(names.end));
  }
  UniqueIds factors(document.file, diagnostics);
  for (const Value* row : tables_of(document.root, "factor", document.file, diagnostics)) {
    design.factors.push_back(read_factor(*row, document.file, names, diagnostics));
    factors.add(design.factors.back().id, row->place);
  }
  if (document.root.find("factor") == nullptr) reader.fail({1, 1}, "a design without factors", "[[factor]]");
  check_acts(design, names, diagnostics);
  design.outcomes = read_outcomes(document, vocabulary, diagnostics);
  if (document.root.find("outcome") == nullptr) reader.fail({1, 1}, "a design without outcomes", "[[outcome]]");
  return design;
}

}  // namespace thermidor::scenario
