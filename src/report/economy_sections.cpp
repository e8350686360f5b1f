#include <fmt/format.h>

#include <algorithm>

#include "report/economy_charts.hpp"
#include "report/sections.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

std::string section(const char* id, const char* title, const std::string& body) {
  return body.empty() ? std::string() : fmt::format("<section id=\"{}\"><h2>{}</h2>\n{}</section>\n", id, title, body);
}

// One note under each picture: whose numbers these are, and which of them are the record's.
std::string origin(const ReportInput& input, const std::string& record) {
  return "<p class=\"small origin\">Simulated: " + escape(input.economy.origin) + ". " + escape(record) + "</p>\n";
}

}  // namespace

std::string grain_section(const ReportInput& input) {
  const std::string chart = grain_chart(input.economy.grain);
  if (chart.empty()) return {};
  return section(
      "grain", "Follow the grain",
      "<p>Where the grain of an agricultural year came from and where it went, on one scale for all years. Colours "
      "tell whose hands it passed through: "
      "<span class=\"swatch village\">villages</span>, <span class=\"swatch state\">the state</span>, "
      "<span class=\"swatch trade\">traders and bazaar</span>, <span class=\"swatch lost\">lost</span>.</p>\n" +
          chart +
          origin(input,
                 "Flows are whole kilograms from the audited grain books and add up exactly; threads thinner than "
                 "can be seen are drawn a little thicker. Recorded harvests: points at the left, solid where read "
                 "in the source, open where recalled; figures of the record cover its own territory and grain year."));
}

std::string scissors_section(const ReportInput& input) {
  const auto ratio = std::find_if(input.fans.begin(), input.fans.end(),
                                  [](const Fan& fan) { return fan.series == "scissors_ratio_industrial_to_agricultural"; });
  const std::string chart =
      scissors_chart(input.economy.scissors, ratio == input.fans.end() ? nullptr : &*ratio, input.question.fork, input.base);
  if (chart.empty()) return {};
  const bool paired = input.kind == ReportKind::question;
  return section("scissors", "The price scissors, month by month",
                 chart + origin(input, std::string(paired ? "The ratio is the median of all runs with nine tenths of them, the "
                                                            "blades are of that pair. "
                                                          : "") +
                                           "Recorded: solid marks were read in the source named, open ones recalled."));
}

std::string regions_section(const ReportInput& input) {
  const std::string maps = tile_maps(input.economy.tiles);
  if (maps.empty()) return {};
  return section(
      "regions", "Regions",
      maps + origin(input,
                    "Tiles stand roughly as regions lie on a map; their places are constructed. What the data package records "
                    "of regions (econ_regions: the reach of the famine of 1921/22) is not drawn here."));
}

std::string accumulation_section(const ReportInput& input) {
  const std::string chart = accumulation_chart(input.economy.accumulation);
  if (chart.empty()) return {};
  return section(
      "accumulation", "Who paid for accumulation",
      chart +
          origin(
              input,
              "Economic years, October to September, from the money ledger. The data package maps no record to these sums."));
}

std::string bands_section(const ReportInput& input) {
  const bool paired = input.kind == ReportKind::question;
  const std::string strips = band_strips(input.economy.bands, paired);
  if (strips.empty()) return {};
  const char* lead = input.kind == ReportKind::run ? "<p>Each band says what the record allows; the tick is this run.</p>"
                                                   : "<p>Each band says what the record allows; every tick is a run.</p>";
  return section("bands", "Bands of the record, and the runs in them",
                 lead + strips +
                     "<p class=\"small origin\">Calibrated and input bands were used to set the model and earn no credit; "
                     "validation bands were not. Their sources stand beside them.</p>");
}

}  // namespace thermidor::report
