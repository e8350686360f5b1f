#include "reference/regimes.hpp"

#include "core/math.hpp"

namespace thermidor::reference {

namespace {

double whole_power(double base, int exponent) {
  double product = 1;
  for (int i = 0; i < exponent; ++i) product *= base;
  return product;
}

}  // namespace

double selectorate_spending(double revenue, double coalition, double selectorate, double patience) {
  return revenue * (1.0 - patience) / (1.0 - patience * coalition / selectorate);
}

double next_share(const Patronage& machine, double share) {
  return (1.0 - machine.turnover) * (1.0 - machine.decay) * share + machine.turnover * machine.bias;
}

double steady_share(const Patronage& machine) {
  return machine.turnover * machine.bias / (1.0 - (1.0 - machine.turnover) * (1.0 - machine.decay));
}

double periods_to_half(const Patronage& machine, double share) {
  const double steady = steady_share(machine);
  return log((steady - 0.5) / (steady - share)) / log((1.0 - machine.turnover) * (1.0 - machine.decay));
}

double packed_share(double share, std::int64_t seats, std::int64_t enlarged, double new_share) {
  const auto old_seats = static_cast<double>(seats), all = static_cast<double>(enlarged);
  return (old_seats * share + (all - old_seats) * new_share) / all;
}

double tenure_hazard(double holders, double posts, double years) { return (holders / posts - 1.0) / years; }

double rebellion_threshold(double success, double acquiescence, double loss) {
  return (acquiescence + loss) / (success + loss);
}

// Success falls with the ruler's share l as (1 - l)^m / ((1 - l)^m + l^m).
double established_power(double threshold, int exponent) {
  const double odds = pow((1.0 - threshold) / threshold, 1.0 / exponent);
  return odds / (1.0 + odds);
}

double loyalty_stake(double wage, double bribe, double punishment) { return (wage + punishment) / (bribe + punishment); }

double competence_cap(double strong_enemy, double stake) {
  const double odds = (1.0 - strong_enemy) / strong_enemy * stake / (1.0 - stake);
  return odds / (1.0 + odds);
}

double value_if_sparing(const Succession& game) {
  const double d = game.patience;
  const double back = d * game.comeback / (1.0 - d * (1.0 - game.comeback));
  return 1.0 / (1.0 - d * (1.0 - game.lose) - d * game.lose * back);
}

double value_if_destroying(const Succession& game, int quiet_periods) {
  double quiet = 0;
  for (int period = 0; period <= quiet_periods; ++period) quiet += whole_power(game.patience, period);
  return quiet / (1.0 - whole_power(game.patience, quiet_periods + 1) * (1.0 - game.lose));
}

Elimination least_elimination(double enemies, double accuracy, double tolerated) {
  const double suspected = enemies * accuracy + (1.0 - enemies) * (1.0 - accuracy);
  Elimination result;
  result.of_suspects = (enemies - tolerated) / (enemies * accuracy - tolerated * suspected);
  result.purged = result.of_suspects * suspected;
  result.innocents = result.of_suspects * (1.0 - enemies) * (1.0 - accuracy);
  return result;
}

double value_of_post(double rent, double patience, int tenure) {
  return rent * (1.0 - whole_power(patience, tenure)) / (1.0 - patience);
}

double activists_per_post(double rent, double patience, int tenure, double effort_cost) {
  return patience * value_of_post(rent, patience, tenure) / (effort_cost * tenure);
}

double newcomer_share(double members, double newcomers) { return newcomers / (members + newcomers); }

double diluted_share(double old_share, double new_share, double newcomers) {
  return (1.0 - newcomers) * old_share + newcomers * new_share;
}

}  // namespace thermidor::reference
