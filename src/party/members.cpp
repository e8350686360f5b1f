#include "party/members.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "core/math.hpp"
#include "party/member_moves.hpp"
#include "party/row_order.hpp"

namespace thermidor::party {

namespace {

// Whole parts of `total` proportional to `weights`; the remainder goes to the largest fractions, ties by `order`.
std::vector<std::int64_t> share_out(std::int64_t total, const std::vector<double>& weights,
                                    const std::vector<std::uint32_t>& order) {
  // Sorted summation: the result does not depend on the order of the parts.
  std::vector<double> sorted = weights;
  std::sort(sorted.begin(), sorted.end());
  const double sum = std::accumulate(sorted.begin(), sorted.end(), 0.0);
  std::vector<std::int64_t> parts(weights.size(), 0);
  if (!(sum > 0) || total <= 0) return parts;
  std::vector<std::size_t> rank(weights.size());
  std::vector<double> fraction(weights.size());
  std::int64_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double exact = static_cast<double>(total) * weights[i] / sum;
    parts[i] = whole(exact);
    fraction[i] = exact - static_cast<double>(parts[i]);
    given += parts[i];
    rank[i] = i;
  }
  std::sort(rank.begin(), rank.end(), [&](std::size_t a, std::size_t b) {
    if (fraction[a] != fraction[b]) return fraction[a] > fraction[b];
    if (order[a] != order[b]) return order[a] < order[b];
    return a < b;
  });
  for (std::size_t i = 0; given < total; ++i, ++given) ++parts[rank[i % rank.size()]];
  return parts;
}

// Shares of the classes in a province at the start.
PerClass opening_classes(const ProvinceRow& row) {
  PerClass share{};
  share[kWorker] = row.workers;
  share[kPeasant] = row.peasants;
  share[kStudent] = row.students;
  share[kSoldier] = row.army;
  const double known = row.workers + row.peasants + row.students + row.army;
  share[kEmployee] = larger(0.0, 1.0 - known);
  return share;
}

void open_province(const MemberOpening& opening, std::size_t province, const ProvinceRow& row, std::int64_t persons,
                   Members& members) {
  const PerClass classes = opening_classes(row);
  std::vector<double> weights(kStrataPerProvince);
  std::vector<std::uint32_t> order(kStrataPerProvince);
  double ignorance = 0;
  for (std::size_t c = 0; c < kMemberClasses; ++c) {
    for (std::size_t k = 0; k < kCohorts; ++k) {
      weights[c * kCohorts + k] = classes[c] * opening.cohort_share[k];
      order[c * kCohorts + k] = static_cast<std::uint32_t>(c * kCohorts + k);
    }
  }
  const std::vector<std::int64_t> parts = share_out(persons, weights, order);
  for (std::size_t i = 0; i < kStrataPerProvince; ++i) {
    const std::size_t at = province * kStrataPerProvince + i, k = i % kCohorts;
    const double count = static_cast<double>(parts[i]);
    members.candidates[at] = whole(count * opening.candidate_share[k] + 0.5);
    members.full[at] = parts[i] - members.candidates[at];
    members.careerists[at] = whole(count * opening.careerist_share[k] + 0.5);
    members.former[at] = whole(count * opening.former_share[k] + 0.5);
    ignorance += count * opening.ignorance[k];
  }
  members.fear[province] = opening.fear;
  members.ignorance[province] = persons > 0 ? ignorance / static_cast<double>(persons) : 0.0;
  members.newcomers[province] = 0;
  members.natives[province] = row.natives;
}

}  // namespace

std::size_t open_cohort(const MemberOpening& opening, Month month) {
  std::size_t cohort = 0;
  while (cohort + 1 < kCohorts && month > opening.cohort_ends[cohort]) ++cohort;
  return cohort;
}

void open_members(const MemberParams& params, const std::vector<ProvinceRow>& rows, Members& members) {
  const std::size_t strata = rows.size() * kStrataPerProvince;
  members = Members{};
  members.full.assign(strata, 0);
  members.candidates.assign(strata, 0);
  members.careerists.assign(strata, 0);
  members.former.assign(strata, 0);
  members.order = order_provinces(rows);
  members.fear.assign(rows.size(), 0);
  members.ignorance.assign(rows.size(), 0);
  members.newcomers.assign(rows.size(), 0);
  members.natives.assign(rows.size(), 0);
  std::vector<double> weights(rows.size());
  std::vector<std::uint32_t> order(rows.size());
  std::int64_t total = whole(params.opening.total);
  for (std::size_t p = 0; p < rows.size(); ++p) {
    weights[p] = rows[p].members;
    order[p] = make_stream(rows[p].id).value;
    if (params.opening.total <= 0) total += whole(rows[p].members);
  }
  const std::vector<std::int64_t> persons = share_out(total, weights, order);
  for (std::size_t p = 0; p < rows.size(); ++p) open_province(params.opening, p, rows[p], persons[p], members);
  members.at_bench = params.cell.at_bench;
  members.admission = params.flow.admission_open;
  members.debate_freedom = params.opening.debate_freedom;
  members.total.start = count_members(members);
  members.month.start = members.total.start;
}

std::int64_t count_members(const Members& members) {
  std::int64_t count = 0;
  for (std::size_t at = 0; at < members.full.size(); ++at) count += persons_in(members, at);
  return count;
}

std::int64_t count_full_members(const Members& members) {
  return std::accumulate(members.full.begin(), members.full.end(), std::int64_t{0});
}

std::int64_t count_province(const Members& members, std::size_t province) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < kStrataPerProvince; ++i) count += persons_in(members, province * kStrataPerProvince + i);
  return count;
}

std::int64_t count_province_full(const Members& members, std::size_t province) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < kStrataPerProvince; ++i) count += members.full[province * kStrataPerProvince + i];
  return count;
}

double alien_share(const Members& members) {
  std::int64_t all = 0, alien = 0;
  for (std::size_t at = 0; at < members.full.size(); ++at) {
    all += persons_in(members, at);
    alien += members.careerists[at] + members.former[at];
  }
  return all > 0 ? static_cast<double>(alien) / static_cast<double>(all) : 0.0;
}

bool shares_in_range(const Members& members) {
  // Comparisons with NaN are false.
  const auto share = [](double x) { return x >= 0 && x <= 1; };
  bool sound = share(members.debate_freedom) && share(members.purge_share) && share(members.purge_peasants_before);
  for (std::size_t p = 0; p < members.fear.size(); ++p) {
    sound = sound && share(members.fear[p]) && share(members.ignorance[p]) && share(members.natives[p]) &&
            members.newcomers[p] >= 0 && members.newcomers[p] <= 1e9;
  }
  for (const double at_bench : members.at_bench) sound = sound && share(at_bench);
  return sound && members.admission >= 0 && members.admission <= 5;
}

bool members_balance(const Members& members) {
  // The sign of a number that must not be negative stays in the union; without branches the loop becomes vector code.
  std::int64_t wrong = 0, now = 0;
  for (std::size_t at = 0; at < members.full.size(); ++at) {
    const std::int64_t all = persons_in(members, at), careerists = members.careerists[at], former = members.former[at];
    wrong |= members.full[at] | members.candidates[at] | careerists | (all - careerists) | former | (all - former);
    now += all;
  }
  if (wrong < 0 || !shares_in_range(members)) return false;
  const auto closes = [now](const MemberBook& book) { return booked_now(book) == now; };
  return closes(members.total) && closes(members.month);
}

}  // namespace thermidor::party
