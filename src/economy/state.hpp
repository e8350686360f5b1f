// State of the economy: columns per region, trust and branch, and national magnitudes. Farms are elsewhere.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "economy/books.hpp"
#include "economy/state_branches.hpp"
#include "economy/state_exchange.hpp"
#include "economy/state_production.hpp"
#include "economy/state_trade.hpp"
#include "economy/state_traders.hpp"

namespace thermidor::economy {

// Everything of the economy that moves, but the farms themselves.
struct State {
  Ledger ledger;                   // money
  GrainBooks grain;                // grain
  GoodsBooks goods;                // goods
  RegionState regions;             // regions
  TrustState trusts;               // trusts
  BranchState branches;            // branches
  MoneyState money;                // money and prices
  BudgetState budget;              // budget
  AccumulationState accumulation;  // who paid for investment
  TownState towns;                 // towns
  TradeState trade;                // trade
  TraderState traders;             // private trade and shadow economy
  HistoryState history;            // last twelve months

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"ledger", "struct", 0, 0, "", "money"}, self.ledger);
    visit(Field{"grain", "struct", 0, 0, "", "grain"}, self.grain);
    visit(Field{"goods", "struct", 0, 0, "", "goods"}, self.goods);
    visit(Field{"regions", "struct", 0, 0, "", "regions"}, self.regions);
    visit(Field{"trusts", "struct", 0, 0, "", "trusts"}, self.trusts);
    visit(Field{"branches", "struct", 0, 0, "", "branches"}, self.branches);
    visit(Field{"money", "struct", 0, 0, "", "money and prices"}, self.money);
    visit(Field{"budget", "struct", 0, 0, "", "budget"}, self.budget);
    visit(Field{"accumulation", "struct", 0, 0, "", "who paid for investment"}, self.accumulation);
    visit(Field{"towns", "struct", 0, 0, "", "towns"}, self.towns);
    visit(Field{"trade", "struct", 0, 0, "", "trade"}, self.trade);
    visit(Field{"traders", "struct", 0, 0, "", "private trade and shadow economy"}, self.traders);
    visit(Field{"history", "struct", 0, 0, "", "last twelve months"}, self.history);
  }
};

}  // namespace thermidor::economy
