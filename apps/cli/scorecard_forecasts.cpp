// thermidor scorecard --forecasts: what lines and leaders expected, and how good it was.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common.hpp"
#include "experiment/forecasts.hpp"
#include "instrument.hpp"
#include "scorecard_parts.hpp"

namespace thermidor::cli {
namespace {

using experiment::ForecastScore;
using experiment::ForecastScores;
using Json = nlohmann::ordered_json;

constexpr const char* kReading =
    "Brier: mean square of the probability less what came; 0 is perfect, .25 a tossed coin. Base rate: the same for whoever "
    "had "
    "always said how often the forecast came true in the other runs. Knew more: base rate less Brier with its 95 % interval "
    "over "
    "runs; where it lies below zero the beliefs were worse than that.";

std::string better_text(const ForecastScore& score) {
  return score.better ? fmt::format("{:+.3f} to {:+.3f}", score.better->low, score.better->high) : "-";
}

std::vector<std::string> cells(const ForecastScore& score) {
  const auto number = [&](double value) { return score.statements == 0 ? "-" : fmt::format("{:.3f}", value); };
  return {score.title,
          score.id,
          std::to_string(score.statements),
          number(score.chance),
          number(score.came_true),
          number(score.brier),
          score.base ? number(*score.base) : "-",
          better_text(score)};
}

const std::vector<std::string> kHeads = {"id", "statements", "said", "came true", "Brier", "base rate", "knew more"};

void print_group(const Terminal& terminal, const char* heading, const char* first, const std::vector<ForecastScore>& scores) {
  if (scores.empty()) return;
  TextTable table;
  table.add_column(first);
  table.add_column(kHeads[0]);
  for (std::size_t i = 1; i < kHeads.size(); ++i) table.add_column(kHeads[i], Align::right);
  for (const ForecastScore& score : scores) table.add_row(cells(score));
  terminal.heading(heading);
  terminal.print(table.draw(terminal));
}

void print_markdown(const Terminal& terminal, const char* heading, const char* first,
                    const std::vector<ForecastScore>& scores) {
  if (scores.empty()) return;
  std::string text = fmt::format("\n## {}\n\n| {} | {} |\n|{}", heading, first, fmt::join(kHeads, " | "), "---|");
  for (std::size_t i = 0; i < kHeads.size(); ++i) text += "---|";
  for (const ForecastScore& score : scores) text += fmt::format("\n| {} |", fmt::join(cells(score), " | "));
  terminal.print(text);
}

Json score_json(const ForecastScore& score) {
  return {{"id", score.id},
          {"title", score.title},
          {"statements", score.statements},
          {"runs", score.runs},
          {"chance", score.chance},
          {"came_true", score.came_true},
          {"brier", score.brier},
          {"base", score.base ? Json(*score.base) : Json(nullptr)},
          {"better_low", score.better ? Json(score.better->low) : Json(nullptr)},
          {"better_high", score.better ? Json(score.better->high) : Json(nullptr)}};
}

std::string scores_json(const ScorecardOptions& options, const experiment::LoadedRun& run, const ForecastScores& scores) {
  Json json = instrument_head(options, run, "thermidor-forecasts-1");
  json["history_until"] = options.history_until.empty() ? Json(nullptr) : Json(options.history_until);
  json["runs"] = scores.ledgers.size();
  json["not_judged"] = scores.not_judged;
  const auto list = [&json](const char* name, const std::vector<ForecastScore>& group) {
    json[name] = Json::array();
    for (const ForecastScore& score : group) json[name].push_back(score_json(score));
  };
  list("forecasts", scores.forecasts);
  list("sides", scores.sides);
  list("by_side", scores.by_side);
  list("leaders", scores.leaders);
  return json.dump(2);
}

// Who said something in at least half of the runs; the tables have everybody.
std::vector<ForecastScore> often_heard(const ForecastScores& scores) {
  std::vector<ForecastScore> heard;
  for (const ForecastScore& score : scores.leaders) {
    if (2 * static_cast<std::size_t>(score.runs) >= scores.ledgers.size()) heard.push_back(score);
  }
  return heard;
}

using PrintGroup = void(const Terminal&, const char*, const char*, const std::vector<ForecastScore>&);

void print_groups(const Terminal& terminal, const ForecastScores& scores, PrintGroup* print) {
  print(terminal, "Forecasts", "what was foretold", scores.forecasts);
  print(terminal, "Sides, all their own forecasts", "who", scores.sides);
  print(terminal, "Forecasts by side", "who", scores.by_side);
  print(terminal, "Leaders who spoke in at least half of the runs, all their own forecasts", "who", often_heard(scores));
}

}  // namespace

int show_forecasts(const ScorecardOptions& options, const Terminal& terminal, const experiment::LoadedRun& run) {
  const scenario::ForecastTable& table = run.scenario.forecasts;
  if (table.empty())
    return refuse(terminal, fault("the scenario has no forecasts", "[[forecast]] in its forecasts.toml"), options.json);
  const experiment::MembersPlan plan = plan_scored(options, run);
  ForecastScores scores;
  play_instrument(terminal, options, "runs", {}, {}, [&](const experiment::EnsembleControl& control) {
    scores = experiment::run_forecasts(table, plan, control);
  });
  if (!scores.finished) return stopped(terminal, "interrupted");
  const std::string json = scores_json(options, run, scores);
  if (!options.out.empty() && !write_results(terminal, options.out,
                                             {{"ledger.csv", experiment::ledger_csv(scores, table, run.roster)},
                                              {"forecasts.csv", experiment::forecast_scores_csv(scores)},
                                              {"forecasts.json", json}})) {
    return kRunFailed;
  }
  const std::string title = "Forecasts: " + run.scenario.params.scenario.title;
  if (options.json) {
    terminal.print(json);
  } else if (options.markdown) {
    terminal.print(fmt::format("# {}\n\n{} runs. {}", title, scores.ledgers.size(), kReading));
    print_groups(terminal, scores, print_markdown);
  } else {
    terminal.print(terminal.tint(Tone::strong, title));
    terminal.print(terminal.tint(
        Tone::faint, fmt::format("{} runs, seed {}, one farm for {}, outside world {}, traits {}", scores.ledgers.size(),
                                 options.seed, options.sample, options.outside, options.traits)));
    print_groups(terminal, scores, print_group);
    terminal.print("");
    terminal.print(terminal.tint(Tone::faint, wrap(kReading, terminal.width())));
    if (scores.not_judged > 0)
      terminal.print(terminal.tint(Tone::faint, fmt::format("{} statements could not be judged", scores.not_judged)));
    if (!options.out.empty())
      terminal.print("\nTables: " + terminal.tint(Tone::strong, options.out + "/ledger.csv") +
                     ", forecasts.csv, forecasts.json");
  }
  if (scores.faulted > 0)
    terminal.complain(fmt::format("thermidor: {} runs broke off; the first: {}", scores.faulted, scores.first_fault));
  return scores.faulted > 0 ? kRunFailed : kOk;
}

}  // namespace thermidor::cli
