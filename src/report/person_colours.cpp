#include "report/person_colours.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace thermidor::report {
namespace {

// Told apart by lightness as well as by hue; none is that of an arm.
constexpr std::array<const char*, 11> kPalette = {"#9d2f2f", "#1f6f5c", "#c98b2f", "#7a4f9a", "#4f7fd0", "#8a8a1f",
                                                  "#d0708f", "#5b3a1e", "#49a3a0", "#b3a0d8", "#2f3f7f"};
const std::string kGrey = "#a39e93";
const std::string kNobody;

}  // namespace

PersonColours::PersonColours(const ReportInput& input) {
  std::map<std::string, double> weight;
  for (const ArmStory* story : {&input.baseline_story, &input.counterfactual_story}) {
    heads_[story] = heads_of(*story);
    for (const StandingRow& row : story->standings) weight[row.leader] += row.strength * (row.seat == 2 ? 1.5 : 1.0);
  }
  std::vector<std::pair<std::string, double>> order(weight.begin(), weight.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (std::size_t i = 0; i < order.size() && i < kPalette.size(); ++i) {
    persons_.push_back(order[i].first);
    colours_[order[i].first] = kPalette[i];
  }
}

PersonColours::Heads PersonColours::heads_of(const ArmStory& story) {
  std::map<int, std::map<std::string, double>> strength;
  for (const StandingRow& row : story.standings) {
    if (row.bloc >= 0) strength[row.bloc][row.leader] += row.strength;
  }
  Heads heads;
  for (const auto& [bloc, members] : strength) {
    heads[bloc] = std::max_element(members.begin(), members.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                  })->first;
  }
  return heads;
}

const std::string& PersonColours::of(const std::string& person) const {
  const auto found = colours_.find(person);
  return found == colours_.end() ? kGrey : found->second;
}

const std::string& PersonColours::head(const ArmStory& story, int bloc) const {
  const auto arm = heads_.find(&story);
  if (arm == heads_.end()) return kNobody;
  const auto found = arm->second.find(bloc);
  return found == arm->second.end() ? kNobody : found->second;
}

}  // namespace thermidor::report
