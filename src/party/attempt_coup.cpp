// Rare turns that need arms: a coup by a holder of army or police posts outside the rulers. An inhibition stands in its way: it
// has its own prior and is reported. claims.md M117 M118 M170 S47 S48; O10 O11.
#include "party/explain.hpp"
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

// Who holds posts of army or police.
std::vector<std::uint8_t> commanders(const Convention& c) {
  std::vector<std::uint8_t> armed(leader_count(c.state), 0);
  for (std::size_t p = 0; p < c.params.posts.size(); ++p) {
    const std::string& domain = c.params.posts[p].domain;
    const LeaderId holder = c.state.organs.holder[p];
    if (holder.valid() && post_exists(c, make_id<PostId>(p)) && (domain == "army" || domain == "police"))
      armed[holder.index()] = 1;
  }
  return armed;
}

double motive(const Convention& c, LeaderId i, LeaderId head) {
  const State& s = c.state;
  const std::size_t k = i.index();
  const double hatred = larger(0, c.params.bargain.resentment_level - affinity(s, i, head));
  const double danger = opposing(s, i) ? 0.2 + 0.1 * s.leaders.rung[k] : 0;
  return 0.5 * s.leaders.army[k] + 0.5 * s.leaders.ambition[k] + c.params.bargain.resentment * hatred + danger +
         0.4 * s.unrest - 0.4 * s.leaders.principle[k] - 0.3 * s.leaders.caution[k];
}

// Chance this month that he tries, while he holds posts of army or police and does not rule; and that a try succeeds.
double try_chance(const Convention& c, LeaderId i, LeaderId head) {
  const OptionRule& rule = c.params.options;
  return rule.coup_rate * logistic(rule.coup_precision * (motive(c, i, head) - rule.inhibition));
}

double success_chance(const Convention& c, LeaderId i) {
  const double army = c.state.leaders.army[i.index()];
  return clamp(c.params.options.coup_success * (0.4 + army) * (1.3 - 0.6 * c.last.society.army_loyalty), 0.02, 0.95);
}

}  // namespace

void seize_power(Convention& c, LeaderId i) {
  State& s = c.state;
  if (s.leaders.bloc[i.index()] < 0) s.leaders.bloc[i.index()] = s.next_bloc++;
  for (const LeaderId j : s.order) {
    if (j != i && ruling(s, j) && seat(s, s.roles.chief_bureau, j) > 0) {
      set_seat(s, s.roles.chief_bureau, j, 0);
      s.leaders.rung[j.index()] = s.leaders.rung[j.index()] < 3 ? 3 : s.leaders.rung[j.index()];
      drop_posts(c, j, 0.3, "removed");
    }
  }
  set_seat(s, s.roles.chief_bureau, i, 2);
  s.ruling = s.leaders.bloc[i.index()];
  s.leaders.rung[i.index()] = 0;
  s.lock_until = c.month + 4 * c.params.ruling.lock_in;
  s.coup = 1;
  tell(c, "coup", title(c, i) + " seizes power", i, {}, 1.0, "M117 S48");
}

double seizure_chance(const Convention& c, LeaderId i) {
  const LeaderId head = ruling_head(c.state);
  if (!head.valid() || !present(c.state, i, c.month) || ruling(c.state, i) || commanders(c)[i.index()] == 0) return 0;
  return try_chance(c, i, head) * success_chance(c, i);
}

void attempt_coup(Convention& c) {
  State& s = c.state;
  const LeaderId head = ruling_head(s);
  if (!c.free_acts || !head.valid() || (s.arbiter.valid() && s.arbiter_active != 0)) return;
  const std::vector<std::uint8_t> armed = commanders(c);
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    if (armed[k] == 0 || !present(s, i, c.month) || ruling(s, i) || s.leaders.no_coup[k] > c.month) continue;
    Random random = draw(c, "party.coup", s.leaders.key[k]);
    const double hazard = try_chance(c, i, head);
    if (!random.chance(hazard)) continue;
    explain_turn(c, title(c, i) + " attempts a coup", i, hazard, "M117 M118 S48");
    if (random.chance(success_chance(c, i))) {
      seize_power(c, i);
    } else {
      tell(c, "coup_failed", title(c, i) + " fails to seize power", i, {}, 1.0, "M117 S48");
      impose_rung(c, i, 5);
    }
    end_decision(c);
    return;
  }
}

}  // namespace thermidor::party
