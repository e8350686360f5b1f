#include "economy/report_industry.hpp"

#include <string>

#include "core/quantity.hpp"

namespace thermidor::economy {
namespace {

constexpr int kYearBegins = 10;         // the economic year opens in October
constexpr double kTellGap = 0.03;       // of a target that plant and stores cannot give, from which it is told
constexpr double kTellLoss = 0.04;      // of output
constexpr std::int32_t kTellAfter = 3;  // months

std::string percent(double share) { return std::to_string(whole(share * 100 + 0.5)) + " %"; }

std::string year_name(Month month) {
  const int next = (month.year() + 1) % 100;
  return std::to_string(month.year()) + "/" + (next < 10 ? "0" : "") + std::to_string(next);
}

// Branches whose plant, sites and stores cannot give what the plan of the year asks, with the share that can be had.
std::string missing_branches(const BranchState& branches, const Params& params) {
  std::string gaps;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (params.branches[b].weight <= 0 || branches.slack[b] > -kTellGap) continue;
    gaps += (gaps.empty() ? "" : ", ") + params.branches[b].title + " " + percent(1 + branches.slack[b]);
  }
  return gaps;
}

std::string plan_title(const std::string& gaps, Month month) {
  const std::string plan = "plan for " + year_name(month);
  if (gaps.empty()) return "The balances of the " + plan + " close";
  return "The " + plan + " cannot be carried out; of what it asks can be had: " + gaps;
}

}  // namespace

void report_industry(const State& state, const Params& params, Month month, Records& records) {
  if (!records.keep_details) return;
  const BranchState& branches = state.branches;
  const LeaderId nobody;
  if (month.month() == kYearBegins) {
    const std::string gaps = missing_branches(branches, params);
    const double weight = gaps.empty() ? 0.1 : 0.2;
    records.events.push_back({month, "plan", plan_title(gaps, month), nobody, nobody, weight, "S13 M028"});
  }
  if (branches.chief_months == kTellAfter && branches.chief_lost > kTellLoss) {
    const std::string cause = kCauseNames[static_cast<std::size_t>(branches.chief)];
    const std::string title = "Industry is held back by " + cause + ": " + percent(branches.chief_lost) + " of its output";
    records.events.push_back({month, "bottleneck", title, nobody, nobody, 0.15, "S02 S03"});
  }
}

}  // namespace thermidor::economy
