#include "reference/wedges.hpp"

#include "core/math.hpp"

namespace thermidor::reference {
namespace {

double product_of_labour(const Sector& sector) { return sector.share_n * sector.output / sector.labour; }
double product_of_capital(const Sector& sector) { return sector.share_k * sector.output / sector.capital; }
double power_of_inputs(const Sector& sector) {
  return pow(sector.capital, sector.share_k) * pow(sector.labour, sector.share_n);
}

}  // namespace

double marginal_rate(const TwoSectors& economy) {
  const Tastes& tastes = economy.tastes;
  const double beyond_a = economy.a.consumption - tastes.gamma_a;
  const double beyond_m = economy.m.consumption - tastes.gamma_m;
  return pow(tastes.eta_m / tastes.eta_a * beyond_a / beyond_m, 1 / tastes.sigma);
}

LabourWedge labour_wedge(const TwoSectors& economy) {
  const Sector& a = economy.a;
  const Sector& m = economy.m;
  LabourWedge wedge;
  wedge.consumption = marginal_rate(economy) * a.price / m.price;
  wedge.production = m.price * product_of_labour(m) / m.wage / (a.price * product_of_labour(a) / a.wage);
  wedge.mobility = m.wage / a.wage;
  wedge.product = marginal_rate(economy) * product_of_labour(m) / product_of_labour(a);
  return wedge;
}

double capital_wedge(const TwoSectors& economy) {
  return marginal_rate(economy) * product_of_capital(economy.m) / product_of_capital(economy.a);
}

double intertemporal_wedge(double beta, double utility_growth, double product, double wear) {
  return beta * utility_growth * (1 + product - wear);
}

TwoSectors allocate(const TwoSectors& economy, double labour_wedge, double capital_wedge) {
  const double labour = economy.a.labour + economy.m.labour;
  const double capital = economy.a.capital + economy.m.capital;
  const double investment = economy.m.output - economy.m.consumption;
  const double skill_a = economy.a.output / power_of_inputs(economy.a);
  const double skill_m = economy.m.output / power_of_inputs(economy.m);
  // The two wedges differ only by the ratio of capital to labour in the two sectors, so labour in A alone is left to find.
  const double ratio =
      capital_wedge / labour_wedge * (economy.m.share_n / economy.m.share_k) * (economy.a.share_k / economy.a.share_n);
  TwoSectors found = economy;
  const auto divide = [&](double labour_a) {
    const double odds = ratio * labour_a / (labour - labour_a);  // of capital in A
    found.a.labour = labour_a;
    found.m.labour = labour - labour_a;
    found.a.capital = capital / (1 + 1 / odds);
    found.m.capital = capital - found.a.capital;
    found.a.output = skill_a * power_of_inputs(found.a);
    found.m.output = skill_m * power_of_inputs(found.m);
    found.a.consumption = found.a.output;
    found.m.consumption = found.m.output - investment;
  };
  // More labour in A means more of its good and less of the other, so the wedge rises. Short of subsistence in A the wedge
  // counts as too low, without the other good as too high.
  double low = 0;
  double high = labour;
  for (int halving = 0; halving < 100; ++halving) {
    const double middle = low + (high - low) / 2;
    divide(middle);
    const bool starving = found.a.consumption <= economy.tastes.gamma_a;
    const bool bare = found.m.consumption <= economy.tastes.gamma_m;
    const double wedge = marginal_rate(found) * product_of_labour(found.m) / product_of_labour(found.a);
    (starving || (!bare && wedge < labour_wedge) ? low : high) = middle;
  }
  divide(high);
  return found;
}

}  // namespace thermidor::reference
