// Channels by which the parts of the country hear of one another, each of which can be cut in a counterfactual: from the fork
// on what is heard through it is what was heard in the baseline. What is left of an effect with all of them cut is what the
// acts do directly and within the month; what each adds is its share of the difference between the two runs.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "experiment/pair.hpp"

namespace thermidor::experiment {

struct ChannelInfo {
  const char* name;
  const char* text;
};

// Policy: levers and instruments as organs and economic bodies have moved them so far; acts hold theirs nevertheless.
inline constexpr std::array<ChannelInfo, 4> kChannels = {{
    {"economy", "what the others hear of the economy: bread, prices, goods, work, money"},
    {"party", "what the others hear of the party: its line, its leaders, debate and sanctions"},
    {"society", "what the others hear of mood, mandate and unrest"},
    {"policy", "levers and instruments as organs and economic bodies move them"},
}};

using Cut = std::array<bool, kChannels.size()>;

// A baseline, its state at the fork, and what was heard and in force at the start of every month from there.
struct HeardBaseline {
  RunRecord record;
  RunState fork;
  std::vector<Signals> heard;
  std::vector<Policy> policy;
};

// Nothing if it was stopped.
std::optional<HeardBaseline> play_heard(const Params& params, const PairPlan& plan, const RunControl& control);

// The counterfactual with channels cut. Its record has series, events and standings, but no digests and no regions.
std::optional<RunRecord> play_cut(const Params& params, const PairPlan& plan, const HeardBaseline& baseline, const Cut& cut,
                                  const RunControl& control);

}  // namespace thermidor::experiment
