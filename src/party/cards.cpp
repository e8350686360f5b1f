#include "party/cards.hpp"

#include <algorithm>

#include "core/digest.hpp"
#include "core/distributions.hpp"
#include "core/math.hpp"
#include "party/card_keys.hpp"
#include "party/card_shares.hpp"
#include "party/convention.hpp"

namespace thermidor::party {
namespace {

// Months in which a generation entered, as far as the start; the oldest is given twelve years before its end (assumed).
struct Span {
  std::int32_t first = 0, last = 0;
};

Span months_of(const MemberOpening& opening, std::size_t cohort, Month start) {
  constexpr int kOldest = 12 * 12;
  const std::int32_t end = cohort + 1 < kCohorts ? opening.cohort_ends[cohort].index : start.index - 1;
  const std::int32_t last = std::min(end, start.index - 1);
  const std::int32_t first = cohort == 0 ? last - kOldest + 1 : opening.cohort_ends[cohort - 1].index + 1;
  return {std::min(first, last), last};
}

// Cards of one province at the start.
class Opening {
 public:
  Opening(const Params& params, std::uint64_t seed, Month start, std::size_t province, CardIndex& cards)
      : params_(params.members),
        cards_(cards),
        start_(start),
        province_(province),
        salt_(province_salt(seed, params.provinces[province].id)) {}

  void open(const Members& members, std::size_t at) {
    const std::size_t member_class = at / kCohorts % kMemberClasses, cohort = at % kCohorts;
    const Span span = months_of(params_.opening, cohort, start_);
    Dither dither(mix_number(salt_ + static_cast<std::uint32_t>(at % kStrataPerProvince)));
    const auto mixed =
        mix_kinds({members.full[at], members.candidates[at], members.careerists[at], members.former[at]}, dither);
    const Share desk(member_class == kWorker    ? 1.0 - params_.cell.at_bench[cohort]
                     : member_class == kPeasant ? 1.0 - params_.cell.in_village[cohort]
                                                : 0.0);
    std::uint64_t sum = salt_;
    for (std::size_t s = 0; s < kStatuses; ++s) {
      together_.clear();
      for (std::size_t kind = 0; kind < kCardKinds; ++kind) {
        for (std::int64_t i = 0; i < mixed[s][kind]; ++i) {
          MemberCard card;
          card.number = cards_.issued[province_]++;
          const auto months = static_cast<std::uint32_t>(span.last - span.first + 1);
          const auto month = span.first + static_cast<std::int32_t>(mix_number(card.number + salt_) % months);
          card.entered = static_cast<std::uint16_t>(month);
          // Every so-manieth sits at a desk.
          sum = (sum & 0xFFFFFFFFU) + static_cast<std::uint64_t>(desk.value());
          const bool at_desk = sum >> 32 != 0;
          card.marks =
              static_cast<std::uint8_t>(member_class | (kind << MemberCard::kKind) | (at_desk ? MemberCard::kDesk : 0));
          if (member_class == kWorker && !at_desk) ++cards_.at_bench[province_ * kCohorts + cohort];
          ++cards_.careers[static_cast<std::size_t>(card.entered / 12 - cards_.first_year)].entered;
          together_.push_back(card);
        }
      }
      insert_cards(cards_, cards_.lists[at], silent_part(s), together_);
    }
  }

