// The books checked: every residual must be exactly zero every month (design part 1, rule 5).
#pragma once

#include <cstdint>

#include "core/fields.hpp"
#include "economy/state.hpp"

namespace thermidor::economy {

struct AuditReport {
  std::int64_t money = 0;          // all balances against all events
  std::int64_t bank_debt = 0;      // debts against loans, repayments and write-offs
  std::int64_t notes = 0;          // goods notes outstanding against written and redeemed
  std::int64_t loans = 0;          // state loans held against subscribed and redeemed
  std::int64_t grain = 0;          // all stocks against all sources and sinks
  std::int64_t goods = 0;          // goods in stock against made, imported, sold
  std::int64_t raw = 0;            // raw materials
  std::int64_t materials = 0;      // heavy goods in store against made and used
  std::int64_t village_money = 0;  // sum over regions of |booked - counted|
  std::int64_t village_grain = 0;
  std::int64_t negative = 0;  // accounts and stocks below zero

  bool clean() const {
    return money == 0 && bank_debt == 0 && notes == 0 && loans == 0 && grain == 0 && goods == 0 && raw == 0 && materials == 0 &&
           village_money == 0 && village_grain == 0 && negative == 0;
  }

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"money", "kopecks", -1, 1, "", "residual of money"}, self.money);
    visit(Field{"bank_debt", "kopecks", -1, 1, "", "residual of bank debt"}, self.bank_debt);
    visit(Field{"notes", "kopecks", -1, 1, "", "residual of goods notes"}, self.notes);
    visit(Field{"loans", "gold kopecks", -1, 1, "", "residual of state loans"}, self.loans);
    visit(Field{"grain", "kg", -1, 1, "", "residual of grain"}, self.grain);
    visit(Field{"goods", "kopecks of 1913", -1, 1, "", "residual of goods"}, self.goods);
    visit(Field{"raw", "kopecks of 1913", -1, 1, "", "residual of raw materials"}, self.raw);
    visit(Field{"materials", "kopecks of 1913", -1, 1, "", "residual of heavy goods"}, self.materials);
    visit(Field{"village_money", "kopecks", 0, 1, "", "villages booked against counted"}, self.village_money);
    visit(Field{"village_grain", "kg", 0, 1, "", "barns booked against counted"}, self.village_grain);
    visit(Field{"negative", "count", 0, 1, "", "accounts and stocks below zero"}, self.negative);
  }
};

// `flows`: of this month, before any change of the unit (their stocks are what the farms hold).
AuditReport audit(const State& state, const std::vector<FarmFlows>& flows);

}  // namespace thermidor::economy
