#include "economy/audit.hpp"

#include "economy/ledger.hpp"

namespace thermidor::economy {
namespace {

std::int64_t distance(std::int64_t a, std::int64_t b) { return a < b ? b - a : a - b; }

void audit_grain(const State& state, AuditReport& report) {
  const GrainBooks& grain = state.grain;
  std::int64_t stocks = grain.state_stock;
  report.negative += grain.state_stock < 0 ? 1 : 0;
  for (const std::int64_t stock : grain.traders) {
    stocks += stock;
    report.negative += stock < 0 ? 1 : 0;
  }
  for (const std::int64_t stock : grain.barns) stocks += stock;
  report.grain = stocks - (grain.opening + grain.harvested + grain.given - grain.eaten - grain.fed - grain.sown -
                           grain.spoiled - grain.exported - grain.army);
}

void audit_goods(const State& state, AuditReport& report) {
  const GoodsBooks& goods = state.goods;
  std::int64_t stocks = goods.crafts_stock + goods.shadow_stock;
  report.negative += goods.crafts_stock < 0 || goods.raw_stock < 0 || goods.shadow_stock < 0 ? 1 : 0;
  for (const std::int64_t stock : state.trusts.stock) {
    stocks += stock;
    report.negative += stock < 0 ? 1 : 0;
  }
  report.goods =
      stocks - (goods.opening + goods.made + goods.imported - goods.sold - goods.in_kind - goods.stolen - goods.state);
  report.raw = goods.raw_stock - (goods.raw_opening + goods.raw_bought - goods.raw_used);
  const BranchState& branches = state.branches;
  std::int64_t stored = 0;
  for (const std::int64_t stock : branches.stock) {
    stored += stock;
    report.negative += stock < 0 ? 1 : 0;
  }
  report.materials = stored - (branches.opening + branches.made - branches.used);
}

}  // namespace

AuditReport audit(const State& state, const std::vector<FarmFlows>& flows) {
  AuditReport report;
  const Ledger& ledger = state.ledger;
  report.money = money_total(ledger) - (ledger.opening + ledger.issued + ledger.lent + ledger.noted + ledger.revalued +
                                        ledger.from_abroad - ledger.repaid - ledger.redeemed - ledger.to_abroad);
  report.bank_debt = debt_total(ledger) - (ledger.opening_debt + ledger.lent - ledger.repaid - ledger.written_off);
  std::int64_t notes = 0;
  for (const std::int64_t debt : ledger.note_debt) notes += debt;
  report.notes = notes - (ledger.opening_notes + ledger.noted - ledger.redeemed);
  std::int64_t claims = 0;
  for (const std::int64_t claim : ledger.loan_claim) {
    claims += claim;
    report.negative += claim < 0 ? 1 : 0;
  }
  report.loans = claims - (ledger.subscribed - ledger.paid_back);
  for (const std::int64_t balance : ledger.balance) report.negative += balance < 0 ? 1 : 0;
  audit_grain(state, report);
  audit_goods(state, report);
  for (std::size_t r = 0; r < flows.size(); ++r) {
    report.village_money += distance(ledger.balance[village_account(ledger, r)], flows[r].cash_stock.count);
    report.village_grain += distance(state.grain.barns[r], flows[r].grain_stock.count);
  }
  return report;
}

}  // namespace thermidor::economy
