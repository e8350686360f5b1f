#include "scenario/scenario.hpp"

#include <algorithm>
#include <map>

#include "core/digest.hpp"
#include "model/parameter_paths.hpp"
#include "scenario/acts.hpp"
#include "scenario/check_tables.hpp"
#include "scenario/files.hpp"
#include "society/outside.hpp"

namespace thermidor::scenario {
namespace {

void read_chronicle(const Document& document, Scenario& scenario, Diagnostics& diagnostics) {
  detail::check_unknown_keys(document.root, document.file, {"do"}, "key", diagnostics);
  scenario.chronicle = read_act_list(document.root, document.file, scenario.names, diagnostics);
  for (Act& act : scenario.chronicle) {
    act.recorded = true;
    if (!act.has_trigger()) continue;
    diagnostics.push_back(fault_at(document.file, {act.line, act.column}, "a recorded decision with a condition or repetition",
                                   "one act for each date of the record"));
  }
  std::stable_sort(scenario.chronicle.begin(), scenario.chronicle.end(),
                   [](const Act& a, const Act& b) { return a.at < b.at; });
}

void read_questions(const std::vector<Document>& documents, Scenario& scenario, Diagnostics& diagnostics) {
  for (const Document& document : documents) {
    scenario.questions.push_back(read_question(document, scenario.names, scenario.vocabulary, diagnostics));
    const Question& question = scenario.questions.back();
    const auto same = std::count_if(scenario.questions.begin(), scenario.questions.end(),
                                    [&](const Question& other) { return other.id == question.id; });
    if (same > 1)
      diagnostics.push_back(
          fault_at(document.file, {1, 1}, "question '" + question.id + "' is given twice", "an id of its own"));
  }
  std::stable_sort(scenario.questions.begin(), scenario.questions.end(),
                   [](const Question& a, const Question& b) { return a.id < b.id; });
}

void read_all_contrasts(const std::vector<Document>& documents, Scenario& scenario, Diagnostics& diagnostics) {
  for (const Document& document : documents) {
    for (Contrast& contrast : read_contrasts(document, scenario.names, scenario.vocabulary, diagnostics)) {
      const bool known = std::any_of(scenario.contrasts.begin(), scenario.contrasts.end(), [&](const Contrast& other) {
        return other.id == contrast.id && other.file != contrast.file;
      });
      if (known)
        diagnostics.push_back(
            fault_at(document.file, contrast.place, "contrast '" + contrast.id + "' is given twice", "an id of its own"));
      scenario.contrasts.push_back(std::move(contrast));
    }
  }
}

void read_calibration(const Files& files, Scenario& scenario, Diagnostics& diagnostics) {
  Calibration& calibration = scenario.calibration;
  if (files.priors)
    read_priors(*files.priors, scenario.names, scenario.vocabulary, scenario.checks, scenario.contrasts, calibration,
                diagnostics);
  if (files.posterior)
    calibration.posterior = read_posterior(*files.posterior, files.posterior_file, scenario.names, diagnostics);
}

// Acts that are done in every run of the scenario.
void read_own_acts(const std::vector<Document>& documents, Scenario& scenario, Diagnostics& diagnostics) {
  for (const Document& document : documents) {
    for (Act& act : read_act_list(document.root, document.file, scenario.names, diagnostics))
      scenario.acts.push_back(std::move(act));
  }
  std::stable_sort(scenario.acts.begin(), scenario.acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
}

// Of what was said twice the later layer stands.
std::vector<Provenance> keep_last(std::vector<Provenance> all) {
  std::map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < all.size(); ++i) last[all[i].name] = i;
  std::vector<Provenance> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (last[all[i].name] == i) kept.push_back(std::move(all[i]));
  }
  return kept;
}

// A country without an economy has no regions and no branches, whatever the scenario that it extends has.
void leave_out_economy(Scenario& scenario) {
  if (scenario.params.scenario.economy != 0) return;
  scenario.params.economy.regions.clear();
  scenario.params.economy.branches.clear();
  scenario.names.regions.clear();
  scenario.names.branches.clear();
  for (party::ProvinceRow& row : scenario.params.party.provinces) row.region = {};
}

std::uint64_t digest_scenario(const Scenario& scenario) {
  Digest digest;
  digest_value(digest, scenario.params);
  for (const Act& act : scenario.chronicle) digest.add_text(act.text);
  for (const Act& act : scenario.acts) digest.add_text(act.text);
  return digest.value();
}

}  // namespace

