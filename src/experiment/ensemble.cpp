#include "experiment/ensemble.hpp"

#include <mutex>

#include "experiment/journal.hpp"

namespace thermidor::experiment {
namespace {

// Finished members: in the journal, or in memory where there is none.
class Store final : public FinishedMembers {
 public:
  Store(std::size_t count, const EnsembleControl& control) : have_(count, false) {
    if (control.journal.empty()) {
      held_.resize(count);
    } else {
      error_ = control.resume ? refuse_another(control.journal) : std::string();
      if (error_.empty()) error_ = journal_.open(control.journal, control.key);
    }
  }

  // Members of an earlier, interrupted try that this engine would give again.
  std::size_t take_up(const Member& member) {
    if (!journal_.is_open()) return 0;
    std::vector<std::size_t> found = journal_.members();
    std::erase_if(found, [this](std::size_t number) { return number >= have_.size(); });
    if (found.empty()) return 0;
    const std::optional<std::string> again = member(found.front());
    if (again && *again != journal_.read(found.front())) {
      journal_.forget_all();
      return 0;
    }
    for (const std::size_t number : found) have_[number] = true;
    return found.size();
  }

  std::size_t count() const override { return have_.size(); }
  void each(const MemberSink& sink) override {
    for (std::size_t number = 0; number < have_.size() && error_.empty(); ++number) {
      const std::optional<std::string> payload = read(number);
      if (!payload) error_ = "a member cannot be read back from the journal: the same command computes it again";
      if (payload) sink(number, *payload);
    }
  }

  bool has(std::size_t number) const { return have_[number]; }
  std::optional<std::string> read(std::size_t number) {
    return journal_.is_open() ? journal_.read(number) : std::optional(held_[number]);
  }

  // False: it could not be kept, and nothing more should be computed.
  bool add(std::size_t number, std::string payload) {
    std::string wrong = journal_.is_open() ? journal_.append(number, payload) : std::string();
    const std::lock_guard lock(mutex_);
    if (!wrong.empty()) {
      if (error_.empty()) error_ = std::move(wrong);
      return false;
    }
    if (!journal_.is_open()) held_[number] = std::move(payload);
    have_[number] = true;
    return true;
  }

  bool broken() const {
    const std::lock_guard lock(mutex_);
    return !error_.empty();
  }
  const std::string& error() const { return error_; }

 private:
  Journal journal_;
  std::vector<bool> have_;
  std::vector<std::string> held_;
  std::string error_;
  mutable std::mutex mutex_;
};

// Computes what is missing; true if every member is there.
bool complete(std::size_t count, const Member& member, const EnsembleControl& control, Store& store, std::size_t resumed) {
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < count; ++i) {
    if (!store.has(i)) missing.push_back(i);
  }
  std::mutex mutex;
  std::size_t done = resumed;
  if (control.progress) control.progress(done, count);
  for_each_index(*control.executor, missing.size(), [&](std::size_t task) {
    if ((control.stop != nullptr && control.stop->load()) || store.broken()) return;
    std::optional<std::string> payload = member(missing[task]);
    if (!payload || !store.add(missing[task], std::move(*payload))) return;
    const std::lock_guard lock(mutex);
    ++done;
    if (control.progress) control.progress(done, count);
  });
  return done == count && !store.broken();
}

}  // namespace

EnsembleEnd stream_ensemble(std::size_t count, const Member& member, const EnsembleControl& control,
                            const std::function<void(FinishedMembers&)>& use) {
  EnsembleEnd end;
  Store store(count, control);
  if (!store.broken()) {
    end.resumed = store.take_up(member);
    end.finished = complete(count, member, control, store, end.resumed);
  }
  if (end.finished) use(store);
  end.error = store.error();
  end.finished = end.finished && end.error.empty();
  return end;
}

EnsembleResult run_ensemble(std::size_t count, const Member& member, const EnsembleControl& control) {
  EnsembleResult result;
  Store store(count, control);
  if (!store.broken()) {
    result.resumed = store.take_up(member);
    result.finished = complete(count, member, control, store, result.resumed);
  }
  bool unread = false;
  for (std::size_t i = 0; i < count; ++i) {
    std::optional<std::string> text = store.has(i) ? store.read(i) : std::nullopt;
    unread = unread || (store.has(i) && !text);
    result.members.push_back(std::move(text).value_or(std::string()));
  }
  result.error = store.error();
  if (unread && result.error.empty()) result.error = "a finished member cannot be read back from " + control.journal;
  result.finished = result.finished && result.error.empty();
  return result;
}

}  // namespace thermidor::experiment
