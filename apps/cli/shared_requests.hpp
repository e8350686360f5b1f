// What all commands that play runs ask for.
#pragma once

#include <cstdint>
#include <string>

namespace thermidor::cli {

// What every command that plays runs asks for.
struct SampledOptions {
  std::string scenario = "soviet-1921";
  std::uint64_t seed = 7;
  int sample = 1000;
  unsigned threads = 0;  // 0: all
  std::string outside = "recorded";
  bool json = false;
  bool resume = false;  // where members are kept: those in the folder must be of this request
};

// The same, and by which constants and leaders.
struct ModelOptions : SampledOptions {
  std::string traits = "as-given";
  std::string parameters = "stored";      // or "usual": the posterior if the scenario has one
  std::string explanations = "modelled";  // id of a preset of the eleven explanations
  std::string party_members = "strata";   // or all: one by one
};

}  // namespace thermidor::cli
