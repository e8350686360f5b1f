// One farm or one person followed through a run, month by month. Tracing only looks: a traced run has the same digest.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

struct TraceLine {
  Month month;
  std::string topic;  // "post", "bloc", "vote", ...
  std::string text;
};

// What changed for a person: posts, seat, bloc, rung, events with him in them, his ballots.
std::vector<TraceLine> trace_person(const RunRecord& record, const Roster& roster, LeaderId person);

// The person of that id or name (any part of the title that only one bears).
Result<LeaderId> find_person(std::string_view name, const Roster& roster);

// Follows one simulated farm: "17" is the 17th farm of the country, "volga:17" of a region.
class FarmTrace {
 public:
  struct Column {
    std::string name;
    std::string unit;
  };
  struct Row {
    Month month;
    std::vector<double> values;
  };

  static Result<FarmTrace> choose(std::string_view name, const World& world, const Roster& roster);
  void watch(const World& world, Month month);
  const std::vector<Column>& columns() const { return columns_; }
  const std::vector<Row>& rows() const { return rows_; }
  const std::string& title() const { return title_; }

 private:
  std::size_t block_ = 0;
  std::uint32_t id_ = 0;
  std::string title_;
  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace thermidor::experiment
