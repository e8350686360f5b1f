// Members of a study on all cores. A member is a pure function from its number to a line of text; results come back in member
// order whatever the threads did, and a journal lets an interrupted study go on.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/parallel.hpp"

namespace thermidor::experiment {

struct EnsembleControl {
  const Executor* executor = nullptr;       // required
  const std::atomic<bool>* stop = nullptr;  // set by an interrupt: running members end, no new ones start
  std::function<void(std::size_t done, std::size_t total)> progress = {};  // called under a lock, from any thread
  std::string journal = {};                                                // path; empty: nothing is kept
  std::string key = {};                                                    // names the study in its journal
};

// Computes one member, or nothing if it was stopped on the way.
using Member = std::function<std::optional<std::string>(std::size_t member)>;

struct EnsembleResult {
  std::vector<std::string> members;  // in member order; complete only if `finished`
  bool finished = false;
  std::size_t resumed = 0;  // members taken from the journal
  std::string error;        // what could not be written
};

// Before members of a journal are trusted the first of them is computed again: if it differs, the engine or its input has
// changed since, and the journal is put aside.
EnsembleResult run_ensemble(std::size_t count, const Member& member, const EnsembleControl& control);

}  // namespace thermidor::experiment
