// The contingency clock: at each quarter of a history the future is drawn anew many times. How much of what the end might have
// been is still open then, how likely each ending has become, and from which quarter on nothing else was to be expected.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "experiment/endings.hpp"
#include "experiment/ensemble.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "experiment/statistics.hpp"

namespace thermidor::experiment {

// How a run ends, in three words that exclude one another.
struct Fate {
  std::string leader;  // id of who leads; empty: nobody
  int form = 0;        // 0 none, 1 single, 2 collective, 3 split
  int losers = 0;      // 0 tolerated, 1 demoted, 2 expelled, 3 destroyed or exiled abroad

  auto operator<=>(const Fate&) const = default;
};

Fate fate_of(const World& world, const Roster& roster);

struct ClockPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  RunSetup setup;  // of the history whose future is drawn anew
  Agenda agenda;   // with a chronicle and `recorded`: the record decides until each fork
  bool recorded = true;
  Month last;
  std::vector<Month> forks;  // in order; the future is new from the start of the month
  std::vector<EndingRule> endings;
  int futures = 100;  // drawn at each fork
  int free_runs = 0;  // of an ensemble of its own, seeds after the history's: what the clock should show at its first fork
};

// What the futures drawn at one fork come to.
struct ClockHand {
  Month fork;
  int futures = 0;
  std::map<Fate, int> fates;
  std::map<std::string, int> endings;  // by id
  double bits = 0;                     // entropy of the fates, Miller-Madow corrected
  Interval bits_interval;              // bootstrap over futures
  double open = 0;                     // bits over those of the first fork
  double as_history = 0;               // share of futures that end as the history itself did
  Interval as_history_interval;        // Wilson
};

struct Clock {
  std::vector<ClockHand> hands;
  Fate history;                              // how the history itself ends
  std::vector<std::string> history_endings;  // ids
  Month no_return;  // first fork from which on at least `certain` of the futures end as it did; Month{}: none
  Month no_return_early, no_return_late;  // by the upper and lower end of the intervals
  double certain = 0.9;
  ClockHand free;  // ends of the free ensemble; no futures: there is none
  int faulted = 0;
  std::string first_fault;
  bool finished = false;
  std::string error;  // of the journal
};

// First month of every quarter from `first` to `last`.
std::vector<Month> quarters(Month first, Month last);

// Entropy of counts in bits, with the Miller-Madow correction (classes seen less one, over twice the number, in nats); 0 for
// one class.
double entropy_bits(const std::map<Fate, int>& counts);

// Whether two entropies agree within their errors: the difference is no larger than the root of their half widths' squares.
bool agree(const ClockHand& a, const ClockHand& b);

Clock run_clock(const ClockPlan& plan, const EnsembleControl& control);

std::string clock_csv(const Clock& clock, const std::vector<EndingRule>& endings);

}  // namespace thermidor::experiment
