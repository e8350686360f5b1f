#include "print_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/digest.hpp"
#include "experiment/wording.hpp"

namespace thermidor::cli {
namespace {

using experiment::CheckResult;
using experiment::RunRecord;

enum class OverYear : unsigned char { mean, sum, last };

// A series of the summary, and what stands for a year.
struct Headline {
  const char* series;
  const char* label;
  OverYear over;
  double scale = 1;
};

constexpr std::size_t kEconomic = 8;  // the first of them say nothing where a scenario has no economy
constexpr std::array<Headline, 12> kHeadlines = {{
    {"grain_harvest", "grain harvest, million t", OverYear::last},
    {"state_grain_collections", "grain collected, million t", OverYear::sum},
    {"famine_deaths", "dead of hunger, million", OverYear::sum},
    {"industry_output_index", "industry, 1913 = 100", OverYear::mean},
    {"real_wage_index", "real wage, 1913 = 100", OverYear::mean},
    {"scissors_ratio_industrial_to_agricultural", "price scissors, 1913 = 100", OverYear::mean},
    {"private_share_retail_turnover", "private trade, % of retail", OverYear::mean},
    {"unemployed", "unemployed, million", OverYear::mean},
    {"party_members_and_candidates", "party members, thousand", OverYear::last, 0.001},
    {"debate_freedom", "freedom of debate, 0-1", OverYear::mean},
    {"terror", "sanctions in the party, 0-1", OverYear::mean},
    {"town_unrest", "unrest in towns, 0-1", OverYear::mean},
}};

std::string year_value(const RunRecord& record, std::size_t series, int year, const Headline& headline) {
  double sum = 0;
  double last = 0;
  int months = 0;
  for (std::size_t m = 0; m < record.months.size(); ++m) {
    if (record.months[m].year() != year) continue;
    last = record.value(series, m) * headline.scale;
    sum += last;
    ++months;
  }
  if (months == 0) return "";
  return human_number(headline.over == OverYear::sum ? sum : headline.over == OverYear::last ? last : sum / months);
}

// A year that the record does not cover to its end carries a star.
std::string year_title(int year, Month data_end) {
  const bool beyond = data_end != Month{} && make_month(year, 12) > data_end;
  return std::to_string(year) + (beyond ? "*" : "");
}

void print_years(const Terminal& terminal, const RunRecord& record, Month data_end, const experiment::Roster& roster) {
  if (record.months.empty()) return;
  TextTable table;
  table.add_column("");
  const int first = record.months.front().year();
  const int last = record.months.back().year();
  for (int year = first; year <= last; ++year) table.add_column(year_title(year, data_end), Align::right);
  for (std::size_t h = roster.regions.empty() ? kEconomic : 0; h < kHeadlines.size(); ++h) {
    const Headline& headline = kHeadlines[h];
    const int series = experiment::find_series(headline.series);
    if (series < 0) continue;
    std::vector<std::string> row{roster.unit(headline.label)};
    for (int year = first; year <= last; ++year) {
      row.push_back(year_value(record, static_cast<std::size_t>(series), year, headline));
    }
    table.add_row(std::move(row));
  }
  terminal.heading("Year by year");
  terminal.print(table.draw(terminal));
}

void print_events(const Terminal& terminal, const RunRecord& record) {
  constexpr std::size_t kShown = 16;
  std::vector<std::size_t> order(record.records.events.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const std::vector<EventRecord>& events = record.records.events;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return events[a].weight > events[b].weight; });
  order.resize(std::min(order.size(), kShown));
  std::sort(order.begin(), order.end());
  if (order.empty()) return;
  TextTable table;
  table.add_column("month");
  table.add_column("what happened");
  for (const std::size_t i : order) table.add_row({format_month(events[i].month), events[i].title});
  terminal.heading(fmt::format("The {} weightiest of {} events", order.size(), events.size()));
  terminal.print(table.draw(terminal));
}

std::string ending_sentence(const experiment::RunSummary& summary) {
  if (!summary.record->fault.empty()) return "The run broke off: " + summary.record->fault + ".";
  if (summary.record->months.empty()) return "No month was played.";
  const std::string when = month_title(summary.record->months.back());
  if (summary.endings.empty()) return fmt::format("By {} none of the named endings is reached.", when);
  std::string text = fmt::format("By {}: ", when);
  for (std::size_t i = 0; i < summary.endings.size(); ++i) {
    text += fmt::format("{}{} ({}, since {})", i == 0 ? "" : "; ", summary.endings[i].title, summary.endings[i].id,
                        month_title(summary.endings[i].date));
  }
  return text + ".";
}

std::vector<std::string> check_sentences(const std::vector<CheckResult>& checks) {
  int held = 0;
  int failed = 0;
  int own = 0;  // bands that are the scenario's own judgement
  const CheckResult* worst = nullptr;
  double distance = -1;
  for (const CheckResult& check : checks) {
    if (!check.held) continue;
    (*check.held ? held : failed) += 1;
    own += check.source == "assumed" || check.source == "made-up" ? 1 : 0;
    if (*check.held || !check.value) continue;
    const double bound = check.low && *check.value < *check.low ? *check.low : check.high.value_or(0);
    const double size = std::max(std::abs(bound), 1e-9);
    if (std::abs(*check.value - bound) / size > distance) distance = std::abs(*check.value - bound) / size, worst = &check;
  }
  std::vector<std::string> sentences;
  if (held + failed == 0) return sentences;
  const int judged = held + failed;
  std::string sentence = fmt::format("{} of {} checks{} hold; {} could not be judged in this run.", held, judged,
                                     own == 0 ? " against the record" : "", static_cast<int>(checks.size()) - judged);
  if (own > 0)
    sentence += fmt::format(" {} of them are assumed and rest on no record.", own == judged ? "All" : std::to_string(own));
  sentences.push_back(sentence);
  if (worst != nullptr)
    sentences.push_back(
        fmt::format("Furthest from {}: {} ({}).", own == 0 ? "the record" : "its band", worst->title, worst->reason));
  return sentences;
}

std::string percent_text(double share) { return fmt::format("{:.1f} %", 100 * share); }

// How members fared by the year of their entry, and what speaking against the rulers cost.
void print_careers(const Terminal& terminal, const experiment::Careers& careers) {
  terminal.heading("Members by the year in which they entered");
  TextTable table;
  table.add_column("year");
  for (const char* header : {"entered", "spoke", "died", "left", "expelled", "still in"}) {
    table.add_column(header, Align::right);
  }
  for (std::size_t y = 0; y < careers.years.size(); ++y) {
    const party::YearOfEntry& entry = careers.years[y];
    if (entry.entered < 10000) continue;
    std::array<std::int64_t, party::kWaysOut> gone{};
    for (const auto* ways : {&entry.gone, &entry.gone_spoke}) {
      for (std::size_t w = 0; w < gone.size(); ++w) {
        for (const std::int64_t persons : (*ways)[w]) gone[w] += persons;
      }
    }
    const auto all = static_cast<double>(entry.entered);
    std::vector<std::string> cells{std::to_string(careers.first_year + static_cast<int>(y)), human_number(all)};
    double still = 1;
    cells.push_back(percent_text(static_cast<double>(entry.spoke) / all));
    for (const std::int64_t persons : gone) {
      cells.push_back(percent_text(static_cast<double>(persons) / all));
      still -= static_cast<double>(persons) / all;
    }
    cells.push_back(percent_text(still));
    table.add_row(std::move(cells));
  }
  terminal.print(table.draw(terminal));
  const experiment::CareerShares shares = experiment::share_careers(careers);
  terminal.print(
      wrap(fmt::format("{} of all ever spoke against the rulers in a debate. Of them {} were put out, of the others {}; "
                       "{} of the workers among them left the bench for an office in a year, {} of the others.",
                       percent_text(shares.spoke), percent_text(shares.expelled[1]), percent_text(shares.expelled[0]),
                       percent_text(shares.promoted[1]), percent_text(shares.promoted[0])),
           terminal.width()));
}

}  // namespace

