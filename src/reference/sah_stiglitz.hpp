// Sah and Stiglitz (1984): the price scissors. Peasants sell food to workers at p, in industrial goods; the state sets p and
// invests what the workers make above their wage, which clears the food market.
#pragma once

namespace thermidor::reference {

// Peasants sell q0 p^elasticity each; workers spend the share s of the wage on food.
struct ScissorsEconomy {
  double peasants = 0;
  double workers = 0;
  double sales_at_par = 0;  // q0
  double supply_elasticity = 0;
  double food_share = 0;  // s
  double output = 0;      // of a worker, industrial goods
};
double wage(const ScissorsEconomy& economy, double price);
double investable_surplus(const ScissorsEconomy& economy, double price);
double urban_utility(const ScissorsEconomy& economy, double price);  // ln w - s ln p

// Elasticities at a price: of sales, of the workers' food demand to its price (positive numbers; compensated: at constant
// utility) and to the wage; s as above.
struct ScissorsElasticities {
  double supply = 0;
  double demand = 0;
  double demand_compensated = 0;
  double demand_wage = 1;
};
double wage_response(const ScissorsElasticities& e);                     // d ln w / d ln p
double surplus_response(const ScissorsElasticities& e, double payroll);  // dI / d ln p, payroll = N^u w
double urban_response(const ScissorsElasticities& e, double wage);       // dV^u / d ln p over the marginal utility of income
// Value of investment at which the price is best, given the weights of peasants and workers; s = food's share in the wage.
double value_of_investment(const ScissorsElasticities& e, double peasants, double workers, double food_share);

// Open economy, world price P: (P - p) / p that brings the state most.
double revenue_margin(double supply_elasticity, double demand_elasticity, double sold, double eaten);
double monopsony_margin(double supply_elasticity);

}  // namespace thermidor::reference
