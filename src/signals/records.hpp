// What happened, for people who read: events, roll calls, changes of post, decisions forced by acts. Written by processes,
// never read by them; no part of the state that is hashed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "signals/decisions.hpp"

namespace thermidor {

struct EventRecord {
  Month month;
  std::string kind;   // from the closed list of signals/event_kinds.hpp: "bloc_formed", "defeat", "sanction", "purge", ...
  std::string title;  // one sentence for readers, names written out
  LeaderId actor;     // who did it, if a leader
  LeaderId target;    // to whom, if a leader
  double weight = 0;  // importance 0-1, for the feed
  std::string claim;  // claims.md ids of the rule that fired, space separated ("M154 S76")
};

struct BallotRecord {
  LeaderId voter;  // named voters only
  int choice = 0;  // +1 for, -1 against, 0 abstained or absent
};

struct VoteRecord {
  Month month;
  OrganId organ;
  std::string question;
  std::string proposer;
  double votes_for = 0;
  double votes_against = 0;
  double abstained = 0;
  bool carried = false;
  bool forced = false;                // decided by an act
  std::vector<BallotRecord> ballots;  // roll call of named voters
  double majority = 0.5;              // share of votes cast that it had to exceed
  std::vector<SeatRecord> seats;      // every seat, with reasons: only when a reader asks (Records::explain)
};

struct PostRecord {
  Month month;
  PostId post;
  LeaderId holder;     // invalid when held by nobody named
  std::string reason;  // "appointed", "removed", "died", "elected", ...
};

struct ForcedRecord {
  Month month;
  std::string act;           // the act in one line
  double probability = 1.0;  // of the decision under the model, in (0,1]
};

// Who sits in the chief bureau, who rules with whom, how strong: one row per leader and month for pictures.
struct StandingRecord {
  Month month;
  LeaderId leader;
  std::int32_t bloc = -1;  // number of his bloc, -1 none
  bool ruling = false;     // in the ruling bloc
  std::int32_t seat = 0;   // 2 full bureau member, 1 candidate, 0 none
  std::int32_t rung = 0;   // on the ladder of sanctions, 0-7
  double strength = 0;
  bool leads = false;  // the arbiter while he is up, else the head of the ruling bloc
};

struct EndingRecord {
  Month month;
  std::string id;  // "O01"
};

// One event in the life of a member, where members are kept one by one: of one member in about a thousand.
enum class LifeEvent : std::uint8_t {
  entered,   // by ordinary entry; `detail` is his class position
  levied,    // by a levy; class position
  accepted,  // became a full member
  moved,     // to another class position
  promoted,  // from the bench to an office; the leader whose man promoted him, -1 nobody's
  spoke,     // against the rulers in a debate of the cells
  censured,  // for it
  died,
  left,
  purged,
  expelled  // for following an opposition
};

struct LifeRecord {
  Month month;
  ProvinceId province;
  std::uint32_t number = 0;  // in his province
  LifeEvent event = LifeEvent::entered;
  std::int32_t detail = 0;
  Month entered;  // when he entered the party; of those there at the start this is all that is known of their entry
};

struct Records {
  std::vector<EventRecord> events;
  std::vector<VoteRecord> votes;
  std::vector<PostRecord> posts;
  std::vector<ForcedRecord> forced;
  std::vector<StandingRecord> standings;
  std::vector<EndingRecord> endings;
  std::vector<LifeRecord> lives;
  std::vector<DecisionRecord> decisions;  // filled when `explain` is set
  bool keep_details = true;               // otherwise endings, forced decisions and weighty events only (the C interface)
  bool explain = false;                   // write down why: costs time, changes nothing
};

}  // namespace thermidor
