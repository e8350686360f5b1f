// thermidor new: short commented files to begin with.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/csv.hpp"
#include "experiment/results_folder.hpp"

namespace thermidor::cli {
namespace {

namespace fs = std::filesystem;
using experiment::FolderFile;

constexpr const char* kActs = R"toml(# Acts: what is done to a run, and when. The language: docs/reference/acts.md
#   thermidor run --do @FILE@
# Names: thermidor list levers, instruments, people, organs, posts, series

[[do]]
at = "1922-10"                  # the first month ...
until = "1924-12"               # ... and the last; leave it out for: to the end
act = "set"
lever = "trade_monopoly"
value = 0.6
title = "The monopoly of foreign trade is eased"

[[do]]
at = "1921-06"
act = "shock"
name = "grain"
value = 0.1                     # million tonnes
repeat = "monthly"              # in every month in which ...
when = "village_hunger > 0.3"   # ... this held at the end of the month before
title = "Grain comes from abroad while villages starve"
)toml";

constexpr const char* kQuestion = R"toml(# A question: one decision changed, answered by pairs of runs.
#   thermidor whatif @FILE@
id = "@NAME@"
title = "The monopoly of foreign trade is eased in October 1922"
background = """
In October 1922 the Central Committee eased the monopoly of foreign trade and in December took the decision back.
"""
decider = "the Central Committee"
at = "1922-10"                  # the fork: before it the record decides
happened = "The monopoly was restored in December 1922."
look_at = ["scissors_ratio_industrial_to_agricultural", "goods_availability_villages"]
cannot_tell = "Who abroad would have traded, and on what terms."

[[do]]                          # what is changed: docs/reference/acts.md
at = "1922-10"
act = "set"
lever = "trade_monopoly"
value = 0.6
title = "The monopoly stays eased"

[[outcome]]                     # a number of every run: docs/reference/expressions.md
id = "scissors"
title = "Price scissors, October 1923"
unit = "1913=100"
value = "at(scissors_ratio_industrial_to_agricultural, 1923-10)"

[[outcome]]
id = "harvest"
title = "Largest harvest up to 1925"
unit = "million tonnes"
value = "max(grain_harvest, 1922-10..1925-12)"
)toml";

constexpr const char* kScenario =
    R"toml(# A scenario that takes everything from the shipped one but what stands here: docs/reference/scenario-format.md
#   thermidor validate @FOLDER@
#   thermidor run @FOLDER@

[scenario]
key = "@NAME@"
title = "Soviet Russia with freer debate in the party"
extends = "soviet-1921"

[[do]]                          # done in every run of this scenario
at = "1922-04"
act = "set"
lever = "inner_democracy"
value = 0.5
title = "Members may debate and elect more freely"

[[check]]                       # a band, or a condition (holds = "..."), that a run should meet
id = "debate"
title = "Freedom of debate in the party, 1923"
kind = "band"
value = "mean(debate_freedom, 1923)"
low = 0.2
high = 0.9
unit = "share"
use = "validation"
source = "assumed"
)toml";

// A template with the names of what is made put in.
std::string filled(std::string text, const std::string& name, const fs::path& folder, const fs::path& file) {
  const auto put = [&text](std::string_view mark, const std::string& by) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size()))
      text.replace(at, mark.size(), by);
  };
  put("@FILE@", shell_word(file.string()));
  put("@FOLDER@", shell_word(folder.string()));
  put("@NAME@", name);
  return text;
}

bool is_plain(const std::string& name) {
  return !name.empty() && name.front() != '-' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

struct Made {
  fs::path folder;
  std::vector<FolderFile> files;  // names within the folder
  std::vector<std::string> next;  // what to type
};

Made make(const NewOptions& options) {
  const bool scenario = options.what == "scenario";
  const fs::path folder = options.out.empty() ? (scenario ? fs::path("scenarios") : fs::path(".")) : fs::path(options.out);
  Made made{scenario ? folder / options.name : folder, {}, {}};
  const auto add = [&](const char* text, const std::string& file) {
    const fs::path path = (made.folder / file).lexically_normal();
    made.files.push_back({file, filled(text, options.name, made.folder, path)});
    return shell_word(path.string());
  };
  if (scenario) {
    const std::string where = shell_word(made.folder.string());
    add(kScenario, "scenario.toml");
    const std::string question = add(kQuestion, "questions/" + options.name + ".toml");
    const std::string acts = add(kActs, "acts.toml");
    made.next = {"thermidor validate " + where, "thermidor run " + where, "thermidor run " + where + " --do " + acts,
                 "thermidor whatif " + question + " --scenario " + where};
  } else if (options.what == "question") {
    made.next = {"thermidor whatif " + add(kQuestion, options.name + ".toml")};
  } else {
    made.next = {"thermidor run --do " + add(kActs, options.name + ".toml")};
  }
  return made;
}

}  // namespace

int execute(const NewOptions& options, const Terminal& terminal) {
  if (!is_plain(options.name))
    return refuse(terminal, fault("'" + options.name + "' is no name", "letters, digits and hyphens"), options.json);
  const Made made = make(options);
  for (const FolderFile& file : made.files) {
    std::error_code ignored;
    if (fs::exists(made.folder / file.name, ignored)) {
      return refuse(terminal, fault((made.folder / file.name).string() + " is there already", "another name, or --out DIR"),
                    options.json);
    }
  }
  for (const FolderFile& file : made.files) {
    std::error_code ignored;
    fs::create_directories((made.folder / file.name).parent_path(), ignored);
  }
  if (!write_results(terminal, made.folder.string(), made.files)) return kRunFailed;
  if (options.json) {
    nlohmann::ordered_json json = {{"schema", "thermidor-new-1"}, {"engine", engine_name()}, {"folder", made.folder.string()}};
    json["files"] = nlohmann::ordered_json::array();
    for (const FolderFile& file : made.files) json["files"].push_back((made.folder / file.name).lexically_normal().string());
    json["next"] = made.next;
    terminal.print(json.dump(2));
    return kOk;
  }
  for (const FolderFile& file : made.files) terminal.print((made.folder / file.name).lexically_normal().string());
  terminal.heading("Change what they say, then");
  for (const std::string& command : made.next) terminal.print("  " + command);
  return kOk;
}

}  // namespace thermidor::cli
