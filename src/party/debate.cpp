#include "party/debate.hpp"

#include <algorithm>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "party/cards.hpp"
#include "party/cell_ballots.hpp"
#include "party/member_moves.hpp"

namespace thermidor::party {

namespace {

struct CellCounts {
  std::array<double, kCellTypes> persons{};
  std::array<double, kCellTypes> candidates{};
};

// Members by the cell they sit in: many workers and peasants by origin have become officials (SF08).
CellCounts count_cells(const CellParams& cell, const Members& members, std::size_t province) {
  CellCounts counts;
  const auto add = [&](CellType type, std::size_t at, double share) {
    const auto t = static_cast<std::size_t>(type);
    counts.persons[t] += share * static_cast<double>(persons_in(members, at));
    counts.candidates[t] += share * static_cast<double>(members.candidates[at]);
  };
  for (std::size_t k = 0; k < kCohorts; ++k) {
    const std::size_t worker = stratum(province, kWorker, k), peasant = stratum(province, kPeasant, k);
    add(CellType::worker, worker, members.at_bench[k]);
    add(CellType::office, worker, 1.0 - members.at_bench[k]);
    add(CellType::village, peasant, cell.in_village[k]);
    add(CellType::office, peasant, 1.0 - cell.in_village[k]);
    add(CellType::office, stratum(province, kEmployee, k), 1.0);
    add(CellType::study, stratum(province, kStudent, k), 1.0);
    add(CellType::army, stratum(province, kSoldier, k), 1.0);
  }
  return counts;
}

struct ProvinceView {
  double fear = 0;  // members' remembered fear
  double ignorance = 0;
  double newcomer_share = 0;  // of members of this type of cell
  double reach = 0;           // how far oratory is heard
  double boss = 0;            // secretary's side: +1 opposition, -1 ruling
};

// The cell formula of docs/model/submodels/debates.md (M063 M123 M148 M156).
CellMood cell_mood(const CellParams& cell, const DebateInput& input, const ProvinceView& view, std::size_t type) {
  CellMood mood;
  const double deference = cell.newcomers * input.dilution + cell.newcomers_mobility * input.mobility;
  mood.mean = cell.lean[type] + cell.policy * (input.ruling.policy_distance - input.opposition.policy_distance) +
              cell.prestige * (input.opposition.prestige - input.ruling.prestige) +
              cell.hardship * (input.hardship - cell.hardship_zero) + cell.oratory * view.reach * input.opposition.oratory -
              (cell.press + cell.ignorance * input.dilution * view.ignorance) * input.press_control + cell.boss * view.boss -
              deference * view.newcomer_share + cell.passivity * (1.0 - input.passivity);
  const double threat = cell.fear_base + input.coercion * (cell.fear_terror * input.terror + cell.fear_memory * view.fear);
  mood.fear = cell.fear * cell.fear_scale[type] * threat * (1.0 - input.secrecy);
  if (view.boss > 0) mood.fear *= cell.boss_shelter;
  // Leaders speak where many members live close together; a secretary of the opposition has its case put in every cell.
  mood.heard = larger(1.0 - exp(-view.reach * input.opposition.speakers / cell.speakers), view.boss);
  mood.start = input.announced ? cell.start_announced : cell.start_quiet;
  return mood;
}

// Strata of a province's cells of one type: noise differs between them, and those who attend spread over them evenly.
CellStrata draw_cells(const CellParams& cell, const CellMood& mood, std::size_t type, std::int64_t persons, Random& random) {
  CellStrata drawn;
  drawn.mood = mood;
  const std::int64_t cells = std::max<std::int64_t>(1, whole(static_cast<double>(persons) / cell.size[type]));
  const std::int64_t strata = std::min<std::int64_t>({cells, cell.strata, kMostCellStrata});
  drawn.voters = draw_binomial(random, persons, cell.turnout[type]);
  if (drawn.voters == 0) return drawn;
  drawn.strata = strata;
  for (std::int64_t j = 0; j < strata; ++j) {
    const auto k = static_cast<std::size_t>(j);
    const double place = (static_cast<double>(j) + random.uniform()) / static_cast<double>(strata);
    drawn.mean[k] = mood.mean + cell.noise * normal_quantile(place);
    drawn.share[k] = clamp(voiced_share(drawn.mean[k], cell.spread, mood.fear, mood.start), 0.0, 1.0);
  }
  return drawn;
}

// Ballots of such cells; hands raised are drawn at once for all strata.
Ballots draw_ballots(const CellParams& cell, const CellStrata& cells, Random& random) {
  Ballots ballots;
  ballots.voters = cells.voters;
  if (ballots.voters == 0) return ballots;
  const double here = static_cast<double>(ballots.voters) / static_cast<double>(cells.strata);
  double raised = 0, variance = 0;
  for (std::size_t j = 0; j < static_cast<std::size_t>(cells.strata); ++j) {
    // Where nobody speaks against it the resolution of the rulers passes.
    const double open = cells.mood.heard * cells.share[j];
    raised += here * open;
    variance += here * open * (1.0 - open);
  }
  ballots.private_opposition = private_voters(cells, cell.spread);
  ballots.opposition = draw_choices(random, ballots.voters, raised, variance);
  return ballots;
}

// Delegates of one province, from district to congress.
struct Tiers {
  std::int64_t district = 0, district_opposition = 0;
  std::int64_t conference = 0, conference_opposition = 0;
  std::int64_t congress = 0, congress_opposition = 0;
};

// `count` delegates, some imposed by the slate of a secretary on `side`, each other one the choice of a group drawn from below.
std::int64_t elect(Random& random, const CellParams& cell, std::int64_t count, double slate, double side, std::int64_t below,
                   std::int64_t below_opposition) {
  const std::int64_t imposed = draw_binomial(random, count, clamp(slate, 0.0, 1.0));
  const double carried = majority_share_finite(below, below_opposition, cell.group, cell.tie);
  return draw_binomial(random, count - imposed, clamp(carried, 0.0, 1.0)) + (side > 0 ? imposed : 0);
}

double slate_of(const CellParams& cell, double slate_strength, double side) {
  return slate_strength * smaller(1.0, (side < 0 ? -side : side) + cell.slate_floor);
}

Tiers elect_upwards(const CellParams& cell, const DebateInput& input, const Ballots& ballots, std::int64_t persons,
                    std::int64_t full, double side, const DrawKey& key) {
  Tiers tiers;
  if (ballots.voters <= 0) return tiers;
  Random random(key);
  tiers.conference = std::max<std::int64_t>(1, whole(static_cast<double>(persons) / cell.conference_ratio + 0.5));
  tiers.district = std::min(tiers.conference * cell.group, ballots.voters);
  tiers.congress = std::max<std::int64_t>(1, whole(static_cast<double>(full) / cell.congress_ratio + 0.5));
  tiers.district_opposition = draw_hypergeometric(random, ballots.voters, ballots.opposition, tiers.district);
  const double slate = slate_of(cell, input.slate_strength, side);
  tiers.conference_opposition = elect(random, cell, tiers.conference, slate, side, tiers.district, tiers.district_opposition);
  tiers.congress_opposition = elect(random, cell, tiers.congress, imposed_share(cell, input.slate_strength, side), side,
                                    tiers.conference, tiers.conference_opposition);
  return tiers;
}

double ratio(std::int64_t part, std::int64_t all) {
  return all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0.0;
}

// Sums over provinces; whole numbers, so that their order does not matter.
struct Sums {
  std::array<std::int64_t, kCellTypes> voters{}, opposition{}, private_opposition{};
  Tiers tiers;
  std::int64_t persons = 0;
};

void add_tiers(Tiers& sum, const Tiers& tiers) {
  sum.district += tiers.district, sum.district_opposition += tiers.district_opposition;
  sum.conference += tiers.conference, sum.conference_opposition += tiers.conference_opposition;
  sum.congress += tiers.congress, sum.congress_opposition += tiers.congress_opposition;
}

void finish(const Sums& sums, DebateResult& result) {
  std::int64_t hidden = 0;
  for (std::size_t t = 0; t < kCellTypes; ++t) {
    result.open_by_type[t] = ratio(sums.opposition[t], sums.voters[t]);
    result.private_by_type[t] = ratio(sums.private_opposition[t], sums.voters[t]);
    result.voters += sums.voters[t];
    result.voters_opposition += sums.opposition[t];
    hidden += sums.private_opposition[t];
  }
  result.open_share = ratio(result.voters_opposition, result.voters);
  result.private_share = ratio(hidden, result.voters);
  result.district_share = ratio(sums.tiers.district_opposition, sums.tiers.district);
  result.conference_share = ratio(sums.tiers.conference_opposition, sums.tiers.conference);
  result.delegates_share = ratio(sums.tiers.congress_opposition, sums.tiers.congress);
  result.participation = ratio(result.voters, sums.persons);
}

// What all provinces of one debate share.
struct Debate {
  const MemberParams& params;
  const Members& members;
  const DebateInput& input;
  double party;                      // members of the whole party
  const HandCount* hands = nullptr;  // where members vote one by one
};

// What the cells of a province of so many members see alike.
ProvinceView view_province(const Debate& debate, std::size_t province, std::int64_t persons) {
  const DebateInput& input = debate.input;
  const DebateProvince secretary = province < input.provinces.size() ? input.provinces[province] : DebateProvince{};
  const double share = debate.party > 0 ? static_cast<double>(persons) / debate.party : 0.0;
  ProvinceView view;
  view.fear = debate.members.fear[province];
  view.ignorance = debate.members.ignorance[province];
  view.boss = secretary.loyalty_opposition - secretary.loyalty_ruling;
  view.reach = clamp(share / debate.params.cell.capital_share, 0.0, 1.0);
  return view;
}

// Ballots of a province by type of cell: drawn for strata, or counted member by member.
std::array<Ballots, kCellTypes> vote_in_cells(const Debate& debate, std::size_t province, ProvinceView view,
                                              const DrawKey& key) {
  const CellParams& cell = debate.params.cell;
  const CellCounts counts = count_cells(cell, debate.members, province);
  double candidates = 0;
  for (const double count : counts.candidates) candidates += count;
  std::array<Ballots, kCellTypes> ballots{};
  std::array<CellStrata, kCellTypes> cells{};
  for (std::size_t t = 0; t < kCellTypes; ++t) {
    const std::int64_t here = whole(counts.persons[t] + 0.5);
    if (here <= 0) continue;
    const double newcomers = candidates > 0 ? debate.members.newcomers[province] * counts.candidates[t] / candidates : 0.0;
    view.newcomer_share = clamp(newcomers / counts.persons[t], 0.0, 1.0);
    Random random({key.seed, key.stream, key.month, key.entity | (t << 8)});
    cells[t] = draw_cells(cell, cell_mood(cell, debate.input, view, t), t, here, random);
    if (debate.hands == nullptr) ballots[t] = draw_ballots(cell, cells[t], random);
  }
  if (debate.hands == nullptr) return ballots;
  return raise_hands(*debate.hands, province, static_cast<std::uint32_t>(key.entity >> 16), cells);
}

// One province: cells vote, delegates are elected.
void debate_in_province(const Debate& debate, std::size_t province, const DrawKey& key, Sums& sums, DebateResult& result) {
  const CellParams& cell = debate.params.cell;
  const Members& members = debate.members;
  const std::int64_t persons = count_province(members, province);
  const ProvinceView view = view_province(debate, province, persons);
  const std::array<Ballots, kCellTypes> votes = vote_in_cells(debate, province, view, key);
  Ballots all;
  std::array<double, kCellTypes> by_type{};
  for (std::size_t t = 0; t < kCellTypes; ++t) {
    const Ballots& ballots = votes[t];
    by_type[t] = ratio(ballots.opposition, ballots.voters);
    all.voters += ballots.voters;
    all.opposition += ballots.opposition;
    all.private_opposition += ballots.private_opposition;
    sums.voters[t] += ballots.voters;
    sums.opposition[t] += ballots.opposition;
    sums.private_opposition[t] += whole(ballots.private_opposition + 0.5);
  }
  const Tiers tiers = elect_upwards(cell, debate.input, all, persons, count_province_full(members, province), view.boss,
                                    {key.seed, StreamName("debate.delegates").stream, key.month, key.entity});
  add_tiers(sums.tiers, tiers);
  sums.persons += persons;
  result.province_by_type.push_back(by_type);
  result.province_open.push_back(ratio(all.opposition, all.voters));
  result.province_private.push_back(all.voters > 0 ? all.private_opposition / static_cast<double>(all.voters) : 0.0);
  result.province_district.push_back(ratio(tiers.district_opposition, tiers.district));
  result.province_conference.push_back(ratio(tiers.conference_opposition, tiers.conference));
  result.province_delegates.push_back(ratio(tiers.congress_opposition, tiers.congress));
  result.delegates.push_back(tiers.congress);
  result.delegates_opposition.push_back(tiers.congress_opposition);
}

}  // namespace

double private_voters(const CellStrata& cells, double spread) {
  if (cells.strata == 0) return 0;
  const double here = static_cast<double>(cells.voters) / static_cast<double>(cells.strata);
  double voters = 0;
  for (std::size_t j = 0; j < static_cast<std::size_t>(cells.strata); ++j) {
    voters += here * near_normal_point(cells.mean[j] / spread).cdf;
  }
  return voters;
}

double imposed_share(const CellParams& cell, double slate_strength, double side) {
  return clamp(slate_of(cell, slate_strength, side) * cell.slate_congress, 0.0, 1.0);
}

std::int64_t draw_choices(Random& random, std::int64_t voters, double mean, double variance) {
  if (!(mean > 0)) return 0;
  const double spread = larger(mean - variance, 1e-12 * mean);
  const double trials = clamp(mean * mean / spread, mean, static_cast<double>(voters));
  const std::int64_t count = std::min(voters, whole(trials) + 1);
  return draw_binomial(random, count, clamp(mean / static_cast<double>(count), 0.0, 1.0));
}

DebateResult run_debate(const MemberParams& params, const std::vector<ProvinceRow>& rows, const Members& members,
                        const DebateInput& input, std::uint64_t seed, Month month, const OneByOne& one_by_one) {
  DebateResult result;
  Sums sums;
  Debate debate{params, members, input, static_cast<double>(count_members(members))};
  const bool by_hand = one_by_one.cards != nullptr && kept(*one_by_one.cards);
  const auto scores = by_hand ? score_minds(input, params.persons.views) : std::array<std::uint16_t, 4096>{};
  const HandCount hands{one_by_one, params, input, scores, seed, month};
  if (by_hand) debate.hands = &hands;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    debate_in_province(debate, p, province_key(seed, "debate.cells", month, rows[p].id), sums, result);
  }
  finish(sums, result);
  return result;
}

}  // namespace thermidor::party
