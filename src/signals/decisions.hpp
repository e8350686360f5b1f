// Why things were decided: what was weighed, by whom, with what chance, and what came of it. Written only when a reader asks
// (Records::explain); like all records it is never read by the model and no part of the state that is hashed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"

namespace thermidor {

inline constexpr double kChanceUnknown = -1;                             // not worked out
inline constexpr std::size_t kStillOpen = static_cast<std::size_t>(-1);  // nothing has come of it yet

// What one consideration adds to a utility, a score or the leaning of a vote.
struct TermRecord {
  std::string name;
  double value = 0;
};

// Something that could have been chosen.
struct OptionRecord {
  std::string title;    // "attacks NAME", a candidate's name
  LeaderId leader;      // candidate, partner or victim, if a leader
  double value = 0;     // utility or score; the greater, the likelier
  double chance = 0;    // of being chosen, or kChanceUnknown
  double accepted = 1;  // expected chance that those who must agree do
  bool chosen = false;
  std::vector<TermRecord> terms;  // add up to `value`; worked out for the foremost options only
};

// A seat in a roll call, or several unnamed members who are the same man's clients and whose votes are counted together.
struct SeatRecord {
  OrganId organ;        // in which they sit: Committee and Control Commission may vote together
  LeaderId voter;       // a named leader; invalid: generated
  ProvinceId province;  // a generated secretary's
  LeaderId patron;      // whose clients generated voters are, if anybody's
  std::int32_t votes_for = 0;
  std::int32_t votes_against = 0;
  std::int32_t abstained = 0;
  bool absent = false;
  double leaning = 0;     // mean of the latent vote: above 0 for, below against
  double chance_for = 0;  // of each vote
  double chance_against = 0;
  std::vector<TermRecord> terms;  // add up to `leaning`
};

// One decision of a person or an organ.
struct DecisionRecord {
  Month month;
  std::string kind;                // from kDecisionKinds
  std::string title;               // one sentence, names written out
  LeaderId actor;                  // who decided or moved it, if a leader
  LeaderId target;                 // whom it concerns, if a leader
  OrganId organ;                   // that decided, if one
  double chance = kChanceUnknown;  // that it came out as it did, as the model held it just before
  std::int32_t vote = -1;          // number of its roll call in Records::votes
  std::vector<OptionRecord> options;
  std::size_t first_event = 0;  // what it brought: events [first, last) of the records
  std::size_t last_event = kStillOpen;
  std::string claims;  // claims.md ids of the rule
};

struct DecisionKind {
  const char* name;
  const char* text;
};

inline constexpr DecisionKind kDecisionKinds[] = {
    {"act", "what a leader does in a month, silence included"},
    {"vote", "an organ divides"},
    {"lever", "an organ votes on a lever of policy"},
    {"appointment", "a post is filled"},
    {"election", "an organ is elected"},
    {"turn", "a step taken or not by a hazard: recantation, refusal, coup"},
    {"imposed", "decided by an act: the record's or the user's"},
};

}  // namespace thermidor
