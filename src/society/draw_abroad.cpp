// Openings, dangers and standing abroad, drawn; world prices and credit. Policy moves the odds (S50, S53-S56, M107-M111,
// M193-M195).
#include "core/distributions.hpp"
#include "core/math.hpp"
#include "society/outside.hpp"

namespace thermidor::society {

namespace {

double between(Random& random, double low, double high) { return low + (high - low) * random.uniform(); }

}  // namespace

double success_chance(const AbroadHazards& abroad, const OutsideTask& task, double weight) {
  const double score = abroad.success + abroad.success_policy * task.world_revolution +
                       abroad.success_cooperation * task.cooperation + abroad.success_leadership * task.leadership;
  return weight * logistic(score);
}

void draw_abroad(const OutsideParams& params, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside,
                 OutsideSignal& signal) {
  const AbroadHazards& abroad = params.abroad;
  Random opening({seed, make_stream("outside.window"), month, 0});
  if (outside.window_months == 0 && opening.chance(abroad.window * task.hazards.abroad)) {
    outside.window = between(opening, abroad.window_low, abroad.window_high);
    outside.window_months = 1 + static_cast<std::int32_t>(whole(draw_exponential(opening) * (abroad.window_months - 1.0)));
    outside.window_chance = 0;
    ++outside.window_entity;
  }
  Random scare({seed, make_stream("outside.scare"), month, 0});
  const double alarm = (abroad.scare + abroad.scare_isolation * task.isolation) * task.hazards.scare;
  if (scare.chance(alarm)) outside.war_scare = larger(outside.war_scare, between(scare, 0.3, 0.9));
  Random standing({seed, make_stream("outside.standing"), month, 0});
  const double openness = 1.0 + 0.5 * task.cooperation;
  if (standing.chance(abroad.treaty * openness * task.hazards.standing)) signal.isolation_shock += abroad.treaty_step;
  if (standing.chance(abroad.breach * (1.0 + 0.5 * task.world_revolution) * task.hazards.standing)) {
    signal.isolation_shock += abroad.breach_step;
    outside.war_scare = larger(outside.war_scare, 0.3 * task.hazards.scare);
  }
}

void draw_market(const WorldMarket& market, const OutsideTask& task, std::uint64_t seed, Month month, Outside& outside) {
  Random random({seed, make_stream("outside.market"), month, 0});
  const double spread = task.hazards.prices;
  const double grain = market.grain_sd * spread * draw_normal(random), goods = market.goods_sd * spread * draw_normal(random);
  outside.grain_price = clamp(outside.grain_price + market.pull * (market.grain_mean - outside.grain_price) + grain, 0.3, 4.0);
  outside.goods_price = clamp(outside.goods_price + market.pull * (market.goods_mean - outside.goods_price) + goods, 0.3, 4.0);
  const double standing = (1.0 - task.isolation) * (0.5 + 0.5 * task.world_economy);
  outside.credit = market.credit * task.hazards.credit * larger(0.0, standing);
}

}  // namespace thermidor::society
