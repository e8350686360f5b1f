// Small models of who holds power by what: selectorate (Bueno de Mesquita and others 2003), patronage, credible rebellion
// (Svolik 2009), competence against loyalty and sparing losers (Egorov and Sonin 2011, 2015), repression on poor information
// (Gregory, Schroeder and Sonin 2011), promotion contracts (Lazarev 2005), dilution. Reduced forms, of our own where the texts
// were not seen.
#pragma once

#include <cstdint>

namespace thermidor::reference {

// What a ruler must spend on the coalition that he needs, drawn from a selectorate, out of his revenue.
double selectorate_spending(double revenue, double coalition, double selectorate, double patience);

// Clients among office-holders: a share leaves each period and is filled with clients by a bias, gratitude fades.
struct Patronage {
  double turnover = 0;
  double bias = 0;
  double decay = 0;
};
double next_share(const Patronage& machine, double share);
double steady_share(const Patronage& machine);
double periods_to_half(const Patronage& machine, double share);  // where the steady share is above one half
// Client share of an organ enlarged from `seats` to `enlarged` when clients get this share of the new seats.
double packed_share(double share, std::int64_t seats, std::int64_t enlarged, double new_share);
// Yearly replacement when so many held so many posts over the years.
double tenure_hazard(double holders, double posts, double years);

// Chance of success above which a rebellion is worth its risk.
double rebellion_threshold(double success, double acquiescence, double loss);
// The ruler's share of power above which it no longer is.
double established_power(double threshold, int exponent);

// A vizier tells strong from weak plotters with some competence; above the cap the ruler's pay and punishment cannot hold him.
double loyalty_stake(double wage, double bribe, double punishment);
double competence_cap(double strong_enemy, double stake);

// The winner's value of ruling when losers are spared, or destroyed for so many quiet periods and then feared by all.
struct Succession {
  double patience = 0.9;
  double lose = 0.5;      // chance a period of being overthrown
  double comeback = 0.5;  // chance a period of a spared loser's return
};
double value_if_sparing(const Succession& game);
double value_if_destroying(const Succession& game, int quiet_periods);

// Least share of those suspected whom a ruler must remove to bring enemies down to a tolerated share.
struct Elimination {
  double of_suspects = 0;  // above 1: not feasible in one round
  double purged = 0;       // of all
  double innocents = 0;    // of all
};
Elimination least_elimination(double enemies, double accuracy, double tolerated);

// Activists whom the prospect of a post keeps at work, per post.
double value_of_post(double rent, double patience, int tenure);
double activists_per_post(double rent, double patience, int tenure, double effort_cost);

double newcomer_share(double members, double newcomers);
double diluted_share(double old_share, double new_share, double newcomers);

}  // namespace thermidor::reference
