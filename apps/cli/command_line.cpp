#include "command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "common.hpp"
#include "core/result.hpp"
#include "ensemble_options.hpp"
#include "experiment/to_json.hpp"
#include "lab_options.hpp"
#include "run_options.hpp"
#include "tool_options.hpp"

namespace thermidor::cli {
namespace {

// A subcommand with options of its own, which become what is chosen if its name is given.
template <class T>
void add_command(CLI::App& app, Options& chosen, const char* name, const char* text, void (*add_options)(CLI::App&, T&)) {
  // The parser keeps references to what it reads into.
  const auto options = std::make_shared<T>();
  CLI::App* const command = app.add_subcommand(name, text);
  add_options(*command, *options);
  command->callback([options, &chosen] { chosen = *options; });
}

void add_laboratory(CLI::App& app, Options& chosen) {
  add_command(app, chosen, "answers", "All questions, or some, in one table of effects with bands", add_answers);
  add_command(app, chosen, "clock", "How much was still open at each quarter of a history", add_clock);
  add_command(app, chosen, "price", "What the record's history cost in surprise; the cheapest rewrite that reaches an ending",
              add_price);
  add_command(app, chosen, "circumstances", "Person, chair or circumstances: which factor moves what", add_circumstances);
  add_command(app, chosen, "attribute", "What each explanation contributes to an ending or to a question's effect",
              add_attribute);
  add_command(app, chosen, "ensemble", "Many runs or pairs over seeds or uncertain constants, in one folder", add_ensemble);
  add_command(app, chosen, "compare", "Two ensembles, questions or runs side by side: paired differences with bands",
              add_compare);
  add_command(app, chosen, "sensitivity", "Which uncertain constants move an outcome (Morris, Sobol)", add_sensitivity);
  add_command(app, chosen, "scorecard", "The checks by kind, and what earns credit, over an ensemble or fresh runs",
              add_scorecard);
}

void add_tools(CLI::App& app, Options& chosen) {
  add_command(app, chosen, "list", "List scenarios, questions, levers, series, people, ...", add_list);
  add_command(app, chosen, "show", "Show one question, person, organ, lever, check, series, parameter or claim", add_show);
  add_command(app, chosen, "validate", "Check a scenario folder and report every fault with its place", add_validate);
  add_command(app, chosen, "diff", "Find the first month, phase and field in which two runs part", add_diff);
  add_command(app, chosen, "pack", "Write a scenario as one binary for the WebAssembly module and the C interface", add_pack);
  add_command(app, chosen, "doctor", "Check this installation: compiler, threads, scenario, digest of a probe", add_doctor);
  add_command(app, chosen, "cite", "A results folder as an entry of a bibliography", add_cite);
  add_command(app, chosen, "new", "Make short commented files to begin with: a scenario, a question or acts", add_new);
  add_command(app, chosen, "export", "The tables of a results folder as CSV or JSON, the charts of its report as SVG",
              add_export);
  add_command(app, chosen, "demo", "Two minutes to see what there is", add_demo);
}

void add_commands(CLI::App& app, Options& chosen) {
  add_command(app, chosen, "run", "One run of a scenario: what happened, and how it compares with the record", add_run);
  add_command(app, chosen, "whatif", "One question, answered by pairs of runs that differ in one decision", add_whatif);
  add_laboratory(app, chosen);
  add_command(app, chosen, "repro", "Does a results folder still come out as its manifest says?", add_repro);
  add_command(app, chosen, "why", "Why a decision of a run came out as it did: who weighed what, who could have tipped it",
              add_why);
  add_command(app, chosen, "checks", "Scorecard: in how many runs each check of the scenario holds", add_checks);
  add_command(app, chosen, "contrasts", "Tests of one mechanism each: does what it should move, move?", add_contrasts);
  add_command(app, chosen, "calibrate", "Find which values of the uncertain constants meet the record", add_calibrate);
  add_tools(app, chosen);
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
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    for (const CLI::Option* option : subcommand->get_options()) {
      if (option->get_required() && option->count() == 0) message = fmt::format("not said: {}", option->get_description());
    }
  }
  return fmt::format("{}\n  see: thermidor {} --help", message, subcommand->get_name());
}

// Says on the error stream, and in JSON where that was asked for, why the words are no command.
Finished refuse_words(const Terminal& terminal, const std::vector<std::string>& words, const std::string& message) {
  if (std::find(words.begin(), words.end(), "--json") != words.end())
    terminal.print(experiment::diagnostics_json(fault(message, {})));
  terminal.complain("thermidor: " + message);
  return Finished{kRefused};
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
  Options chosen;
  add_commands(app, chosen);
  app.require_subcommand(0, 1);

  std::vector<std::string> given(words + 1, words + count);
  if (given.empty()) {
    terminal.print(app.help());
    return Finished{kOk};
  }
  const std::vector<std::string> names = subcommand_names(app);
  if (given.front().rfind('-', 0) != 0 && std::find(names.begin(), names.end(), given.front()) == names.end()) {
    return refuse_words(
        terminal, given,
        fmt::format("no command '{}'{}\n  commands: {}", given.front(), hint(given.front(), names), fmt::join(names, ", ")));
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
    return refuse_words(terminal, given, explain(app, error, given));
  }
  return chosen;
}

}  // namespace thermidor::cli
