#include <algorithm>
#include <array>
#include <optional>

#include "experiment/report_economy.hpp"
#include "experiment/statistics.hpp"

namespace thermidor::experiment {
namespace {

struct BlockTitle {
  std::string_view kind;
  std::string_view prefix;  // of the id; empty: any
  std::string_view title;
};

// In the order of the page.
constexpr std::array<BlockTitle, 7> kBlocks = {{{"initial", "", "At the start"},
                                                {"band", "econ.", "Economy"},
                                                {"band", "party.", "Party"},
                                                {"band", "", "Other bands"},
                                                {"pattern", "", "Patterns"},
                                                {"incident", "", "Incidents"},
                                                {"verdict", "", "Verdicts"}}};

std::size_t block_of(const scenario::Check& check) {
  std::size_t block = 0;
  while (block < kBlocks.size() && (check.kind != kBlocks[block].kind || !check.id.starts_with(kBlocks[block].prefix))) ++block;
  return block;
}

bool has_band(const scenario::Check& check) { return check.low.has_value() || check.high.has_value(); }

report::BandStrip strip_of(const scenario::Check& check) {
  report::BandStrip strip;
  strip.id = check.id;
  strip.title = check.title;
  strip.unit = check.unit;
  const std::size_t block = block_of(check);
  strip.block = block < kBlocks.size() ? std::string(kBlocks[block].title) : check.kind;
  strip.use = check.use;
  strip.low = check.low;
  strip.high = check.high;
  strip.gives_month = check.value.gives_month;
  strip.source = check.source;
  return strip;
}

bool is_number(double value) { return value - value == 0; }

void count(report::BandStrip& strip, int held) {
  if (strip.judged > 0) strip.held_share = static_cast<double>(held) / strip.judged;
  if (!strip.runs.empty()) strip.median = quantile_of(strip.runs, 0.5);
}

std::vector<report::BandStrip> by_block(std::vector<report::BandStrip> strips) {
  const auto rank = [](const report::BandStrip& strip) {
    return std::find_if(kBlocks.begin(), kBlocks.end(),
                        [&strip](const BlockTitle& block) { return block.title == strip.block; }) -
           kBlocks.begin();
  };
  std::stable_sort(strips.begin(), strips.end(),
                   [&rank](const report::BandStrip& a, const report::BandStrip& b) { return rank(a) < rank(b); });
  return strips;
}

}  // namespace

std::vector<report::BandStrip> run_bands(const std::vector<CheckResult>& results, const std::vector<scenario::Check>& checks) {
  std::vector<report::BandStrip> strips;
  for (const scenario::Check& check : checks) {
    if (!has_band(check)) continue;
    const auto found =
        std::find_if(results.begin(), results.end(), [&check](const CheckResult& result) { return result.id == check.id; });
    if (found == results.end()) continue;
    report::BandStrip strip = strip_of(check);
    const std::optional<double> value = found->value;
    if (value) strip.runs.push_back(*value);
    strip.judged = found->held ? 1 : 0;
    count(strip, found->held.value_or(false) ? 1 : 0);
    strips.push_back(std::move(strip));
  }
  return by_block(std::move(strips));
}

std::vector<report::BandStrip> study_bands(const StudyPlan& plan, const StudyResult& result) {
  std::vector<report::BandStrip> strips;
  for (std::size_t i = 0; i < plan.bands.size(); ++i) {
    report::BandStrip strip = strip_of(plan.bands[i]);
    int held = 0;
    for (const StudyMember& member : result.members) {
      if (!member.applicable || !member.fault.empty() || member.bands_baseline.size() < 2 * i + 2) continue;
      const double verdict = member.bands_baseline[2 * i];
      strip.judged += verdict < 2 ? 1 : 0;
      held += verdict == 1 ? 1 : 0;
      if (is_number(member.bands_baseline[2 * i + 1])) strip.runs.push_back(member.bands_baseline[2 * i + 1]);
      if (member.bands_counterfactual.size() < 2 * i + 2) continue;
      const double twin = member.bands_counterfactual[2 * i + 1];
      if (is_number(twin)) strip.counterfactual.push_back(twin);
    }
    count(strip, held);
    strips.push_back(std::move(strip));
  }
  return by_block(std::move(strips));
}

std::vector<report::BandStrip> card_bands(const Scorecard& card) {
  std::vector<report::BandStrip> strips;
  for (const ScoreRow& row : card.rows) {
    if (!has_band(row.check)) continue;
    report::BandStrip strip = strip_of(row.check);
    strip.runs = row.values;
    strip.judged = row.held + row.failed;
    count(strip, row.held);
    strips.push_back(std::move(strip));
  }
  return by_block(std::move(strips));
}

}  // namespace thermidor::experiment
