// The processes of the leaders' side, one per file. Order of the month: convene_organs.cpp.
#pragma once

#include <span>
#include <vector>

#include "party/convention.hpp"

namespace thermidor::party {

// --- standing (measure_strength.cpp, find_arbiter.cpp, form_rulers.cpp, expect_bread.cpp) ---
void measure_strength(Convention& c);                            // strengths, principals, followers, clients
void find_arbiter(State& s, const Params& params, Month month);  // who plays the part, if anybody (R3)
void settle_arbiter(Convention& c);                              // the same each month, with absence and hope
Position mean_bureau_ideal(const State& s);
void form_rulers(Convention& c);  // ruling bloc (R4)
void draw_line(Convention& c);    // line of the party
void hear_news(Convention& c);    // shortage, unrest, salience, learning (R11-R12)
// Bread and unrest that a man with these views expects under a line (R11); negative, 0 is plenty and peace.
double expected_bread(const Params& params, double shortfall, const Position& ideal, const Position& line);

// --- leaders (choose_acts.cpp, drift_affinity.cpp, clash.cpp, recant.cpp) ---
void choose_acts(Convention& c);                      // blocs, attacks, appeals, fights (R1-R2)
double attack_reach(const State& s, LeaderId actor);  // 0-1: how far his words carry
void attack(Convention& c, LeaderId actor, LeaderId target);
void break_with_rulers(Convention& c, LeaderId i);  // leaving the rulers for another bloc
void open_fight(Convention& c, LeaderId actor);
void drift_affinity(Convention& c);   // R5
void clash_in_office(Convention& c);  // R15
void write_will(Convention& c);
void judge_will(Convention& c);
void recant(Convention& c);  // R17
void capitulate(Convention& c, LeaderId i);
void readmit(Convention& c, LeaderId i);
double recant_hazard(const Convention& c, LeaderId i);

// --- organs (contest_line.cpp, impose_sanctions.cpp, hold_congress.cpp, elect_committee.cpp, decide_levers.cpp) ---
void contest_line(Convention& c);  // formal votes in the Committee (R6)
void count_defeat(Convention& c, const std::vector<LeaderId>& losers, double share, OrganId organ);
void overturn_rulers(Convention& c, std::int32_t winner);
void impose_sanctions(Convention& c);                     // R7
double sanction_hazard(const Convention& c, LeaderId i);  // of a motion this month, if one is due
OrganId sanction_organ(const State& s, std::int32_t rung);
double sanction_majority(const Convention& c, std::int32_t rung);
double sanction_vote_probability(const Convention& c, LeaderId i);
void impose_rung(Convention& c, LeaderId i, std::int32_t rung);
void punish_followers(Convention& c);             // R13
void hold_debate(Convention& c, bool announced);  // R10, R14
void learn_from_cells(Convention& c, const DebateResult& result);
// The same without consequences, but for what members one by one remember where they are to.
DebateResult ask_cells(const Convention& c, bool announced, bool remember = false);
bool announced_debate(const Convention& c);  // a debate is opened by the rulers while inner democracy allows
DebateInput describe_debate(const Convention& c, bool announced);
void note_cells(Convention& c, const DebateResult& result);  // what was counted, for series
void note_division(Convention& c, const DebateResult& result);
void note_defeat(Convention& c, OrganId organ);    // how the organ divides by the model's own choices
Delegation choose_delegates(const Convention& c);  // who is sent to a congress
double rule_replacement(const Convention& c);
void schedule_organs(Convention& c);
bool congress_due(const Convention& c);
double congress_hazard(const Convention& c);
void hold_congress(Convention& c);  // R9
void elect_committee(Convention& c, double opposition_share);
void elect_bureau(Convention& c, bool enlarge);  // without: vacancies only
double election_score(const Convention& c, LeaderId i, double opposition_share);
void fill_unnamed_seats(State& s, OrganId organ);  // rest of Committee or Control Commission
void decide_levers(Convention& c);
struct LeverProspect {
  double value = 0;   // to which the rulers would move it
  double chance = 0;  // that this month does it
};
LeverProspect lever_prospect(const Convention& c, const LeverRow& row);
double lever_wish(const Convention& c, const LeverRow& row, const Position& line);
std::size_t lever_index(const LeverRow& row);  // kLeverCount if unknown

// --- machine (appoint_secretaries.cpp, fill_posts.cpp) ---
void appoint_secretaries(Convention& c);  // R8
void fill_posts(Convention& c);
double post_utility(const Convention& c, PostId post, LeaderId candidate);
// The same for many at once: who appoints is looked up once.
std::vector<double> post_utilities(const Convention& c, PostId post, std::span<const LeaderId> candidates);
double unnamed_utility(const Convention& c, PostId post);

// --- rare turns (attempt_coup.cpp, recall_leaders.cpp) ---
void attempt_coup(Convention& c);  // R16
void seize_power(Convention& c, LeaderId i);
// Chance that he seizes power this month; 0 for rulers and those without armed posts.
double seizure_chance(const Convention& c, LeaderId i);
void recall_leaders(Convention& c);
void hear_revolution(Convention& c);

}  // namespace thermidor::party
