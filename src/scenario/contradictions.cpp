#include <algorithm>
#include <map>
#include <numeric>

#include "scenario/acts.hpp"

namespace thermidor::scenario {
namespace {

using party::Forced;
using party::ForcedKind;

bool same_leader(const Forced& a, const Forced& b) {
  return !a.leaders.empty() && !b.leaders.empty() && a.leaders[0] == b.leaders[0];
}

bool share_leader(const Forced& a, const Forced& b) {
  return std::any_of(a.leaders.begin(), a.leaders.end(), [&b](LeaderId leader) {
    return std::find(b.leaders.begin(), b.leaders.end(), leader) != b.leaders.end();
  });
}

// Two acts that set one and the same thing.
bool same_target(const Act& a, const Act& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case ActKind::set_lever: return a.lever == b.lever;
    case ActKind::set_instrument: return a.instrument == b.instrument;
    case ActKind::set_trait: return a.leader == b.leader && a.name == b.name;
    case ActKind::set_rule: return a.organ == b.organ && a.name == b.name;
    case ActKind::set_parameter: return a.name == b.name;
    case ActKind::hazard: return a.name == b.name && a.leader == b.leader;
    case ActKind::shock: return a.name == b.name;
    case ActKind::weather: return a.region == b.region && a.name == b.name;
    default: return false;
  }
}

// True when two forced decisions of one month cannot both be carried out.
bool clash(const Forced& a, const Forced& b) {
  const auto pair = [&](ForcedKind first, ForcedKind second) {
    return (a.kind == first && b.kind == second) || (a.kind == second && b.kind == first);
  };
  if (pair(ForcedKind::appoint, ForcedKind::vacate)) return a.post == b.post;
  if (pair(ForcedKind::elect, ForcedKind::drop)) return same_leader(a, b) && a.organ == b.organ;
  if (pair(ForcedKind::ally, ForcedKind::leave)) return share_leader(a, b);
  if (pair(ForcedKind::sanction, ForcedKind::readmit)) return same_leader(a, b);
  if (pair(ForcedKind::convene, ForcedKind::postpone)) return a.organ == b.organ;
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case ForcedKind::appoint: return a.post == b.post && a.leaders != b.leaders;
    case ForcedKind::elect: return same_leader(a, b) && a.organ == b.organ && a.value != b.value;
    case ForcedKind::sanction:
    case ForcedKind::absent: return same_leader(a, b) && a.value != b.value;
    case ForcedKind::ally: return share_leader(a, b) && a.leaders != b.leaders;
    case ForcedKind::postpone:
    case ForcedKind::resize: return a.organ == b.organ && a.value != b.value;
    case ForcedKind::decide_lever: return a.organ == b.organ && a.lever == b.lever && a.value != b.value;
    default: return false;
  }
}

// Whether and when an act with a trigger is done is not known before the run; two with the same trigger are done together.
bool have_own_triggers(const Act& a, const Act& b) {
  return (a.has_trigger() || b.has_trigger()) && (a.repeat != b.repeat || a.when.text != b.when.text);
}

// What the forbidden act would be.
bool breaks_ban(const Forced& ban, const Forced& act) {
  const bool kind =
      (ban.text == "ally" && act.kind == ForcedKind::ally) || (ban.text == "attack" && act.kind == ForcedKind::attack) ||
      (ban.text == "coup" && act.kind == ForcedKind::seize) || (ban.text == "recant" && act.kind == ForcedKind::capitulate);
  if (!kind || ban.leaders.empty()) return false;
  return act.kind == ForcedKind::ally ? share_leader(ban, act) : same_leader(ban, act);
}

