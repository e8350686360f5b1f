// What an ensemble's members say together: outcomes, endings, bands of series. Exact quantiles within a fixed amount of memory:
// where the values of all members do not fit, the members are gone through more than once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/members.hpp"
#include "experiment/statistics.hpp"

namespace thermidor::experiment {

struct Spread {
  int n = 0;  // members in which it could be measured
  double mean = 0, sd = 0, q05 = 0, q25 = 0, q50 = 0, q75 = 0, q95 = 0;
};
Spread spread_of(std::vector<double> values);

struct OutcomeSummary {
  scenario::Outcome plan;
  std::vector<Spread> arms;
  std::optional<Comparison> comparison;  // of pairs
};

struct EndingSummary {
  std::string id;
  std::string title;
  std::vector<double> shares;  // per arm
};

// How often a check of the scenario holds in one arm.
struct CheckSummary {
  int held = 0;
  int failed = 0;
  int not_judged = 0;
  Spread value;
};

// Who a kind of event had for its actor, over all members of an arm.
struct KindSummary {
  std::string kind;
  std::uint64_t fired = 0;
  int persons = 0;
  std::string foremost;
  double share = 0;  // of all firings, the foremost person's
};

struct MembersSummary {
  std::size_t members = 0;
  std::size_t resumed = 0;
  int faulted = 0;
  std::string first_fault;
  std::vector<OutcomeSummary> outcomes;
  std::vector<EndingSummary> endings;
  std::vector<std::vector<CheckSummary>> checks;   // [arm][check]
  std::vector<std::vector<KindSummary>> kinds;     // [arm], by kind
  std::optional<Month> first_parted, last_parted;  // of pairs: when the arms first differ
  std::size_t never_parted = 0;
  double effective_sample = 0;  // of the weights of what was forced
  std::uint64_t digest = 0;     // over all members
};

// Cells of one member (an outcome of an arm, a month of a series) gathered over all members: values[cell][member].
template <class Number>
std::vector<std::vector<Number>> gather_cells(FinishedMembers& members, std::size_t first, std::size_t end,
                                              const std::vector<Number>& (*cells_of)(const MemberRecord&, std::size_t arm),
                                              std::size_t arm) {
  std::vector<std::vector<Number>> values(end - first);
  for (std::vector<Number>& cell : values) cell.reserve(members.count());
  members.each([&](std::size_t, const std::string& bytes) {
    const std::optional<MemberRecord> record = decode_record(bytes);
    if (!record || arm >= record->arms.size()) return;
    const std::vector<Number>& cells = cells_of(*record, arm);
    for (std::size_t c = first; c < end && c < cells.size(); ++c) values[c - first].push_back(cells[c]);
  });
  return values;
}

// How many cells of so many members may be held at once.
std::size_t cells_at_once(std::size_t members, std::size_t bytes_each);

MembersSummary summarise_members(const MembersPlan& plan, FinishedMembers& members, const Executor& executor);

}  // namespace thermidor::experiment
