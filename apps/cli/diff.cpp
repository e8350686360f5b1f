// thermidor diff: where two runs part.
#include <fmt/format.h>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/parting.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/to_json.hpp"
#include "interrupt.hpp"
#include "replay.hpp"

namespace thermidor::cli {
namespace {

void print_parting(const Terminal& terminal, const experiment::Parting& parting) {
  if (!parting.parted) {
    terminal.print("The runs do not part: every field is equal to the end of " + month_title(parting.month) + ".");
    return;
  }
  if (parting.differences.empty()) {
    terminal.print("The runs start in different months.");
    return;
  }
  const experiment::PartDifference& first = parting.differences.front();
  terminal.print(wrap(parting.at_start
                          ? fmt::format("The runs differ from the start, before any month is played, in {}.", first.part)
                          : fmt::format("The runs part in {}, in phase {} ({}), in {}.", month_title(parting.month),
                                        first.phase, experiment::phase_name(first.phase), first.part),
                      terminal.width()));
  TextTable table;
  table.add_column("phase", Align::right);
  table.add_column("");
  table.add_column("first field that differs");
  for (const experiment::PartDifference& difference : parting.differences) {
    table.add_row({std::to_string(difference.phase), experiment::phase_name(difference.phase), difference.field});
  }
  terminal.print("");
  terminal.print(table.draw(terminal));
  terminal.print(terminal.tint(
      Tone::faint, "A part is listed under the phase that writes it first; later phases of the month may have moved it."));
}

}  // namespace

int execute(const DiffOptions& options, const Terminal& terminal) {
  Diagnostics faults;
  std::vector<experiment::LoadedRun> runs;
  for (const std::string& spec : {options.first, options.second}) {
    const Result<experiment::RunRequest> request = read_spec(spec, terminal);
    if (!request) return refuse(terminal, request.diagnostics(), options.json);
    Result<experiment::LoadedRun> run = experiment::load_run(request.value());
    if (!run) return refuse(terminal, run.diagnostics(), options.json);
    runs.push_back(std::move(run).value());
    experiment::take_drawn_constants(runs.back());
  }
  const experiment::ThreadPool pool;
  const experiment::Parting parting = find_parting(runs[0], runs[1], {.executor = &pool, .stop = &interrupted()});
  if (options.json) {
    experiment::JsonTable table{"differences", {"phase", "name", "part", "field"}, {}};
    for (const experiment::PartDifference& difference : parting.differences) {
      table.values[{table.rows.size(), 0}] = std::int64_t{difference.phase};
      table.rows.push_back(
          {std::to_string(difference.phase), experiment::phase_name(difference.phase), difference.part, difference.field});
    }
    // Named among the texts for its place.
    terminal.print(experiment::page_json({"schema", "parted", "month"}, {"thermidor-diff-1", "", format_month(parting.month)},
                                         {table}, {{"parted", parting.parted}}));
  } else {
    print_parting(terminal, parting);
  }
  if (!parting.fault.empty()) {
    terminal.complain("thermidor: a run broke off: " + parting.fault);
    return kRunFailed;
  }
  return interrupted().load() ? kRunFailed : kOk;
}

}  // namespace thermidor::cli