class Checker {
 public:
  Checker(const std::vector<Act>& acts, const Names& names) : acts_(acts), names_(names), order_(acts.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&acts](std::size_t a, std::size_t b) { return acts[a].at < acts[b].at; });
  }

  Diagnostics run() {
    for (std::size_t j = 0; j < order_.size(); ++j) {
      const Act& later = acts_[order_[j]];
      check_dead(later);
      for (std::size_t i = 0; i < j; ++i) check_pair(acts_[order_[i]], later);
      if (later.kind == ActKind::health && later.health == HealthKind::death && !later.has_trigger())
        deaths_.emplace(later.leader.value, &later);
    }
    return std::move(diagnostics_);
  }

 private:
  static std::string told(const Act& act) {
    return act.text + " at " + act.file + (act.line > 0 ? ":" + std::to_string(act.line) : "");
  }
  void report(const Act& act, std::string message, std::string expected, Severity severity = Severity::error) {
    diagnostics_.push_back(
        {act.file, act.line, act.column, act.text + " " + std::move(message), std::move(expected), {}, severity});
  }

  // Nobody acts after the month of his death.
  void check_dead(const Act& act) {
    for (const LeaderId leader : leaders_of(act)) {
      const auto death = deaths_.find(leader.value);
      if (death == deaths_.end() || (death->second->at == act.at && act.kind != ActKind::health)) continue;
      report(act, "names " + names_.leaders[leader.index()] + ", who is dead by " + told(*death->second),
             "an act before the death");
    }
  }

  void check_pair(const Act& earlier, const Act& later) {
    if (have_own_triggers(earlier, later)) return;
    if (same_target(earlier, later)) return check_held(earlier, later);
    if (earlier.kind == ActKind::health && later.kind == ActKind::health) return check_health(earlier, later);
    if (earlier.kind != ActKind::forced || later.kind != ActKind::forced) return;
    const bool same_month = earlier.at == later.at;
    if (same_month && earlier.text == later.text)
      return report(later, "is said twice: " + told(earlier), "one of the two", Severity::warning);
    const bool banned = earlier.forced.kind == ForcedKind::forbid && later.at - earlier.at < earlier.months &&
                        breaks_ban(earlier.forced, later.forced);
    const bool banned_same_month =
        same_month && later.forced.kind == ForcedKind::forbid && breaks_ban(later.forced, earlier.forced);
    if (banned || banned_same_month || (same_month && clash(earlier.forced, later.forced))) {
      report(later, "contradicts " + told(earlier), "one of the two");
    }
  }

  // What is held without an end gives way to the next act on it; what has an end does not.
  void check_held(const Act& earlier, const Act& later) {
    const bool weather = earlier.kind == ActKind::weather;
    const bool together = weather ? agricultural_year(earlier.at) == agricultural_year(later.at)
                                  : earlier.at == later.at || (earlier.until != Month{} && later.at <= earlier.until);
    if (!together) return;
    if (earlier.value == later.value)
      return report(later, "is said twice: " + told(earlier), "one of the two", Severity::warning);
    report(later, "contradicts " + told(earlier), "one of the two, or months that do not overlap");
  }

  void check_health(const Act& earlier, const Act& later) {
    if (earlier.leader != later.leader || earlier.at != later.at || earlier.health == HealthKind::death) return;
    report(later, "contradicts " + told(earlier), "one event of health a month");
  }

  const std::vector<Act>& acts_;
  const Names& names_;
  std::vector<std::size_t> order_;
  std::map<std::uint16_t, const Act*> deaths_;
  Diagnostics diagnostics_;
};

}  // namespace

std::vector<LeaderId> leaders_of(const Act& act) {
  std::vector<LeaderId> leaders;
  if (act.kind == ActKind::forced) leaders = act.forced.leaders;
  if (act.leader.valid()) leaders.push_back(act.leader);
  std::erase_if(leaders, [](LeaderId leader) { return !leader.valid(); });
  return leaders;
}

Diagnostics find_contradictions(const std::vector<Act>& acts, const Names& names) {
  Diagnostics diagnostics = Checker(acts, names).run();
  sort_diagnostics(diagnostics);
  return diagnostics;
}

}  // namespace thermidor::scenario
