#include "experiment/price.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "experiment/csv.hpp"
#include "experiment/play_seed.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

std::optional<std::string> price_run(const PricePlan& plan, const EnsembleControl& control, std::size_t number) {
  const std::optional<RunRecord> record = play_seed({*plan.params, plan.setup, plan.agenda, plan.last}, control, number);
  if (!record) return std::nullopt;
  TokenWriter writer;
  writer.text(record->fault);
  writer.number(record->records.forced.size());
  for (const ForcedRecord& forced : record->records.forced) {
    writer.number(static_cast<std::uint64_t>(forced.month.index));
    writer.text(forced.act);
    writer.real(bits_of(forced.probability));
  }
  return writer.take();
}

// Decisions by month and act, each with its price in the runs that forced it; an act that is forced twice in a month of a run
// is one entry with both prices added.
using Entries = std::map<std::pair<int, std::string>, std::vector<double>>;

void read_run(const std::string& text, Price& price, Entries& entries) {
  TokenReader reader(text);
  const std::string fault = reader.text();
  if (!fault.empty()) {
    if (price.faulted++ == 0) price.first_fault = fault;
    return;
  }
  ++price.runs;
  double total = 0;
  std::map<std::pair<int, std::string>, double> own;
  for (std::uint64_t left = reader.count(); left > 0 && reader.good(); --left) {
    const auto month = static_cast<int>(reader.number());
    std::string act = reader.text();
    const double bits = reader.real();
    own[{month, std::move(act)}] += bits;
    total += bits;
  }
  for (const auto& [key, bits] : own) entries[key].push_back(bits);
  price.totals.push_back(total);
}

}  // namespace

double bits_of(double probability) { return -std::log2(std::max(probability, 1e-12)); }

Price price_history(const PricePlan& plan, const EnsembleControl& control) {
  Price price;
  const EnsembleResult ensemble = run_ensemble(
      static_cast<std::size_t>(plan.seeds), [&](std::size_t number) { return price_run(plan, control, number); }, control);
  price.finished = ensemble.finished;
  if (!price.finished) return price;
  Entries entries;
  for (const std::string& text : ensemble.members) read_run(text, price, entries);
  for (const auto& [key, bits] : entries) {
    double sum = 0;
    for (const double value : bits) sum += value;
    const auto [low, high] = std::minmax_element(bits.begin(), bits.end());
    // A run that does not force it pays nothing for it.
    const bool everywhere = static_cast<int>(bits.size()) == price.runs;
    price.decisions.push_back({Month{key.first}, key.second, sum / std::max(1, price.runs), everywhere ? *low : 0, *high});
  }
  price.mean = mean_of(price.totals);
  return price;
}

std::string price_csv(const Price& price) {
  CsvText csv("month,act,bits,bits_least,bits_most");
  for (const PricedDecision& row : price.decisions)
    csv.cell(format_month(row.month)).cell(row.act).cell(row.bits).cell(row.low).cell(row.high).end_row();
  return csv.take();
}

}  // namespace thermidor::experiment
