// thermidor doctor: is this installation sound, and does it give the same numbers as everywhere else?
#include <fmt/format.h>

#include <fstream>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/csv.hpp"
#include "experiment/loaded.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/to_json.hpp"
#include "interrupt.hpp"
#include "scenario/find.hpp"

namespace thermidor::cli {
namespace {

struct Finding {
  std::string what;
  std::string found;
  bool good = true;
};

std::string compiler_name() {
#if defined(__clang__)
  return fmt::format("clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#elif defined(__GNUC__)
  return fmt::format("g++ {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#else
  return "unknown";
#endif
}

std::string processor_features() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  std::string text;
  if (__builtin_cpu_supports("avx2")) text += "AVX2 ";
  if (__builtin_cpu_supports("avx512f")) text += "AVX-512 ";
  return text.empty() ? "SSE2 only (runs take about twice as long)" : text.substr(0, text.size() - 1);
#else
  return "not looked at on this processor";
#endif
}

// Digest of a short run, compared with the one stored beside the scenario (probe.txt: "<digest of the run> <digest of the
// scenario>").
Finding probe(const scenario::Scenario& scenario, bool store) {
  Finding finding{"probe run", "", true};
  experiment::LoadedRun run;
  run.setup.seed = 7;
  run.setup.sample = 1000;
  const Month last = scenario.params.scenario.start + 11;
  experiment::RunState state = experiment::start_run(scenario.params, run.setup);
  const experiment::ThreadPool pool(2);
  if (continue_run(scenario.params, run.agenda, last, {.executor = &pool, .stop = &interrupted()}, state) !=
      experiment::RunOutcome::finished) {
    return {"probe run", "broke off: " + state.record.fault, false};
  }
  const std::string digest = format_digest(state.record.digest);
  const std::string path = scenario.folder + "/probe.txt";
  if (store && !experiment::write_file(path, digest + " " + format_digest(scenario.digest) + "\n"))
    return {"probe run", "cannot write " + path, false};
  std::ifstream file(path);
  std::string stored;
  std::string stored_scenario;
  if (!(file >> stored >> stored_scenario)) {
    finding.found = digest + "; no stored digest to compare with";
  } else if (stored_scenario != format_digest(scenario.digest)) {
    finding.found = digest + "; the scenario was changed since the stored digest was made";
  } else if (stored == digest) {
    finding.found = digest + ", equal to the stored one";
  } else {
    finding.found = digest + ", but the stored one is " + stored + ": this build gives other numbers";
    finding.good = false;
  }
  return finding;
}

std::vector<Finding> examine(const std::string& name, bool store) {
  std::vector<Finding> findings;
  findings.push_back({"engine", engine_name(), true});
  findings.push_back({"compiler", compiler_name(), true});
  findings.push_back({"threads", std::to_string(experiment::ThreadPool::machine_threads()), true});
  findings.push_back({"processor", processor_features(), true});
  const Result<std::string> folder = scenario::find_scenario(name);
  if (!folder) {
    findings.push_back({"scenario", format_diagnostic(folder.diagnostics().front()), false});
    return findings;
  }
  const Result<scenario::Scenario> loaded = scenario::load_scenario(folder.value());
  if (!loaded) {
    findings.push_back(
        {"scenario",
         fmt::format("{} has {} faults (thermidor validate {})", folder.value(), loaded.diagnostics().size(), folder.value()),
         false});
    return findings;
  }
  findings.push_back({"scenario", loaded.value().params.scenario.title + " in " + folder.value(), true});
  findings.push_back({"scenario digest", format_digest(loaded.value().digest), true});
  findings.push_back(probe(loaded.value(), store));
  return findings;
}

}  // namespace

int execute(const DoctorOptions& options, const Terminal& terminal) {
  const std::vector<Finding> findings = examine(options.scenario, options.store);
  bool good = true;
  TextTable table;
  for (const char* header : {"", "looked at", "found"}) table.add_column(header);
  std::vector<std::vector<std::string>> rows;
  for (const Finding& finding : findings) {
    good = good && finding.good;
    table.add_row(
        {terminal.tint(finding.good ? Tone::good : Tone::bad, finding.good ? "ok" : "fault"), finding.what, finding.found});
    rows.push_back({finding.what, finding.found, finding.good ? "ok" : "fault"});
  }
  if (options.json) {
    terminal.print(experiment::rows_json({"what", "found", "verdict"}, rows));
  } else {
    terminal.print(table.draw(terminal));
    terminal.print("");
    terminal.print(good ? "All is well." : terminal.tint(Tone::bad, "Something is wrong: see the lines marked fault."));
  }
  return good ? kOk : kRunFailed;
}

}  // namespace thermidor::cli
