#include "experiment/dossier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

// "is censured" as an entry of a list: "censured".
std::string rung_words(const Roster& roster, int rung) {
  if (rung < 1 || static_cast<std::size_t>(rung) > roster.rungs.size()) return "none";
  const std::string& words = roster.rungs[static_cast<std::size_t>(rung) - 1];
  return words.starts_with("is ") ? words.substr(3) : words;
}

JsonTable posts_table(const RunRecord& record, const Roster& roster, LeaderId person) {
  JsonTable table{"Posts", {"post", "from", "until", "how it ended"}, {}};
  std::vector<LeaderId> holders = roster.first_holders;
  holders.resize(roster.posts.size());
  std::map<std::size_t, std::string> since;
  for (std::size_t p = 0; p < holders.size(); ++p) {
    if (holders[p] == person) since[p] = "the start";
  }
  for (const PostRecord& change : record.records.posts) {
    if (!change.post.valid() || change.post.index() >= holders.size()) continue;
    const std::size_t p = change.post.index();
    const auto held = since.find(p);
    if (held != since.end() && change.holder != person) {
      table.rows.push_back({roster.title(change.post), held->second, format_month(change.month), change.reason});
      since.erase(held);
    }
    if (change.holder == person && !since.contains(p)) since[p] = format_month(change.month);
  }
  for (const auto& [p, from] : since) table.rows.push_back({roster.title(make_id<PostId>(p)), from, "the end", ""});
  return table;
}

JsonTable ladder_table(const RunRecord& record, const Roster& roster, LeaderId person) {
  JsonTable table{"Seats and rungs", {"month", "what"}, {}};
  const StandingRecord* before = nullptr;
  for (const StandingRecord& now : record.records.standings) {
    if (now.leader != person) continue;
    const int seat = before == nullptr ? 0 : before->seat;
    const int rung = before == nullptr ? 0 : before->rung;
    if (now.seat != seat) {
      table.rows.push_back({format_month(now.month), now.seat == 2   ? "full member of the chief bureau"
                                                     : now.seat == 1 ? "candidate member of the chief bureau"
                                                                     : "no longer in the chief bureau"});
    }
    if (now.rung != rung) {
      table.rows.push_back({format_month(now.month), fmt::format("{} (rung {} of 7)", rung_words(roster, now.rung), now.rung)});
    }
    before = &now;
  }
  return table;
}

// With whom he stood in one bloc, and for how long.
JsonTable allies_table(const RunRecord& record, const Roster& roster, LeaderId person) {
  struct Together {
    int months = 0, ruling = 0;
    Month first, last;
  };
  std::map<std::size_t, Together> allies;
  const std::vector<StandingRecord>& rows = record.records.standings;
  for (std::size_t start = 0; start < rows.size();) {
    std::size_t end = start;
    const StandingRecord* own = nullptr;
    for (; end < rows.size() && rows[end].month == rows[start].month; ++end) {
      if (rows[end].leader == person) own = &rows[end];
    }
    for (std::size_t r = start; own != nullptr && own->bloc >= 0 && r < end; ++r) {
      if (rows[r].leader == person || rows[r].bloc != own->bloc) continue;
      Together& together = allies[rows[r].leader.index()];
      if (together.months++ == 0) together.first = rows[r].month;
      together.ruling += own->ruling ? 1 : 0;
      together.last = rows[r].month;
    }
    start = end;
  }
  std::vector<std::pair<std::size_t, Together>> order(allies.begin(), allies.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second.months > b.second.months; });
  JsonTable table{"Allies", {"who", "months in one bloc", "of these ruling", "first", "last"}, {}};
  for (const auto& [who, together] : order) {
    table.rows.push_back({roster.title(make_id<LeaderId>(who)), std::to_string(together.months),
                          std::to_string(together.ruling), format_month(together.first), format_month(together.last)});
  }
  return table;
}

JsonTable votes_table(const RunRecord& record, const Roster& roster, LeaderId person) {
  JsonTable table{"Votes", {"month", "organ and question", "his vote", "result", "why (pull towards for)"}, {}};
  for (const VoteRecord& vote : record.records.votes) {
    for (const SeatRecord& seat : vote.seats) {
      if (seat.voter != person) continue;
      table.rows.push_back(
          {format_month(vote.month), roster.title(vote.organ) + ": " + worded_question(vote.question, roster),
           seat.absent              ? "absent"
           : seat.votes_for > 0     ? "for"
           : seat.votes_against > 0 ? "against"
                                    : "abstains",
           fmt::format("{} {:.0f} : {:.0f}", vote.carried ? "carried" : "lost", vote.votes_for, vote.votes_against),
           weightiest_terms(seat.terms, 2)});
    }
  }
  return table;
}

// What he did of his own: silence is left out, imposed decisions are marked.
JsonTable acts_table(const RunRecord& record, const Roster& roster, const ActTitles& titles, LeaderId person) {
  JsonTable table{"What he did", {"decision", "what", "chance", "bits", "what it was worth to him"}, {}};
  for (const std::size_t n : decisions_of(record, std::nullopt, person)) {
    const DecisionRecord& decision = record.records.decisions[n];
    const bool own =
        decision.actor == person && (decision.kind == "act" || decision.kind == "turn" || decision.kind == "imposed");
    if (!own || decision.title.ends_with(" keeps silent")) continue;
    const std::optional<double> bits = surprise_bits(decision);
    table.values[{table.rows.size(), 2}] = value_or_null(bits.has_value(), decision.chance);
    table.values[{table.rows.size(), 3}] = value_or_null(bits.has_value(), bits.value_or(0));
    table.rows.push_back(
        {decision_id(record, n), decision_title(decision, roster, titles) + (decision.kind == "imposed" ? " (imposed)" : ""),
         bits ? readable_share(decision.chance) : "", bits ? fmt::format("{:.1f}", *bits) : "", comparison_text(decision)});
  }
  return table;
}

