#include "experiment/decision_tables.hpp"

#include <limits>

#include "experiment/csv.hpp"

namespace thermidor::experiment {
namespace {

double or_empty(double chance) { return chance < 0 ? std::numeric_limits<double>::quiet_NaN() : chance; }

// Calls use(arm, id, decision) for every decision; ids are counted up, month by month.
template <class Use>
void each_decision(std::span<const ArmRecord> arms, Use&& use) {
  for (const ArmRecord& arm : arms) {
    Month month{-1};
    std::size_t place = 0;
    for (const DecisionRecord& decision : arm.record->records.decisions) {
      place = decision.month == month ? place + 1 : 1;
      month = decision.month;
      use(arm, format_month(month) + "." + std::to_string(place), decision);
    }
  }
}

const char* seat_kind(const SeatRecord& seat) {
  return seat.voter.valid() ? "named" : seat.province.valid() ? "secretary" : "unnamed";
}

}  // namespace

std::string decisions_csv(std::span<const ArmRecord> arms, const Roster& roster, const ActTitles& titles) {
  CsvText csv("arm,member,decision,date,kind,title,actor,target,organ,chance,bits,vote,events,brought,claims");
  each_decision(arms, [&](const ArmRecord& arm, const std::string& id, const DecisionRecord& decision) {
    const std::vector<EventRecord>& events = arm.record->records.events;
    std::string brought;
    int count = 0;
    for (std::size_t e = decision.first_event; e < decision.last_event && e < events.size(); ++e, ++count)
      brought += (brought.empty() ? "" : "; ") + events[e].title;
    csv.cell(arm.arm).cell(arm.member).cell(id).cell(format_month(decision.month)).cell(decision.kind);
    csv.cell(decision_title(decision, roster, titles)).cell(roster.id(decision.actor)).cell(roster.id(decision.target));
    csv.cell(roster.id(decision.organ)).cell(or_empty(decision.chance));
    csv.cell(surprise_bits(decision).value_or(std::numeric_limits<double>::quiet_NaN()));
    csv.cell(decision.vote < 0 ? std::string() : std::to_string(decision.vote + 1)).cell(count).cell(brought);
    csv.cell(decision.claims).end_row();
  });
  return csv.take();
}

std::string options_csv(std::span<const ArmRecord> arms, const Roster& roster) {
  CsvText csv("arm,member,decision,option,title,leader,worth,chance,accepted,chosen");
  each_decision(arms, [&](const ArmRecord& arm, const std::string& id, const DecisionRecord& decision) {
    int number = 0;
    for (const OptionRecord& option : decision.options) {
      csv.cell(arm.arm).cell(arm.member).cell(id).cell(++number).cell(option.title).cell(roster.id(option.leader));
      csv.cell(option.value).cell(or_empty(option.chance)).cell(option.accepted).cell(option.chosen ? 1 : 0).end_row();
    }
  });
  return csv.take();
}

std::string roll_calls_csv(std::span<const ArmRecord> arms, const Roster& roster) {
  CsvText csv(
      "arm,member,vote,seat,organ,kind,voter,province,patron,for,against,abstained,absent,leaning,chance_for,chance_against,"
      "pivotal");
  for (const ArmRecord& arm : arms) {
    int number = 0;
    for (const VoteRecord& vote : arm.record->records.votes) {
      ++number;
      const Swing swing = weigh_swing(vote);
      for (std::size_t s = 0; s < vote.seats.size(); ++s) {
        const SeatRecord& seat = vote.seats[s];
        csv.cell(arm.arm).cell(arm.member).cell(number).cell(static_cast<int>(s) + 1).cell(roster.id(seat.organ));
        csv.cell(seat_kind(seat)).cell(roster.id(seat.voter)).cell(roster.id(seat.province)).cell(roster.id(seat.patron));
        csv.cell(static_cast<int>(seat.votes_for)).cell(static_cast<int>(seat.votes_against));
        csv.cell(static_cast<int>(seat.abstained)).cell(seat.absent ? 1 : 0).cell(seat.leaning).cell(seat.chance_for);
        csv.cell(seat.chance_against).cell(swing.pivotal[s] ? 1 : 0).end_row();
      }
    }
  }
  return csv.take();
}

std::string terms_csv(std::span<const ArmRecord> arms) {
  CsvText csv("arm,member,decision,of,number,term,value");
  const auto write = [&csv](const ArmRecord& arm, const std::string& id, const char* of, int number,
                            const std::vector<TermRecord>& terms) {
    for (const TermRecord& term : terms) {
      csv.cell(arm.arm).cell(arm.member).cell(id).cell(of).cell(number).cell(term.name).cell(static_cast<float>(term.value));
      csv.end_row();
    }
  };
  each_decision(arms, [&](const ArmRecord& arm, const std::string& id, const DecisionRecord& decision) {
    int number = 0;
    for (const OptionRecord& option : decision.options) write(arm, id, "option", ++number, option.terms);
    const std::vector<VoteRecord>& votes = arm.record->records.votes;
    if (decision.vote < 0 || static_cast<std::size_t>(decision.vote) >= votes.size()) return;
    number = 0;
    for (const SeatRecord& seat : votes[static_cast<std::size_t>(decision.vote)].seats)
      write(arm, id, "seat", ++number, seat.terms);
  });
  return csv.take();
}

}  // namespace thermidor::experiment
