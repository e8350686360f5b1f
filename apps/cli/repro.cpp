// thermidor repro: is what a manifest describes still what comes out?
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
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

// How a text compares with the digest that the manifest notes for it.
enum class State : std::uint8_t { same, changed, missing, not_looked_at };

struct FileVerdict {
  std::string name;
  State on_disk = State::not_looked_at;
  State recomputed = State::missing;
  std::string what;  // which of the two differs from the manifest, and how

  bool same() const { return recomputed == State::same && (on_disk == State::same || on_disk == State::not_looked_at); }
};

struct Verdict {
  std::vector<FileVerdict> files;
  std::vector<std::string> unnamed;  // files that come out and that the manifest does not name
  std::string digest;                // of the results, recomputed
  bool digest_same = false;
  bool folder_seen = false;  // whether the files on disk were looked at

  bool same() const {
    return digest_same && unnamed.empty() &&
           std::all_of(files.begin(), files.end(), [](const FileVerdict& file) { return file.same(); });
  }
};

State compare_digest(const std::optional<std::string>& text, const std::string& digest) {
  if (!text) return State::missing;
  Digest own;
  own.add_text(*text);
  return format_digest(own.value()) == digest ? State::same : State::changed;
}

std::string explain(const FileVerdict& verdict, const std::optional<std::string>& old,
                    const std::optional<std::string>& fresh) {
  if (verdict.same()) return {};
  if (verdict.recomputed == State::same)
    return verdict.on_disk == State::missing
               ? "the file on disk is missing; recomputed it is as the manifest says"
               : fmt::format("the file on disk has been changed, from line {} on; recomputed it is as the manifest says",
                             experiment::first_differing_line(*old, *fresh));
  if (verdict.recomputed == State::missing) return "it is not written any more when recomputed";
  if (!old)
    return verdict.on_disk == State::missing ? "recomputed it differs from the manifest; the file on disk is missing"
                                             : "recomputed it differs from the manifest";
  const std::size_t line = experiment::first_differing_line(*old, *fresh);
  if (line == 0) return "the manifest's digest is wrong: the file on disk and the recomputed one are equal, and have another";
  return verdict.on_disk == State::same
             ? fmt::format("recomputed it differs from the manifest and from the file on disk, from line {} on", line)
             : fmt::format("manifest, file on disk and recomputed file all differ; the latter two from line {} on", line);
}

// The file made anew and, where the folder is looked at, the one that lies there, both against the digest noted.
FileVerdict compare_file(const Manifest& manifest, const experiment::ManifestFile& file, const fs::path& made, bool look) {
  const std::optional<std::string> fresh = read_text(made / file.name);
  const std::optional<std::string> old = look ? read_text(fs::path(manifest.folder) / file.name) : std::nullopt;
  FileVerdict verdict{
      file.name, look ? compare_digest(old, file.digest) : State::not_looked_at, compare_digest(fresh, file.digest), {}};
  verdict.what = explain(verdict, old, fresh);
  return verdict;
}

// A manifest that was handed over alone has no files beside it; a folder must have them all.
bool has_files(const ReproOptions& options, const Manifest& manifest) {
  std::error_code ignored;
  return fs::is_directory(options.manifest, ignored) ||
         std::any_of(manifest.files.begin(), manifest.files.end(), [&](const experiment::ManifestFile& file) {
           return fs::exists(fs::path(manifest.folder) / file.name, ignored);
         });
}

Verdict compare_all(const ReproOptions& options, const Manifest& manifest, const Manifest& fresh, const fs::path& made) {
  Verdict verdict;
  verdict.folder_seen = has_files(options, manifest);
  verdict.digest = fresh.digest;
  verdict.digest_same = fresh.digest == manifest.digest;
  for (const experiment::ManifestFile& file : manifest.files)
    verdict.files.push_back(compare_file(manifest, file, made, verdict.folder_seen));
  for (const experiment::ManifestFile& file : fresh.files) {
    if (std::none_of(manifest.files.begin(), manifest.files.end(),
                     [&file](const experiment::ManifestFile& named) { return named.name == file.name; }))
      verdict.unnamed.push_back(file.name);
  }
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

const char* state_word(State state) {
  constexpr const char* kWords[] = {"as the manifest says", "changed", "missing", "not looked at"};
  return kWords[static_cast<std::size_t>(state)];
}

std::string verdict_json(const Manifest& manifest, const Verdict& verdict) {
  Json json = {{"schema", "thermidor-repro-1"},        {"engine", engine_name()},    {"engine_then", manifest.engine},
               {"command", manifest.command},          {"digest", manifest.digest},  {"digest_recomputed", verdict.digest},
               {"files_on_disk", verdict.folder_seen}, {"identical", verdict.same()}};
  json["files"] = Json::array();
  for (const FileVerdict& file : verdict.files)
    json["files"].push_back({{"name", file.name},
                             {"identical", file.same()},
                             {"on_disk", state_word(file.on_disk)},
                             {"recomputed", state_word(file.recomputed)},
                             {"what", file.what}});
  json["not_in_manifest"] = verdict.unnamed;
  return json.dump(2);
}

void print_same(const Terminal& terminal, const Manifest& manifest, const Verdict& verdict) {
  const std::string text =
      verdict.folder_seen
          ? fmt::format(
                "Identical: recomputed, all {} files come out byte for byte as the manifest says, and so do those on disk "
                "in {}; the digest of the results is the manifest's.",
                verdict.files.size(), manifest.folder.empty() ? "this folder" : manifest.folder)
          : fmt::format(
                "Identical: recomputed, all {} files and the digest of the results come out byte for byte as the "
                "manifest says. No files lie beside it to be compared.",
                verdict.files.size());
  terminal.print(wrap(text, terminal.width()));
}

void print_differences(const Terminal& terminal, const Manifest& manifest, const Verdict& verdict) {
  const auto item = [&terminal](const std::string& text) { terminal.print(wrap("- " + text, terminal.width(), 2)); };
  terminal.print("Not identical.");
  if (manifest.engine != engine_name())
    terminal.print(fmt::format("The folder was made by {}; this is {}.", manifest.engine, engine_name()));
  bool recomputed = !verdict.digest_same;
  if (!verdict.digest_same)
    item(fmt::format("digest of the results: the manifest says {}, recomputed it is {}", manifest.digest, verdict.digest));
  for (const FileVerdict& file : verdict.files) {
    if (!file.same()) item(fmt::format("{}: {}", file.name, file.what));
    recomputed = recomputed || file.recomputed != State::same;
  }
  for (const std::string& name : verdict.unnamed)
    item(fmt::format("{}: it comes out, and the manifest does not name it", name));
  terminal.print(wrap(recomputed ? "Where two runs part, month, phase and field: thermidor diff FOLDER 'OPTIONS'."
                                 : "The manifest holds; only the files on disk do not.",
                      terminal.width()));
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
  const Result<Manifest> fresh = experiment::load_manifest(scratch.path().string());
  if (!fresh) return refuse(terminal, fresh.diagnostics(), options.json);
  const Verdict verdict = compare_all(options, manifest, fresh.value(), scratch.path());
  if (options.json) {
    terminal.print(verdict_json(manifest, verdict));
  } else if (verdict.same()) {
    print_same(terminal, manifest, verdict);
  } else {
    print_differences(terminal, manifest, verdict);
  }
  return verdict.same() ? kOk : kCheckFailed;
}

}  // namespace thermidor::cli
