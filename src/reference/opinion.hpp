// How opinions move under influence: Friedkin and Johnsen (1990), DeGroot (1974), bounded confidence (Hegselmann and Krause
// 2002; Deffuant and others 2000).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace thermidor::reference {

using Influence = std::vector<std::vector<double>>;  // row i: weights that i gives to all; they sum to one

// Limit of x <- A W x + (1 - A) u with susceptibilities A and private anchors u; empty where there is none.
std::vector<double> friedkin_johnsen(const Influence& weights, const std::vector<double>& susceptibility,
                                     const std::vector<double>& anchors);
// The same for people who are all alike, with a press that takes a part of what influences them.
double friedkin_johnsen_with_press(double susceptibility, double press_weight, double anchor, double press_line);

// What each opinion weighs in the consensus of x <- W x.
std::vector<double> degroot_weights(const Influence& weights);
double degroot_consensus(const Influence& weights, const std::vector<double>& opinions);

// Everybody takes the mean of the opinions within `confidence`, that at the bound included.
std::vector<double> bounded_confidence_step(const std::vector<double>& opinions, double confidence);
struct Settled {
  std::vector<double> opinions;
  int steps = 0;  // that moved somebody
};
Settled bounded_confidence(std::vector<double> opinions, double confidence);
std::size_t count_clusters(std::vector<double> opinions, double gap, double least_share);

// Two who meet and are near enough move towards one another by `speed` times their distance.
void meet(double& one, double& other, double speed, double confidence);
// So many meetings of random pairs among `persons` with evenly drawn opinions.
std::vector<double> deffuant(std::size_t persons, double speed, double confidence, std::uint64_t seed, std::int64_t meetings);

}  // namespace thermidor::reference
