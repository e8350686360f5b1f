// The outside world: the record of it (rows) and the hazards from which a fresh one is drawn. Nothing here knows a person or a
// place; tables/outside_weather.toml, outside_events.toml and weather_zones.toml hold them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"

namespace thermidor::society {

// A zone of common weather. Two factors common to all zones and one of its own make the year's yield.
struct WeatherZoneRow {
  std::string id;
  std::string title;
  double mean = 1;  // yield over normal
  double sd = 0.12;
  double east = 0.5;  // loading on the first factor (continental drought)
  double west = 0.5;  // loading on the second

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "", "name for readers"}, self.title);
    visit(Field{"mean", "ratio", 0.3, 1.5, "outside_weather", "mean yield over normal"}, self.mean);
    visit(Field{"sd", "ratio", 0, 0.6, "outside_weather", "standard deviation"}, self.sd);
    visit(Field{"east", "1", -1, 1, "outside_weather", "loading on the first common factor"}, self.east);
    visit(Field{"west", "1", -1, 1, "outside_weather", "loading on the second common factor"}, self.west);
  }
};

// One zone's recorded yield in one harvest year.
struct WeatherRow {
  std::string id;
  std::int32_t year = 1921;
  std::string zone;
  double yield = 1;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "", "key"}, self.id);
    visit(Field{"year", "year", 1, 2100, "econ_agriculture", "harvest year"}, self.year);
    visit(Field{"zone", "text", 0, 0, "", "weather zone"}, self.zone);
    visit(Field{"yield", "ratio", 0.05, 2, "econ_agriculture", "yield over normal"}, self.yield);
  }
};

// One recorded event. kind: "illness", "stroke", "recovery", "death" (of a leader); "window" (revolutionary situation abroad),
// "defeat", "isolation", "scare"; "grain_price", "goods_price", "credit" (in force until the next of its kind).
struct OutsideEventRow {
  std::string id;
  std::string title;
  Month date;
  std::string kind;
  LeaderId leader;
  std::int32_t months = 0;
  double severity = 0;
  double value = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "party_chronology", "what happened"}, self.title);
    visit(Field{"date", "month", 0, 0, "party_chronology", "when"}, self.date);
    visit(Field{"kind", "text", 0, 0, "", "kind of event"}, self.kind);
    visit(Field{"leader", "id", 0, 65535, "party_figure_events", "who, for events of health"}, self.leader);
    visit(Field{"months", "months", 0, 999, "party_figure_events", "how long"}, self.months);
    visit(Field{"severity", "share", 0, 1, "", "weight: activity lost, fear, size of a defeat"}, self.severity);
    visit(Field{"value", "mixed", -100, 500, "",
                "price, credit, change, or the chance that a window had under the record's policy"},
          self.value);
  }
};

// Health hazards a month; the same law for every leader (S60, S61).
struct HealthHazards {
  double death = 0.0004;  // at the reference age, average frailty
  double stroke = 0.1;    // at the reference age, frailty 1
  double illness = 0.03;  // at frailty 1
  double ageing = 0.09;   // growth of hazards a year (Gompertz)
  double reference_age = 50;
  double frailty_power = 4;     // strokes belong to the very frail
  double stroke_repeat = 1.3;   // times (1 + this) after an earlier stroke
  double stroke_death = 0.035;  // death a month for each earlier stroke
  double frailty_death = 4;     // death times (0.4 + this x frailty)
  double stroke_months = 5;     // mean disability
  double illness_months = 3;
  double lasting = 0.35;  // chance that a stroke disables for good, for each earlier one

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"death", "1/month", 0, 0.05, "party_figures", "at reference age"}, self.death);
    visit(Field{"stroke", "1/month", 0, 0.5, "party_figure_events", "at frailty 1"}, self.stroke);
    visit(Field{"illness", "1/month", 0, 0.5, "party_figure_events", "at frailty 1"}, self.illness);
    visit(Field{"ageing", "1/year", 0, 0.3, "assumed", "growth of hazards"}, self.ageing);
    visit(Field{"reference_age", "years", 20, 90, "assumed", "reference age"}, self.reference_age);
    visit(Field{"frailty_power", "1", 0, 8, "assumed", "strokes by frailty"}, self.frailty_power);
    visit(Field{"stroke_repeat", "1", 0, 10, "assumed", "after an earlier stroke"}, self.stroke_repeat);
    visit(Field{"stroke_death", "1/month", 0, 0.5, "assumed", "death for each earlier stroke"}, self.stroke_death);
    visit(Field{"frailty_death", "1", 0, 20, "assumed", "death by frailty"}, self.frailty_death);
    visit(Field{"stroke_months", "months", 1, 60, "party_figure_events", "mean disability"}, self.stroke_months);
    visit(Field{"illness_months", "months", 1, 60, "party_figure_events", "mean illness"}, self.illness_months);
    visit(Field{"lasting", "share", 0, 1, "assumed", "disabled for good"}, self.lasting);
  }
};

