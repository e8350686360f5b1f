// What determines a run, as typed by a user or written in a manifest: everything a run needs to be repeated.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace thermidor::experiment {

struct RunRequest {
  std::string scenario = "soviet-1921";  // name or folder
  std::uint64_t seed = 7;
  int sample = 100;
  std::string outside = "recorded";       // recorded, drawn
  std::string traits = "as-given";        // as-given, prior, neutral, permuted
  std::string until;                      // YYYY-MM; empty: the scenario's end
  std::string history_until;              // YYYY-MM; empty: nothing is forced
  std::vector<std::string> acts;          // files of [[do]] tables, or acts in one line
  std::string parameters = "stored";      // stored; posterior: constants drawn by the seed; usual: posterior if there is one
  double jitter = 0;                      // spread of the logarithm of the economy's constants
  std::string explanations = "modelled";  // id of a preset of the explanations; modelled: the stored weights
  std::string party_members = "strata";   // strata: counted; all: one by one
};

}  // namespace thermidor::experiment
