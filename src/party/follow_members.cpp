// Persons behind the strata's flows: who enters, is accepted, changes his class, leaves, dies, is put out, and whom a secretary
// takes from the bench into an office (claims.md S33 S35, M060 M147 M162). How many is the strata's.
#include <algorithm>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "party/card_keys.hpp"
#include "party/card_shares.hpp"
#include "party/convention.hpp"

namespace thermidor::party {
namespace {

constexpr std::size_t kDied = 0, kLeft = 1, kPutOut = 2;

std::size_t class_of(std::size_t stratum) { return stratum / kCohorts % kMemberClasses; }
std::size_t cohort_of(std::size_t stratum) { return stratum % kCohorts; }
std::size_t province_of(std::size_t stratum) { return stratum / kStrataPerProvince; }

// A share as the part of 2^32, and the carry of adding it up: every so-manieth of a row.
class Spread {
 public:
  Spread(double share, std::uint32_t word) : step_(Share(share).value()), sum_(word) {}
  bool next() {
    sum_ = (sum_ & 0xFFFFFFFFU) + static_cast<std::uint64_t>(step_);
    return sum_ >> 32 != 0;
  }

 private:
  std::int64_t step_;
  std::uint64_t sum_;
};

// One month of following.
class Follower {
 public:
  Follower(const Params& params, const Booked& booked, CardIndex& cards, Records& records)
      : params_(params), members_(booked.members), seed_(booked.seed), month_(booked.month), cards_(cards), records_(records) {}

  void follow(const MemberFlow& flow) {
    enter_province(province_of(flow.from));
    const auto kind = static_cast<std::uint32_t>(flow.kind);
    const auto from = static_cast<std::uint32_t>(flow.from % kStrataPerProvince);
    const auto to = static_cast<std::uint32_t>(flow.to % kStrataPerProvince);
    flow_word_ = mix_number(word_ + ((from << 16) | (to << 8) | kind));
    Dither dither(flow_word_);
    switch (flow.kind) {
      case FlowKind::entry:
      case FlowKind::levy: admit(flow, dither); return;
      case FlowKind::accepted: accept(flow, dither); return;
      case FlowKind::moved: move(flow, dither); return;
      default: dismiss(flow, dither); return;
    }
  }

  // Those whom posts that open take away from the bench, as many as the strata say (S33).
  void promote(const State& state, std::size_t province) {
    enter_province(province);
    const LeaderId patron = state.machine.patron[province];
    for (std::size_t cohort = 0; cohort < kCohorts; ++cohort) {
      CardList& list = cards_.lists[stratum(province, kWorker, cohort)];
      const std::int64_t all = size_of(list), spoke = count_spoke(list);
      cards_.promotions.quarters[0] += all - spoke;
      cards_.promotions.quarters[1] += spoke;
      Dither dither(mix_number(word_ + (0xFFU << 16) + static_cast<std::uint32_t>(cohort)));
      const std::int64_t stay = dither.whole_of(members_.at_bench[cohort] * static_cast<double>(all), all);
      promote_from(list, cohort, bench(province, cohort) - stay, patron);
    }
  }

 private:
  std::int64_t& bench(std::size_t province, std::size_t cohort) { return cards_.at_bench[province * kCohorts + cohort]; }

  // Words of a province are mixed from one that is drawn for it and the month.
  void enter_province(std::size_t province) {
    if (province == province_) return;
    province_ = province;
    const std::string& id = params_.provinces[province].id;
    salt_ = province_salt(seed_, id);
    word_ = Random(province_key(seed_, "cards.flows", month_, id)).bits();
  }

  void write_down(const MemberCard& card, LifeEvent event, std::int32_t detail) {
    if (is_watched(salt_, card.number) && records_.keep_details) {
      records_.lives.push_back({month_, make_id<ProvinceId>(province_), card.number, event, detail, Month{card.entered}});
    }
  }

  YearOfEntry& career(const MemberCard& card) {
    const auto year = static_cast<std::size_t>(card.entered / 12 - cards_.first_year);
    if (year >= cards_.careers.size()) cards_.careers.resize(year + 1);
    return cards_.careers[year];
  }

  // Whether a newcomer to a class sits at a desk from the first day.
  double desk_share(std::size_t member_class, std::size_t cohort, bool levied) const {
    if (member_class == kWorker) return levied ? 0.0 : 1.0 - params_.members.cell.at_bench[cohort];
    return member_class == kPeasant ? 1.0 - params_.members.cell.in_village[cohort] : 0.0;
  }

