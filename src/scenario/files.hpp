// All files of one scenario, and of what it extends, read but not yet understood.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "scenario/bind.hpp"

namespace thermidor::scenario {

// Parameters from one place; a later layer says what an earlier one did not, or says it otherwise.
struct ParameterLayer {
  std::map<std::string, Document> files;  // parameters/<module>.toml, or the same out of scenario.toml
  std::vector<std::string> broken;        // modules whose file could not be read
  bool complete = true;                   // every parameter must be given here
};

struct Files {
  std::string folder;
  std::optional<Document> info;          // [scenario], with what it takes over from the scenario that it extends
  std::optional<Document> checks;        // tables/checks.toml, or [[check]] of scenario.toml
  std::optional<Document> chronicle;     // chronicle.toml
  std::optional<Document> claims;        // claims.toml
  std::optional<Document> claim_signs;   // claim_signs.toml
  std::optional<Document> forecasts;     // forecasts.toml
  std::optional<Document> verdicts;      // verdicts.toml
  std::vector<ParameterLayer> layers;    // what is extended comes first
  std::vector<Document> acts;            // [[do]] of scenario.toml, likewise
  std::vector<Document> questions;       // questions/*.toml, sorted by name
  std::vector<Document> contrasts;       // contrasts/*.toml, sorted by name
  std::vector<Document> designs;         // designs/*.toml, sorted by name
  std::optional<Document> priors;        // calibration/priors.toml
  std::optional<std::string> posterior;  // calibration/posterior.csv, as it is
  std::string posterior_file;
  Binding binding;  // holds the tables; first fault of form of each file
};

Files read_files(const std::string& folder);

// Binds every member of P but those in `skip` to one layer: a struct of parameters to the file of its name, and the tables in
// it.
template <HasFields P>
void bind_layer(const ParameterLayer& layer, const std::string& folder, Binding& binding, P& params,
                const std::vector<std::string>& skip) {
  binding.parameter_files = &layer.files;
  binding.used_parameters.clear();
  binding.complete = layer.complete;
  std::vector<std::string> modules;
  P::visit_fields(params, [&](const Field& field, auto& member) {
    const std::string module(field.name);
    if (position_of(skip, module) >= 0) return;
    modules.push_back(module);
    const auto found = layer.files.find(module);
    const Document* const document = found != layer.files.end() ? &found->second : nullptr;
    const bool missing = document == nullptr && layer.complete && position_of(layer.broken, module) < 0;
    if (missing && detail::has_parameters<std::remove_reference_t<decltype(member)>>())
      binding.fail(folder + "/parameters/" + module + ".toml", {}, "no such file", "the parameters of " + module);
    binding.plain = document != nullptr && document->plain ? &*document->plain : nullptr;
    bind_parameters(document, module, member, binding);
    binding.plain = nullptr;
  });
  for (const auto& [module, document] : layer.files) {
    if (position_of(modules, module) < 0 && !binding.used_parameters.contains(module))
      binding.fail(document.file, {}, "nothing reads this file", "the parameters of a module", nearest_name(module, modules));
  }
}

// All layers, one after the other.
template <HasFields P>
void bind_all(Files& files, P& params, const std::vector<std::string>& skip = {}) {
  for (const ParameterLayer& layer : files.layers) bind_layer(layer, files.folder, files.binding, params, skip);
  check_columns(files.binding);
}

}  // namespace thermidor::scenario
