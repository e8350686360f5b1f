// The sections of the page in the order in which people read: the answer, the effects, the grain, the
// scissors, the regions, accumulation, the country, the party, the endings,
// the story, the dossiers, what cannot be told, how to repeat it, the sources. An empty section renders as nothing.
#pragma once

#include <string>

#include "report/report_input.hpp"

namespace thermidor::report {

std::string answer_section(const ReportInput& input);
std::string effects_section(const ReportInput& input);
std::string grain_section(const ReportInput& input);
std::string scissors_section(const ReportInput& input);
std::string regions_section(const ReportInput& input);
std::string accumulation_section(const ReportInput& input);
std::string bands_section(const ReportInput& input);
std::string series_section(const ReportInput& input);
std::string party_sections(const ReportInput& input);  // bureau, divisions, falls, patronage, generations
std::string dossier_section(const ReportInput& input);
std::string endings_section(const ReportInput& input);
std::string story_section(const ReportInput& input);
std::string checks_section(const ReportInput& input);
std::string limits_section(const ReportInput& input);
std::string repeat_section(const ReportInput& input);
std::string sources_section(const ReportInput& input);

}  // namespace thermidor::report
