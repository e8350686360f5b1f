// Where a month's time goes: a hook that benchmarks set from outside. Without it the calls cost a comparison each; the model
// itself reads no clock.
#pragma once

namespace thermidor {

// Called at the end of each named phase; nullptr = nobody listens. Set by one thread before runs start.
using PhaseHook = void (*)(const char* phase);
void set_phase_hook(PhaseHook hook);
PhaseHook phase_hook();

struct Profile {
  PhaseHook hook = phase_hook();
  void end_phase(const char* phase) const {
    if (hook != nullptr) hook(phase);
  }
};

}  // namespace thermidor
