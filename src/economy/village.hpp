// Where farms and the rest of the economy meet: what a region's farms face this month, and what they did. One of each per
// region. Farms settle last month's quotas first, then harvest, pay, offer, eat, order, so a
// month's conditions hold the quotas fixed from last month's offers and orders. All amounts are for the whole region (times the
// sampling rate).
#pragma once

#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "core/quantity.hpp"

namespace thermidor::economy {

// Set by markets and policy before the farms' step. Prices in kopecks of the unit now in force.
struct FarmConditions {
  double weather = 1;                // this harvest year's yield over normal
  double price_grain_free = 0;       // kopecks per kg at the farm gate
  double price_grain_state = 0;      // kopecks per kg paid by the state
  double price_goods = 0;            // kopecks per kopeck of 1913 of industrial goods
  double price_other = 0;            // kopecks per kopeck of 1913 of other farm goods
  double price_index = 1;            // general price level in the unit in force, 1913 = 1
  double goods_availability = 1;     // share of wanted spending met lately
  double private_legality = 0;       // 0-1 legal room for private buyers
  double tax_in_kind = 0;            // share of normal output
  double requisition = 0;            // kg asked of the region this month
  double money_tax = 0;              // kopecks per hectare and year
  double tax_progression = 1;        // of that tax by stratum, over the usual one
  double force = 0;                  // 0-1.5 coercion
  double scare = 0;                  // 0-1 felt fear of war
  double expected_take = 0;          // share of marginal output farms expect to lose
  double land_freedom = 0;           // 0-1 leasing and hiring allowed (peasant_course)
  std::int64_t sale_state = 0;       // kg: state's quota out of last month's offers to it
  std::int64_t sale_private = 0;     // kg: traders' and bazaar's quota out of last month's offers to them
  std::int64_t bread_delivered = 0;  // kg: quota out of last month's bread orders
  std::int64_t goods_delivered = 0;  // kopecks of 1913: quota out of last month's goods orders
  std::int64_t other_bought = 0;     // kopecks of 1913: quota out of last month's offers of other farm goods
  std::int64_t relief = 0;           // kg of food given to the hungry
  std::int64_t seed_aid = 0;         // kg of seed lent (spring and autumn)
  std::int64_t leave_for_towns = 0;  // persons who move to towns
  std::int64_t arrive = 0;           // persons who come back from towns

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"weather", "ratio", 0.05, 2, "regions", "yield over normal"}, self.weather);
    visit(Field{"price_grain_free", "kopecks/kg", 0, 1e12, "", "farm-gate price"}, self.price_grain_free);
    visit(Field{"price_grain_state", "kopecks/kg", 0, 1e12, "", "procurement price"}, self.price_grain_state);
    visit(Field{"price_goods", "ratio", 0, 1e12, "", "price of goods, 1913 = 1"}, self.price_goods);
    visit(Field{"price_other", "ratio", 0, 1e12, "", "price of other farm goods, 1913 = 1"}, self.price_other);
    visit(Field{"price_index", "1913=1", 0, 1e12, "", "price level"}, self.price_index);
    visit(Field{"goods_availability", "share", 0, 1, "", "wanted spending met"}, self.goods_availability);
    visit(Field{"private_legality", "share", 0, 1, "", "room for private buyers"}, self.private_legality);
    visit(Field{"tax_in_kind", "share", 0, 1, "", "of normal output"}, self.tax_in_kind);
    visit(Field{"requisition", "kg", 0, 1e11, "", "asked this month"}, self.requisition);
    visit(Field{"money_tax", "kopecks/ha", 0, 1e12, "", "a year"}, self.money_tax);
    visit(Field{"tax_progression", "ratio", 0.2, 3, "S18", "of the money tax by stratum, over the usual one"},
          self.tax_progression);
    visit(Field{"force", "share", 0, 1.5, "", "coercion"}, self.force);
    visit(Field{"scare", "share", 0, 1, "", "fear of war"}, self.scare);
    visit(Field{"expected_take", "share", 0, 1, "", "of marginal output"}, self.expected_take);
    visit(Field{"land_freedom", "share", 0, 1, "", "leasing and hiring"}, self.land_freedom);
    visit(Field{"sale_state", "kg", 0, 1e11, "", "state quota"}, self.sale_state);
    visit(Field{"sale_private", "kg", 0, 1e11, "", "private quota"}, self.sale_private);
    visit(Field{"bread_delivered", "kg", 0, 1e11, "", "bread quota"}, self.bread_delivered);
    visit(Field{"goods_delivered", "kopecks of 1913", 0, 1e13, "", "goods quota"}, self.goods_delivered);
    visit(Field{"other_bought", "kopecks of 1913", 0, 1e13, "", "quota for other farm goods"}, self.other_bought);
    visit(Field{"relief", "kg", 0, 1e11, "", "food relief"}, self.relief);
    visit(Field{"seed_aid", "kg", 0, 1e11, "", "seed loan"}, self.seed_aid);
    visit(Field{"leave_for_towns", "persons", 0, 1e7, "", "to towns"}, self.leave_for_towns);
    visit(Field{"arrive", "persons", 0, 1e7, "", "from towns"}, self.arrive);
  }
};

