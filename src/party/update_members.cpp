#include <algorithm>
#include <array>

#include "core/math.hpp"
#include "party/member_moves.hpp"
#include "party/members.hpp"

namespace thermidor::party {

namespace {

// Where members of a class go, and the share that goes there each month.
struct Routes {
  std::array<std::size_t, kMemberClasses> to{};
  std::array<double, kMemberClasses> monthly{};
  std::size_t count = 0;
  double sum = 0;
  void add(std::size_t member_class, double share) {
    if (!(share > 0)) return;
    to[count] = member_class;
    monthly[count++] = share;
    sum += share;
  }
};

Routes routes_of(const MemberFlowParams& flow, std::size_t member_class) {
  Routes routes;
  switch (member_class) {
    case kStudent: routes.add(kEmployee, flow.graduate); break;
    case kSoldier:
      for (std::size_t to = 0; to < kSoldier; ++to) routes.add(to, flow.demobilise * flow.demobilised_class[to]);
      break;
    case kPeasant: routes.add(kSoldier, flow.call_up); break;
    default:
      routes.add(kStudent, flow.study);
      routes.add(kSoldier, flow.call_up);
      break;
  }
  return routes;
}

// What acts on members of a class this month, in every province alike.
struct ClassMonth {
  Share lost, lost_candidates;  // die or leave
  Share dead, dead_candidates;  // of those lost
  Share accepted;               // candidates who become full members
  Share moving;                 // change their class
  double careerist_leaving = 1;
  Routes routes;
};
using ClassMonths = std::array<ClassMonth, kMemberClasses>;

ClassMonths describe_month(const MemberParams& params, const MemberInput& input, const Members& members) {
  const MemberFlowParams& flow = params.flow;
  const double meanwhile = members.purge_months > 0 ? params.purge.leave : 1.0;
  const double leave = flow.leave * meanwhile * (1.0 + flow.leave_disillusion * (1.0 - input.legitimacy));
  const double death = kLifeInterval * flow.death;
  ClassMonths months;
  for (std::size_t c = 0; c < kMemberClasses; ++c) {
    ClassMonth& month = months[c];
    const double rate = clamp(kLifeInterval * leave * (c == kPeasant ? flow.leave_peasant : 1.0), 0.0, 0.5);
    const double rate_candidate = smaller(1.0, rate * flow.leave_candidate);
    month.lost = Share(death + rate);
    month.lost_candidates = Share(death + rate_candidate);
    month.dead = Share(death / larger(death + rate, 1e-12));
    month.dead_candidates = Share(death / larger(death + rate_candidate, 1e-12));
    month.accepted = Share(kLifeInterval / larger(kLifeInterval, flow.candidate_months[c]));
    month.careerist_leaving = 1.0 + (flow.leave_careerist - 1.0) * (1.0 - input.posts_open);
    month.routes = routes_of(flow, c);
    month.moving = Share(kLifeInterval * month.routes.sum);
  }
  return months;
}

// Deaths and leaving are taken together, careerists in proportion to their wish to go.
void lose_members(const ClassMonth& now, std::size_t at, Dither& dither, Members& members, MemberJournal* journal) {
  MovedMembers gone;
  gone.full = dither.part_of(members.full[at], now.lost);
  gone.candidates = dither.part_of(members.candidates[at], now.lost_candidates);
  if (gone.persons() == 0) return;
  const std::int64_t dead = dither.part_of(gone.full, now.dead) + dither.part_of(gone.candidates, now.dead_candidates);
  const std::int64_t left = gone.persons() - dead;
  const std::int64_t all = persons_in(members, at), careerists = members.careerists[at];
  const double mean_careerists =
      marked_mean(all, careerists, dead, 1.0) + marked_mean(all, careerists, left, now.careerist_leaving);
  gone.careerists = marked_part(dither, all, careerists, gone.persons(), mean_careerists);
  gone.former = dither.marked_of(gone.persons(), members.former[at], all);
  take_out(members, at, gone);
  note_flow(journal, FlowKind::lost, at, at, gone, dead);
  members.month.died += dead;
  members.total.died += dead;
  members.month.left += left;
  members.total.left += left;
}

// A part of those who go, with whole and possible numbers of careerists and former members among them.
MovedMembers part_with(double share, Dither& dither, MovedMembers& going) {
  MovedMembers part;
  part.full = dither.whole_of(share * static_cast<double>(going.full), going.full);
  part.candidates = dither.whole_of(share * static_cast<double>(going.candidates), going.candidates);
  const std::int64_t all = going.persons(), taken = part.persons();
  part.careerists = dither.marked_of(taken, going.careerists, all);
  part.former = dither.marked_of(taken, going.former, all);
  going.full -= part.full;
  going.candidates -= part.candidates;
  going.careerists -= part.careerists;
  going.former -= part.former;
  return part;
}

// All who change their class leave it together and part on the way.
void move_along(const ClassMonth& now, std::size_t at, std::size_t member_class, Dither& dither, Members& members,
                MemberJournal* journal) {
  const Routes& routes = now.routes;
  if (routes.count == 0) return;
  MovedMembers going;
  going.full = dither.part_of(members.full[at], now.moving);
  going.candidates = dither.part_of(members.candidates[at], now.moving);
  if (going.persons() == 0) return;
  take_evenly(dither, members, at, going);
  // Places of the other classes' strata of the same province and generation.
  const std::size_t first = at - member_class * kCohorts;
  double left = routes.sum;
  const auto arrive = [&](std::size_t route, const MovedMembers& part) {
    const std::size_t to = first + routes.to[route] * kCohorts;
    put_members(members, to, part);
    note_flow(journal, FlowKind::moved, at, to, part);
  };
  for (std::size_t r = 0; r + 1 < routes.count && going.persons() > 0; ++r) {
    arrive(r, part_with(routes.monthly[r] / left, dither, going));
    left -= routes.monthly[r];
  }
  arrive(routes.count - 1, going);
}

// Deaths and leaving, the end of probation, study and service.
void live_province(const ClassMonths& months, std::size_t province, const DrawKey& key, Members& members,
                   MemberJournal* journal) {
  Random random(key);
  for (std::size_t c = 0; c < kMemberClasses; ++c) {
    const ClassMonth& now = months[c];
    for (std::size_t k = 0; k < kCohorts; ++k) {
      const std::size_t at = stratum(province, c, k);
      // A word is drawn for an empty stratum too, so that the others' draws do not depend on it.
      Dither dither(random.bits());
      if (persons_in(members, at) == 0) continue;
      lose_members(now, at, dither, members, journal);
      const std::int64_t accepted = dither.part_of(members.candidates[at], now.accepted);
      members.candidates[at] -= accepted;
      members.full[at] += accepted;
      note_flow(journal, FlowKind::accepted, at, at, {0, accepted});
      move_along(now, at, c, dither, members, journal);
    }
  }
}

// Fear of sanctions is kept alive by seeing them, and forgotten slowly; schooling and time make newcomers old hands.
void move_minds(const MemberParams& params, const MemberInput& input, std::size_t province, Members& members) {
  double& fear = members.fear[province];
  fear += (1.0 - fear) * clamp(params.purge.terror_fear * input.terror, 0.0, 1.0) - params.purge.fear_decay * fear;
  fear = clamp(fear, 0.0, 1.0);
  members.ignorance[province] *= 1.0 - params.flow.schooling;
  members.newcomers[province] *= 1.0 - 1.0 / params.flow.newcomer_months;
}

struct MemberMeans {
  double fear = 0;
  double natives = 0;  // share of the titular nation in the provinces where it is counted
};

// Means over provinces, weighed by persons.
MemberMeans member_means(const Members& members) {
  double fear = 0, all = 0, natives = 0, counted = 0;
  for (const ProvinceId p : members.order) {
    const auto persons = static_cast<double>(count_province(members, p.index()));
    fear += members.fear[p.index()] * persons;
    all += persons;
    if (members.natives[p.index()] <= 0) continue;
    natives += members.natives[p.index()] * persons;
    counted += persons;
  }
  return {all > 0 ? fear / all : 0.0, counted > 0 ? natives / counted : 0.0};
}

void move_debate_freedom(const DebateFreedomParams& freedom, const MemberInput& input, Members& members) {
  const double level = freedom.base + freedom.democracy * input.inner_democracy + freedom.factions * input.legal_factions +
                       freedom.parties * input.other_parties - freedom.fear * member_means(members).fear -
                       freedom.press * (input.press_control - 0.5);
  members.debate_freedom += freedom.speed * (clamp(level, 0.0, 1.0) - members.debate_freedom);
}

}  // namespace

MemberInput read_member_input(const MemberParams& params, const Policy& policy, const Signals& last, const Signals& now) {
  MemberInput input;
  const double growth = clamp(now.economy.state_sector_growth, -0.5, 1.0);
  input.posts_open = clamp(
      params.flow.posts_base + params.flow.posts_growth * growth + params.flow.posts_tempo * policy[Lever::industrial_tempo],
      0.0, 1.0);
  input.workers = larger(0.0, now.economy.workers_and_employees);
  input.mass_activity = last.society.mass_activity;
  input.legitimacy = last.society.legitimacy;
  input.terror = last.party.terror;
  input.press_control = last.society.press_control;
  input.rigour = policy[Lever::rigour];
  input.inner_democracy = policy[Lever::inner_democracy];
  input.national_autonomy = policy[Lever::national_autonomy];
  input.legal_factions = policy[Lever::legal_factions];
  input.other_parties = policy[Lever::other_parties];
  input.machine_reach = last.party.machine_reach;
  return input;
}

void update_members(const MemberParams& params, const std::vector<ProvinceRow>& rows, const MemberInput& input,
                    std::uint64_t seed, Month month, Members& members, Records& records) {
  members.month = {};
  members.month.start = booked_now(members.total);
  decide_purge(params, input, seed, month, members, records);
  carry_out_purge(params, rows, input, seed, month, members);
  admit_members(params, rows, input, seed, month, members);
  decide_levy(params, input, seed, month, members, records);
  const ClassMonths months = describe_month(params, input, members);
  for (std::size_t p = 0; p < rows.size(); ++p) {
    if (lives_this_month(rows[p], month))
      live_province(months, p, province_key(seed, "members.life", month, rows[p].id), members, input.journal);
    move_minds(params, input, p, members);
  }
  move_debate_freedom(params.freedom, input, members);
}

void publish_members(const MemberParams& params, const Members& members, PartySignal& signal) {
  std::int64_t all = 0, careerists = 0, former = 0, veterans = 0;
  std::array<std::int64_t, kCohorts> workers_by_cohort{};
  std::array<std::int64_t, kMemberClasses> by_class{};
  for (std::size_t p = 0; p < members.fear.size(); ++p) {
    for (std::size_t c = 0; c < kMemberClasses; ++c) {
      const std::size_t first = stratum(p, c, 0);
      std::int64_t persons = 0;
      for (std::size_t k = 0; k < kCohorts; ++k) {
        const std::int64_t here = persons_in(members, first + k);
        persons += here;
        if (c == kWorker) workers_by_cohort[k] += here;
      }
      veterans += persons_in(members, first);
      by_class[c] += persons;
    }
  }
  for (const std::int64_t persons : by_class) all += persons;
  for (const std::int64_t persons : members.careerists) careerists += persons;
  for (const std::int64_t persons : members.former) former += persons;
  double workers = 0, bench = 0;
  for (std::size_t k = 0; k < kCohorts; ++k) bench += members.at_bench[k] * static_cast<double>(workers_by_cohort[k]);
  for (std::size_t c = 0; c < kMemberClasses; ++c) workers += params.flow.worker_by_class[c] * static_cast<double>(by_class[c]);
  const double total = all > 0 ? static_cast<double>(all) : 1.0;
  signal.party_members_and_candidates = static_cast<double>(all);
  signal.veteran_share = 100.0 * static_cast<double>(veterans) / total;
  signal.worker_share = 100.0 * workers / total;
  signal.worker_share_by_job = 100.0 * bench / total;
  signal.careerist_share = static_cast<double>(careerists) / total;
  signal.former_share = static_cast<double>(former) / total;
  const MemberMeans means = member_means(members);
  signal.native_share = 100.0 * means.natives;
  signal.purge_size = 100.0 * members.purge_share;
  const double of_purged = members.purged > 0
                               ? static_cast<double>(members.purged_peasants) / static_cast<double>(members.purged)
                               : members.purge_peasants_before;
  signal.purge_peasant_excess = 100.0 * (of_purged - members.purge_peasants_before);
  signal.members_expelled = static_cast<double>(members.month.expelled);
  signal.members_admitted = static_cast<double>(members.month.admitted);
  signal.member_fear = means.fear;
  signal.debate_freedom = members.debate_freedom;
}

}  // namespace thermidor::party
