// Where the months of a benchmark spend their time, through the model's hook.
#pragma once

#include <benchmark/benchmark.h>

#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "model/profile.hpp"

namespace thermidor {

// What phases are measured in: the time that this process gets, which other programs hardly disturb, or the time on the wall,
// which a run on several threads is about.
enum class PhaseTime : unsigned char { process, wall };

// Listens to the phases while it lives; one at a time.
class PhaseClock {
 public:
  explicit PhaseClock(PhaseTime time) : clock_(time == PhaseTime::process ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC) {
    current_ = this;
    set_phase_hook(&end_phase);
  }
  ~PhaseClock() {
    set_phase_hook(nullptr);
    current_ = nullptr;
  }
  PhaseClock(const PhaseClock&) = delete;
  PhaseClock& operator=(const PhaseClock&) = delete;

  // Call before every month: what was done since the last phase is not the month's.
  void start_month() { last_ = now(); }

  // All that a phase took so far, in milliseconds.
  double of(const char* name) const {
    for (const auto& [phase, milliseconds] : phases_) {
      if (phase == name) return milliseconds;
    }
    return 0;
  }

  // Milliseconds a run per phase.
  void report(benchmark::State& state) const {
    for (const auto& [phase, milliseconds] : phases_) {
      state.counters["phase: " + phase] = benchmark::Counter(milliseconds, benchmark::Counter::kAvgIterations);
    }
  }

 private:
  // In milliseconds.
  double now() const {
    timespec time{};
    clock_gettime(clock_, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
  }
  static void end_phase(const char* name) {
    const double time = current_->now();
    current_->add(name, time - current_->last_);
    current_->last_ = time;
  }
  void add(const char* name, double milliseconds) {
    for (auto& [phase, sum] : phases_) {
      if (phase == name) {
        sum += milliseconds;
        return;
      }
    }
    phases_.emplace_back(name, milliseconds);
  }

  static inline PhaseClock* current_ = nullptr;
  clockid_t clock_;
  double last_ = 0;
  std::vector<std::pair<std::string, double>> phases_;
};

}  // namespace thermidor
