// The price of a history: every decision is a draw with a probability, so every decision that an act forces has a surprise in
// bits, and a history that is forced has their sum. claims.md L71 (history is written in real time, without the option of
// rewritals).
#pragma once

#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/run.hpp"
#include "experiment/statistics.hpp"

namespace thermidor::experiment {

struct PricePlan {
  const Params* params = nullptr;
  RunSetup setup;  // run i has seed + i
  Agenda agenda;
  Month last;
  int seeds = 20;
};

struct PricedDecision {
  Month month;
  std::string act;  // in one line
  double bits = 0;  // mean over runs of -log2 of the probability that the model gave to it
  double low = 0;   // least and most over runs
  double high = 0;
};

struct Price {
  std::vector<PricedDecision> decisions;  // in order of time
  std::vector<double> totals;             // bits of each run
  double mean = 0;                        // of the totals: the sum of the decisions' bits
  int runs = 0;
  int faulted = 0;
  std::string first_fault;
  bool finished = false;
};

// -log2 of a probability in (0, 1].
double bits_of(double probability);

Price price_history(const PricePlan& plan, const EnsembleControl& control);

std::string price_csv(const Price& price);

}  // namespace thermidor::experiment
