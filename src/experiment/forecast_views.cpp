#include "experiment/forecast_views.hpp"

#include "model/series.hpp"
#include "party/bargain.hpp"
#include "party/party.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// What bargainers reckon: the chance of each one's bloc, and of his own first place in it (party/bargain.cpp).
struct Prospects {
  std::vector<double> power;
  std::vector<double> first;
};

Prospects reckon(const Params& params, const World& world, Month month, std::size_t leaders) {
  party::State state = world.party;
  Policy policy = world.policy;
  Records records;
  Fault fault;
  const party::Convention convention{.params = params.party,
                                     .state = state,
                                     .last = world.signals.last,
                                     .now = world.signals.last,
                                     .policy = policy,
                                     .records = records,
                                     .fault = fault,
                                     .seed = world.setup.seed,
                                     .month = month};
  const party::Table table = party::set_table(convention);
  const party::Balance balance = party::weigh(params.party, table, table.bloc);
  Prospects prospects{std::vector<double>(leaders, kNone), std::vector<double>(leaders, kNone)};
  for (std::size_t i = 0; i < table.count; ++i) {
    const std::size_t who = table.who[i].index();
    prospects.power[who] = prospects.first[who] = 0;
    if (table.bloc[i] == party::kNeutral) continue;
    const auto bloc = static_cast<std::size_t>(table.bloc[i]);
    const double mine = table.seen[i] * table.seen[i];
    const double others = balance.squares[bloc] - table.holding[i] * table.holding[i];
    prospects.power[who] = balance.power[bloc];
    prospects.first[who] = balance.power[bloc] * mine / (others + mine);
  }
  return prospects;
}

View view_of(const Params& params, const party::State& state, const Prospects& prospects, LeaderId i, LeaderId leading) {
  const std::size_t k = i.index();
  const bool alive = party::alive(state, i);
  const party::Position& ideal = state.leaders.ideal[k];
  const auto if_alive = [alive](double value) { return alive ? value : kNone; };
  const auto flag = [alive](bool is) { return alive && is ? 1.0 : 0.0; };
  // In the order of scenario::kViews.
  return {if_alive(ideal[party::kMarket]),
          if_alive(ideal[party::kTempo]),
          if_alive(ideal[party::kWorld]),
          if_alive(ideal[party::kDebate]),
          if_alive(party::expected_bread(params.party, state.shortfall, ideal, state.line)),
          if_alive(prospects.power[k]),
          if_alive(prospects.first[k]),
          state.expected,
          flag(party::ruling(state, i)),
          flag(party::opposing(state, i)),
          flag(i == leading),
          alive ? static_cast<double>(party::seat(state, state.roles.chief_bureau, i)) : 0.0,
          static_cast<double>(state.leaders.rung[k]),
          flag(party::in_party(state, i))};
}

}  // namespace

void ForecastViews::note(const Params& params, const World& world, Month month) {
  const party::State& state = world.party;
  if (views_.empty()) {
    first_ = month;
    leaders_ = party::leader_count(state);
  }
  const Prospects prospects = reckon(params, world, month, leaders_);
  const LeaderId leading = party::read_verdict(params.party, state).leader;
  for (std::size_t k = 0; k < leaders_; ++k) views_.push_back(view_of(params, state, prospects, make_id<LeaderId>(k), leading));
}

std::optional<double> ForecastViews::value(std::size_t view, std::size_t leader, Month month) const {
  if (leader >= leaders_ || month < first_) return std::nullopt;
  const std::size_t row = static_cast<std::size_t>(month - first_) * leaders_ + leader;
  if (row >= views_.size()) return std::nullopt;
  const double value = views_[row][view];
  return value == value ? std::optional(value) : std::nullopt;
}

int ForecastLookup::find_series(std::string_view name) const {
  for (std::size_t v = 0; v < scenario::kViews.size(); ++v) {
    if (name == scenario::kViews[v].name) return static_cast<int>(series_list().size() + v);
  }
  return run_.find_series(name);
}

std::optional<double> ForecastLookup::series(int index, Month month) const {
  const auto first_view = static_cast<int>(series_list().size());
  if (index < first_view) return run_.series(index, month);
  const auto view = static_cast<std::size_t>(index - first_view);
  // What all expect alike is known without asking one.
  const bool common = std::string_view(scenario::kViews[view].name) == "view.majority";
  return views_.value(view, common && leader_ == kNoLeader ? 0 : leader_, month);
}

}  // namespace thermidor::experiment
