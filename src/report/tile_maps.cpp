#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "report/economy_charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr std::size_t kSteps = 6;
constexpr double kTile = 13, kPitch = 14;

using Ramp = std::array<const char*, kSteps>;

// One hue each, from light to dark: they read without colour, too.
constexpr Ramp kHarvestRamp = {"#e9f1ec", "#cbded4", "#a0c4b6", "#6ca293", "#3c7c73", "#17524d"};
constexpr Ramp kHungerRamp = {"#f5ecdf", "#e7cfac", "#d4a875", "#b67a46", "#8c5124", "#572a10"};

// Limits between the steps of shade, the same for all years and both arms.
std::vector<double> limits_of(const TileSeries& series) {
  std::vector<double> all;
  for (const auto* arm : {&series.baseline, &series.counterfactual}) {
    for (const std::vector<double>& year : *arm) {
      for (const double value : year) {
        if (std::isfinite(value)) all.push_back(value);
      }
    }
  }
  if (all.empty()) return {};
  std::sort(all.begin(), all.end());
  const double low = all[all.size() / 50];
  const double high = all[all.size() - 1 - all.size() / 50];
  std::vector<double> limits;
  for (const double tick : round_ticks(low, high, static_cast<int>(kSteps) - 1)) {
    if (tick > low && tick < high && limits.size() + 1 < kSteps) limits.push_back(tick);
  }
  return limits;
}

std::size_t step_of(double value, const std::vector<double>& limits) {
  return static_cast<std::size_t>(std::upper_bound(limits.begin(), limits.end(), value) - limits.begin());
}

// With fewer limits than steps the shades still run from the lightest to the darkest.
const char* shade(std::size_t step, std::size_t limits, const Ramp& ramp) {
  return ramp[limits == 0 ? 0 : step * (kSteps - 1) / limits];
}

struct Extent {
  int rows = 1, columns = 1;
};

Extent extent_of(const std::vector<TileRegion>& regions) {
  Extent extent;
  for (const TileRegion& region : regions) {
    extent.rows = std::max(extent.rows, region.row + 1);
    extent.columns = std::max(extent.columns, region.column + 1);
  }
  return extent;
}

std::string one_map(const std::vector<TileRegion>& regions, const std::vector<double>& values, const std::string& year,
                    const std::vector<double>& limits, const Ramp& ramp) {
  const Extent extent = extent_of(regions);
  std::string out = fmt::format(
      "<figure class=\"tiles\"><figcaption>{}</figcaption><svg viewBox=\"0 0 {:.0f} {:.0f}\" "
      "role=\"img\" aria-label=\"map of {}\">",
      escape(year), extent.columns * kPitch, extent.rows * kPitch, escape(year));
  for (std::size_t r = 0; r < regions.size() && r < values.size(); ++r) {
    out += fmt::format(
        "<rect x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" fill=\"{}\"><title>{}: {}</title></rect>",
        regions[r].column * kPitch, regions[r].row * kPitch, kTile, kTile,
        shade(step_of(values[r], limits), limits.size(), ramp), escape(regions[r].title), number(values[r]));
  }
  return out + "</svg></figure>";
}

std::string shade_legend(const std::vector<double>& limits, const Ramp& ramp) {
  std::string out = "<p class=\"legend shades\">";
  for (std::size_t s = 0; s <= limits.size(); ++s) {
    std::string text;
    if (limits.empty())
      text = "all alike";
    else if (s == 0)
      text = "under " + number(limits[0]);
    else if (s == limits.size())
      text = number(limits[s - 1]) + " and more";
    else
      text = number(limits[s - 1]) + " – " + number(limits[s]);
    out += fmt::format("<span><i style=\"background:{}\"></i>{}</span>", shade(s, limits.size(), ramp), text);
  }
  return out + "</p>";
}

std::string numbers(const TilePicture& picture, const TileSeries& series, const std::vector<std::vector<double>>& arm,
                    const std::string& name) {
  std::string out = "<h4>" + name + "</h4><div class=\"scroll\"><table><thead><tr><th>Region</th>";
  for (const std::string& year : series.years) out += "<th>" + escape(year) + "</th>";
  out += "</tr></thead><tbody>";
  for (std::size_t r = 0; r < picture.regions.size(); ++r) {
    out += "<tr><th>" + escape(picture.regions[r].title) + "</th>";
    for (const std::vector<double>& year : arm) out += "<td>" + (r < year.size() ? number(year[r]) : "–") + "</td>";
    out += "</tr>";
  }
  return out + "</tbody></table></div>";
}

std::string series_block(const TilePicture& picture, const TileSeries& series) {
  const std::vector<double> limits = limits_of(series);
  const Ramp& ramp = series.high_is_bad ? kHungerRamp : kHarvestRamp;
  const bool paired = !series.counterfactual.empty();
  std::string out = fmt::format("<h3>{} <span class=\"unit\">{}</span></h3>", escape(series.title), escape(series.unit));
  out += shade_legend(limits, ramp);
  if (paired) out += "<p class=\"small\">Baseline</p>";
  out += "<div class=\"maps\">";
  for (std::size_t y = 0; y < series.baseline.size(); ++y) {
    out += one_map(picture.regions, series.baseline[y], series.years[y], limits, ramp);
  }
  out += "</div>";
  if (paired) {
    // Years in which the arms are one are drawn once.
    out += "<p class=\"small\">Counterfactual, years in which it differs</p><div class=\"maps\">";
    for (std::size_t y = 0; y < series.counterfactual.size() && y < series.baseline.size(); ++y) {
      if (series.counterfactual[y] == series.baseline[y]) continue;
      out += one_map(picture.regions, series.counterfactual[y], series.years[y], limits, ramp);
    }
    out += "</div>";
  }
  if (!series.note.empty()) out += "<p class=\"small\">" + escape(series.note) + "</p>";
  out += "<details><summary>Numbers</summary>" + numbers(picture, series, series.baseline, paired ? "Baseline" : "This run");
  if (paired) out += numbers(picture, series, series.counterfactual, "Counterfactual");
  return out + "</details>\n";
}

// Which tile is which: numbers on the tiles, names beside them.
std::string key(const std::vector<TileRegion>& regions) {
  constexpr double kWide = 26;
  const Extent extent = extent_of(regions);
  std::string out = fmt::format(
      "<div class=\"key\"><svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"key to the "
      "regions\">",
      extent.columns * kWide, extent.rows * kWide);
  for (std::size_t r = 0; r < regions.size(); ++r) {
    const double x = regions[r].column * kWide;
    const double y = regions[r].row * kWide;
    out += fmt::format(
        "<rect class=\"track\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\"/><text class=\"name\" "
        "x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>",
        x, y, kWide - 2, kWide - 2, x + kWide / 2 - 1, y + kWide / 2 + 3, r + 1);
  }
  out += "</svg><ol>";
  for (const TileRegion& region : regions) out += "<li>" + escape(region.title) + "</li>";
  return out + "</ol></div>";
}

}  // namespace

std::string tile_maps(const TilePicture& picture) {
  if (picture.regions.empty() || picture.series.empty()) return {};
  std::string out = key(picture.regions);
  for (const TileSeries& series : picture.series) out += series_block(picture, series);
  return out;
}

}  // namespace thermidor::report
