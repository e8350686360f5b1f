// One run from start to end, its record, and the fork. A run in progress is a value: copying it makes its twin.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/parallel.hpp"
#include "experiment/careers.hpp"
#include "experiment/engine.hpp"
#include "experiment/observe_party.hpp"

namespace thermidor::experiment {

// What a run leaves behind: one row of series per month, the records for readers, and digests.
struct RunRecord {
  std::vector<Month> months;
  std::vector<double> values;          // row after row, series in the order of series_list()
  std::vector<double> details;         // row after row, see detail_names(): signals per region
  std::vector<std::uint64_t> digests;  // of the signals, one per month: the first that differs dates a difference
  std::uint64_t digest = 0;            // of the whole world at the end
  Records records;
  Careers careers;               // at the end, where members are followed one by one
  std::vector<PartyView> views;  // a year apart, when the run is explained (Records::explain)
  std::string fault;             // the broken invariant that ended the run; empty if none

  std::size_t width() const { return months.empty() ? 0 : values.size() / months.size(); }
  // Position of a month, or months.size() if it was not played.
  std::size_t position(Month month) const;
  double value(std::size_t series, std::size_t month) const { return values[month * width() + series]; }
  double detail(std::size_t number, std::size_t month) const {
    return details[month * (details.size() / months.size()) + number];
  }
};

// The last month of a record, or `last` if it goes beyond.
Month last_seen(const RunRecord& record, Month last);

// A run under way. Copy it to fork.
struct RunState {
  World world;
  RunRecord record;
};

struct RunControl {
  const Executor* executor = nullptr;       // required
  const std::atomic<bool>* stop = nullptr;  // set by an interrupt: looked at once a month
  bool explain = false;                     // write down why things were decided; changes nothing
  std::function<void(Month month)> on_month = {};
  std::function<void(const World& world, Month month)> watch = {};  // sees every month's world, changes nothing
};

enum class RunOutcome : std::uint8_t { finished, stopped, faulted };

// A world at the start of the scenario, with an empty record.
RunState start_run(const Params& params, const RunSetup& setup);
RunState start_run(const Params& params, const RunSetup& setup, const Executor& executor);

// Plays months up to and including `last` under the agenda.
RunOutcome continue_run(const Params& params, const Agenda& agenda, Month last, const RunControl& control, RunState& state);

// Number of the series with this name, or -1.
int find_series(std::string_view name);

// What a record keeps besides the series: "<signal>.<region>" for signals that have one value per region, then the harvest of
// the month in kg, villagers in persons, and the free grain price over the mean of the regions.
std::vector<std::string> detail_names(const std::vector<std::string>& regions);

// First month in which two records differ by their signals' digests, or the first month that only one of them has; the position
// past the end if they agree.
std::size_t first_parting(const RunRecord& first, const RunRecord& second);

}  // namespace thermidor::experiment
