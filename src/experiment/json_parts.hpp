// What several JSON objects are made of. What is no number, empty or not known is null, never a word for it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/calendar.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {

using OrderedJson = nlohmann::ordered_json;

inline OrderedJson number(double value) { return value - value == 0 ? OrderedJson(value) : OrderedJson(nullptr); }
inline OrderedJson number(const std::optional<double>& value) { return value ? number(*value) : OrderedJson(nullptr); }
inline OrderedJson text_or_null(const std::string& text) { return text.empty() ? OrderedJson(nullptr) : OrderedJson(text); }
inline OrderedJson month_or_null(Month month) {
  return month == Month{} ? OrderedJson(nullptr) : OrderedJson(format_month(month));
}

// The first month that no record covers, where months until `last` go so far.
inline OrderedJson extrapolated_json(Month data_end, Month last) {
  return month_or_null(extrapolated_from(data_end, last).value_or(Month{}));
}

}  // namespace thermidor::experiment
