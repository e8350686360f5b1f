// thermidor scorecard --verdicts: what is said in retrospect, beside what the runs say.
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "ask.hpp"
#include "common.hpp"
#include "experiment/verdicts.hpp"
#include "experiment/wording.hpp"
#include "instrument.hpp"
#include "scorecard_parts.hpp"

namespace thermidor::cli {
namespace {

using experiment::VerdictRow;
using Json = nlohmann::ordered_json;

constexpr const char* kReading =
    "Interval: 95 %, of the share, or of the difference between the groups or arms. Borne out or contradicted: the interval "
    "lies on "
    "one side of a half, or of zero; for what should be the same, within or beyond the margin that the scenario gives. Open: "
    "neither; "
    "no difference seen: zero lies in it. Groups of runs differ in more than what parts them; only the rows with a question "
    "are "
    "effects. None was tuned to.";

struct Judged {
  std::vector<VerdictRow> rows;
  bool finished = false;
};

// The effect of a question by as many pairs as there are runs, with what the question itself forks from.
std::optional<experiment::StudyResult> play_question(const ScorecardOptions& options, const Terminal& terminal,
                                                     const experiment::LoadedRun& run, const std::string& id) {
  const scenario::Question* const question = run.scenario.find_question(id);
  if (question == nullptr) return std::nullopt;
  WhatIfOptions asked;
  static_cast<ModelOptions&>(asked) = options;
  asked.runs = options.seeds;
  experiment::StudyPlan plan = make_plan(asked, run, *question);
  plan.parameter_runs = 0;
  plan.explanation_runs = 0;
  plan.explanations.clear();
  plan.shown.clear();
  plan.bands.clear();
  experiment::StudyRun study;
  play_instrument(terminal, options, "pairs of " + id, {}, {},
                  [&](const experiment::EnsembleControl& control) { study = experiment::run_study(plan, control); });
  if (study.outcome == experiment::StudyOutcome::interrupted) return std::nullopt;
  return std::move(study.result);
}

Judged judge_all(const ScorecardOptions& options, const Terminal& terminal, const experiment::LoadedRun& run) {
  Judged judged;
  std::optional<std::vector<VerdictRow>> groups;
  play_instrument(terminal, options, "runs", {}, {}, [&](const experiment::EnsembleControl& control) {
    groups = experiment::run_verdicts(run.scenario.verdicts, plan_scored(options, run), control);
  });
  if (!groups) return judged;
  std::map<std::string, experiment::StudyResult> studies;
  std::size_t next = 0;
  for (const scenario::Verdict& verdict : run.scenario.verdicts) {
    if (!verdict.of_question()) {
      judged.rows.push_back(std::move((*groups)[next++]));
      continue;
    }
    if (!studies.contains(verdict.question)) {
      std::optional<experiment::StudyResult> study = play_question(options, terminal, run, verdict.question);
      if (!study) return judged;
      studies.emplace(verdict.question, std::move(*study));
    }
    judged.rows.push_back(experiment::judge_effect(verdict, studies.at(verdict.question)));
  }
  judged.finished = true;
  return judged;
}

std::string number_text(const VerdictRow& row, double value) {
  if (value != value) return "-";
  return row.unit == "share of runs" ? human_share(value) : human_number(value);
}

std::string measured(const VerdictRow& row) {
  if (row.runs == 0) return "-";
  if (!row.against) return number_text(row, row.value);
  return number_text(row, row.value) + " against " + number_text(row, *row.against);
}

std::string interval_text(const VerdictRow& row) {
  if (row.runs == 0 || (row.verdict.compares() && !row.against)) return "-";
  if (!row.against) return fmt::format("{} to {}", number_text(row, row.interval.low), number_text(row, row.interval.high));
  return fmt::format("{:+.3g} to {:+.3g}", row.interval.low, row.interval.high);
}

std::string runs_text(const VerdictRow& row) {
  if (row.verdict.of_question()) return fmt::format("{} pairs of {}", row.runs, row.verdict.question);
  return row.verdict.against.empty() ? std::to_string(row.runs) : fmt::format("{} and {}", row.runs, row.others);
}

void print_rows(const Terminal& terminal, const std::vector<VerdictRow>& rows) {
  TextTable table;
  for (const char* header : {"question", "verdict", "measured", "95 % interval", "runs", "the runs say"})
    table.add_column(header);
  for (const VerdictRow& row : rows) {
    const Tone tone = row.judgement == "borne out" ? Tone::good : row.judgement == "contradicted" ? Tone::caution : Tone::faint;
    table.add_row({row.verdict.title, fmt::format("{} ({}, {})", row.verdict.says, row.verdict.who, row.verdict.essay),
                   measured(row), interval_text(row), runs_text(row), terminal.tint(tone, row.judgement)});
  }
  terminal.print(table.draw(terminal));
}

std::string markdown(const std::vector<VerdictRow>& rows, const std::string& title, int runs) {
  std::string text = fmt::format(
      "# {}\n\n{} runs, and as many pairs of each question named. {}\n\n| question | verdict | who says so | essay | measured "
      "| 95 % "
      "interval | runs | what is measured | the runs say |\n|---|---|---|---|---|---|---|---|---|",
      title, runs, kReading);
  for (const VerdictRow& row : rows)
    text += fmt::format("\n| {} | {} | {} | {} | {} | {} | {} | {} | {} |", row.verdict.title, row.verdict.says,
                        row.verdict.who, row.verdict.essay, measured(row), interval_text(row), runs_text(row),
                        row.verdict.of_question() ? row.measure : "`" + row.measure + "`", row.judgement);
  return text;
}

std::string rows_json(const ScorecardOptions& options, const experiment::LoadedRun& run, const std::vector<VerdictRow>& rows) {
  Json json = instrument_head(options, run, "thermidor-verdicts-1");
  json["history_until"] = options.history_until.empty() ? Json(nullptr) : Json(options.history_until);
  json["runs"] = options.seeds;
  json["verdicts"] = Json::array();
  const auto number = [](double value) { return value - value == 0 ? Json(value) : Json(nullptr); };
  for (const VerdictRow& row : rows)
    json["verdicts"].push_back({{"id", row.verdict.id},
                                {"title", row.verdict.title},
                                {"says", row.verdict.says},
                                {"who", row.verdict.who},
                                {"essay", row.verdict.essay},
                                {"claim", row.verdict.claim},
                                {"question", row.verdict.of_question() ? Json(row.verdict.question) : Json(nullptr)},
                                {"measure", row.measure},
                                {"unit", row.unit},
                                {"expects", row.verdict.expects},
                                {"margin", row.verdict.expects == "same" ? Json(row.verdict.margin) : Json(nullptr)},
                                {"runs", row.runs},
                                {"others", row.others},
                                {"value", row.runs > 0 ? number(row.value) : Json(nullptr)},
                                {"against", row.against ? number(*row.against) : Json(nullptr)},
                                {"low", number(row.interval.low)},
                                {"high", number(row.interval.high)},
                                {"judgement", row.judgement}});
  return json.dump(2);
}

}  // namespace

int show_verdicts(const ScorecardOptions& options, const Terminal& terminal, const experiment::LoadedRun& run) {
  if (run.scenario.verdicts.empty())
    return refuse(terminal, fault("the scenario has no verdicts", "[[verdict]] in its verdicts.toml"), options.json);
  const Judged judged = judge_all(options, terminal, run);
  if (!judged.finished) return stopped(terminal, "interrupted");
  const std::string json = rows_json(options, run, judged.rows);
  if (!options.out.empty() &&
      !write_results(terminal, options.out, {{"verdicts.csv", experiment::verdicts_csv(judged.rows)}, {"verdicts.json", json}}))
    return kRunFailed;
  const std::string title = "Verdicts: " + run.scenario.params.scenario.title;
  if (options.json) {
    terminal.print(json);
  } else if (options.markdown) {
    terminal.print(markdown(judged.rows, title, options.seeds));
  } else {
    terminal.print(terminal.tint(Tone::strong, title));
    terminal.print(
        terminal.tint(Tone::faint, fmt::format("{} runs, seed {}, one farm for {}, outside world {}, traits {}", options.seeds,
                                               options.seed, options.sample, options.outside, options.traits)));
    terminal.print("");
    print_rows(terminal, judged.rows);
    terminal.print(terminal.tint(Tone::faint, wrap(kReading, terminal.width())));
    if (!options.out.empty())
      terminal.print("\nTables: " + terminal.tint(Tone::strong, options.out + "/verdicts.csv") + ", verdicts.json");
  }
  return kOk;
}

}  // namespace thermidor::cli
