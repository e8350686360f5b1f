// Members and candidates one by one: a card for each, 12 bytes. The strata decide how many come, go and move
// (update_members.cpp); the cards say who. Province, class position, generation, candidate or full, and whether he ever spoke
// against the rulers are where a card stands; views on policy, temper, cell and ambition are drawn by his number whenever they
// are asked for, and take no room. docs/model/submodels/members.md, docs/adr/0009.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "party/members.hpp"
#include "party/state.hpp"

namespace thermidor::party {

struct MemberCard {
  std::uint32_t number = 0;    // in his province, in the order of entry
  std::uint16_t entered = 0;   // month, as its index
  std::uint16_t promoted = 0;  // month in which he left the bench for an office, 0 = did not
  std::uint8_t marks = 0;      // the bits below
  std::uint8_t spoke = 0;      // debates in which he spoke against the rulers
  std::uint8_t punished = 0;   // times punished for it and kept
  std::uint8_t patron = 0;     // 1 + the leader whose man promoted him, 0 = nobody's

  static constexpr std::uint8_t kOrigin = 7;  // bits of marks: class position on entry
  static constexpr std::uint8_t kLevied = 8;  // came by a levy
  static constexpr std::uint8_t kDesk = 16;   // sits in an office, not at the bench or in the village
  static constexpr int kKind = 5;             // first of the two bits of his kind

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"number", "number", 0, 4e9, "design", "in his province"}, self.number);
    visit(Field{"entered", "month", 0, 65535, "design", "month of entry"}, self.entered);
    visit(Field{"promoted", "month", 0, 65535, "S33", "left the bench for an office"}, self.promoted);
    visit(Field{"marks", "bits", 0, 255, "design", "origin, levy, office, kind"}, self.marks);
    visit(Field{"spoke", "count", 0, 255, "S35", "debates in which he spoke against the rulers"}, self.spoke);
    visit(Field{"punished", "count", 0, 255, "M147", "times punished for it"}, self.punished);
    visit(Field{"patron", "number", 0, 255, "S33", "1 + leader whose man promoted him"}, self.patron);
  }
};

// Kinds of member, as bits.
inline constexpr std::size_t kCareerist = 1, kFormer = 2, kCardKinds = 4;
constexpr std::size_t kind_of(const MemberCard& card) { return (card.marks >> MemberCard::kKind) & 3U; }

// Parts of a stratum's list, one behind the other, so that whoever is accepted changes his part without being moved: those who
// once spoke against the rulers stand at the ends.
inline constexpr std::size_t kFullSpoke = 0, kFull = 1, kCandidate = 2, kCandidateSpoke = 3, kCardParts = 4;
constexpr bool spoke_before(std::size_t part) { return part == kFullSpoke || part == kCandidateSpoke; }

// Cards by part and kind.
using CardCounts = std::array<std::array<std::uint32_t, kCardKinds>, kCardParts>;

struct CardList {
  std::vector<std::uint32_t> chunks;  // places in the store
  CardCounts count{};

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"chunks", "numbers", 0, 4e9, "design", "places in the store"}, self.chunks);
    visit(Field{"count", "persons", 0, 4e9, "design", "cards by part and kind"}, self.count);
  }
};

// How those who entered in one year fared.
inline constexpr std::size_t kWaysOut = 3, kCareerYears = 16;  // died, left, expelled; years in the party, the last and more
struct YearOfEntry {
  std::int64_t entered = 0;                                                   // since the start, or there at the start
  std::int64_t spoke = 0;                                                     // who ever spoke against the rulers
  std::array<std::array<std::int64_t, kCareerYears>, kWaysOut> gone{};        // who never spoke
  std::array<std::array<std::int64_t, kCareerYears>, kWaysOut> gone_spoke{};  // who did

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"entered", "persons", 0, 1e8, "design", "since or at the start"}, self.entered);
    visit(Field{"spoke", "persons", 0, 1e8, "S35", "ever spoke against the rulers"}, self.spoke);
    visit(Field{"gone", "persons", 0, 1e8, "design", "by way out and years, who never spoke"}, self.gone);
    visit(Field{"gone_spoke", "persons", 0, 1e8, "design", "by way out and years, who spoke"}, self.gone_spoke);
  }
};

