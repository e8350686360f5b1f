#include "reference/sah_stiglitz.hpp"

#include "core/math.hpp"

namespace thermidor::reference {

double wage(const ScissorsEconomy& economy, double price) {
  const double sold = economy.peasants * economy.sales_at_par * pow(price, economy.supply_elasticity);
  return sold * price / (economy.workers * economy.food_share);
}

double investable_surplus(const ScissorsEconomy& economy, double price) {
  return economy.workers * (economy.output - wage(economy, price));
}

double urban_utility(const ScissorsEconomy& economy, double price) {
  return log(wage(economy, price)) - economy.food_share * log(price);
}

double wage_response(const ScissorsElasticities& e) { return (e.supply + e.demand) / e.demand_wage; }

double surplus_response(const ScissorsElasticities& e, double payroll) { return -payroll * wage_response(e); }

double urban_response(const ScissorsElasticities& e, double wage) {
  return wage * (e.supply + e.demand_compensated) / e.demand_wage;
}

double value_of_investment(const ScissorsElasticities& e, double peasants, double workers, double food_share) {
  // (D - b_u)(supply + compensated demand) = (b_r - D) s e_w: a mean of the two weights.
  const double of_workers = e.supply + e.demand_compensated;
  const double of_peasants = food_share * e.demand_wage;
  return (workers * of_workers + peasants * of_peasants) / (of_workers + of_peasants);
}

double revenue_margin(double supply_elasticity, double demand_elasticity, double sold, double eaten) {
  return (sold - eaten) / (sold * supply_elasticity + eaten * demand_elasticity);
}

double monopsony_margin(double supply_elasticity) { return 1 / supply_elasticity; }

}  // namespace thermidor::reference
