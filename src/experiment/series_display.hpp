// How series are shown to readers: under which heading, with which title, and which of them a question keeps of every run.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/questions.hpp"

namespace thermidor::experiment {

struct SeriesDisplay {
  std::string_view series;
  std::string_view heading;
  std::string_view title;  // a short one; empty: the text of the series
  bool main = false;       // shown in every report and kept in every question's results
};

// In the order of the page: bread, prices and money, industry and work, party, posts and power, mood.
std::span<const SeriesDisplay> series_display();

// Heading of any series; levers and instruments have one of their own, what is not listed comes last.
std::string series_heading(std::string_view series);

// A title with a capital letter: "Grain harvest", "Lever in force: trade monopoly". A name that is no series is its own title.
std::string series_title(std::string_view series);

// Shown in every report.
bool is_main_series(std::string_view series);

// Orders names by the page: listed ones first, in their order, then the others as they stood.
std::vector<std::string> in_page_order(std::vector<std::string> names);

// What a question's results hold: the series of its outcomes, those it says to look at, and the main ones; in page order.
std::vector<std::string> shown_series(const scenario::Question& question);

}  // namespace thermidor::experiment
