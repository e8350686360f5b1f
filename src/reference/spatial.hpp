// Votes over points: the median (Black), gridlock between veto players, cycles (Condorcet, McKelvey), and two ways to fill
// seats.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace thermidor::reference {

struct Interval {
  double low = 0;
  double high = 0;
  bool operator==(const Interval&) const = default;
};

// Points on a line that no majority would leave: one with an odd number of voters, else those between the two in the middle.
Interval majority_core(std::vector<double> ideals);
// The point with at most half of the weight on either side; the lower of two.
double weighted_median(const std::vector<double>& ideals, const std::vector<double>& weights);
// Points that a setter and veto players cannot leave together.
Interval gridlock(double setter, const std::vector<double>& veto_players);
// What the setter gets from a status quo when every veto player must prefer it.
double best_acceptable(double setter, const std::vector<double>& veto_players, double status_quo);

using Point = std::array<double, 2>;
double distance_between(const Point& a, const Point& b);
// The point beyond the line through two others, as far as `factor` times its distance on this side.
Point reflect(const Point& point, const Point& from, const Point& to, double factor);
// Voters nearer to `challenger` than to `standing`.
int voters_for(const std::vector<Point>& ideals, const Point& challenger, const Point& standing);

// Voters who rank `first` before `second`; an order lists the alternatives from best to worst.
int voters_preferring(const std::vector<std::string>& orders, char first, char second);

// Seats of a bloc whose voters all mark its common list of as many names as there are seats.
std::int64_t seats_at_large(std::int64_t seats, double share);
std::int64_t seats_in_proportion(std::int64_t seats, double share);  // largest remainder, two lists

}  // namespace thermidor::reference
