// Moving whole persons between strata: what leaves one place arrives in another or is booked. Internal to the members'
// processes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/math.hpp"
#include "core/quantity.hpp"
#include "core/rng.hpp"
#include "party/members.hpp"

namespace thermidor::party {

// Persons taken out of a stratum together.
struct MovedMembers {
  std::int64_t full = 0;
  std::int64_t candidates = 0;
  std::int64_t careerists = 0;
  std::int64_t former = 0;
  std::int64_t persons() const { return full + candidates; }
};

// A share between 0 and 1 with 32 binary digits.
class Share {
 public:
  Share() = default;
  explicit Share(double share) : value_(whole(clamp(share, 0.0, 1.0) * 0x1p32)) {}
  std::int64_t value() const { return value_; }

 private:
  std::int64_t value_ = 0;
};

// Dither: whole numbers whose mean is the amount. One uniform word is drawn for a stratum; each number takes it a golden-ratio
// step further, so that the roundings of one stratum are spread evenly instead of by chance.
class Dither {
 public:
  explicit Dither(DrawKey key) : word_(Random(key).bits()) {}
  explicit Dither(std::uint32_t word) : word_(word) {}
  // Whole number with mean `amount`, within [0, most].
  std::int64_t whole_of(double amount, std::int64_t most) {
    if (!(amount > 0) || most <= 0) return 0;
    word_ += 0x9E3779B9U;
    if (amount >= static_cast<double>(most)) return most;
    const auto floor = static_cast<std::int64_t>(amount);
    const double rest = amount - static_cast<double>(floor);
    return floor + ((static_cast<double>(word_) + 0.5) * 0x1p-32 < rest ? 1 : 0);
  }
  // Whole number whose mean is a share of `count`; no more than it. Counts below 2^31.
  std::int64_t part_of(std::int64_t count, Share share) {
    word_ += 0x9E3779B9U;
    return (count * share.value() + word_) >> 32;
  }
  // Whole number of `marked` among `taken` out of `all` when all go alike: within what is possible, because its mean is and the
  // bounds are whole. Counts below 2^31.
  std::int64_t marked_of(std::int64_t taken, std::int64_t marked, std::int64_t all) {
    if (taken == 0 || marked == 0) return 0;
    word_ += 0x9E3779B9U;
    return (taken * marked + ((all * word_) >> 32)) / all;
  }

 private:
  std::uint32_t word_;
};

// Key of a province's draws: its id, not its number.
inline DrawKey province_key(std::uint64_t seed, StreamName name, Month month, std::string_view id, std::uint64_t part = 0) {
  return {seed, name.stream, month, (static_cast<std::uint64_t>(make_stream(id).value) << 16) | part};
}

// Members and candidates of a stratum.
inline std::int64_t persons_in(const Members& members, std::size_t at) { return members.full[at] + members.candidates[at]; }

// How much likelier careerists and former members of other parties are to go than others.
struct Selection {
  double careerists = 1;
  double former = 1;
};

// Mean number of a marked subgroup among `taken` out of `all` when each of it is `weight` times as likely to go.
inline double marked_mean(std::int64_t all, std::int64_t marked, std::int64_t taken, double weight) {
  if (taken <= 0 || marked <= 0) return 0.0;
  const double heavy = weight * static_cast<double>(marked);
  const double mass = heavy + static_cast<double>(all - marked);
  return mass > 0 ? static_cast<double>(taken) * heavy / mass : 0.0;
}

// A whole and possible number with this mean.
inline std::int64_t marked_part(Dither& dither, std::int64_t all, std::int64_t marked, std::int64_t taken, double mean) {
  const std::int64_t least = taken - (all - marked);
  return std::max(least > 0 ? least : 0, dither.whole_of(mean, std::min(taken, marked)));
}

// Takes persons out of a stratum.
inline void take_out(Members& members, std::size_t at, const MovedMembers& moved) {
  members.full[at] -= moved.full;
  members.candidates[at] -= moved.candidates;
  members.careerists[at] -= moved.careerists;
  members.former[at] -= moved.former;
}

// Takes persons out of a stratum; careerists and former members go in proportion to their weights.
inline MovedMembers take_members(Dither& dither, Members& members, std::size_t at, std::int64_t full, std::int64_t candidates,
                                 Selection selection) {
  MovedMembers moved;
  moved.full = std::min(full, members.full[at]);
  moved.candidates = std::min(candidates, members.candidates[at]);
  const std::int64_t all = persons_in(members, at), taken = moved.persons();
  if (taken == 0) return moved;
  const auto marked = [&](std::int64_t of_all, double weight) {
    return marked_part(dither, all, of_all, taken, marked_mean(all, of_all, taken, weight));
  };
  moved.careerists = marked(members.careerists[at], selection.careerists);
  moved.former = marked(members.former[at], selection.former);
  take_out(members, at, moved);
  return moved;
}

// The same when all go alike; there are as many as are to go.
inline void take_evenly(Dither& dither, Members& members, std::size_t at, MovedMembers& moved) {
  const std::int64_t all = persons_in(members, at), taken = moved.persons();
  moved.careerists = dither.marked_of(taken, members.careerists[at], all);
  moved.former = dither.marked_of(taken, members.former[at], all);
  take_out(members, at, moved);
}

// Puts persons into a stratum.
inline void put_members(Members& members, std::size_t at, const MovedMembers& moved) {
  members.full[at] += moved.full;
  members.candidates[at] += moved.candidates;
  members.careerists[at] += moved.careerists;
  members.former[at] += moved.former;
}

// Writes down where they went, if somebody wants to know. `dead` of those lost.
inline void note_flow(MemberJournal* journal, FlowKind kind, std::size_t from, std::size_t to, const MovedMembers& moved,
                      std::int64_t dead = 0) {
  if (journal == nullptr || moved.persons() == 0) return;
  journal->push_back({kind, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), moved.full, moved.candidates,
                      moved.careerists, moved.former, dead});
}

// Rates of the life of a province act once in so many months on its whole organisation, a third of the provinces each month:
// small rates on small strata then need a third of the draws.
inline constexpr int kLifeInterval = 3;

inline bool lives_this_month(const ProvinceRow& row, Month month) {
  const auto place = static_cast<std::int32_t>(make_stream(row.id).value % kLifeInterval);
  return (month.index + place) % kLifeInterval == 0;
}

// Newest generation open in a month.
std::size_t open_cohort(const MemberOpening& opening, Month month);

// Processes of a month (one file each).
void decide_purge(const MemberParams& params, const MemberInput& input, std::uint64_t seed, Month month, Members& members,
                  Records& records);
void carry_out_purge(const MemberParams& params, const std::vector<ProvinceRow>& rows, const MemberInput& input,
                     std::uint64_t seed, Month month, Members& members);
void decide_levy(const MemberParams& params, const MemberInput& input, std::uint64_t seed, Month month, Members& members,
                 Records& records);
void admit_members(const MemberParams& params, const std::vector<ProvinceRow>& rows, const MemberInput& input,
                   std::uint64_t seed, Month month, Members& members);

}  // namespace thermidor::party
