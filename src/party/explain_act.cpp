// What a leader weighed in a month: every act open to him with its worth, its chance, and for the foremost what each
// consideration added. claims.md M137 M142-M147 S37 S65.
#include <algorithm>
#include <array>

#include "core/distributions.hpp"
#include "party/explain.hpp"

namespace thermidor::party {
namespace {

constexpr NamedWeight kActWeights[] = {
    {"first place", [](Params& p) -> double& { return p.bargain.prize; }},
    {"worth of standing alone", [](Params& p) -> double& { return p.bargain.neutral_prize; }},
    {"safety", [](Params& p) -> double& { return p.bargain.safety; }},
    {"safety of one who stands alone", [](Params& p) -> double& { return p.bargain.neutral_safety; }},
    {"threat of strong men he distrusts", [](Params& p) -> double& { return p.bargain.threat; }},
    {"liking for his partners", [](Params& p) -> double& { return p.bargain.ties; }},
    {"line he would stand for", [](Params& p) -> double& { return p.bargain.policy_bloc; }},
    {"line to be expected", [](Params& p) -> double& { return p.bargain.policy_common; }},
    {"bread and unrest to be expected", [](Params& p) -> double& { return p.bargain.bread; }},
    {"resentment of the ruler", [](Params& p) -> double& { return p.bargain.resentment; }},
    {"norm of unity", [](Params& p) -> double& { return p.bargain.norm; }},
};

// Acts that leave the blocs as they are: they change how strong somebody is.
constexpr NamedWeight kStepWeights[] = {
    {"price of an attack", [](Params& p) -> double& { return p.acts.attack_cost; }},
    {"price of an open fight", [](Params& p) -> double& { return p.acts.fight_cost; }},
    {"price of an appeal", [](Params& p) -> double& { return p.acts.appeal_cost; }},
    {"price of driving out", [](Params& p) -> double& { return p.acts.expel_cost; }},
};

std::string names_in(const Convention& c, const Table& table, const Partition& to, std::int8_t bloc, std::size_t except) {
  std::string names;
  for (std::size_t p = 0; p < table.count; ++p) {
    if (p != except && to[p] == bloc) names += (names.empty() ? "" : ", ") + title(c, table.who[p]);
  }
  return names;
}

std::string target_name(const Convention& c, const Table& table, const Act& act) {
  return act.target < table.count ? title(c, table.who[act.target]) : std::string("nobody");
}

bool same_act(const Act& a, const Act& b) { return a.kind == b.kind && a.target == b.target && a.partition == b.partition; }

// Worth of moving to another partition, by the tables that stand.
double worth_of_blocs(const Convention& c, const Table& table, const Act& act, std::size_t i) {
  const double now = utility(c, table, table.bloc, weigh(c.params, table, table.bloc), i);
  return act.accepted * (utility(c, table, act.partition, weigh(c.params, table, act.partition), i) - now);
}

bool moves_blocs(const Act& act) {
  return act.kind == ActKind::leave || act.kind == ActKind::join || act.kind == ActKind::form || act.kind == ActKind::invite ||
         act.kind == ActKind::expel;
}

std::vector<TermRecord> terms_of_act(Trial& trial, const Convention& c, const Table& table, const Act& act, std::size_t i) {
  if (act.kind == ActKind::silence) return {};
  if (moves_blocs(act)) {
    std::vector<TermRecord> terms = trial.terms(kActWeights, "other considerations",
                                                [&](const Convention& other) { return worth_of_blocs(other, table, act, i); });
    const double step = act.value - worth_of_blocs(c, table, act, i);
    if (step < -5e-4 || step > 5e-4) terms.push_back({"price of the step: broken faith, an arbiter's restraint", step});
    return terms;
  }
  // The rest of the worth lies in changed strengths: the list itself is drawn up again without each weight.
  std::vector<NamedWeight> weights(std::begin(kActWeights), std::end(kActWeights));
  weights.insert(weights.end(), std::begin(kStepWeights), std::end(kStepWeights));
  return trial.terms(weights, "an arbiter's restraint, risk, and what fear or rudeness adds", [&](const Convention& other) {
    const ActList list = list_acts(other, table, i);
    for (std::size_t a = 0; a < list.count; ++a) {
      if (same_act(list.acts[a], act)) return list.acts[a].value;
    }
    return act.value;
  });
}

LeaderId target_of(const Table& table, const Act& act) { return act.target < table.count ? table.who[act.target] : LeaderId{}; }

std::vector<double> chances_of(const Convention& c, const ActList& list) {
  std::array<double, kMostActs> values{};
  std::vector<double> chances(list.count);
  for (std::size_t a = 0; a < list.count; ++a) values[a] = list.acts[a].value;
  logit_probabilities(std::span(values.data(), list.count), c.params.acts.precision, chances);
  return chances;
}

}  // namespace

std::string act_title(const Convention& c, const Table& table, const Act& act, std::size_t actor) {
  const std::int8_t mine = act.partition[actor];
  switch (act.kind) {
    case ActKind::silence: return "keeps silent";
    case ActKind::leave: return "leaves his bloc and stands alone";
    case ActKind::join: return "joins " + names_in(c, table, act.partition, mine, actor);
    case ActKind::form: return "forms a bloc with " + names_in(c, table, act.partition, mine, actor);
    case ActKind::invite: return "wins " + target_name(c, table, act) + " for his bloc";
    case ActKind::expel: return "drives out " + target_name(c, table, act);
    case ActKind::attack: return "attacks " + target_name(c, table, act);
    case ActKind::fight: return "opens a fight against the rulers";
    case ActKind::appeal: return "appeals to the ranks";
    default: return "does something else";
  }
}

namespace {

// Every option by its chance, the foremost with their terms.
std::vector<OptionRecord> options_of(const Convention& c, const Table& table, const ActList& list, std::size_t i,
                                     std::size_t chosen) {
  constexpr std::size_t kShown = 12;
  constexpr std::size_t kExplained = 4;
  const std::vector<double> chances = chances_of(c, list);
  std::vector<std::size_t> order(list.count);
  for (std::size_t a = 0; a < list.count; ++a) order[a] = a;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return chances[a] > chances[b]; });
  Trial trial(c);
  std::vector<OptionRecord> options;
  for (std::size_t n = 0; n < order.size(); ++n) {
    const std::size_t a = order[n];
    if (n >= kShown && a != chosen) continue;
    const Act& act = list.acts[a];
    OptionRecord option{
        act_title(c, table, act, i), target_of(table, act), act.value, chances[a], act.accepted, a == chosen, {}};
    if (n < kExplained || a == chosen) option.terms = terms_of_act(trial, c, table, act, i);
    options.push_back(std::move(option));
  }
  return options;
}

