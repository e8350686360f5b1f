// The leaders' side of the party, as the month calls it:
//
//   phase 5   update_leaders(c)                        health, absence, death; reads now.outside.health
//   phase 6   convene_organs(c, forced)                acts, motions, votes, congress, appointments; writes Policy::decided
//             carry_out_levers(params, policy)         Policy::in_force moves towards decided
//   phase 15  input = read_member_input(...)           members.hpp
//             add_leader_input(state, input)           deaths of leaders, open opposition by province
//             update_members(...)                      members.hpp
//             expel_followers(params, state, ...)      open followers who lose the party card
//             publish_members(...)                     members.hpp
//             publish(params, state, month, now.party) everything but membership
//             record_standings(params, state, month, records)
//
// with Convention c{params, state, last, now, policy, records, fault, seed, month, free_acts, run_debate, &members}.
// The start: make_state(params, seed, preset, start) in state.hpp; acts on traits: set_trait, set_affinity.
#pragma once

#include <span>

#include "party/convention.hpp"
#include "party/forced.hpp"
#include "party/member_journal.hpp"
#include "party/processes.hpp"
#include "party/state.hpp"

namespace thermidor::party {

struct MemberInput;

inline constexpr std::uint8_t kFormNone = 0, kFormSingle = 1, kFormCollective = 2, kFormSplit = 3;

// Who leads, in what form, what becomes of losers (PartySignal holds the same).
struct Verdict {
  LeaderId leader;
  std::uint8_t form = kFormNone;
  std::uint8_t losers = 0;  // 0 tolerated, 1 demoted, 2 expelled, 3 destroyed or exiled abroad
  std::uint8_t coup = 0;
};

void update_leaders(Convention& c);
void convene_organs(Convention& c, std::span<const Forced> forced);
void add_leader_input(const State& state, MemberInput& input);
void expel_followers(const Params& params, const State& state, std::uint64_t seed, Month month, Members& members,
                     MemberJournal* journal);
void carry_out_levers(const Params& params, Policy& policy);
Verdict read_verdict(const Params& params, const State& state);
void publish(const Params& params, const State& state, Month month, PartySignal& signal);
void record_standings(const Params& params, const State& state, Month month, Records& records);

}  // namespace thermidor::party
