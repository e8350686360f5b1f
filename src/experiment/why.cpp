#include "experiment/why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

bool carries(double votes_for, double votes_against, double majority) {
  return votes_for > majority * (votes_for + votes_against);
}

// Whether so many of the winners changing over would turn the result.
bool turned(const VoteRecord& vote, double over) {
  const bool won = carries(vote.votes_for, vote.votes_against, vote.majority);
  const double change = won ? -over : over;
  return carries(vote.votes_for + change, vote.votes_against - change, vote.majority) != won;
}

int winning_votes(const SeatRecord& seat, bool won) { return won ? seat.votes_for : seat.votes_against; }

// "rung 5 for ID" as the scenario calls it; other words stay.
std::string name_rungs(const std::string& text, const Roster& roster) {
  const std::size_t at = text.find("rung ");
  if (at == std::string::npos || at + 6 >= text.size()) return text;
  const int rung = text[at + 5] - '0';
  if (rung < 1 || static_cast<std::size_t>(rung) > roster.measures.size() || text[at + 6] != ' ') return text;
  const std::string rest = text.substr(at + 6);
  const std::string& measure = roster.measures[static_cast<std::size_t>(rung) - 1];
  return text.substr(0, at) + measure + (rest.starts_with(" for ") ? ": " + rest.substr(5) : rest);
}

std::string name_leaders(const std::string& text, const Roster& roster) {
  std::string named;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    const std::string word = text.substr(start, end - start);
    const int leader = roster.find_leader(word);
    named += (start == 0 ? "" : " ") + (leader < 0 ? word : roster.leaders[static_cast<std::size_t>(leader)].title);
    start = end + 1;
  }
  return named;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string signed_short(double value) {
  const std::string text = fmt::format("{:+.2f}", value);
  return text == "+0.00" || text == "-0.00" ? "0" : text;
}

std::string surprise_text(const DecisionRecord& decision) {
  const std::optional<double> bits = surprise_bits(decision);
  if (!bits) return "";
  // What is imposed is never held for quite impossible.
  if (decision.chance < 1.5e-6)
    return fmt::format("the model held it for all but impossible: {:.1f} bits of surprise, the most that is counted", *bits);
  return fmt::format("the model held this outcome at {}: {:.1f} bits of surprise", readable_share(decision.chance), *bits);
}

}  // namespace

std::string ActTitles::of(const std::string& line) const {
  std::vector<const std::vector<Act>*> lists = {acts, chronicle};
  if (questions != nullptr) {
    for (const scenario::Question& question : *questions) lists.push_back(&question.acts);
  }
  for (const std::vector<Act>* list : lists) {
    if (list == nullptr) continue;
    for (const Act& act : *list) {
      if (!act.title.empty() && (act.text == line || act.forced.text == line)) return capital(act.title);
    }
  }
  return {};
}

Swing weigh_swing(const VoteRecord& vote) {
  Swing swing;
  const bool won = carries(vote.votes_for, vote.votes_against, vote.majority);
  const double winners = won ? vote.votes_for : vote.votes_against;
  for (int over = 1; over <= winners && swing.needed == 0; ++over) {
    if (turned(vote, over)) swing.needed = over;
  }
  std::vector<std::pair<LeaderId, int>> followings;
  for (const SeatRecord& seat : vote.seats) {
    const int votes = winning_votes(seat, won);
    swing.pivotal.push_back(votes > 0 && swing.needed == 1);
    const LeaderId whose = seat.voter.valid() ? seat.voter : seat.patron;
    if (!whose.valid() || votes == 0) continue;
    const auto found = std::find_if(followings.begin(), followings.end(), [&](const auto& f) { return f.first == whose; });
    if (found == followings.end()) {
      followings.emplace_back(whose, votes);
    } else {
      found->second += votes;
    }
  }
  std::stable_sort(followings.begin(), followings.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [whose, votes] : followings) {
    if (swing.needed > 0 && votes >= swing.needed) swing.blocs.emplace_back(whose, votes);
  }
  return swing;
}

