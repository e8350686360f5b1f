// The three books: money, grain, goods. Integers only; how they are kept: ledger.hpp, audit.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "core/quantity.hpp"

namespace thermidor::economy {

// Money: every account and all that made or destroyed money. Accounts: see Account, then trusts, then villages by region.
struct Ledger {
  std::vector<std::int64_t> balance;     // money of each account
  std::vector<std::int64_t> bank_debt;   // owed to the bank by each account
  std::vector<std::int64_t> note_debt;   // goods notes outstanding of each account
  std::vector<std::int64_t> loan_claim;  // state loans held by each account, in gold kopecks
  std::int64_t villages = 0;             // index of the first village account
  std::int64_t opening = 0;              // money at the start or at the last change of the unit
  std::int64_t issued = 0;               // treasury issue since the start
  std::int64_t lent = 0;                 // bank loans since the start
  std::int64_t repaid = 0;               // bank loans repaid
  std::int64_t noted = 0;                // goods notes issued
  std::int64_t redeemed = 0;             // goods notes redeemed
  std::int64_t written_off = 0;          // debts written off
  std::int64_t revalued = 0;             // gain of stable money in old roubles
  std::int64_t from_abroad = 0;          // paid from abroad into accounts
  std::int64_t to_abroad = 0;            // paid abroad out of accounts
  std::int64_t opening_debt = 0;         // bank debt at the start or at the last change of the unit
  std::int64_t opening_notes = 0;        // goods notes then
  std::int64_t subscribed = 0;           // state loans taken up since the start, gold kopecks
  std::int64_t paid_back = 0;            // state loans redeemed, gold kopecks

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"balance", "kopecks", -1e18, 1e18, "", "money of each account"}, self.balance);
    visit(Field{"bank_debt", "kopecks", -1e18, 1e18, "", "owed to the bank by each account"}, self.bank_debt);
    visit(Field{"note_debt", "kopecks", -1e18, 1e18, "", "goods notes outstanding of each account"}, self.note_debt);
    visit(Field{"loan_claim", "gold kopecks", -1e18, 1e18, "", "state loans held by each account"}, self.loan_claim);
    visit(Field{"villages", "index", -1e18, 1e18, "", "index of the first village account"}, self.villages);
    visit(Field{"opening", "kopecks", -1e18, 1e18, "", "money at the start or at the last change of the unit"}, self.opening);
    visit(Field{"issued", "kopecks", -1e18, 1e18, "", "treasury issue since the start"}, self.issued);
    visit(Field{"lent", "kopecks", -1e18, 1e18, "", "bank loans since the start"}, self.lent);
    visit(Field{"repaid", "kopecks", -1e18, 1e18, "", "bank loans repaid"}, self.repaid);
    visit(Field{"noted", "kopecks", -1e18, 1e18, "", "goods notes issued"}, self.noted);
    visit(Field{"redeemed", "kopecks", -1e18, 1e18, "", "goods notes redeemed"}, self.redeemed);
    visit(Field{"written_off", "kopecks", -1e18, 1e18, "", "debts written off"}, self.written_off);
    visit(Field{"revalued", "kopecks", -1e18, 1e18, "", "gain of stable money in old roubles"}, self.revalued);
    visit(Field{"from_abroad", "kopecks", -1e18, 1e18, "", "paid from abroad into accounts"}, self.from_abroad);
    visit(Field{"to_abroad", "kopecks", -1e18, 1e18, "", "paid abroad out of accounts"}, self.to_abroad);
    visit(Field{"opening_debt", "kopecks", -1e18, 1e18, "", "bank debt at the start or at the last change of the unit"},
          self.opening_debt);
    visit(Field{"opening_notes", "kopecks", -1e18, 1e18, "", "goods notes then"}, self.opening_notes);
    visit(Field{"subscribed", "gold kopecks", -1e18, 1e18, "", "state loans taken up since the start"}, self.subscribed);
    visit(Field{"paid_back", "gold kopecks", -1e18, 1e18, "", "state loans redeemed"}, self.paid_back);
  }
};

