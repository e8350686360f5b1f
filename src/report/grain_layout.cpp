#include "report/grain_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace thermidor::report {
namespace {

constexpr double kWidth = 440, kTop = 18, kKnot = 8, kGap = 4, kLine = 12.5;
constexpr std::array<double, 5> kColumns = {8, 74, 140, 250, 318};
constexpr double kLeastHeight = 0.8;  // a thread that can still be seen

bool two_lines(int column) { return column == 0 || column == 3; }

// Stacks the knots of one column from `top` down, each with room for its label. Returns the foot.
double stack_column(const GrainNet& net, int column, double top, double scale, std::vector<KnotBox>& boxes) {
  const double least = two_lines(column) ? 2 * kLine + 1 : kLine + 1;
  double at = top;
  for (std::size_t k = 0; k < net.knots.size(); ++k) {
    if (net.knots[k].column != column) continue;
    const double height = std::max(static_cast<double>(net.knots[k].size()) / 1e9 * scale, kLeastHeight);
    const double slot = std::max(height, least);
    boxes[k] = {kColumns[static_cast<std::size_t>(column)], at + (slot - height) / 2, height};
    at += slot + kGap;
  }
  return at;
}

// Height at which traders' and the state's part begins: the first use that villages and loss leave.
double market_top(const GrainNet& net, const std::vector<KnotBox>& boxes, double foot) {
  for (std::size_t k = 0; k < net.knots.size(); ++k) {
    const GrainKnot& knot = net.knots[k];
    if (knot.column == 4 && (knot.tone == GrainTone::trade || knot.tone == GrainTone::state)) return boxes[k].y;
  }
  return foot;
}

// Ribbons leave and enter each knot in the order of their other ends, so that those of one knot do not cross.
std::vector<LinkBand> place_bands(const GrainNet& net, double scale, const std::vector<KnotBox>& boxes) {
  std::vector<LinkBand> bands(net.links.size());
  std::vector<std::size_t> order(net.links.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> used(net.knots.size(), 0);
  const auto by = [&](auto other_end) {
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return boxes[other_end(net.links[a])].y < boxes[other_end(net.links[b])].y;
    });
    std::fill(used.begin(), used.end(), 0.0);
  };
  by([](const GrainLink& link) { return link.to; });
  for (const std::size_t l : order) {
    const std::size_t from = net.links[l].from;
    bands[l].thickness = static_cast<double>(net.links[l].kilograms) / 1e9 * scale;
    bands[l].x_from = boxes[from].x + kKnot;
    bands[l].y_from = boxes[from].y + used[from];
    used[from] += bands[l].thickness;
  }
  by([](const GrainLink& link) { return link.from; });
  for (const std::size_t l : order) {
    const std::size_t to = net.links[l].to;
    bands[l].x_to = boxes[to].x;
    bands[l].y_to = boxes[to].y + used[to];
    used[to] += bands[l].thickness;
  }
  return bands;
}

KnotLabel label_of(const GrainKnot& knot, const KnotBox& box) {
  const std::string amount = short_megatonnes(knot.size());
  const double middle = box.y + box.height / 2;
  if (knot.column == 1) return {box.x + kKnot / 2, box.y - 5, true, {knot.title + " " + amount}};
  const double x = box.x + kKnot + 4;
  if (two_lines(knot.column)) return {x, middle - 2, false, {knot.title, amount}};
  return {x, middle + 4, false, {knot.title + " " + amount}};
}

}  // namespace

std::string short_megatonnes(std::int64_t kilograms) {
  const double megatonnes = static_cast<double>(kilograms) / 1e9;
  return megatonnes < 0.95 ? fmt::format("{:.2f}", megatonnes) : fmt::format("{:.1f}", megatonnes);
}

GrainLayout lay_out_grain(const GrainNet& net, double scale) {
  GrainLayout layout;
  layout.width = kWidth;
  layout.knot_width = kKnot;
  layout.boxes.resize(net.knots.size());
  const double uses = stack_column(net, 4, kTop, scale, layout.boxes);
  const double market = market_top(net, layout.boxes, uses);
  double foot = uses;
  for (const int column : {0, 1}) foot = std::max(foot, stack_column(net, column, kTop, scale, layout.boxes));
  for (const int column : {2, 3}) foot = std::max(foot, stack_column(net, column, market, scale, layout.boxes));
  layout.height = foot + 4;
  layout.bands = place_bands(net, scale, layout.boxes);
  for (std::size_t k = 0; k < net.knots.size(); ++k) layout.labels.push_back(label_of(net.knots[k], layout.boxes[k]));
  return layout;
}

}  // namespace thermidor::report
