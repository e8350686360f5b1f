#include "party/card_shares.hpp"

namespace thermidor::party {
namespace {

// One of the groups over which a number is divided.
struct Group {
  double weight = 0;
  std::int64_t least = 0, most = 0;
  std::int64_t share = 0;
};

// Divides a number over groups; returns what could not be placed (below 0: what had to be placed beyond it).
template <std::size_t N>
std::int64_t divide(std::int64_t number, std::array<Group, N>& groups, Dither& dither) {
  std::int64_t least = 0, most = 0;
  double weight = 0;
  for (const Group& group : groups) {
    least += group.least;
    most += group.most;
    weight += group.weight;
  }
  std::int64_t left = std::clamp(number, least, most);
  const std::int64_t placed = left;
  for (Group& group : groups) {
    least -= group.least;
    most -= group.most;
    const std::int64_t low = std::max(group.least, left - most), high = std::min(group.most, left - least);
    const double mean = weight > 0 ? static_cast<double>(left) * group.weight / weight : 0.0;
    group.share = low >= high ? high : std::clamp(dither.whole_of(mean, high), low, high);
    left -= group.share;
    weight -= group.weight;
  }
  return number - placed;
}

double real(std::int64_t count) { return static_cast<double>(count); }

}  // namespace

CardShares share_cards(const CardCounts& there, const MemberFlow& flow, double odds, Dither& dither) {
  CardShares shares;
  const std::array<std::int64_t, kStatuses> taken = {flow.full, flow.candidates};
  std::array<std::array<std::int64_t, kCardKinds>, kStatuses> have{};
  std::array<Group, kStatuses> by_status;
  for (std::size_t s = 0; s < kStatuses; ++s) {
    std::int64_t all = 0;
    for (std::size_t kind = 0; kind < kCardKinds; ++kind) {
      have[s][kind] = std::int64_t{there[silent_part(s)][kind]} + there[spoke_part(s)][kind];
      all += have[s][kind];
    }
    const std::int64_t careerists = have[s][kCareerist] + have[s][kCareerist | kFormer];
    by_status[s].weight = all > 0 ? real(taken[s]) * real(careerists) / real(all) : 0.0;
    by_status[s].least = std::max<std::int64_t>(0, taken[s] - (all - careerists));
    by_status[s].most = std::min(taken[s], careerists);
  }
  shares.missing_careerists = divide(flow.careerists, by_status, dither);
  // Former members among convinced and careerists of either status.
  std::array<Group, 2 * kStatuses> cells;
  for (std::size_t q = 0; q < cells.size(); ++q) {
    const std::size_t s = q / 2, kind = q % 2;
    const std::int64_t here = kind != 0 ? by_status[s].share : taken[s] - by_status[s].share;
    const std::int64_t former = have[s][kind | kFormer], all = former + have[s][kind];
    cells[q].weight = all > 0 ? real(here) * real(former) / real(all) : 0.0;
    cells[q].least = std::max<std::int64_t>(0, here - have[s][kind]);
    cells[q].most = std::min(here, former);
  }
  shares.missing_former = divide(flow.former, cells, dither);
  for (std::size_t q = 0; q < cells.size(); ++q) {
    const std::size_t s = q / 2;
    const std::int64_t here = q % 2 != 0 ? by_status[s].share : taken[s] - by_status[s].share;
    for (const std::size_t kind : {q % 2, (q % 2) | kFormer}) {
      const std::int64_t count = (kind & kFormer) != 0 ? cells[q].share : here - cells[q].share;
      const std::int64_t spoke = there[spoke_part(s)][kind], all = have[s][kind];
      const std::int64_t of_them =
          count > 0 && spoke > 0 ? marked_part(dither, all, spoke, count, marked_mean(all, spoke, count, odds)) : 0;
      shares.taken[spoke_part(s)][kind] = static_cast<std::uint32_t>(of_them);
      shares.taken[silent_part(s)][kind] = static_cast<std::uint32_t>(count - of_them);
    }
  }
  return shares;
}

std::array<std::array<std::int64_t, kCardKinds>, kStatuses> mix_kinds(const MovedMembers& moved, Dither& dither) {
  std::array<std::array<std::int64_t, kCardKinds>, kStatuses> mixed{};
  const std::array<std::int64_t, kStatuses> all = {moved.full, moved.candidates};
  std::array<Group, kStatuses> careerists;
  for (std::size_t s = 0; s < kStatuses; ++s) careerists[s] = {real(all[s]), 0, all[s]};
  divide(moved.careerists, careerists, dither);
  std::array<Group, 2 * kStatuses> former;
  for (std::size_t q = 0; q < former.size(); ++q) {
    const std::size_t s = q / 2;
    const std::int64_t here = q % 2 != 0 ? careerists[s].share : all[s] - careerists[s].share;
    former[q] = {real(here), 0, here};
  }
  divide(moved.former, former, dither);
  for (std::size_t q = 0; q < former.size(); ++q) {
    mixed[q / 2][(q % 2) | kFormer] = former[q].share;
    mixed[q / 2][q % 2] = former[q].most - former[q].share;
  }
  return mixed;
}

}  // namespace thermidor::party
