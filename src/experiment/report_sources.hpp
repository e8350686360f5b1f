// Sources of recorded numbers, numbered in the order in which a page meets them.
#pragma once

#include <string>
#include <vector>

#include "experiment/recorded_series.hpp"
#include "report/report_input.hpp"

namespace thermidor::experiment {

class SourceList {
 public:
  explicit SourceList(std::vector<report::SourceLine>& lines) : lines_(lines) {}

  std::string key(const RecordedValue& value) {
    const std::string use = value.table + ": " + value.variable;
    for (report::SourceLine& line : lines_) {
      if (line.text != value.source) continue;
      if (line.status.find(value.status) == std::string::npos) line.status += " and " + value.status;
      if (line.used_for.find(use) == std::string::npos) line.used_for += "; " + use;
      return line.key;
    }
    lines_.push_back({"[" + std::to_string(lines_.size() + 1) + "]", value.source, value.status, use});
    return lines_.back().key;
  }

 private:
  std::vector<report::SourceLine>& lines_;
};

}  // namespace thermidor::experiment
