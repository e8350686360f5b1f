#include <algorithm>
#include <string_view>

#include "experiment/report_economy.hpp"

namespace thermidor::experiment {
namespace {

// First month of every agricultural year that the record holds whole.
std::vector<std::size_t> julys(const RunRecord& record) {
  std::vector<std::size_t> starts;
  for (std::size_t m = 0; m + 12 <= record.months.size(); ++m) {
    if (record.months[m].month() == 7) starts.push_back(m);
  }
  return starts;
}

std::string year_name(int july) {
  const std::string end = std::to_string((july + 1) % 100);
  return std::to_string(july) + "/" + (end.size() < 2 ? "0" + end : end);
}

// Number of the first region's column of a signal in the details, or -1.
int column_of(const std::vector<std::string>& names, std::string_view signal, const Roster& roster) {
  if (roster.regions.empty()) return -1;
  const auto found = std::find(names.begin(), names.end(), std::string(signal) + "." + roster.regions[0].id);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

double mean_of_year(const RunRecord& record, std::size_t column, std::size_t first) {
  double sum = 0;
  for (std::size_t m = first; m < first + 12; ++m) sum += record.detail(column, m);
  return sum / 12;
}

enum class Measure : std::uint8_t { mean, harvest_per_villager };

struct TileRule {
  std::string_view signal;
  const char* title;
  const char* unit;
  const char* note;
  Measure measure;
  bool high_is_bad;
};

constexpr TileRule kTileRules[] = {
    {"region_grain_harvest", "Harvest", "kg of grain per villager, July to June", "", Measure::harvest_per_villager, false},
    {"region_hunger", "Hunger", "share of villagers below the surviving norm, mean of July to June", "", Measure::mean, true},
    {"region_grain_price", "Free grain price", "over the mean of all regions, mean of July to June",
     "Relative to the country in the same months, so that inflation does not hide the map.", Measure::mean, true}};

std::vector<std::vector<double>> years_of(const RunRecord& record, const TileRule& rule, const std::vector<std::string>& names,
                                          const Roster& roster) {
  std::vector<std::vector<double>> years;
  const int column = column_of(names, rule.signal, roster);
  const int people = column_of(names, "region_villagers", roster);
  if (column < 0 || people < 0) return years;
  for (const std::size_t first : julys(record)) {
    std::vector<double> values;
    for (std::size_t r = 0; r < roster.regions.size(); ++r) {
      const double mean = mean_of_year(record, static_cast<std::size_t>(column) + r, first);
      const double villagers = mean_of_year(record, static_cast<std::size_t>(people) + r, first);
      const bool per_villager = rule.measure == Measure::harvest_per_villager;
      values.push_back(!per_villager ? mean : (villagers > 0 ? 12 * mean / villagers : 0));
    }
    years.push_back(std::move(values));
  }
  return years;
}

// A source of accumulation: the share of one series, less that of another which is told apart.
struct SourceRule {
  const char* title;
  const char* share;
  const char* apart;
};
constexpr SourceRule kSources[] = {{"Farms: taxes, levies, exports", "accumulation_peasants", "accumulation_prices"},
                                   {"Farms: prices of goods", "accumulation_prices", ""},
                                   {"Wages of workers and employees", "accumulation_workers", ""},
                                   {"Private trade", "accumulation_trade", ""},
                                   {"Profits of works", "accumulation_profits", ""},
                                   {"Note issue and bank credit", "accumulation_issue", ""},
                                   {"Credit and gold from abroad", "accumulation_abroad", ""}};

// Economic years run from October; the series look back over twelve months.
std::vector<std::vector<double>> sources_of(const RunRecord& record) {
  const auto total = static_cast<std::size_t>(find_series("accumulation_total"));
  std::vector<std::vector<double>> years;
  for (std::size_t first = 0; first + 12 <= record.months.size(); ++first) {
    if (record.months[first].month() != 10) continue;
    const std::size_t last = first + 11;
    std::vector<double> amounts;
    for (const SourceRule& rule : kSources) {
      const int apart = find_series(rule.apart);
      const double share = record.value(static_cast<std::size_t>(find_series(rule.share)), last) -
                           (apart < 0 ? 0 : record.value(static_cast<std::size_t>(apart), last));
      amounts.push_back(share * record.value(total, last));
    }
    years.push_back(std::move(amounts));
  }
  return years;
}

}  // namespace

report::TilePicture tile_picture(const ShownArms& arms, const Roster& roster) {
  report::TilePicture picture;
  for (std::size_t r = 0; r < roster.regions.size() && r < roster.tiles.size(); ++r) {
    picture.regions.push_back({roster.regions[r].id, roster.regions[r].title, roster.tiles[r].row, roster.tiles[r].column});
  }
  std::vector<std::string> ids;
  for (const NamedRow& region : roster.regions) ids.push_back(region.id);
  const std::vector<std::string> names = detail_names(ids);
  for (const TileRule& rule : kTileRules) {
    report::TileSeries series{rule.title, roster.unit(rule.unit), rule.note, rule.high_is_bad, {}, {}, {}};
    series.baseline = years_of(*arms.baseline, rule, names, roster);
    if (arms.counterfactual != nullptr) series.counterfactual = years_of(*arms.counterfactual, rule, names, roster);
    for (const std::size_t first : julys(*arms.baseline)) {
      series.years.push_back(year_name(arms.baseline->months[first].year()));
    }
    if (!series.baseline.empty()) picture.series.push_back(std::move(series));
  }
  return picture;
}

report::AccumulationPicture accumulation_picture(const ShownArms& arms, const Roster& roster) {
  report::AccumulationPicture picture;
  for (const SourceRule& rule : kSources) picture.sources.emplace_back(rule.title);
  picture.unit = roster.unit("million roubles of 1913 a year");
  picture.baseline = sources_of(*arms.baseline);
  if (arms.counterfactual != nullptr) picture.counterfactual = sources_of(*arms.counterfactual);
  for (const Month month : arms.baseline->months) {
    if (month.month() == 10 && picture.years.size() < picture.baseline.size()) picture.years.push_back(year_name(month.year()));
  }
  if (picture.baseline.empty()) return {};
  return picture;
}

}  // namespace thermidor::experiment
