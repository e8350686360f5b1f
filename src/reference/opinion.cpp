#include "reference/opinion.hpp"

#include <algorithm>

#include "core/math.hpp"
#include "core/rng.hpp"
#include "reference/leontief.hpp"

namespace thermidor::reference {

namespace {

double apart(double a, double b) { return a > b ? a - b : b - a; }

// Opinions that differ by the bound but for rounding are within it.
constexpr double kRounding = 1e-12;

}  // namespace

// The same linear system as that of outputs in balance.
std::vector<double> friedkin_johnsen(const Influence& weights, const std::vector<double>& susceptibility,
                                     const std::vector<double>& anchors) {
  Influence influence = weights;
  std::vector<double> own(anchors.size());
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    for (double& weight : influence[i]) weight *= susceptibility[i];
    own[i] = (1.0 - susceptibility[i]) * anchors[i];
  }
  return outputs_in_balance(influence, own);
}

double friedkin_johnsen_with_press(double susceptibility, double press_weight, double anchor, double press_line) {
  return ((1.0 - susceptibility) * anchor + susceptibility * press_weight * press_line) /
         (1.0 - susceptibility * (1.0 - press_weight));
}

std::vector<double> degroot_weights(const Influence& weights) {
  const std::size_t count = weights.size();
  std::vector<double> share(count, 1.0 / static_cast<double>(count));
  for (int round = 0; round < 1000; ++round) {
    std::vector<double> next(count, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < count; ++j) next[j] += share[i] * weights[i][j];
    }
    share = next;
  }
  return share;
}

double degroot_consensus(const Influence& weights, const std::vector<double>& opinions) {
  const std::vector<double> share = degroot_weights(weights);
  double consensus = 0;
  for (std::size_t i = 0; i < opinions.size(); ++i) consensus += share[i] * opinions[i];
  return consensus;
}

std::vector<double> bounded_confidence_step(const std::vector<double>& opinions, double confidence) {
  std::vector<double> next;
  for (const double mine : opinions) {
    double sum = 0, heard = 0;
    for (const double other : opinions) {
      if (apart(mine, other) > confidence + kRounding) continue;
      sum += other;
      heard += 1;
    }
    next.push_back(sum / heard);
  }
  return next;
}

Settled bounded_confidence(std::vector<double> opinions, double confidence) {
  constexpr int kMost = 10'000;
  constexpr double kStill = 1e-9;
  Settled settled{std::move(opinions), 0};
  for (; settled.steps < kMost; ++settled.steps) {
    std::vector<double> next = bounded_confidence_step(settled.opinions, confidence);
    double moved = 0;
    for (std::size_t i = 0; i < next.size(); ++i) moved = larger(moved, apart(next[i], settled.opinions[i]));
    if (moved < kStill) break;
    settled.opinions = std::move(next);
  }
  return settled;
}

std::size_t count_clusters(std::vector<double> opinions, double gap, double least_share) {
  std::sort(opinions.begin(), opinions.end());
  std::size_t clusters = 0, size = 0;
  for (std::size_t i = 0; i < opinions.size(); ++i) {
    ++size;
    if (i + 1 < opinions.size() && opinions[i + 1] - opinions[i] <= gap) continue;
    if (static_cast<double>(size) >= least_share * static_cast<double>(opinions.size())) ++clusters;
    size = 0;
  }
  return clusters;
}

void meet(double& one, double& other, double speed, double confidence) {
  const double gap = other - one;
  if (apart(one, other) >= confidence) return;
  one += speed * gap;
  other -= speed * gap;
}

std::vector<double> deffuant(std::size_t persons, double speed, double confidence, std::uint64_t seed, std::int64_t meetings) {
  Random random(DrawKey{seed, make_stream("reference.deffuant"), Month{}, 0});
  std::vector<double> opinions(persons);
  for (double& opinion : opinions) opinion = random.uniform();
  const auto count = static_cast<std::uint32_t>(persons);
  for (std::int64_t meeting = 0; meeting < meetings; ++meeting) {
    const std::uint32_t one = random.below(count);
    const std::uint32_t other = random.below(count);
    meet(opinions[one], opinions[other], speed, confidence);
  }
  return opinions;
}

}  // namespace thermidor::reference
