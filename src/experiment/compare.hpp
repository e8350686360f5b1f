// Two sets of runs side by side: ensembles, questions, or runs played for it. Members with the same seed share their noise, so
// their differences are paired; sets without common seeds are compared only where that is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "experiment/ensemble.hpp"
#include "experiment/loaded.hpp"
#include "experiment/statistics.hpp"

namespace thermidor::experiment {

// One arm of a set of runs.
struct RunSet {
  std::string name;  // folder, or options of a run
  std::string arm;   // run, baseline, counterfactual
  std::string design = "seeds";
  std::string scenario_digest;
  RunRequest request;  // that plays a member, but for its seed
  std::vector<std::uint64_t> seeds;
  std::vector<std::string> digests;
  std::vector<double> log_weights;
  struct Outcome {
    std::string id;
    std::string title;
    std::string unit;
    std::vector<double> values;  // per member, NaN where not measured
  };
  std::vector<Outcome> outcomes;
  std::vector<std::vector<std::string>> endings;  // per member
};

// The set that a results folder of `ensemble` or `whatif` holds. `arm` empty: the counterfactual if there is one. Members that
// broke off or to which the question does not apply are left out.
Result<RunSet> read_run_set(const std::string& folder, const std::string& arm);

// Plays the run with so many seeds and measures every outcome with a band. Nothing if it was stopped.
std::optional<RunSet> play_run_set(const LoadedRun& run, const RunRequest& request, const std::string& name, int runs,
                                   const EnsembleControl& control);

struct ComparedOutcome {
  std::string id;
  std::string title;
  std::string unit;
  Comparison comparison;
  std::optional<double> error_parameters, error_explanations;
};

struct SetComparison {
  bool paired = false;
  std::size_t first_members = 0, second_members = 0;
  std::size_t shared = 0;     // seeds that both have
  std::size_t identical = 0;  // of these, members that end in the same world
  std::vector<ComparedOutcome> outcomes;
  std::vector<ComparedOutcome> endings;  // shares
};

struct SetOptions {
  bool unpaired = false;
  std::vector<std::string> outcomes;  // ids; none: all that both have
};

// Second less first. Empty `outcomes` and no shared seeds: the caller decides whether to refuse.
SetComparison compare_sets(const RunSet& first, const RunSet& second, const SetOptions& options);

// Differences of each outcome over the members that both sets have, in the order of `ids`; NaN is left out.
using Differences = std::vector<std::vector<double>>;
Differences member_differences(const RunSet& first, const RunSet& second, const std::vector<std::string>& ids);

// Fills the parameters' and the explanations' part of the error of paired outcomes: pairs with traits from their priors and
// constants from the posterior (or the sets' own members, where a design has drawn their constants already) against pairs with
// the stored ones, and pairs under each historian's reading. False if it was stopped.
bool add_error_parts(const LoadedRun& first, const LoadedRun& second, int pairs, const EnsembleControl& control,
                     SetComparison& comparison, const Differences* members = nullptr);

std::string comparison_csv(const SetComparison& comparison);

}  // namespace thermidor::experiment