// Openings and dangers abroad (S50, S53-S56, M107-M111, M167, M193-M195).
struct AbroadHazards {
  double window = 0.018;  // openings a month
  double window_months = 4;
  double window_low = 0.15;  // least and greatest weight
  double window_high = 0.8;
  double success = -3.4;             // logit of success with neutral policy and poor leadership
  double success_policy = 0.8;       // per unit of the lever of world revolution
  double success_cooperation = 0.9;  // per unit of co-operation built before (M194)
  double success_leadership = 1.5;   // per unit of leadership sent (M109)
  double defeat_isolation = 0.3;     // isolation per unit of defeat
  double success_isolation = -0.4;
  double scare = 0.012;           // scares a month at no isolation
  double scare_isolation = 0.02;  // added at full isolation
  double scare_fade = 0.12;       // a month
  double treaty = 0.02;           // treaties and recognitions a month
  double treaty_step = -0.09;
  double breach = 0.006;  // breaches a month
  double breach_step = 0.12;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"window", "1/month", 0, 0.5, "party_comintern", "openings"}, self.window);
    visit(Field{"window_months", "months", 1, 24, "party_comintern", "length"}, self.window_months);
    visit(Field{"window_low", "share", 0, 1, "assumed", "least weight"}, self.window_low);
    visit(Field{"window_high", "share", 0, 1, "assumed", "greatest weight"}, self.window_high);
    visit(Field{"success", "1", -10, 5, "assumed", "logit of success"}, self.success);
    visit(Field{"success_policy", "1", -5, 5, "M107", "world revolution"}, self.success_policy);
    visit(Field{"success_cooperation", "1", -5, 5, "M194", "co-operation"}, self.success_cooperation);
    visit(Field{"success_leadership", "1", -5, 5, "M109", "leadership"}, self.success_leadership);
    visit(Field{"defeat_isolation", "1", -1, 1, "M111", "isolation by defeat"}, self.defeat_isolation);
    visit(Field{"success_isolation", "1", -1, 1, "S50", "isolation by success"}, self.success_isolation);
    visit(Field{"scare", "1/month", 0, 0.5, "party_chronology", "war scares"}, self.scare);
    visit(Field{"scare_isolation", "1/month", 0, 0.5, "assumed", "added at full isolation"}, self.scare_isolation);
    visit(Field{"scare_fade", "1/month", 0, 1, "assumed", "scare forgotten"}, self.scare_fade);
    visit(Field{"treaty", "1/month", 0, 0.5, "party_chronology", "treaties"}, self.treaty);
    visit(Field{"treaty_step", "share", -1, 1, "assumed", "isolation by a treaty"}, self.treaty_step);
    visit(Field{"breach", "1/month", 0, 0.5, "party_chronology", "breaches"}, self.breach);
    visit(Field{"breach_step", "share", -1, 1, "assumed", "isolation by a breach"}, self.breach_step);
  }
};

// World market: prices drift back to their means; credit follows standing (S21, S22).
struct WorldMarket {
  double grain_mean = 1.4;  // 1913 = 1
  double goods_mean = 1.5;
  double grain_sd = 0.04;  // a month
  double goods_sd = 0.012;
  double pull = 0.06;  // share of the gap closed a month
  double credit = 8;   // million gold roubles a month at no isolation and an open economy

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"grain_mean", "1913=1", 0.2, 5, "econ_foreign_trade", "mean grain price"}, self.grain_mean);
    visit(Field{"goods_mean", "1913=1", 0.2, 5, "econ_foreign_trade", "mean price of imports"}, self.goods_mean);
    visit(Field{"grain_sd", "ratio", 0, 1, "assumed", "sd a month"}, self.grain_sd);
    visit(Field{"goods_sd", "ratio", 0, 1, "assumed", "sd a month"}, self.goods_sd);
    visit(Field{"pull", "1/month", 0, 1, "assumed", "return to the mean"}, self.pull);
    visit(Field{"credit", "million gold roubles/month", 0, 500, "assumed", "credit at best standing"}, self.credit);
  }
};

struct OutsideParams {
  std::vector<WeatherZoneRow> weather_zones;
  std::vector<WeatherRow> outside_weather;
  std::vector<OutsideEventRow> outside_events;
  double weather_skew = 0.6;  // droughts: weight of the skewed part of the common factors
  HealthHazards health;
  AbroadHazards abroad;
  WorldMarket market;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"weather_zones", "rows", 0, 0, "", "zones of common weather"}, self.weather_zones);
    visit(Field{"outside_weather", "rows", 0, 0, "", "recorded yields"}, self.outside_weather);
    visit(Field{"outside_events", "rows", 0, 0, "", "recorded events"}, self.outside_events);
    visit(Field{"weather_skew", "share", 0, 1, "assumed", "skewed part of the common factors"}, self.weather_skew);
    visit(Field{"health", "struct", 0, 0, "", "hazards of health"}, self.health);
    visit(Field{"abroad", "struct", 0, 0, "", "hazards abroad"}, self.abroad);
    visit(Field{"market", "struct", 0, 0, "", "world market"}, self.market);
  }
};

}  // namespace thermidor::society
