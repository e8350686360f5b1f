#include "experiment/sample_population.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "experiment/statistics.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kImpossible = -std::numeric_limits<double>::infinity();
// Shares of the axes along which a move goes; moves along few axes are accepted oftener and leave the span of the population.
constexpr std::array<double, 3> kCrossover = {0.2, 0.5, 1.0};
constexpr double kLeap = 0.1;       // share of moves by a whole difference, from one mode to another
constexpr double kWander = 0.1;     // share of moves by chance alone: they part walkers that resampling has made equal
constexpr double kTremble = 0.002;  // spread of the noise that makes every place reachable
constexpr double kStroll = 0.05;    // spread of a move by chance alone

DrawKey key_of(const PopulationPlan& plan, std::string_view purpose, int round, std::size_t walker) {
  const std::uint64_t entity = (static_cast<std::uint64_t>(plan.stage) << 32U) | walker;
  return {plan.seed, make_stream(purpose), Month{round}, entity};
}

// Reflected at the faces of the cube: the proposal stays symmetric.
double reflected(double x) {
  while (x < 0 || x > 1) x = x < 0 ? -x : 2 - x;
  return x;
}

// Geometric, from `heat` to 1 at the end of the first half.
double temperature(const PopulationPlan& plan, int round) {
  const int cooling = plan.rounds / 2;
  if (round >= cooling) return 1;
  return thermidor::pow(plan.heat, 1 - static_cast<double>(round) / cooling);
}

class Sampler {
 public:
  Sampler(const PopulationPlan& plan, std::vector<Place> start, const Explore& explore) : plan_(plan), explore_(explore) {
    for (Place& place : start) walkers_.push_back({std::move(place), {}});
    log_weights_.assign(walkers_.size(), 0.0);
    result_.walkers = walkers_.size();
  }

  std::optional<Population> sample() {
    if (!explore_start()) return std::nullopt;
    double before = kImpossible;  // 1 / temperature of the round before; none: the start knows no likelihood yet
    for (int round = 0; round < plan_.rounds; ++round) {
      const double coldness = 1 / temperature(plan_, round);
      if (coldness != before) cool(round, coldness - (before == kImpossible ? 0 : before));
      before = coldness;
      const bool sampling = round >= plan_.rounds / 2;
      // Each half moves by differences within the other, which stands still: so every move keeps the posterior.
      for (const bool upper : {false, true}) {
        if (!move_half(round, upper, coldness, sampling)) return std::nullopt;
      }
      if (sampling) result_.draws.insert(result_.draws.end(), walkers_.begin(), walkers_.end());
    }
    result_.acceptance = tried_ > 0 ? static_cast<double>(accepted_) / static_cast<double>(tried_) : 0;
    return std::move(result_);
  }

 private:
  bool explore_start() {
    std::vector<Place> places;
    for (const Walker& walker : walkers_) places.push_back(walker.place);
    std::optional<std::vector<Finding>> found = explore_(places);
    if (!found) return false;
    for (std::size_t i = 0; i < walkers_.size(); ++i) {
      walkers_[i].found = std::move((*found)[i]);
      note(walkers_[i]);
    }
    return true;
  }

  void note(const Walker& walker) {
    if (walker.found.log_likelihood == kImpossible) ++result_.impossible;
    if (result_.best.place.empty() || walker.found.log_likelihood > result_.best.found.log_likelihood) result_.best = walker;
  }

  // The population of the last temperature, weighted for the next one. Where few walkers carry the weight they are copied over
  // the others.
  void cool(int round, double colder) {
    for (std::size_t i = 0; i < walkers_.size(); ++i) {
      const double likelihood = walkers_[i].found.log_likelihood;
      log_weights_[i] = likelihood == kImpossible ? kImpossible : log_weights_[i] + colder * likelihood;
    }
    if (std::all_of(log_weights_.begin(), log_weights_.end(), [](double weight) { return weight == kImpossible; })) return;
    const std::vector<double> weights = weights_of(log_weights_);
    if (effective_sample_size(weights) > 0.5 * static_cast<double>(walkers_.size())) return;
    Random random(key_of(plan_, "experiment.resample", round, 0));
    std::vector<Walker> copies;
    for (const std::size_t source : resample_systematically(weights, random.uniform())) copies.push_back(walkers_[source]);
    walkers_ = std::move(copies);
    log_weights_.assign(walkers_.size(), 0.0);
  }

