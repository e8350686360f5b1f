// Illness, strokes and death of leaders (S60, S61): hazards that grow with age and frailty, the same law for all.
#include "core/distributions.hpp"
#include "core/math.hpp"
#include "society/outside.hpp"

namespace thermidor::society {

namespace {

struct HealthRates {
  double death, stroke, illness;
};

HealthRates health_rates(const HealthHazards& hazards, const PersonHealth& person, std::int32_t strokes, Month month) {
  const double age = static_cast<double>(month.year()) - person.born;
  const double ageing = exp(hazards.ageing * (age - hazards.reference_age));
  const auto earlier = static_cast<double>(strokes);
  HealthRates rates{};
  rates.death = hazards.death * ageing * (0.4 + hazards.frailty_death * person.frailty) + hazards.stroke_death * earlier;
  rates.stroke = hazards.stroke * ageing * pow(person.frailty, hazards.frailty_power) *
                 (1.0 + (strokes > 0 ? hazards.stroke_repeat : 0.0));
  rates.illness = hazards.illness * person.frailty;
  return rates;
}

std::int32_t draw_months(Random& random, double mean) {
  return 1 + static_cast<std::int32_t>(whole(clamp(draw_exponential(random) * (mean - 1.0), 0.0, 90.0)));
}

}  // namespace

void draw_health(const HealthHazards& hazards, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside,
                 OutsideSignal& signal) {
  constexpr std::int32_t kForGood = 99;
  for (const PersonHealth& person : task.people) {
    const std::size_t at = person.leader.index();
    if (!person.alive || !person.leader.valid()) continue;
    if (at < task.hazards.health_of.size() && task.hazards.health_of[at] == 0) continue;
    if (at >= outside.strokes.size()) outside.strokes.resize(at + 1, 0);
    const HealthRates rates = health_rates(hazards, person, outside.strokes[at], month);
    Random random({seed, make_stream("outside.health"), month, person.key});
    const double luck = random.uniform() / larger(task.hazards.health, 1e-9);
    if (luck < rates.death) {
      signal.health.push_back({person.leader, HealthKind::death, 0, 1.0});
    } else if (luck < rates.death + rates.stroke) {
      const bool lasting = random.chance(hazards.lasting * static_cast<double>(outside.strokes[at]));
      const std::int32_t months = lasting ? kForGood : draw_months(random, hazards.stroke_months);
      signal.health.push_back({person.leader, HealthKind::stroke, months, 0.6 + 0.4 * random.uniform()});
      ++outside.strokes[at];
    } else if (luck < rates.death + rates.stroke + rates.illness) {
      const std::int32_t months = draw_months(random, hazards.illness_months);
      signal.health.push_back({person.leader, HealthKind::illness, months, 0.3 + 0.6 * random.uniform()});
    }
  }
}

}  // namespace thermidor::society
