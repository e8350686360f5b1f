// What the villages of a region remember from month to month, and the terms on which their open orders stand.
#pragma once

#include "core/fields.hpp"

namespace thermidor::economy {

// Kilograms that a farm needs until the next harvest, per head and per 0.01 ha.
struct FarmNeedRates {
  float food = 0;
  float horse = 0;
  float cattle = 0;
  float seed = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"food", "kg/person", 0, 1000, "", "food until harvest"}, self.food);
    visit(Field{"horse", "kg/head", 0, 5000, "", "feed until harvest"}, self.horse);
    visit(Field{"cattle", "kg/head", 0, 5000, "", "feed until harvest"}, self.cattle);
    visit(Field{"seed", "kg/0.01 ha", 0, 10, "", "seed until harvest"}, self.seed);
  }
};

// Terms on which orders and offers are made at the end of a month; they settle at these terms in the next. Part of the state,
// because most orders are not stored but computed again from the farm's columns when they settle.
struct FarmOrderTerms {
  FarmNeedRates need{};
  float lock = 0;                 // kg of seed per 0.01 ha that is not for eating
  float eat = 0;                  // kg of food per person and month
  float spread = 1;               // share of a short stock eaten in a month
  float bread_food = 0;           // kg per person wanted in the barn by deficit farms
  float bread_cash = 0;           // kg of bread per kopeck of cash
  float bread_hope = 0;           // share of bread ordered that is counted on
  float other_cattle = 0;         // other goods offered per head, 10 kopecks of 1913
  float other_area = 0;           // the same per 0.01 ha
  float other_worker = 0;         // the same per worker to spare
  float worker_area = 1;          // 0.01 ha that keep a worker busy
  float seed = 0;                 // kg of seed per 0.01 ha needed at the coming sowing; 0 when none is near
  float requisition_floor = 0;    // share of the need that requisition leaves
  float requisition_visible = 0;  // share of the rest that collectors see
  float price_state = 0;          // kopecks per kg
  float price_private = 0;
  float price_bread = 0;
  float price_goods = 0;  // kopecks per unit of 10 kopecks of 1913
  float price_other = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"need", "struct", 0, 0, "", "until the next harvest"}, self.need);
    visit(Field{"lock", "kg/0.01 ha", 0, 10, "", "seed not for eating"}, self.lock);
    visit(Field{"eat", "kg/person", 0, 100, "", "food of a month"}, self.eat);
    visit(Field{"spread", "share", 0, 2, "", "of a short stock eaten in a month"}, self.spread);
    visit(Field{"bread_food", "kg/person", 0, 500, "", "wanted by deficit farms"}, self.bread_food);
    visit(Field{"bread_cash", "kg/kopeck", 0, 1e6, "", "bread per kopeck of cash"}, self.bread_cash);
    visit(Field{"bread_hope", "share", 0, 1, "", "of bread ordered counted on"}, self.bread_hope);
    visit(Field{"other_cattle", "10 kopecks of 1913/head", 0, 1e4, "", "other goods offered"}, self.other_cattle);
    visit(Field{"other_area", "10 kopecks of 1913/0.01 ha", 0, 1e4, "", "other goods offered"}, self.other_area);
    visit(Field{"other_worker", "10 kopecks of 1913/worker", 0, 1e4, "", "other goods offered"}, self.other_worker);
    visit(Field{"worker_area", "0.01 ha", 0, 1e4, "", "that keep a worker busy"}, self.worker_area);
    visit(Field{"seed", "kg/0.01 ha", 0, 10, "", "needed at the coming sowing"}, self.seed);
    visit(Field{"requisition_floor", "share", 0, 2, "", "of the need left"}, self.requisition_floor);
    visit(Field{"requisition_visible", "share", 0, 1, "", "of the rest seen"}, self.requisition_visible);
    visit(Field{"price_state", "kopecks/kg", 0, 1e12, "", "state price"}, self.price_state);
    visit(Field{"price_private", "kopecks/kg", 0, 1e12, "", "price less the trader's margin"}, self.price_private);
    visit(Field{"price_bread", "kopecks/kg", 0, 1e12, "", "bread in the village"}, self.price_bread);
    visit(Field{"price_goods", "kopecks/unit", 0, 1e12, "", "goods"}, self.price_goods);
    visit(Field{"price_other", "kopecks/unit", 0, 1e12, "", "other farm goods"}, self.price_other);
  }
};

// What the villages of a region remember from month to month.
struct FarmOutlook {
  double expected_terms = 0;  // terms of trade, 1913 = 1
  double expected_pull = 0;   // pull of prices that sellers of grain are used to, 1913 = 1; 0 before the first month
  double intensity = 0;       // of industrial crops and dairying, 1913 = 1
  double grain_price = 0;     // last month's free price over the price level
  double price_index = 1;     // last month's
  double unmet = 0;           // share of last month's requisition not found
  double state_share = 0;     // of the grain offered that is meant for the state
  double bread_ordered = 0;   // kg, last month
  double bread_met = 0;       // share of bread orders met of late
  double fed = 1;             // what animals were fed of late over the norm
  double to_let = 0;          // land to let over what neighbours could till beyond theirs, at the last sowing
  double lease = 0;           // share of what farms could till beyond their land that they lease
  FarmOrderTerms order{};

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"expected_terms", "1913=1", 0, 100, "", "terms of trade that farms expect"}, self.expected_terms);
    visit(Field{"expected_pull", "1913=1", 0, 1e4, "", "pull of prices that sellers of grain are used to"}, self.expected_pull);
    visit(Field{"intensity", "1913=1", 0, 3, "", "of industrial crops and dairying"}, self.intensity);
    visit(Field{"grain_price", "kopecks/kg", 0, 1e9, "", "free grain price over the price level"}, self.grain_price);
    visit(Field{"price_index", "1913=1", 0, 1e12, "", "price level"}, self.price_index);
    visit(Field{"unmet", "share", 0, 1, "", "of requisition not found"}, self.unmet);
    visit(Field{"state_share", "share", 0, 1, "", "of grain offered to the state"}, self.state_share);
    visit(Field{"bread_ordered", "kg", 0, 1e12, "", "last month"}, self.bread_ordered);
    visit(Field{"bread_met", "share", 0, 1, "", "of bread orders met of late"}, self.bread_met);
    visit(Field{"fed", "ratio", 0, 5, "", "what animals were fed of late over the norm"}, self.fed);
    visit(Field{"to_let", "share", 0, 1, "", "land to let over what neighbours could till beyond theirs, at the last sowing"},
          self.to_let);
    visit(Field{"lease", "share", 0, 1, "", "of what farms could till beyond their land that they lease"}, self.lease);
    visit(Field{"order", "struct", 0, 0, "", "terms of the orders that settle next"}, self.order);
  }
};

}  // namespace thermidor::economy