struct Heard {
  const char* series;
  const char* title;
};

constexpr Heard kHeard[] = {{"grain_shortfall", "grain shortfall, 0-1"},
                            {"bread_cover", "bread against need"},
                            {"town_unrest", "unrest in towns, 0-1"},
                            {"village_unrest", "unrest in villages, 0-1"},
                            {"scissors_ratio_industrial_to_agricultural", "price scissors, 1913 = 100"},
                            {"opposition_open", "members in open opposition, 0-1"}};

JsonTable heard_table(const RunRecord& record, const Roster& roster) {
  JsonTable table{"What he could hear (December)", {"year"}, {}};
  std::vector<std::size_t> series;
  for (const Heard& heard : kHeard) {
    const int index = find_series(heard.series);
    if (index < 0) continue;
    series.push_back(static_cast<std::size_t>(index));
    table.columns.push_back(roster.unit(heard.title));
  }
  for (std::size_t m = 0; m < record.months.size(); ++m) {
    if (record.months[m].month() != 12) continue;
    std::vector<std::string> row{std::to_string(record.months[m].year())};
    for (const std::size_t index : series) row.push_back(readable_number(record.value(index, m)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

JsonTable traits_table(const scenario::Scenario& scenario, const std::string& id) {
  JsonTable table{"Traits and ideals", {"trait", "value", "meaning", "status", "source"}, {}};
  const std::string prefix = "tables.leaders." + id + ".";
  for (const scenario::Provenance& value : scenario.provenance) {
    if (value.name.rfind(prefix, 0) != 0) continue;
    const std::string name = value.name.substr(prefix.size());
    if (name == "id" || name == "title" || name == "reason" || name == "born" || name == "joined") continue;
    table.rows.push_back({name, value.value, value.text, readable_status(value.status), value.source});
  }
  return table;
}

std::string knowledge_text(const party::Params& params, const party::LeaderRow& row) {
  const double over = params.bargain.misperception * params.explanations.misperception * row.ego;
  return fmt::format(
      "A month late, what all leaders hear: bread, unrest, the price scissors (table below); who stands with whom, how strong "
      "and "
      "how liked everybody at the table is; the majority that voters expect. His own strength he sees {:.0f} % greater than it "
      "is. "
      "Nobody sees ahead: not the harvest, the weather or what others will choose, only how they would gain or lose.",
      100 * over);
}

std::string end_text(const RunRecord& record, const Roster& roster, LeaderId person) {
  const StandingRecord* last = nullptr;
  for (const StandingRecord& row : record.records.standings) {
    if (row.leader == person) last = &row;
  }
  for (const EventRecord& event : record.records.events) {
    const bool died = event.kind == "death" && event.actor == person;
    if (died || (event.kind == "murder" && event.target == person)) return "dies in " + month_title(event.month);
  }
  if (last == nullptr) return "never among those who bargain, sit in the bureau or are punished";
  std::string text = last->seat == 2   ? "full member of the chief bureau"
                     : last->seat == 1 ? "candidate of the chief bureau"
                                       : "no seat in the bureau";
  if (last->rung > 0) text += ", " + rung_words(roster, last->rung);
  return text +
         (last->ruling      ? ", in the ruling bloc"
          : last->bloc >= 0 ? ", in another bloc"
                            : ", in no bloc") +
         " (" + month_title(last->month) + ")";
}

}  // namespace

std::vector<JsonTable> career_tables(const RunRecord& record, const Roster& roster, const ActTitles& titles, LeaderId person) {
  std::vector<JsonTable> tables = {posts_table(record, roster, person),  ladder_table(record, roster, person),
                                   allies_table(record, roster, person), acts_table(record, roster, titles, person),
                                   votes_table(record, roster, person),  heard_table(record, roster)};
  std::erase_if(tables, [](const JsonTable& table) { return table.rows.empty(); });
  return tables;
}

PersonDossier person_dossier(const RunRecord& record, const Roster& roster, const scenario::Scenario& scenario,
                             const ActTitles& titles, LeaderId person) {
  const party::LeaderRow& row = scenario.params.party.leaders[person.index()];
  PersonDossier dossier{
      row.id, row.title, {}, {}, {{"born", std::int64_t{row.born}}, {"in the party since", std::int64_t{row.joined}}}};
  dossier.facts = {{"born", std::to_string(row.born)},
                   {"in the party since", std::to_string(row.joined)},
                   {"formerly", row.former},
                   {"why these values", row.reason},
                   {"at the end", end_text(record, roster, person)},
                   {"what he could know", knowledge_text(scenario.params.party, row)}};
  std::erase_if(dossier.facts, [](const auto& fact) { return fact.second.empty(); });
  dossier.tables = career_tables(record, roster, titles, person);
  dossier.tables.push_back(traits_table(scenario, row.id));
  return dossier;
}

}  // namespace thermidor::experiment
