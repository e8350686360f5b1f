// Where the months of a benchmark spend their time, through the model's hook.
#pragma once

#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "model/profile.hpp"

namespace thermidor {

// Listens to the phases while it lives; one at a time.
class PhaseClock {
 public:
  PhaseClock() {
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
  void start_month() { last_ = std::chrono::steady_clock::now(); }

  // Milliseconds a run per phase.
  void report(benchmark::State& state) const {
    for (const auto& [phase, milliseconds] : phases_) {
      state.counters["phase: " + phase] = benchmark::Counter(milliseconds, benchmark::Counter::kAvgIterations);
    }
  }

 private:
  static void end_phase(const char* name) {
    const auto now = std::chrono::steady_clock::now();
    current_->add(name, std::chrono::duration<double, std::milli>(now - current_->last_).count());
    current_->last_ = now;
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
  std::chrono::steady_clock::time_point last_;
  std::vector<std::pair<std::string, double>> phases_;
};

}  // namespace thermidor
