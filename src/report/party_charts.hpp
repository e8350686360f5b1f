// The pictures of the party. Each renders as nothing where there is nothing to show.
#pragma once

#include <string>
#include <vector>

#include "report/person_colours.hpp"
#include "report/report_input.hpp"

namespace thermidor::report {

// Who stood on which rung when: a row for everybody who was ever punished, darker the higher the rung.
std::string ladder_chart(const ArmStory& story, const std::string& title, Month start, Month end, Month fork);

// One pyramid of generations a year, all on one scale.
std::string pyramid_chart(const std::vector<PyramidYear>& years, const std::vector<std::string>& generations,
                          const std::string& title, double most);

// Patrons by provinces: the larger the square, the greater the share of the province's officials who are his men.
std::string patronage_chart(const PatronageYear& year, const PersonColours& colours, const std::string& title);

// A roll call with its half circle of seats.
std::string division_figure(const RollCall& call);

// A folded page for each person.
std::string dossier_list(const PartyPictures& party, const PersonColours& colours, bool paired);

}  // namespace thermidor::report
