// Kondratiev's check of the draft five-year plan (1927): what town and village would eat by the plan's norms against what the
// farms would bring. Chervonets roubles at producers' prices, millions of persons.
#pragma once

namespace thermidor::reference {

struct FoodPlan {
  double urban_norm = 0;    // roubles a head
  double urban_people = 0;  // millions
  double rural_norm = 0;
  double rural_people = 0;
  double net_output = 0;  // million roubles
};
struct FoodBalance {
  double urban = 0;  // million roubles
  double rural = 0;
  double eaten = 0;
  double surplus = 0;  // a deficit if below zero
};
FoodBalance balance_food(const FoodPlan& plan);

}  // namespace thermidor::reference
