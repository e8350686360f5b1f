#include "scenario/find.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace thermidor::scenario {
namespace {

namespace fs = std::filesystem;

bool is_scenario(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "scenario.toml", ignored);
}

std::vector<std::string> split_list(const char* list) {
  std::vector<std::string> parts;
  std::string part;
  for (const char* c = list; c != nullptr && *c != '\0'; ++c) {
    if (*c == ':') {
      if (!part.empty()) parts.push_back(part);
      part.clear();
    } else {
      part += *c;
    }
  }
  if (!part.empty()) parts.push_back(part);
  return parts;
}

fs::path program_folder(const std::string& program) {
  std::error_code error;
  const fs::path path = program.empty() ? fs::read_symlink("/proc/self/exe", error) : fs::weakly_canonical(program, error);
  return error ? fs::path() : path.parent_path();
}

}  // namespace

std::vector<std::string> scenario_folders(const std::string& program) {
  std::vector<fs::path> candidates;
  for (const std::string& part : split_list(std::getenv("THERMIDOR_SCENARIOS"))) candidates.emplace_back(part);
  candidates.emplace_back("scenarios");
  if (const fs::path beside = program_folder(program); !beside.empty()) {
    for (const char* step :
         {"../scenarios", "../../scenarios", "../../../scenarios", "../../../../scenarios", "../share/thermidor/scenarios"})
      candidates.push_back(beside / step);
  }
#ifdef THERMIDOR_SCENARIO_SOURCE
  candidates.emplace_back(THERMIDOR_SCENARIO_SOURCE);
#endif
  std::vector<std::string> folders;
  std::error_code ignored;
  for (const fs::path& candidate : candidates) {
    const std::string folder = candidate.lexically_normal().string();
    if (fs::is_directory(candidate, ignored) && std::find(folders.begin(), folders.end(), folder) == folders.end())
      folders.push_back(folder);
  }
  return folders;
}

std::vector<std::string> list_scenarios(const std::string& program) {
  std::vector<std::string> found;
  std::vector<std::string> names;
  for (const std::string& folder : scenario_folders(program)) {
    std::vector<std::string> here;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
      if (is_scenario(entry.path())) here.push_back(entry.path().filename().string());
    }
    std::sort(here.begin(), here.end());
    for (const std::string& name : here) {
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      names.push_back(name);
      found.push_back((fs::path(folder) / name).string());
    }
  }
  return found;
}

Result<std::string> find_scenario(const std::string& name, const std::string& program) {
  const fs::path path(name);
  if (!name.empty() && is_scenario(path)) return name;
  if (path.filename() == "scenario.toml" && is_scenario(path.parent_path().empty() ? "." : path.parent_path())) {
    return path.parent_path().empty() ? std::string(".") : path.parent_path().string();
  }
  const std::vector<std::string> found = list_scenarios(program);
  std::vector<std::string> names;
  for (const std::string& folder : found) {
    names.push_back(fs::path(folder).filename().string());
    if (names.back() == name) return folder;
  }
  if (name.empty() && found.size() == 1) return found[0];
  std::string places;
  for (const std::string& folder : scenario_folders(program)) places += (places.empty() ? "" : ", ") + folder;
  Diagnostic fault;
  fault.message = name.empty() ? "no scenario is named and there is not exactly one" : "no scenario '" + name + "'";
  fault.expected = "a folder with scenario.toml, or the name of one in " + (places.empty() ? "THERMIDOR_SCENARIOS" : places);
  fault.suggestion = nearest_name(name, names);
  return fault;
}

}  // namespace thermidor::scenario
