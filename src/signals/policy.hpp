// Policy in force: twenty levers decided by organs (axes a1-a20 of claims.md table 5) and the instruments that economic bodies
// set below them. Levers move towards what was decided with the apparatus's delay; instruments act at once.
#pragma once

#include <array>
#include <cstdint>

#include "core/fields.hpp"

namespace thermidor {

enum class Lever : std::uint8_t {
  private_trade,        // a1  -1 abolished .. +1 widened
  planning_authority,   // a2   0 .. 1
  industrial_tempo,     // a3   0 .. 1
  peasant_course,       // a4  -1 force .. +1 incentives
  pay_relief,           // a5   0 .. 1 pay and tax relief for the poor
  hours_cut,            // a6   0 .. 1
  trade_monopoly,       // a7   0 .. 1 foreign-trade monopoly
  world_economy,        // a8  -1 closed .. +1 open
  world_revolution,     // a9  -1 one country .. +1 world
  foreign_cooperation,  // a10 -1 .. +1 with reformists and nationalists
  national_autonomy,    // a11 -1 central .. +1 autonomy
  inner_democracy,      // a12 -1 monolith .. +1 free debate
  legal_factions,       // a13 -1 banned .. +1 allowed
  other_parties,        // a14 -1 banned .. +1 allowed
  rigour,               // a15  0 .. 1 against opponents
  forced_labour,        // a16  0 .. 1
  army_modernisation,   // a17  0 .. 1 with help from abroad
  arts_science,         // a18 -1 .. +1 freedom
  closures,             // a19  0 .. 1 of loss-makers (hardness of budgets)
  secretary_power,      // a20  0 .. 1 of the General Secretary
};
inline constexpr std::size_t kLeverCount = 20;

constexpr double lever_low(Lever lever) {
  switch (lever) {
    case Lever::private_trade:
    case Lever::peasant_course:
    case Lever::world_economy:
    case Lever::world_revolution:
    case Lever::foreign_cooperation:
    case Lever::national_autonomy:
    case Lever::inner_democracy:
    case Lever::legal_factions:
    case Lever::other_parties:
    case Lever::arts_science: return -1.0;
    default: return 0.0;
  }
}

// Names in acts, tables and reports; index = Lever.
inline constexpr std::array<const char*, kLeverCount> kLeverNames = {
    "private_trade",     "planning_authority", "industrial_tempo", "peasant_course",   "pay_relief",
    "hours_cut",         "trade_monopoly",     "world_economy",    "world_revolution", "foreign_cooperation",
    "national_autonomy", "inner_democracy",    "legal_factions",   "other_parties",    "rigour",
    "forced_labour",     "army_modernisation", "arts_science",     "closures",         "secretary_power"};

// Instruments of economic bodies (treasury, bank, councils of industry and of supply). Prices as multiples of 1913 in the money
// of 1924.
enum class Instrument : std::uint8_t {
  tax_in_kind,        // share of normal output taken in grain (prodnalog)
  requisition,        // million tonnes a year assigned (prodrazverstka); 0 = none
  money_tax,          // roubles per hectare, single agricultural tax
  state_grain_price,  // procurement price, 1913 = 1, in reform roubles; 0 = market follows
  price_ceiling,      // ceiling on trust prices, 1913 = 1 in reform roubles; 0 = none
  price_cut,          // monthly cut ordered in trust prices, share
  credit_limit,       // trusts' credit in months of output
  bank_growth,        // growth a month of the limit on all credit
  trade_legality,     // 0-1 legal room of private trade
  procurement_force,  // 0-1.5 coercion in collecting grain
  budget_hardness,    // 0 soft .. 1 hard budgets of trusts
  investment_tempo,   // 1 = maintenance and slow growth; multiplies budget investment
  grain_export,       // million tonnes a year planned
  ration_priority,    // 0-1 share of town bread rationed by the state
  relief,             // million tonnes a year of famine relief
  gold_sales,         // million gold roubles a year
  stable_currency,    // 0 = old rouble only, 1 = chervonets issued beside it, 2 = reform complete
};
inline constexpr std::size_t kInstrumentCount = 17;

inline constexpr std::array<const char*, kInstrumentCount> kInstrumentNames = {
    "tax_in_kind",  "requisition",     "money_tax",      "state_grain_price", "price_ceiling",   "price_cut",
    "credit_limit", "bank_growth",     "trade_legality", "procurement_force", "budget_hardness", "investment_tempo",
    "grain_export", "ration_priority", "relief",         "gold_sales",        "stable_currency"};
inline constexpr std::array<double, kInstrumentCount> kInstrumentHigh = {1,   20, 20, 5,  5, 0.5, 6,   0.3, 1,
                                                                         1.5, 1,  5,  15, 1, 10,  500, 2};

struct Policy {
  std::array<double, kLeverCount> decided{};   // what organs have decided
  std::array<double, kLeverCount> in_force{};  // what the apparatus carries out now
  std::array<double, kInstrumentCount> instrument{};
  std::array<std::uint8_t, kLeverCount> lever_held{};            // 1 = an act holds it against the organs
  std::array<std::uint8_t, kInstrumentCount> instrument_held{};  // 1 = an act holds it against the economic bodies

  double operator[](Lever lever) const { return in_force[static_cast<std::size_t>(lever)]; }
  double operator[](Instrument which) const { return instrument[static_cast<std::size_t>(which)]; }

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"decided", "1", -1, 1, "claims.md table 5", "levers as decided by organs"}, self.decided);
    visit(Field{"in_force", "1", -1, 1, "claims.md table 5", "levers as carried out"}, self.in_force);
    visit(Field{"instrument", "mixed", 0, 500, "design part 6", "instruments of economic bodies"}, self.instrument);
    visit(Field{"lever_held", "flag", 0, 1, "design part 7", "held by an act"}, self.lever_held);
    visit(Field{"instrument_held", "flag", 0, 1, "design part 7", "held by an act"}, self.instrument_held);
  }
};

}  // namespace thermidor
