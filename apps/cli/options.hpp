// What the user asked for, one struct per subcommand. Texts are as typed; the subcommands read them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "ensemble_requests.hpp"
#include "shared_requests.hpp"
#include "tool_requests.hpp"

namespace thermidor::cli {

struct RunOptions : ModelOptions {
  RunOptions() { sample = 100; }
  std::string until;
  std::string history_until;
  double jitter = 0;
  std::vector<std::string> acts;  // files, or "at = ..., ..." in TOML
  std::string trace;
  std::string out;
  bool strict = false;
};

struct WhatIfOptions : ModelOptions {
  std::string question;
  int runs = 400;
  std::string from = "history";
  std::string until;
  std::string out;       // empty: results/<question>
  bool members = false;  // every member's series in the tables, not quantiles
};

struct AnswersOptions : WhatIfOptions {
  AnswersOptions() { runs = 100; }
  std::vector<std::string> names;  // ids of questions; none: all
};

struct ClockOptions : ModelOptions {
  std::vector<std::string> acts;  // done to the history whose future is drawn anew
  std::string of = "history";
  int futures = 100;
  std::string out;  // empty: results/clock
};

struct PriceOptions : ModelOptions {
  std::vector<std::string> acts;
  int seeds = 20;
  std::string ending;   // empty: price the record; else search a rewrite that reaches it
  std::string from;     // the record decides before; empty: the first month in which all can be rewritten
  int every = 12;       // months between the dates at which decisions may be rewritten
  double target = 0.5;  // share of runs that should reach the ending
  std::string out;      // empty: nothing is written
};

struct CircumstancesOptions : ModelOptions {
  std::string design = "circumstances";
  int seeds = 20;
  std::string out;  // empty: results/<design>
};

struct AttributeOptions : ModelOptions {
  std::vector<std::string> endings = {"O01"};
  std::string question;             // the effect of a question instead of endings
  std::string by = "explanations";  // or "channels", of a question
  std::string history_until;
  std::vector<std::string> acts;
  int permutations = 100;
  bool first_named = false;  // of all questions, or of --question: what is named first, and the effect without it
  int trials = 100;          // fresh seeds for that
  std::string out;           // empty: results/attribution
};

struct ReproOptions {
  std::string manifest;  // results folder, or the manifest.json in it
  bool json = false;
};

struct CiteOptions {
  std::string manifest;
  bool json = false;
};

struct ListOptions {
  std::string what;
  std::string scenario = "soviet-1921";
  bool unused = false;  // of claims: only those that nothing uses
  bool json = false;
};

struct ShowOptions {
  std::vector<std::string> words;  // a name, perhaps after its kind
  std::string scenario = "soviet-1921";
  std::string run;        // results folder: what became of a person in that run
  bool baseline = false;  // of a question's folder: the baseline
  int seeds = 20;         // runs in which firings of a claim are counted
  bool json = false;
};

// A decision of a run: of a results folder, or of the run that the options describe.
struct WhyOptions : ModelOptions {
  WhyOptions() { sample = 100; }
  std::string what;  // "1925-12.3", "1925-12", a person, or nothing
  std::string run;
  bool baseline = false;
  std::string history_until;
  std::vector<std::string> acts;
};

struct ValidateOptions {
  std::string path;
  bool json = false;
};

struct DiffOptions {
  std::string first;
  std::string second;
  bool json = false;
};

struct ChecksOptions : ModelOptions {
  ChecksOptions() { parameters = "usual"; }
  std::string history_until;
  int seeds = 20;
  double jitter = 0;
  std::string out;
  bool strict = false;
};

struct ContrastsOptions : ModelOptions {
  ContrastsOptions() { parameters = "usual"; }
  std::vector<std::string> names;  // ids, or what stands before their dot; none: all
  int seeds = 20;
  bool strict = false;
};

struct CalibrateOptions : SampledOptions {
  std::string block = "all";
  std::string start = "prior";
  int walkers = 48;
  int rounds = 80;
  int seeds = 2;
  int keep = 200;
  std::string history_until;  // empty: the whole scenario
  std::string out = "results/calibration";
};

struct PackOptions {
  std::string scenario = "soviet-1921";
  std::string out;
};

struct DoctorOptions {
  std::string scenario = "soviet-1921";
  bool store = false;  // for developers: the probe's digest becomes the stored one
  bool json = false;
};

// The command line is finished (help, version) or refused; `code` is the exit code.
struct Finished {
  int code = 0;
};

using Options =
    std::variant<Finished, RunOptions, WhatIfOptions, AnswersOptions, ClockOptions, PriceOptions, CircumstancesOptions,
                 AttributeOptions, ReproOptions, CiteOptions, ListOptions, ShowOptions, ValidateOptions, DiffOptions,
                 ChecksOptions, ContrastsOptions, CalibrateOptions, PackOptions, DoctorOptions, WhyOptions, NewOptions,
                 ExportOptions, DemoOptions, EnsembleOptions, CompareOptions, SensitivityOptions, ScorecardOptions>;

// Exit codes of the command.
inline constexpr int kOk = 0;
inline constexpr int kRefused = 1;      // input that cannot be used
inline constexpr int kRunFailed = 2;    // a broken invariant, an interrupt, a file that cannot be written
inline constexpr int kCheckFailed = 3;  // only with --strict

}  // namespace thermidor::cli
