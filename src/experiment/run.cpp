#include "experiment/run.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

#include "core/digest.hpp"
#include "economy/measures.hpp"

namespace thermidor::experiment {
namespace {

// Calls use(name, values) for every signal that has one number per region.
template <class Use>
void each_regional(const Signals& signals, Use&& use) {
  Signals::visit_fields(signals, [&use](const Field&, const auto& part) {
    std::remove_cvref_t<decltype(part)>::visit_fields(part, [&use](const Field& field, const auto& values) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(values)>, std::vector<double>>) use(field.name, values);
    });
  });
}

// What the regional tiles show besides the signals: nobody in the model reads these.
constexpr std::array<std::string_view, 3> kRegionalBooks = {"region_grain_harvest", "region_villagers", "region_grain_price"};

void observe_details(const World& world, std::vector<double>& details) {
  each_regional(world.signals.last, [&details](std::string_view, const std::vector<double>& values) {
    details.insert(details.end(), values.begin(), values.end());
  });
  const economy::RegionState& regions = world.economy.regions;
  for (const economy::FarmFlows& flows : regions.flows) details.push_back(flows.harvest.real());
  for (const economy::FarmFlows& flows : regions.flows) details.push_back(flows.people.real());
  const double mean = economy::mean_grain_price(world.economy);
  for (const double price : regions.price) details.push_back(mean > 0 ? price / mean : 1);
}

}  // namespace

std::vector<std::string> detail_names(const std::vector<std::string>& regions) {
  std::vector<std::string> names;
  each_regional(Signals{}, [&](std::string_view signal, const std::vector<double>&) {
    for (const std::string& region : regions) names.push_back(std::string(signal) + "." + region);
  });
  for (const std::string_view book : kRegionalBooks) {
    for (const std::string& region : regions) names.push_back(std::string(book) + "." + region);
  }
  return names;
}

std::size_t RunRecord::position(Month month) const {
  if (months.empty() || month < months.front() || month > months.back()) return months.size();
  return static_cast<std::size_t>(month - months.front());
}

Month last_seen(const RunRecord& record, Month last) {
  return record.months.empty() || record.months.back() > last ? last : record.months.back();
}

RunState start_run(const Params& params, const RunSetup& setup) { return start_run(params, setup, SerialExecutor{}); }

RunState start_run(const Params& params, const RunSetup& setup, const Executor& executor) {
  return {make_world(params, setup, executor), {}};
}

RunOutcome continue_run(const Params& params, const Agenda& agenda, Month last, const RunControl& control, RunState& state) {
  World& world = state.world;
  RunRecord& record = state.record;
  std::vector<double> row;
  record.records.explain = control.explain;
  while (world.month <= last) {
    if (control.stop != nullptr && control.stop->load(std::memory_order_relaxed)) return RunOutcome::stopped;
    const Month month = world.month;
    advance_month(params, agenda, world, record.records, *control.executor);
    if (world.fault.raised()) {
      record.fault = world.fault.message();
      return RunOutcome::faulted;
    }
    observe(world, row);
    record.months.push_back(month);
    record.values.insert(record.values.end(), row.begin(), row.end());
    observe_details(world, record.details);
    record.digests.push_back(digest_of(world.signals.last));
    if (record.records.explain && (record.views.empty() || is_viewed(month))) {
      record.views.push_back(view_party(world, month));
    }
    if (control.watch) control.watch(world, month);
    if (control.on_month) control.on_month(month);
  }
  record.digest = digest(world);
  record.careers = careers_of(world);
  return RunOutcome::finished;
}

int find_series(std::string_view name) {
  const auto list = series_list();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

std::size_t first_parting(const RunRecord& first, const RunRecord& second) {
  const std::size_t shared = std::min(first.digests.size(), second.digests.size());
  for (std::size_t i = 0; i < shared; ++i) {
    if (first.digests[i] != second.digests[i]) return i;
  }
  return shared;
}

}  // namespace thermidor::experiment
