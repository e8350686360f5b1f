// Forecasts: what lines and leaders expect, as dated statements with a probability and a term. What is believed is read off the
// state of a run; nothing here belongs to one person. claims.md S57.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/expression.hpp"
#include "scenario/document.hpp"

namespace thermidor::scenario {

// What is known of a leader in one month, beside the series of the run: his views, and what he expects by the model's own
// rules.
struct ViewInfo {
  const char* name;
  const char* text;
};
inline constexpr std::array<ViewInfo, 14> kViews = {{
    {"view.market", "his wish for markets, -1 to 1"},
    {"view.tempo", "his wish for tempo, -1 to 1"},
    {"view.world", "his wish for revolution abroad, -1 to 1"},
    {"view.debate", "his wish for debate, -1 to 1"},
    {"view.bread", "bread and peace that he expects under the party's line: 0 plenty, less is worse"},
    {"view.power", "chance that his bloc prevails, as bargainers reckon; no value for who does not bargain"},
    {"view.first", "chance that he then comes first, his own strength as he sees it; likewise"},
    {"view.majority", "majority of the rulers that voters expect"},
    {"view.rules", "1 if he sits in the ruling bloc"},
    {"view.opposes", "1 if he sits in another bloc while one rules"},
    {"view.leads", "1 if he leads"},
    {"view.seat", "2 full member of the chief bureau, 1 candidate, 0 none"},
    {"view.rung", "his rung on the ladder of sanctions"},
    {"view.party", "1 while he lives and is in the party"},
}};

// Who is heard together: whoever's views meet the condition in the month of the statement, the first side that fits.
struct ForecastSide {
  std::string id;
  std::string title;
  Expression when;
};

struct Forecast {
  std::string id;
  std::string title;      // what is foretold, "within three years ..."
  std::string voice;      // who says it, where leaders do not speak for themselves
  std::string essay;      // lines
  std::string claim;      // ids
  Expression when;        // made only in months in which this holds; empty = always
  Expression by;          // one statement by (or, with a voice, about) every leader who meets it; empty: one by the voice
  Expression chance;      // the probability, from what is believed in that month
  Expression comes_true;  // over the months from the statement to the end of its term, which are all that it sees
  int months = 12;        // term
  int every = 12;         // months between statements
  Month first;            // of the first statement
  std::string source;     // of the reading
  std::string note;
  Place place;
};

struct ForecastTable {
  std::vector<ForecastSide> sides;
  std::vector<Forecast> forecasts;
  bool empty() const { return forecasts.empty(); }
};

// forecasts.toml of a scenario.
ForecastTable read_forecasts(const Document& document, const Vocabulary& vocabulary, Month start, Diagnostics& diagnostics);

}  // namespace thermidor::scenario
