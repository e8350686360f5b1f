#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/economy_charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kWidth = 240, kHeight = 26;

std::string value_text(const BandStrip& strip, double value) {
  if (strip.gives_month) return format_month(Month{static_cast<std::int32_t>(std::floor(value))});
  return number(value);
}

// Runs and bounds together, with a margin; an open side of the band gets room to be shaded.
Scale scale_of(const BandStrip& strip) {
  double low = 1e300;
  double high = -1e300;
  const auto take = [&](double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  };
  for (const auto* runs : {&strip.runs, &strip.counterfactual}) {
    for (const double value : *runs) take(value);
  }
  if (strip.low) take(*strip.low);
  if (strip.high) take(*strip.high);
  const double reach = high > low ? high - low : std::max(std::fabs(high), 1.0);
  return {low - reach * (strip.low ? 0.08 : 0.2), high + reach * (strip.high ? 0.08 : 0.2), 3, kWidth - 3};
}

// All runs of an arm in one path, a tick each.
std::string ticks(const std::vector<double>& runs, const Scale& x, double top, double length, const char* arm) {
  if (runs.empty()) return {};
  std::string path;
  for (const double value : runs) path += fmt::format("M{} {}v{}", coordinate(x(value)), coordinate(top), coordinate(length));
  return fmt::format("<path class=\"run {}\" d=\"{}\"/>", arm, path);
}

std::string strip_picture(const BandStrip& strip, bool paired) {
  const Scale x = scale_of(strip);
  const double left = strip.low ? x(*strip.low) : 0;
  const double right = strip.high ? x(*strip.high) : kWidth;
  std::string out = fmt::format("<svg class=\"strip\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{} runs, {}\">",
                                kWidth, kHeight, strip.runs.size(), escape(strip.title));
  out += fmt::format("<rect class=\"track\" y=\"5\" width=\"{:.0f}\" height=\"16\"/>", kWidth);
  out += fmt::format("<rect class=\"within\" x=\"{:.1f}\" y=\"5\" width=\"{:.1f}\" height=\"16\"/>", left,
                     std::max(right - left, 0.8));
  for (const std::optional<double>& bound : {strip.low, strip.high}) {
    if (bound) out += fmt::format("<line class=\"bound\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"3\" y2=\"23\"/>", x(*bound));
  }
  out += ticks(strip.runs, x, 6, paired ? 6 : 14, "base");
  out += ticks(strip.counterfactual, x, 14, 6, "alt");
  if (strip.median) {
    out += fmt::format("<path class=\"middle\" d=\"M{0} 5l-4 -5h8z\"><title>median {1}</title></path>",
                       coordinate(x(*strip.median)), value_text(strip, *strip.median));
  }
  return out + "</svg>";
}

std::string band_text(const BandStrip& strip) {
  if (strip.low && strip.high) return value_text(strip, *strip.low) + " – " + value_text(strip, *strip.high);
  if (strip.low) return "at least " + value_text(strip, *strip.low);
  return strip.high ? "at most " + value_text(strip, *strip.high) : std::string();
}

std::string verdict(const BandStrip& strip) {
  if (!strip.held_share || strip.judged == 0) return "<td>not judged</td>";
  const bool mostly = *strip.held_share >= 0.5;
  const std::string text = strip.judged == 1 ? std::string(mostly ? "holds" : "fails")
                                             : fmt::format("{:.0f} of {}", *strip.held_share * strip.judged, strip.judged);
  return fmt::format("<td data-label=\"Holds in\" class=\"{}\">{}</td>", mostly ? "held" : "failed", text);
}

std::string row(const BandStrip& strip, bool paired) {
  return fmt::format(
      "<tr><th>{} <span class=\"unit\">{} {}</span></th><td class=\"range\">{}</td><td data-label=\"Median\">{}</td>"
      "<td data-label=\"Band\">{}</td>{}<td class=\"small\">{}</td><td data-label=\"Source\" class=\"small\">{}</td></tr>",
      escape(capitalised(strip.title)), escape(plain_unit(strip.unit)), escape(strip.id), strip_picture(strip, paired),
      strip.median ? value_text(strip, *strip.median) : "–", band_text(strip), verdict(strip), escape(strip.use),
      escape(strip.source));
}

}  // namespace

std::string band_strips(const std::vector<BandStrip>& strips, bool paired) {
  if (strips.empty()) return {};
  std::vector<std::string> blocks;
  for (const BandStrip& strip : strips) {
    if (std::find(blocks.begin(), blocks.end(), strip.block) == blocks.end()) blocks.push_back(strip.block);
  }
  std::string out =
      "<p class=\"legend\"><i class=\"within\" style=\"margin-left:0\"></i>band"
      "<i style=\"background:var(--base);width:2px\"></i>a run";
  if (paired) out += "<i style=\"background:var(--alt);width:2px\"></i>its counterfactual twin";
  out += "<i style=\"background:none;width:auto\">▾</i>median";
  if (paired) out += "; median and count are the baseline's";
  out += "</p>";
  for (const std::string& block : blocks) {
    out += "<h3>" + escape(block) +
           "</h3><div class=\"scroll\"><table class=\"stack strips\"><thead><tr><th>Check</th><th>Band and "
           "runs</th><th>Median</th><th>Band</th><th>Holds in</th><th>Use</th><th>Source of the band</th></tr></thead><tbody>";
    for (const BandStrip& strip : strips) {
      if (strip.block == block) out += row(strip, paired);
    }
    out += "</tbody></table></div>\n";
  }
  return out;
}

}  // namespace thermidor::report
