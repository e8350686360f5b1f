// thermidor pack: a scenario as one binary, for hosts that cannot read its text (the WebAssembly module, other languages).
#include <fmt/format.h>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/csv.hpp"
#include "experiment/loaded.hpp"
#include "model/pack.hpp"

namespace thermidor::cli {

int execute(const PackOptions& options, const Terminal& terminal) {
  Result<scenario::Scenario> loaded = experiment::load_scenario_named(options.scenario);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), false);
  warn(terminal, loaded.diagnostics());
  scenario::Scenario& scenario = loaded.value();
  const std::string bytes = save_pack({std::move(scenario.params), std::move(scenario.chronicle), std::move(scenario.acts)});
  if (!experiment::write_file(options.out, bytes)) {
    terminal.complain("thermidor: cannot write " + options.out);
    return kRunFailed;
  }
  terminal.print(fmt::format("{}: {} bytes, digest {}", options.out, bytes.size(), format_digest(scenario.digest)));
  return kOk;
}

}  // namespace thermidor::cli
