// One run as text: how it ended, how it compares with the record, what happened.
#pragma once

#include <string>
#include <vector>

#include "experiment/roster.hpp"
#include "experiment/to_json.hpp"
#include "experiment/trace.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

struct RunText {
  std::string scenario_title;
  const experiment::RunSummary* summary = nullptr;
  const experiment::Roster* roster = nullptr;
  std::string folder;  // where results were written; empty: nowhere
};

void print_run(const Terminal& terminal, const RunText& text);
void print_person(const Terminal& terminal, const std::string& title, const std::vector<experiment::TraceLine>& lines);
void print_farm(const Terminal& terminal, const experiment::FarmTrace& trace);

}  // namespace thermidor::cli
