#include "experiment/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/text.hpp"

namespace thermidor::experiment {
namespace {

std::string signed_text(double value, const std::string& text) { return value > 0 && text != "0.000" ? "+" + text : text; }

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

// "+13", never "-0": what rounds to zero has no sign.
std::string rounded_points(double difference) {
  const double rounded = std::round(100 * difference);
  return rounded == 0 ? std::string("0") : signed_text(rounded, fmt::format("{:.0f}", rounded));
}

std::string interval_text(const OutcomeResult& outcome) {
  const Comparison& c = outcome.comparison;
  return fmt::format("{:.0f} % interval {} to {}", 100 * c.level, bare_difference(outcome, c.low),
                     readable_difference(outcome, c.high));
}

// “A leads at the end” holds in 43 % of runs with the change and in 61 % without it.
std::string both_arms(const OutcomeResult& outcome) {
  const Comparison& c = outcome.comparison;
  const std::string with = readable_value(outcome, c.counterfactual);
  const std::string without = readable_value(outcome, c.baseline);
  if (outcome.holds_or_not) {
    return fmt::format("“{}” holds in {} of runs with the change and in {} without it", outcome.plan.title, with, without);
  }
  const std::string& unit = outcome.plan.unit;
  const bool bare = outcome.plan.value.gives_month || unit.empty() || unit == "1" || unit == "share" || unit == "index";
  const bool base = unit.find('=') != std::string::npos;  // "1913=100"
  return fmt::format("“{}” is {}{} with the change and {} without it", outcome.plan.title, with,
                     bare   ? ""
                     : base ? " (" + report::plain_unit(unit) + ")"
                            : " " + unit,
                     without);
}

// How the difference varies over what the pairs hold fixed; nothing where that was not measured or is small.
std::string uncertainty_sentence(const OutcomeResult& outcome) {
  const double error = whole_error(outcome);
  if (!outcome.comparison.distinguishable || !(error > 2 * outcome.comparison.standard_error)) return {};
  const double shown = outcome.holds_or_not ? 100 * error : error;
  return fmt::format(" Over uncertain constants, traits and readings it varies by ±{}{} (one standard deviation){}.",
                     readable_number(shown), outcome.holds_or_not ? " points" : "",
                     settled(outcome) ? "" : ": whether it rises or falls is not settled");
}

// The first outcome that was measured: the file puts first what answers the question.
const OutcomeResult* leading_outcome(const StudyResult& result) {
  for (const OutcomeResult& outcome : result.outcomes) {
    if (outcome.comparison.n > 0) return &outcome;
  }
  return result.outcomes.empty() ? nullptr : &result.outcomes.front();
}

// What the outcomes besides the leading one say.
std::string others_sentence(const StudyResult& result, const OutcomeResult* leading) {
  std::size_t told = 0;
  const OutcomeResult* clearest = nullptr;
  double best = -1;
  for (const OutcomeResult& outcome : result.outcomes) {
    const Comparison& c = outcome.comparison;
    if (&outcome == leading || !c.distinguishable) continue;
    ++told;
    const double error = whole_error(outcome);
    const double strength = error > 0 ? std::fabs(c.difference) / error : 1e9;
    if (strength > best) best = strength, clearest = &outcome;
  }
  const std::size_t others = result.outcomes.size() - 1;
  if (clearest == nullptr) {
    return others == 1 ? std::string("The other outcome shows no difference that can be told from chance.")
                       : fmt::format("None of the {} other outcomes differs by more than chance.", others);
  }
  const std::string head = others == 1      ? std::string("The other outcome differs by more than chance")
                           : told == others ? fmt::format("All {} other outcomes differ by more than chance; clearest", others)
                           : told == 1
                               ? fmt::format("Of the {} other outcomes one differs by more than chance", others)
                               : fmt::format("Of the {} other outcomes {} differ by more than chance; clearest", others, told);
  return head + ": " + both_arms(*clearest) + ".";
}

// On how many pairs the answer rests.
std::string trust_sentence(const StudyPlan& plan, const StudyResult& result, const OutcomeResult* leading) {
  std::string trust = result.applicable == plan.runs
                          ? fmt::format("The question applies to all {} pairs of runs", plan.runs)
                          : fmt::format("The question applies to {} of {} pairs of runs", result.applicable, plan.runs);
  if (result.mean_history_decisions > 0 && leading != nullptr) {
    trust += fmt::format("; weighted by how probable the model held the history forced before {}, they are worth {:.1f} pairs",
                         month_title(plan.fork), result.effective_sample);
    trust += result.effective_sample < 10 ? std::string(", too few to weigh the effect by it")
                                          : fmt::format(", and the effect is {}",
                                                        readable_difference(*leading, leading->comparison.difference_weighted));
  }
  return trust + ".";
}

bool changes_nothing(const StudyResult& result) {
  int same = 0;
  for (const StudyMember& member : result.members) {
    if (!member.applicable || !member.fault.empty()) continue;
    if (member.digest_baseline != member.digest_counterfactual) return false;
    ++same;
  }
  return same > 0;
}

}  // namespace

std::string readable_number(double value) {
  const double size = std::fabs(value);
  if (std::isnan(value)) return "unknown";
  if (size >= 1e12) return fmt::format("{:.3g} trillion", value / 1e12);
  if (size >= 1e9) return fmt::format("{:.3g} billion", value / 1e9);
  if (size >= 100) return grouped(fmt::format("{:.0f}", value));
  if (size >= 10) return fmt::format("{:.1f}", value);
  if (size >= 1) return fmt::format("{:.2f}", value);
  if (value == 0) return "0";
  // What rounds to nothing has no sign.
  return size >= 0.0005 ? fmt::format("{:.3f}", value) : "0.000";
}

std::string readable_share(double share) {
  if (std::isnan(share)) return "unknown";
  const double percent = 100 * share;
  if (percent > 0 && percent < 0.1) return "under 0.1 %";
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

std::string readable_status(const std::string& status) { return status == "hindsight" ? "hindsight in part" : status; }

double whole_error(const OutcomeResult& outcome) {
  const double pairs = outcome.comparison.standard_error, drawn = outcome.error_parameters.value_or(0),
               read = outcome.error_explanations.value_or(0);
  return std::sqrt(pairs * pairs + drawn * drawn + read * read);
}

bool settled(const OutcomeResult& outcome) {
  const bool measured = outcome.error_parameters || outcome.error_explanations;
  return outcome.comparison.distinguishable &&
         (!measured || std::fabs(outcome.comparison.difference) > 2 * whole_error(outcome));
}

std::string sign_text(const Comparison& comparison) {
  if (std::isnan(comparison.sign_share)) return "-";
  return comparison.difference == 0 ? "no difference" : fmt::format("{:.0f} %", 100 * comparison.sign_share);
}

std::string outcome_sentence(const OutcomeResult& outcome) {
  const Comparison& c = outcome.comparison;
  if (c.n == 0) return fmt::format("“{}” could not be measured in any pair of runs.", outcome.plan.title);
  std::string text = c.distinguishable ? "The change makes a difference: " : "No difference that can be told from chance: ";
  return text +
         fmt::format("{} (difference {}, {}).", both_arms(outcome), readable_difference(outcome, c.difference),
                     interval_text(outcome)) +
         uncertainty_sentence(outcome);
}

std::vector<std::string> answer_sentences(const StudyPlan& plan, const StudyResult& result) {
  std::vector<std::string> sentences;
  if (result.applicable == 0) {
    sentences.push_back("The question applies to none of the runs: what it needs never held at the fork.");
    return sentences;
  }
  if (changes_nothing(result)) {
    sentences.push_back(
        "The change changes nothing: both runs of every pair end in the same world, as where the scenario does it already or "
        "nothing is there to be changed.");
  }
  const OutcomeResult* leading = leading_outcome(result);
  if (leading != nullptr) sentences.push_back(outcome_sentence(*leading));
  if (result.outcomes.size() > 1) sentences.push_back(others_sentence(result, leading));
  sentences.push_back(trust_sentence(plan, result, leading));
  return sentences;
}

std::vector<std::string> study_notes(const StudyPlan& plan, const StudyResult& result) {
  std::vector<std::string> notes;
  if (plan.setup.sample > 1) {
    notes.push_back(fmt::format("One simulated farm or household stands for {}; posts, organs and leaders are never scaled.",
                                plan.setup.sample));
  }
  if (extrapolated_from(plan.params->scenario.end, plan.last)) {
    notes.push_back(fmt::format(
        "Outcomes, checks and claims are measured in the months that they name, up to {}; endings and charts go on to {}.",
        month_title(plan.params->scenario.end), month_title(plan.last)));
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
  notes.emplace_back(
      "The part of the error from rival explanations is over the readings of historians in tables/presets.toml, all recalled.");
  return notes;
}

std::optional<Month> extrapolated_from(Month data_end, Month last) {
  if (data_end == Month{} || last <= data_end) return {};
  return data_end.next();
}

std::string extrapolation_sentence(Month data_end, Month last) {
  const std::optional<Month> from = extrapolated_from(data_end, last);
  if (!from) return {};
  return fmt::format(
      "Extrapolation from {} on: the data end in {}. Weather, illness and events abroad are drawn from then on, whatever "
      "--outside says; rules and constants are those fitted to the time before, and nothing later checks them.",
      month_title(*from), month_title(data_end));
}

}  // namespace thermidor::experiment
