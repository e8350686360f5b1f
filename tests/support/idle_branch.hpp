// A row for branches.toml that the loader must refuse: a branch that works with nothing.
#pragma once

namespace thermidor {

inline constexpr const char* kIdleBranch = R"(
[[row]]
id = "idle"
title = "Idle"
kind = 1
weight = 0
size = 1
output = 0.5
capacity = 1
fuel = 0
ore = 0
metal = 0
machines = 0
power = 0
timber = 0
raw = 0
investment_use = 0
capital = 1
state_use = 0
priority = 0.5
trusts = 1
growth = 0.05
repair = 1
stock = 1
lag = 12
leasable = 0
)";

}  // namespace thermidor
