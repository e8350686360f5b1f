#include "reference/bargaining.hpp"

#include <algorithm>

#include "core/math.hpp"

namespace thermidor::reference {

namespace {

double size_of(double x) { return x < 0 ? -x : x; }

double whole_power(double base, int exponent) {
  double product = 1;
  for (int i = 0; i < exponent; ++i) product *= base;
  return product;
}

// So little support has everything, so that no chance is divided by nothing.
constexpr double kLeastSupport = 1e-8;

// Who holds the field after one more round of challenges, from chances `now`.
std::vector<double> after_challenges(const Matrix& support, const Matrix& victory, Election election,
                                     const std::vector<double>& now) {
  const std::size_t count = now.size();
  std::vector<double> next(count, 0.0);
  for (std::size_t holder = 0; holder < count; ++holder) {
    std::vector<double> odds(count, 1.0);
    if (election == Election::gainful_challenges) {
      for (std::size_t i = 0; i < count; ++i) odds[i] = i == holder ? 0.0 : support[i][holder] * victory[i][holder];
    }
    double all = 0;
    for (const double odd : odds) all += odd;
    for (std::size_t i = 0; i < count; ++i) {
      const double comes = now[holder] * odds[i] / all;
      next[i] += comes * victory[i][holder];
      next[holder] += comes * victory[holder][i];
    }
  }
  return next;
}

double range_of(const std::vector<Actor>& actors) {
  double low = actors.front().position, high = low;
  for (const Actor& actor : actors) {
    low = smaller(low, actor.position);
    high = larger(high, actor.position);
  }
  return high - low;
}

double vote_of(const Actor& actor, double first, double second, double range) {
  return actor.capability * actor.salience * (size_of(actor.position - second) - size_of(actor.position - first)) / range;
}

}  // namespace

std::vector<double> logit_choice(const std::vector<double>& utilities, double precision) {
  const double best = *std::max_element(utilities.begin(), utilities.end());
  std::vector<double> chances;
  double all = 0;
  for (const double utility : utilities) {
    chances.push_back(exp(precision * (utility - best)));
    all += chances.back();
  }
  for (double& chance : chances) chance /= all;
  return chances;
}

// The row's answer rises with the column's and the column's falls with the row's: one fixed point, found by halving.
Mixture quantal_response(double prize, double precision) {
  const auto column = [precision](double top) { return logit_choice({1.0 - top, top}, precision)[0]; };
  const auto row = [prize, precision](double left) { return logit_choice({prize * left, 1.0 - left}, precision)[0]; };
  double low = 0, high = 1;
  for (int round = 0; round < 100; ++round) {
    const double top = 0.5 * (low + high);
    (row(column(top)) > top ? low : high) = top;
  }
  const double top = 0.5 * (low + high);
  return {top, column(top)};
}

Mixture nash_mixture(double prize) { return {0.5, 1.0 / (1.0 + prize)}; }

double influence(VotingRule rule, double weight, double first, double second) {
  const double gap = first - second;
  const double sign = clamp(gap / 1e-8, -1.0, 1.0);
  switch (rule) {
    case VotingRule::binary: return weight * sign;
    case VotingRule::mostly_proportional: return weight * (0.8 * gap + 0.2 * sign);
    case VotingRule::proportional: return weight * gap;
    case VotingRule::proportional_cubic: return weight * 0.5 * (gap + gap * gap * gap);
    case VotingRule::cubic: return weight * gap * gap * gap;
    case VotingRule::asymmetric: break;
  }
  return weight * gap * (gap < 0 ? 1.0 : 2.0 / 3);
}

Matrix coalitions(VotingRule rule, const std::vector<double>& weights, const Matrix& utility) {
  const std::size_t count = utility.front().size();
  Matrix support(count, std::vector<double>(count, kLeastSupport));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      for (std::size_t k = 0; k < weights.size(); ++k) {
        support[i][j] += larger(0.0, influence(rule, weights[k], utility[k][i], utility[k][j]));
      }
    }
  }
  return support;
}

double victory_chance(double one, double other, int exponent) {
  const double mine = whole_power(one, exponent), theirs = whole_power(other, exponent);
  return mine / (mine + theirs);
}

std::vector<double> condorcet_election(const Matrix& support, int exponent, Election election) {
  constexpr int kMost = 100'000;
  constexpr double kStill = 1e-13;
  const std::size_t count = support.size();
  Matrix victory(count, std::vector<double>(count, 0.5));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) victory[i][j] = victory_chance(support[i][j], support[j][i], exponent);
  }
  std::vector<double> chances(count, 1.0 / static_cast<double>(count));
  if (election == Election::conditional) {
    double all = 0;
    for (std::size_t i = 0; i < count; ++i) {
      chances[i] = 1;
      for (const double chance : victory[i]) chances[i] *= chance;
      all += chances[i];
    }
    for (double& chance : chances) chance /= all;
    return chances;
  }
  double moved = 1;
  for (int round = 0; round < kMost && moved > kStill; ++round) {
    const std::vector<double> next = after_challenges(support, victory, election, chances);
    moved = 0;
    for (std::size_t i = 0; i < count; ++i) {
      moved = larger(moved, size_of(next[i] - chances[i]));
      chances[i] = 0.5 * (chances[i] + next[i]);
    }
  }
  return chances;
}

double spatial_utility(double distance, double risk) { return (1.0 - distance) * (1.0 + distance * risk); }

double net_votes(const std::vector<Actor>& actors, double first, double second) {
  const double range = range_of(actors);
  double votes = 0;
  for (const Actor& actor : actors) votes += vote_of(actor, first, second, range);
  return votes;
}

double victory_by_votes(const std::vector<Actor>& actors, double first, double second) {
  const double range = range_of(actors);
  double votes_for = 0, cast = 0;
  for (const Actor& actor : actors) {
    const double vote = vote_of(actor, first, second, range);
    votes_for += larger(0.0, vote);
    cast += size_of(vote);
  }
  return votes_for / cast;
}

double weighted_mean(const std::vector<Actor>& actors) {
  double sum = 0, weight = 0;
  for (const Actor& actor : actors) {
    sum += actor.capability * actor.salience * actor.position;
    weight += actor.capability * actor.salience;
  }
  return sum / weight;
}

double weight_at(const std::vector<Actor>& actors, double position) {
  double here = 0, weight = 0;
  for (const Actor& actor : actors) {
    const double mine = actor.capability * actor.salience;
    here += actor.position == position ? mine : 0.0;
    weight += mine;
  }
  return here / weight;
}

double expected_gain(const std::vector<Actor>& actors, const Actor& challenger, const Actor& target) {
  const double gap = size_of(challenger.position - target.position) / range_of(actors);
  const double success = 2.0 - 4.0 * (0.5 - 0.5 * gap);
  const double failure = 2.0 - 4.0 * (0.5 + 0.5 * gap);
  const double status_quo = 2.0 - 4.0 * 0.5;
  const double chance = victory_by_votes(actors, challenger.position, target.position);
  const double resisted = chance * success + (1.0 - chance) * failure;
  return target.salience * resisted + (1.0 - target.salience) * success - status_quo;
}

double risk_exponent(double risk) { return (1.0 - risk / 3) / (1.0 + risk / 3); }

}  // namespace thermidor::reference
