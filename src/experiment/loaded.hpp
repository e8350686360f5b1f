// From a request to everything a run needs: scenario, acts and horizon read, checked and resolved.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "experiment/parameter_draws.hpp"
#include "experiment/request.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "scenario/acts.hpp"
#include "scenario/scenario.hpp"

namespace thermidor::experiment {

struct LoadedRun {
  scenario::Scenario scenario;
  Roster roster;
  RunSetup setup;
  Agenda agenda;
  Month last;
  std::vector<std::string> act_lines;
  ParameterDraws draws;  // constants of the runs, as asked for; none: the stored ones
};

// Finds and loads the scenario of this name or path.
Result<scenario::Scenario> load_scenario_named(const std::string& name);

// All that is wrong with the request, at once.
Result<LoadedRun> load_run(const RunRequest& request);

// Gives a single run the constants that its seed draws.
void take_drawn_constants(LoadedRun& run);

// Acts from files of [[do]] tables and from single lines, sorted by month.
Result<std::vector<Act>> read_acts_given(const std::vector<std::string>& given, const scenario::Names& names,
                                         const std::vector<Act>& beside = {});

// A question of the scenario, or of a file outside it.
Result<scenario::Question> find_question(const scenario::Scenario& scenario, const std::string& name_or_path);

// The words of --outside and --traits.
bool read_outside(std::string_view word, society::OutsideMode& mode);
bool read_traits(std::string_view word, party::TraitPreset& preset);

// The month until which the record decides, if it is asked to until this one: where there is none the months before are free
// too.
Month recorded_until(const scenario::Scenario& scenario, Month month);

// One line per act.
std::vector<std::string> act_lines(const std::vector<Act>& acts, const scenario::Names& names);

}  // namespace thermidor::experiment
