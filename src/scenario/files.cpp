#include "scenario/files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace thermidor::scenario {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> toml_files(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::optional<Document> read_noted(const fs::path& path, Diagnostics& diagnostics) {
  Result<Document> document = read_document(path.string());
  if (document) return std::move(document).value();
  diagnostics.insert(diagnostics.end(), document.diagnostics().begin(), document.diagnostics().end());
  return std::nullopt;
}

std::string read_text(const fs::path& path, Diagnostics& diagnostics) {
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.good() && !stream.eof()) diagnostics.push_back(fault_at(path.string(), {}, "cannot read the file"));
  return text;
}

}  // namespace

Files read_files(const std::string& folder) {
  Files files;
  files.folder = files.binding.folder = folder;
  Diagnostics& diagnostics = files.binding.diagnostics;
  const fs::path root(folder);
  std::error_code ignored;
  files.info = read_noted(root / "scenario.toml", diagnostics);
  if (fs::exists(root / "chronicle.toml", ignored)) files.chronicle = read_noted(root / "chronicle.toml", diagnostics);
  if (fs::exists(root / "claims.toml", ignored)) files.claims = read_noted(root / "claims.toml", diagnostics);
  for (const fs::path& path : toml_files(root / "parameters")) {
    std::optional<Document> document = read_noted(path, diagnostics);
    if (document) {
      files.parameters.emplace(path.stem().string(), std::move(*document));
    } else {
      files.broken_parameters.push_back(path.stem().string());
    }
  }
  for (const fs::path& path : toml_files(root / "tables")) {
    std::optional<Document> document = read_noted(path, diagnostics);
    const std::string name = path.stem().string();
    if (name == "checks") {
      files.checks = std::move(document);
    } else if (document) {
      files.binding.tables.emplace(name, std::move(*document));
    } else {
      files.binding.broken_tables.insert(name);
    }
  }
  for (const fs::path& path : toml_files(root / "questions")) {
    if (std::optional<Document> document = read_noted(path, diagnostics)) files.questions.push_back(std::move(*document));
  }
  for (const fs::path& path : toml_files(root / "contrasts")) {
    if (std::optional<Document> document = read_noted(path, diagnostics)) files.contrasts.push_back(std::move(*document));
  }
  for (const fs::path& path : toml_files(root / "designs")) {
    if (std::optional<Document> document = read_noted(path, diagnostics)) files.designs.push_back(std::move(*document));
  }
  const fs::path calibration = root / "calibration";
  if (fs::exists(calibration / "priors.toml", ignored)) files.priors = read_noted(calibration / "priors.toml", diagnostics);
  if (fs::exists(calibration / "posterior.csv", ignored))
    files.posterior = read_text(calibration / "posterior.csv", diagnostics);
  collect_names(files.binding);
  return files;
}

}  // namespace thermidor::scenario