 private:
  const MemberParams& params_;
  CardIndex& cards_;
  Month start_;
  std::size_t province_;
  std::uint32_t salt_;
  std::vector<MemberCard> together_;
};

}  // namespace

CardIndex open_cards(const Params& params, const Members& members, std::uint64_t seed, Month start) {
  CardIndex cards;
  const std::size_t provinces = params.provinces.size();
  cards.lists.resize(members.full.size());
  cards.store.reserve(static_cast<std::size_t>(count_members(members)) * 3 / 2);
  cards.issued.assign(provinces, 0);
  cards.at_bench.assign(provinces * kCohorts, 0);
  cards.punished.assign(provinces, 0);
  cards.first_year = months_of(params.members.opening, 0, start).first / 12;
  cards.careers.resize(static_cast<std::size_t>(start.index / 12 - cards.first_year) + 1);
  for (std::size_t p = 0; p < provinces; ++p) {
    Opening opening(params, seed, start, p, cards);
    for (std::size_t i = 0; i < kStrataPerProvince; ++i) opening.open(members, p * kStrataPerProvince + i);
  }
  return cards;
}

void censure_speakers(const Params& params, const State& state, std::uint64_t seed, Month month, CardIndex& cards,
                      Records& records) {
  if (state.punished <= 0) return;
  const double among_open = state.punished / larger(state.open_opposition + state.punished, 1e-9);
  for (std::size_t p = 0; p < state.province_open.size() && p < params.provinces.size(); ++p) {
    const std::size_t first = p * kStrataPerProvince, end = first + kStrataPerProvince;
    std::int64_t all = 0, speakers = 0;
    for (std::size_t l = first; l < end; ++l) {
      all += size_of(cards.lists[l]);
      speakers += count_spoke(cards.lists[l]);
    }
    Dither dither(province_key(seed, "cards.censured", month, params.provinces[p].id));
    const double share = clamp(state.province_open[p] * among_open * (1.0 - params.followers.expelled), 0, 1);
    const std::int64_t wanted = dither.whole_of(share * static_cast<double>(all), speakers);
    if (wanted <= 0) continue;
    const std::uint32_t salt = province_salt(seed, params.provinces[p].id);
    // Every so-manieth of those who have spoken.
    std::int64_t sum = mix_number(salt + static_cast<std::uint32_t>(month.index)) % speakers;
    for (std::size_t l = first; l < end; ++l) {
      const CardList& list = cards.lists[l];
      for (const std::size_t part : {kFullSpoke, kCandidateSpoke}) {
        const std::uint32_t from = first_of(list, part);
        for (std::uint32_t i = 0; i < size_of(list, part); ++i) {
          sum += wanted;
          if (sum < speakers) continue;
          sum -= speakers;
          MemberCard& card = card_at(cards, list, from + i);
          if (card.punished == 255) continue;
          ++card.punished;
          ++cards.punished[p];
          if (!records.keep_details || !is_watched(salt, card.number)) continue;
          records.lives.push_back({month, make_id<ProvinceId>(p), card.number, LifeEvent::censured, 0, Month{card.entered}});
        }
      }
    }
  }
}

bool cards_match(const CardIndex& cards, const Members& members) {
  std::int64_t wrong = 0;
  for (std::size_t at = 0; at < members.full.size(); ++at) {
    const CardCounts& count = cards.lists[at].count;
    std::array<std::int64_t, kCardKinds> kinds{};
    for (const auto& part : count) {
      for (std::size_t kind = 0; kind < kCardKinds; ++kind) kinds[kind] += part[kind];
    }
    const std::int64_t all = kinds[0] + kinds[1] + kinds[2] + kinds[3];
    const std::int64_t full = size_of(cards.lists[at], kFullSpoke) + std::int64_t{size_of(cards.lists[at], kFull)};
    wrong |= (full - members.full[at]) | (all - full - members.candidates[at]);
    wrong |= (kinds[kCareerist] + kinds[kCareerist | kFormer] - members.careerists[at]) |
             (kinds[kFormer] + kinds[kCareerist | kFormer] - members.former[at]);
  }
  return wrong == 0;
}

std::int64_t count_cards(const CardIndex& cards) {
  std::int64_t count = 0;
  for (const CardList& list : cards.lists) count += size_of(list);
  return count;
}

std::uint64_t digest_cards(const CardIndex& cards) {
  Digest digest;
  // Four lanes, so that multiplications need not wait for one another.
  std::array<Digest, 4> lanes;
  for (const CardList& list : cards.lists) {
    const std::uint32_t size = size_of(list);
    digest_value(digest, list.count);
    for (std::uint32_t place = 0; place < size; ++place) {
      const MemberCard& card = card_at(cards, list, place);
      Digest& lane = lanes[place % lanes.size()];
      lane.add(card.number | (std::uint64_t{card.entered} << 32) | (std::uint64_t{card.promoted} << 48));
      lane.add(card.marks | (std::uint64_t{card.spoke} << 8) | (std::uint64_t{card.punished} << 16) |
               (std::uint64_t{card.patron} << 24));
    }
  }
  for (const Digest& lane : lanes) digest.add(lane.value());
  digest_value(digest, cards.issued);
  digest_value(digest, cards.at_bench);
  digest_value(digest, cards.punished);
  digest_value(digest, cards.careers);
  digest_value(digest, cards.promotions);
  digest_value(digest, cards.changed_minds);
  return digest.value();
}

CardIndex compact(const CardIndex& cards) {
  CardIndex tight = cards;
  tight.store.clear();
  tight.free.clear();
  for (std::size_t l = 0; l < cards.lists.size(); ++l) {
    const CardList& list = cards.lists[l];
    tight.lists[l].chunks.clear();
    const std::uint32_t size = size_of(list);
    for (std::uint32_t place = 0; place < size; ++place) {
      if (place % kChunk == 0) {
        tight.lists[l].chunks.push_back(static_cast<std::uint32_t>(tight.store.size() / kChunk));
        tight.store.resize(tight.store.size() + kChunk);
      }
      card_at(tight, tight.lists[l], place) = card_at(cards, list, place);
    }
  }
  return tight;
}

std::size_t bytes_of(const CardIndex& cards) {
  std::size_t bytes = cards.store.capacity() * sizeof(MemberCard) + cards.lists.capacity() * sizeof(CardList) +
                      cards.free.capacity() * sizeof(std::uint32_t);
  for (const CardList& list : cards.lists) bytes += list.chunks.capacity() * sizeof(std::uint32_t);
  return bytes;
}

}  // namespace thermidor::party
