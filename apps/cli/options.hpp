// What the user asked for, one struct per subcommand. Texts are as typed; the subcommands read them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace thermidor::cli {

// What every command that plays runs asks for.
struct SampledOptions {
  std::string scenario = "soviet-1921";
  std::uint64_t seed = 7;
  int sample = 1000;
  unsigned threads = 0;  // 0: all
  std::string outside = "recorded";
  bool json = false;
};

// The same, and by which constants and leaders.
struct ModelOptions : SampledOptions {
  std::string traits = "as-given";
  std::string parameters = "stored";  // or "usual": the posterior if the scenario has one
};

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

struct ListOptions {
  std::string what;
  std::string scenario = "soviet-1921";
  bool unused = false;  // of claims: only those that nothing uses
  bool json = false;
};

struct ShowOptions {
  std::vector<std::string> words;  // a name, perhaps after its kind
  std::string scenario = "soviet-1921";
  int seeds = 20;  // runs in which firings of a claim are counted
  bool json = false;
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

using Options = std::variant<Finished, RunOptions, WhatIfOptions, ListOptions, ShowOptions, ValidateOptions, DiffOptions,
                             ChecksOptions, ContrastsOptions, CalibrateOptions, PackOptions, DoctorOptions>;

// Exit codes of the command.
inline constexpr int kOk = 0;
inline constexpr int kRefused = 1;      // input that cannot be used
inline constexpr int kRunFailed = 2;    // a broken invariant, an interrupt, a file that cannot be written
inline constexpr int kCheckFailed = 3;  // only with --strict

}  // namespace thermidor::cli