// Workers by class who left the bench for an office, by whether they had spoken against the rulers.
struct Promotions {
  std::array<std::int64_t, 2> promoted{};  // silent, spoke
  std::array<std::int64_t, 2> quarters{};  // persons who could have been, summed over quarters

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"promoted", "persons", 0, 1e8, "S33", "silent, and who spoke"}, self.promoted);
    visit(Field{"quarters", "person-quarters", 0, 1e9, "S33", "workers by class, silent, and who spoke"}, self.quarters);
  }
};

struct CardIndex {
  std::vector<CardList> lists;         // by stratum; none where members are not kept one by one
  std::vector<MemberCard> store;       // chunks of kChunk cards
  std::vector<std::uint32_t> free;     // chunks that no list uses
  std::vector<std::uint32_t> issued;   // per province: numbers given so far
  std::vector<std::int64_t> at_bench;  // per province and generation: workers by class who work as such
  std::vector<std::int64_t> punished;  // per province: marks of punishment on cards
  std::vector<YearOfEntry> careers;    // by year of entry, from first_year
  std::int32_t first_year = 0;
  Promotions promotions;
  std::int64_t changed_minds = 0;  // convinced who became careerists or the reverse, to keep small strata's counts

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"lists", "struct", 0, 0, "design", "by stratum"}, self.lists);
    visit(Field{"store", "struct", 0, 0, "design", "cards in chunks"}, self.store);
    visit(Field{"free", "numbers", 0, 4e9, "design", "chunks that no list uses"}, self.free);
    visit(Field{"issued", "persons", 0, 4e9, "design", "numbers given so far, per province"}, self.issued);
    visit(Field{"at_bench", "persons", 0, 1e8, "SF08", "workers who work as such, per province and generation"}, self.at_bench);
    visit(Field{"punished", "count", 0, 1e8, "M147", "marks of punishment, per province"}, self.punished);
    visit(Field{"careers", "struct", 0, 0, "design", "by year of entry"}, self.careers);
    visit(Field{"first_year", "year", 0, 9999, "design", "of the first career"}, self.first_year);
    visit(Field{"promotions", "struct", 0, 0, "S33", "from the bench to an office"}, self.promotions);
    visit(Field{"changed_minds", "persons", 0, 1e8, "design", "to keep small strata's counts"}, self.changed_minds);
  }
};

inline bool kept(const CardIndex& cards) { return !cards.lists.empty(); }

// A card for everybody whom the strata count.
CardIndex open_cards(const Params& params, const Members& members, std::uint64_t seed, Month start);

// What the strata have done this month, and to where it has brought them.
struct Booked {
  const Members& members;
  const MemberJournal& journal;
  std::uint64_t seed = 0;
  Month month{};
};

// Carries out what the strata have booked, then promotes workers to offices as far as the strata say; secretaries are those of
// `state`.
void follow_members(const Params& params, const State& state, const Booked& booked, CardIndex& cards, Records& records);

// Members who spoke and are punished without losing the party card remember it.
void censure_speakers(const Params& params, const State& state, std::uint64_t seed, Month month, CardIndex& cards,
                      Records& records);

// True if the cards are as many as the strata count in every place.
bool cards_match(const CardIndex& cards, const Members& members);
std::int64_t count_cards(const CardIndex& cards);

// Digest of what the cards say; where they lie in the store does not matter.
std::uint64_t digest_cards(const CardIndex& cards);

// The same cards without gaps in the store: what is saved and compared.
CardIndex compact(const CardIndex& cards);

// Bytes that all cards take in memory.
std::size_t bytes_of(const CardIndex& cards);

}  // namespace thermidor::party
