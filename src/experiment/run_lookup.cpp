#include "experiment/run_lookup.hpp"

#include <algorithm>

namespace thermidor::experiment {

LeaderId leading_leader(const StandingRecord* first, const StandingRecord* last) {
  for (const StandingRecord* row = first; row != last; ++row) {
    if (row->leads) return row->leader;
  }
  return {};
}

RunLookup::RunLookup(const RunRecord& record, const Roster& roster)
    : RunLookup(record, roster, record.months.empty() ? Month{} : record.months.back()) {}

RunLookup::RunLookup(const RunRecord& record, const Roster& roster, Month last) : record_(record), roster_(roster) {
  span_ = record.months.empty() ? MonthSpan{Month{}, Month{-1}} : MonthSpan{record.months.front(), last};
  // Standings are written month after month.
  const std::vector<StandingRecord>& rows = record.records.standings;
  std::size_t row = 0;
  for (const Month month : record.months) {
    while (row < rows.size() && rows[row].month < month) ++row;
    first_standing_.push_back(row);
  }
  first_standing_.push_back(rows.size());
}

int RunLookup::find_series(std::string_view name) const { return experiment::find_series(name); }

std::optional<double> RunLookup::series(int index, Month month) const {
  if (index < 0 || month < span_.first || month > span_.last) return std::nullopt;
  return record_.value(static_cast<std::size_t>(index), record_.position(month));
}

std::optional<double> RunLookup::events(const EventQuery& query, MonthSpan span) const {
  const int actor = query.actor.empty() ? -1 : roster_.find_leader(query.actor);
  const int target = query.target.empty() ? -1 : roster_.find_leader(query.target);
  const auto matches = [](std::string_view wanted, int id, LeaderId leader) {
    return wanted.empty() || (id >= 0 && leader.valid() && leader.index() == static_cast<std::size_t>(id));
  };
  double count = 0;
  // Events are written month after month.
  const std::vector<EventRecord>& all = record_.records.events;
  auto event = std::lower_bound(all.begin(), all.end(), span.first,
                                [](const EventRecord& record, Month first) { return record.month < first; });
  for (; event != all.end() && event->month <= span.last; ++event) {
    if (event->kind != query.kind) continue;
    if (matches(query.actor, actor, event->actor) && matches(query.target, target, event->target)) ++count;
  }
  return count;
}

const StandingRecord* RunLookup::standing(LeaderId leader, Month month) const {
  const std::size_t place = record_.position(month);
  if (place >= record_.months.size()) return nullptr;
  for (std::size_t row = first_standing_[place]; row < first_standing_[place + 1]; ++row) {
    if (record_.records.standings[row].leader == leader) return &record_.records.standings[row];
  }
  return nullptr;
}

LeaderId RunLookup::leading(Month month) const {
  const std::size_t place = record_.position(month);
  const StandingRecord* rows = record_.records.standings.data();
  return leading_leader(rows + first_standing_[place], rows + first_standing_[place + 1]);
}

std::optional<double> RunLookup::leader(LeaderFact fact, std::string_view id, Month month) const {
  const int number = roster_.find_leader(id);
  if (number < 0 || month > span_.last || record_.position(month) >= record_.months.size()) return std::nullopt;
  const auto who = make_id<LeaderId>(static_cast<std::size_t>(number));
  if (fact == LeaderFact::leads) return leading(month) == who ? 1 : 0;
  const StandingRecord* row = standing(who, month);
  if (row == nullptr) return 0;
  switch (fact) {
    case LeaderFact::rung: return row->rung;
    case LeaderFact::seat: return row->seat;
    default: return row->strength;
  }
}

std::optional<double> RunLookup::holds(std::string_view post, std::string_view leader, Month month) const {
  const int post_number = roster_.find_post(post);
  const int leader_number = roster_.find_leader(leader);
  if (post_number < 0 || leader_number < 0 || month > span_.last) return std::nullopt;
  const auto where = static_cast<std::size_t>(post_number);
  LeaderId holder = where < roster_.first_holders.size() ? roster_.first_holders[where] : LeaderId{};
  for (const PostRecord& change : record_.records.posts) {
    if (change.month > month) break;
    if (change.post.valid() && change.post.index() == where) holder = change.holder;
  }
  return holder.valid() && holder.index() == static_cast<std::size_t>(leader_number) ? 1 : 0;
}

}  // namespace thermidor::experiment
