#include "tool_options.hpp"

#include "option_parts.hpp"

namespace thermidor::cli {
namespace {

const std::vector<std::string> kThings = {"scenario", "question", "acts"};
const std::vector<std::string> kFormats = {"csv", "json"};

const std::vector<std::string> kLists = {"scenarios", "questions", "levers",  "series",      "people",
                                         "organs",    "checks",    "posts",   "instruments", "parameters",
                                         "contrasts", "claims",    "endings", "designs",     "presets"};

}  // namespace

void add_list(CLI::App& app, ListOptions& options) {
  app.add_option("what", options.what, "what to list")->type_name("WHAT")->required()->check(one_of(kLists));
  add_scenario(app, options.scenario, false);
  app.add_flag("--unused", options.unused, "of claims: only those that nothing uses, with the reason");
  app.add_flag("--json", options.json, "print JSON");
}

void add_show(CLI::App& app, ShowOptions& options) {
  app.add_option("name", options.words, "its id or name; its kind may stand before it")
      ->type_name("NAME")
      ->required()
      ->expected(1, 2);
  add_scenario(app, options.scenario, false);
  add_run_folder(app, options.run, options.baseline, "results folder: what became of a person in that run");
  add_count(app, "--seeds", options.seeds, 0, "of a claim: free runs in which the events that bear it are counted; 0 = none");
  app.add_flag("--json", options.json, "print JSON");
}

void add_validate(CLI::App& app, ValidateOptions& options) {
  app.add_option("path", options.path, "folder or name of the scenario")->type_name("PATH")->required();
  app.add_flag("--json", options.json, "print JSON");
}

void add_diff(CLI::App& app, DiffOptions& options) {
  app.add_option("first", options.first,
                 "results folder (a question's without the change: DIR:baseline), manifest.json, or run options in quotes")
      ->required();
  app.add_option("second", options.second, "the same")->required();
  app.add_flag("--json", options.json, "print JSON");
}

void add_pack(CLI::App& app, PackOptions& options) {
  add_scenario(app, options.scenario, true);
  app.add_option("--out", options.out, "file to write")->type_name("FILE")->required();
}

void add_doctor(CLI::App& app, DoctorOptions& options) {
  add_scenario(app, options.scenario, false);
  app.add_flag("--json", options.json, "print JSON");
  app.add_flag("--store", options.store, "for developers: make the probe's digest the stored one");
}

void add_new(CLI::App& app, NewOptions& options) {
  app.add_option("what", options.what,
                 "scenario: a folder with acts, a check and a question of its own; question or acts: a file")
      ->type_name("WHAT")
      ->required()
      ->check(one_of(kThings));
  app.add_option("name", options.name, "its name: letters, digits and hyphens")->type_name("NAME")->required();
  app.add_option("--out", options.out, "folder in which it is made (default: scenarios for a scenario, else here)")
      ->type_name("DIR");
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_export(CLI::App& app, ExportOptions& options) {
  app.add_option("folder", options.folder, "results folder")->type_name("DIR")->required();
  app.add_option("--format", options.format, "of the tables: csv or json")
      ->type_name("FORMAT")
      ->check(one_of(kFormats))
      ->capture_default_str();
  app.add_option("--out", options.out, "folder to write into (default: DIR/export)")->type_name("DIR");
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_demo(CLI::App& app, DemoOptions& options) {
  add_count(app, "--runs", options.runs, 2, "pairs of runs for the question");
  app.add_option("--sample", options.sample, "one simulated farm stands for K")
      ->type_name("K")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  app.add_option("--out", options.out, "folder for the results")->type_name("DIR")->capture_default_str();
  app.add_flag("--json", options.json, "print one JSON object: the steps, how each ended, what it wrote");
}

}  // namespace thermidor::cli
