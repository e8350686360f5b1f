// The state of a world at the close of its last month, as the conditions of acts see it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/expression.hpp"
#include "model/params.hpp"

namespace thermidor {

struct World;

// Looks at params and a world that outlive it. Knows one month: series as they are observed, leaders and posts; no events,
// which are written for readers only.
class WorldLookup final : public Lookup {
 public:
  WorldLookup(const Params& params, const World& world);

  MonthSpan months() const override;
  int find_series(std::string_view name) const override;
  std::optional<double> series(int index, Month month) const override;
  std::optional<double> events(const EventQuery& query, MonthSpan span) const override;
  std::optional<double> leader(LeaderFact fact, std::string_view id, Month month) const override;
  std::optional<double> holds(std::string_view post, std::string_view leader, Month month) const override;

 private:
  const Params& params_;
  const World& world_;
  std::vector<double> row_;
};

}  // namespace thermidor
