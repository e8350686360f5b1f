// Entry: from conviction, for a career where posts open, and in levies (claims.md S31 S33, M059-M061; X2, X3).
#include <algorithm>

#include "core/math.hpp"
#include "party/member_moves.hpp"

namespace thermidor::party {

namespace {

// Persons who enter a province's organisation this month, split by motive.
struct Entrants {
  double conviction = 0;
  double career = 0;
  FlowKind kind = FlowKind::entry;  // or by levy
};

Entrants ordinary_entrants(const MemberFlowParams& flow, const MemberInput& input, double admission, double members) {
  const double active = flow.conviction_floor + (1.0 - flow.conviction_floor) * input.mass_activity;
  const double monopoly = 1.0 - flow.monopoly_career * 0.5 * (1.0 + input.other_parties);
  Entrants entrants;
  entrants.conviction = flow.join_conviction * active * admission * members;
  entrants.career = flow.join_career * input.posts_open * input.mobility * monopoly * admission * members;
  return entrants;
}

struct Entered {
  std::int64_t persons = 0;
  std::int64_t villagers = 0;  // peasants, and soldiers, who are peasants mostly
  std::int64_t workers = 0;
};

// Weights of the classes as shares; zeros where there are none.
PerClass shares_of(const PerClass& weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  PerClass shares{};
  if (!(sum > 0)) return shares;
  for (std::size_t c = 0; c < kMemberClasses; ++c) shares[c] = weights[c] / sum;
  return shares;
}

// Books `entrants` as candidates of one province, by share of each class, into the open generation.
Entered enter(std::size_t province, std::size_t cohort, const Entrants& entrants, const PerClass& shares, Dither& dither,
              Members& members, MemberJournal* journal) {
  constexpr std::int64_t kMost = 10'000'000;
  const double wanted = entrants.conviction + entrants.career;
  if (!(wanted > 0)) return {};
  const double careerist = entrants.career / wanted;
  Entered entered;
  for (std::size_t c = 0; c < kMemberClasses; ++c) {
    MovedMembers moved;
    moved.candidates = dither.whole_of(wanted * shares[c], kMost);
    moved.careerists = dither.whole_of(static_cast<double>(moved.candidates) * careerist, moved.candidates);
    const std::size_t at = stratum(province, c, cohort);
    put_members(members, at, moved);
    note_flow(journal, entrants.kind, at, at, moved);
    entered.persons += moved.candidates;
    entered.workers += c == kWorker ? moved.candidates : 0;
    entered.villagers += c == kPeasant || c == kSoldier ? moved.candidates : 0;
  }
  return entered;
}

// Entrants bring ignorance and are new for a while.
void book_entry(const MemberParams& params, std::size_t province, std::int64_t before, std::int64_t entered, Members& members) {
  if (entered <= 0) return;
  const double old = static_cast<double>(before), fresh = static_cast<double>(entered);
  members.ignorance[province] = (members.ignorance[province] * old + params.flow.newcomer_ignorance * fresh) / (old + fresh);
  members.newcomers[province] += fresh;
  members.month.admitted += entered;
  members.total.admitted += entered;
}

// Entrants are of the titular nation as the people are from whom they come, fewer under a line against its autonomy.
void book_natives(const MemberFlowParams& flow, const ProvinceRow& row, double autonomy, std::int64_t before,
                  const Entered& entered, double& natives) {
  if (natives <= 0 || entered.persons <= 0) return;
  const double open = 1.0 - flow.native_barrier * larger(0.0, -autonomy);
  const auto villagers = static_cast<double>(entered.villagers), fresh = static_cast<double>(entered.persons);
  // Where a nation is to be rooted its own are preferred: odds, not places.
  const double odds = 1.0 + flow.native_preference * larger(0.0, autonomy);
  const auto preferred = [odds](double share) { return odds * share / (1.0 + (odds - 1.0) * share); };
  const double arrived =
      open * (preferred(row.natives_village) * villagers + preferred(row.natives_town) * (fresh - villagers));
  natives = clamp((natives * static_cast<double>(before) + arrived) / (static_cast<double>(before) + fresh), 0.0, 1.0);
}

// Levies take workers from the bench, ordinary entry as is usual in the generation; posts that open take them away (S33, X3).
void move_occupation(const MemberParams& params, const MemberInput& input, std::size_t cohort, std::int64_t entered,
                     std::int64_t levied, Members& members) {
  const double leaving = clamp(params.flow.promote * input.posts_open * input.mobility, 0.0, 1.0);
  for (double& at_bench : members.at_bench) at_bench *= 1.0 - leaving;
  std::int64_t all = 0;
  for (std::size_t p = 0; p < members.fear.size(); ++p) all += persons_in(members, stratum(p, kWorker, cohort));
  if (all <= 0) return;
  const auto fresh = static_cast<double>(entered), drafted = static_cast<double>(levied), now = static_cast<double>(all);
  double& here = members.at_bench[cohort];
  here = clamp((here * (now - fresh - drafted) + params.cell.at_bench[cohort] * fresh + drafted) / now, 0.0, 1.0);
}

std::int64_t count_workers(const Members& members, std::size_t province) {
  std::int64_t count = 0;
  for (std::size_t k = 0; k < kCohorts; ++k) count += persons_in(members, stratum(province, kWorker, k));
  return count;
}

void start_levy(const LevyParams& levy, double full, double persons, Members& members) {
  members.levy_months = static_cast<std::int32_t>(whole(levy.months));
  members.levy_monthly = persons / larger(1.0, levy.months);
  members.levy_full = full;
  members.months_since_levy = 0;
}

}  // namespace

void decide_levy(const MemberParams& params, const MemberInput& input, std::uint64_t seed, Month month, Members& members,
                 Records& records) {
  if (members.months_since_levy < 99999) ++members.months_since_levy;
  if (input.levy_forbidden) return;
  const LevyParams& levy = params.levy;
  const double workers = input.workers * 1e6;
  const double mourned = input.leader_death >= levy.mourning_threshold ? smaller(1.5, input.leader_death) : 0.0;
  const double full = larger(mourned, input.levy_order);
  if (full > 0) {
    start_levy(levy, full, levy.size * workers * full, members);
    records.events.push_back({month, "levy", "A mass levy of workers into the party is decided.", {}, {}, 0.7, "M123 X2"});
    return;
  }
  if (members.levy_months > 0 || members.months_since_levy < whole(levy.rest_months) || members.purge_months > 0) return;
  const std::int64_t all = booked_now(members.total);
  std::int64_t by_class = 0;
  for (std::size_t p = 0; p < members.fear.size(); ++p) by_class += count_workers(members, p);
  const double share = all > 0 ? static_cast<double>(by_class) / static_cast<double>(all) : 1.0;
  // Rulers who have just tightened admission do not open it wide.
  const double ready = members.admission * members.admission;
  const double hazard = levy.hazard * input.machine_reach * ready * clamp((levy.worker_target - share) / 0.1, 0.0, 2.0);
  Random random({seed, make_stream("members.levy.decision"), month, 0});
  if (!random.chance(1.0 - exp(-hazard))) return;
  start_levy(levy, levy.size > 0 ? levy.routine_size / levy.size : 0.0, levy.routine_size * workers, members);
  records.events.push_back({month, "levy", "A levy of workers into the party is decided.", {}, {}, 0.4, "X2"});
}

void admit_members(const MemberParams& params, const std::vector<ProvinceRow>& rows, const MemberInput& input,
                   std::uint64_t seed, Month month, Members& members) {
  const std::size_t cohort = open_cohort(params.opening, month);
  // Readiness to admit: eager during and after a levy, then back to normal; low and slow to recover after a purge.
  if (members.levy_months > 0) members.admission = larger(members.admission, params.levy.eagerness * members.levy_full);
  const double gap = params.flow.admission_normal - members.admission;
  members.admission += gap * (gap < 0 ? params.flow.admission_fade : params.flow.admission_drift);
  const PerClass usual = shares_of(params.flow.join_class), by_levy_class = shares_of(params.levy.classes);
  std::int64_t workers = 0, workers_entered = 0, workers_levied = 0;
  for (std::size_t p = 0; p < rows.size(); ++p) workers += count_workers(members, p);
  for (std::size_t p = 0; p < rows.size(); ++p) {
    const std::int64_t before = count_province(members, p);
    Dither dither(province_key(seed, "members.entry", month, rows[p].id));
    const Entrants ordinary = ordinary_entrants(params.flow, input, members.admission, static_cast<double>(before));
    Entered entered = enter(p, cohort, ordinary, usual, dither, members, input.journal);
    workers_entered += entered.workers;
    if (members.levy_months > 0 && workers > 0) {
      const double levied =
          members.levy_monthly * static_cast<double>(count_workers(members, p)) / static_cast<double>(workers);
      Dither levy(province_key(seed, "members.levy", month, rows[p].id));
      const double careerists = params.levy.careerist * input.mobility;
      const Entrants drafted{levied * (1.0 - careerists), levied * careerists, FlowKind::levy};
      const Entered by_levy = enter(p, cohort, drafted, by_levy_class, levy, members, input.journal);
      entered.persons += by_levy.persons;
      entered.villagers += by_levy.villagers;
      workers_levied += by_levy.workers;
    }
    book_entry(params, p, before, entered.persons, members);
    book_natives(params.flow, rows[p], input.national_autonomy, before, entered, members.natives[p]);
  }
  move_occupation(params, input, cohort, workers_entered, workers_levied, members);
  if (members.levy_months > 0) --members.levy_months;
}

}  // namespace thermidor::party
