#include "experiment/ensemble.hpp"

#include <filesystem>
#include <map>
#include <mutex>

#include "experiment/journal.hpp"

namespace thermidor::experiment {
namespace {

bool stopped(const EnsembleControl& control) { return control.stop != nullptr && control.stop->load(); }

// Members of an earlier, interrupted try that this engine would give again.
std::map<std::size_t, std::string> trusted_members(std::size_t count, const Member& member, const EnsembleControl& control) {
  std::map<std::size_t, std::string> found = read_journal(control.journal, control.key);
  std::erase_if(found, [count](const auto& entry) { return entry.first >= count; });
  if (found.empty()) return found;
  const auto& [first, payload] = *found.begin();
  const std::optional<std::string> again = member(first);
  if (again && *again != payload) found.clear();
  return found;
}

}  // namespace

EnsembleResult run_ensemble(std::size_t count, const Member& member, const EnsembleControl& control) {
  EnsembleResult result;
  std::vector<std::optional<std::string>> slots(count);
  Journal journal;
  if (!control.journal.empty()) {
    const std::map<std::size_t, std::string> found = trusted_members(count, member, control);
    for (const auto& [index, payload] : found) slots[index] = payload;
    result.resumed = found.size();
    if (!journal.open(control.journal, control.key, found)) result.error = "cannot write " + control.journal;
  }
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < count; ++i) {
    if (!slots[i]) missing.push_back(i);
  }
  std::mutex mutex;
  std::size_t done = count - missing.size();
  if (control.progress) control.progress(done, count);
  for_each_index(*control.executor, missing.size(), [&](std::size_t task) {
    if (stopped(control)) return;
    std::optional<std::string> payload = member(missing[task]);
    if (!payload) return;
    if (!control.journal.empty()) journal.append(missing[task], *payload);
    slots[missing[task]] = std::move(payload);
    const std::lock_guard lock(mutex);
    ++done;
    if (control.progress) control.progress(done, count);
  });
  journal.close();
  result.finished = true;
  for (std::optional<std::string>& slot : slots) {
    if (!slot) result.finished = false;
    result.members.push_back(slot ? std::move(*slot) : std::string());
  }
  if (result.finished && !control.journal.empty()) {
    std::error_code error;
    std::filesystem::remove(control.journal, error);
  }
  return result;
}

}  // namespace thermidor::experiment
