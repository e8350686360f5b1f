#include "experiment/members_summary.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "core/digest.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::size_t kBudget = std::size_t{192} << 20;  // bytes of values held at once

const std::vector<double>& outcomes_of(const MemberRecord& record, std::size_t arm) { return record.arms[arm].outcomes; }

const std::vector<double>& check_values_of(const MemberRecord& record, std::size_t arm) {
  return record.arms[arm].check_values;
}

void count_verdicts(const MemberArm& arm, std::vector<CheckSummary>& checks) {
  for (std::size_t c = 0; c < checks.size() && c < arm.verdicts.size(); ++c) {
    if (arm.verdicts[c] == Verdict::held) ++checks[c].held;
    if (arm.verdicts[c] == Verdict::failed) ++checks[c].failed;
    if (arm.verdicts[c] == Verdict::not_judged) ++checks[c].not_judged;
  }
}

using Tally = std::map<std::string, std::map<std::string, std::uint64_t>>;  // kind, actor

std::vector<KindSummary> kinds_of(const Tally& tally) {
  std::vector<KindSummary> kinds;
  for (const auto& [kind, actors] : tally) {
    KindSummary& summary = kinds.emplace_back();
    summary.kind = kind;
    summary.persons = static_cast<int>(actors.size());
    std::uint64_t most = 0;
    for (const auto& [actor, times] : actors) {
      summary.fired += times;
      if (times > most) summary.foremost = actor;
      most = std::max(most, times);
    }
    summary.share = static_cast<double>(most) / static_cast<double>(summary.fired);
  }
  return kinds;
}

// Endings, partings, weights and the digest: one pass that keeps one number a member.
void count_members(const MembersPlan& plan, FinishedMembers& members, MembersSummary& summary,
                   std::vector<double>& log_weights) {
  Digest digest;
  std::vector<Tally> tallies(plan.arms());
  summary.checks.assign(plan.arms(), std::vector<CheckSummary>(plan.checks.size()));
  for (const EndingRule& ending : plan.endings)
    summary.endings.push_back({ending.id, ending.title, std::vector<double>(plan.arms(), 0.0)});
  members.each([&](std::size_t, const std::string& bytes) {
    digest.add_text(bytes);
    ++summary.members;
    const std::optional<MemberRecord> record = decode_record(bytes);
    if (!record || !record->fault.empty()) {
      if (summary.faulted++ == 0) summary.first_fault = record ? record->fault : "a member cannot be read";
      return;
    }
    log_weights.push_back(record->log_probability);
    for (std::size_t arm = 0; arm < record->arms.size(); ++arm) {
      count_verdicts(record->arms[arm], summary.checks[arm]);
      for (const Firing& firing : record->arms[arm].firings) tallies[arm][firing.kind][firing.actor] += firing.times;
      for (EndingSummary& ending : summary.endings)
        ending.shares[arm] += std::count(record->arms[arm].endings.begin(), record->arms[arm].endings.end(), ending.id) > 0;
    }
    if (!plan.paired()) return;
    if (record->parted < 0) {
      ++summary.never_parted;
      return;
    }
    const Month month{record->parted};
    if (!summary.first_parted || month < *summary.first_parted) summary.first_parted = month;
    if (!summary.last_parted || month > *summary.last_parted) summary.last_parted = month;
  });
  for (EndingSummary& ending : summary.endings) {
    for (double& share : ending.shares) share /= log_weights.empty() ? 1.0 : static_cast<double>(log_weights.size());
  }
  summary.effective_sample = log_weights.empty() ? 0 : effective_sample_size(weights_of(log_weights));
  for (const Tally& tally : tallies) summary.kinds.push_back(kinds_of(tally));
  summary.digest = digest.value();
}

}  // namespace

Spread spread_of(std::vector<double> values) {
  std::erase_if(values, [](double value) { return value - value != 0; });
  Spread spread;
  spread.n = static_cast<int>(values.size());
  spread.mean = mean_of(values);
  spread.sd = values.empty() ? std::numeric_limits<double>::quiet_NaN() : standard_deviation(values);
  std::sort(values.begin(), values.end());
  spread.q05 = sorted_quantile(values, 0.05);
  spread.q25 = sorted_quantile(values, 0.25);
  spread.q50 = sorted_quantile(values, 0.50);
  spread.q75 = sorted_quantile(values, 0.75);
  spread.q95 = sorted_quantile(values, 0.95);
  return spread;
}

std::size_t cells_at_once(std::size_t members, std::size_t bytes_each) {
  return std::max<std::size_t>(1, kBudget / (std::max<std::size_t>(1, members) * bytes_each));
}

MembersSummary summarise_members(const MembersPlan& plan, FinishedMembers& members, const Executor& executor) {
  MembersSummary summary;
  std::vector<double> log_weights;
  count_members(plan, members, summary, log_weights);
  summary.outcomes.resize(plan.outcomes.size());
  const std::size_t step = cells_at_once(members.count(), plan.arms() * sizeof(double));
  for (std::size_t first = 0; first < plan.outcomes.size(); first += step) {
    const std::size_t end = std::min(first + step, plan.outcomes.size());
    std::vector<std::vector<std::vector<double>>> arms;  // [arm][outcome][member]
    for (std::size_t arm = 0; arm < plan.arms(); ++arm) arms.push_back(gather_cells(members, first, end, outcomes_of, arm));
    for_each_index(executor, end - first, [&](std::size_t i) {
      OutcomeSummary& outcome = summary.outcomes[first + i];
      outcome.plan = plan.outcomes[first + i];
      for (std::size_t arm = 0; arm < plan.arms(); ++arm) outcome.arms.push_back(spread_of(arms[arm][i]));
      if (plan.paired()) outcome.comparison = compare_pairs(arms[0][i], arms[1][i], log_weights, {.normal_from = 1000});
    });
  }
  const std::size_t checks_at_once = cells_at_once(members.count(), sizeof(double));
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    for (std::size_t first = 0; first < plan.checks.size(); first += checks_at_once) {
      const std::size_t end = std::min(first + checks_at_once, plan.checks.size());
      std::vector<std::vector<double>> values = gather_cells(members, first, end, check_values_of, arm);
      for_each_index(executor, end - first,
                     [&](std::size_t i) { summary.checks[arm][first + i].value = spread_of(std::move(values[i])); });
    }
  }
  return summary;
}

}  // namespace thermidor::experiment
