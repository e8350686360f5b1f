// A world without an economy: nothing is short, so nobody answers to shortage.
#include "economy/economy.hpp"

namespace thermidor::economy {

EconomySignal quiet_signal() {
  EconomySignal signal;
  signal.bread_cover = 1.2;
  signal.bread_cover_poor = 1;
  signal.goods_availability = 1;
  signal.goods_availability_villages = 1;
  signal.gdp_per_capita_index = 100;
  signal.industry_output_index = 100;
  signal.heavy_industry_index = 100;
  signal.consumer_industry_index = 100;
  signal.real_wage_index = 100;
  signal.industrial_price_index = 100;
  signal.agricultural_price_index = 100;
  signal.scissors_ratio_industrial_to_agricultural = 100;
  return signal;
}

}  // namespace thermidor::economy
