#include "reference/coalitions.hpp"

namespace thermidor::reference {

std::vector<std::uint32_t> ruling_coalitions(const std::vector<std::int64_t>& powers, Majority majority) {
  const std::uint32_t everybody = (1U << powers.size()) - 1U;
  std::vector<std::int64_t> power(everybody + 1U, 0);
  std::vector<char> stands(everybody + 1U, 0);  // no winning part of it stands by itself
  std::vector<std::uint32_t> rulers;
  // A part has a smaller number than the whole, so that it has been judged before.
  for (std::uint32_t whole = 1; whole <= everybody; ++whole) {
    const std::uint32_t lowest = whole & (~whole + 1U);
    std::size_t person = 0;
    while ((1U << person) != lowest) ++person;
    power[whole] = power[whole ^ lowest] + powers[person];
    rulers.clear();
    std::int64_t least = 0;
    for (std::uint32_t part = (whole - 1U) & whole; part > 0; part = (part - 1U) & whole) {
      if (stands[part] == 0 || power[part] * majority.under <= power[whole] * majority.over) continue;
      if (!rulers.empty() && power[part] > least) continue;
      if (!rulers.empty() && power[part] < least) rulers.clear();
      least = power[part];
      rulers.insert(rulers.begin(), part);
    }
    stands[whole] = rulers.empty() ? 1 : 0;
    if (rulers.empty()) rulers.push_back(whole);
  }
  return rulers;
}

}  // namespace thermidor::reference
