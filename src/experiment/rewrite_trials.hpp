// What the search for a rewrite shares: trials of acts, and histories to try them on.
#pragma once

#include <vector>

#include "experiment/rewrite.hpp"

namespace thermidor::experiment {

inline bool stopped(const EnsembleControl& control) { return control.stop != nullptr && control.stop->load(); }

// How often acts lead to the ending, and what they cost.
struct Trial {
  std::vector<Act> acts;
  int runs = 0;
  int reached = 0;
  double bits = 0;  // sum over runs
  double share() const { return runs > 0 ? static_cast<double>(reached) / runs : 0; }
  double mean_bits() const { return runs > 0 ? bits / runs : 0; }
};

bool is_reached(const RewritePlan& plan, const RunRecord& record);

// Bits of those acts that have been forced so far.
double bits_of_acts(const RunRecord& record, const std::vector<Act>& acts);

// The plan's agenda with acts of a rewrite in it, in order of time.
Agenda with_acts(const RewritePlan& plan, const std::vector<Act>& acts);

// Runs of the history up to each date, for the seeds of one stage: what all candidates of a date share.
class Trunks {
 public:
  Trunks(const RewritePlan& plan, const EnsembleControl& control, std::uint64_t first_seed, int count);

  std::size_t size() const { return states_.size(); }
  const RunState& state(std::size_t run, std::size_t date) const { return states_[run][date]; }
  bool complete() const;

  // Plays one run on with the acts; false if it was stopped or broke off.
  bool finish(std::size_t run, const std::vector<Act>& acts, RunRecord& record) const;

 private:
  bool play(const Agenda& agenda, Month until, RunState& state) const;

  const RewritePlan& plan_;
  const EnsembleControl& control_;
  std::vector<std::vector<RunState>> states_;
};

// Every trial over every run of the trunks.
void measure(const RewritePlan& plan, const EnsembleControl& control, const Trunks& trunks, std::vector<Trial>& trials);

}  // namespace thermidor::experiment