  void admit(const MemberFlow& flow, Dither& dither) {
    const std::size_t member_class = class_of(flow.to), cohort = cohort_of(flow.to);
    const bool levied = flow.kind == FlowKind::levy;
    Spread desk(desk_share(member_class, cohort, levied), mix_number(flow_word_ ^ 1U));
    MemberCard card;
    card.entered = static_cast<std::uint16_t>(month_.index);
    together_.clear();
    const auto origin = static_cast<std::uint8_t>(member_class | (levied ? MemberCard::kLevied : 0));
    const auto mixed = mix_kinds({0, flow.candidates, flow.careerists, flow.former}, dither);
    career(card).entered += flow.candidates;
    for (std::size_t kind = 0; kind < kCardKinds; ++kind) {
      for (std::int64_t i = 0; i < mixed[1][kind]; ++i) {
        card.number = cards_.issued[province_]++;
        const bool at_desk = desk.next();
        card.marks = static_cast<std::uint8_t>(origin | (kind << MemberCard::kKind) | (at_desk ? MemberCard::kDesk : 0));
        bench(province_, cohort) += member_class == kWorker && !at_desk ? 1 : 0;
        together_.push_back(card);
        write_down(card, levied ? LifeEvent::levied : LifeEvent::entered, static_cast<std::int32_t>(member_class));
      }
    }
    insert_cards(cards_, cards_.lists[flow.to], kCandidate, together_);
  }

  // Who has waited longest is accepted first.
  void accept(const MemberFlow& flow, Dither& dither) {
    CardList& list = cards_.lists[flow.from];
    const std::uint32_t spoke = size_of(list, kCandidateSpoke), all = size_of(list, kCandidate) + spoke;
    const auto of_them = static_cast<std::uint32_t>(dither.marked_of(flow.candidates, spoke, all));
    const auto tell = [&](const MemberCard& card) { write_down(card, LifeEvent::accepted, 0); };
    accept_first(cards_, list, static_cast<std::uint32_t>(flow.candidates) - of_them, tell);
    for (std::uint32_t i = 0; i < of_them; ++i) {
      const MemberCard card = card_at(cards_, list, size_of(list) - 1);
      --list.count[kCandidateSpoke][kind_of(card)];
      insert_cards(cards_, list, kFullSpoke, {&card, 1});
      tell(card);
    }
  }

  void move(const MemberFlow& flow, Dither& dither) {
    const std::size_t from = class_of(flow.from), to = class_of(flow.to), cohort = cohort_of(flow.to);
    Spread desk(desk_share(to, cohort, false), mix_number(flow_word_ ^ 1U));
    std::size_t part_together = 0;
    together_.clear();
    const auto arrive = [&](std::size_t next) {
      insert_cards(cards_, cards_.lists[flow.to], part_together, together_);
      together_.clear();
      part_together = next;
    };
    take(flow, 1.0, dither, [&](MemberCard card, std::size_t part) {
      if (part != part_together) arrive(part);
      bench(province_, cohort) -= from == kWorker && (card.marks & MemberCard::kDesk) == 0 ? 1 : 0;
      // A worker who was never promoted comes back to the bench.
      const bool at_desk = to == kWorker ? card.promoted != 0 : desk.next();
      card.marks = static_cast<std::uint8_t>((card.marks & ~MemberCard::kDesk) | (at_desk ? MemberCard::kDesk : 0));
      bench(province_, cohort) += to == kWorker && !at_desk ? 1 : 0;
      together_.push_back(card);
      write_down(card, LifeEvent::moved, static_cast<std::int32_t>(to));
    });
    arrive(0);
    settle_minds(flow.to, -missing_careerists_, -missing_former_);
  }

  void dismiss(const MemberFlow& flow, Dither& dither) {
    const PersonParams& rule = params_.members.persons;
    const double odds = flow.kind == FlowKind::purged     ? rule.purge_spoke
                        : flow.kind == FlowKind::expelled ? rule.expel_spoke
                                                          : rule.leave_spoke;
    const LifeEvent event = flow.kind == FlowKind::purged     ? LifeEvent::purged
                            : flow.kind == FlowKind::expelled ? LifeEvent::expelled
                                                              : LifeEvent::left;
    const bool of_themselves = flow.kind == FlowKind::lost;
    const bool worker = class_of(flow.from) == kWorker;
    // The dead are spread over those lost.
    const std::int64_t all = flow.full + flow.candidates;
    std::int64_t sum = mix_number(flow_word_ ^ 2U) % all;
    take(flow, odds, dither, [&](const MemberCard& card, std::size_t part) {
      sum += flow.dead;
      const bool died = sum >= all;
      sum -= died ? all : 0;
      bench(province_, cohort_of(flow.from)) -= worker && (card.marks & MemberCard::kDesk) == 0 ? 1 : 0;
      cards_.punished[province_] -= card.punished;
      const auto years = std::min<std::size_t>(static_cast<std::size_t>((month_.index - card.entered) / 12), kCareerYears - 1);
      const std::size_t way = died ? kDied : of_themselves ? kLeft : kPutOut;
      YearOfEntry& entry = career(card);
      ++(spoke_before(part) ? entry.gone_spoke : entry.gone)[way][years];
      write_down(card, died ? LifeEvent::died : event, 0);
    });
  }

