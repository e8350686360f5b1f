// Tables and parameters of the economy, farms apart (see farm_params.hpp).
#pragma once

#include <vector>

#include "core/fields.hpp"
#include "economy/params_abroad.hpp"
#include "economy/params_industry.hpp"
#include "economy/params_money.hpp"
#include "economy/params_start.hpp"
#include "economy/params_towns.hpp"
#include "economy/tables.hpp"

namespace thermidor::economy {

// Everything the economy (but farms) is given and never changes.
struct Params {
  std::vector<RegionRow> regions;   // economic regions
  std::vector<BranchRow> branches;  // industrial branches
  StartParams start;                // State of March 1921
  ScaleParams scale;                // Magnitudes of 1913 against which indices are measured
  TrustParams trust;                // Pricing, output and costs of trusts
  IndustryParams industry;          // Heavy industry, capacity and investment
  PrivateParams artisans;           // Crafts, leased works and small private ones
  PlanParams plan;                  // The plan: material balances by successive approximation
  GrainParams grain;                // Grain market and state stocks
  MoneyParams money;                // Emission, demand for money, the two currencies, the bank
  BudgetParams budget;              // State revenue and outlay
  TownParams town;                  // Strata, spending, hunger
  LabourParams labour;              // Work, wages, migration
  TradeParams trade;                // Retail trade, foreign trade
  AbroadParams abroad;              // Foreign trade, gold and foreign credit
  ReactionParams reaction;          // How economic bodies set instruments when no act holds them

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"regions", "rows", 0, 0, "econ_regions", "economic regions"}, self.regions);
    visit(Field{"branches", "rows", 0, 0, "econ_industry", "industrial branches"}, self.branches);
    visit(Field{"start", "struct", 0, 0, "design", "State of March 1921"}, self.start);
    visit(Field{"scale", "struct", 0, 0, "design", "Magnitudes of 1913 against which indices are measured"}, self.scale);
    visit(Field{"trust", "struct", 0, 0, "design", "Pricing, output and costs of trusts"}, self.trust);
    visit(Field{"industry", "struct", 0, 0, "design", "Heavy industry, capacity and investment"}, self.industry);
    visit(Field{"artisans", "struct", 0, 0, "design", "Crafts, leased works and small private ones"}, self.artisans);
    visit(Field{"plan", "struct", 0, 0, "design", "The plan: material balances by successive approximation"}, self.plan);
    visit(Field{"grain", "struct", 0, 0, "design", "Grain market and state stocks"}, self.grain);
    visit(Field{"money", "struct", 0, 0, "design", "Emission, demand for money, the two currencies, the bank"}, self.money);
    visit(Field{"budget", "struct", 0, 0, "design", "State revenue and outlay"}, self.budget);
    visit(Field{"town", "struct", 0, 0, "design", "Strata, spending, hunger"}, self.town);
    visit(Field{"labour", "struct", 0, 0, "design", "Work, wages, migration"}, self.labour);
    visit(Field{"trade", "struct", 0, 0, "design", "Retail trade, foreign trade"}, self.trade);
    visit(Field{"abroad", "struct", 0, 0, "design", "Foreign trade, gold and foreign credit"}, self.abroad);
    visit(Field{"reaction", "struct", 0, 0, "design", "How economic bodies set instruments when no act holds them"},
          self.reaction);
  }
};

}  // namespace thermidor::economy
