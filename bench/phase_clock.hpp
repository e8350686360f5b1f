// Where the months of a benchmark spend their time, through the model's hook.
#pragma once

#include <benchmark/benchmark.h>

#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "model/profile.hpp"

namespace thermidor {

// What phases are reported in: the time that this process gets, which other programs hardly disturb, or the time on the wall,
// which a run on several threads is about.
enum class PhaseTime : unsigned char { process, wall };

// Milliseconds on both clocks.
struct PhaseSpan {
  double process = 0, wall = 0;
};

// Listens to the phases while it lives; one at a time.
class PhaseClock {
 public:
  explicit PhaseClock(PhaseTime time) : time_(time) {
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

  // All that a phase took so far.
  PhaseSpan of(const char* name) const {
    for (const auto& [phase, span] : phases_) {
      if (phase == name) return span;
    }
    return {};
  }

  // Milliseconds a run per phase.
  void report(benchmark::State& state) const {
    for (const auto& [phase, span] : phases_) {
      const double milliseconds = time_ == PhaseTime::process ? span.process : span.wall;
      state.counters["phase: " + phase] = benchmark::Counter(milliseconds, benchmark::Counter::kAvgIterations);
    }
  }

 private:
  static double read(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
  }
  static PhaseSpan now() { return {read(CLOCK_PROCESS_CPUTIME_ID), read(CLOCK_MONOTONIC)}; }
  static void end_phase(const char* name) {
    const PhaseSpan time = now();
    current_->add(name, {time.process - current_->last_.process, time.wall - current_->last_.wall});
    current_->last_ = time;
  }
  void add(const char* name, PhaseSpan span) {
    for (auto& [phase, sum] : phases_) {
      if (phase == name) {
        sum.process += span.process, sum.wall += span.wall;
        return;
      }
    }
    phases_.emplace_back(name, span);
  }

  static inline PhaseClock* current_ = nullptr;
  PhaseTime time_;
  PhaseSpan last_;
  std::vector<std::pair<std::string, PhaseSpan>> phases_;
};

}  // namespace thermidor
