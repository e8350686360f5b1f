#include "command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "ensemble_options.hpp"
#include "lab_options.hpp"
#include "option_parts.hpp"
#include "tool_options.hpp"

namespace thermidor::cli {
namespace {

const std::vector<std::string> kWalkersStart = {"prior", "stored", "posterior"};
const std::vector<std::string> kLists = {"scenarios", "questions",   "levers",     "series",    "people", "organs",  "checks",
                                         "posts",     "instruments", "parameters", "contrasts", "claims", "endings", "designs"};

void add_acts(CLI::App& app, std::string& history_until, std::vector<std::string>& acts) {
  app.add_option("--history-until", history_until, "the record decides for the actors before this month")->type_name("YYYY-MM");
  app.add_option("--do", acts, "an act: a file of [[do]] tables, or one line such as lever.trade_monopoly=0.5@1923-05")
      ->type_name("FILE|ACT")
      ->allow_extra_args(false);
}

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
  app.add_option("--runs", options.runs, "pairs of runs")->type_name("N")->check(CLI::Range(2, 1000000))->capture_default_str();
  add_start(app, "--from", options.from, "history: the record decides until the fork; free: nothing is forced");
  app.add_option("--until", options.until, "last month to run (default: the scenario's end; beyond it, an extrapolation)")
      ->type_name("YYYY-MM");
  app.add_option("--out", options.out, "folder for the results (default: results/<question>)")->type_name("DIR");
  app.add_flag("--members", options.members, "write every pair's series to the tables instead of quantiles");
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

void add_folder(CLI::App& app, std::string& run, bool& baseline, const char* text) {
  CLI::Option* folder = app.add_option("--run", run, text)->type_name("DIR");
  app.add_flag("--baseline", baseline, "of a question's folder: the baseline, not the counterfactual")->needs(folder);
}

void add_why(CLI::App& app, WhyOptions& options) {
  app.add_option("what", options.what,
                 "a decision (1925-12.3), a month (1925-12), or a person; nothing: the most surprising decisions")
      ->type_name("DECISION|MONTH|PERSON");
  add_folder(app, options.run, options.baseline,
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
  app.add_option("--seeds", options.seeds, "how many seeds")
      ->type_name("N")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
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
  app.add_option("--seeds", options.seeds, "how many draws")
      ->type_name("N")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  app.add_flag("--strict", options.strict, "exit with 3 if a contrast does not come out as expected");
  app.add_flag("--json", options.json, "print one JSON object");
}

CLI::Option* add_count(CLI::App& app, const char* name, int& value, const char* text, int least) {
  return app.add_option(name, value, text)->type_name("N")->check(CLI::Range(least, 1000000))->capture_default_str();
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
  add_count(app, "--chains", options.walkers, "Markov chains that walk together", 4);
  add_count(app, "--rounds", options.rounds, "moves of every chain in each stage; the first half cools", 4);
  add_count(app, "--seeds", options.seeds, "runs at each place", 1);
  add_count(app, "--keep", options.keep, "draws kept", 1);
  app.add_option("--history-until", options.history_until, "the record decides before this month (default: always)")
      ->type_name("YYYY-MM");
  app.add_option("--out", options.out, "folder for posterior.csv, fit.csv, ...")->type_name("DIR")->capture_default_str();
  add_resume(app, options);
  app.add_flag("--json", options.json, "print one JSON object");
}

// Everything the options are read into, so that the parser may keep references.
struct Parsed {
  RunOptions run;
  WhatIfOptions whatif;
  AnswersOptions answers;
  ClockOptions clock;
  PriceOptions price;
  CircumstancesOptions circumstances;
  AttributeOptions attribute;
  ReproOptions repro;
  CiteOptions cite;
  ListOptions list;
  ShowOptions show;
  ValidateOptions validate;
  DiffOptions diff;
  ChecksOptions checks;
  ContrastsOptions contrasts;
  CalibrateOptions calibrate;
  PackOptions pack;
  DoctorOptions doctor;
  WhyOptions why;
  NewOptions fresh;
  ExportOptions exported;
  DemoOptions demo;
  EnsembleOptions ensemble;
  CompareOptions compare;
  SensitivityOptions sensitivity;
  ScorecardOptions scorecard;
};

void add_tools(CLI::App& app, Parsed& parsed) {
  add_cite(*app.add_subcommand("cite", "A results folder as an entry of a bibliography"), parsed.cite);
  add_new(*app.add_subcommand("new", "Make short commented files to begin with: a scenario, a question or acts"), parsed.fresh);
  add_export(*app.add_subcommand("export", "The tables of a results folder as CSV or JSON, the charts of its report as SVG"),
             parsed.exported);
  add_demo(*app.add_subcommand("demo", "Two minutes to see what there is"), parsed.demo);
}

void add_laboratory(CLI::App& app, Parsed& parsed) {
  add_answers(*app.add_subcommand("answers", "All questions, or some, in one table of effects with bands"), parsed.answers);
  add_clock(*app.add_subcommand("clock", "How much was still open at each quarter of a history"), parsed.clock);
  add_price(
      *app.add_subcommand("price", "What the record's history cost in surprise; the cheapest rewrite that reaches an ending"),
      parsed.price);
  add_circumstances(*app.add_subcommand("circumstances", "Person, chair or circumstances: which factor moves what"),
                    parsed.circumstances);
  add_attribute(*app.add_subcommand("attribute", "What each explanation contributes to an ending or to a question's effect"),
                parsed.attribute);
  add_ensemble(*app.add_subcommand("ensemble", "Many runs or pairs over seeds or uncertain constants, in one folder"),
               parsed.ensemble);
  add_compare(*app.add_subcommand("compare", "Two ensembles, questions or runs side by side: paired differences with bands"),
              parsed.compare);
  add_sensitivity(*app.add_subcommand("sensitivity", "Which uncertain constants move an outcome (Morris, Sobol)"),
                  parsed.sensitivity);
  add_scorecard(*app.add_subcommand("scorecard", "The checks by kind, and what earns credit, over an ensemble or fresh runs"),
                parsed.scorecard);
}

void add_small(CLI::App& app, Parsed& parsed) {
  CLI::App* list = app.add_subcommand("list", "List scenarios, questions, levers, series, people, ...");
  list->add_option("what", parsed.list.what, "what to list")->type_name("WHAT")->required()->check(one_of(kLists));
  add_scenario(*list, parsed.list.scenario, false);
  list->add_flag("--unused", parsed.list.unused, "of claims: only those that nothing uses, with the reason");
  list->add_flag("--json", parsed.list.json, "print JSON");

  CLI::App* show = app.add_subcommand("show", "Show one question, person, organ, lever, check, series, parameter or claim");
  show->add_option("name", parsed.show.words, "its id or name; its kind may stand before it")
      ->type_name("NAME")
      ->required()
      ->expected(1, 2);
  add_scenario(*show, parsed.show.scenario, false);
  add_folder(*show, parsed.show.run, parsed.show.baseline, "results folder: what became of a person in that run");
  add_count(*show, "--seeds", parsed.show.seeds, "of a claim: free runs in which the events that bear it are counted; 0 = none",
            0);
  show->add_flag("--json", parsed.show.json, "print JSON");

  CLI::App* validate = app.add_subcommand("validate", "Check a scenario folder and report every fault with its place");
  validate->add_option("path", parsed.validate.path, "folder or name of the scenario")->type_name("PATH")->required();
  validate->add_flag("--json", parsed.validate.json, "print JSON");

  CLI::App* diff = app.add_subcommand("diff", "Find the first month, phase and field in which two runs part");
  diff->add_option("first", parsed.diff.first, "results folder, manifest.json, or run options in quotes")->required();
  diff->add_option("second", parsed.diff.second, "the same")->required();
  diff->add_flag("--json", parsed.diff.json, "print JSON");

  CLI::App* pack = app.add_subcommand("pack", "Write a scenario as one binary for the WebAssembly module and the C interface");
  add_scenario(*pack, parsed.pack.scenario, true);
  pack->add_option("--out", parsed.pack.out, "file to write")->type_name("FILE")->required();

  CLI::App* doctor = app.add_subcommand("doctor", "Check this installation: compiler, threads, scenario, digest of a probe");
  add_scenario(*doctor, parsed.doctor.scenario, false);
  doctor->add_flag("--json", parsed.doctor.json, "print JSON");
  doctor->add_flag("--store", parsed.doctor.store, "for developers: make the probe's digest the stored one");
  add_tools(app, parsed);
}

// The word that was meant, if one is near.
std::string hint(const std::string& wrong, const std::vector<std::string>& words) {
  const std::string near = nearest_name(wrong, words);
  return near.empty() ? std::string() : fmt::format("\n  did you mean '{}'?", near);
}

std::vector<std::string> subcommand_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* subcommand : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(subcommand->get_name());
  }
  return names;
}

const CLI::App* named_subcommand(const CLI::App& app, const std::string& name) {
  for (const CLI::App* subcommand : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (subcommand->get_name() == name) return subcommand;
  }
  return nullptr;
}

// CLI11's message, with our own hints for a mistyped option.
std::string explain(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words) {
  std::string message = error.what();
  const CLI::App* subcommand = words.empty() ? nullptr : named_subcommand(app, words.front());
  if (subcommand == nullptr) return message;
  std::vector<std::string> names;
  for (const CLI::Option* option : subcommand->get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const std::string& word : words) {
    const std::string name = word.substr(0, word.find('='));
    if (name.rfind("--", 0) != 0 || std::find(names.begin(), names.end(), name) != names.end()) continue;
    // A question's acts are its own; texts of questions name further ones.
    if (words.front() == "whatif" && name == "--do") {
      return fmt::format("whatif takes no --do; with other acts: thermidor ensemble --question {} --do ACT",
                         words.size() > 1 && words[1].rfind("--", 0) != 0 ? words[1] : "C39");
    }
    return fmt::format("unknown option {}{}", name, hint(name, names));
  }
  return fmt::format("{}\n  see: thermidor {} --help", message, subcommand->get_name());
}

Options chosen_options(const CLI::App& app, Parsed& parsed) {
  if (app.got_subcommand("run")) return parsed.run;
  if (app.got_subcommand("whatif")) return parsed.whatif;
  if (app.got_subcommand("answers")) return parsed.answers;
  if (app.got_subcommand("clock")) return parsed.clock;
  if (app.got_subcommand("price")) return parsed.price;
  if (app.got_subcommand("circumstances")) return parsed.circumstances;
  if (app.got_subcommand("attribute")) return parsed.attribute;
  if (app.got_subcommand("repro")) return parsed.repro;
  if (app.got_subcommand("cite")) return parsed.cite;
  if (app.got_subcommand("list")) return parsed.list;
  if (app.got_subcommand("show")) return parsed.show;
  if (app.got_subcommand("validate")) return parsed.validate;
  if (app.got_subcommand("diff")) return parsed.diff;
  if (app.got_subcommand("checks")) return parsed.checks;
  if (app.got_subcommand("contrasts")) return parsed.contrasts;
  if (app.got_subcommand("calibrate")) return parsed.calibrate;
  if (app.got_subcommand("pack")) return parsed.pack;
  if (app.got_subcommand("why")) return parsed.why;
  if (app.got_subcommand("new")) return parsed.fresh;
  if (app.got_subcommand("export")) return parsed.exported;
  if (app.got_subcommand("demo")) return parsed.demo;
  if (app.got_subcommand("ensemble")) return parsed.ensemble;
  if (app.got_subcommand("compare")) return parsed.compare;
  if (app.got_subcommand("sensitivity")) return parsed.sensitivity;
  if (app.got_subcommand("scorecard")) return parsed.scorecard;
  return parsed.doctor;
}

}  // namespace

