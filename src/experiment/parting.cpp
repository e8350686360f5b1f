#include "experiment/parting.hpp"

#include <algorithm>
#include <array>

#include "core/compare.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::array<const char*, 18> kPhaseNames = {"start",
                                                     "acts",
                                                     "acts",
                                                     "outside world",
                                                     "leaders' lives",
                                                     "leaders' acts",
                                                     "organs convene",
                                                     "instruments and plan",
                                                     "farms",
                                                     "produce, pay, shop",
                                                     "grain between regions",
                                                     "foreign trade",
                                                     "budget and bank",
                                                     "prices",
                                                     "publish",
                                                     "members and mood",
                                                     "endings",
                                                     "close"};

template <class Part>
void compare_part(int phase, const char* name, const Part& first, const Part& second,
                  std::vector<PartDifference>& differences) {
  const std::string field = first_difference(first, second);
  if (field.empty()) return;
  const bool joined = field.front() == '[' || field.front() == ':';
  differences.push_back({phase, name, std::string(name) + (joined ? "" : ".") + field});
}

bool step(const LoadedRun& run, const RunControl& control, RunState& state, Parting& parting) {
  const RunOutcome outcome = continue_run(run.scenario.params, run.agenda, state.world.month, control, state);
  if (outcome == RunOutcome::faulted) parting.fault = state.record.fault;
  return outcome == RunOutcome::finished;
}

}  // namespace

const char* phase_name(int phase) {
  return phase >= 0 && phase < static_cast<int>(kPhaseNames.size()) ? kPhaseNames[static_cast<std::size_t>(phase)] : "";
}

std::vector<PartDifference> world_differences(const World& first, const World& second) {
  std::vector<PartDifference> differences;
  compare_part(2, "policy.lever_held", first.policy.lever_held, second.policy.lever_held, differences);
  compare_part(2, "policy.instrument_held", first.policy.instrument_held, second.policy.instrument_held, differences);
  compare_part(2, "hazards", first.hazards, second.hazards, differences);
  compare_part(2, "weather_acts", first.weather_acts, second.weather_acts, differences);
  compare_part(3, "signals.last.outside", first.signals.last.outside, second.signals.last.outside, differences);
  compare_part(6, "party", first.party, second.party, differences);
  compare_part(6, "policy.decided", first.policy.decided, second.policy.decided, differences);
  compare_part(6, "policy.in_force", first.policy.in_force, second.policy.in_force, differences);
  compare_part(7, "policy.instrument", first.policy.instrument, second.policy.instrument, differences);
  compare_part(8, "farms", first.farms, second.farms, differences);
  compare_part(9, "economy", first.economy, second.economy, differences);
  compare_part(14, "signals.last.economy", first.signals.last.economy, second.signals.last.economy, differences);
  compare_part(15, "members", first.members, second.members, differences);
  compare_part(15, "signals.last.party", first.signals.last.party, second.signals.last.party, differences);
  compare_part(15, "society", first.society, second.society, differences);
  return differences;
}

Parting find_parting(const LoadedRun& first, const LoadedRun& second, const RunControl& control) {
  Parting parting;
  RunState left = start_run(first.scenario.params, first.setup);
  RunState right = start_run(second.scenario.params, second.setup);
  parting.month = left.world.month;
  parting.differences = world_differences(left.world, right.world);
  if (!parting.differences.empty() || left.world.month != right.world.month) {
    parting.parted = parting.at_start = true;
    return parting;
  }
  const Month last = std::min(first.last, second.last);
  while (left.world.month <= last) {
    parting.month = left.world.month;
    if (!step(first, control, left, parting) || !step(second, control, right, parting)) return parting;
    parting.differences = world_differences(left.world, right.world);
    if (parting.differences.empty()) continue;
    parting.parted = true;
    return parting;
  }
  return parting;
}

}  // namespace thermidor::experiment
