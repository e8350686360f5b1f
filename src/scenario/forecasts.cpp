#include "scenario/forecasts.hpp"

#include "scenario/binding.hpp"
#include "scenario/claims.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {
namespace {

constexpr double kLongest = 240;  // months

// A whole number of months from 1 on.
int read_months(RowReader& reader, const char* key, int usual) {
  const std::optional<double> given = reader.number(key);
  if (!given) return usual;
  if (*given >= 1 && *given <= kLongest) {
    const int months = static_cast<int>(*given);
    if (*given == static_cast<double>(months)) return months;
  }
  reader.fail(reader.place(key), std::string(key) + " is no number of months", "a whole number from 1 to 240");
  return usual;
}

ForecastSide read_side(const Value& row, const std::string& file, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  RowReader reader(row, file, diagnostics);
  ForecastSide side{reader.text("id", true), reader.text("title", true), reader.expression("when", vocabulary, true)};
  reader.finish();
  return side;
}

Forecast read_forecast(const Value& row, const std::string& file, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  RowReader reader(row, file, diagnostics);
  Forecast forecast;
  forecast.place = row.place;
  forecast.id = reader.text("id", true);
  forecast.title = reader.text("title", true);
  forecast.voice = reader.text("voice");
  forecast.essay = reader.text("essay", true);
  forecast.claim = reader.text("claim");
  forecast.when = reader.expression("when", vocabulary);
  forecast.by = reader.expression("by", vocabulary);
  forecast.chance = reader.expression("chance", vocabulary, true);
  forecast.comes_true = reader.expression("comes_true", vocabulary, true);
  forecast.months = read_months(reader, "months", 12);
  forecast.every = read_months(reader, "every", 12);
  forecast.first = reader.month("first").value_or(Month{});
  forecast.source = reader.text("source", true);
  forecast.note = reader.text("note");
  if (!forecast.essay.empty() && !is_reference(forecast.essay))
    reader.fail(reader.place("essay"), "'" + forecast.essay + "' is no reference",
                "lines and sentences such as \"L9.5, L11.7-9\"");
  if (!reader.has("by") && !reader.has("voice"))
    reader.fail(row.place, "a forecast of nobody", "by = a condition on leaders' views, or voice = who says it");
  reader.finish();
  return forecast;
}

}  // namespace

ForecastTable read_forecasts(const Document& document, const Vocabulary& vocabulary, Month start, Diagnostics& diagnostics) {
  detail::check_unknown_keys(document.root, document.file, {"side", "forecast"}, "key", diagnostics);
  Vocabulary words = vocabulary;
  for (const ViewInfo& view : kViews) words.series.emplace_back(view.name);
  ForecastTable table;
  UniqueIds sides(document.file, diagnostics);
  for (const Value* row : tables_of(document.root, "side", document.file, diagnostics)) {
    table.sides.push_back(read_side(*row, document.file, words, diagnostics));
    sides.add(table.sides.back().id, row->place);
  }
  UniqueIds ids(document.file, diagnostics);
  for (const Value* row : tables_of(document.root, "forecast", document.file, diagnostics)) {
    table.forecasts.push_back(read_forecast(*row, document.file, words, diagnostics));
    Forecast& forecast = table.forecasts.back();
    ids.add(forecast.id, row->place);
    // A year of a new country is heard before anybody foretells what comes of it.
    if (forecast.first == Month{}) forecast.first = start + 12;
  }
  return table;
}

}  // namespace thermidor::scenario
