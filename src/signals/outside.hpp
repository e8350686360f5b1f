// What lies outside the modelled world this month: weather, illness, events abroad. Written by society/outside (phase 3) from
// the record or from hazards; read by all.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"

namespace thermidor {

enum class HealthKind : std::uint8_t { illness, stroke, recovery, death };

// An event of health: illness and stroke disable for `months` (99 = until recovery), death ends a life.
struct HealthEvent {
  LeaderId leader;
  HealthKind kind = HealthKind::illness;
  std::int32_t months = 0;
  double severity = 0;  // share of activity lost, 0-1

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"leader", "id", 0, 65535, "", "who"}, self.leader);
    visit(Field{"kind", "enum", 0, 3, "", "what"}, self.kind);
    visit(Field{"months", "months", 0, 999, "", "how long"}, self.months);
    visit(Field{"severity", "share", 0, 1, "", "activity lost"}, self.severity);
  }
};

struct OutsideSignal {
  std::vector<double> weather;      // per region: this year's yield over normal, known from July
  std::vector<HealthEvent> health;  // this month's
  double war_scare = 0;             // fear of war
  double revolution_abroad = 0;     // revolutionary situation abroad (window open)
  double revolution_success = 0;    // 1 from the month in which a large country turns
  double foreign_defeat = 0;        // this month's defeat of a communist party abroad, by weight
  double isolation_shock = 0;       // this month's change of diplomatic isolation
  double world_grain_price = 1;     // 1913 = 1
  double world_goods_price = 1.5;   // imports of goods and machines, 1913 = 1
  double foreign_credit = 0;        // million gold roubles on offer this month
  double recognition = 0.4;         // 1 less diplomatic isolation, as last known

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"weather", "ratio", 0.05, 2, "regions", "yield over normal"}, self.weather);
    visit(Field{"health", "events", 0, 0, "hazards", "this month's events of health"}, self.health);
    visit(Field{"war_scare", "share", 0, 1, "hazards", "fear of war"}, self.war_scare);
    visit(Field{"revolution_abroad", "share", 0, 1, "S53", "revolutionary situation abroad"}, self.revolution_abroad);
    visit(Field{"revolution_success", "flag", 0, 1, "S53", "a large country has turned"}, self.revolution_success);
    visit(Field{"foreign_defeat", "share", 0, 1, "S53", "defeat of a party abroad this month"}, self.foreign_defeat);
    visit(Field{"isolation_shock", "share", -1, 1, "S50", "change of isolation this month"}, self.isolation_shock);
    visit(Field{"world_grain_price", "1913=1", 0.2, 5, "hazards", "price of exported grain"}, self.world_grain_price);
    visit(Field{"world_goods_price", "1913=1", 0.2, 5, "hazards", "price of imported goods"}, self.world_goods_price);
    visit(Field{"foreign_credit", "million gold roubles", 0, 500, "hazards", "credit on offer"}, self.foreign_credit);
    visit(Field{"recognition", "share", 0, 1, "S50", "1 less diplomatic isolation, as last known"}, self.recognition);
  }
};

}  // namespace thermidor
