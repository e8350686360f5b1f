// The month's audit: grain, money, goods and persons must agree to the unit between books and columns.
#pragma once

#include <cstdint>
#include <vector>

#include "core/parallel.hpp"
#include "core/quantity.hpp"
#include "model/world.hpp"

namespace thermidor {

// Counts what farms hold and compares with flows and books; raises world.fault with the residual that is not zero.
// Call after phase 12, before prices and the unit of money change.
void audit_books(World& world, const Executor& executor);

// Persons at the close of a month, as farms and towns reported them.
struct People {
  std::vector<Persons> villagers;  // per region
  std::int64_t townspeople = 0;
};
People count_people(const World& world);

// People of this month against last month's: only birth, death and moving change their number.
void audit_people(const People& before, World& world);

}  // namespace thermidor