Options read_command_line(int count, const char* const* words, const Terminal& terminal) {
  CLI::App app{"Thermidor: a laboratory of counterfactual history, Soviet Russia 1921-1929", "thermidor"};
  app.set_version_flag("--version", "thermidor " THERMIDOR_VERSION);
  app.footer(
      "Start here:\n  thermidor demo                    two minutes to see what there is\n"
      "  thermidor run                     one run, and how it compares with the record\n"
      "  thermidor list questions          what can be asked\n"
      "  thermidor whatif C39              one question, answered by pairs of runs");
  app.get_formatter()->column_width(34);
  Parsed parsed;
  add_run(*app.add_subcommand("run", "One run of a scenario: what happened, and how it compares with the record"), parsed.run);
  add_whatif(*app.add_subcommand("whatif", "One question, answered by pairs of runs that differ in one decision"),
             parsed.whatif);
  add_laboratory(app, parsed);
  add_repro(*app.add_subcommand("repro", "Does a results folder still come out as its manifest says?"), parsed.repro);
  add_why(*app.add_subcommand("why", "Why a decision of a run came out as it did: who weighed what, who could have tipped it"),
          parsed.why);
  add_checks(*app.add_subcommand("checks", "Scorecard: in how many runs each check of the scenario holds"), parsed.checks);
  add_contrasts(*app.add_subcommand("contrasts", "Tests of one mechanism each: does what it should move, move?"),
                parsed.contrasts);
  add_calibrate(*app.add_subcommand("calibrate", "Find which values of the uncertain constants meet the record"),
                parsed.calibrate);
  add_small(app, parsed);
  app.require_subcommand(0, 1);

  std::vector<std::string> given(words + 1, words + count);
  if (given.empty()) {
    terminal.print(app.help());
    return Finished{kOk};
  }
  const std::vector<std::string> names = subcommand_names(app);
  if (given.front().rfind('-', 0) != 0 && std::find(names.begin(), names.end(), given.front()) == names.end()) {
    terminal.complain(fmt::format("thermidor: no command '{}'{}\n  commands: {}", given.front(), hint(given.front(), names),
                                  fmt::join(names, ", ")));
    return Finished{kRefused};
  }
  try {
    app.parse(count, words);
  } catch (const CLI::CallForHelp& help) {
    const CLI::App* subcommand = named_subcommand(app, given.front());
    terminal.print(subcommand != nullptr ? subcommand->help() : app.help());
    return Finished{kOk};
  } catch (const CLI::CallForVersion& version) {
    terminal.print(version.what());
    return Finished{kOk};
  } catch (const CLI::ParseError& error) {
    terminal.complain("thermidor: " + explain(app, error, given));
    return Finished{kRefused};
  }
  return chosen_options(app, parsed);
}

}  // namespace thermidor::cli
