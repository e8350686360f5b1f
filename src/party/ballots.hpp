// Votes cast by persons: named leaders, provincial secretaries, unnamed members as clients of somebody. The tally, the roll
// call of the named and the chance that the motion would carry come out of the same choice. claims.md M064 M090-M092 M119 S35
// S39 S40.
#pragma once

#include <string>
#include <vector>

#include "party/processes.hpp"

namespace thermidor::party {

struct Motion {
  OrganId organ;
  std::string question;
  LeaderId proposer;
  LeaderId target;           // against whom, if a person
  std::vector<double> side;  // each leader's stance by bloc: +1 for, -1 against, 0 none
  Position line_for{};
  Position line_against{};
  bool about_line = false;  // lines count
  double cue = 0;           // pull on every voter for the motion
  double rulers = 1;        // +1 rulers move it, -1 they oppose it, 0 neither: whom fear serves
  double majority = 0.5;    // share of votes cast that it must exceed
  bool joint = false;       // Committee and Control Commission together
};

struct Tally {
  double votes_for = 0;
  double votes_against = 0;
  double abstained = 0;
  double entitled = 0;
  double probability = 0;  // that it carries, by the same choices
  bool quorate = false;
  bool carried = false;
  double share() const { return votes_for + votes_against > 0 ? votes_for / (votes_for + votes_against) : 0; }
};

Motion make_motion(OrganId organ, std::string question, LeaderId proposer);

// Stances by bloc when the rulers are for the motion.
std::vector<double> stances(const State& s);
// Casts the votes. The same (seed, month, organ, question) gives the same votes. Fills `record` if given.
Tally cast_ballots(const Convention& c, const Motion& motion, VoteRecord* record);
// Casts, enters the record and reports what happened.
Tally decide(Convention& c, const Motion& motion, bool forced = false);
// Whether a tally carries: strictly more than the majority of votes cast, and a quorum.
bool carries(const Tally& tally, double majority, double quorum);

}  // namespace thermidor::party
