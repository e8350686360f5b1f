#include "lab_options.hpp"

#include "option_parts.hpp"

namespace thermidor::cli {
namespace {

constexpr const char* kActs = "an act, or a file of them, done to every run";

// A whole number of which there are at least `least`.
void add_folder(CLI::App& app, std::string& folder, const char* meaning) {
  app.add_option("--out", folder, meaning)->type_name("DIR");
}

}  // namespace

void add_answers(CLI::App& app, AnswersOptions& options) {
  app.add_option("questions", options.names, "ids of questions (see: thermidor list questions); none: all")->type_name("ID...");
  add_scenario(app, options.scenario, false);
  add_common(app, options);
  add_count(app, "--runs", options.runs, 2, "pairs of runs for each");
  add_start(app, "--from", options.from, "history: the record decides until the fork; free: nothing is forced");
  add_folder(app, options.out, "folder for the results (default: results/answers)");
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_clock(CLI::App& app, ClockOptions& options) {
  add_scenario(app, options.scenario, true);
  add_runs(app, options);
  add_start(app, "--of", options.of, "history: the record decides until each fork; free: one free run");
  add_count(app, "--futures", options.futures, 2, "futures drawn at each fork");
  app.add_option("--do", options.acts, kActs)->type_name("FILE|ACT");
  add_folder(app, options.out, "folder for the results (default: results/clock)");
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_price(CLI::App& app, PriceOptions& options) {
  add_scenario(app, options.scenario, true);
  add_runs(app, options);
  add_count(app, "--seeds", options.seeds, 1, "runs of the record");
  app.add_option("--ending", options.ending, "search the least surprising decisions that reach this ending")->type_name("ID");
  app.add_option("--from", options.from, "of a search: the record decides before this month")
      ->type_name("YYYY-MM")
      ->default_str("the first with a head of the machine");
  add_count(app, "--every", options.every, 1, "of a search: months between the dates at which decisions may be rewritten");
  app.add_option("--target", options.target, "of a search: share of runs that should reach the ending")
      ->type_name("P")
      ->check(CLI::Range(0.01, 1.0))
      ->capture_default_str();
  app.add_option("--do", options.acts, kActs)->type_name("FILE|ACT");
  add_folder(app, options.out, "write price.csv and price.json here");
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_circumstances(CLI::App& app, CircumstancesOptions& options) {
  app.add_option("design", options.design, "id of a design of the scenario")->type_name("ID")->capture_default_str();
  add_scenario(app, options.scenario, false);
  add_runs(app, options);
  add_count(app, "--seeds", options.seeds, 2, "seeds in which every combination is played");
  add_folder(app, options.out, "folder for the results (default: results/<design>)");
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_attribute(CLI::App& app, AttributeOptions& options) {
  add_scenario(app, options.scenario, true);
  add_runs(app, options);
  CLI::Option* const endings =
      app.add_option("--ending", options.endings, "endings to explain")->type_name("ID...")->capture_default_str();
  app.add_option("--question", options.question, "explain the effect of this question instead")
      ->type_name("ID|FILE")
      ->excludes(endings);
  app.add_option("--by", options.by, "explanations: the weights X1-X11; channels: by which a question's effect spreads")
      ->type_name("WHICH")
      ->check(one_of({"explanations", "channels"}))
      ->capture_default_str();
  app.add_option("--history-until", options.history_until, "the record decides before this month")->type_name("YYYY-MM");
  add_count(app, "--permutations", options.permutations, 2, "orders in which explanations are switched off, one seed each");
  app.add_option("--do", options.acts, kActs)->type_name("FILE|ACT");
  app.add_flag(
      "--first-named", options.first_named,
      "of all questions, or of --question: which channel or act is named first, and whether the effect shrinks without it");
  add_count(app, "--trials", options.trials, 2, "with --first-named: fresh seeds on which the channel named first is cut");
  add_folder(app, options.out, "folder for the results (default: results/attribution)");
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_repro(CLI::App& app, ReproOptions& options) {
  app.add_option("manifest", options.manifest, "results folder, or the manifest.json in it")->type_name("DIR|FILE")->required();
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_cite(CLI::App& app, CiteOptions& options) {
  app.add_option("manifest", options.manifest, "results folder, or the manifest.json in it")->type_name("DIR|FILE")->required();
  app.add_flag("--json", options.json, "print one JSON object");
}

}  // namespace thermidor::cli
