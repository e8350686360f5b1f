#include "reference/spatial.hpp"

#include <algorithm>

#include "core/math.hpp"
#include "core/quantity.hpp"

namespace thermidor::reference {

namespace {

double apart(double a, double b) { return a > b ? a - b : b - a; }

}  // namespace

Interval majority_core(std::vector<double> ideals) {
  std::sort(ideals.begin(), ideals.end());
  const std::size_t count = ideals.size();
  return count == 0 ? Interval{} : Interval{ideals[(count - 1) / 2], ideals[count / 2]};
}

double weighted_median(const std::vector<double>& ideals, const std::vector<double>& weights) {
  std::vector<std::size_t> order(ideals.size());
  double all = 0;
  for (std::size_t i = 0; i < ideals.size(); ++i) {
    order[i] = i;
    all += weights[i];
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ideals[a] < ideals[b]; });
  double below = 0;
  for (const std::size_t i : order) {
    below += weights[i];
    if (2 * below >= all) return ideals[i];
  }
  return 0;
}

Interval gridlock(double setter, const std::vector<double>& veto_players) {
  Interval held{setter, setter};
  for (const double player : veto_players) held = {smaller(held.low, player), larger(held.high, player)};
  return held;
}

double best_acceptable(double setter, const std::vector<double>& veto_players, double status_quo) {
  Interval open{-1e18, 1e18};
  for (const double player : veto_players) {
    const double reach = apart(status_quo, player);
    open = {larger(open.low, player - reach), smaller(open.high, player + reach)};
  }
  return open.low > open.high ? status_quo : clamp(setter, open.low, open.high);
}

double distance_between(const Point& a, const Point& b) {
  return sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
}

Point reflect(const Point& point, const Point& from, const Point& to, double factor) {
  const Point along = {to[0] - from[0], to[1] - from[1]};
  const double place =
      ((point[0] - from[0]) * along[0] + (point[1] - from[1]) * along[1]) / (along[0] * along[0] + along[1] * along[1]);
  const Point foot = {from[0] + place * along[0], from[1] + place * along[1]};
  return {foot[0] + factor * (foot[0] - point[0]), foot[1] + factor * (foot[1] - point[1])};
}

int voters_for(const std::vector<Point>& ideals, const Point& challenger, const Point& standing) {
  int voters = 0;
  for (const Point& ideal : ideals) voters += distance_between(ideal, challenger) < distance_between(ideal, standing) ? 1 : 0;
  return voters;
}

int voters_preferring(const std::vector<std::string>& orders, char first, char second) {
  int voters = 0;
  for (const std::string& order : orders) voters += order.find(first) < order.find(second) ? 1 : 0;
  return voters;
}

std::int64_t seats_at_large(std::int64_t seats, double share) { return share > 0.5 ? seats : 0; }

std::int64_t seats_in_proportion(std::int64_t seats, double share) {
  // With two lists the last seat goes to the larger of two remainders that sum to one.
  return whole(static_cast<double>(seats) * share + 0.5);
}

}  // namespace thermidor::reference
