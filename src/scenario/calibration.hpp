// What a scenario says about its uncertain constants: the ranges in which they may lie, the data that narrow these ranges, and
// the draws that are left when the data have spoken. docs/model/calibration.md tells how the draws are made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression.hpp"
#include "core/result.hpp"
#include "scenario/contrasts.hpp"
#include "scenario/document.hpp"
#include "scenario/names.hpp"
#include "scenario/questions.hpp"

namespace thermidor::scenario {

// A constant that is not known exactly: any value from low to high is as likely as any other, by itself or by its logarithm.
struct Prior {
  std::string parameter;  // path, as acts on parameters name it
  std::string block;      // calibrated together with the others of its block
  double low = 0;
  double high = 1;
  bool logarithmic = false;
  std::string source;
  std::string text;
  Place place;
};

// A number of the record that a run should meet, or what a contrast should come to.
struct Target {
  std::string id;  // of the check it is taken from, or its own
  std::string block;
  Expression value;
  int contrast = -1;  // of Calibration::contrasts: value is one of its outcomes, compared between two runs
  Compared compared = Compared::difference;  // in what way
  double low = 0;
  double high = 0;
  bool logarithmic = false;  // distance from the middle of the band is measured in logarithms
  double farthest = 3;       // standard deviations beyond which distance costs hardly more
  bool used = true;          // false: reported only
  std::string unit;
  std::string source;
};

// Equally likely sets of constants.
struct Posterior {
  std::vector<std::string> parameters;
  std::vector<std::vector<double>> draws;  // one value per parameter
  std::string basis;                       // digest of the scenario that the draws were made for
  bool empty() const { return draws.empty(); }
};

struct Calibration {
  std::vector<Prior> priors;
  std::vector<Target> targets;
  std::vector<Contrast> contrasts;  // that targets are taken from
  Posterior posterior;

  std::vector<std::string> blocks() const;  // in the order in which priors.toml first names them
};

// Reads calibration/priors.toml.
void read_priors(const Document& document, const Names& names, const Vocabulary& vocabulary, const std::vector<Check>& checks,
                 const std::vector<Contrast>& contrasts, Calibration& calibration, Diagnostics& diagnostics);

// Reads calibration/posterior.csv: lines of "# key: value", the parameters' paths, one row per draw.
Posterior read_posterior(std::string_view text, const std::string& file, const Names& names, Diagnostics& diagnostics);

// Digest of all that the posterior rests on: parameters (those with priors set aside), chronicle, priors and targets. Adopting
// calibrated values leaves it as it is.
std::uint64_t calibration_basis(const Params& params, const std::vector<Act>& chronicle, const Calibration& calibration);

}  // namespace thermidor::scenario
