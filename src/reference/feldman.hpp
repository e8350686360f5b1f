// Feldman's two-sector growth: Domar's continuous form (1957), and the discrete form of Allen's chapter 3.
#pragma once

namespace thermidor::reference {

struct FeldmanDomar {
  double gamma = 0;        // share of investment that goes back into making means of production
  double v1 = 0;           // marginal capital coefficient of means of production
  double v2 = 0;           // the same of consumer goods
  double investment = 0;   // at the start
  double consumption = 0;  // at the start
};
double investment_at(const FeldmanDomar& economy, double years);
double consumption_at(const FeldmanDomar& economy, double years);
double initial_consumption_growth(const FeldmanDomar& economy);  // a year, at the start
double limit_investment_share(const FeldmanDomar& economy);      // I / Y after long growth
// Years after which the one with the higher gamma has overtaken the other in consumption; both start alike.
double overtaking_year(const FeldmanDomar& higher, const FeldmanDomar& lower);

struct FeldmanRates {
  double a = 0;      // output of producer goods per unit of their capital
  double b = 0;      // the same of consumer goods
  double wear = 0;   // depreciation a year
  double share = 0;  // e: of producer goods ploughed back into their own sector
};
struct TwoCapitals {
  double producer = 0;
  double consumer = 0;
};
TwoCapitals invest_same_year(const FeldmanRates& rates, const TwoCapitals& capital);  // out of this year's output
TwoCapitals invest_next_year(const FeldmanRates& rates, const TwoCapitals& capital);  // out of last year's

}  // namespace thermidor::reference
