// thermidor validate: every fault of a scenario, with its place.
#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/loaded.hpp"
#include "experiment/to_json.hpp"

namespace thermidor::cli {
namespace {

std::string counted(std::size_t number, const char* one, const char* many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::size_t count_status(const scenario::Scenario& scenario, std::string_view status) {
  return static_cast<std::size_t>(
      std::count_if(scenario.provenance.begin(), scenario.provenance.end(),
                    [status](const scenario::Provenance& value) { return value.status == status; }));
}

// What is uncertain, what it is fitted to, and whether the draws still belong to this text.
void print_calibration(const Terminal& terminal, const scenario::Scenario& scenario) {
  const scenario::Calibration& calibration = scenario.calibration;
  if (calibration.priors.empty() && calibration.posterior.empty()) return;
  std::string text = fmt::format("Calibration: {}, {}", counted(calibration.priors.size(), "prior", "priors"),
                                 counted(calibration.targets.size(), "target", "targets"));
  text += calibration.posterior.empty()
              ? std::string(", no posterior.")
              : fmt::format(", a posterior of {}.", counted(calibration.posterior.draws.size(), "draw", "draws"));
  const std::string basis = format_digest(scenario::calibration_basis(scenario.params, scenario.chronicle, calibration));
  if (!calibration.posterior.empty() && calibration.posterior.basis != basis)
    text += " It was drawn for another state of the scenario: thermidor calibrate draws it anew.";
  terminal.print(wrap(text, terminal.width()));
}

}  // namespace

int execute(const ValidateOptions& options, const Terminal& terminal) {
  const Result<scenario::Scenario> loaded = experiment::load_scenario_named(options.path);
  if (!loaded) {
    refuse(terminal, loaded.diagnostics(), options.json);
    const std::size_t errors =
        static_cast<std::size_t>(std::count_if(loaded.diagnostics().begin(), loaded.diagnostics().end(),
                                               [](const Diagnostic& d) { return d.severity == Severity::error; }));
    if (!options.json) terminal.complain("\n" + counted(errors, "fault", "faults"));
    return kRefused;
  }
  if (options.json) {
    terminal.print(experiment::diagnostics_json(loaded.diagnostics()));
    return kOk;
  }
  warn(terminal, loaded.diagnostics());
  const scenario::Scenario& scenario = loaded.value();
  terminal.print(terminal.tint(Tone::strong, scenario.params.scenario.title) +
                 terminal.tint(Tone::faint, "  " + scenario.folder));
  const std::string holds = fmt::format(
      "No faults. {}, {}, {}, {}, {}.", counted(scenario.provenance.size(), "value", "values"),
      counted(scenario.chronicle.size(), "act of the record", "acts of the record"),
      counted(scenario.questions.size(), "question", "questions"), counted(scenario.checks.size(), "check", "checks"),
      counted(scenario.params.society.endings.size(), "ending", "endings"));
  terminal.print(wrap(holds, terminal.width()));
  print_calibration(terminal, scenario);
  TextTable table;
  table.add_column("status of values");
  table.add_column("values", Align::right);
  for (const std::string_view status : scenario::kStatuses)
    table.add_row({std::string(status), std::to_string(count_status(scenario, status))});
  terminal.print("");
  terminal.print(table.draw(terminal));
  terminal.print(terminal.tint(Tone::faint, "digest " + format_digest(scenario.digest)));
  return kOk;
}

}  // namespace thermidor::cli
