// The grain books as series, so that a reader can follow the grain of a year to the kilogram: what barns, state and traders
// received and gave in the month, and what they held at its end. Series are named "grain.<field>".
#pragma once

#include "core/fields.hpp"
#include "economy/state.hpp"

namespace thermidor {

// Whole kilograms, which a double holds exactly. For each holder, stock now is stock before plus receipts less uses.
struct GrainSeries {
  double harvest = 0;            // brought into barns
  double seed = 0;               // sown out of barns
  double eaten = 0;              // eaten by villagers
  double fed = 0;                // fed to animals
  double spoiled = 0;            // lost in barns, on the way and by spoiling of what was seized
  double tax_in_kind = 0;        // taken by the state as tax
  double requisitioned = 0;      // taken by the state in the levy of surpluses
  double forced = 0;             // taken by the state by force at its price
  double sold_state = 0;         // sold to the state
  double sold_private = 0;       // sold to traders and on the bazaar
  double bread_bought = 0;       // bought back by villagers from traders
  double relief = 0;             // given by the state to hungry villagers
  double seed_aid = 0;           // lent by the state as seed
  double town_rations = 0;       // state bread eaten in towns
  double seized = 0;             // taken by the state from traders
  double resold = 0;             // state grain that traders and villages took out of shops
  double town_market = 0;        // traders' bread eaten in towns
  double exported = 0;           // sent abroad by the state
  double barns = 0;              // in barns at the end of the month
  double state_stock = 0;        // in state hands at the end of the month
  double traders = 0;            // with traders at the end of the month
  double army_since = 0;         // army and other state use since the start
  double from_abroad_since = 0;  // bought or received from abroad since the start
  double spoiled_since = 0;      // lost by all holders since the start

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    const auto month = [&visit](std::string_view name, std::string_view text, auto& value) {
      visit(Field{name, "kg a month", 0, 2e11, "grain books", text}, value);
    };
    const auto level = [&visit](std::string_view name, std::string_view unit, std::string_view text, auto& value) {
      visit(Field{name, unit, 0, 1e15, "grain books", text}, value);
    };
    month("harvest", "grain brought into barns", self.harvest);
    month("seed", "grain sown out of barns", self.seed);
    month("eaten", "grain eaten by villagers", self.eaten);
    month("fed", "grain fed to animals", self.fed);
    month("spoiled", "grain lost in barns and on the way from them", self.spoiled);
    month("tax_in_kind", "grain taken by the state as tax in kind", self.tax_in_kind);
    month("requisitioned", "grain requisitioned by the state", self.requisitioned);
    month("forced", "grain taken by the state by force at its price", self.forced);
    month("sold_state", "grain sold to the state", self.sold_state);
    month("sold_private", "grain sold to traders and on the bazaar", self.sold_private);
    month("bread_bought", "grain bought back by villagers from traders", self.bread_bought);
    month("relief", "grain given by the state to hungry villagers", self.relief);
    month("seed_aid", "grain lent by the state as seed", self.seed_aid);
    month("town_rations", "state grain eaten in towns", self.town_rations);
    month("seized", "grain taken by the state from traders", self.seized);
    month("resold", "state grain that traders and villages took out of shops", self.resold);
    month("town_market", "traders' grain eaten in towns", self.town_market);
    month("exported", "grain sent abroad by the state", self.exported);
    level("barns", "kg", "grain in barns at the end of the month", self.barns);
    level("state_stock", "kg", "grain in state hands at the end of the month", self.state_stock);
    level("traders", "kg", "grain with traders at the end of the month", self.traders);
    level("army_since", "kg since the start", "grain used by army and state institutions", self.army_since);
    level("from_abroad_since", "kg since the start", "grain bought or received from abroad", self.from_abroad_since);
    level("spoiled_since", "kg since the start", "grain lost by barns, state and traders", self.spoiled_since);
  }
};

// The month that was played last.
GrainSeries observe_grain(const economy::State& state);

}  // namespace thermidor
