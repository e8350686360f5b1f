// Debates and elections upward: cell -> district conference -> provincial conference -> congress. Members weigh the sides, fear
// and the visible share of dissent decide who speaks; each tier elects by majorities in small groups, slates impose the rest.
// Claims S29 S35 S38, M064; docs/model/submodels/debates.md.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/rng.hpp"
#include "party/tables.hpp"

namespace thermidor {
struct LifeRecord;
}

namespace thermidor::party {

struct CardIndex;
struct CellParams;
struct MemberParams;
struct Members;

// Kinds of party cell; what a cell sees of its own hands raised decides how many dare.
enum class CellType : std::uint8_t { worker, village, office, study, army };
inline constexpr std::size_t kCellTypes = 5;
inline constexpr std::array<const char*, kCellTypes> kCellTypeNames = {"worker", "village", "office", "study", "army"};

// What one side brings to a debate, averaged over its leaders.
struct DebateSide {
  double prestige = 0.5;         // standing of its leaders, 0-1.5 (strength-weighted mean or the head's)
  double oratory = 0.5;          // 0-1, heard where many members live close together
  double policy_distance = 0.5;  // distance of its line from what members want, 0-2
  double speakers = 40;          // leaders who speak for it
};

// One province's secretary (mean of its secretaries), as far as he binds its conferences.
struct DebateProvince {
  double loyalty_ruling = 0.5;      // 0-1 to the ruling side
  double loyalty_opposition = 0.0;  // 0-1 to the opposition
};

struct DebateInput {
  std::vector<DebateProvince> provinces;  // as in the table of provinces
  DebateSide ruling;
  DebateSide opposition;
  double press_control = 0.5;         // rulers' hold on the press, 0-1
  double slate_strength = 0.5;        // how far lists from above are imposed, 0-1
  double terror = 0;                  // visible sanctions inside the party, 0-1
  double hardship = 0.4;              // what members suffer, 0-1; 0.4 is ordinary
  bool announced = false;             // the debate is opened officially
  std::array<double, 4> direction{};  // from the rulers' line to the opposition's, of length 1; or nothing
  double secrecy = 0;                 // belief that the ballot is secret, 0-1
  double inner_democracy = 0;         // the lever, -1..1
  // Weights of explanations (X2, X3, X7, X11): 1 as given, 0 off.
  double dilution = 1;
  double mobility = 1;
  double passivity = 1;
  double coercion = 1;
};

struct DebateResult {
  std::array<double, kCellTypes> open_by_type{};     // share of members of such cells who speak or vote for the opposition
  std::array<double, kCellTypes> private_by_type{};  // the share that would without fear
  std::vector<std::array<double, kCellTypes>> province_by_type;  // per province: the open share by type of cell
  std::vector<double> province_open;                             // per province: share of members in open opposition
  std::vector<double> province_private;                          // per province: the share without fear
  std::vector<double> province_district;                         // per province: opposition's share of district conferences
  std::vector<double> province_conference;                       // per province: its share of the provincial conference
  std::vector<double> province_delegates;                        // per province: its share of the delegates to the congress
  std::vector<std::int64_t> delegates;                           // per province: delegates to the congress
  std::vector<std::int64_t> delegates_opposition;                // per province: of these for the opposition
  std::int64_t voters = 0;                                       // members who took part
  std::int64_t voters_opposition = 0;                            // of these openly for the opposition
  double open_share = 0;                                         // of voters
  double private_share = 0;                                      // of voters
  double district_share = 0;                                     // of district delegates
  double conference_share = 0;                                   // of provincial delegates
  double delegates_share = 0;                                    // of congress delegates
  double participation = 0;                                      // voters over members
};

// Members who vote one by one (cards.hpp), and whether they remember it.
struct OneByOne {
  CardIndex* cards = nullptr;
  bool remember = false;
  std::vector<LifeRecord>* lives = nullptr;  // where it is written down for readers, if anywhere
};

// Runs the debate of one month over all cells and elects all delegates. The same key gives the same result. Reads only, but for
// what members one by one remember. Does not depend on the order of provinces: draws are keyed by their ids.
DebateResult run_debate(const MemberParams& params, const std::vector<ProvinceRow>& rows, const Members& members,
                        const DebateInput& input, std::uint64_t seed, Month month, const OneByOne& one_by_one = {});

// Share of a province's delegates to the congress whom its secretary's list imposes; `side` as far as he is bound to either.
double imposed_share(const CellParams& cell, double slate_strength, double side);

// Sum of the independent choices of `voters` people with a known mean and variance: the binomial with the same two moments.
std::int64_t draw_choices(Random& random, std::int64_t voters, double mean, double variance);

// Share of groups of `size` carried when a share p supports; ties go to the supporters with probability `tie` (Galam).
double majority_share(double p, int size, double tie);

// The same of groups drawn without return from `total` of whom `marked` support.
double majority_share_finite(std::int64_t total, std::int64_t marked, int size, double tie);

// One tier upwards with a share `slate` of delegates imposed against the supporters.
double slate_tier(double p, int size, double tie, double slate);

// Share that dares to dissent when private net dissent is N(mean, sd), fear scales with the silent share: the fixed point of
// x = 1 - Phi((fear (1 - x) - mean) / sd) reached from `start` (Kuran, Granovetter).
double voiced_share(double mean, double sd, double fear, double start);

}  // namespace thermidor::party
