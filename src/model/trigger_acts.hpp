// Acts that are done when a condition holds, or again and again. At the start of a month it is decided which of them are done
// in it; everything that carries acts out asks here.
#pragma once

#include <vector>

#include "model/act.hpp"
#include "model/params.hpp"
#include "signals/records.hpp"

namespace thermidor {

struct World;

// Looks at the conditions, on what the closed month left behind, and writes down what is done this month.
void trigger_acts(const Params& params, const std::vector<Act>& acts, World& world, Records& records);

// In its first month, or in the month in which it was triggered.
bool is_done_now(const Act& act, const World& world);

// What it set stands this month: from `at`, or from when it was triggered, to `until`. What is repeated stands only in the
// months in which it is done.
bool stands_now(const Act& act, const World& world);

// The month in which it was done, or done last; Month{} if it was not.
Month month_done(const Act& act, const World& world);

}  // namespace thermidor
