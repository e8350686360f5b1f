// Whole runs whose digest every compiler, level, thread count and platform must find.
#pragma once

#include <cstdint>
#include <string>

#include "core/parallel.hpp"
#include "model/pack.hpp"

namespace thermidor {

struct ProbeRun {
  std::uint64_t seed = 7;
  std::int32_t sample = 1000;
  Month history_until;  // first month free of the chronicle; Month{} = free from the start
  int months = 0;       // how many to play; 0 = to the scenario's end
};

// Digest of the world after the run, as sixteen digits, or the message of the fault that ended it.
std::string probe_run(const Pack& pack, const ProbeRun& run, const Executor& executor);

// The month before which the record decides in the second of the two runs.
inline constexpr Month kProbeFork = make_month(1925, 12);

}  // namespace thermidor
