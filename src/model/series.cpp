#include "model/series.hpp"

#include <type_traits>

#include "model/observe_grain.hpp"
#include "model/world.hpp"

namespace thermidor {
namespace {

// Calls `use(field, value)` for every scalar number of a struct of signals.
template <class Struct, class Use>
void each_scalar(const Struct& values, Use&& use) {
  Struct::visit_fields(values, [&use](const Field& field, const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_arithmetic_v<Value>) use(field, static_cast<double>(value));
  });
}

template <class Use>
void each_series(const Signals& signals, Use&& use) {
  each_scalar(signals.outside, use);
  each_scalar(signals.economy, use);
  each_scalar(signals.party, use);
  each_scalar(signals.society, use);
}

std::vector<SeriesInfo> make_list() {
  std::vector<SeriesInfo> list;
  each_series(Signals{}, [&list](const Field& field, double) {
    list.push_back({std::string(field.name), std::string(field.unit), std::string(field.source), std::string(field.text)});
  });
  for (std::size_t i = 0; i < kLeverCount; ++i) {
    const std::string name = kLeverNames[i];
    list.push_back({"lever." + name, "index", "claims.md table 5 a" + std::to_string(i + 1), "lever in force: " + name});
  }
  for (const char* name : kInstrumentNames) {
    list.push_back({std::string("instrument.") + name, "mixed", "design part 6", std::string("instrument: ") + name});
  }
  each_scalar(GrainSeries{}, [&list](const Field& field, double) {
    list.push_back(
        {"grain." + std::string(field.name), std::string(field.unit), std::string(field.source), std::string(field.text)});
  });
  return list;
}

}  // namespace

std::span<const SeriesInfo> series_list() {
  static const std::vector<SeriesInfo> list = make_list();
  return list;
}

void observe(const Signals& signals, const Policy& policy, const economy::State& books, std::vector<double>& row) {
  row.clear();
  each_series(signals, [&row](const Field&, double value) { row.push_back(value); });
  row.insert(row.end(), policy.in_force.begin(), policy.in_force.end());
  row.insert(row.end(), policy.instrument.begin(), policy.instrument.end());
  each_scalar(observe_grain(books), [&row](const Field&, double value) { row.push_back(value); });
}

void observe(const World& world, std::vector<double>& row) { observe(world.signals.last, world.policy, world.economy, row); }

}  // namespace thermidor
