#include "tool_options.hpp"

#include "option_parts.hpp"

namespace thermidor::cli {
namespace {

const std::vector<std::string> kThings = {"scenario", "question", "acts"};
const std::vector<std::string> kFormats = {"csv", "json"};

}  // namespace

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
  app.add_option("--runs", options.runs, "pairs of runs for the question")
      ->type_name("N")
      ->check(CLI::Range(2, 1000000))
      ->capture_default_str();
  app.add_option("--sample", options.sample, "one simulated farm stands for K")
      ->type_name("K")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  app.add_option("--out", options.out, "folder for the results")->type_name("DIR")->capture_default_str();
  app.add_flag("--json", options.json, "print one JSON object: the steps, how each ended, what it wrote");
}

}  // namespace thermidor::cli
