#include <algorithm>

#include "experiment/report_economy.hpp"
#include "experiment/report_sources.hpp"
#include "experiment/series_display.hpp"

namespace thermidor::experiment {
namespace {

// Reads the grain series of one record; a name that is no series reads as nought.
class GrainReader {
 public:
  explicit GrainReader(const RunRecord& record) : record_(record) {}

  std::int64_t at(const char* name, std::size_t month) const {
    const int series = find_series(std::string("grain.") + name);
    return series < 0 ? 0 : static_cast<std::int64_t>(record_.value(static_cast<std::size_t>(series), month));
  }
  std::int64_t sum(const char* name, std::size_t first) const {
    std::int64_t total = 0;
    for (std::size_t m = first; m < first + 12; ++m) total += at(name, m);
    return total;
  }
  // Growth over the twelve months of what is counted since the start.
  std::int64_t grown(const char* name, std::size_t first) const { return at(name, first + 11) - at(name, first - 1); }

 private:
  const RunRecord& record_;
};

report::GrainYear read_year(const GrainReader& grain, int july, std::size_t first) {
  report::GrainYear year;
  year.july = july;
  year.harvest = grain.sum("harvest", first);
  year.seed = grain.sum("seed", first);
  year.eaten = grain.sum("eaten", first);
  year.fed = grain.sum("fed", first);
  year.lost_barns = grain.sum("spoiled", first);
  year.tax_in_kind = grain.sum("tax_in_kind", first);
  year.requisitioned = grain.sum("requisitioned", first);
  year.forced = grain.sum("forced", first);
  year.sold_state = grain.sum("sold_state", first);
  year.sold_private = grain.sum("sold_private", first);
  year.bread_bought = grain.sum("bread_bought", first);
  year.relief = grain.sum("relief", first);
  year.seed_aid = grain.sum("seed_aid", first);
  year.town_rations = grain.sum("town_rations", first);
  year.resold = grain.sum("resold", first);
  year.seized = grain.sum("seized", first);
  year.town_market = grain.sum("town_market", first);
  year.exported = grain.sum("exported", first);
  year.army = grain.grown("army_since", first);
  year.from_abroad = grain.grown("from_abroad_since", first);
  year.lost_all = grain.grown("spoiled_since", first);
  year.barns_before = grain.at("barns", first - 1);
  year.barns_after = grain.at("barns", first + 11);
  year.state_before = grain.at("state_stock", first - 1);
  year.state_after = grain.at("state_stock", first + 11);
  year.traders_before = grain.at("traders", first - 1);
  year.traders_after = grain.at("traders", first + 11);
  // What state and traders lost is what their stocks do not account for; together with the barns' it must be `lost_all`.
  year.lost_state = year.state_residual();
  year.lost_traders = year.traders_residual();
  return year;
}

// In which agricultural year a recorded value falls, and what it is called there.
void add_recorded(const RecordedValue& value, std::vector<report::GrainYear>& years, SourceList& sources) {
  const bool second_half = value.month.month() < 7;
  const int july = value.month.year() - (second_half ? 1 : 0);
  report::RecordedFigure figure{"", value.value, "million tonnes", value.date, value.status, ""};
  const bool yearly = value.date.find('/') != std::string::npos && value.date.size() == 7;
  if (value.series == "grain_harvest") figure.title = "harvest";
  if (value.series == "state_grain_collections_total" && yearly) figure.title = "state collections";
  // The map divides a year's exports by twelve.
  if (value.series == "grain_exports" && yearly)
    figure = {"exports", value.value * 12, figure.unit, value.date, value.status, ""};
  if (figure.title.empty()) return;
  for (report::GrainYear& year : years) {
    if (year.july != july) continue;
    figure.source = sources.key(value);
    // One source may give a number under several names.
    const bool known = std::any_of(year.recorded.begin(), year.recorded.end(), [&figure](const report::RecordedFigure& other) {
      return other.title == figure.title && other.value == figure.value && other.source == figure.source;
    });
    if (!known) year.recorded.push_back(figure);
  }
}

std::vector<double> series_of(const RunRecord& record, const char* name) {
  std::vector<double> values;
  const int series = find_series(name);
  for (std::size_t m = 0; m < record.months.size() && series >= 0; ++m) {
    values.push_back(record.value(static_cast<std::size_t>(series), m));
  }
  return values;
}

// What holds from the first month on is where the simulation starts, not an act.
void add_price_acts(const std::vector<Act>& chronicle, Month first, Month last, std::vector<report::PriceAct>& acts) {
  for (const Act& act : chronicle) {
    if (act.kind != ActKind::set_instrument || act.at <= first || act.at > last) continue;
    if (act.instrument != Instrument::price_cut && act.instrument != Instrument::credit_limit) continue;
    acts.push_back({act.at, act.title, act.instrument == Instrument::credit_limit ? "credit" : "prices", act.value, act.status,
                    act.source});
  }
  std::stable_sort(acts.begin(), acts.end(),
                   [](const report::PriceAct& a, const report::PriceAct& b) { return a.month < b.month; });
}

report::ScissorsPicture scissors_picture(const ShownArms& arms, const ReportContext& context, SourceList& sources) {
  report::ScissorsPicture picture;
  picture.months = arms.baseline->months;
  picture.industry = series_of(*arms.baseline, "industrial_price_index");
  picture.farm = series_of(*arms.baseline, "agricultural_price_index");
  if (arms.counterfactual != nullptr) {
    picture.industry_counterfactual = series_of(*arms.counterfactual, "industrial_price_index");
    picture.farm_counterfactual = series_of(*arms.counterfactual, "agricultural_price_index");
  }
  if (picture.months.empty()) return picture;
  if (context.history != nullptr) {
    for (const RecordedValue& value : context.history->values) {
      const bool industry = value.series == "industrial_price_index";
      if ((!industry && value.series != "agricultural_price_index") || value.month > picture.months.back()) continue;
      picture.recorded.push_back({value.month, value.value, value.status, sources.key(value), value.date, industry});
    }
  }
  if (context.chronicle != nullptr) {
    add_price_acts(*context.chronicle, picture.months.front(), picture.months.back(), picture.acts);
  }
  const bool imposed = arms.imposed_until > picture.months.front();
  picture.acts_note =
      "Numbered: acts of the record on industrial prices and on credit to industry, with the value their "
      "instrument was set to. " +
      (imposed ? "Those before " + format_month(arms.imposed_until) +
                     " were imposed on the simulation; later ones are shown beside it."
               : std::string("None was imposed here: they are shown beside the simulation."));
  return picture;
}

// The year in which the arms begin to differ, or the last one.
int first_shown(const std::vector<report::GrainYear>& years, const report::ReportInput& input) {
  const int last = std::max(0, static_cast<int>(years.size()) - 1);
  if (input.kind != report::ReportKind::question) return last;
  const Month fork = input.question.fork;
  const int july = fork.year() - (fork.month() < 7 ? 1 : 0);
  for (int i = 0; i <= last && !years.empty(); ++i) {
    if (years[static_cast<std::size_t>(i)].july == july) return i;
  }
  return last;
}

}  // namespace

std::vector<report::GrainYear> grain_years(const RunRecord& record) {
  std::vector<report::GrainYear> years;
  const GrainReader grain(record);
  for (std::size_t m = 1; m + 12 <= record.months.size(); ++m) {
    if (record.months[m].month() == 7) years.push_back(read_year(grain, record.months[m].year(), m));
  }
  return years;
}

void add_economy(report::ReportInput& input, const ShownArms& arms, const ReportContext& context) {
  SourceList sources(input.sources);
  const bool paired = arms.counterfactual != nullptr;
  input.economy.origin = "books of the " + std::string(paired ? "pair" : "run") + " with seed " +
                         std::to_string(input.shown_seed) + ", one simulated farm for " + std::to_string(input.sample);
  input.economy.grain.baseline = grain_years(*arms.baseline);
  if (context.history != nullptr) {
    for (const RecordedValue& value : context.history->values) add_recorded(value, input.economy.grain.baseline, sources);
  }
  if (paired) input.economy.grain.counterfactual = grain_years(*arms.counterfactual);
  input.economy.grain.shown_first = first_shown(input.economy.grain.baseline, input);
  input.economy.scissors = scissors_picture(arms, context, sources);
  input.economy.tiles = tile_picture(arms, *context.roster);
  input.economy.accumulation = accumulation_picture(arms, *context.roster);
}

}  // namespace thermidor::experiment
