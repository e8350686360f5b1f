#include "experiment/study_tables.hpp"

#include <algorithm>
#include <array>
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

struct NamedArm {
  const char* name;
  QuantileBand ShownSeries::* band;
  bool changed;
};

constexpr std::array<NamedArm, 2> kArms = {
    {{"baseline", &ShownSeries::baseline, false}, {"counterfactual", &ShownSeries::counterfactual, true}}};

std::string wide_header(const char* second, const StudyResult& result) {
  std::string header = std::string("arm,") + second + ",date";
  for (const ShownSeries& shown : result.shown) header += "," + shown.series;
  return header;
}

// Reads what the members kept: series after series; the counterfactual from the fork on, the months before are the baseline's.
class MemberValues {
 public:
  MemberValues(const StudyPlan& plan, const StudyResult& result) : result_(result) {
    months_ = result.shown.empty() ? 0 : result.shown.front().months.size();
    if (months_ > 0) {
      const int before = plan.fork - result.shown.front().months.front();
      shared_ = static_cast<std::size_t>(std::clamp(before, 0, static_cast<int>(months_)));
    }
  }
  std::size_t months() const { return months_; }
  Month month(std::size_t m) const { return result_.shown.front().months[m]; }
  bool has(const StudyMember& member) const {
    return member.applicable && member.fault.empty() && member.shown_baseline.size() == result_.shown.size() * months_;
  }
  float value(const StudyMember& member, bool changed, std::size_t series, std::size_t m) const {
    if (!changed || m < shared_) return member.shown_baseline[series * months_ + m];
    return member.shown_counterfactual[series * (months_ - shared_) + m - shared_];
  }

 private:
  const StudyResult& result_;
  std::size_t months_ = 0;
  std::size_t shared_ = 0;
};

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

std::string quantile_series_csv(const StudyResult& result) {
  CsvText csv("arm,quantile,date,series,unit,value");
  for (const ShownSeries& shown : result.shown) {
    const std::string unit = unit_of(shown.series);
    for (const NamedArm& arm : kArms) {
      for (const NamedQuantile& quantile : kQuantiles) {
        const std::vector<double>& values = shown.*arm.band.*quantile.values;
        for (std::size_t m = 0; m < values.size(); ++m) {
          csv.cell(arm.name).cell(quantile.name).cell(format_month(shown.months[m])).cell(shown.series).cell(unit);
          csv.cell(static_cast<float>(values[m])).end_row();
        }
      }
    }
  }
  return csv.take();
}

std::string quantile_wide_csv(const StudyResult& result) {
  CsvText csv(wide_header("quantile", result));
  if (result.shown.empty()) return csv.take();
  const std::vector<Month>& months = result.shown.front().months;
  for (const NamedArm& arm : kArms) {
    for (const NamedQuantile& quantile : kQuantiles) {
      for (std::size_t m = 0; m < months.size(); ++m) {
        csv.cell(arm.name).cell(quantile.name).cell(format_month(months[m]));
        for (const ShownSeries& shown : result.shown) csv.cell(static_cast<float>((shown.*arm.band.*quantile.values)[m]));
        csv.end_row();
      }
    }
  }
  return csv.take();
}

std::string member_series_csv(const StudyPlan& plan, const StudyResult& result) {
  CsvText csv("arm,member,date,series,unit,value");
  const MemberValues kept(plan, result);
  for (std::size_t s = 0; s < result.shown.size(); ++s) {
    const std::string unit = unit_of(result.shown[s].series);
    for (const NamedArm& arm : kArms) {
      for (std::size_t i = 0; i < result.members.size(); ++i) {
        if (!kept.has(result.members[i])) continue;
        for (std::size_t m = 0; m < kept.months(); ++m) {
          csv.cell(arm.name)
              .cell(static_cast<int>(i))
              .cell(format_month(kept.month(m)))
              .cell(result.shown[s].series)
              .cell(unit);
          csv.cell(kept.value(result.members[i], arm.changed, s, m)).end_row();
        }
      }
    }
  }
  return csv.take();
}

std::string member_wide_csv(const StudyPlan& plan, const StudyResult& result) {
  CsvText csv(wide_header("member", result));
  const MemberValues kept(plan, result);
  for (const NamedArm& arm : kArms) {
    for (std::size_t i = 0; i < result.members.size(); ++i) {
      if (!kept.has(result.members[i])) continue;
      for (std::size_t m = 0; m < kept.months(); ++m) {
        csv.cell(arm.name).cell(static_cast<int>(i)).cell(format_month(kept.month(m)));
        for (std::size_t s = 0; s < result.shown.size(); ++s) csv.cell(kept.value(result.members[i], arm.changed, s, m));
        csv.end_row();
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
