// Draws from a posterior by a population of walkers: differential-evolution Markov chains (ter Braak 2006) in the unit cube,
// cooled from a flattened posterior and resampled on the way, so that the population also finds the mode. Every draw has a key
// of its own: the same plan gives the same bits whatever the threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace thermidor::experiment {

using Place = std::vector<double>;  // in the unit cube

// What was found at a place: log likelihood (minus infinity where nothing is possible), and what the caller keeps of it.
struct Finding {
  double log_likelihood = -std::numeric_limits<double>::infinity();
  std::vector<double> values;
};

struct Walker {
  Place place;
  Finding found;
};

struct PopulationPlan {
  int rounds = 60;  // the first half cools, the second half samples
  double heat = 20;
  std::uint64_t seed = 1921;
  std::uint32_t stage = 0;  // several populations of one study draw differently
};

struct Population {
  std::vector<Walker> draws;  // of the sampling rounds: round after round, walker after walker
  Walker best;
  std::size_t walkers = 0;
  double acceptance = 0;       // share of moves accepted while sampling
  std::size_t impossible = 0;  // places tried whose likelihood is zero
};

// Finds out about several places, in their order; nothing if it was stopped.
using Explore = std::function<std::optional<std::vector<Finding>>(const std::vector<Place>& places)>;

// Nothing if it was stopped. Takes at least four walkers, an even number is best; their places are given.
std::optional<Population> sample_population(const PopulationPlan& plan, std::vector<Place> start, const Explore& explore);

// Spreads places evenly over every axis (McKay et al. 1979).
std::vector<Place> latin_hypercube(std::size_t count, std::size_t dimensions, std::uint64_t seed);

// How far the walkers disagree about one dimension of the draws: the root of all over mean inner variance (Gelman and Rubin
// 1992); 1 when they agree.
double walker_disagreement(const Population& population, std::size_t dimension);

// Which of the draws are kept where fewer are wanted: of every walker as many as of any other, in rounds spread evenly. One
// stride over all draws would meet the same few walkers again and again.
std::vector<std::size_t> thin_draws(std::size_t walkers, std::size_t rounds, std::size_t keep);

// Sequences of systematic resampling: how often each of the weights is taken, in order.
std::vector<std::size_t> resample_systematically(std::span<const double> weights, double offset);

}  // namespace thermidor::experiment
