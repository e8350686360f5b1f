// What became of one person in a run, and what he was made of: traits with their reasons and sources, posts, rungs, allies,
// votes, acts, what he could know. For the command and for reports.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "experiment/to_json.hpp"
#include "experiment/why.hpp"
#include "scenario/scenario.hpp"

namespace thermidor::experiment {

struct PersonDossier {
  std::string id, title;
  std::vector<std::pair<std::string, std::string>> facts;  // label, text
  std::vector<JsonTable> tables;
  JsonValues values = {};  // facts that are numbers
};

// `scenario` gives traits and their sources; acts and votes are there if the run was explained.
PersonDossier person_dossier(const RunRecord& record, const Roster& roster, const scenario::Scenario& scenario,
                             const ActTitles& titles, LeaderId person);

// The tables of the run alone, without traits.
std::vector<JsonTable> career_tables(const RunRecord& record, const Roster& roster, const ActTitles& titles, LeaderId person);

}  // namespace thermidor::experiment
