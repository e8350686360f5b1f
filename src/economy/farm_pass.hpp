// What a pass over a block of farms is given and what it gives back, and which passes this machine can run.
#pragma once

#include <cstdint>
#include <span>

#include "core/calendar.hpp"
#include "economy/farm_luck.hpp"
#include "economy/farm_ration.hpp"
#include "economy/farm_terms.hpp"
#include "population/farms.hpp"

namespace thermidor::economy {

// Sums over farms in one month, per simulated farm. A farm adds less than 2^24 to each of those before `cash`, and at most
// 2^30 to the others.
enum class FarmSum : std::uint8_t {
  harvest,
  seed,
  eaten,
  fed,
  spoiled,
  hired,
  rent,
  tax_in_kind,
  requisitioned,
  forced,
  sold,
  bread_bought,
  relief,
  seed_aid,
  arrears,
  goods_received,
  goods_worn,
  goods,
  other_sold,
  births,
  deaths,
  hunger_deaths,
  left,
  arrived,
  grain,
  people,
  households,
  horses,
  cattle,
  area,
  leased,
  to_spare,
  to_let,
  kulak,
  poor,
  hungry,
  grievance,
  nutrition,
  kulak_offer,
  cash,
  paid_grain,
  paid_other,
  paid_forced,
  spent_bread,
  spent_goods,
  money_tax,
};
inline constexpr int kNarrowSums = static_cast<int>(FarmSum::cash);
inline constexpr int kFarmSums = static_cast<int>(FarmSum::money_tax) + 1;
struct FarmSums {
  std::int64_t of[kFarmSums] = {};

  std::int64_t operator[](FarmSum what) const { return of[static_cast<int>(what)]; }
  void add(const FarmSums& other) {
    for (int i = 0; i < kFarmSums; ++i) of[i] += other.of[i];
  }
};

// Rounds of Philox4x32 in a farm's draws: the fewest that withstand all known tests (Salmon et al. 2011, table 2).
inline constexpr int kFarmRounds = 7;
struct RoundKeys {
  std::uint32_t first[kFarmRounds], second[kFarmRounds];
};
RoundKeys make_round_keys(std::uint64_t seed);

// A block of farms and its month.
struct FarmTask {
  const FarmTerms* terms = nullptr;
  const FarmOrderTerms* last = nullptr;  // on which orders were made
  const RoundKeys* keys = nullptr;
  FarmTile* tiles = nullptr;
  const FarmTile* next = nullptr;  // four tiles or more that are worked on after these, to be asked of memory early
  std::uint32_t count = 0;         // of tiles
  std::uint32_t block = 0;         // region and number of the block
  std::uint32_t turn = 0;          // of the block
  FarmLuck luck;                   // of the region
  Month month{};
  std::uint32_t month_index = 0;
  float mean_price = 0;  // of the grain sold to state and private buyers together
  FarmRations rations;
  // Results.
  FarmSums sums;
  std::uint64_t living[kBlockTiles] = {};                 // slots that hold a household, of tiles that passed a quarter
  std::uint32_t orders[kFarmOrders][kOrderColumns] = {};  // for next month
};

// The month's pass, compiled for vectors of so many farms.
struct FarmPass {
  int lanes = 0;
  void (*step)(FarmTask& task) = nullptr;
};

// The passes that this machine can run, the widest last. All give the same bits.
std::span<const FarmPass> farm_passes();

void step_block_base(FarmTask& task);
void step_block_avx2(FarmTask& task);
void step_block_avx512(FarmTask& task);

}  // namespace thermidor::economy
