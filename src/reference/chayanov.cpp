#include "reference/chayanov.hpp"

#include "core/math.hpp"

namespace thermidor::reference {

double labour_per_worker(const LabourBalance& balance, double consumers_per_worker) {
  return pow(balance.alpha * consumers_per_worker / balance.phi, 1 / (1 + balance.nu));
}

double labour_elasticity(const LabourBalance& balance) { return 1 / (1 + balance.nu); }

double share_of_land_sown(double need, double value, double drudgery) {
  // Gain less drudgery of one more unit when the share x is sown; falls in x.
  const auto net_gain = [&](double x) {
    if (x < need) return 1 / x - pow(x, drudgery);
    return value / (need + value * (x - need)) - pow(x, drudgery);
  };
  double low = 0;
  double high = 1;
  if (net_gain(high) >= 0) return high;
  for (int halving = 0; halving < 60; ++halving) {
    const double middle = low + (high - low) / 2;
    (net_gain(middle) >= 0 ? low : high) = middle;
  }
  return low;
}

ThreeFieldPlan plan_three_fields(const ThreeFieldNorms& norms) {
  ThreeFieldPlan plan;
  plan.winter_field = norms.consumers * norms.grain_each / norms.yield_net;
  plan.arable = 3 * plan.winter_field;
  plan.horses = 2 * plan.winter_field / norms.sown_per_horse;
  plan.dung = plan.winter_field * norms.dung_per_fallow;
  plan.livestock = plan.dung / norms.dung_per_head;
  plan.hay = plan.livestock * norms.hay_per_head;
  plan.meadow = plan.hay / norms.hay_yield;
  plan.area = plan.arable + plan.meadow;
  return plan;
}

}  // namespace thermidor::reference