// Written by the farms' step. Every quantity is an exact integer, summed over the region's farms.
struct FarmFlows {
  Kilograms harvest, seed, eaten, fed, spoiled;        // sources and uses of grain in the barn
  Kilograms tax_in_kind, requisitioned, forced;        // taken by the state (requisitioned and forced net of rot)
  Kilograms rotted;                                    // taken but spoiled on the way
  Kilograms sold_state, sold_private;                  // settled this month
  Kilograms bread_bought, relief, seed_aid;            // received this month
  Kilograms offer_state, offer_private, bread_orders;  // wanted for next month
  Kopecks paid_state, paid_private, paid_forced;       // received for grain (by channel)
  Kopecks paid_other;                                  // received for other farm goods
  Kopecks spent_bread, spent_goods;                    // paid by farms
  Kopecks money_tax, arrears;                          // paid; owed at the end of the month
  Kopecks goods_received;                              // in kopecks of 1913
  Kopecks goods_orders, other_offer, other_kept;       // in kopecks of 1913
  Kopecks goods_worn, goods_stock, other_sold;         // in kopecks of 1913
  Kilograms hired, rent;                               // grain paid as wages and as rent between farms
  Kilograms relief_wanted, seed_wanted;                // upper bounds of next month's relief and seed aid
  Kilograms requisition_visible;                       // upper bound of next month's requisition
  Persons can_leave, can_arrive;                       // upper bounds of next month's movers
  Persons births, deaths, hunger_deaths, left, arrived;
  Kilograms grain_stock;  // at the end of the month
  Kopecks cash_stock;
  Persons people;
  std::int64_t households = 0, horses = 0, cattle = 0;
  std::int64_t sown_centihectares = 0;    // 0.01 ha
  std::int64_t leased_centihectares = 0;  // of that sown on neighbours' land
  std::int64_t kulak_households = 0, poor_households = 0, hungry_people = 0;
  double grievance = 0;          // mean, 0-1
  double nutrition = 1;          // mean eaten over norm
  double kulak_grain_share = 0;  // share of grain offered that comes from kulak farms
  double offer_share = 1;        // of what farms mean to sell before the next harvest, offered for the coming month
  double bread_ahead = 1;        // months for which deficit farms order bread

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    const auto kg = [&](std::string_view name, auto& value) { visit(Field{name, "kg", -1e13, 1e13, "", ""}, value); };
    const auto money = [&](std::string_view name, auto& value) { visit(Field{name, "kopecks", -9e18, 9e18, "", ""}, value); };
    const auto people = [&](std::string_view name, auto& value) { visit(Field{name, "persons", 0, 2e8, "", ""}, value); };
    kg("harvest", self.harvest), kg("seed", self.seed), kg("eaten", self.eaten), kg("fed", self.fed),
        kg("spoiled", self.spoiled);
    kg("tax_in_kind", self.tax_in_kind), kg("requisitioned", self.requisitioned), kg("forced", self.forced);
    kg("rotted", self.rotted), kg("sold_state", self.sold_state), kg("sold_private", self.sold_private);
    kg("bread_bought", self.bread_bought), kg("relief", self.relief), kg("seed_aid", self.seed_aid);
    kg("offer_state", self.offer_state), kg("offer_private", self.offer_private), kg("bread_orders", self.bread_orders);
    money("paid_state", self.paid_state), money("paid_private", self.paid_private), money("paid_forced", self.paid_forced);
    money("paid_other", self.paid_other), money("spent_bread", self.spent_bread), money("spent_goods", self.spent_goods);
    money("money_tax", self.money_tax), money("arrears", self.arrears), money("goods_received", self.goods_received);
    money("goods_orders", self.goods_orders), money("other_offer", self.other_offer), money("other_kept", self.other_kept);
    money("goods_worn", self.goods_worn), money("goods_stock", self.goods_stock), money("other_sold", self.other_sold);
    kg("hired", self.hired), kg("rent", self.rent), kg("relief_wanted", self.relief_wanted),
        kg("seed_wanted", self.seed_wanted);
    kg("requisition_visible", self.requisition_visible);
    people("can_leave", self.can_leave), people("can_arrive", self.can_arrive);
    people("births", self.births), people("deaths", self.deaths), people("hunger_deaths", self.hunger_deaths);
    people("left", self.left), people("arrived", self.arrived);
    kg("grain_stock", self.grain_stock), money("cash_stock", self.cash_stock), people("people", self.people);
    people("households", self.households), people("horses", self.horses), people("cattle", self.cattle);
    visit(Field{"sown_centihectares", "0.01 ha", 0, 2e10, "", "sown"}, self.sown_centihectares);
    visit(Field{"leased_centihectares", "0.01 ha", 0, 2e10, "", "of that sown on neighbours' land"}, self.leased_centihectares);
    people("kulak_households", self.kulak_households), people("poor_households", self.poor_households);
    people("hungry_people", self.hungry_people);
    visit(Field{"grievance", "share", 0, 1, "", "mean"}, self.grievance);
    visit(Field{"nutrition", "ratio", 0, 2, "", "mean eaten over norm"}, self.nutrition);
    visit(Field{"kulak_grain_share", "share", 0, 1, "", "of grain offered"}, self.kulak_grain_share);
    visit(Field{"offer_share", "share", 0, 1, "",
                "of what farms mean to sell before the next harvest, offered for the coming month"},
          self.offer_share);
    visit(Field{"bread_ahead", "months", 0, 12, "", "for which deficit farms order bread"}, self.bread_ahead);
  }
};

}  // namespace thermidor::economy
