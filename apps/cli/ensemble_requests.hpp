// What is asked of ensembles, and of what is done with them.
#pragma once

#include <string>
#include <vector>

#include "shared_requests.hpp"

namespace thermidor::cli {

struct EnsembleOptions : ModelOptions {
  std::string design = "seeds";
  int members = 400;
  std::vector<std::string> acts;  // done in the counterfactual; none: single runs
  std::string question;           // takes acts, fork and outcomes from it
  std::string history_until;
  std::string until;
  std::vector<std::string> outcomes;  // ids or expressions; none: every check with a band
  std::vector<std::string> series;    // kept beside the main ones
  bool no_netcdf = false;
  std::string out;  // empty: results/ensemble
};

struct CompareOptions {
  std::string first;   // results folder, or the options of a run
  std::string second;  // the same; empty: the arms of the first
  int runs = 100;      // played of a run given by its options
  int errors = 20;     // pairs for the parameters' and explanations' part of the error
  int partings = 3;    // pairs played side by side to find where they part
  unsigned threads = 0;
  bool unpaired = false;
  std::string arm;
  std::vector<std::string> outcomes;
  std::string out;
  bool json = false;
};

struct SensitivityOptions : ModelOptions {
  std::string method = "morris";
  int size = 0;                   // trajectories or base points; 0: 20 or 256
  std::vector<std::string> over;  // blocks or paths of constants; none: all that have priors
  std::vector<std::string> outcomes;
  std::vector<std::string> acts;
  std::string history_until;
  std::string out;
};

struct ScorecardOptions : ModelOptions {
  ScorecardOptions() { parameters = "usual"; }
  std::string what;  // folder of an ensemble; empty: runs are played
  std::string arm;
  std::string history_until;
  int seeds = 40;
  bool forecasts = false;  // instead of checks
  bool verdicts = false;   // likewise
  std::string out;         // of these two: write their tables here
  bool markdown = false;
};

}  // namespace thermidor::cli
