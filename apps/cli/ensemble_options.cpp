#include "ensemble_options.hpp"

#include "option_parts.hpp"

namespace thermidor::cli {
namespace {

const std::vector<std::string> kDesigns = {"seeds", "lhs", "sobol", "posterior"};
const std::vector<std::string> kMethods = {"morris", "sobol"};

void add_history(CLI::App& app, std::string& month) {
  app.add_option("--history-until", month, "the record decides for the actors before this month")->type_name("YYYY-MM");
}

void add_outcomes(CLI::App& app, std::vector<std::string>& outcomes, const char* meaning) {
  app.add_option("--outcome", outcomes, meaning)->type_name("ID|EXPRESSION")->allow_extra_args(false);
}

constexpr const char* kOutcomes =
    "what is measured, may be repeated: id of a check with a value or of an ending, QUESTION.OUTCOME, or an expression; none: "
    "every check with a band";

}  // namespace

void add_ensemble(CLI::App& app, EnsembleOptions& options) {
  add_scenario(app, options.scenario, true);
  add_runs(app, options);
  add_party_members(app, options);
  app.add_option("--design", options.design,
                 "seeds: stored constants; lhs, sobol: constants over their priors; posterior: drawn from it")
      ->type_name("DESIGN")
      ->check(one_of(kDesigns))
      ->capture_default_str();
  add_count(app, "--members", options.members, 1, "runs, or pairs where something is done");
  app.add_option("--do,--acts", options.acts,
                 "done in the counterfactual: a file of [[do]] tables, or one line such as lever.trade_monopoly=0.5@1923-05")
      ->type_name("FILE|ACT")
      ->allow_extra_args(false);
  app.add_option("--question", options.question, "its acts, its fork and its outcomes")->type_name("ID|FILE");
  add_history(app, options.history_until);
  app.add_option("--until", options.until, "last month to run")->type_name("YYYY-MM");
  add_outcomes(app, options.outcomes, kOutcomes);
  app.add_option("--series", options.series, "kept month by month beside the main ones; none: no series at all")
      ->type_name("NAME...");
  app.add_flag("--no-netcdf", options.no_netcdf, "write no members.nc");
  app.add_option("--out", options.out, "folder for the results (default: results/ensemble)")->type_name("DIR");
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_compare(CLI::App& app, CompareOptions& options) {
  app.add_option("first", options.first, "folder of an ensemble or a question, or run options in quotes")->required();
  app.add_option("second", options.second, "the same; none: the two arms of the first");
  app.add_option("--arm", options.arm, "of folders with pairs: which arm (default: counterfactual)")->type_name("ARM");
  app.add_flag("--unpaired", options.unpaired, "compare sets that share no seeds, arm against arm");
  add_outcomes(app, options.outcomes, "only these, by id; may be repeated");
  add_count(app, "--runs", options.runs, 2, "runs played of what is given by options");
  add_count(app, "--errors", options.errors, 0,
            "pairs played for the parameters' and explanations' part of the error; 0: none");
  add_count(app, "--partings", options.partings, 0, "pairs played side by side to find where they part; 0: none");
  app.add_option("--threads", options.threads, "threads; 0 = all. Results do not depend on it")
      ->type_name("T")
      ->check(CLI::Range(0U, 1024U))
      ->capture_default_str();
  app.add_option("--out", options.out, "write comparison.csv here")->type_name("DIR");
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_sensitivity(CLI::App& app, SensitivityOptions& options) {
  add_scenario(app, options.scenario, true);
  add_runs(app, options);
  app.add_option("--method", options.method, "morris: screening; sobol: first-order and total indices")
      ->type_name("METHOD")
      ->check(one_of(kMethods))
      ->capture_default_str();
  app.add_option("--size", options.size, "trajectories of morris (default 20), base points of sobol (default 256)")
      ->type_name("N")
      ->check(CLI::Range(2, 1000000));
  app.add_option("--over", options.over, "only these constants: blocks or paths of calibration/priors.toml")
      ->type_name("NAME...");
  add_outcomes(app, options.outcomes, kOutcomes);
  add_history(app, options.history_until);
  app.add_option("--do", options.acts, "an act, or a file of them, done to every run")
      ->type_name("FILE|ACT")
      ->allow_extra_args(false);
  app.add_option("--out", options.out, "folder for the results (default: results/sensitivity)")->type_name("DIR");
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_scorecard(CLI::App& app, ScorecardOptions& options) {
  CLI::Option* const folder =
      app.add_option("folder", options.what, "folder of an ensemble; none: runs are played")->type_name("DIR");
  app.add_option("--arm", options.arm, "of an ensemble of pairs: which arm (default: baseline)")->type_name("ARM");
  add_scenario(app, options.scenario, false);
  add_common(app, options);
  add_count(app, "--seeds", options.seeds, 1, "runs that are played");
  add_history(app, options.history_until);
  CLI::Option* const forecasts =
      app.add_flag("--forecasts", options.forecasts, "what lines and leaders foretold, and how good it was, instead of checks")
          ->excludes(folder);
  app.add_flag("--verdicts", options.verdicts, "what is said in retrospect beside what the runs say, instead of checks")
      ->excludes(folder)
      ->excludes(forecasts);
  app.add_option("--out", options.out, "of forecasts or verdicts: write the tables here")->type_name("DIR")->excludes(folder);
  CLI::Option* const markdown = app.add_flag("--markdown", options.markdown, "print a page in Markdown");
  app.add_flag("--json", options.json, "print one JSON object")->excludes(markdown);
}

}  // namespace thermidor::cli
