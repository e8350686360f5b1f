// thermidor demo: two minutes to see what there is.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "command_line.hpp"
#include "commands.hpp"
#include "common.hpp"

namespace thermidor::cli {
namespace {

struct Step {
  std::string says;
  std::string command;
};

std::vector<Step> steps_of(const DemoOptions& options) {
  const std::string question = options.out + "/C39";
  const std::string run = options.out + "/run";
  const std::string sample = fmt::format(" --sample {}", options.sample);
  return {
      {"A question: the first opposition bloc is made half a year earlier than in the record. Pairs of runs share every draw "
       "of "
       "chance and differ in that alone. These are few, with few farms: for an answer leave both options out.",
       fmt::format("thermidor whatif C39 --runs {}{} --out {}", options.runs, sample, shell_word(question))},
      {"One run, with an act that waits for its condition: grain comes from abroad in every month after one in which too many "
       "villagers went hungry.",
       fmt::format(
           "thermidor run{} --until 1924-12 --do 'shock.grain=0.2@1921-04 repeat monthly when village_hunger > 0.2' --out {}",
           sample, shell_word(run))},
      {"Why did it come out so? The decisions of that run that surprised most.", "thermidor why --run " + shell_word(run)},
      {"Everything that was counted, as tables and pictures for other programs.", "thermidor export " + shell_word(question)},
  };
}

// Plays one command as if it had been typed.
int play(const std::string& command, const Terminal& terminal) {
  const std::vector<std::string> words = split_words(command);
  std::vector<const char*> raw;
  for (const std::string& word : words) raw.push_back(word.c_str());
  const Options options = read_command_line(static_cast<int>(raw.size()), raw.data(), terminal);
  if (const auto* run = std::get_if<RunOptions>(&options)) return execute(*run, terminal);
  if (const auto* whatif = std::get_if<WhatIfOptions>(&options)) return execute(*whatif, terminal);
  if (const auto* why = std::get_if<WhyOptions>(&options)) return execute(*why, terminal);
  if (const auto* folder = std::get_if<ExportOptions>(&options)) return execute(*folder, terminal);
  return kRefused;
}

constexpr const char* kNext[][2] = {
    {"thermidor list questions", "what else can be asked"},
    {"thermidor list people", "and thermidor show NAME: a dossier with traits, reasons, posts, ties, sources"},
    {"thermidor checks --seeds 20", "how often each expected development comes about"},
    {"thermidor new question mine", "a commented file to begin a question of your own"},
    {"README.md", "what the model is and where it is wrong"},
    {"docs/reference/acts.md", "the language of acts"},
    {"docs/model/odd.md", "what the model says, rule by rule"},
};

void print_next(const Terminal& terminal, const DemoOptions& options) {
  terminal.heading("What to read and to try next");
  terminal.print(fmt::format("  {}/C39/report.html: open it in a browser", options.out));
  TextTable table;
  table.add_column("");
  table.add_column("");
  for (const auto& row : kNext) table.add_row({row[0], row[1]});
  terminal.print(table.draw(terminal));
}

}  // namespace

int execute(const DemoOptions& options, const Terminal& terminal) {
  const std::vector<Step> steps = steps_of(options);
  const Terminal quiet = Terminal::quiet();
  nlohmann::ordered_json json = {{"schema", "thermidor-demo-1"}, {"engine", engine_name()}, {"out", options.out}};
  json["steps"] = nlohmann::ordered_json::array();
  int worst = kOk;
  for (std::size_t i = 0; i < steps.size() && worst == kOk; ++i) {
    if (!options.json) {
      terminal.heading(fmt::format("{} of {}", i + 1, steps.size()));
      terminal.print(wrap(steps[i].says, terminal.width()));
      terminal.print(terminal.tint(Tone::strong, "\n  " + steps[i].command + "\n"));
    }
    worst = play(steps[i].command, options.json ? quiet : terminal);
    json["steps"].push_back({{"says", steps[i].says}, {"command", steps[i].command}, {"code", worst}});
  }
  if (options.json) {
    terminal.print(json.dump(2));
  } else if (worst == kOk) {
    print_next(terminal, options);
  }
  return worst;
}

}  // namespace thermidor::cli
