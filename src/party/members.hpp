// Members and candidates of the party as integers by province, class and generation; careerists and former members of other
// parties among them; fear, ignorance and newcomers by province. claims.md S27 S31-S36, M052 M053 M059-M064 M123 M162.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "party/member_journal.hpp"
#include "party/member_params.hpp"
#include "party/tables.hpp"
#include "signals/board.hpp"
#include "signals/records.hpp"

namespace thermidor::party {

inline constexpr std::size_t kStrataPerProvince = kMemberClasses * kCohorts;

// Place of a stratum in the columns.
constexpr std::size_t stratum(std::size_t province, std::size_t member_class, std::size_t cohort) {
  return (province * kMemberClasses + member_class) * kCohorts + cohort;
}

// Persons booked, since the start or this month: start + admitted = now + left + died + expelled.
struct MemberBook {
  std::int64_t start = 0;
  std::int64_t admitted = 0;
  std::int64_t left = 0;
  std::int64_t died = 0;
  std::int64_t expelled = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"start", "persons", 0, 1e8, "", "at the start"}, self.start);
    visit(Field{"admitted", "persons", 0, 1e8, "", "let in"}, self.admitted);
    visit(Field{"left", "persons", 0, 1e8, "", "left of themselves"}, self.left);
    visit(Field{"died", "persons", 0, 1e8, "", "died"}, self.died);
    visit(Field{"expelled", "persons", 0, 1e8, "", "put out"}, self.expelled);
  }
};

// Persons that must be there by the book.
constexpr std::int64_t booked_now(const MemberBook& book) {
  return book.start + book.admitted - book.left - book.died - book.expelled;
}

struct Members {
  // Per stratum of province, class, generation.
  std::vector<std::int64_t> full;
  std::vector<std::int64_t> candidates;
  std::vector<std::int64_t> careerists;  // among both
  std::vector<std::int64_t> former;      // among both
  // Per province.
  std::vector<ProvinceId> order;  // by id: every sum of real numbers runs in it
  std::vector<double> fear;
  std::vector<double> ignorance;
  std::vector<double> newcomers;  // persons still new, fading
  std::vector<double> natives;    // share of the titular nation; 0 where it is not counted
  PerCohort at_bench{};           // workers by class who still work as such, by generation
  // One campaign of each kind at a time.
  double admission = 0;  // readiness to admit
  double debate_freedom = 0;
  std::int32_t levy_months = 0;  // months left of a levy
  double levy_monthly = 0;       // persons a month
  double levy_full = 0;          // size relative to a full levy
  std::int32_t months_since_levy = 999;
  std::int32_t purge_wait = 0;       // months until a decided purge starts
  std::int32_t purge_months = 0;     // months left of a purge
  double purge_share = 0;            // share to be put out in the whole purge
  double purge_effort = 0;           // branch of the fixed point
  std::int64_t purged = 0;           // put out in the last purge so far
  std::int64_t purged_peasants = 0;  // of these peasants
  double purge_peasants_before = 0;  // peasants' share of members at its start
  std::int32_t months_since_purge = 999;
  MemberBook total;
  MemberBook month;  // this month; start = members at its beginning

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"full", "persons", 0, 1e7, "", "full members per stratum"}, self.full);
    visit(Field{"candidates", "persons", 0, 1e7, "", "candidates per stratum"}, self.candidates);
    visit(Field{"careerists", "persons", 0, 1e7, "", "joined for a career"}, self.careerists);
    visit(Field{"former", "persons", 0, 1e7, "", "once in another party"}, self.former);
    visit(Field{"order", "ids", 0, 65535, "", "provinces by id: every sum of real numbers runs in it"}, self.order);
    visit(Field{"fear", "share", 0, 1, "M063", "fear per province"}, self.fear);
    visit(Field{"ignorance", "share", 0, 1, "M123", "ignorance per province"}, self.ignorance);
    visit(Field{"newcomers", "persons", 0, 1e7, "M061", "still new, per province"}, self.newcomers);
    visit(Field{"natives", "share", 0, 1, "SF34", "of the titular nation, per province"}, self.natives);
    visit(Field{"at_bench", "share", 0, 1, "SF08", "workers by class who still work as such"}, self.at_bench);
    visit(Field{"admission", "share", 0, 5, "", "readiness to admit"}, self.admission);
    visit(Field{"debate_freedom", "share", 0, 1, "S35", "freedom of inner debate"}, self.debate_freedom);
    visit(Field{"levy_months", "months", 0, 24, "", "left of a levy"}, self.levy_months);
    visit(Field{"levy_monthly", "persons", 0, 1e7, "", "levied a month"}, self.levy_monthly);
    visit(Field{"levy_full", "ratio", 0, 10, "", "relative to a full levy"}, self.levy_full);
    visit(Field{"months_since_levy", "months", 0, 99999, "", "since the last levy"}, self.months_since_levy);
    visit(Field{"purge_wait", "months", 0, 24, "", "until a decided purge starts"}, self.purge_wait);
    visit(Field{"purge_months", "months", 0, 24, "", "left of a purge"}, self.purge_months);
    visit(Field{"purge_share", "share", 0, 1, "", "to be put out in all"}, self.purge_share);
    visit(Field{"purge_effort", "1", 0, 10, "", "branch of the fixed point"}, self.purge_effort);
    visit(Field{"purged", "persons", 0, 1e7, "", "put out in the last purge"}, self.purged);
    visit(Field{"purged_peasants", "persons", 0, 1e7, "", "of these peasants"}, self.purged_peasants);
    visit(Field{"purge_peasants_before", "share", 0, 1, "", "peasants among members at its start"}, self.purge_peasants_before);
    visit(Field{"months_since_purge", "months", 0, 99999, "", "since the last purge"}, self.months_since_purge);
    visit(Field{"total", "struct", 0, 0, "", "booked since the start"}, self.total);
    visit(Field{"month", "struct", 0, 0, "", "booked this month"}, self.month);
  }
};

