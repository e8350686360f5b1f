// Choice under error and bargains among unequal actors: logit and quantal response (McKelvey and Palfrey 1995), probabilistic
// Condorcet elections (the KTAB library), expected utility of challenges (Bueno de Mesquita, as restated by Scholz, Calbert and
// Smith 2011).
#pragma once

#include <cstdint>
#include <vector>

namespace thermidor::reference {

std::vector<double> logit_choice(const std::vector<double>& utilities, double precision);

// Matching pennies in which the row player wins `prize` for (top, left), 1 for (bottom, right).
struct Mixture {
  double top = 0.5;
  double left = 0.5;
};
Mixture quantal_response(double prize, double precision);
Mixture nash_mixture(double prize);

// Influence of an actor of some weight for the first of two proposals of these utilities, negative for the second.
enum class VotingRule : std::uint8_t { binary, mostly_proportional, proportional, proportional_cubic, cubic, asymmetric };
double influence(VotingRule rule, double weight, double first, double second);

using Matrix = std::vector<std::vector<double>>;
// Support for proposal i over j; utility[k][i] is that of i for actor k.
Matrix coalitions(VotingRule rule, const std::vector<double>& weights, const Matrix& utility);
// Chance of the stronger of two at this exponent.
double victory_chance(double one, double other, int exponent);
// Chances that each proposal prevails: against all others at once, or as the long run of challenges by anybody alike or by
// those who expect to gain.
enum class Election : std::uint8_t { conditional, uniform_challenges, gainful_challenges };
std::vector<double> condorcet_election(const Matrix& support, int exponent, Election election);

// Utility of a position at this distance (0-1) for an actor of this attitude to risk (-1..1).
double spatial_utility(double distance, double risk);

struct Actor {
  double position = 0;
  double capability = 0;
  double salience = 0;
};
double net_votes(const std::vector<Actor>& actors, double first, double second);         // for first over second, per range
double victory_by_votes(const std::vector<Actor>& actors, double first, double second);  // share of votes cast
double weighted_mean(const std::vector<Actor>& actors);
double weight_at(const std::vector<Actor>& actors, double position);  // share of capability times salience
// What one expects of challenging another, against leaving things as they are; neither likes or shuns risk.
double expected_gain(const std::vector<Actor>& actors, const Actor& challenger, const Actor& target);
double risk_exponent(double risk);  // -1..1 to 2..1/2

}  // namespace thermidor::reference
