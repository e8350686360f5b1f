// All files of one scenario, read but not yet understood.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "scenario/bind.hpp"

namespace thermidor::scenario {

struct Files {
  std::string folder;
  std::optional<Document> info;                // scenario.toml
  std::optional<Document> checks;              // tables/checks.toml
  std::optional<Document> chronicle;           // chronicle.toml
  std::optional<Document> claims;              // claims.toml
  std::map<std::string, Document> parameters;  // parameters/<module>.toml
  std::vector<Document> questions;             // questions/*.toml, sorted by name
  std::vector<Document> contrasts;             // contrasts/*.toml, sorted by name
  std::vector<Document> designs;               // designs/*.toml, sorted by name
  std::optional<Document> priors;              // calibration/priors.toml
  std::optional<std::string> posterior;        // calibration/posterior.csv, as it is
  std::vector<std::string> broken_parameters;  // modules whose file could not be read
  Binding binding;                             // holds the tables; first fault of form of each file
};

Files read_files(const std::string& folder);

// Binds every member of P but those in `skip`: a struct of parameters to parameters/<name>.toml, and the tables in it.
template <HasFields P>
void bind_all(Files& files, P& params, const std::vector<std::string>& skip = {}) {
  Binding& binding = files.binding;
  binding.parameter_files = &files.parameters;
  std::vector<std::string> modules;
  P::visit_fields(params, [&](const Field& field, auto& member) {
    const std::string module(field.name);
    if (position_of(skip, module) >= 0) return;
    modules.push_back(module);
    const auto found = files.parameters.find(module);
    const bool broken = position_of(files.broken_parameters, module) >= 0;
    if (found == files.parameters.end() && !broken && detail::has_parameters<std::remove_reference_t<decltype(member)>>()) {
      binding.fail(files.folder + "/parameters/" + module + ".toml", {}, "no such file", "the parameters of " + module);
    }
    bind_parameters(found != files.parameters.end() ? &found->second : nullptr, module, member, binding);
  });
  for (const auto& [module, document] : files.parameters) {
    if (position_of(modules, module) < 0 && !binding.used_parameters.contains(module))
      binding.fail(document.file, {}, "nothing reads this file", "the parameters of a module", nearest_name(module, modules));
  }
  check_columns(binding);
}

}  // namespace thermidor::scenario
