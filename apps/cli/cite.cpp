// thermidor cite: a results folder as an entry of a bibliography.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/manifest.hpp"

namespace thermidor::cli {
namespace {

using experiment::Manifest;

constexpr const char* kTitle = "Thermidor: a laboratory of counterfactual history";

std::string version_of(const Manifest& manifest) {
  const std::size_t blank = manifest.engine.find(' ');
  return blank == std::string::npos ? manifest.engine : manifest.engine.substr(blank + 1);
}

std::string what_of(const Manifest& manifest) {
  return manifest.title.empty() ? fmt::format("Run of scenario {}", manifest.scenario)
                                : fmt::format("\"{}\", scenario {}", manifest.title, manifest.scenario);
}

std::string chicago(const Manifest& manifest) {
  return fmt::format("The Thermidor project. 2026. {}. Version {}. {} (scenario digest {}, results digest {}). Made by: {}.",
                     kTitle, version_of(manifest), what_of(manifest), manifest.scenario_digest, manifest.digest,
                     manifest.command);
}

std::string bibtex(const Manifest& manifest) {
  return fmt::format(
      "@software{{thermidor-{},\n  author = {{{{The Thermidor project}}}},\n  title = {{{{{}}}}},\n  version = {{{}}},\n"
      "  year = {{2026}},\n  note = {{{}; scenario digest {}; results digest {}; made by: \\texttt{{{}}}}}\n}}",
      manifest.digest, kTitle, version_of(manifest), what_of(manifest), manifest.scenario_digest, manifest.digest,
      manifest.command);
}

std::string gost(const Manifest& manifest) {
  return fmt::format(
      "Thermidor : a laboratory of counterfactual history : [computer program] / The Thermidor project. - Version {}. "
      "- 2026. - {} : scenario digest {} : results digest {}. - Command: {}.",
      version_of(manifest), what_of(manifest), manifest.scenario_digest, manifest.digest, manifest.command);
}

}  // namespace

int execute(const CiteOptions& options, const Terminal& terminal) {
  const Result<Manifest> loaded = experiment::load_manifest(options.manifest);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const Manifest& manifest = loaded.value();
  if (options.json) {
    const nlohmann::ordered_json json = {
        {"schema", "thermidor-cite-1"}, {"chicago", chicago(manifest)}, {"bibtex", bibtex(manifest)}, {"gost", gost(manifest)}};
    terminal.print(json.dump(2));
    return kOk;
  }
  terminal.print(terminal.tint(Tone::strong, "Chicago"));
  terminal.print(wrap(chicago(manifest), terminal.width()));
  terminal.heading("BibTeX");
  terminal.print(bibtex(manifest));
  terminal.heading("GOST R 7.0.100-2018");
  terminal.print(wrap(gost(manifest), terminal.width()));
  return kOk;
}

}  // namespace thermidor::cli
