#include "experiment/wording.hpp"

#include <fmt/format.h>

#include <cmath>

namespace thermidor::experiment {
namespace {

std::string signed_text(double value, const std::string& text) { return value > 0 ? "+" + text : text; }

// Groups of three digits before the point, from five digits on.
std::string grouped(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t start = digits[0] == '-' ? 1 : 0;
  if (point - start <= 4) return digits;
  for (std::size_t place = point; place > start + 3;) {
    place -= 3;
    digits.insert(place, 1, ' ');
  }
  return digits;
}

// "+13", "-0" never: what rounds to zero has no sign.
std::string rounded_points(double difference) {
  const double rounded = std::round(100 * difference);
  return rounded == 0 ? std::string("0") : signed_text(rounded, fmt::format("{:.0f}", rounded));
}

std::string interval_text(const OutcomeResult& outcome) {
  const Comparison& c = outcome.comparison;
  return fmt::format("{:.0f} % interval {} to {}", 100 * c.level, bare_difference(outcome, c.low),
                     readable_difference(outcome, c.high));
}

}  // namespace

std::string readable_number(double value) {
  const double size = std::fabs(value);
  if (std::isnan(value)) return "unknown";
  if (size >= 1e9) return fmt::format("{:.2e}", value);
  if (size >= 100) return grouped(fmt::format("{:.0f}", value));
  if (size >= 10) return fmt::format("{:.1f}", value);
  if (size >= 1) return fmt::format("{:.2f}", value);
  if (value == 0) return "0";
  return size >= 0.001 ? fmt::format("{:.3f}", value) : fmt::format("{:.1e}", value);
}

std::string readable_share(double share) {
  if (std::isnan(share)) return "unknown";
  const double percent = 100 * share;
  return percent > 0 && percent < 1 ? fmt::format("{:.1f} %", percent) : fmt::format("{:.0f} %", percent);
}

std::string readable_value(const OutcomeResult& outcome, double value) {
  if (outcome.holds_or_not) return readable_share(value);
  if (outcome.plan.value.gives_month && value >= 1) return format_month(Month{static_cast<std::int32_t>(value + 0.5)});
  return readable_number(value);
}

std::string readable_difference(const OutcomeResult& outcome, double difference) {
  if (std::isnan(difference)) return "unknown";
  const std::string unit = outcome.holds_or_not ? " points" : outcome.plan.value.gives_month ? " months" : "";
  return bare_difference(outcome, difference) + unit;
}

std::string bare_difference(const OutcomeResult& outcome, double difference) {
  if (std::isnan(difference)) return "-";
  return outcome.holds_or_not ? rounded_points(difference) : signed_text(difference, readable_number(difference));
}

std::string outcome_sentence(const OutcomeResult& outcome) {
  const Comparison& c = outcome.comparison;
  const std::string& title = outcome.plan.title;
  if (c.n == 0) return fmt::format("{} could not be measured in any pair.", title);
  const std::string before = readable_value(outcome, c.baseline);
  const std::string after = readable_value(outcome, c.counterfactual);
  const std::string unit =
      outcome.holds_or_not || outcome.plan.value.gives_month || outcome.plan.unit.empty() || outcome.plan.unit == "1"
          ? ""
          : " " + outcome.plan.unit;
  if (!c.distinguishable) {
    return fmt::format("{}: {} against {}{} without the change; the difference cannot be told from zero ({}).", title, after,
                       before, unit, interval_text(outcome));
  }
  return fmt::format("{}: {} instead of {}{} (difference {}, {}; same sign in {} of pairs).", title, after, before, unit,
                     readable_difference(outcome, c.difference), interval_text(outcome), readable_share(c.sign_share));
}

std::vector<std::string> answer_sentences(const StudyPlan& plan, const StudyResult& result) {
  std::vector<std::string> sentences;
  if (result.applicable == 0) {
    sentences.push_back("The question applies to none of the runs: what it needs never held at the fork.");
    return sentences;
  }
  if (!result.outcomes.empty()) sentences.push_back(outcome_sentence(result.outcomes.front()));
  int told = 0;
  const OutcomeResult* strongest = nullptr;
  double best = 0;
  for (std::size_t i = 1; i < result.outcomes.size(); ++i) {
    const Comparison& c = result.outcomes[i].comparison;
    if (!c.distinguishable) continue;
    ++told;
    const double strength = c.standard_error > 0 ? std::fabs(c.difference) / c.standard_error : 1e9;
    if (strength > best) best = strength, strongest = &result.outcomes[i];
  }
  if (result.outcomes.size() > 1) {
    sentences.push_back(
        strongest == nullptr
            ? std::string("None of the other outcomes differs by more than the noise of the runs.")
            : fmt::format("Of the {} other outcomes {} can be told from zero; the clearest is {}: {} instead of {}.",
                          result.outcomes.size() - 1, told, strongest->plan.title,
                          readable_value(*strongest, strongest->comparison.counterfactual),
                          readable_value(*strongest, strongest->comparison.baseline)));
  }
  std::string trust = fmt::format("The question applies to {} of {} pairs", result.applicable, plan.runs);
  if (result.mean_history_decisions > 0 && !result.outcomes.empty()) {
    const OutcomeResult& first = result.outcomes.front();
    trust += fmt::format("; weighted by how probable the model held the history forced before {}, they are worth {:.1f} pairs",
                         month_title(plan.fork), result.effective_sample);
    trust += result.effective_sample < 10
                 ? std::string(", too few to weigh the effect by it")
                 : fmt::format(", and the effect is {}", readable_difference(first, first.comparison.difference_weighted));
  }
  sentences.push_back(trust + ".");
  return sentences;
}

std::vector<std::string> study_notes(const StudyPlan& plan, const StudyResult& result) {
  std::vector<std::string> notes;
  if (plan.setup.sample > 1) {
    notes.push_back(fmt::format("One simulated farm or household stands for {}; posts, organs and leaders are never scaled.",
                                plan.setup.sample));
  }
  if (result.mean_history_decisions > 0) {
    notes.push_back(fmt::format(
        "Before {} the record decided what persons and organs decided: {:.0f} decisions on average. Forcing is not yet "
        "conditioning: unweighted and weighted effects are both given, and {} pairs carry the information of {:.1f} when "
        "weighted.",
        month_title(plan.fork), result.mean_history_decisions, result.applicable, result.effective_sample));
  }
  if (result.faulted > 0) {
    notes.push_back(fmt::format("{} pairs broke off and are left out; the first: {}.", result.faulted, result.first_fault));
  }
  notes.emplace_back("The part of the error that comes from rival explanations is not computed yet.");
  return notes;
}

}  // namespace thermidor::experiment
