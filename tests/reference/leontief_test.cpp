// The plan's successive approximations against the balance that they approach.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "economy/measures.hpp"
#include "reference/leontief.hpp"
#include "reference/probes.hpp"

namespace thermidor::reference::testing {
namespace {

using economy::BranchKind;
using economy::BranchRow;

// The plan of a year with orders and investment after this many rounds, without errors of statistics.
std::vector<double> plan_after(OpeningBooks& books, double rounds) {
  books.params.plan.error = 0;
  books.params.plan.rounds = rounds;
  economy::plan_materials(books.state, books.params, books.policy, 1, 1, OpeningBooks::kOpening);
  return books.state.branches.plan;
}

OpeningBooks busy_country() {
  OpeningBooks books;
  books.state.budget.investment = 4e9;
  books.state.budget.orders = 3e9;
  for (std::size_t b = 0; b < books.params.branches.size(); ++b)
    books.state.branches.desired[b] = 1e9 * (1 + 0.1 * static_cast<double>(b));
  return books;
}

// The material that a heavy branch makes, or none.
std::size_t makes(const BranchRow& row) { return economy::is_heavy(row) ? economy::material_of(row) : economy::kMaterials; }

// What a unit of each branch uses of each other, by the branch table.
std::vector<std::vector<double>> input_matrix(const economy::Params& params) {
  const std::size_t count = params.branches.size();
  std::vector<std::vector<double>> inputs(count, std::vector<double>(count, 0.0));
  double fuel_size = 0;
  for (const BranchRow& row : params.branches) fuel_size += makes(row) == economy::at(economy::Material::fuel) ? row.size : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t made = makes(params.branches[i]);
    if (made == economy::kMaterials) continue;
    const double share = made == economy::at(economy::Material::fuel) ? params.branches[i].size / fuel_size : 1;
    for (std::size_t j = 0; j < count; ++j) inputs[i][j] = economy::inputs_of(params.branches[j])[made] * share;
  }
  return inputs;
}

double largest_gap(const std::vector<double>& plan, const std::vector<double>& balance) {
  double gap = 0;
  for (std::size_t b = 0; b < plan.size(); ++b) {
    if (balance[b] > 0) gap = std::max(gap, std::abs(plan[b] / balance[b] - 1));
  }
  return gap;
}

TEST(MaterialBalances, ApproachTheBalanceOfLeontiefFromBelow) {
  OpeningBooks books = busy_country();
  const double shipped = books.params.plan.rounds;
  const std::vector<double> final_demand = plan_after(books, 0);
  const std::vector<double> balance = outputs_in_balance(input_matrix(books.params), final_demand);
  ASSERT_EQ(balance.size(), final_demand.size());
  EXPECT_GT(largest_gap(final_demand, balance), .05) << "materials must matter for the test to say anything";
  double before = largest_gap(final_demand, balance);
  for (int rounds = 1; rounds <= 12; ++rounds) {
    const std::vector<double> plan = plan_after(books, rounds);
    for (std::size_t b = 0; b < plan.size(); ++b) EXPECT_LE(plan[b], balance[b] * (1 + 1e-12));
    const double gap = largest_gap(plan, balance);
    // A branch that only makes what makers of materials use hears of the demand a round later for each hand between.
    EXPECT_LT(gap, rounds <= 2 ? before : .6 * before) << rounds;
    before = gap;
  }
  EXPECT_LT(largest_gap(plan_after(books, 60), balance), 1e-12);
  // The rounds that the planners make leave less than one per cent of any branch out.
  EXPECT_LT(largest_gap(plan_after(books, shipped), balance), .01);
}

TEST(MaterialBalances, LeontiefOutputsCoverFinalAndIntermediateUse) {
  const std::vector<std::vector<double>> inputs = {{.1, .3}, {.2, .05}};
  const std::vector<double> outputs = outputs_in_balance(inputs, {10, 20});
  EXPECT_NEAR(outputs[0], .1 * outputs[0] + .3 * outputs[1] + 10, 1e-12);
  EXPECT_NEAR(outputs[1], .2 * outputs[0] + .05 * outputs[1] + 20, 1e-12);
  EXPECT_TRUE(outputs_in_balance({{1, 0}, {0, .5}}, {1, 1}).empty()) << "a branch that eats all it makes";
}

}  // namespace
}  // namespace thermidor::reference::testing
