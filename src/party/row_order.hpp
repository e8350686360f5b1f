// The order in which sums and choices run over rows of a table: by the texts of their ids, so that it does not depend on the
// order in which a scenario lists them.
#pragma once

#include <algorithm>
#include <vector>

#include "core/ids.hpp"
#include "party/tables.hpp"

namespace thermidor::party {

// Rows in the order that `before(a, b)` gives; ids decide among equals.
template <class AnyId, class Row, class Before>
std::vector<AnyId> order_rows(const std::vector<Row>& rows, Before before) {
  std::vector<AnyId> order;
  for (std::size_t i = 0; i < rows.size(); ++i) order.push_back(make_id<AnyId>(i));
  std::sort(order.begin(), order.end(), [&](AnyId a, AnyId b) {
    const Row& x = rows[a.index()];
    const Row& y = rows[b.index()];
    if (before(x, y) || before(y, x)) return before(x, y);
    return x.id != y.id ? x.id < y.id : a < b;
  });
  return order;
}

inline std::vector<ProvinceId> order_provinces(const std::vector<ProvinceRow>& rows) {
  return order_rows<ProvinceId>(rows, [](const ProvinceRow&, const ProvinceRow&) { return false; });
}

// The greatest office first.
inline std::vector<PostId> order_posts(const std::vector<PostRow>& rows) {
  return order_rows<PostId>(rows, [](const PostRow& a, const PostRow& b) { return a.value > b.value; });
}

}  // namespace thermidor::party
