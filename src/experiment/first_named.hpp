// What the cause that is named first is worth. The effect of a question on an outcome is shared out among the channels by which
// it spreads and the acts themselves (attribution.hpp); then, on fresh seeds, the channel that was given most is cut, and the
// effect should shrink. Only effects that stand out from the noise of those seeds are looked at: of others any half shrinks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/attribution.hpp"
#include "experiment/cut_channels.hpp"

namespace thermidor::experiment {

struct FirstNamedPlan {
  AttributionPlan naming;      // by channels; its permutations are the seeds from which the cause is named
  int trials = 100;            // fresh seeds, after those
  double standard_errors = 3;  // how far an effect must stand out
};

// One outcome of one question.
struct NamedEffect {
  std::string question;
  std::string outcome;
  std::string title;
  std::size_t channel = kChannels.size();  // named first; their number: the acts themselves
  std::string first;                       // "acts", or its name; "none": the runs that name it showed no effect at all
  double share = 0;                        // of the sizes of all contributions, the first's
  double effect = 0;                       // mean over trials
  double standard_error = 0;
  std::optional<double> without;  // mean effect with that channel cut, where it stands out; with the acts undone there is none
  bool stands_out = false;

  bool by_channel() const { return channel < kChannels.size(); }
  bool named() const { return share > 0; }
  bool shrinks() const;
};

struct NamedEffects {
  std::vector<NamedEffect> effects;
  int faulted = 0;
  std::string first_fault;
  bool finished = false;
};

NamedEffects name_first(const FirstNamedPlan& plan, const std::string& question, const EnsembleControl& control);

// How many stand out, how many of these are named after the acts, a channel or nothing, and how many named after a channel
// shrink without it.
struct NamedCount {
  int looked_at = 0, stand_out = 0, by_acts = 0, by_channel = 0, unnamed = 0, shrink = 0;
};
NamedCount count_named(const std::vector<NamedEffect>& effects);

std::string named_effects_csv(const std::vector<NamedEffect>& effects);

}  // namespace thermidor::experiment
