#include "core/math.hpp"
#include "society/outside.hpp"

namespace thermidor::society {

namespace {

constexpr int kHarvestMonth = 7;

// Yields are known from July; until then those of the year before stand.
void show_weather(const OutsideParams& params, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside,
                  OutsideSignal& signal) {
  if (month.month() == kHarvestMonth || outside.zone_yield.empty()) {
    const int year = month.month() >= kHarvestMonth ? month.year() : month.year() - 1;
    outside.zone_yield = task.mode == OutsideMode::recorded ? recorded_yields(params, year) : draw_yields(params, seed, year);
    // A switched-off hazard means ordinary weather: the mean of each zone.
    for (std::size_t zone = 0; zone < outside.zone_yield.size(); ++zone) {
      const double mean = params.weather_zones[zone].mean;
      outside.zone_yield[zone] = clamp(mean + task.hazards.weather * (outside.zone_yield[zone] - mean), 0.1, 2.0);
    }
  }
  signal.weather.assign(task.zone_of_region.size(), 1.0);
  for (std::size_t region = 0; region < task.zone_of_region.size(); ++region) {
    const std::size_t zone = task.zone_of_region[region];
    if (zone < outside.zone_yield.size()) signal.weather[region] = outside.zone_yield[zone];
  }
}

bool allowed(const OutsideTask& task, const OutsideEventRow& event) {
  const HazardSwitches& on = task.hazards;
  if (event.kind == "illness" || event.kind == "stroke" || event.kind == "recovery" || event.kind == "death") {
    const std::size_t at = event.leader.index();
    return on.health > 0 && (at >= on.health_of.size() || on.health_of[at] != 0);
  }
  if (event.kind == "window" || event.kind == "defeat") return on.abroad > 0;
  if (event.kind == "isolation") return on.standing > 0;
  if (event.kind == "scare") return on.scare > 0;
  if (event.kind == "credit") return on.credit > 0;
  return on.prices > 0;
}

// An opening ends in success or defeat. In recorded mode the record's own luck is kept: it failed at the chance it then had, so
// it succeeds only by what policy now adds to that chance.
void close_window(const OutsideParams& params, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside,
                  OutsideSignal& signal) {
  if (outside.window_months <= 0 || --outside.window_months > 0) return;
  const double chance = success_chance(params.abroad, task, outside.window);
  const double lost = outside.window_chance;
  const double fresh = chance > lost ? (chance - lost) / (1.0 - lost) : 0.0;
  Random random({seed, make_stream("outside.window.end"), month, static_cast<std::uint64_t>(outside.window_entity)});
  if (random.chance(fresh)) {
    outside.revolution_success = 1;
    signal.isolation_shock += params.abroad.success_isolation;
  } else {
    signal.foreign_defeat = larger(signal.foreign_defeat, outside.window);
    signal.isolation_shock += params.abroad.defeat_isolation * outside.window;
  }
  outside.window = 0;
  outside.window_chance = 0;
}

void play_record(const OutsideParams& params, const OutsideTask& task, Month month, Outside& outside, OutsideSignal& signal) {
  for (const OutsideEventRow& event : params.outside_events) {
    if (event.date == month && allowed(task, event)) apply_outside_event(params, event, outside, signal);
  }
}

}  // namespace

void show_outside(const Outside& outside, OutsideSignal& signal) {
  signal.war_scare = clamp(outside.war_scare, 0.0, 1.0);
  signal.revolution_abroad = outside.window;
  signal.revolution_success = outside.revolution_success;
  signal.world_grain_price = outside.grain_price;
  signal.world_goods_price = outside.goods_price;
  signal.foreign_credit = outside.credit;
}

void apply_outside_event(const OutsideParams& params, const OutsideEventRow& event, Outside& outside, OutsideSignal& signal) {
  const auto health = [&](HealthKind kind) {
    signal.health.push_back({event.leader, kind, event.months, event.severity});
    if (kind != HealthKind::stroke || !event.leader.valid()) return;
    if (event.leader.index() >= outside.strokes.size()) outside.strokes.resize(event.leader.index() + 1, 0);
    ++outside.strokes[event.leader.index()];
  };
  if (event.kind == "illness") health(HealthKind::illness);
  if (event.kind == "stroke") health(HealthKind::stroke);
  if (event.kind == "recovery") health(HealthKind::recovery);
  if (event.kind == "death") health(HealthKind::death);
  if (event.kind == "window") {
    outside.window = event.severity;
    outside.window_months = event.months > 0 ? event.months : 1;
    outside.window_chance = clamp(event.value, 0.0, 0.99);
    ++outside.window_entity;
  }
  if (event.kind == "defeat") {
    signal.foreign_defeat = larger(signal.foreign_defeat, event.severity);
    signal.isolation_shock += params.abroad.defeat_isolation * event.severity;
  }
  if (event.kind == "isolation") signal.isolation_shock += event.value;
  if (event.kind == "scare") outside.war_scare = larger(outside.war_scare, event.severity);
  if (event.kind == "grain_price") outside.grain_price = event.value;
  if (event.kind == "goods_price") outside.goods_price = event.value;
  if (event.kind == "credit") outside.credit = event.value;
}

void watch_outside(const OutsideParams& params, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside,
                   OutsideSignal& signal) {
  signal = {};
  outside.war_scare *= 1.0 - params.abroad.scare_fade;
  show_weather(params, task, seed, month, outside, signal);
  // The month's last act on an old opening comes before a new one may appear.
  close_window(params, task, seed, month, outside, signal);
  if (task.mode == OutsideMode::recorded) {
    play_record(params, task, month, outside, signal);
  } else {
    draw_health(params.health, task, seed, month, outside, signal);
    draw_abroad(params, task, seed, month, outside, signal);
    draw_market(params.market, task, seed, month, outside);
  }
  show_outside(outside, signal);
  signal.recognition = clamp(1.0 - task.isolation, 0.0, 1.0);
}

}  // namespace thermidor::society
