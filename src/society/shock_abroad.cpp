#include "society/shock_abroad.hpp"

#include "core/math.hpp"

namespace thermidor::society {

void apply_shock_abroad(const OutsideParams& params, ShockAbroad shock, double value, Outside& outside, OutsideSignal& signal) {
  OutsideEventRow event;
  event.severity = value;
  event.value = value;
  switch (shock) {
    case ShockAbroad::opening:
      event.kind = "window";
      event.months = static_cast<std::int32_t>(params.abroad.window_months);
      event.value = 0;
      break;
    case ShockAbroad::revolution:
      if (value < 0.5 || outside.revolution_success > 0) return;
      outside.revolution_success = 1;
      event.kind = "isolation";
      event.value = params.abroad.success_isolation;
      break;
    case ShockAbroad::defeat: event.kind = "defeat"; break;
    case ShockAbroad::isolation: event.kind = "isolation"; break;
    case ShockAbroad::scare: event.kind = "scare"; break;
    case ShockAbroad::credit: event.kind = "credit"; break;
  }
  apply_outside_event(params, event, outside, signal);
  show_outside(outside, signal);
}

}  // namespace thermidor::society