void print_failed_checks(const Terminal& terminal, const std::vector<CheckResult>& checks) {
  constexpr std::size_t kShown = 24;
  // Those that earn credit first: a calibrated row that fails says less about the model.
  std::vector<const CheckResult*> failed;
  for (const bool credit : {true, false}) {
    for (const CheckResult& check : checks) {
      if (check.held && !*check.held && (check.use == "validation") == credit) failed.push_back(&check);
    }
  }
  if (failed.empty()) return;
  TextTable table;
  for (const char* header : {"check", "id", "why", "use"}) table.add_column(header);
  for (std::size_t i = 0; i < failed.size() && i < kShown; ++i) {
    // The condition is long: show gives it.
    const std::string& reason = failed[i]->reason;
    const std::size_t colon = reason.starts_with("it did not happen") ? reason.find(':') : std::string::npos;
    table.add_row({failed[i]->title, failed[i]->id, reason.substr(0, colon), failed[i]->use});
  }
  terminal.heading(failed.size() == 1 ? "The check that failed in this run"
                                      : fmt::format("The {} checks that failed in this run", failed.size()));
  terminal.print(table.draw(terminal));
  terminal.print(terminal.tint(Tone::faint, "What a check demands: thermidor show ID"));
  if (failed.size() > kShown) {
    terminal.print(
        terminal.tint(Tone::faint, fmt::format("and {} more: --json, or checks.csv with --out", failed.size() - kShown)));
  }
}

