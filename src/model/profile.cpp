#include "model/profile.hpp"

namespace thermidor {
namespace {

PhaseHook current_hook = nullptr;

}  // namespace

void set_phase_hook(PhaseHook hook) { current_hook = hook; }

PhaseHook phase_hook() { return current_hook; }

}  // namespace thermidor
