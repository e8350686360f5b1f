// Purges: decided when careerists and former members of other parties are too many, or by order; carried out over months by
// criteria. They frighten those who stay and change no policy (claims.md S32, M062-M064, M162).
#include <algorithm>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "party/member_moves.hpp"

namespace thermidor::party {

namespace {

// Probability that organs decide on a purge this month without an order from leaders.
double purge_hazard(const PurgeParams& purge, double rigour, const Members& members) {
  const double excess = alien_share(members) - purge.threshold;
  if (excess <= 0) return 0.0;
  const double rested = clamp(static_cast<double>(members.months_since_purge) / purge.rest_months, 0.0, 1.0);
  return 1.0 - exp(-purge.hazard * (0.5 + rigour) * excess / 0.1 * rested * rested);
}

// Counts over all provinces, so that weights can be normalised without depending on the order of provinces.
struct NationalCounts {
  std::array<std::int64_t, kStrataPerProvince> persons{}, careerists{}, former{};
};

NationalCounts count_nationally(const Members& members) {
  NationalCounts counts;
  for (std::size_t at = 0; at < members.full.size(); ++at) {
    const std::size_t i = at % kStrataPerProvince;
    counts.persons[i] += persons_in(members, at);
    counts.careerists[i] += members.careerists[at];
    counts.former[i] += members.former[at];
  }
  return counts;
}

double peasant_share(const NationalCounts& counts) {
  std::int64_t all = 0, peasants = 0;
  for (std::size_t i = 0; i < kStrataPerProvince; ++i) {
    all += counts.persons[i];
    peasants += i / kCohorts == kPeasant ? counts.persons[i] : 0;
  }
  return all > 0 ? static_cast<double>(peasants) / static_cast<double>(all) : 0.0;
}

// Risk of a stratum relative to that of a convinced worker of the civil-war generation.
double stratum_risk(const PurgeParams& purge, std::size_t i, double persons, double careerists, double former) {
  if (persons <= 0) return 0.0;
  const double kinds =
      1.0 + (purge.careerist_weight - 1.0) * careerists / persons + (purge.former_weight - 1.0) * former / persons;
  return purge.class_weight[i / kCohorts] * purge.cohort_weight[i % kCohorts] * kinds;
}

double mean_risk(const PurgeParams& purge, const NationalCounts& counts) {
  double risk = 0, all = 0;
  for (std::size_t i = 0; i < kStrataPerProvince; ++i) {
    const double persons = static_cast<double>(counts.persons[i]);
    risk += persons *
            stratum_risk(purge, i, persons, static_cast<double>(counts.careerists[i]), static_cast<double>(counts.former[i]));
    all += persons;
  }
  return all > 0 ? risk / all : 0.0;
}

struct Expelled {
  std::int64_t persons = 0;
  std::int64_t peasants = 0;
};

// Expels at `rate` times relative risk in one province.
Expelled purge_province(const PurgeParams& purge, std::size_t province, double rate, const DrawKey& key, Members& members,
                        MemberJournal* journal) {
  Expelled expelled;
  Random random(key);
  for (std::size_t i = 0; i < kStrataPerProvince; ++i) {
    Dither dither(random.bits());  // for an empty stratum too, so that the others' draws do not depend on it
    const std::size_t at = province * kStrataPerProvince + i;
    const double persons = static_cast<double>(persons_in(members, at));
    if (persons <= 0) continue;
    const double risk =
        stratum_risk(purge, i, persons, static_cast<double>(members.careerists[at]), static_cast<double>(members.former[at]));
    const double share = clamp(rate * risk, 0.0, 0.9);
    const std::int64_t full = dither.whole_of(share * static_cast<double>(members.full[at]), members.full[at]);
    const std::int64_t candidates =
        dither.whole_of(share * static_cast<double>(members.candidates[at]), members.candidates[at]);
    const MovedMembers taken =
        take_members(dither, members, at, full, candidates, {purge.careerist_weight, purge.former_weight});
    note_flow(journal, FlowKind::purged, at, at, taken);
    const std::int64_t here = taken.persons();
    expelled.persons += here;
    expelled.peasants += i / kCohorts == kPeasant ? here : 0;
  }
  return expelled;
}

}  // namespace

void decide_purge(const MemberParams& params, const MemberInput& input, std::uint64_t seed, Month month, Members& members,
                  Records& records) {
  if (members.months_since_purge < 99999) ++members.months_since_purge;
  if (input.purge_forbidden || members.purge_wait > 0 || members.purge_months > 0) return;
  const PurgeParams& purge = params.purge;
  const bool ordered = input.purge_order > 0;
  Random random({seed, make_stream("members.purge.decision"), month, 0});
  if (!ordered && !random.chance(purge_hazard(purge, input.rigour, members))) return;
  PurgeGame game;
  game.good = 1.0 - alien_share(members);
  game.slope_good = purge.slope_good;
  game.slope_bad = purge.slope_bad;
  game.standard = 1.0 - purge.threshold + purge.margin;
  game.cost = purge.cost;
  game.stake = purge.stake;
  game.violence = ordered ? input.purge_order : purge.violence + purge.rigour * input.rigour;
  const PurgeOutcome outcome = purge_equilibrium(game, members.purge_effort);
  members.purge_effort = outcome.effort;
  members.purge_share = clamp(purge.share_scale * outcome.purged, 0.0, 0.9);
  members.purge_wait = static_cast<std::int32_t>(whole(purge.preparation)) + 1;
  records.events.push_back({month, "purge", "A purge of the party's ranks is decided.", {}, {}, 0.7, "M062 M063"});
}

void carry_out_purge(const MemberParams& params, const std::vector<ProvinceRow>& rows, const MemberInput& input,
                     std::uint64_t seed, Month month, Members& members) {
  const PurgeParams& purge = params.purge;
  if (members.purge_wait > 0 && --members.purge_wait == 0) {
    members.purge_months = static_cast<std::int32_t>(whole(purge.months));
    members.admission = smaller(members.admission, purge.admission);
    members.purged = members.purged_peasants = 0;
    members.purge_peasants_before = peasant_share(count_nationally(members));
  }
  if (members.purge_months <= 0) return;
  --members.purge_months;
  members.months_since_purge = 0;
  const double mean = mean_risk(purge, count_nationally(members));
  if (mean <= 0) return;
  const double monthly = 1.0 - pow(1.0 - members.purge_share, 1.0 / larger(1.0, purge.months));
  for (std::size_t p = 0; p < rows.size(); ++p) {
    const std::int64_t before = count_province(members, p);
    if (before <= 0) continue;
    const double open = p < input.province_opposition.size() ? input.province_opposition[p] : 0.0;
    const double rate = monthly / mean * (1.0 + purge.opposition_weight * open);
    const Expelled expelled =
        purge_province(purge, p, rate, province_key(seed, "members.purge", month, rows[p].id), members, input.journal);
    members.month.expelled += expelled.persons;
    members.total.expelled += expelled.persons;
    members.purged += expelled.persons;
    members.purged_peasants += expelled.peasants;
    const double shock = purge.fear * static_cast<double>(expelled.persons) / static_cast<double>(before);
    members.fear[p] += (1.0 - members.fear[p]) * clamp(shock, 0.0, 1.0);
  }
}

std::int64_t expel_members(const MemberParams& params, const std::vector<ProvinceRow>& rows, const Expulsion& expulsion,
                           std::uint64_t seed, Month month, Members& members) {
  const std::size_t province = expulsion.province;
  const std::int64_t persons = expulsion.persons, before = count_province(members, province);
  if (before <= 0 || persons <= 0 || province >= rows.size()) return 0;
  // Telescoped quotas: the strata's parts sum to the whole exactly.
  const std::int64_t wanted = std::min(persons, before);
  std::int64_t seen = 0, done = 0;
  Random random(province_key(seed, "members.expel", month, rows[province].id));
  for (std::size_t i = 0; i < kStrataPerProvince; ++i) {
    const std::size_t at = province * kStrataPerProvince + i;
    seen += persons_in(members, at);
    if (wanted * seen < (done + 1) * before) continue;  // nobody falls to this stratum: most, and without a division
    const std::int64_t quota = wanted * seen / before - done;
    done += quota;
    const std::int64_t full = std::min(quota, members.full[at]);
    Dither dither(random.bits());
    MovedMembers expelled{full, quota - full};
    take_evenly(dither, members, at, expelled);
    note_flow(expulsion.journal, FlowKind::expelled, at, at, expelled);
  }
  members.month.expelled += done;
  members.total.expelled += done;
  const double shock = params.purge.fear * static_cast<double>(done) / static_cast<double>(before);
  members.fear[province] += (1.0 - members.fear[province]) * clamp(shock, 0.0, 1.0);
  return done;
}

}  // namespace thermidor::party
