// The month's audit: grain, money, goods and persons must agree to the unit between books and columns.
#pragma once

#include "model/params.hpp"
#include "model/world.hpp"

namespace thermidor {

// Counts what farms hold and compares with flows and books; raises world.fault with the residual that is not zero.
// Call after phase 12, before prices and the unit of money change.
void audit_books(World& world);

}  // namespace thermidor