  // Takes the persons of a flow out of their stratum. Where a small one has no such person somebody changes his mind.
  template <class Use>
  void take(const MemberFlow& flow, double odds, Dither& dither, Use&& use) {
    CardList& list = cards_.lists[flow.from];
    const CardShares shares = share_cards(list.count, flow, odds, dither);
    const std::uint32_t word = mix_number(flow_word_ ^ 3U);
    for (std::size_t part = 0; part < kCardParts; ++part) {
      take_cards(cards_, list, part, shares.taken[part], word, places_, [&](const MemberCard& card) { use(card, part); });
    }
    missing_careerists_ = shares.missing_careerists;
    missing_former_ = shares.missing_former;
    settle_minds(flow.from, missing_careerists_, missing_former_);
  }

  void settle_minds(std::size_t at, std::int64_t careerists, std::int64_t former) {
    change_minds(cards_.lists[at], kCareerist, careerists);
    change_minds(cards_.lists[at], kFormer, former);
  }

  // So many of a stratum lose a mark, or take it if below 0: the first in its list.
  void change_minds(CardList& list, std::size_t mark, std::int64_t count) {
    std::uint32_t place = 0;
    for (std::size_t part = 0; part < kCardParts && count != 0; ++part) {
      for (const std::uint32_t end = place + size_of(list, part); place < end && count != 0; ++place) {
        MemberCard& card = card_at(cards_, list, place);
        if (((kind_of(card) & mark) != 0) != (count > 0)) continue;
        --list.count[part][kind_of(card)];
        card.marks = static_cast<std::uint8_t>(card.marks ^ (mark << MemberCard::kKind));
        ++list.count[part][kind_of(card)];
        count += count > 0 ? -1 : 1;
        ++cards_.changed_minds;
      }
    }
  }

  // Careerists, the ambitious and the loyal are taken more than others: whoever is next at the bench from a place that is drawn
  // has his chance.
  void promote_from(CardList& list, std::size_t cohort, std::int64_t wanted, LeaderId patron) {
    const std::uint32_t all = size_of(list);
    if (wanted <= 0 || all == 0) return;
    const PersonParams& rule = params_.members.persons;
    Random random(province_key(seed_, "cards.promoted", month_, params_.provinces[province_].id, cohort));
    for (std::int64_t tries = 16 * wanted; tries > 0 && wanted > 0; --tries) {
      std::uint32_t place = random.below(all);
      const std::uint32_t luck = random.bits(), end = std::min(all, place + 2 * kChunk);
      while (place < end && (card_at(cards_, list, place).marks & MemberCard::kDesk) != 0) ++place;
      if (place == end) continue;
      MemberCard& card = card_at(cards_, list, place);
      double chance = 0.5 + 0.5 * ambition_of(salt_, card.number);
      if ((kind_of(card) & kCareerist) == 0) chance *= rule.promote_convinced;
      if (card.spoke > 0) chance *= rule.promote_spoke;
      if (luck * 0x1p-32 >= chance) continue;
      take_to_office(card, patron, cohort);
      --wanted;
    }
  }

  void take_to_office(MemberCard& card, LeaderId patron, std::size_t cohort) {
    card.marks |= MemberCard::kDesk;
    card.promoted = static_cast<std::uint16_t>(month_.index);
    card.patron = patron.valid() && patron.index() < 255 ? static_cast<std::uint8_t>(patron.index() + 1) : std::uint8_t{0};
    --bench(province_, cohort);
    ++cards_.promotions.promoted[card.spoke > 0 ? 1 : 0];
    write_down(card, LifeEvent::promoted, patron.valid() ? static_cast<std::int32_t>(patron.index()) : -1);
  }

  const Params& params_;
  const Members& members_;
  std::uint64_t seed_;
  Month month_;
  CardIndex& cards_;
  Records& records_;
  std::size_t province_ = static_cast<std::size_t>(-1);
  std::uint32_t salt_ = 0, word_ = 0, flow_word_ = 0;
  std::vector<MemberCard> together_;  // who arrives with one flow
  std::vector<std::uint32_t> places_;
  std::int64_t missing_careerists_ = 0, missing_former_ = 0;  // whom the last flow should have taken besides
};

}  // namespace

void follow_members(const Params& params, const State& state, const Booked& booked, CardIndex& cards, Records& records) {
  Follower follower(params, booked, cards, records);
  for (const MemberFlow& flow : booked.journal) follower.follow(flow);
  for (std::size_t p = 0; p < params.provinces.size(); ++p) {
    if (lives_this_month(params.provinces[p], booked.month)) follower.promote(state, p);
  }
}

}  // namespace thermidor::party