// Who would act, where the act imposed is one that leaders choose themselves.
bool is_choice(const Forced& act) {
  return !act.leaders.empty() && act.leaders.front().valid() &&
         (act.kind == ForcedKind::ally || act.kind == ForcedKind::leave || act.kind == ForcedKind::attack);
}

}  // namespace

void explain_act(Convention& c, const Table& table, const ActList& list, std::size_t actor, std::size_t chosen, bool agreed) {
  if (!c.records.explain) return;
  const Act& act = list.acts[chosen];
  std::string what = title(c, table.who[actor]) + " " + act_title(c, table, act, actor);
  if (!agreed) what += ": proposed, and refused by those who had to agree";
  DecisionRecord* decision = begin_decision(c, "act", std::move(what), table.who[actor], "M142 M143 M147 S37 S65");
  decision->target = target_of(table, act);
  decision->chance = chances_of(c, list)[chosen] * (agreed ? act.accepted : 1 - act.accepted);
  decision->options = options_of(c, table, list, actor, chosen);
}

void explain_imposed(Convention& c, const Forced& act, double probability) {
  const LeaderId first = act.leaders.empty() ? LeaderId{} : act.leaders.front();
  DecisionRecord* decision = begin_decision(c, "imposed", act.text, first, "");
  if (decision == nullptr) return;
  decision->chance = probability;
  decision->organ = act.organ;
  if (act.leaders.size() > 1) decision->target = act.leaders[1];
  if (!is_choice(act)) return;
  const Table table = set_table(c);
  const std::size_t i = place_of(table, first);
  if (i >= table.count) return;
  decision->options = options_of(c, table, list_acts(c, table, i), i, kMostActs);
}

}  // namespace thermidor::party
