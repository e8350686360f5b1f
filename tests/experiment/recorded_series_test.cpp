#include "experiment/recorded_series.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "experiment/csv.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {
namespace {

namespace fs = std::filesystem;

constexpr Month kOpening = make_month(1921, 3);
constexpr Month kLast = make_month(1929, 12);

std::string placed(std::string_view date, Reading reading) {
  const std::optional<Month> month = place_date(date, reading);
  return month ? format_month(*month) : "nowhere";
}

const RecordedHistory& shipped_history() {
  static const RecordedHistory history = read_recorded_history(THERMIDOR_SOURCE_DIR "/data", kOpening, kLast);
  return history;
}

std::vector<std::vector<std::string>> map_rows() {
  std::ifstream file(THERMIDOR_SOURCE_DIR "/data/derived/series_map.csv");
  return parse_csv(std::string(std::istreambuf_iterator<char>(file), {}));
}

// A data folder of two tables.
fs::path small_folder() {
  const fs::path folder = fs::temp_directory_path() / "thermidor-recorded-test";
  fs::create_directories(folder / "derived");
  fs::create_directories(folder / "raw");
  std::ofstream(folder / "derived/series_map.csv")
      << "series,file,key,variable,value,unit,territory,reading,factor,offset,note\n"
         "non_socialised_share_industry,raw/t.csv,variable,socialised,value,,,mean,-1,100,\"rest, of a hundred\"\n"
         "population,raw/t.csv,variable,heads,value,persons,,count,0.001,0,\n"
         "population,raw/t.csv,variable,heads,value,persons,,sometimes,1,0,\n";
  std::ofstream(folder / "raw/t.csv") << "variable,unit,territory,date,value,source,provenance,note\n"
                                         "socialised,percent,U,1924/25,81,\"A, B\",read,\n"
                                         "heads,persons,U,1926-12-17,147027915,Census,read,\n"
                                         "heads,thousand,U,1926-12-17,147028,Other,recalled,\n"
                                         "heads,persons,U,1921-03-01,136000000,Eve,recalled,\n"
                                         "heads,persons,U,1913,139000000,Too early,read,\n"
                                         "heads,persons,U,pre-war,139000000,No month,read,\n";
  return folder;
}

TEST(RecordedDates, StandWhereTheReadingSays) {
  EXPECT_EQ(placed("1923", Reading::mean), "1923-06");
  EXPECT_EQ(placed("1926/27", Reading::mean), "1927-03");
  EXPECT_EQ(placed("1926/27", Reading::end), "1927-09");
  EXPECT_EQ(placed("1926/27", Reading::grain_year), "1927-06");
  EXPECT_EQ(placed("1926-10/1926-12", Reading::mean), "1926-11");
  EXPECT_EQ(placed("1926", Reading::january), "1926-01");
  EXPECT_EQ(placed("1926", Reading::summer), "1926-06");
  EXPECT_EQ(placed("1926", Reading::autumn), "1926-10");
  EXPECT_EQ(placed("1923-10", Reading::count), "1923-10");
  EXPECT_EQ(placed("1926-12-17", Reading::count), "1926-12");
}

TEST(RecordedDates, OfTheFirstOfAMonthCloseTheMonthBefore) { EXPECT_EQ(placed("1927-01-01", Reading::count), "1926-12"); }

TEST(RecordedDates, ThatAreNoMonthAreNotDrawn) {
  for (const char* date : {"", "pre-war", "1922-1928", "1923-13", "192", "1924-10-0x", "1925/1922", "1925/2"}) {
    EXPECT_EQ(placed(date, Reading::count), "nowhere") << date;
  }
}

TEST(RecordedHistory, ConvertsUnitsAndKeepsSourceAndStatus) {
  const RecordedHistory history = read_recorded_history(small_folder().string(), kOpening, kLast);
  ASSERT_EQ(history.values.size(), 3U);
  EXPECT_DOUBLE_EQ(history.values[0].value, 19);
  EXPECT_EQ(history.values[0].source, "A, B");
  EXPECT_EQ(history.values[0].table, "t");
  EXPECT_EQ(history.values[0].note, "rest, of a hundred");
  EXPECT_DOUBLE_EQ(history.values[1].value, 147027.915);
  EXPECT_EQ(history.values[1].status, "read");
  // What stood on the eve of the opening is drawn in its first month.
  EXPECT_EQ(history.values[2].month, kOpening);
  EXPECT_EQ(history.values[2].status, "recalled");
  EXPECT_NE(history.fault.find("Row 4"), std::string::npos);
}

TEST(RecordedHistory, WithoutADataFolderIsEmptyAndSaysSo) {
  for (const char* folder : {"", "/nowhere"}) {
    const RecordedHistory history = read_recorded_history(folder, kOpening, kLast);
    EXPECT_TRUE(history.values.empty());
    EXPECT_FALSE(history.fault.empty());
  }
}

TEST(ShippedHistory, IsFoundBesideTheScenario) {
  const std::string folder = find_data_folder(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
  EXPECT_TRUE(fs::equivalent(folder, THERMIDOR_SOURCE_DIR "/data")) << folder;
  EXPECT_TRUE(shipped_history().fault.empty()) << shipped_history().fault;
}

TEST(ShippedHistory, NamesOnlySeriesOfTheModelAndASourceForEachNumber) {
  ASSERT_GT(shipped_history().values.size(), 200U);
  for (const RecordedValue& value : shipped_history().values) {
    EXPECT_GE(find_series(value.series), 0) << value.series;
    EXPECT_FALSE(value.source.empty()) << value.variable << value.date;
    EXPECT_TRUE(value.status == "read" || value.status == "recalled") << value.status;
    EXPECT_TRUE(value.month >= kOpening && value.month <= kLast);
  }
}

// A row of the map that finds nothing is a slip of the pen.
TEST(ShippedHistory, UsesEveryRowOfItsMap) {
  const auto rows = map_rows();
  ASSERT_GT(rows.size(), 50U);
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const bool used =
        std::any_of(shipped_history().values.begin(), shipped_history().values.end(),
                    [&](const RecordedValue& value) { return value.series == rows[r][0] && value.variable == rows[r][3]; });
    EXPECT_TRUE(used) << rows[r][0] << " <- " << rows[r][3];
  }
}

// Units: values of one series agree within an order of magnitude wherever they are drawn in one year.
TEST(ShippedHistory, AgreesOnTheScaleOfASeries) {
  std::set<std::string> seen;
  for (const RecordedValue& a : shipped_history().values) {
    for (const RecordedValue& b : shipped_history().values) {
      if (a.series != b.series || a.series == "price_index_general" || a.month.year() != b.month.year()) continue;
      if (a.value <= 0 || b.value <= 0 || a.variable == b.variable) continue;
      EXPECT_LT(a.value / b.value, 4) << a.series << ' ' << a.variable << ' ' << a.date << " against " << b.variable << ' '
                                      << b.date;
      seen.insert(a.series);
    }
  }
  EXPECT_GT(seen.size(), 10U);
}

}  // namespace
}  // namespace thermidor::experiment
