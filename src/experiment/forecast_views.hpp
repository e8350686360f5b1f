// What leaders believe, month by month, as forecasts read it: the names of scenario/forecasts.hpp. Looking changes nothing.
#pragma once

#include <array>
#include <limits>
#include <string_view>
#include <vector>

#include "core/expression.hpp"
#include "experiment/run.hpp"
#include "experiment/run_lookup.hpp"
#include "scenario/forecasts.hpp"

namespace thermidor::experiment {

using View = std::array<double, scenario::kViews.size()>;  // NaN where he has none

class ForecastViews {
 public:
  // The world as it stands at the close of the month.
  void note(const Params& params, const World& world, Month month);
  std::size_t leaders() const { return leaders_; }
  // Nothing where it was not noted, or he has no such view.
  std::optional<double> value(std::size_t view, std::size_t leader, Month month) const;

 private:
  Month first_;
  std::size_t leaders_ = 0;
  std::vector<View> views_;  // month after month, leader after leader
};

inline constexpr std::size_t kNoLeader = std::numeric_limits<std::size_t>::max();

// A stretch of a run as one leader (or a voice: kNoLeader) sees it; nothing outside it is recorded.
class ForecastLookup final : public Lookup {
 public:
  ForecastLookup(const RunLookup& run, const ForecastViews& views, std::size_t leader, MonthSpan span)
      : run_(run), views_(views), leader_(leader), span_(span) {}

  MonthSpan months() const override { return span_; }
  int find_series(std::string_view name) const override;
  std::optional<double> series(int index, Month month) const override;
  std::optional<double> events(const EventQuery& query, MonthSpan span) const override { return run_.events(query, span); }
  std::optional<double> leader(LeaderFact fact, std::string_view id, Month month) const override {
    return run_.leader(fact, id, month);
  }
  std::optional<double> holds(std::string_view post, std::string_view leader, Month month) const override {
    return run_.holds(post, leader, month);
  }

 private:
  const RunLookup& run_;
  const ForecastViews& views_;
  std::size_t leader_;
  MonthSpan span_;
};

}  // namespace thermidor::experiment