// What members face this month. `read_member_input` fills it from policy and signals; the party adds the last five.
struct MemberInput {
  double posts_open = 0.3;  // 0-1 room for careers
  double workers = 6;       // million persons in work for wages
  double mass_activity = 0.3;
  double legitimacy = 0.4;
  double terror = 0;  // visible sanctions inside the party
  double press_control = 0.6;
  double rigour = 0.3;
  double inner_democracy = 0;
  double national_autonomy = 0;
  double legal_factions = -1;
  double other_parties = -1;
  double machine_reach = 0.2;
  double mobility = 1;                      // weight of explanation X3
  double leader_death = 0;                  // prestige of the most revered leader who died this month, 0 if none
  double levy_order = 0;                    // size of a levy that leaders decided, relative to a full one, 0 if none
  double purge_order = 0;                   // severity (0-1.5) of a purge that leaders decided, 0 if none
  bool purge_forbidden = false;             // an act keeps purges away
  bool levy_forbidden = false;              // an act keeps levies away
  std::vector<double> province_opposition;  // share in open opposition per province, or empty
  MemberJournal* journal = nullptr;         // where flows are written down, if somebody follows single members
};

MemberInput read_member_input(const MemberParams& params, const Policy& policy, const Signals& last, const Signals& now);

// Fills the columns with whole persons: the total is exact, provinces by their share, strata by the opening's shares.
void open_members(const MemberParams& params, const std::vector<ProvinceRow>& rows, Members& members);

// One month: purge, levy, entry, probation, study, army, leaving, death, fear, ignorance, freedom of debate. Books every
// person.
void update_members(const MemberParams& params, const std::vector<ProvinceRow>& rows, const MemberInput& input,
                    std::uint64_t seed, Month month, Members& members, Records& records);

// Whom a province expels for following an opposition openly.
struct Expulsion {
  std::size_t province = 0;
  std::int64_t persons = 0;
  MemberJournal* journal = nullptr;
};

// Expels so many (as far as there are) of a province's full members and candidates, spread over its strata; returns how many.
std::int64_t expel_members(const MemberParams& params, const std::vector<ProvinceRow>& rows, const Expulsion& expulsion,
                           std::uint64_t seed, Month month, Members& members);

// Writes the member fields of the party's signal.
void publish_members(const MemberParams& params, const Members& members, PartySignal& signal);

// Totals.
std::int64_t count_members(const Members& members);  // members and candidates
std::int64_t count_full_members(const Members& members);
std::int64_t count_province(const Members& members, std::size_t province);  // members and candidates
std::int64_t count_province_full(const Members& members, std::size_t province);
double alien_share(const Members& members);  // careerists and former members of other parties

// True if every share of the state is a number between 0 and 1.
bool shares_in_range(const Members& members);

// True if every book balances, shares are in range and every count is in range: none negative, no more careerists than members.
bool members_balance(const Members& members);

}  // namespace thermidor::party
