// thermidor sensitivity: which uncertain constants move an outcome.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/journal.hpp"
#include "experiment/loaded.hpp"
#include "experiment/members.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/sensitivity.hpp"
#include "instrument.hpp"

namespace thermidor::cli {
namespace {

using experiment::FactorSensitivity;
using experiment::OutcomeSensitivity;
using experiment::Sensitivity;
using experiment::SensitivityMethod;
using experiment::SensitivityPlan;
using Json = nlohmann::ordered_json;

constexpr std::size_t kShown = 12;  // factors of an outcome that are printed

bool sobol(const SensitivityPlan& plan) { return plan.method == SensitivityMethod::sobol; }

// Priors of the blocks or paths named; all where none is.
Result<std::vector<scenario::Prior>> chosen_priors(const scenario::Calibration& calibration,
                                                   const std::vector<std::string>& over) {
  if (calibration.priors.empty())
    return fault("the scenario has no constants with priors", "calibration/priors.toml in its folder");
  if (over.empty()) return calibration.priors;
  std::vector<scenario::Prior> chosen;
  std::vector<std::string> known = calibration.blocks();
  for (const scenario::Prior& prior : calibration.priors) {
    known.push_back(prior.parameter);
    if (std::find(over.begin(), over.end(), prior.parameter) != over.end() ||
        std::find(over.begin(), over.end(), prior.block) != over.end())
      chosen.push_back(prior);
  }
  for (const std::string& name : over) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      return fault("no block or constant '" + name + "' in calibration/priors.toml", "one of its names",
                   nearest_name(name, known));
  }
  return chosen;
}

Result<SensitivityPlan> make_plan(const SensitivityOptions& options, const experiment::LoadedRun& run) {
  SensitivityPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.setup = run.setup;
  plan.agenda = run.agenda;
  plan.last = run.last;
  plan.method = options.method == "sobol" ? SensitivityMethod::sobol : SensitivityMethod::morris;
  plan.size = static_cast<std::size_t>(options.size > 0 ? options.size : sobol(plan) ? 256 : 20);
  Result<std::vector<scenario::Prior>> priors = chosen_priors(run.scenario.calibration, options.over);
  if (!priors) return priors.diagnostics();
  plan.priors = std::move(priors).value();
  if (sobol(plan) && 2 * plan.priors.size() > experiment::kSobolDimensions)
    return fault(fmt::format("{} constants are too many for Sobol's points", plan.priors.size()),
                 fmt::format("--over at most {}", experiment::kSobolDimensions / 2));
  Result<std::vector<scenario::Outcome>> outcomes =
      experiment::read_outcome_names(options.outcomes, run.scenario.checks, experiment::ending_rules(run.scenario.params),
                                     run.scenario.questions, run.scenario.vocabulary);
  if (!outcomes) return outcomes.diagnostics();
  plan.outcomes = std::move(outcomes).value();
  return plan;
}

double weight_of(const SensitivityPlan& plan, const FactorSensitivity& factor) {
  return sobol(plan) ? factor.total : factor.mu_star;
}

std::vector<FactorSensitivity> by_weight(const SensitivityPlan& plan, const OutcomeSensitivity& outcome) {
  std::vector<FactorSensitivity> factors = outcome.factors;
  std::stable_sort(factors.begin(), factors.end(), [&plan](const FactorSensitivity& a, const FactorSensitivity& b) {
    return weight_of(plan, a) > weight_of(plan, b);
  });
  return factors;
}

// What the numbers say, in one sentence.
std::string plain_sentence(const SensitivityPlan& plan, const OutcomeSensitivity& outcome) {
  const std::vector<FactorSensitivity> factors = by_weight(plan, outcome);
  if (factors.empty() || !(weight_of(plan, factors.front()) > 0)) return "Nothing that was varied moves it.";
  std::string text;
  if (sobol(plan)) {
    text = fmt::format("{} moves it most: alone {} of its variance, {} with all in which it takes part.",
                       factors.front().factor, human_share(factors.front().first), human_share(factors.front().total));
  } else {
    text = fmt::format("{} moves it most: by {}{} on average over its range.", factors.front().factor,
                       human_number(factors.front().mu_star),
                       outcome.plan.unit.empty() ? std::string() : " (" + outcome.plan.unit + ")");
  }
  const auto settled =
      std::count_if(factors.begin(), factors.end(), [](const FactorSensitivity& one) { return one.converged; });
  if (!outcome.converged)
    text += fmt::format(
        " Not converged: for {} of {} the interval is wider than a tenth{}, or rests on too few points; a larger "
        "--size narrows it.",
        factors.size() - static_cast<std::size_t>(settled), factors.size(), sobol(plan) ? "" : " of the largest");
  return text;
}

void print_outcome(const Terminal& terminal, const SensitivityPlan& plan, const OutcomeSensitivity& outcome) {
  terminal.heading(outcome.plan.unit.empty() ? outcome.plan.title
                                             : fmt::format("{} ({})", outcome.plan.title, outcome.plan.unit));
  terminal.print(terminal.tint(Tone::faint, fmt::format("mean {}, standard deviation {}, {} runs", human_number(outcome.mean),
                                                        human_number(outcome.sd), outcome.n)));
  TextTable table;
  table.add_column("constant");
  const std::vector<const char*> headers =
      sobol(plan) ? std::vector<const char*>{"alone", "95 % interval", "with others", "95 % interval", "converged"}
                  : std::vector<const char*>{"mu*", "95 % interval", "mu", "sigma", "converged"};
  for (const char* header : headers) table.add_column(header, Align::right);
  const std::vector<FactorSensitivity> factors = by_weight(plan, outcome);
  for (std::size_t f = 0; f < std::min(kShown, factors.size()); ++f) {
    const FactorSensitivity& factor = factors[f];
    const char* const settled = factor.converged ? "yes" : "no";
    if (sobol(plan)) {
      table.add_row({factor.factor, human_share(factor.first),
                     fmt::format("{} to {}", human_share(factor.first_interval.low), human_share(factor.first_interval.high)),
                     human_share(factor.total),
                     fmt::format("{} to {}", human_share(factor.total_interval.low), human_share(factor.total_interval.high)),
                     settled});
    } else {
      table.add_row(
          {factor.factor, human_number(factor.mu_star),
           fmt::format("{} to {}", human_number(factor.mu_star_interval.low), human_number(factor.mu_star_interval.high)),
           human_number(factor.mu), human_number(factor.sigma), settled});
    }
  }
  terminal.print(table.draw(terminal));
  terminal.print(wrap(plain_sentence(plan, outcome), terminal.width()));
}

Json number(double value) { return value - value == 0 ? Json(value) : Json(nullptr); }

Json factor_json(const SensitivityPlan& plan, const FactorSensitivity& factor) {
  Json json = {{"factor", factor.factor}};
  if (sobol(plan)) {
    json["first"] = number(factor.first);
    json["first_low"] = number(factor.first_interval.low);
    json["first_high"] = number(factor.first_interval.high);
    json["total"] = number(factor.total);
    json["total_low"] = number(factor.total_interval.low);
    json["total_high"] = number(factor.total_interval.high);
  } else {
    json["mu"] = number(factor.mu);
    json["mu_star"] = number(factor.mu_star);
    json["mu_star_low"] = number(factor.mu_star_interval.low);
    json["mu_star_high"] = number(factor.mu_star_interval.high);
    json["sigma"] = number(factor.sigma);
  }
  json["converged"] = factor.converged;
  return json;
}

std::string sensitivity_json(const SensitivityOptions& options, const experiment::LoadedRun& run, const SensitivityPlan& plan,
                             const Sensitivity& result) {
  Json json = instrument_head(options, run, "thermidor-sensitivity-1");
  json["method"] = options.method;
  json["size"] = plan.size;
  json["points"] = result.points;
  json["history_until"] = options.history_until.empty() ? Json(nullptr) : Json(options.history_until);
  json["faulted"] = result.faulted;
  json["outcomes"] = Json::array();
  for (const OutcomeSensitivity& outcome : result.outcomes) {
    Json row = {{"id", outcome.plan.id},         {"title", outcome.plan.title}, {"unit", outcome.plan.unit},
                {"mean", number(outcome.mean)},  {"sd", number(outcome.sd)},    {"n", outcome.n},
                {"converged", outcome.converged}};
    row["factors"] = Json::array();
    for (const FactorSensitivity& factor : outcome.factors) row["factors"].push_back(factor_json(plan, factor));
    json["outcomes"].push_back(row);
  }
  return json.dump(2);
}

}  // namespace

