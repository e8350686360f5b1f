// The recorded history behind the charts: rows of the data package that measure a series of the model, as data/derived/
// series_map.csv says, each with its source and whether it was read there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"

namespace thermidor::experiment {

// How a dated value stands on a monthly line. An exact date is drawn in its month, a count on the first of a month at the end
// of the month before; what covers a span is drawn where the reading says.
enum class Reading : std::uint8_t {
  mean,        // a level or a monthly mean over the span: its middle month
  end,         // what piled up over the span, or a mean of the last twelve months: its last month
  grain_year,  // the same for 1924/25 as July to June; other economic years run from October to September
  count,       // counted on a day; a year alone stands for its middle, as `mean`
  january,     // counted on 1 January where only the year is given
  summer,      // counted in June
  autumn,      // in by October
};

struct RecordedValue {
  std::string series;  // of the model
  Month month;
  double value = 0;  // in the unit of the series
  std::string date;  // as the table gives it
  std::string source;
  std::string status;  // read, recalled
  std::string table;   // "econ_agriculture"
  std::string variable;
  std::string note;  // how the variable measures the series
};

struct RecordedHistory {
  std::vector<RecordedValue> values;  // in the order of the map, then of the tables
  std::string fault;                  // why there are none, or fewer; empty if all is well
};

// The month in which a value with this date is drawn; nothing for dates that are no month, year or span of either.
std::optional<Month> place_date(std::string_view date, Reading reading);

// The folder of the data package that goes with a scenario: ../../data from it, or beside a folder of scenarios; empty if none.
std::string find_data_folder(const std::string& scenario_folder);

// All mapped values from `opening` to `last`. What stood on the eve of the opening is drawn in its first month.
RecordedHistory read_recorded_history(const std::string& data_folder, Month opening, Month last);

}  // namespace thermidor::experiment
