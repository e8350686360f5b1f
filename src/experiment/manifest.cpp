#include "experiment/manifest.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace thermidor::experiment {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

Diagnostics refused(const std::string& path, const std::string& message) {
  return {{path, 0, 0, message, "the results folder of a run or a question, or the manifest.json in it", {}, Severity::error}};
}

std::string text_at(const Json& json, const char* key) {
  return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

}  // namespace

Result<Manifest> load_manifest(const std::string& path) {
  std::error_code ignored;
  const fs::path file = fs::is_directory(path, ignored) ? fs::path(path) / "manifest.json" : fs::path(path);
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return refused(file.string(), "cannot be read");
  const Json json = Json::parse(stream, nullptr, false);
  if (json.is_discarded() || !json.is_object() || text_at(json, "schema") != "thermidor-manifest-1")
    return refused(file.string(), "is no manifest of thermidor (schema thermidor-manifest-1)");
  Manifest manifest;
  manifest.folder = file.parent_path().string();
  manifest.engine = text_at(json, "engine");
  manifest.scenario = text_at(json, "scenario");
  manifest.scenario_digest = text_at(json, "scenario_digest");
  manifest.kind = text_at(json, "kind");
  manifest.design = text_at(json, "design");
  manifest.command = text_at(json, "command");
  manifest.digest = text_at(json, "digest");
  manifest.extrapolated_from = text_at(json, "extrapolated_from");
  // A question's answer stands in a part of its own.
  if (json.contains("result") && json["result"].is_object()) {
    manifest.title = text_at(json["result"], "title");
    manifest.digest = text_at(json["result"], "digest");
    manifest.extrapolated_from = text_at(json["result"], "extrapolated_from");
  }
  if (json.contains("files") && json["files"].is_array()) {
    for (const Json& entry : json["files"]) {
      if (entry.is_object()) manifest.files.push_back({text_at(entry, "name"), text_at(entry, "digest")});
    }
  }
  if (manifest.command.empty()) return refused(file.string(), "does not say by which command the folder was made");
  return manifest;
}

std::size_t first_differing_line(const std::string& first, const std::string& second) {
  if (first == second) return 0;
  const auto [a, b] = std::mismatch(first.begin(), first.end(), second.begin(), second.end());
  return static_cast<std::size_t>(std::count(first.begin(), a, '\n')) + 1;
}

}  // namespace thermidor::experiment