int execute(const SensitivityOptions& options, const Terminal& terminal) {
  const Result<experiment::LoadedRun> loaded =
      experiment::load_run(instrument_request(options, options.history_until, options.acts));
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const experiment::LoadedRun& run = loaded.value();
  const Result<SensitivityPlan> plan = make_plan(options, run);
  if (!plan) return refuse(terminal, plan.diagnostics(), options.json);
  const std::string folder = options.out.empty() ? "results/sensitivity" : options.out;
  if (!write_results(terminal, folder, {})) return kRunFailed;
  const std::string key = experiment::sensitivity_key(plan.value(), engine_name(), run.scenario.digest);
  Sensitivity result;
  play_instrument(terminal, options, "runs", folder, key, [&](const experiment::EnsembleControl& control) {
    result = experiment::run_sensitivity(plan.value(), control);
  });
  if (!result.finished) return stopped(terminal, result.error);
  const std::string json = sensitivity_json(options, run, plan.value(), result);
  if (!write_results(
          terminal, folder,
          {{"sensitivity.csv", experiment::sensitivity_csv(result, plan.value().method)}, {"sensitivity.json", json + "\n"}})) {
    return kRunFailed;
  }
  experiment::remove_journal(journal_path(folder, key));
  if (options.json) {
    terminal.print(json);
    return ended(terminal, result.faulted, result.first_fault);
  }
  terminal.print(terminal.tint(Tone::strong, "What moves it: " + run.scenario.params.scenario.title) +
                 terminal.tint(Tone::faint, fmt::format("  {}, {} constants and luck, {} runs", options.method,
                                                        plan.value().priors.size(), result.points)));
  for (const OutcomeSensitivity& outcome : result.outcomes) print_outcome(terminal, plan.value(), outcome);
  terminal.print("\nTables: " + terminal.tint(Tone::strong, folder + "/sensitivity.csv") + ", sensitivity.json");
  return ended(terminal, result.faulted, result.first_fault);
}

}  // namespace thermidor::cli
