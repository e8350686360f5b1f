// What is observed of a run: every scalar field of the signals, every lever in force, every instrument and the grain books,
// once a month.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "economy/state.hpp"
#include "signals/board.hpp"
#include "signals/policy.hpp"

namespace thermidor {

struct World;

struct SeriesInfo {
  std::string name;  // field name; "lever.<name>", "instrument.<name>", "grain.<name>"
  std::string unit;
  std::string source;  // row of the data or claim that measures the same
  std::string text;    // meaning
};

// The series in the order of observation: outside, economy, party, society, levers, instruments, grain.
std::span<const SeriesInfo> series_list();

// One value per series, from the signals that the closed month published, the policy in force and the books.
void observe(const Signals& signals, const Policy& policy, const economy::State& books, std::vector<double>& row);

// The same of a world: what it published last.
void observe(const World& world, std::vector<double>& row);

}  // namespace thermidor
