// What lies outside the modelled world: the record's own draw of it or a fresh one. Phase 3 of the month.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/quantity.hpp"
#include "core/rng.hpp"
#include "signals/outside.hpp"
#include "society/outside_params.hpp"

namespace thermidor::society {

enum class OutsideMode : std::uint8_t { recorded, drawn };

// Hazards on or off, or stronger; acts move them. In recorded mode 0 keeps the record's events of a kind away, anything else
// lets them come.
struct HazardSwitches {
  double weather = 1;  // 0 = every year normal; otherwise scales deviations
  double health = 1;
  double abroad = 1;  // revolutionary openings and defeats
  double scare = 1;
  double standing = 1;  // treaties and breaches
  double prices = 1;    // 0 = at their means
  double credit = 1;
  std::vector<std::uint8_t> health_of;  // per leader: 0 = nothing happens to him; empty = all as usual

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"weather", "ratio", 0, 5, "design part 7", "deviations of weather"}, self.weather);
    visit(Field{"health", "ratio", 0, 10, "design part 7", "events of health"}, self.health);
    visit(Field{"abroad", "ratio", 0, 10, "design part 7", "openings abroad"}, self.abroad);
    visit(Field{"scare", "ratio", 0, 10, "design part 7", "war scares"}, self.scare);
    visit(Field{"standing", "ratio", 0, 10, "design part 7", "treaties and breaches"}, self.standing);
    visit(Field{"prices", "ratio", 0, 10, "design part 7", "world prices"}, self.prices);
    visit(Field{"credit", "ratio", 0, 10, "design part 7", "foreign credit"}, self.credit);
    visit(Field{"health_of", "flag", 0, 1, "design part 7", "health of single leaders"}, self.health_of);
  }
};

// A leader as far as hazards of health see him. `key` is a stable hash of his id (make_stream(id).value).
struct PersonHealth {
  LeaderId leader;
  std::uint64_t key = 0;
  double born = 1880;
  double frailty = 0.2;
  bool alive = true;
};

struct Outside {
  std::vector<double> zone_yield;     // this harvest year's, per zone
  std::vector<std::int32_t> strokes;  // had so far, per leader
  double war_scare = 0;
  double window = 0;               // weight of the opening abroad, 0 if none
  double window_chance = 0;        // chance it had under the record's policy; 0 when drawn
  std::int32_t window_months = 0;  // left
  std::int32_t window_entity = 0;  // number of the opening, for its draw
  double revolution_success = 0;
  double grain_price = 1.4;
  double goods_price = 1.5;
  double credit = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"zone_yield", "ratio", 0, 2, "", "yield over normal per zone"}, self.zone_yield);
    visit(Field{"strokes", "count", 0, 99, "", "strokes per leader"}, self.strokes);
    visit(Field{"war_scare", "share", 0, 1, "", "fear of war"}, self.war_scare);
    visit(Field{"window", "share", 0, 1, "", "opening abroad"}, self.window);
    visit(Field{"window_chance", "share", 0, 1, "", "its chance in the record"}, self.window_chance);
    visit(Field{"window_months", "months", 0, 99, "", "left of it"}, self.window_months);
    visit(Field{"window_entity", "count", 0, 99999, "", "number of the opening"}, self.window_entity);
    visit(Field{"revolution_success", "flag", 0, 1, "", "a large country has turned"}, self.revolution_success);
    visit(Field{"grain_price", "1913=1", 0, 10, "", "world price of grain"}, self.grain_price);
    visit(Field{"goods_price", "1913=1", 0, 10, "", "world price of imports"}, self.goods_price);
    visit(Field{"credit", "million gold roubles", 0, 1000, "", "foreign credit"}, self.credit);
  }
};

// What the outside world meets inside: how leaders play abroad, who is mortal, which region lies in which zone.
struct OutsideTask {
  OutsideMode mode = OutsideMode::recorded;
  HazardSwitches hazards;
  std::span<const std::uint16_t> zone_of_region;
  std::span<const PersonHealth> people;
  double world_revolution = 0;  // lever
  double cooperation = 0;       // lever foreign_cooperation
  double world_economy = 0;     // lever
  double leadership = 0.5;      // quality of the leadership sent abroad, 0-1
  double isolation = 0.6;       // last month's
};

// Fills this month's signal and moves the state.
void watch_outside(const OutsideParams& params, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside,
                   OutsideSignal& signal);

// Applies one event at once, as acts do ("a shock").
void apply_outside_event(const OutsideParams& params, const OutsideEventRow& event, Outside& outside, OutsideSignal& signal);

// Writes what stands abroad into the signal.
void show_outside(const Outside& outside, OutsideSignal& signal);

// Chance that an opening abroad ends in success under present policy.
double success_chance(const AbroadHazards& abroad, const OutsideTask& task, double weight);

// Yields of a harvest year: the record's, or a fresh draw. One value per zone.
std::vector<double> recorded_yields(const OutsideParams& params, int year);
std::vector<double> draw_yields(const OutsideParams& params, std::uint64_t seed, int year);

// Parts of watch_outside.
void draw_health(const HealthHazards& hazards, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside,
                 OutsideSignal& signal);
void draw_abroad(const OutsideParams& params, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside,
                 OutsideSignal& signal);
void draw_market(const WorldMarket& market, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside);

}  // namespace thermidor::society
