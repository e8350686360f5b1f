// thermidor repro: is what a manifest describes still what comes out?
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "command_line.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/manifest.hpp"

namespace thermidor::cli {
namespace {

namespace fs = std::filesystem;
using experiment::Manifest;
using Json = nlohmann::ordered_json;

// A folder that goes when it is no longer needed.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "thermidor-repro-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::optional<std::string> read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

struct FileVerdict {
  std::string name;
  bool same = false;
  std::string what;  // how it differs
};

// The text made anew against the digest noted, and against the old text where it still lies there.
FileVerdict compare_file(const Manifest& manifest, const experiment::ManifestFile& file, const fs::path& made) {
  FileVerdict verdict{file.name, false, {}};
  const std::optional<std::string> fresh = read_text(made / file.name);
  if (!fresh) {
    verdict.what = "is not written any more";
    return verdict;
  }
  Digest digest;
  digest.add_text(*fresh);
  verdict.same = format_digest(digest.value()) == file.digest;
  if (verdict.same) return verdict;
  const std::optional<std::string> old = read_text(fs::path(manifest.folder) / file.name);
  const std::size_t line = old ? experiment::first_differing_line(*old, *fresh) : 0;
  verdict.what = !old        ? "differs; the old file is gone"
                 : line == 0 ? "differs from its manifest, but not from the file that lies there: that was changed by hand"
                             : fmt::format("differs from line {}", line);
  return verdict;
}

// Plays the manifest's command into a folder; what it says is not shown.
int play(const Manifest& manifest, const fs::path& folder, const Terminal& terminal) {
  std::vector<std::string> words = split_words(manifest.command);
  words.emplace_back("--out");
  words.push_back(folder.string());
  std::vector<const char*> raw;
  for (const std::string& word : words) raw.push_back(word.c_str());
  const Options options = read_command_line(static_cast<int>(raw.size()), raw.data(), terminal);
  const Terminal quiet = Terminal::quiet();
  if (const auto* run = std::get_if<RunOptions>(&options)) return execute(*run, quiet);
  if (const auto* whatif = std::get_if<WhatIfOptions>(&options)) return execute(*whatif, quiet);
  if (const auto* ensemble = std::get_if<EnsembleOptions>(&options)) return execute(*ensemble, quiet);
  return kRefused;
}

std::string verdict_json(const Manifest& manifest, const std::vector<FileVerdict>& verdicts, bool same) {
  Json json = {{"schema", "thermidor-repro-1"}, {"engine", engine_name()},   {"engine_then", manifest.engine},
               {"command", manifest.command},   {"digest", manifest.digest}, {"identical", same}};
  json["files"] = Json::array();
  for (const FileVerdict& verdict : verdicts)
    json["files"].push_back({{"name", verdict.name}, {"identical", verdict.same}, {"what", verdict.what}});
  return json.dump(2);
}

}  // namespace

int execute(const ReproOptions& options, const Terminal& terminal) {
  const Result<Manifest> loaded = experiment::load_manifest(options.manifest);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const Manifest& manifest = loaded.value();
  const ScratchFolder scratch;
  if (scratch.path().empty() || play(manifest, scratch.path(), terminal) != kOk) {
    terminal.complain("thermidor: the command of the manifest could not be carried out: " + manifest.command);
    return kRunFailed;
  }
  std::vector<FileVerdict> verdicts;
  bool same = true;
  for (const experiment::ManifestFile& file : manifest.files) {
    verdicts.push_back(compare_file(manifest, file, scratch.path()));
    same = same && verdicts.back().same;
  }
  if (options.json) {
    terminal.print(verdict_json(manifest, verdicts, same));
    return same ? kOk : kCheckFailed;
  }
  if (same) {
    terminal.print(fmt::format("Identical: all {} files of {} come out byte for byte as its manifest says.", verdicts.size(),
                               manifest.folder.empty() ? "the folder" : manifest.folder));
    return kOk;
  }
  terminal.print("Not identical.");
  if (manifest.engine != engine_name())
    terminal.print(fmt::format("The folder was made by {}; this is {}.", manifest.engine, engine_name()));
  for (const FileVerdict& verdict : verdicts) {
    if (!verdict.same) terminal.print(wrap(fmt::format("- {} {}", verdict.name, verdict.what), terminal.width(), 2));
  }
  terminal.print(wrap("Where two runs part, month, phase and field: thermidor diff FOLDER 'OPTIONS'.", terminal.width()));
  return kCheckFailed;
}

}  // namespace thermidor::cli
