#include "option_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

#include "core/result.hpp"

namespace thermidor::cli {
namespace {

const std::vector<std::string> kOutside = {"recorded", "drawn"};
const std::vector<std::string> kTraits = {"as-given", "prior", "neutral", "permuted"};
const std::vector<std::string> kPartyMembers = {"strata", "all"};
const std::vector<std::string> kStart = {"history", "free"};
const std::vector<std::string> kParameters = {"stored", "posterior"};

// The parser by itself wraps what is below zero, cuts off what is too large and reads a leading zero as octal.
CLI::Validator whole_number() {
  return {[](std::string& word) -> std::string {
            std::uint64_t value = 0;
            const char* const end = word.data() + word.size();
            const auto [stop, error] = std::from_chars(word.data(), end, value);
            if (stop != end || error != std::errc{})
              return fmt::format("'{}' is no whole number from 0 to {}", word, std::numeric_limits<std::uint64_t>::max());
            word = std::to_string(value);
            return {};
          },
          "", "whole number"};
}

}  // namespace

CLI::Validator one_of(const std::vector<std::string>& words) {
  const std::string list = fmt::format("{}", fmt::join(words, ", "));
  return {[words, list](std::string& word) -> std::string {
            if (std::find(words.begin(), words.end(), word) != words.end()) return {};
            const std::string near = nearest_name(word, words);
            return fmt::format("'{}' is not one of {}{}", word, list, near.empty() ? "" : "; did you mean '" + near + "'?");
          },
          list, "one of"};
}

CLI::Option* add_scenario(CLI::App& app, std::string& scenario, bool positional) {
  return app.add_option(positional ? "scenario" : "--scenario", scenario, "name or folder of the scenario")
      ->type_name("SCENARIO")
      ->capture_default_str();
}

void add_sampling(CLI::App& app, SampledOptions& options) {
  app.add_option("--seed", options.seed, "seed of all draws")->type_name("N")->transform(whole_number())->capture_default_str();
  app.add_option("--sample", options.sample, "one simulated farm or household stands for K (1 = the whole country)")
      ->type_name("K")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  app.add_option("--threads", options.threads, "threads; 0 = all. Results do not depend on it")
      ->type_name("T")
      ->check(CLI::Range(0U, 1024U))
      ->capture_default_str();
  app.add_option("--outside", options.outside, "weather, illness, events abroad: the record's own draw, or a fresh one")
      ->type_name("MODE")
      ->check(one_of(kOutside))
      ->capture_default_str();
}

void add_runs(CLI::App& app, ModelOptions& options) {
  add_sampling(app, options);
  app.add_option("--traits", options.traits, "leaders' traits: as-given, prior, neutral or permuted")
      ->type_name("PRESET")
      ->check(one_of(kTraits))
      ->capture_default_str();
  app.add_option("--explanations", options.explanations,
                 "weights of the explanations X1-X11: modelled, a historian's preset, or without_... (tables/presets.toml)")
      ->type_name("PRESET")
      ->capture_default_str();
}

void add_party_members(CLI::App& app, ModelOptions& options) {
  app.add_option("--party-members", options.party_members,
                 "the party's members: counted by stratum, or all of them followed one by one")
      ->type_name("WHICH")
      ->check(one_of(kPartyMembers))
      ->capture_default_str();
}

void add_common(CLI::App& app, ModelOptions& options) {
  add_runs(app, options);
  app.add_option("--parameters", options.parameters, "constants: the stored ones, or drawn by the seed from the posterior")
      ->type_name("WHICH")
      ->check(one_of(kParameters))
      ->default_str(options.parameters == "usual" ? "posterior, if there is one" : options.parameters);
}

void add_jitter(CLI::App& app, double& jitter) {
  app.add_option("--jitter", jitter, "spread of the logarithm of every constant of economy and farms, by seed")
      ->type_name("S")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
}

void add_resume(CLI::App& app, SampledOptions& options) {
  app.add_flag("--resume", options.resume,
               "go on with what an interrupted run left in the folder, and refuse if that is of another request. The same "
               "command goes on in any case");
}

void add_start(CLI::App& app, const char* name, std::string& start, const char* meaning) {
  app.add_option(name, start, meaning)->type_name("START")->check(one_of(kStart))->capture_default_str();
}

void add_run_folder(CLI::App& app, std::string& run, bool& baseline, const char* text) {
  CLI::Option* folder = app.add_option("--run", run, text)->type_name("DIR");
  app.add_flag("--baseline", baseline, "of a question's folder: the baseline, not the counterfactual")->needs(folder);
}

void add_count(CLI::App& app, const char* name, int& value, int least, const char* text) {
  app.add_option(name, value, text)->type_name("N")->check(CLI::Range(least, 10000000))->capture_default_str();
}

}  // namespace thermidor::cli