const Question* Scenario::find_question(const std::string& id) const {
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&id](const Question& question) { return question.id == id; });
  return found != questions.end() ? &*found : nullptr;
}

const Claim* Scenario::find_claim(const std::string& id) const {
  const auto found = std::find_if(claims.begin(), claims.end(), [&id](const Claim& claim) { return claim.id == id; });
  return found != claims.end() ? &*found : nullptr;
}

Result<Scenario> load_scenario(const std::string& folder) {
  Files files = read_files(folder);
  Diagnostics& diagnostics = files.binding.diagnostics;
  Scenario scenario;
  scenario.folder = folder;
  if (files.info) scenario.params.scenario = read_info(*files.info, diagnostics);
  bind_all(files, scenario.params, {"scenario"});
  check_tables(scenario.params.scenario, files.binding);
  for (const ParameterLayer& layer : files.layers) check_shares(layer.files, files.binding);

  scenario.names = files.binding.names;
  leave_out_economy(scenario);
  // Without a horizon no month is out of it.
  const ScenarioInfo& info = scenario.params.scenario;
  const bool horizon = info.start != Month{} && info.end >= info.start;
  scenario.names.start = horizon ? info.start : make_month(1, 1);
  scenario.names.end = horizon ? info.end : make_month(9999, 12);
  scenario.names.parameters = list_numbers(scenario.params);
  for (const NumberField& hazard : list_numbers(society::HazardSwitches{})) scenario.names.hazards.push_back(hazard.path);
  scenario.vocabulary = make_vocabulary(scenario.names);
  if (files.claims) scenario.claims = read_claims(*files.claims, diagnostics);
  // Acts and expressions name rows of tables: where one could not be read, their faults would only be its consequences.
  if (files.binding.broken_tables.empty()) {
    if (files.chronicle) read_chronicle(*files.chronicle, scenario, diagnostics);
    read_own_acts(files.acts, scenario, diagnostics);
    if (files.checks) scenario.checks = read_checks(*files.checks, scenario.vocabulary, diagnostics);
    const auto endings = files.binding.tables.find("endings");
    if (endings != files.binding.tables.end()) check_endings(endings->second, scenario.vocabulary, diagnostics);
    read_questions(files.questions, scenario, diagnostics);
    read_all_contrasts(files.contrasts, scenario, diagnostics);
    for (const Document& document : files.designs)
      scenario.designs.push_back(read_design(document, scenario.names, scenario.vocabulary, diagnostics));
    read_calibration(files, scenario, diagnostics);
    if (files.claim_signs)
      scenario.claim_signs = read_claim_signs(*files.claim_signs, scenario.vocabulary, scenario.claims, diagnostics);
    if (files.verdicts)
      scenario.verdicts = read_verdicts(*files.verdicts, scenario.vocabulary, scenario.questions, diagnostics);
    if (files.forecasts)
      scenario.forecasts = read_forecasts(*files.forecasts, scenario.vocabulary, scenario.names.start, diagnostics);
  }
  tidy_diagnostics(diagnostics);
  if (has_errors(diagnostics)) return std::move(diagnostics);
  scenario.provenance = keep_last(std::move(files.binding.provenance));
  scenario.digest = digest_scenario(scenario);
  return {std::move(scenario), std::move(diagnostics)};
}

}  // namespace thermidor::scenario