  // Half 0 is the even walkers, half 1 the odd ones.
  bool move_half(int round, bool upper, double coldness, bool sampling) {
    std::vector<std::size_t> moving;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < walkers_.size(); ++i) ((i % 2 == 1) == upper ? moving : others).push_back(i);
    std::vector<Place> proposals;
    for (const std::size_t i : moving) proposals.push_back(propose(round, i, others));
    std::optional<std::vector<Finding>> found = explore_(proposals);
    if (!found) return false;
    for (std::size_t n = 0; n < moving.size(); ++n) {
      const std::size_t i = moving[n];
      Walker candidate{std::move(proposals[n]), std::move((*found)[n])};
      note(candidate);
      Random random(key_of(plan_, "experiment.accept", round, i));
      const bool accepted = accepts(candidate, walkers_[i], coldness, random.uniform_fine());
      if (accepted) walkers_[i] = std::move(candidate);
      if (sampling) ++tried_;
      if (sampling && accepted) ++accepted_;
    }
    return true;
  }

  static bool accepts(const Walker& candidate, const Walker& current, double coldness, double luck) {
    if (current.found.log_likelihood == kImpossible) return true;
    if (candidate.found.log_likelihood == kImpossible) return false;
    return thermidor::log(luck) < coldness * (candidate.found.log_likelihood - current.found.log_likelihood);
  }

  Place propose(int round, std::size_t walker, const std::vector<std::size_t>& others) const {
    Random random(key_of(plan_, "experiment.propose", round, walker));
    const auto count = static_cast<std::uint32_t>(others.size());
    const std::uint32_t first = random.below(count);
    const std::uint32_t second = (first + 1 + random.below(count - 1)) % count;
    const Place& plus = walkers_[others[first]].place;
    const Place& minus = walkers_[others[second]].place;
    Place place = walkers_[walker].place;
    const double share = kCrossover[random.below(kCrossover.size())];
    std::vector<bool> axes(place.size());
    for (std::size_t d = 0; d < place.size(); ++d) axes[d] = random.chance(share);
    axes[random.below(static_cast<std::uint32_t>(place.size()))] = true;
    const auto moved = static_cast<double>(std::count(axes.begin(), axes.end(), true));
    const double kind = random.uniform();
    const bool wanders = kind > 1 - kWander;
    const double step = wanders ? 0 : kind < kLeap ? 1 : 2.38 / thermidor::sqrt(2 * moved);
    for (std::size_t d = 0; d < place.size(); ++d) {
      if (!axes[d]) continue;
      place[d] = reflected(place[d] + step * (plus[d] - minus[d]) + (wanders ? kStroll : kTremble) * draw_normal(random));
    }
    return place;
  }

  const PopulationPlan& plan_;
  const Explore& explore_;
  std::vector<Walker> walkers_;
  std::vector<double> log_weights_;
  Population result_;
  std::size_t tried_ = 0;
  std::size_t accepted_ = 0;
};

}  // namespace

std::optional<Population> sample_population(const PopulationPlan& plan, std::vector<Place> start, const Explore& explore) {
  return Sampler(plan, std::move(start), explore).sample();
}

std::vector<Place> latin_hypercube(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
  std::vector<Place> places(count, Place(dimensions));
  std::vector<std::size_t> order(count);
  for (std::size_t d = 0; d < dimensions; ++d) {
    Random random(DrawKey{seed, make_stream("experiment.hypercube"), Month{0}, d});
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
    for (std::size_t i = 0; i < count; ++i)
      places[i][d] = (static_cast<double>(order[i]) + random.uniform()) / static_cast<double>(count);
  }
  return places;
}

std::vector<std::size_t> resample_systematically(std::span<const double> weights, double offset) {
  double total = 0;
  for (const double weight : weights) total += weight;
  std::vector<std::size_t> chosen;
  double reached = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    reached += weights[i] / total * static_cast<double>(weights.size());
    while (chosen.size() < weights.size() && static_cast<double>(chosen.size()) + offset < reached) chosen.push_back(i);
  }
  // Rounding may leave the last place open.
  while (!weights.empty() && chosen.size() < weights.size()) chosen.push_back(chosen.empty() ? 0 : chosen.back());
  return chosen;
}

std::vector<std::size_t> thin_draws(std::size_t walkers, std::size_t rounds, std::size_t keep) {
  std::vector<std::size_t> kept;
  keep = std::min(keep, walkers * rounds);
  for (std::size_t k = 0; k < keep; ++k) {
    const std::size_t walker = keep < walkers ? k * walkers / keep : k % walkers;
    kept.push_back(k * rounds / keep * walkers + walker);
  }
  return kept;
}

double walker_disagreement(const Population& population, std::size_t dimension) {
  const std::size_t walkers = population.walkers;
  const std::size_t rounds = walkers == 0 ? 0 : population.draws.size() / walkers;
  if (walkers < 2 || rounds < 2) return 1;
  std::vector<double> means;
  double within = 0;
  for (std::size_t w = 0; w < walkers; ++w) {
    std::vector<double> chain;
    for (std::size_t r = 0; r < rounds; ++r) chain.push_back(population.draws[r * walkers + w].place[dimension]);
    means.push_back(mean_of(chain));
    const double spread = standard_deviation(chain);
    within += spread * spread / static_cast<double>(walkers);
  }
  const double between = standard_deviation(means);
  if (within == 0) return between == 0 ? 1 : std::numeric_limits<double>::infinity();
  const double length = static_cast<double>(rounds);
  return thermidor::sqrt((length - 1) / length + between * between / within);
}

}  // namespace thermidor::experiment
