#include "party/card_shares.hpp"

#include <gtest/gtest.h>

namespace thermidor::party {
namespace {

std::int64_t sum_kind(const CardCounts& counts, std::size_t mark) {
  std::int64_t sum = 0;
  for (const auto& part : counts) {
    for (std::size_t kind = 0; kind < kCardKinds; ++kind) sum += (kind & mark) != 0 ? part[kind] : 0;
  }
  return sum;
}

std::int64_t sum_parts(const CardCounts& counts, std::size_t a, std::size_t b) {
  std::int64_t sum = 0;
  for (std::size_t kind = 0; kind < kCardKinds; ++kind) sum += counts[a][kind] + std::int64_t{counts[b][kind]};
  return sum;
}

TEST(CardShares, TakeWhatTheFlowSaysAndNoMoreThanThereIs) {
  Random random(DrawKey{3, make_stream("test.shares"), Month{0}, 0});
  int missing = 0;
  for (int round = 0; round < 5000; ++round) {
    CardCounts there{};
    const std::uint32_t most = round % 2 == 0 ? 4 : 300;
    for (auto& part : there) {
      for (auto& count : part) count = random.below(most);
    }
    MemberFlow flow;
    const std::int64_t full = sum_parts(there, kFullSpoke, kFull), candidates = sum_parts(there, kCandidate, kCandidateSpoke);
    const double share = random.uniform();
    flow.full = std::min(full, whole(share * static_cast<double>(full) + random.uniform()));
    flow.candidates = std::min(candidates, whole(share * static_cast<double>(candidates) + random.uniform()));
    const std::int64_t taken = flow.full + flow.candidates, all = full + candidates;
    Dither dither(random.bits());
    if (all == 0) continue;
    flow.careerists = dither.marked_of(taken, sum_kind(there, kCareerist), all);
    flow.former = dither.marked_of(taken, sum_kind(there, kFormer), all);
    const CardShares shares = share_cards(there, flow, 1 + random.uniform(), dither);
    for (std::size_t part = 0; part < kCardParts; ++part) {
      for (std::size_t kind = 0; kind < kCardKinds; ++kind) EXPECT_LE(shares.taken[part][kind], there[part][kind]);
    }
    EXPECT_EQ(sum_parts(shares.taken, kFullSpoke, kFull), flow.full);
    EXPECT_EQ(sum_parts(shares.taken, kCandidate, kCandidateSpoke), flow.candidates);
    EXPECT_EQ(sum_kind(shares.taken, kCareerist) + shares.missing_careerists, flow.careerists);
    EXPECT_EQ(sum_kind(shares.taken, kFormer) + shares.missing_former, flow.former);
    missing += most > 4 && (shares.missing_careerists != 0 || shares.missing_former != 0) ? 1 : 0;
  }
  EXPECT_LT(missing, 5);
}

TEST(CardShares, AnImpossibleFlowSaysWhatIsMissing) {
  CardCounts there{};
  there[kFull][0] = 1;                // a convinced full member
  there[kCandidate][kCareerist] = 1;  // and a careerist on probation
  MemberFlow flow;
  flow.full = 1;
  flow.careerists = 1;
  Dither dither(7U);
  const CardShares shares = share_cards(there, flow, 1, dither);
  EXPECT_EQ(shares.taken[kFull][0], 1U);
  EXPECT_EQ(shares.missing_careerists, 1);
}

TEST(CardShares, WhoSpokeGoesByHisOdds) {
  CardCounts there{};
  there[kFull][0] = 9000;
  there[kFullSpoke][0] = 1000;
  MemberFlow flow;
  flow.full = 100;
  Dither dither(9U);
  const CardShares shares = share_cards(there, flow, 9, dither);
  EXPECT_NEAR(shares.taken[kFullSpoke][0], 50, 1);
}

TEST(CardShares, KindsMixIndependently) {
  Dither dither(11U);
  const auto mixed = mix_kinds({600, 400, 300, 100}, dither);
  EXPECT_NEAR(static_cast<double>(mixed[0][kCareerist | kFormer]), 18, 2);
  EXPECT_NEAR(static_cast<double>(mixed[1][kCareerist | kFormer]), 12, 2);
  std::int64_t all = 0;
  for (const auto& status : mixed) {
    for (const std::int64_t count : status) all += count;
  }
  EXPECT_EQ(all, 1000);
}

}  // namespace
}  // namespace thermidor::party
