#include "experiment/study_tables.hpp"

#include <algorithm>
#include <limits>

#include "core/digest.hpp"
#include "experiment/csv.hpp"

namespace thermidor::experiment {
namespace {

double or_nan(const std::optional<double>& value) { return value.value_or(std::numeric_limits<double>::quiet_NaN()); }

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string unit_of(const std::string& series) {
  const int index = find_series(series);
  return index < 0 ? std::string() : std::string(series_list()[static_cast<std::size_t>(index)].unit);
}

void add_band(CsvText& csv, const char* arm, const ShownSeries& shown, const QuantileBand& band, int count) {
  const std::string unit = unit_of(shown.series);
  for (std::size_t m = 0; m < shown.months.size(); ++m) {
    csv.cell(arm).cell(format_month(shown.months[m])).cell(shown.series).cell(unit).cell(band.q05[m]).cell(band.q25[m]);
    csv.cell(band.q50[m]).cell(band.q75[m]).cell(band.q95[m]).cell(count).end_row();
  }
}

}  // namespace

std::vector<std::string> outcome_series(const std::vector<scenario::Outcome>& outcomes) {
  std::vector<std::string> names;
  for (const scenario::Outcome& outcome : outcomes) {
    for (const ExpressionNode& node : outcome.value.nodes) {
      if (node.op != ExpressionOp::series || std::find(names.begin(), names.end(), node.text) != names.end()) continue;
      names.push_back(node.text);
    }
  }
  return names;
}

std::string outcomes_csv(const StudyResult& result) {
  CsvText csv(
      "id,title,unit,date,statistic,recorded,baseline,counterfactual,difference,low,high,interval,level,sign_share,n,"
      "distinguishable,difference_weighted,effective_sample,error_monte_carlo,error_parameters,error_explanations,"
      "difference_prior_traits");
  for (const OutcomeResult& outcome : result.outcomes) {
    const Comparison& c = outcome.comparison;
    csv.cell(outcome.plan.id).cell(outcome.plan.title).cell(outcome.plan.unit);
    csv.cell(format_month(outcome.date)).cell(statistic_name(c.statistic));
    csv.cell(or_nan(outcome.plan.recorded)).cell(c.baseline).cell(c.counterfactual).cell(c.difference).cell(c.low).cell(c.high);
    csv.cell(interval_name(c.interval)).cell(c.level).cell(c.sign_share).cell(c.n).cell(c.distinguishable ? 1 : 0);
    csv.cell(c.difference_weighted).cell(c.effective_sample).cell(c.standard_error).cell(or_nan(outcome.error_parameters));
    csv.cell(or_nan(outcome.error_explanations)).cell(or_nan(outcome.difference_drawn)).end_row();
  }
  return csv.take();
}

std::string members_csv(const StudyPlan& plan, const StudyResult& result) {
  std::string header =
      "member,seed,applicable,fault,log_probability,endings_baseline,endings_counterfactual,digest_baseline,"
      "digest_counterfactual";
  for (const scenario::Outcome& outcome : plan.outcomes) {
    header += ',' + outcome.id + ".baseline," + outcome.id + ".counterfactual";
  }
  CsvText csv(header);
  for (std::size_t i = 0; i < result.members.size(); ++i) {
    const StudyMember& member = result.members[i];
    csv.cell(static_cast<int>(i))
        .cell(member.seed)
        .cell(member.applicable ? 1 : 0)
        .cell(member.fault)
        .cell(member.log_probability);
    csv.cell(joined(member.endings_baseline)).cell(joined(member.endings_counterfactual));
    csv.cell(format_digest(member.digest_baseline)).cell(format_digest(member.digest_counterfactual));
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
      const bool measured = o < member.baseline.size();
      csv.cell(measured ? member.baseline[o] : or_nan({})).cell(measured ? member.counterfactual[o] : or_nan({}));
    }
    csv.end_row();
  }
  return csv.take();
}

std::string fans_csv(const StudyResult& result) {
  CsvText csv("arm,date,series,unit,q05,q25,q50,q75,q95,n");
  for (const ShownSeries& shown : result.shown) {
    add_band(csv, "baseline", shown, shown.baseline, result.applicable);
    add_band(csv, "counterfactual", shown, shown.counterfactual, result.applicable);
  }
  return csv.take();
}

std::string member_series_csv(const StudyPlan& plan, const StudyResult& result, const std::vector<std::string>& series) {
  CsvText csv("arm,member,date,series,unit,value");
  if (result.shown.empty()) return csv.take();
  const std::vector<Month>& months = result.shown.front().months;
  const auto shared = static_cast<std::size_t>(std::clamp(plan.fork - months.front(), 0, static_cast<int>(months.size())));
  for (const std::string& name : series) {
    const auto place = std::find(plan.shown.begin(), plan.shown.end(), name);
    if (place == plan.shown.end()) continue;
    const auto s = static_cast<std::size_t>(place - plan.shown.begin());
    const std::string unit = unit_of(name);
    for (std::size_t i = 0; i < result.members.size(); ++i) {
      const StudyMember& member = result.members[i];
      if (member.shown_baseline.size() != plan.shown.size() * months.size()) continue;
      for (const bool changed : {false, true}) {
        for (std::size_t m = 0; m < months.size(); ++m) {
          const std::size_t later = months.size() - shared;
          const float value = !changed || m < shared ? member.shown_baseline[s * months.size() + m]
                                                     : member.shown_counterfactual[s * later + m - shared];
          csv.cell(changed ? "counterfactual" : "baseline").cell(static_cast<int>(i)).cell(format_month(months[m]));
          csv.cell(name).cell(unit).cell(value).end_row();
        }
      }
    }
  }
  return csv.take();
}

std::string forced_csv(std::span<const ArmRecord> arms, Month fork) {
  CsvText csv("arm,member,date,act,probability,from_history");
  for (const ArmRecord& arm : arms) {
    for (const ForcedRecord& forced : arm.record->records.forced) {
      csv.cell(arm.arm).cell(arm.member).cell(format_month(forced.month)).cell(forced.act).cell(forced.probability);
      csv.cell(forced.month < fork ? 1 : 0).end_row();
    }
  }
  return csv.take();
}

std::string checks_csv(const std::vector<CheckResult>& checks) {
  CsvText csv("id,kind,use,title,value,low,high,held,reason");
  for (const CheckResult& check : checks) {
    csv.cell(check.id).cell(check.kind).cell(check.use).cell(check.title).cell(or_nan(check.value)).cell(or_nan(check.low));
    csv.cell(or_nan(check.high)).cell(check.held ? (*check.held ? "1" : "0") : "").cell(check.reason).end_row();
  }
  return csv.take();
}

std::string scorecard_csv(const Scorecard& card) {
  CsvText csv("id,kind,use,title,low,high,held,failed,not_judged,share,q05,q50,q95");
  for (const ScoreRow& row : card.rows) {
    csv.cell(row.check.id)
        .cell(row.check.kind)
        .cell(row.check.use)
        .cell(row.check.title)
        .cell(or_nan(row.check.low))
        .cell(or_nan(row.check.high));
    csv.cell(row.held).cell(row.failed).cell(row.not_judged);
    csv.cell(row.held + row.failed == 0 ? or_nan({}) : row.share()).cell(or_nan(row.q05)).cell(or_nan(row.q50));
    csv.cell(or_nan(row.q95)).end_row();
  }
  return csv.take();
}

}  // namespace thermidor::experiment
