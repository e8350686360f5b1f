// Members vote in their cells, one by one: each by what he thinks of the opposition, silenced by fear where his dissent is
// weaker than it (claims.md S29 S35, M063 M119 M156). Drawn for nobody but counted; those who spoke remember it.
#include <algorithm>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/quantity.hpp"
#include "party/card_keys.hpp"
#include "party/card_lists.hpp"
#include "party/cell_ballots.hpp"
#include "signals/records.hpp"

namespace thermidor::party {

namespace {

constexpr std::size_t kPlaces = 256;        // of cells; a member keeps his
constexpr std::size_t kPunishments = 4;     // told apart; more count as the last
constexpr std::uint32_t kSilent = 0x10000;  // no score reaches it

using Limits = std::array<std::uint32_t, kPlaces>;  // least score that speaks, by the place of the cell

// What decides in the cells of one type.
struct TypeRule {
  std::uint32_t turnout = 0;
  std::uint32_t least = kSilent;  // score that speaks anywhere
  std::array<Limits, kPunishments> speaks;
};

struct ProvinceRule {
  std::array<TypeRule, kCellTypes> types;
  std::uint32_t salt = 0, debate = 0;  // of persons; of this month's attendance
  bool memory = false;                 // somebody has been punished
};

// Those who have been punished fear more than their cell, the others a little less: its mean fear is the strata's.
double relative_fear(double added, double mean_marks, std::size_t marks) {
  return (1.0 + added * static_cast<double>(marks)) / (1.0 + added * mean_marks);
}

void set_limits(const HandCount& count, const CellStrata& cells, double mean_marks, Random& random, TypeRule& rule,
                bool memory) {
  const CellParams& cell = count.params.cell;
  // Cells are dealt to the strata, and the opposition's speakers to cells, each by an order of its own.
  const std::uint32_t deal = random.bits(), send = random.bits(), cut = random.bits() & 255U;
  const auto reached = static_cast<std::uint32_t>(whole(cells.mood.heard * kPlaces + random.uniform()));
  std::array<std::uint32_t, kMostCellStrata> limit{};
  const auto strata = static_cast<std::uint32_t>(std::max<std::int64_t>(1, cells.strata));
  for (std::size_t marks = 0; marks < (memory ? kPunishments : 1); ++marks) {
    const double fear = cells.mood.fear * relative_fear(count.params.persons.fear_punished, mean_marks, marks);
    for (std::size_t j = 0; j < static_cast<std::size_t>(cells.strata); ++j) {
      const double dares = (cells.mean[j] - fear * (1.0 - cells.share[j])) / cell.spread;
      limit[j] = static_cast<std::uint32_t>(whole((1.0 - normal_cdf(dares)) * kSilent + 0.5));
    }
    for (std::uint32_t place = 0; place < kPlaces; ++place) {
      const std::uint32_t dealt = (place * 77U + deal) & 255U, sent = (place * 149U + send) & 255U;
      const std::size_t j = (dealt * strata + cut) / kPlaces % strata;
      const std::uint32_t least = sent < reached && cells.strata > 0 ? limit[j] : kSilent;
      rule.speaks[marks][place] = least;
      rule.least = std::min(rule.least, least);
    }
  }
}

struct Hands {
  std::array<std::int64_t, kCellTypes> raised{};
};

// The type of cell in which a class sits, at the bench or in the village, and at a desk.
constexpr std::array<std::array<CellType, 2>, kMemberClasses> kSeats = {{{CellType::worker, CellType::office},
                                                                         {CellType::village, CellType::office},
                                                                         {CellType::office, CellType::office},
                                                                         {CellType::study, CellType::study},
                                                                         {CellType::army, CellType::army}}};

// One list of cards of one class.
class ListVote {
 public:
  ListVote(const HandCount& count, const ProvinceRule& rule, std::size_t province, std::size_t member_class, Hands& hands)
      : count_(count), rule_(rule), hands_(hands), province_(province), seats_(kSeats[member_class]) {
    for (const CellType seat : seats_) least_ = std::min(least_, rule.types[static_cast<std::size_t>(seat)].least);
  }

  void hold(CardList& list) {
    CardIndex& cards = *count_.one_by_one.cards;
    spoke_.clear();
    const std::uint32_t end = size_of(list);
    for (std::uint32_t first = 0; first < end; first += kChunk) {
      const MemberCard* chunk = &card_at(cards, list, first);
      const std::uint32_t here = std::min(kChunk, end - first);
      for (std::uint32_t i = 0; i < here; ++i) {
        const std::uint32_t word = mind_word(rule_.salt, chunk[i].number);
        const std::uint32_t score = count_.scores[mind_of(word)] | fineness_of(word);
        // Most would not speak in any cell.
        if (score >= least_ && speaks(chunk[i], score)) spoke_.push_back(first + i);
      }
    }
    if (count_.one_by_one.remember) remember(cards, list);
  }

 private:
  bool speaks(const MemberCard& card, std::uint32_t score) {
    const std::uint32_t word = person_word(rule_.salt, card.number);
    const auto type = static_cast<std::size_t>(seats_[(card.marks & MemberCard::kDesk) != 0 ? 1 : 0]);
    const TypeRule& rule = rule_.types[type];
    const std::size_t marks = rule_.memory ? std::min<std::size_t>(card.punished, kPunishments - 1) : 0;
    if (score < rule.speaks[marks][cell_of(word)] || (mix_number(word + rule_.debate) >> 16) >= rule.turnout) return false;
    ++hands_.raised[type];
    return true;
  }

