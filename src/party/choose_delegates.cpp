// Who is sent to a congress: officials on the secretary's list, and whom the conferences choose by standing. claims.md M066
// M070 S33 S34 S38.
#include "core/distributions.hpp"
#include "party/members.hpp"
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

PerCohort count_generations(const Members& members, std::size_t province) {
  PerCohort persons{};
  for (std::size_t c = 0; c < kMemberClasses; ++c) {
    for (std::size_t k = 0; k < kCohorts; ++k) {
      persons[k] += static_cast<double>(members.full[stratum(province, c, k)]);
    }
  }
  return persons;
}

// Share of each generation in full-time party work: posts go by the standing by which delegates are chosen.
PerCohort rates_in_office(const DelegateParams& params, const Members& members, std::size_t provinces) {
  PerCohort persons{}, rates{};
  for (std::size_t p = 0; p < provinces; ++p) {
    const PerCohort here = count_generations(members, p);
    for (std::size_t k = 0; k < kCohorts; ++k) persons[k] += here[k];
  }
  double standing = 0;
  for (std::size_t k = 0; k < kCohorts; ++k) standing += params.authority[k] * persons[k];
  if (standing <= 0) return rates;
  for (std::size_t k = 0; k < kCohorts; ++k) {
    rates[k] = smaller(params.officials_most, params.officials * params.authority[k] / standing);
  }
  return rates;
}

// Mean composition of those whom a province elects, and of its officials.
struct Choice {
  double veterans = 0;          // among the elected
  double officials = 0;         // among the elected
  double veterans_on_list = 0;  // among those whom a list takes
};

Choice compose(const DelegateParams& params, const PerCohort& rates, const PerCohort& persons) {
  double standing = 0, leading = 0, both = 0;
  for (std::size_t k = 0; k < kCohorts; ++k) {
    standing += params.authority[k] * persons[k];
    // Lists take leading officials, whose posts are kept for those of long standing.
    if (static_cast<double>(k) < params.list_generations) leading += rates[k] * persons[k];
    both += params.authority[k] * persons[k] * rates[k];
  }
  if (standing <= 0) return {};
  return {params.authority[0] * persons[0] / standing, clamp(both / standing, 0, 1),
          leading > 0 ? rates[0] * persons[0] / leading : 0.0};
}

}  // namespace

Delegation choose_delegates(const Convention& c) {
  Delegation sum;
  if (c.members == nullptr) return sum;
  const MemberParams& params = c.params.members;
  const DebateInput input = describe_debate(c, true);
  const std::size_t provinces = c.params.provinces.size();
  const PerCohort rates = rates_in_office(params.delegates, *c.members, provinces);
  for (std::size_t p = 0; p < provinces; ++p) {
    const std::int64_t full = count_province_full(*c.members, p);
    if (full <= 0) continue;
    const auto delegates = larger(1, static_cast<double>(full) / params.cell.congress_ratio + 0.5);
    const auto count = static_cast<std::int64_t>(delegates);
    const double side = input.provinces[p].loyalty_opposition - input.provinces[p].loyalty_ruling;
    const Choice choice = compose(params.delegates, rates, count_generations(*c.members, p));
    Random random = draw(c, "party.delegates", c.state.machine.key[p]);
    const std::int64_t listed = draw_binomial(random, count, imposed_share(params.cell, input.slate_strength, side));
    sum.veterans +=
        draw_binomial(random, listed, choice.veterans_on_list) + draw_binomial(random, count - listed, choice.veterans);
    sum.officials += listed + draw_binomial(random, count - listed, choice.officials);
    sum.delegates += count;
    sum.members += full;
  }
  return sum;
}

}  // namespace thermidor::party
