#include "experiment/careers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "experiment/csv.hpp"
#include "experiment/run.hpp"
#include "experiment/trace.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::size_t kSilent = 0, kSpoke = 1, kPutOut = 2;

std::int64_t sum(const std::array<std::int64_t, party::kCareerYears>& years) {
  std::int64_t all = 0;
  for (const std::int64_t persons : years) all += persons;
  return all;
}

double ratio(std::int64_t part, std::int64_t all) {
  return all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0.0;
}

std::string member_name(const LifeRecord& life, const Roster& roster) {
  return roster.id(life.province) + "-" + std::to_string(life.number);
}

// The event in a word, and what it names.
std::pair<std::string, std::string> event_words(const LifeRecord& life, const Roster& roster) {
  const auto member_class = [&life] { return std::string(party::kMemberClassNames[static_cast<std::size_t>(life.detail)]); };
  switch (life.event) {
    case LifeEvent::entered: return {"entered", member_class()};
    case LifeEvent::levied: return {"levied", member_class()};
    case LifeEvent::accepted: return {"accepted", ""};
    case LifeEvent::moved: return {"moved", member_class()};
    case LifeEvent::promoted:
      return {"promoted", life.detail < 0 ? "" : roster.id(make_id<LeaderId>(static_cast<std::size_t>(life.detail)))};
    case LifeEvent::spoke: return {"spoke", ""};
    case LifeEvent::censured: return {"censured", ""};
    case LifeEvent::died: return {"died", ""};
    case LifeEvent::left: return {"left", ""};
    case LifeEvent::purged: return {"purged", ""};
    case LifeEvent::expelled: return {"expelled", ""};
  }
  return {};
}

std::string sentence(const LifeRecord& life, const Roster& roster) {
  const auto [event, detail] = event_words(life, roster);
  if (event == "entered") return "enters as a candidate, a " + detail;
  if (event == "levied") return "enters by the levy, a " + detail;
  if (event == "accepted") return "becomes a full member";
  if (event == "moved") return "is now a " + detail;
  if (event == "promoted") {
    if (life.detail < 0) return "leaves the bench for an office";
    return "leaves the bench for an office under a secretary who is a man of " +
           roster.title(make_id<LeaderId>(static_cast<std::size_t>(life.detail)));
  }
  if (event == "spoke") return "speaks against the rulers in his cell";
  if (event == "censured") return "is punished for having spoken";
  if (event == "purged") return "is purged";
  if (event == "expelled") return "is expelled for following an opposition";
  return event == "left" ? "leaves the party" : event;
}

using LifeKey = std::pair<std::string, std::uint32_t>;

// Lives by province and number, each in the order of its events.
std::map<LifeKey, std::vector<const LifeRecord*>> gather_lives(const RunRecord& record, const Roster& roster) {
  std::map<LifeKey, std::vector<const LifeRecord*>> lives;
  for (const LifeRecord& life : record.records.lives) lives[{roster.id(life.province), life.number}].push_back(&life);
  return lives;
}

}  // namespace

Careers careers_of(const World& world) {
  Careers careers;
  if (!party::kept(world.cards)) return careers;
  careers.first_year = world.cards.first_year;
  careers.years = world.cards.careers;
  careers.promotions = world.cards.promotions;
  careers.members = party::count_cards(world.cards);
  careers.changed_minds = world.cards.changed_minds;
  careers.bytes_per_member =
      static_cast<double>(party::bytes_of(world.cards)) / static_cast<double>(std::max<std::int64_t>(1, careers.members));
  return careers;
}

CareerShares share_careers(const Careers& careers) {
  constexpr double kQuartersAYear = 4;
  CareerShares shares;
  std::int64_t entered = 0, spoke = 0, out_silent = 0, out_spoke = 0;
  for (const party::YearOfEntry& year : careers.years) {
    entered += year.entered;
    spoke += year.spoke;
    out_silent += sum(year.gone[kPutOut]);
    out_spoke += sum(year.gone_spoke[kPutOut]);
  }
  shares.spoke = ratio(spoke, entered);
  shares.expelled[kSilent] = ratio(out_silent, entered - spoke);
  shares.expelled[kSpoke] = ratio(out_spoke, spoke);
  for (const std::size_t who : {kSilent, kSpoke}) {
    shares.promoted[who] = kQuartersAYear * ratio(careers.promotions.promoted[who], careers.promotions.quarters[who]);
  }
  return shares;
}

std::string careers_csv(const Careers& careers, Month last) {
  CsvText csv("entered,members,spoke,years,died,left,expelled,spoke_died,spoke_left,spoke_expelled,still");
  for (std::size_t y = 0; y < careers.years.size(); ++y) {
    const party::YearOfEntry& entry = careers.years[y];
    const int year = careers.first_year + static_cast<int>(y);
    std::int64_t still = entry.entered;
    for (std::size_t n = 0; n < party::kCareerYears && year + static_cast<int>(n) <= last.year(); ++n) {
      csv.cell(year).cell(entry.entered).cell(entry.spoke).cell(static_cast<int>(n));
      for (const auto* gone : {&entry.gone, &entry.gone_spoke}) {
        for (const auto& way : *gone) {
          csv.cell(way[n]);
          still -= way[n];
        }
      }
      csv.cell(ratio(still, entry.entered)).end_row();
    }
  }
  return csv.take();
}

std::string lives_csv(const RunRecord& record, const Roster& roster) {
  CsvText csv("member,entered,date,event,detail");
  for (const auto& [key, events] : gather_lives(record, roster)) {
    for (const LifeRecord* life : events) {
      const auto [event, detail] = event_words(*life, roster);
      csv.cell(member_name(*life, roster)).cell(format_month(life->entered)).cell(format_month(life->month));
      csv.cell(event).cell(detail).end_row();
    }
  }
  return csv.take();
}

Result<Life> trace_member(std::string_view name, const RunRecord& record, const Roster& roster) {
  const auto lives = gather_lives(record, roster);
  const bool counted =
      !name.empty() && name.size() < 7 && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  std::size_t place = 0;
  const std::size_t wanted = counted ? static_cast<std::size_t>(std::stoul(std::string(name))) : 0;
  for (const auto& [key, events] : lives) {
    ++place;
    const std::string id = member_name(*events.front(), roster);
    if (counted ? place != wanted : id != name) continue;
    Life life{"Member " + id + " of " + roster.title(events.front()->province) + ", in the party since " +
                  month_title(events.front()->entered),
              {}};
    for (const LifeRecord* event : events) {
      life.lines.push_back({event->month, event_words(*event, roster).first, sentence(*event, roster)});
    }
    return life;
  }
  Diagnostic fault;
  fault.message = "no life of member '" + std::string(name) + "' was written down";
  fault.expected = "a number up to " + std::to_string(lives.size()) + ", or a member of lives.csv";
  return Diagnostics{fault};
}

}  // namespace thermidor::experiment
