// What became of the party's members in a run in which they are followed one by one: how those of one year of entry fared, and
// the lives of one in about a thousand, written down for readers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "experiment/engine.hpp"
#include "experiment/roster.hpp"

namespace thermidor::experiment {

struct RunRecord;
struct TraceLine;

// As of the end of a run; without years where members are only counted.
struct Careers {
  int first_year = 0;
  std::vector<party::YearOfEntry> years;
  party::Promotions promotions;
  std::int64_t members = 0;
  std::int64_t changed_minds = 0;
  double bytes_per_member = 0;

  bool kept() const { return !years.empty(); }
};

Careers careers_of(const World& world);

// Of all who were ever in the party, by whether they ever spoke against the rulers: [silent, spoke].
struct CareerShares {
  double spoke = 0;             // of all
  double expelled[2] = {0, 0};  // of each, purged or put out
  double promoted[2] = {0, 0};  // workers by class who leave the bench for an office, a year
};
CareerShares share_careers(const Careers& careers);

// One row for each year of entry and number of years since.
std::string careers_csv(const Careers& careers, Month last);

// One row for each event in a life that was written down.
std::string lives_csv(const RunRecord& record, const Roster& roster);

// A life: "7" is the seventh that was written down, "PROVINCE-NUMBER" the member of that province with this number.
struct Life {
  std::string title;
  std::vector<TraceLine> lines;
};
Result<Life> trace_member(std::string_view name, const RunRecord& record, const Roster& roster);

}  // namespace thermidor::experiment
