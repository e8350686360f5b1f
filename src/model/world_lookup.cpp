#include "model/world_lookup.hpp"

#include "model/series.hpp"
#include "model/world.hpp"
#include "party/party.hpp"

namespace thermidor {
namespace {

template <class Row>
int row_of(const std::vector<Row>& rows, std::string_view id) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace

WorldLookup::WorldLookup(const Params& params, const World& world) : params_(params), world_(world) { observe(world, row_); }

MonthSpan WorldLookup::months() const { return {world_.month - 1, world_.month - 1}; }

int WorldLookup::find_series(std::string_view name) const {
  const auto list = series_list();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

std::optional<double> WorldLookup::series(int index, Month month) const {
  if (index < 0 || month != world_.month - 1) return std::nullopt;
  return row_[static_cast<std::size_t>(index)];
}

std::optional<double> WorldLookup::events(const EventQuery&, MonthSpan) const { return std::nullopt; }

std::optional<double> WorldLookup::leader(LeaderFact fact, std::string_view id, Month month) const {
  const int row = row_of(params_.party.leaders, id);
  if (row < 0 || month != world_.month - 1) return std::nullopt;
  const auto who = make_id<LeaderId>(static_cast<std::size_t>(row));
  const party::State& state = world_.party;
  if (fact == LeaderFact::leads) return party::read_verdict(params_.party, state).leader == who ? 1 : 0;
  if (!party::alive(state, who)) return 0;
  switch (fact) {
    case LeaderFact::rung: return state.leaders.rung[who.index()];
    case LeaderFact::seat: return party::seat(state, state.roles.chief_bureau, who);
    default: return state.leaders.strength[who.index()];
  }
}

std::optional<double> WorldLookup::holds(std::string_view post, std::string_view leader, Month month) const {
  const int place = row_of(params_.party.posts, post);
  const int row = row_of(params_.party.leaders, leader);
  if (place < 0 || row < 0 || month != world_.month - 1) return std::nullopt;
  const LeaderId holder = world_.party.organs.holder[static_cast<std::size_t>(place)];
  return holder.valid() && holder.index() == static_cast<std::size_t>(row) ? 1 : 0;
}

}  // namespace thermidor