std::string swing_text(const VoteRecord& vote, const Swing& swing, const Roster& roster) {
  if (vote.seats.empty()) return "";
  if (swing.needed == 0) return "nobody: no number of votes cast would have turned it";
  std::string text = swing.needed == 1 ? std::string("a single vote: everybody on the winning side was pivotal")
                                       : fmt::format("{} of the winners would have had to change over", swing.needed);
  std::string blocs;
  for (const auto& [whose, votes] : swing.blocs) {
    if (votes > 1) blocs += fmt::format("{}{} ({} votes)", blocs.empty() ? "" : ", ", roster.title(whose), votes);
  }
  if (!blocs.empty()) return text + "; alone with his clients could have turned it: " + blocs;
  return swing.needed == 1 ? text : text + "; no leader with his clients had so many votes";
}

std::string decision_id(const RunRecord& record, std::size_t number) {
  const std::vector<DecisionRecord>& list = record.records.decisions;
  std::size_t first = number;
  while (first > 0 && list[first - 1].month == list[number].month) --first;
  return fmt::format("{}.{}", format_month(list[number].month), number - first + 1);
}

std::optional<std::size_t> find_decision(const RunRecord& record, std::string_view id) {
  const std::size_t dot = id.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::optional<Month> month = parse_month(std::string(id.substr(0, dot)));
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(id.data() + dot + 1, id.data() + id.size(), place);
  if (!month || error != std::errc{} || end != id.data() + id.size() || place == 0) return std::nullopt;
  const std::vector<std::size_t> all = decisions_of(record, month, {});
  if (place > all.size()) return std::nullopt;
  return all[place - 1];
}

std::vector<std::size_t> decisions_of(const RunRecord& record, std::optional<Month> month, LeaderId person) {
  std::vector<std::size_t> found;
  const std::vector<DecisionRecord>& list = record.records.decisions;
  for (std::size_t n = 0; n < list.size(); ++n) {
    const bool his = !person.valid() || list[n].actor == person || list[n].target == person;
    if (his && (!month || list[n].month == *month)) found.push_back(n);
  }
  return found;
}

std::vector<std::size_t> most_surprising(const RunRecord& record, std::size_t most) {
  const std::vector<DecisionRecord>& list = record.records.decisions;
  std::vector<std::size_t> order;
  for (std::size_t n = 0; n < list.size(); ++n) {
    if (list[n].chance >= 0 && list[n].first_event < list[n].last_event && list[n].last_event != kStillOpen) order.push_back(n);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&list](std::size_t a, std::size_t b) { return list[a].chance < list[b].chance; });
  order.resize(std::min(order.size(), most));
  std::sort(order.begin(), order.end());
  return order;
}

std::optional<double> surprise_bits(const DecisionRecord& decision) {
  if (decision.chance < 0) return std::nullopt;
  return std::fabs(std::log2(std::clamp(decision.chance, 1e-12, 1.0)));
}

std::string worded_question(const std::string& question, const Roster& roster) {
  return capital(name_leaders(name_rungs(question, roster), roster));
}

std::string decision_title(const DecisionRecord& decision, const Roster& roster, const ActTitles& titles) {
  if (decision.kind == "imposed") {
    const std::string title = titles.of(decision.title);
    return title.empty() ? decision.title : title;
  }
  if (decision.kind != "vote") return decision.title;
  return name_leaders(name_rungs(decision.title, roster), roster);
}

std::string seat_title(const SeatRecord& seat, const Roster& roster) {
  if (seat.voter.valid()) return roster.title(seat.voter);
  const std::string whose = seat.patron.valid() ? ", client of " + roster.title(seat.patron) : ", nobody's man";
  if (seat.province.valid()) return "secretary of " + roster.title(seat.province) + whose + " (generated)";
  const int count = seat.votes_for + seat.votes_against + seat.abstained;
  if (!seat.patron.valid()) return fmt::format("{} others, nobody's men (generated)", count);
  return fmt::format("{} {} of {} (generated)", count, count == 1 ? "client" : "clients", roster.title(seat.patron));
}