  // Who speaks for the first time goes to the parts of those who once spoke.
  void remember(CardIndex& cards, CardList& list) {
    const std::uint32_t silent = first_of(list, kFull), candidates = first_of(list, kCandidate);
    const std::uint32_t spoke = first_of(list, kCandidateSpoke);
    std::uint32_t moved = 0, moved_candidates = 0;
    for (const std::uint32_t place : spoke_) {
      MemberCard& card = card_at(cards, list, place);
      if (card.spoke == 0) count_first(cards, card);
      if (card.spoke < 255) ++card.spoke;
      write_down(card);
      // What changes places with him has been heard already.
      if (place < silent || place >= candidates) continue;
      change_part(list, card, kFull, kFullSpoke);
      std::swap(card, card_at(cards, list, silent + moved++));
    }
    for (std::size_t i = spoke_.size(); i-- > 0;) {
      const std::uint32_t place = spoke_[i];
      if (place < candidates || place >= spoke) continue;
      MemberCard& card = card_at(cards, list, place);
      change_part(list, card, kCandidate, kCandidateSpoke);
      std::swap(card, card_at(cards, list, spoke - ++moved_candidates));
    }
  }

  static void change_part(CardList& list, const MemberCard& card, std::size_t from, std::size_t to) {
    --list.count[from][kind_of(card)];
    ++list.count[to][kind_of(card)];
  }

  static void count_first(CardIndex& cards, const MemberCard& card) {
    ++cards.careers[static_cast<std::size_t>(card.entered / 12 - cards.first_year)].spoke;
  }

  void write_down(const MemberCard& card) const {
    if (count_.one_by_one.lives == nullptr || !is_watched(rule_.salt, card.number)) return;
    count_.one_by_one.lives->push_back(
        {count_.month, make_id<ProvinceId>(province_), card.number, LifeEvent::spoke, 0, Month{card.entered}});
  }

  const HandCount& count_;
  const ProvinceRule& rule_;
  Hands& hands_;
  std::size_t province_;
  std::array<CellType, 2> seats_;
  std::uint32_t least_ = kSilent;
  std::vector<std::uint32_t> spoke_;  // places in the list, ascending
};

}  // namespace

// Minds in the order of what they think of the opposition: scores are even, so that every share of them can be told whatever
// the parties' lines are. The mean of dissent is the cell's.
std::array<std::uint16_t, 4096> score_minds(const DebateInput& input, double views) {
  static_assert(kMinds == 4096);
  struct Mind {
    double dissent;
    std::uint32_t mind;
  };
  std::array<Mind, kMinds> minds;
  const double temper = sqrt(1.0 - views * views);
  for (std::uint32_t mind = 0; mind < kMinds; ++mind) {
    double dissent = 0;
    for (std::size_t d = 0; d < input.direction.size(); ++d) dissent += input.direction[d] * view_of(mind, d);
    // In units of one standard deviation each.
    minds[mind] = {views * dissent / sqrt(5.0) + temper * temper_of(mind) / sqrt(85.0), mind};
  }
  std::sort(minds.begin(), minds.end(), [](const Mind& a, const Mind& b) {
    return a.dissent != b.dissent ? a.dissent < b.dissent : mix_number(a.mind) < mix_number(b.mind);
  });
  std::array<std::uint16_t, kMinds> scores{};
  for (std::uint32_t rank = 0; rank < kMinds; ++rank) scores[minds[rank].mind] = static_cast<std::uint16_t>(rank << 4);
  return scores;
}

std::array<Ballots, kCellTypes> raise_hands(const HandCount& count, std::size_t province, std::uint32_t id,
                                            const std::array<CellStrata, kCellTypes>& cells) {
  CardIndex& cards = *count.one_by_one.cards;
  Random random(DrawKey{count.seed, make_stream("cards.debate"), count.month, std::uint64_t{id} << 16});
  ProvinceRule rule;
  rule.salt = Random(DrawKey{count.seed, make_stream("cards.person"), Month{0}, id}).bits();
  rule.debate = random.bits();
  rule.memory = cards.punished[province] > 0;
  std::int64_t persons = 0;
  const std::size_t first = province * kStrataPerProvince;
  for (std::size_t i = 0; i < kStrataPerProvince; ++i) persons += size_of(cards.lists[first + i]);
  const double marks = persons > 0 ? static_cast<double>(cards.punished[province]) / static_cast<double>(persons) : 0.0;
  for (std::size_t t = 0; t < kCellTypes; ++t) {
    rule.types[t].turnout = static_cast<std::uint32_t>(whole(count.params.cell.turnout[t] * kSilent + 0.5));
    set_limits(count, cells[t], marks, random, rule.types[t], rule.memory);
  }
  Hands hands;
  for (std::size_t c = 0; c < kMemberClasses; ++c) {
    ListVote vote(count, rule, province, c, hands);
    for (std::size_t k = 0; k < kCohorts; ++k) vote.hold(cards.lists[stratum(province, c, k)]);
  }
  std::array<Ballots, kCellTypes> ballots{};
  for (std::size_t t = 0; t < kCellTypes; ++t) {
    // How many attend is drawn for the cells; who of those that would speak does, for himself.
    ballots[t].voters = cells[t].voters;
    ballots[t].opposition = std::min(hands.raised[t], cells[t].voters);
    ballots[t].private_opposition = private_voters(cells[t], count.params.cell.spread);
  }
  return ballots;
}

}  // namespace thermidor::party
