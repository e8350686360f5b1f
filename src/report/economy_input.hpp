// What the economic pictures of a report show, as plain data: the grain of a year, the price scissors, regions as tiles, who
// paid for accumulation, and checks as bands with the runs in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.hpp"

namespace thermidor::report {

// A figure of the record that stands beside a picture.
struct RecordedFigure {
  std::string title;
  double value = 0;
  std::string unit;
  std::string date;
  std::string status;  // read, recalled, ...
  std::string source;  // key into ReportInput::sources
};

// The grain of one agricultural year, July to June, in kilograms. Stocks are those before the first and after the last month.
struct GrainYear {
  int july = 0;  // 1925 stands for 1925/26
  std::int64_t harvest = 0, seed = 0, eaten = 0, fed = 0, lost_barns = 0;
  std::int64_t tax_in_kind = 0, requisitioned = 0, forced = 0, sold_state = 0, sold_private = 0;
  std::int64_t bread_bought = 0, relief = 0, seed_aid = 0;
  std::int64_t town_rations = 0, resold = 0, seized = 0, town_market = 0, army = 0, exported = 0, from_abroad = 0;
  std::int64_t lost_state = 0, lost_traders = 0;
  std::int64_t lost_all = 0;  // as the books have it; must be the three losses together
  std::int64_t barns_before = 0, barns_after = 0, state_before = 0, state_after = 0, traders_before = 0, traders_after = 0;
  std::vector<RecordedFigure> recorded;

  std::int64_t collected() const { return tax_in_kind + requisitioned + forced + sold_state; }
  // What each holder received less what it gave and what its stock grew by: zero in a true book.
  std::int64_t barns_residual() const {
    return harvest + bread_bought + relief + seed_aid - seed - eaten - fed - lost_barns - collected() - sold_private -
           (barns_after - barns_before);
  }
  std::int64_t state_residual() const {
    return collected() + seized + from_abroad - relief - seed_aid - town_rations - resold - army - exported - lost_state -
           (state_after - state_before);
  }
  std::int64_t traders_residual() const {
    return sold_private + resold - seized - bread_bought - town_market - lost_traders - (traders_after - traders_before);
  }
};

struct GrainPicture {
  std::vector<GrainYear> baseline;
  std::vector<GrainYear> counterfactual;  // the same years, or none
  int shown_first = 0;                    // position of the year that is open when the page is
};

// An act of the record that moved prices or credit.
struct PriceAct {
  Month month;
  std::string title;
  std::string kind;    // "prices" or "credit"
  double value = 0;    // what the instrument was set to
  std::string status;  // read, recalled, estimated, ...
  std::string source;
};

struct BladePoint {
  Month month;
  double value = 0;
  std::string status, source, date;
  bool industry = true;
};

// The two blades of the member shown, and the record's acts and points.
struct ScissorsPicture {
  std::string unit;
  std::vector<Month> months;
  std::vector<double> industry, farm;                                // baseline
  std::vector<double> industry_counterfactual, farm_counterfactual;  // empty for a plain run
  std::vector<BladePoint> recorded;
  std::vector<PriceAct> acts;
  std::string acts_note;  // which of the acts the runs were given
};

struct TileRegion {
  std::string id, title;
  int row = 0, column = 0;
};

// One quantity of all regions, one small map a year.
struct TileSeries {
  std::string title, unit, note;
  bool high_is_bad = false;
  std::vector<std::string> years;
  std::vector<std::vector<double>> baseline, counterfactual;  // [year][region]
};

struct TilePicture {
  std::vector<TileRegion> regions;
  std::vector<TileSeries> series;
};

// Who paid for accumulation, a bar a year. Empty where a run has no whole economic year.
struct AccumulationPicture {
  std::string unit;
  std::vector<std::string> sources;                           // titles, from the foot of the bar
  std::vector<std::string> years;                             // titles
  std::vector<std::vector<double>> baseline, counterfactual;  // [year][source]
};

// A check with a band, and the value of every run.
struct BandStrip {
  std::string id, title, unit;
  std::string block;  // under which it stands: "Economy"
  std::string use;    // "calibrated", "validation", "input"
  std::optional<double> low, high;
  std::vector<double> runs;            // of the baseline
  std::vector<double> counterfactual;  // of the twins; empty where there are none
  std::optional<double> median;
  std::optional<double> held_share;  // of the runs judged
  int judged = 0;
  bool gives_month = false;  // values are months
  std::string source;        // of the band
};

struct EconomyPictures {
  GrainPicture grain;
  ScissorsPicture scissors;
  TilePicture tiles;
  AccumulationPicture accumulation;
  std::vector<BandStrip> bands;
  std::string origin;  // whose books these are: "books of the run with seed 7"
};

}  // namespace thermidor::report
