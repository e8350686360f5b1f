// Writes down why a decision came out as it did, when a reader asks for it (Records::explain). Nothing here changes state or
// draws: a run that is explained has the digest of one that is not.
//
// What a consideration adds is found by taking its weight out of the rules and computing the same utility again, so that
// explanations follow the rules themselves and need no second list of them; what no listed weight explains is a term of its
// own.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "party/ballots.hpp"
#include "party/bargain.hpp"

namespace thermidor::party {

// A weight of the rules, and the consideration it stands for.
struct NamedWeight {
  const char* name;
  double& (*of)(Params& params);
};

// The same convention under a copy of the rules, from which weights are taken one after another.
class Trial {
 public:
  explicit Trial(const Convention& c)
      : params_(c.params),
        c_{params_, c.state, c.last, c.now, c.policy, c.records, c.fault, c.seed, c.month, c.free_acts, c.debate, c.members} {}
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  // Terms of value(convention), one per weight that matters, and the rest under the name given.
  template <class Value>
  std::vector<TermRecord> terms(std::span<const NamedWeight> weights, const char* rest, Value&& value) {
    std::vector<TermRecord> list;
    const double whole_value = value(std::as_const(c_));
    double left = whole_value;
    for (const NamedWeight& weight : weights) {
      double& place = weight.of(params_);
      const double kept = place;
      if (kept == 0) continue;
      place = 0;
      const double part = whole_value - value(std::as_const(c_));
      place = kept;
      left -= part;
      if (matters(part)) list.push_back({weight.name, part});
    }
    if (matters(left)) list.push_back({rest, left});
    return list;
  }

 private:
  static bool matters(double part) { return part > 5e-4 || part < -5e-4; }

  Params params_;
  Convention c_;
};

// --- decisions ---
// Opens a decision; what happens until end_decision is what it brought. Returns it for further detail, nothing when nobody
// asks.
DecisionRecord* begin_decision(Convention& c, const char* kind, std::string title, LeaderId actor, const char* claims);
void end_decision(Convention& c);  // of this month's, the last that is open

// What a leader weighed this month and what he chose; `agreed`: those who had to agree did.
void explain_act(Convention& c, const Table& table, const ActList& list, std::size_t actor, std::size_t chosen, bool agreed);
// The candidates for a post, with the chances of each; an invalid candidate is somebody unnamed. `declined`: the chosen did.
void explain_appointment(Convention& c, PostId post, std::span<const LeaderId> candidates, std::span<const double> chances,
                         std::size_t chosen);
// A formal vote, from its record.
void explain_vote(Convention& c, const Motion& motion, const Tally& tally, bool forced);
// Whom the rulers might have moved against, to the vote just taken.
void explain_targets(Convention& c, std::span<const std::pair<double, LeaderId>> targets, LeaderId chosen);
// Candidates for seats by score; those who have got one are marked.
void explain_election(Convention& c, OrganId organ, const char* what, std::span<const std::pair<double, LeaderId>> candidates);
// Delegates divide on the line; `opposition`: their share.
void explain_division(Convention& c, OrganId organ, double opposition);
// A turn that came by a hazard.
void explain_turn(Convention& c, std::string title, LeaderId actor, double chance, const char* claims);
// A decision that an act imposes, with what the model would have weighed.
void explain_imposed(Convention& c, const Forced& act, double probability);

// What an act is called: "attacks NAME".
std::string act_title(const Convention& c, const Table& table, const Act& act, std::size_t actor);

}  // namespace thermidor::party
