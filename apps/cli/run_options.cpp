#include "run_options.hpp"

#include "option_parts.hpp"

namespace thermidor::cli {
namespace {

const std::vector<std::string> kWalkersStart = {"prior", "stored", "posterior"};

void add_acts(CLI::App& app, std::string& history_until, std::vector<std::string>& acts) {
  app.add_option("--history-until", history_until, "the record decides for the actors before this month")->type_name("YYYY-MM");
  app.add_option("--do", acts, "an act: a file of [[do]] tables, or one line such as lever.trade_monopoly=0.5@1923-05")
      ->type_name("FILE|ACT")
      ->allow_extra_args(false);
}

}  // namespace

void add_run(CLI::App& app, RunOptions& options) {
  add_scenario(app, options.scenario, true);
  add_common(app, options);
  add_jitter(app, options.jitter);
  add_party_members(app, options);
  app.add_option("--until", options.until, "last month to run; beyond the scenario's end it is an extrapolation")
      ->type_name("YYYY-MM");
  add_acts(app, options.history_until, options.acts);
  app.add_option("--trace", options.trace, "follow one farm, person or member: farm:ID, person:NAME or member:N")
      ->type_name("WHOM");
  app.add_option("--out", options.out, "write manifest.json, series.csv, ... and report.html here")->type_name("DIR");
  app.add_flag("--strict", options.strict, "exit with 3 if a check fails");
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_whatif(CLI::App& app, WhatIfOptions& options) {
  app.add_option("question", options.question, "id of a question (see: thermidor list questions) or a file")
      ->type_name("ID|FILE")
      ->required();
  add_scenario(app, options.scenario, false);
  add_common(app, options);
  add_count(app, "--runs", options.runs, 2, "pairs of runs");
  add_start(app, "--from", options.from, "history: the record decides until the fork; free: nothing is forced");
  add_party_members(app, options);
  app.add_option("--until", options.until, "last month to run (default: the scenario's end; beyond it, an extrapolation)")
      ->type_name("YYYY-MM");
  app.add_option("--out", options.out, "folder for the results (default: results/<question>)")->type_name("DIR");
  app.add_flag("--members", options.members, "write every pair's series to the tables instead of quantiles");
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_why(CLI::App& app, WhyOptions& options) {
  app.add_option("what", options.what,
                 "a decision (1925-12.3), a month (1925-12), or a person; nothing: the most surprising decisions")
      ->type_name("DECISION|MONTH|PERSON");
  add_run_folder(app, options.run, options.baseline,
                 "results folder of the run (default: the run that the options below describe)");
  add_scenario(app, options.scenario, false);
  add_common(app, options);
  add_acts(app, options.history_until, options.acts);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_checks(CLI::App& app, ChecksOptions& options) {
  add_scenario(app, options.scenario, true);
  add_common(app, options);
  app.add_option("--history-until", options.history_until, "the record decides for the actors before this month")
      ->type_name("YYYY-MM");
  add_count(app, "--seeds", options.seeds, 1, "how many seeds");
  add_jitter(app, options.jitter);
  add_party_members(app, options);
  app.add_option("--out", options.out, "write scorecard.csv and report.html here")->type_name("DIR");
  app.add_flag("--strict", options.strict, "exit with 3 if a check holds in fewer than half of the seeds");
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_contrasts(CLI::App& app, ContrastsOptions& options) {
  app.add_option("contrasts", options.names, "ids (see: thermidor list contrasts), or what stands before the dot; none: all")
      ->type_name("ID...");
  add_scenario(app, options.scenario, false);
  add_common(app, options);
  add_count(app, "--seeds", options.seeds, 1, "how many draws");
  app.add_flag("--strict", options.strict, "exit with 3 if a contrast does not come out as expected");
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_calibrate(CLI::App& app, CalibrateOptions& options) {
  add_scenario(app, options.scenario, true);
  add_sampling(app, options);
  app.add_option("--block", options.block, "all: each block, then all together; joint: all together at once; or one block")
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--start", options.start, "where walkers start: spread over the priors, near stored values, the posterior")
      ->type_name("WHERE")
      ->check(one_of(kWalkersStart))
      ->capture_default_str();
  add_count(app, "--chains", options.walkers, 4, "Markov chains that walk together");
  add_count(app, "--rounds", options.rounds, 4, "moves of every chain in each stage; the first half cools");
  add_count(app, "--seeds", options.seeds, 1, "runs at each place");
  add_count(app, "--keep", options.keep, 1, "draws kept");
  app.add_option("--history-until", options.history_until, "the record decides before this month (default: always)")
      ->type_name("YYYY-MM");
  app.add_option("--out", options.out, "folder for posterior.csv, fit.csv, ...")->type_name("DIR")->capture_default_str();
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

}  // namespace thermidor::cli