// Grain: every stock and every source and sink.
struct GrainBooks {
  std::int64_t state_stock = 0;       // in state hands
  std::vector<std::int64_t> traders;  // held by traders, per region
  std::vector<std::int64_t> barns;    // in villages, per region, as booked
  std::int64_t opening = 0;           // at the start
  std::int64_t harvested = 0;         // harvest since the start
  std::int64_t eaten = 0;             // by people in villages and towns
  std::int64_t fed = 0;               // to animals
  std::int64_t sown = 0;              // as seed
  std::int64_t spoiled = 0;           // spoilage and rot
  std::int64_t exported = 0;          // sent abroad
  std::int64_t army = 0;              // army and other state use
  std::int64_t given = 0;             // received from abroad as relief

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"state_stock", "kg", -1e18, 1e18, "", "in state hands"}, self.state_stock);
    visit(Field{"traders", "kg", -1e18, 1e18, "", "held by traders, per region"}, self.traders);
    visit(Field{"barns", "kg", -1e18, 1e18, "", "in villages, per region, as booked"}, self.barns);
    visit(Field{"opening", "kg", -1e18, 1e18, "", "at the start"}, self.opening);
    visit(Field{"harvested", "kg", -1e18, 1e18, "", "harvest since the start"}, self.harvested);
    visit(Field{"eaten", "kg", -1e18, 1e18, "", "by people in villages and towns"}, self.eaten);
    visit(Field{"fed", "kg", -1e18, 1e18, "", "to animals"}, self.fed);
    visit(Field{"sown", "kg", -1e18, 1e18, "", "as seed"}, self.sown);
    visit(Field{"spoiled", "kg", -1e18, 1e18, "", "spoilage and rot"}, self.spoiled);
    visit(Field{"exported", "kg", -1e18, 1e18, "", "sent abroad"}, self.exported);
    visit(Field{"army", "kg", -1e18, 1e18, "", "army and other state use"}, self.army);
    visit(Field{"given", "kg", -1e18, 1e18, "", "received from abroad as relief"}, self.given);
  }
};

// Industrial goods and farm raw materials at prices of 1913.
struct GoodsBooks {
  std::int64_t crafts_stock = 0;  // goods of artisans
  std::int64_t raw_stock = 0;     // farm raw materials
  std::int64_t opening = 0;       // goods at the start
  std::int64_t made = 0;          // made since the start
  std::int64_t imported = 0;      // imported goods
  std::int64_t sold = 0;          // sold to towns and villages
  std::int64_t in_kind = 0;       // handed out as wages
  std::int64_t shadow_stock = 0;  // stolen and not yet sold or used
  std::int64_t stolen = 0;        // gone through the shadow economy
  std::int64_t state = 0;         // taken by the budget and investment
  std::int64_t raw_opening = 0;   // raw materials at the start
  std::int64_t raw_bought = 0;    // bought from farms and abroad
  std::int64_t raw_used = 0;      // used up

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"crafts_stock", "kopecks of 1913", -1e18, 1e18, "", "goods of artisans"}, self.crafts_stock);
    visit(Field{"raw_stock", "kopecks of 1913", -1e18, 1e18, "", "farm raw materials"}, self.raw_stock);
    visit(Field{"opening", "kopecks of 1913", -1e18, 1e18, "", "goods at the start"}, self.opening);
    visit(Field{"made", "kopecks of 1913", -1e18, 1e18, "", "made since the start"}, self.made);
    visit(Field{"imported", "kopecks of 1913", -1e18, 1e18, "", "imported goods"}, self.imported);
    visit(Field{"sold", "kopecks of 1913", -1e18, 1e18, "", "sold to towns and villages"}, self.sold);
    visit(Field{"in_kind", "kopecks of 1913", -1e18, 1e18, "", "handed out as wages"}, self.in_kind);
    visit(Field{"shadow_stock", "kopecks of 1913", -1e18, 1e18, "", "stolen and not yet sold or used"}, self.shadow_stock);
    visit(Field{"stolen", "kopecks of 1913", -1e18, 1e18, "", "gone through the shadow economy"}, self.stolen);
    visit(Field{"state", "kopecks of 1913", -1e18, 1e18, "", "taken by the budget and investment"}, self.state);
    visit(Field{"raw_opening", "kopecks of 1913", -1e18, 1e18, "", "raw materials at the start"}, self.raw_opening);
    visit(Field{"raw_bought", "kopecks of 1913", -1e18, 1e18, "", "bought from farms and abroad"}, self.raw_bought);
    visit(Field{"raw_used", "kopecks of 1913", -1e18, 1e18, "", "used up"}, self.raw_used);
  }
};

// Goods from abroad into shops, kopecks of 1913; returns what came.
inline std::int64_t land_goods(GoodsBooks& goods, double amount) {
  const std::int64_t landed = whole(amount);
  goods.crafts_stock += landed;
  goods.imported += landed;
  return landed;
}

}  // namespace thermidor::economy
