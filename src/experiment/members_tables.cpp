#include "experiment/members_tables.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "core/digest.hpp"
#include "experiment/csv.hpp"
#include "experiment/streamed_file.hpp"
#include "experiment/study.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

namespace fs = std::filesystem;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// One line without the header that CsvText starts with.
class Row {
 public:
  template <class Value>
  Row& cell(const Value& value) {
    text_.cell(value);
    return *this;
  }
  std::string take() {
    text_.end_row();
    return text_.take().substr(1);
  }

 private:
  CsvText text_{""};
};

std::string members_header(const MembersPlan& plan) {
  Row row;
  row.cell("member").cell("seed").cell("fault").cell("log_probability");
  if (plan.paired()) row.cell("parted");
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) row.cell(std::string("endings_") + plan.arm_name(arm));
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) row.cell(std::string("digest_") + plan.arm_name(arm));
  for (const std::string& parameter : plan.design.parameters()) row.cell("parameter." + parameter);
  for (const scenario::Outcome& outcome : plan.outcomes) {
    for (std::size_t arm = 0; arm < plan.arms(); ++arm) row.cell(outcome.id + "." + plan.arm_name(arm));
  }
  return row.take();
}

std::string member_line(const MembersPlan& plan, std::size_t member, const MemberRecord& record) {
  Row row;
  row.cell(static_cast<std::uint64_t>(member)).cell(record.seed).cell(record.fault);
  const bool whole = record.arms.size() == plan.arms();
  if (whole) row.cell(record.log_probability);
  if (!whole) row.cell("");
  if (plan.paired()) row.cell(whole && record.parted >= 0 ? format_month(Month{record.parted}) : std::string());
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) row.cell(whole ? joined(record.arms[arm].endings) : std::string());
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) row.cell(whole ? format_digest(record.arms[arm].digest) : std::string());
  for (const double value : plan.design.values(member)) row.cell(value);
  for (std::size_t i = 0; i < plan.outcomes.size(); ++i) {
    for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
      if (whole) row.cell(record.arms[arm].outcomes[i]);
      if (!whole) row.cell("");
    }
  }
  return row.take();
}

const std::vector<float>& series_of(const MemberRecord& record, std::size_t arm) { return record.arms[arm].series; }

std::string unit_of(const std::string& series) {
  const int index = find_series(series);
  return index < 0 ? std::string() : series_list()[static_cast<std::size_t>(index)].unit;
}

// The rows of one series in one month. Where months go beyond the record each says whether its does.
std::string quantile_lines(const MembersPlan& plan, std::size_t arm, std::size_t cell, const std::vector<float>& values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const std::string& series = plan.series[cell / plan.months()];
  const Month month = plan.params->scenario.start + static_cast<int>(cell % plan.months());
  const std::optional<Month> beyond = extrapolated_from(plan.params->scenario.end, plan.last);
  std::string text;
  for (const NamedQuantile& quantile : kQuantiles) {
    Row row;
    row.cell(plan.arm_name(arm)).cell(quantile.name).cell(format_month(month)).cell(series).cell(unit_of(series));
    row.cell(static_cast<float>(sorted_quantile(sorted, quantile.p)));
    if (beyond) row.cell(month >= *beyond ? 1 : 0);
    text += row.take();
  }
  return text;
}

void add_spread(const scenario::Outcome& plan, const char* arm, const Spread& spread, CsvText& csv) {
  csv.cell(plan.id).cell(plan.title).cell(plan.unit).cell(arm).cell(spread.n).cell(spread.mean).cell(spread.sd);
  for (const double value : {spread.q05, spread.q25, spread.q50, spread.q75, spread.q95}) csv.cell(value);
}

}  // namespace

bool write_members(const std::string& folder, const MembersPlan& plan, FinishedMembers& members) {
  StreamedFile table((fs::path(folder) / "members.csv").string());
  table.write(members_header(plan));
  members.each([&](std::size_t member, const std::string& bytes) {
    table.write(member_line(plan, member, decode_record(bytes).value_or(MemberRecord{})));
  });
  return table.finish();
}

bool write_series_quantiles(const std::string& folder, const MembersPlan& plan, FinishedMembers& members,
                            const Executor& executor) {
  StreamedFile file((fs::path(folder) / "series.csv").string());
  const bool beyond = extrapolated_from(plan.params->scenario.end, plan.last).has_value();
  file.write(beyond ? "arm,quantile,date,series,unit,value,extrapolated\n" : "arm,quantile,date,series,unit,value\n");
  const std::size_t cells = plan.series.size() * plan.months();
  const std::size_t step = cells_at_once(members.count(), sizeof(float));
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    for (std::size_t first = 0; first < cells; first += step) {
      const std::size_t end = std::min(first + step, cells);
      const std::vector<std::vector<float>> values = gather_cells(members, first, end, series_of, arm);
      std::vector<std::string> lines(values.size());
      for_each_index(executor, values.size(),
                     [&](std::size_t i) { lines[i] = quantile_lines(plan, arm, first + i, values[i]); });
      for (const std::string& line : lines) file.write(line);
    }
  }
  return file.finish();
}

std::string outcomes_summary_csv(const MembersPlan& plan, const MembersSummary& summary) {
  CsvText csv(
      "id,title,unit,arm,n,mean,sd,q05,q25,q50,q75,q95,difference,low,high,interval,level,sign_share,distinguishable,"
      "difference_weighted,effective_sample,error_monte_carlo");
  for (const OutcomeSummary& outcome : summary.outcomes) {
    for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
      add_spread(outcome.plan, plan.arm_name(arm), outcome.arms[arm], csv);
      if (arm == 0 || !outcome.comparison) {
        for (int empty = 0; empty < 10; ++empty) csv.cell("");
      } else {
        const Comparison& c = *outcome.comparison;
        csv.cell(c.difference).cell(c.low).cell(c.high).cell(interval_name(c.interval)).cell(c.level).cell(c.sign_share);
        csv.cell(c.distinguishable ? 1 : 0).cell(c.difference_weighted).cell(c.effective_sample).cell(c.standard_error);
      }
      csv.end_row();
    }
  }
  return csv.take();
}

std::string checks_summary_csv(const MembersPlan& plan, const MembersSummary& summary) {
  CsvText csv("arm,check,kind,use,held,failed,not_judged,q05,q50,q95");
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    for (std::size_t c = 0; c < plan.checks.size(); ++c) {
      const CheckSummary& check = summary.checks[arm][c];
      csv.cell(plan.arm_name(arm)).cell(plan.checks[c].id).cell(plan.checks[c].kind).cell(plan.checks[c].use);
      csv.cell(check.held).cell(check.failed).cell(check.not_judged);
      csv.cell(check.value.q05).cell(check.value.q50).cell(check.value.q95).end_row();
    }
  }
  return csv.take();
}

std::string kinds_summary_csv(const MembersPlan& plan, const MembersSummary& summary) {
  CsvText csv("arm,kind,fired,persons,foremost,share");
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    for (const KindSummary& kind : summary.kinds[arm]) {
      csv.cell(plan.arm_name(arm)).cell(kind.kind).cell(kind.fired).cell(kind.persons).cell(kind.foremost).cell(kind.share);
      csv.end_row();
    }
  }
  return csv.take();
}

std::string endings_summary_csv(const MembersPlan& plan, const MembersSummary& summary) {
  std::string header = "id,title";
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) header += std::string(",") + plan.arm_name(arm);
  CsvText csv(header);
  for (const EndingSummary& ending : summary.endings) {
    csv.cell(ending.id).cell(ending.title);
    for (const double share : ending.shares) csv.cell(share);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace thermidor::experiment
