#include "economy/report_industry.hpp"

#include <string>

namespace thermidor::economy {
namespace {

constexpr int kYearBegins = 10;         // the economic year opens in October
constexpr double kTellGap = 0.03;       // of a target that plant and stores cannot give, from which it is told
constexpr double kTellLoss = 0.04;      // of output
constexpr std::int32_t kTellAfter = 3;  // months

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %"; }

std::string year_name(Month month) {
  const int next = (month.year() + 1) % 100;
  return std::to_string(month.year()) + "/" + (next < 10 ? "0" : "") + std::to_string(next);
}

EventRecord plan_event(const State& state, const Params& params, Month month) {
  const BranchState& branches = state.branches;
  std::string gaps;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (params.branches[b].weight <= 0 || branches.slack[b] > -kTellGap) continue;
    gaps += (gaps.empty() ? "" : ", ") + params.branches[b].title + " " + percent(1 + branches.slack[b]);
  }
  EventRecord event;
  event.month = month;
  event.kind = "plan";
  event.title = gaps.empty()
                    ? "The balances of the plan for " + year_name(month) + " close"
                    : "The plan for " + year_name(month) + " cannot be carried out; of what it asks can be had: " + gaps;
  event.weight = gaps.empty() ? 0.1 : 0.2;
  event.claim = "S13 M028";
  return event;
}

EventRecord bottleneck_event(const State& state, Month month) {
  const BranchState& branches = state.branches;
  EventRecord event;
  event.month = month;
  event.kind = "bottleneck";
  event.title = std::string("Industry is held back by ") + kCauseNames[static_cast<std::size_t>(branches.chief)] + ": " +
                percent(branches.chief_lost) + " of its output";
  event.weight = 0.15;
  event.claim = "S02 S03";
  return event;
}

}  // namespace

void report_industry(const State& state, const Params& params, Month month, Records& records) {
  if (!records.keep_details) return;
  const BranchState& branches = state.branches;
  if (month.month() == kYearBegins) records.events.push_back(plan_event(state, params, month));
  if (branches.chief_months == kTellAfter && branches.chief_lost > kTellLoss) {
    records.events.push_back(bottleneck_event(state, month));
  }
}

}  // namespace thermidor::economy
