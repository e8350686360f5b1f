// The charts of the page, each an inline SVG with a title for screen readers.
#pragma once

#include <string>
#include <vector>

#include "report/person_colours.hpp"
#include "report/report_input.hpp"

namespace thermidor::report {

// One series over time: 50 % and 90 % bands and the median of each arm, recorded values as points with their ranges.
std::string fan_chart(const Fan& fan, Month fork, bool paired);

// Differences with their intervals, each on a scale of its own interval's reach around zero.
std::string effect_chart(const std::vector<OutcomeRow>& outcomes);

// The chief bureau over time: one row a leader, colour by the head of his bloc, a dark edge where the bloc rules, full seats
// solid, candidates pale, dots for rungs of sanction.
std::string bureau_chart(const ArmStory& story, const PersonColours& colours, const std::string& title,
                         const ReportInput& input);

// Shares of endings in both arms.
std::string endings_chart(const std::vector<EndingShare>& endings, bool paired);

// A roll call as a half circle: for at the left, abstained in the middle, against at the right.
std::string hemicycle(const RollCall& call);

}  // namespace thermidor::report
