// Contrasts carried out as JSON text, for programs.
#pragma once

#include <string>

#include "experiment/contrasts.hpp"
#include "experiment/to_json.hpp"

namespace thermidor::experiment {

std::string contrasts_json(const ScenarioStamp& stamp, const RunRequest& request, int seeds, const ContrastReport& report);

}  // namespace thermidor::experiment
