// News of bread and unrest: what each expects under a line, what all attend to, what the unprincipled learn.
// claims.md M020 M038 M136 M137 M184 S17 S23 S37.
#include "party/processes.hpp"

namespace thermidor::party {

namespace {

// How much force a line uses: none at the market, more with tempo.
double force_of(const BreadRule& rule, const Position& line) {
  return clamp((rule.force_level - line[kMarket]) / rule.force_scale + rule.force_tempo * line[kTempo], 0, 1.5);
}

}  // namespace

double expected_bread(const Params& params, double shortfall, const Position& ideal, const Position& line) {
  const BreadRule& rule = params.bread;
  const double exposed = shortfall * clamp(rule.line_level + line[kMarket], rule.line_floor, 1);
  const double force = force_of(rule, line);
  const double belief = clamp(rule.belief + rule.belief_slope * (ideal[kTempo] - ideal[kMarket]), 0, 1);
  return -exposed * (1 - belief * smaller(force, 1)) - force * (rule.harm - belief) * (1 - rule.relief * exposed);
}

namespace {

// Whoever heads a body comes to want what it wants (M080 M136): the more, the greater the office and the less his principle.
void take_interest(Convention& c) {
  State& s = c.state;
  for (const PostId post : s.organs.order) {
    const LeaderId i = s.organs.holder[post.index()];
    if (!i.valid() || !post_exists(c, post) || !alive(s, i)) continue;
    const PostRow& row = c.params.posts[post.index()];
    const double speed =
        c.params.offices.interest * c.params.explanations.policy * row.value * (1 - s.leaders.principle[i.index()]);
    const Position wants = {row.wants_market, row.wants_tempo, row.wants_world, row.wants_debate};
    Position& ideal = s.leaders.ideal[i.index()];
    for (std::size_t d = 0; d < kDimensions; ++d) {
      if (wants[d] < 0 || wants[d] > 0) ideal[d] += speed * (wants[d] - ideal[d]);
    }
  }
}

// Shortage teaches force where the country is quiet and concessions where it is not (NEP came out of revolt).
void learn(const BreadRule& rule, const State& s, double principle, double share, Position& ideal) {
  const double lesson = s.shortfall - rule.learn_level - rule.learn_unrest * s.unrest;
  double openness = (1 - principle) * (1 - principle) * lesson * share;
  // Plenty teaches that force is not needed, and no more than that: whoever would use none has nothing to learn from it.
  if (openness < 0) openness *= smaller(1, rule.learn_taper * force_of(rule, ideal));
  ideal[kMarket] = clamp(ideal[kMarket] - rule.learn_market * openness, -1, 1);
  ideal[kTempo] = clamp(ideal[kTempo] + rule.learn_tempo * openness, -1, 1);
}

}  // namespace

void hear_news(Convention& c) {
  State& s = c.state;
  const BreadRule& rule = c.params.bread;
  const EconomySignal& economy = c.last.economy;
  const double unrest = larger(c.last.society.town_unrest, c.last.society.village_unrest);
  // A shortage is heard for what it endangers: towns and works that have to be fed. It is forgotten more slowly than believed.
  const double alarm = clamp(economy.grain_shortfall * (1 + rule.alarm * s.rebuilt), 0, 1);
  s.shortfall += (alarm > s.shortfall ? rule.hearing : rule.forgetting) * (alarm - s.shortfall);
  const double works =
      clamp((economy.industry_output_index - rule.rebuilt_from) / (rule.rebuilt_to - rule.rebuilt_from), 0, 1.5);
  s.rebuilt += 0.1 * (works - s.rebuilt);
  s.unrest += rule.hearing * (clamp(unrest, 0, 1) - s.unrest);
  const double hungry = clamp(1.2 - economy.bread_cover, 0, 1);
  s.hardship += rule.hearing * (clamp(0.2 + 0.5 * s.shortfall + 0.3 * s.unrest + 0.4 * hungry, 0, 1) - s.hardship);
  const double ratio = economy.scissors_ratio_industrial_to_agricultural / 100.0;
  s.scissors += rule.hearing * (clamp(ratio - 1, 0, 2) - s.scissors);
  const double weight = c.params.explanations.policy;
  s.salience[kMarket] =
      rule.salience_market + weight * (rule.salience_shortage * s.shortfall + rule.salience_unrest * s.unrest);
  s.salience[kTempo] = rule.salience_tempo + weight * rule.salience_tempo_shortage * s.shortfall;
  s.salience[kWorld] = rule.salience_other + rule.salience_revolution * c.now.outside.revolution_abroad;
  s.salience[kDebate] = rule.salience_other;
  take_interest(c);
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    learn(rule, s, s.leaders.principle[k], weight, s.leaders.ideal[k]);
    // Whoever rules is charged with the result (design part 6).
    if (ruling(s, i)) {
      s.leaders.prestige[k] = clamp(s.leaders.prestige[k] - rule.charge * (s.shortfall - 0.3), 0.02, 1.5);
    }
  }
  for (std::size_t p = 0; p < s.machine.key.size(); ++p) {
    learn(rule, s, s.machine.principle[p], weight * c.params.appointments.learning, s.machine.ideal[p]);
  }
}

}  // namespace thermidor::party
