// Members of a study on all cores. A member is a pure function from its number to some bytes; they come back in member order
// whatever the threads did, and a journal lets an interrupted study go on.
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
  std::string journal = {};                                                // path; empty: nothing is kept on disk
  std::string key = {};                                                    // names the study in its journal
  bool resume = false;  // the folder's journal must be this study's: refused if it holds another's alone
};

// Computes one member, or nothing if it was stopped on the way.
using Member = std::function<std::optional<std::string>(std::size_t member)>;
// Takes finished members, in order.
using MemberSink = std::function<void(std::size_t member, const std::string& payload)>;

// All members of a finished ensemble, to be gone through as often as needed; only the one handed over is in memory.
class FinishedMembers {
 public:
  virtual ~FinishedMembers() = default;
  virtual std::size_t count() const = 0;
  virtual void each(const MemberSink& sink) = 0;
};

struct EnsembleEnd {
  bool finished = false;
  std::size_t resumed = 0;  // members taken from the journal
  std::string error;        // what is wrong with the journal: full disk, another process at work; then nothing more is computed
};

struct EnsembleResult : EnsembleEnd {
  std::vector<std::string> members;  // in member order, empty where not finished
};

// Computes what the journal lacks, then lets `use` go through all members: with a journal no more than those under way are in
// memory. `use` is not called if it did not finish. Before members of a journal are trusted the first of them is
// computed again: if it differs, the engine or its input has changed since, and all are forgotten. The journal stays: whoever
// has written the results calls remove_journal.
EnsembleEnd stream_ensemble(std::size_t count, const Member& member, const EnsembleControl& control,
                            const std::function<void(FinishedMembers&)>& use);

// The same, all members at once; also those of an ensemble that did not finish.
EnsembleResult run_ensemble(std::size_t count, const Member& member, const EnsembleControl& control);

}  // namespace thermidor::experiment
