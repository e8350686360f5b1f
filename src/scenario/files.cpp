#include "scenario/files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "scenario/extend.hpp"

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

std::optional<Document> read_if_there(const fs::path& path, Diagnostics& diagnostics) {
  std::error_code ignored;
  return fs::exists(path, ignored) ? read_noted(path, diagnostics) : std::nullopt;
}

std::vector<Document> read_folder(const fs::path& folder, Diagnostics& diagnostics) {
  std::vector<Document> documents;
  for (const fs::path& path : toml_files(folder)) {
    if (std::optional<Document> document = read_noted(path, diagnostics)) documents.push_back(std::move(*document));
  }
  return documents;
}

std::string read_text(const fs::path& path, Diagnostics& diagnostics) {
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.good() && !stream.eof()) diagnostics.push_back(fault_at(path.string(), {}, "cannot read the file"));
  return text;
}

void read_parameters(const fs::path& folder, bool complete, Files& files) {
  ParameterLayer layer;
  layer.complete = complete;
  for (const fs::path& path : toml_files(folder)) {
    std::optional<Document> document = read_noted(path, files.binding.diagnostics);
    if (document) {
      layer.files.emplace(path.stem().string(), std::move(*document));
    } else {
      layer.broken.push_back(path.stem().string());
    }
  }
  files.layers.push_back(std::move(layer));
}

// A table that is given takes the place of the whole table that it extends.
void read_tables(const fs::path& folder, Files& files) {
  for (const fs::path& path : toml_files(folder)) {
    std::optional<Document> document = read_noted(path, files.binding.diagnostics);
    const std::string name = path.stem().string();
    if (name == "checks") {
      files.checks = std::move(document);
    } else if (document) {
      files.binding.tables.insert_or_assign(name, std::move(*document));
    } else {
      files.binding.broken_tables.insert(name);
    }
  }
}

// What a scenario does not hand on: what is asked of it and what it is fitted to.
void read_own(const fs::path& root, Files& files) {
  Diagnostics& diagnostics = files.binding.diagnostics;
  files.claims = read_if_there(root / "claims.toml", diagnostics);
  files.claim_signs = read_if_there(root / "claim_signs.toml", diagnostics);
  files.forecasts = read_if_there(root / "forecasts.toml", diagnostics);
  files.verdicts = read_if_there(root / "verdicts.toml", diagnostics);
  files.questions = read_folder(root / "questions", diagnostics);
  files.contrasts = read_folder(root / "contrasts", diagnostics);
  files.designs = read_folder(root / "designs", diagnostics);
  files.priors = read_if_there(root / "calibration" / "priors.toml", diagnostics);
}

void read_layer(const fs::path& root, std::size_t depth, Files& files) {
  constexpr std::size_t kDeepest = 4;
  Diagnostics& diagnostics = files.binding.diagnostics;
  std::optional<Document> info = read_noted(root / "scenario.toml", diagnostics);
  const Base base = info ? find_base(*info, root, diagnostics) : Base{};
  if (info && !base.folder.empty() && depth == kDeepest) {
    diagnostics.push_back(fault_at(info->file, base.place, "a chain of more than four scenarios", "one that extends none"));
  } else if (!base.folder.empty()) {
    read_layer(base.folder, depth + 1, files);
  }
  if (info) take_over_info(*info, files.info);
  std::error_code ignored;
  if (fs::exists(root / "chronicle.toml", ignored)) files.chronicle = read_noted(root / "chronicle.toml", diagnostics);
  read_parameters(root / "parameters", base.none(), files);
  read_tables(root / "tables", files);
  if (info) take_parts(*info, files);
  const fs::path posterior = root / "calibration" / "posterior.csv";
  if (fs::exists(posterior, ignored)) {
    files.posterior = read_text(posterior, diagnostics);
    files.posterior_file = posterior.string();
  }
  if (depth == 0) read_own(root, files);
}

}  // namespace

Files read_files(const std::string& folder) {
  Files files;
  files.folder = files.binding.folder = folder;
  read_layer(folder, 0, files);
  collect_names(files.binding);
  return files;
}

}  // namespace thermidor::scenario
