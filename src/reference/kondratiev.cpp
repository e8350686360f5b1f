#include "reference/kondratiev.hpp"

namespace thermidor::reference {

FoodBalance balance_food(const FoodPlan& plan) {
  FoodBalance balance;
  balance.urban = plan.urban_norm * plan.urban_people;
  balance.rural = plan.rural_norm * plan.rural_people;
  balance.eaten = balance.urban + balance.rural;
  balance.surplus = plan.net_output - balance.eaten;
  return balance;
}

}  // namespace thermidor::reference