void print_run(const Terminal& terminal, const RunText& text) {
  const experiment::RunSummary& summary = *text.summary;
  const experiment::RunRequest& request = summary.request;
  terminal.print(terminal.tint(Tone::strong, text.scenario_title) + terminal.tint(Tone::faint, "  " + summary.stamp.scenario));
  const std::size_t acts = summary.acts.size();
  const std::string setup =
      fmt::format("seed {}, one farm for {}, outside world {}, traits {}{}{}", request.seed, request.sample, request.outside,
                  request.traits, request.history_until.empty() ? "" : ", history until " + request.history_until,
                  acts == 0 ? "" : fmt::format(", {} {}", acts, acts == 1 ? "act" : "acts"));
  terminal.print(terminal.tint(Tone::faint, wrap(setup, terminal.width())));
  for (const std::string& act : summary.acts) terminal.print(terminal.tint(Tone::faint, "  do " + act));
  terminal.print("");
  terminal.print(wrap(ending_sentence(summary), terminal.width()));
  for (const std::string& sentence : check_sentences(summary.checks)) terminal.print(wrap(sentence, terminal.width()));
  const std::vector<Month>& months = summary.record->months;
  const std::string beyond = months.empty() ? "" : experiment::extrapolation_sentence(summary.stamp.data_end, months.back());
  if (!beyond.empty()) terminal.print(terminal.tint(Tone::strong, wrap("* " + beyond, terminal.width(), 2)));
  print_years(terminal, *summary.record, summary.stamp.data_end, *text.roster);
  print_events(terminal, *summary.record);
  if (summary.record->careers.kept()) print_careers(terminal, summary.record->careers);
  print_failed_checks(terminal, summary.checks);
  terminal.print("");
  terminal.print(terminal.tint(
      Tone::faint, wrap("One run is one draw: thermidor checks counts over many seeds, thermidor whatif compares pairs.",
                        terminal.width())));
  terminal.print(terminal.tint(Tone::faint, "digest " + format_digest(summary.record->digest) + ", scenario " +
                                                summary.stamp.scenario_digest + ", " + summary.stamp.engine));
  if (!text.folder.empty()) terminal.print("Report: " + terminal.tint(Tone::strong, text.folder + "/report.html"));
}

void print_person(const Terminal& terminal, const std::string& title, const std::vector<experiment::TraceLine>& lines) {
  terminal.heading(title + ", month by month");
  if (lines.empty()) {
    terminal.print("Nothing was recorded.");
    return;
  }
  TextTable table;
  table.add_column("month");
  table.add_column("about");
  table.add_column("what");
  Month before{};
  for (const experiment::TraceLine& line : lines) {
    table.add_row({line.month == before ? "" : format_month(line.month), line.topic, line.text});
    before = line.month;
  }
  terminal.print(table.draw(terminal));
}

void print_farm(const Terminal& terminal, const experiment::FarmTrace& trace) {
  // Columns that fit a line; the results folder has all of them.
  constexpr std::array<const char*, 10> kColumns = {"grain",  "cash",   "offer",     "area",      "eaters",
                                                    "horses", "cattle", "nutrition", "grievance", "arrears"};
  terminal.heading(trace.title() + ", month by month");
  TextTable table;
  table.add_column("month");
  std::vector<std::size_t> shown;
  for (const char* name : kColumns) {
    for (std::size_t c = 0; c < trace.columns().size(); ++c) {
      if (trace.columns()[c].name != name) continue;
      shown.push_back(c);
      table.add_column(name, Align::right);
    }
  }
  for (const experiment::FarmTrace::Row& row : trace.rows()) {
    std::vector<std::string> cells{format_month(row.month)};
    for (const std::size_t c : shown) cells.push_back(human_number(row.values[c]));
    table.add_row(std::move(cells));
  }
  terminal.print(table.draw(terminal));
  std::string units;
  for (const std::size_t c : shown)
    units += (units.empty() ? "" : "; ") + trace.columns()[c].name + ": " + trace.columns()[c].unit;
  terminal.print(terminal.tint(Tone::faint, wrap(units, terminal.width())));
}

}  // namespace thermidor::cli
