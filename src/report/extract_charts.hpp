// The charts of a written report as pictures of their own: each keeps the page's style and needs nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thermidor::report {

struct ChartFile {
  std::string name;  // "07-country-grain-harvest-over-time.svg"
  std::string svg;
};

// Every picture of a figure, in the order of the page.
std::vector<ChartFile> extract_charts(std::string_view page);

}  // namespace thermidor::report
