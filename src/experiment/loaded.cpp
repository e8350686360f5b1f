#include "experiment/loaded.hpp"

#include <algorithm>
#include <filesystem>

#include "scenario/find.hpp"

namespace thermidor::experiment {
namespace {

Diagnostic refused(std::string message, std::string expected, std::string suggestion = {}) {
  Diagnostic diagnostic;
  diagnostic.file = "thermidor";
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  diagnostic.suggestion = std::move(suggestion);
  return diagnostic;
}

void append(Diagnostics& all, const Diagnostics& more) { all.insert(all.end(), more.begin(), more.end()); }

bool is_file(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

bool looks_like_path(const std::string& text) { return text.ends_with(".toml") || text.find('/') != std::string::npos; }

// A month given by the user that must lie in the scenario; `otherwise` when none was given.
Month read_month(const std::string& text, const char* option, const ScenarioInfo& info, Month otherwise, Diagnostics& faults) {
  if (text.empty()) return otherwise;
  const std::optional<Month> month = parse_month(text);
  const std::string expected = "a month from " + format_month(info.start) + " to " + format_month(info.end) + ", as YYYY-MM";
  if (!month) {
    faults.push_back(refused(std::string(option) + " is '" + text + "'", expected));
    return otherwise;
  }
  if (*month < info.start || *month > info.end) {
    faults.push_back(refused(std::string(option) + " " + text + " lies outside the scenario", expected));
    return otherwise;
  }
  return *month;
}

// The last month may lie beyond the record.
Month read_last(const std::string& text, ScenarioInfo info, Diagnostics& faults) {
  const Month end = info.end;
  info.end = end + 12 * scenario::kMostYearsBeyond;
  return read_month(text, "--until", info, end, faults);
}

// The chronicle may decide until the month after the last, where there is one.
Month read_history_until(const std::string& text, const scenario::Scenario& scenario, Diagnostics& faults) {
  const ScenarioInfo& info = scenario.params.scenario;
  if (!text.empty() && scenario.chronicle.empty()) {
    faults.push_back(refused("--history-until is '" + text + "', but the scenario records no decisions",
                             "chronicle.toml in its folder, or no --history-until"));
    return Month{};
  }
  if (!text.empty() && parse_month(text) == info.end.next()) return info.end.next();
  return read_month(text, "--history-until", info, Month{}, faults);
}

ParameterDraws read_draws(const RunRequest& request, const scenario::Posterior& posterior, Diagnostics& faults) {
  ParameterDraws draws;
  draws.jitter = request.jitter;
  const bool usual = request.parameters == "usual";
  if (request.parameters == "posterior" && posterior.empty()) {
    faults.push_back(
        refused("the scenario has no posterior",
                "calibration/posterior.csv in its folder (thermidor calibrate makes one), or --parameters stored"));
  } else if (usual || request.parameters == "posterior") {
    draws.posterior = posterior;
  } else if (request.parameters != "stored") {
    faults.push_back(refused("--parameters is '" + request.parameters + "'", "stored or posterior"));
  }
  return draws;
}

// Weights of the explanations by the id of a preset.
void take_explanations(const std::string& id, party::Params& params, Diagnostics& faults) {
  if (id == "modelled") return;
  std::vector<std::string> ids{"modelled"};
  for (const party::PresetRow& row : params.presets) {
    if (row.id == id) {
      params.explanations = row.weights();
      return;
    }
    ids.push_back(row.id);
  }
  std::string known;
  for (const std::string& one : ids) known += (known.empty() ? "" : ", ") + one;
  faults.push_back(refused("no preset of explanations '" + id + "'", "one of " + known + " (see: thermidor list presets)",
                           nearest_name(id, ids)));
}

}  // namespace

bool read_outside(std::string_view word, society::OutsideMode& mode) {
  if (word == "recorded") return mode = society::OutsideMode::recorded, true;
  if (word == "drawn") return mode = society::OutsideMode::drawn, true;
  return false;
}

bool read_traits(std::string_view word, party::TraitPreset& preset) {
  if (word == "as-given") return preset = party::TraitPreset::as_given, true;
  if (word == "prior") return preset = party::TraitPreset::prior, true;
  if (word == "neutral") return preset = party::TraitPreset::neutral, true;
  if (word == "permuted") return preset = party::TraitPreset::permuted, true;
  return false;
}

Result<scenario::Scenario> load_scenario_named(const std::string& name) {
  Result<std::string> folder = scenario::find_scenario(name);
  if (!folder) return folder.diagnostics();
  return scenario::load_scenario(folder.value());
}

Result<std::vector<Act>> read_acts_given(const std::vector<std::string>& given, const scenario::Names& names,
                                         const std::vector<Act>& beside) {
  std::vector<Act> acts;
  Diagnostics faults;
  std::size_t number = 0;
  for (const std::string& text : given) {
    ++number;
    if (!is_file(text) && looks_like_path(text) && text.find('@') == std::string::npos) {
      faults.push_back(refused("no file '" + text + "'", "a file of [[do]] tables, or an act in one line"));
    } else if (!is_file(text)) {
      Result<Act> act = scenario::parse_act_line(text, names, given.size() > 1 ? "--do " + std::to_string(number) : "--do");
      append(faults, act.diagnostics());
      if (act) acts.push_back(std::move(act).value());
    } else {
      const Result<scenario::Document> document = scenario::read_document(text);
      append(faults, document.diagnostics());
      if (!document) continue;
      Result<std::vector<Act>> list = scenario::read_acts(document.value(), names);
      append(faults, list.diagnostics());
      if (list && list.value().empty()) faults.push_back(refused(text + " holds no act", "[[do]] tables"));
      if (list) acts.insert(acts.end(), list.value().begin(), list.value().end());
    }
  }
  std::vector<Act> all = beside;
  all.insert(all.end(), acts.begin(), acts.end());
  append(faults, scenario::find_contradictions(all, names));
  if (has_errors(faults)) return faults;
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  return {std::move(acts), std::move(faults)};
}

Result<scenario::Question> find_question(const scenario::Scenario& scenario, const std::string& name_or_path) {
  if (const scenario::Question* question = scenario.find_question(name_or_path)) return *question;
  // "c39" as well, unless it is a file.
  std::string upper = name_or_path;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const scenario::Question* const meant = scenario.find_question(upper);
  if (meant != nullptr && !is_file(name_or_path)) return *meant;
  if (is_file(name_or_path)) {
    const Result<scenario::Document> document = scenario::read_document(name_or_path);
    if (!document) return document.diagnostics();
    Diagnostics faults = document.diagnostics();
    scenario::Question question = scenario::read_question(document.value(), scenario.names, scenario.vocabulary, faults);
    if (has_errors(faults)) return faults;
    return {std::move(question), std::move(faults)};
  }
  std::vector<std::string> ids;
  for (const scenario::Question& question : scenario.questions) ids.push_back(question.id);
  return refused("no question '" + name_or_path + "'",
                 "an id from 'thermidor list questions --scenario " + scenario.params.scenario.key + "', or a file",
                 nearest_name(name_or_path, ids));
}

Month recorded_until(const scenario::Scenario& scenario, Month month) { return scenario.chronicle.empty() ? Month{} : month; }

std::vector<std::string> act_lines(const std::vector<Act>& acts, const scenario::Names& names) {
  std::vector<std::string> lines;
  for (const Act& act : acts) lines.push_back(scenario::format_act(act, names));
  return lines;
}

void take_drawn_constants(LoadedRun& run) {
  if (std::optional<Params> own = run.draws.of_member(run.scenario.params, run.setup.seed))
    run.scenario.params = std::move(*own);
}

Result<LoadedRun> load_run(const RunRequest& request) {
  Result<scenario::Scenario> loaded = load_scenario_named(request.scenario);
  if (!loaded) return loaded.diagnostics();
  Diagnostics faults = loaded.diagnostics();
  LoadedRun run;
  run.scenario = std::move(loaded).value();
  run.roster = roster_of(run.scenario.params);
  const ScenarioInfo& info = run.scenario.params.scenario;
  run.setup.seed = request.seed;
  run.setup.sample = request.sample;
  if (!read_outside(request.outside, run.setup.outside)) {
    faults.push_back(refused("--outside is '" + request.outside + "'", "recorded or drawn"));
  }
  if (!read_traits(request.traits, run.setup.traits)) {
    faults.push_back(refused("--traits is '" + request.traits + "'", "as-given, prior, neutral or permuted"));
  }
  run.setup.one_by_one = request.party_members == "all";
  if (request.party_members != "all" && request.party_members != "strata") {
    faults.push_back(refused("--party-members is '" + request.party_members + "'", "strata or all"));
  }
  take_explanations(request.explanations, run.scenario.params.party, faults);
  run.draws = read_draws(request, run.scenario.calibration.posterior, faults);
  run.last = read_last(request.until, info, faults);
  // Acts may fall wherever months are played.
  if (run.last > info.end) run.scenario.names.end = run.last;
  run.agenda.history_until = read_history_until(request.history_until, run.scenario, faults);
  run.agenda.chronicle = run.scenario.chronicle;
  Result<std::vector<Act>> acts = read_acts_given(request.acts, run.scenario.names, run.scenario.acts);
  append(faults, acts.diagnostics());
  if (has_errors(faults)) return faults;
  run.act_lines = act_lines(acts.value(), run.scenario.names);
  run.agenda.acts = run.scenario.acts;
  for (Act& act : std::move(acts).value()) run.agenda.acts.push_back(std::move(act));
  std::stable_sort(run.agenda.acts.begin(), run.agenda.acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  return {std::move(run), std::move(faults)};
}

}  // namespace thermidor::experiment