std::string weightiest_terms(const std::vector<TermRecord>& terms, std::size_t most) {
  std::vector<const TermRecord*> order;
  for (const TermRecord& term : terms) order.push_back(&term);
  std::stable_sort(order.begin(), order.end(),
                   [](const TermRecord* a, const TermRecord* b) { return std::fabs(a->value) > std::fabs(b->value); });
  std::string text;
  for (std::size_t n = 0; n < order.size() && n < most; ++n) {
    if (std::fabs(order[n]->value) < 0.005) break;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", order[n]->name, signed_short(order[n]->value));
  }
  return text;
}

namespace {

std::string seat_votes(const SeatRecord& seat) {
  if (seat.absent) return "absent";
  if (seat.votes_for + seat.votes_against + seat.abstained == 1)
    return seat.votes_for > 0 ? "for" : seat.votes_against > 0 ? "against" : "abstains";
  return fmt::format("{} for, {} against, {} abstain", seat.votes_for, seat.votes_against, seat.abstained);
}

JsonTable roll_call_table(const VoteRecord& vote, const Roster& roster, const Swing& swing) {
  JsonTable table{"Roll call", {"who", "vote", "chance of for", "pivotal", "why (pull towards for)"}, {}};
  std::vector<std::size_t> order(vote.seats.size());
  for (std::size_t n = 0; n < order.size(); ++n) order[n] = n;
  const auto rank = [&vote](std::size_t n) {
    const SeatRecord& seat = vote.seats[n];
    const int kind = seat.voter.valid() ? 0 : seat.province.valid() ? 1 : 2;
    return std::pair(kind, seat.votes_for > 0 ? 0 : seat.votes_against > 0 ? 1 : 2);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  for (const std::size_t n : order) {
    const SeatRecord& seat = vote.seats[n];
    const std::size_t row = table.rows.size();
    const bool pivotal = n < swing.pivotal.size() && swing.pivotal[n];
    table.values[{row, 2}] = value_or_null(!seat.absent, seat.chance_for);
    table.values[{row, 3}] = pivotal;
    table.rows.push_back({seat_title(seat, roster), seat_votes(seat), seat.absent ? "" : readable_share(seat.chance_for),
                          pivotal ? "yes" : "", weightiest_terms(seat.terms, 3)});
  }
  return table;
}

void add_vote(const RunRecord& record, const Roster& roster, const DecisionRecord& decision, Explanation& out) {
  if (decision.vote < 0 || static_cast<std::size_t>(decision.vote) >= record.records.votes.size()) return;
  const VoteRecord& vote = record.records.votes[static_cast<std::size_t>(decision.vote)];
  const Swing swing = weigh_swing(vote);
  out.facts.emplace_back("result",
                         fmt::format("{}: {:.0f} for, {:.0f} against, {:.0f} abstained or absent; it needed more than {} of "
                                     "the votes cast",
                                     vote.carried ? "carried" : "lost", vote.votes_for, vote.votes_against, vote.abstained,
                                     readable_share(vote.majority)));
  out.facts.emplace_back("could have tipped it", swing_text(vote, swing, roster));
  if (!vote.seats.empty()) out.tables.push_back(roll_call_table(vote, roster, swing));
}

}  // namespace

std::string comparison_text(const DecisionRecord& decision) {
  const OptionRecord* chosen = nullptr;
  const OptionRecord* other = nullptr;
  for (const OptionRecord& option : decision.options) {
    if (option.chosen) {
      chosen = &option;
    } else if (other == nullptr) {
      other = &option;
    }
  }
  if (chosen == nullptr || other == nullptr) return "";
  std::vector<TermRecord> gaps = chosen->terms;
  for (const TermRecord& term : other->terms) {
    const auto found = std::find_if(gaps.begin(), gaps.end(), [&](const TermRecord& t) { return t.name == term.name; });
    if (found == gaps.end()) {
      gaps.push_back({term.name, -term.value});
    } else {
      found->value -= term.value;
    }
  }
  const std::string terms = weightiest_terms(gaps, 5);
  const double gap = chosen->value - other->value;
  return fmt::format("worth {:.2f} {} than the likeliest other ({}){}{}", std::fabs(gap), gap < 0 ? "less" : "more",
                     other->title, terms.empty() ? "" : ": ", terms);
}

namespace {

void add_options(const DecisionRecord& decision, Explanation& out) {
  if (decision.options.empty()) return;
  const bool act = decision.kind == "act" || decision.kind == "imposed";
  JsonTable table{decision.kind == "election"      ? "Candidates"
                  : decision.kind == "appointment" ? "Candidates"
                  : decision.kind == "vote"        ? "What was possible"
                  : decision.kind == "imposed"     ? "What the model would have weighed for him"
                                                   : "What he weighed",
                  {"option", "chosen", "worth", "chance", "consent", "what it is made of"},
                  {}};
  for (const OptionRecord& option : decision.options) {
    const std::size_t row = table.rows.size();
    table.values[{row, 1}] = option.chosen;
    table.values[{row, 2}] = option.value;
    table.values[{row, 3}] = value_or_null(option.chance >= 0, option.chance);
    // Consent is asked of acts alone.
    if (act) table.values[{row, 4}] = value_or_null(option.accepted < 1, option.accepted);
    table.rows.push_back({option.title, option.chosen ? "yes" : "", signed_short(option.value),
                          option.chance < 0 ? "" : readable_share(option.chance),
                          act && option.accepted < 1 ? readable_share(option.accepted) : "",
                          weightiest_terms(option.terms, 4)});
  }
  if (!act) {
    table.columns.erase(table.columns.begin() + 4);
    for (std::vector<std::string>& row : table.rows) row.erase(row.begin() + 4);
  }
  out.tables.push_back(std::move(table));
  if (decision.kind == "act" || decision.kind == "appointment") {
    const std::string why = comparison_text(decision);
    if (!why.empty()) out.facts.emplace_back("the choice was", why);
  }
}

std::string brought(const RunRecord& record, const DecisionRecord& decision) {
  std::string text;
  const std::vector<EventRecord>& events = record.records.events;
  for (std::size_t e = decision.first_event; e < decision.last_event && e < events.size(); ++e) {
    text += (text.empty() ? "" : "; ") + events[e].title;
  }
  return text;
}

std::string kind_text(const std::string& kind) {
  for (const DecisionKind& known : kDecisionKinds) {
    if (kind == known.name) return known.text;
  }
  return kind;
}

}  // namespace

Explanation explain_decision(const RunRecord& record, const Roster& roster, const ActTitles& titles, std::size_t number) {
  const DecisionRecord& decision = record.records.decisions[number];
  Explanation out;
  out.id = decision_id(record, number);
  out.title = decision_title(decision, roster, titles);
  out.facts.emplace_back("when", month_title(decision.month));
  out.facts.emplace_back("what it is", kind_text(decision.kind));
  if (out.title != decision.title && decision.kind == "imposed") out.facts.emplace_back("in one line", decision.title);
  if (decision.organ.valid()) out.facts.emplace_back("organ", roster.title(decision.organ));
  if (decision.actor.valid()) {
    out.facts.emplace_back(decision.kind == "vote" || decision.kind == "lever" ? "proposed by" : "person",
                           roster.title(decision.actor));
  }
  if (decision.target.valid() && decision.target != decision.actor) {
    out.facts.emplace_back("concerns", roster.title(decision.target));
  }
  add_vote(record, roster, decision, out);
  out.facts.emplace_back("surprise", surprise_text(decision));
  add_options(decision, out);
  out.facts.emplace_back("what it brought", brought(record, decision));
  out.facts.emplace_back("rules", decision.claims);
  std::erase_if(out.facts, [](const auto& fact) { return fact.second.empty(); });
  return out;
}

}  // namespace thermidor::experiment
