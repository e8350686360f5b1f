// Allen, Farm to Factory (2003), appendix B, as far as its equations are in hand: farm supply under the NEP (block 8A), retail
// supply (16-18), relative consumption (46-49) and migration (50, 50A, 51). Of some 60 equations these are 16; the whole
// simulation is not replicated.
#pragma once

namespace thermidor::reference {

// Of block 8A: what farms keep over what they sell at equal relative prices, and its power of the relative price.
inline constexpr double kKeptAtPar = 1.5043;
inline constexpr double kKeptPower = 0.9298;

// Outlays of towns, million roubles a year (8A-1).
struct FarmOutlays {
  double cash_rate = 0;   // share of a village's receipts taken as money tax
  double bazaar = 0;      // spent on food at the bazaar
  double shop_food = 0;   // spent on food in shops
  double shop_goods = 0;  // spent on farm materials in manufactures
  double handling = 0;    // value added by moving and processing
};

struct FarmMarket {
  double net_output = 0;   // agnet / 1000
  double money = 0;        // 1.57 aginc / (1000 x 0.00017264): what is paid for farm goods
  double price_goods = 0;  // of manufactures
};

struct FarmMarketOutcome {
  double price = 0;     // of farm goods
  double split = 0;     // kept over sold
  double marketed = 0;  // agmarksm
  double kept = 0;      // fiiksim
};

double farm_income(const FarmOutlays& outlays);                 // 8A-1
double money_for_farm_goods(double income);                     // the numerator of 8A-2, its bracket read as a price
double kept_over_sold(double relative_price);                   // 8A-3
double marketed_share(double relative_price);                   // 1 / (1 + split)
double sales_elasticity(double relative_price);                 // of sales to the relative price, output given
FarmMarketOutcome clear_farm_market(const FarmMarket& market);  // 8A-2 to 8A-5 at once
double procured(double marketed, double bazaar);                // 8A-7

struct ConsumerOutput {
  double made = 0;      // yc
  double housing = 0;   // yhs
  double services = 0;  // ygov
  double army = 0;      // milps
  double durables = 0;  // condur
};
double retail_supply(const ConsumerOutput& output);  // 16
double shop_manufactures(double retail);             // 17
double shop_food(double retail);                     // 18

// Consumption per head outside farming over that of farmers (46-49).
double relative_consumption(double all_private, double of_farms, double farm_people, double other_people);

double migration_collectivized(double relative);  // 50: share of villagers who leave in a year
double migration_nep(double relative);            // 50A

struct People {
  double urban = 0;
  double rural = 0;
};
// A year of natural growth at one rate, of moves (51) and of excess deaths, which fall on villages.
People pass_year(const People& people, double migration, double growth, double excess_deaths);

}  // namespace thermidor::reference
