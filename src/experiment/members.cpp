#include "experiment/members.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <utility>

#include "core/digest.hpp"
#include "core/math.hpp"
#include "experiment/checks.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<Firing> firings_of(const RunRecord& record, const Roster& roster) {
  std::map<std::pair<std::string, std::string>, std::uint64_t> counts;
  for (const EventRecord& event : record.records.events) {
    const std::string& actor = roster.id(event.actor);
    if (!actor.empty()) ++counts[{std::string(event.kind), actor}];
  }
  std::vector<Firing> firings;
  for (const auto& [key, times] : counts) firings.push_back({key.first, key.second, times});
  return firings;
}

MemberArm measure_arm(const MembersPlan& plan, const RunRecord& record) {
  MemberArm arm;
  const RunLookup lookup(record, *plan.roster);
  for (const scenario::Outcome& outcome : plan.outcomes) arm.outcomes.push_back(evaluate(outcome.value, lookup).value_or(kNaN));
  for (const scenario::Check& check : plan.checks) {
    const CheckResult result = evaluate_check(check, lookup);
    arm.verdicts.push_back(!result.held ? Verdict::not_judged : *result.held ? Verdict::held : Verdict::failed);
    arm.check_values.push_back(result.value.value_or(kNaN));
  }
  for (const ReachedEnding& ending : reached_endings(record, *plan.roster, plan.endings)) arm.endings.push_back(ending.id);
  arm.firings = firings_of(record, *plan.roster);
  arm.digest = record.digest;
  for (const std::string& name : plan.series) {
    const int series = find_series(name);
    for (std::size_t m = 0; m < record.months.size(); ++m)
      arm.series.push_back(series < 0 ? 0.0F : static_cast<float>(record.value(static_cast<std::size_t>(series), m)));
  }
  return arm;
}

double forced_probability(const RunRecord& record, Month before) {
  double sum = 0;
  for (const ForcedRecord& forced : record.records.forced) {
    if (forced.month < before) sum += thermidor::log(larger(forced.probability, 1e-12));
  }
  return sum;
}

void write_arm(const MemberArm& arm, TokenWriter& writer) {
  writer.reals(arm.outcomes);
  std::string verdicts;
  for (const Verdict verdict : arm.verdicts) verdicts += static_cast<char>('0' + static_cast<int>(verdict));
  writer.text(verdicts);
  writer.reals(arm.check_values);
  writer.texts(arm.endings);
  writer.number(arm.firings.size());
  for (const Firing& firing : arm.firings) {
    writer.text(firing.kind);
    writer.text(firing.actor);
    writer.number(firing.times);
  }
  writer.number(arm.digest);
  writer.number(arm.series.size());
}

MemberArm read_arm(TokenReader& reader, std::uint64_t& series) {
  MemberArm arm;
  arm.outcomes = reader.reals();
  for (const char c : reader.text()) arm.verdicts.push_back(static_cast<Verdict>(std::clamp(c - '0', 0, 2)));
  arm.check_values = reader.reals();
  arm.endings = reader.texts();
  for (std::uint64_t left = reader.count(); left > 0 && reader.good(); --left) {
    Firing& firing = arm.firings.emplace_back();
    firing.kind = reader.text();
    firing.actor = reader.text();
    firing.times = reader.number();
  }
  arm.digest = reader.number();
  series = reader.number();
  return arm;
}

// Little-endian, by construction.
void write_floats(const std::vector<float>& values, std::string& bytes) {
  for (const float value : values) {
    const auto word = std::bit_cast<std::uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(word >> shift & 255U);
  }
}

bool read_floats(std::string_view& bytes, std::uint64_t count, std::vector<float>& values) {
  if (bytes.size() / 4 < count) return false;
  values.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    std::uint32_t word = 0;
    for (std::size_t b = 0; b < 4; ++b)
      word |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[4 * i + b])) << 8 * b;
    values.push_back(std::bit_cast<float>(word));
  }
  bytes.remove_prefix(4 * count);
  return true;
}

Diagnostics unknown_outcome(const std::string& name, const std::vector<std::string>& known, const Diagnostics& faults) {
  const std::string near = nearest_name(name, known);
  const std::string why = faults.empty() ? std::string() : ", and no expression: " + faults.front().message;
  return {{"thermidor", 0, 0, "no outcome '" + name + "'" + why,
           "the id of a check with a value or of an ending, QUESTION.OUTCOME, or an expression", near, Severity::error}};
}

}  // namespace

std::optional<MemberRecord> play_member(const MembersPlan& plan, std::size_t member, const RunControl& control) {
  MemberRecord result;
  RunSetup setup = plan.setup;
  result.seed = setup.seed = plan.design.seed_of(member);
  const std::optional<Params> own = plan.design.constants(*plan.params, member);
  const Params& params = own ? *own : *plan.params;
  ArmsPlan arms_plan{setup, plan.baseline, {}, plan.last};
  if (plan.paired()) arms_plan.arms.push_back({plan.acts, plan.fork});
  const std::optional<Arms> arms = run_arms(params, arms_plan, control);
  if (!arms) return std::nullopt;
  std::vector<const RunRecord*> records = {&arms->baseline};
  for (const RunRecord& changed : arms->changed) records.push_back(&changed);
  for (const RunRecord* record : records) {
    if (result.fault.empty()) result.fault = record->fault;
  }
  if (!result.fault.empty()) return result;
  result.log_probability = forced_probability(arms->baseline, plan.paired() ? plan.fork : plan.last + 1);
  if (plan.paired()) {
    const std::size_t month = first_parting(*records[0], *records[1]);
    if (month < records[0]->months.size()) result.parted = records[0]->months[month].index;
  }
  for (const RunRecord* record : records) result.arms.push_back(measure_arm(plan, *record));
  return result;
}

std::string encode_record(const MemberRecord& record) {
  TokenWriter writer;
  writer.number(record.seed);
  writer.text(record.fault);
  writer.real(record.log_probability);
  writer.number(static_cast<std::uint64_t>(record.parted) + 1);
  writer.number(record.arms.size());
  for (const MemberArm& arm : record.arms) write_arm(arm, writer);
  std::string bytes = writer.take() + "\n";
  for (const MemberArm& arm : record.arms) write_floats(arm.series, bytes);
  return bytes;
}

std::optional<MemberRecord> decode_record(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  TokenReader reader(bytes.substr(0, end));
  bytes.remove_prefix(end + 1);
  MemberRecord record;
  record.seed = reader.number();
  record.fault = reader.text();
  record.log_probability = reader.real();
  record.parted = static_cast<std::int32_t>(reader.number()) - 1;
  std::vector<std::uint64_t> sizes;
  for (std::uint64_t left = reader.number(); left > 0 && reader.good(); --left)
    record.arms.push_back(read_arm(reader, sizes.emplace_back(0)));
  bool whole = reader.finished();
  for (std::size_t arm = 0; arm < record.arms.size() && whole; ++arm)
    whole = read_floats(bytes, sizes[arm], record.arms[arm].series);
  if (!whole || !bytes.empty()) return std::nullopt;
  return record;
}

std::string members_key(const MembersPlan& plan, const std::string& engine, std::uint64_t scenario_digest,
                        const std::vector<std::string>& acts) {
  Digest digest;
  digest.add_text(engine + " ensemble");
  digest.add(scenario_digest);
  digest_value(digest, *plan.params);
  digest_value(digest, plan.setup);
  digest.add(plan.setup.one_by_one ? 1U : 0U);
  digest.add(plan.design.digest());
  for (const std::string& act : acts) digest.add_text(act);
  for (const scenario::Outcome& outcome : plan.outcomes) digest.add_text(outcome.id + outcome.value.text);
  for (const scenario::Check& check : plan.checks) digest.add_text(check.id + check.value.text + check.holds.text);
  for (const EndingRule& ending : plan.endings) digest.add_text(ending.id + ending.when.text);
  for (const std::string& series : plan.series) digest.add_text(series);
  for (const Month month : {plan.baseline.history_until, plan.fork, plan.last})
    digest.add(static_cast<std::uint64_t>(month.index));
  digest.add(plan.acts.size());
  return format_digest(digest.value());
}

Result<std::vector<scenario::Outcome>> read_outcome_names(const std::vector<std::string>& names,
                                                          const std::vector<scenario::Check>& checks,
                                                          const std::vector<EndingRule>& endings,
                                                          const std::vector<scenario::Question>& questions,
                                                          const Vocabulary& vocabulary) {
  std::vector<scenario::Outcome> known;
  for (const scenario::Check& check : checks) {
    if (!check.value.empty()) known.push_back({check.id, check.title, check.unit, check.value, std::nullopt});
  }
  if (names.empty()) return known;
  for (const EndingRule& ending : endings)
    known.push_back({ending.id, ending.title, "share of runs", ending.when, std::nullopt});
  for (const scenario::Question& question : questions) {
    for (scenario::Outcome outcome : question.outcomes) {
      outcome.id = question.id + "." + outcome.id;
      known.push_back(std::move(outcome));
    }
  }
  std::vector<std::string> ids;
  for (const scenario::Outcome& outcome : known) ids.push_back(outcome.id);
  std::vector<scenario::Outcome> chosen;
  for (const std::string& name : names) {
    const bool twice =
        std::any_of(chosen.begin(), chosen.end(), [&name](const scenario::Outcome& other) { return other.id == name; });
    if (twice)
      return Diagnostics{{"thermidor", 0, 0, "--outcome names '" + name + "' twice", "each outcome once", {}, Severity::error}};
    const auto found = std::find(ids.begin(), ids.end(), name);
    if (found != ids.end()) {
      chosen.push_back(known[static_cast<std::size_t>(found - ids.begin())]);
      continue;
    }
    Result<Expression> expression = parse_expression(name, vocabulary);
    if (!expression) return unknown_outcome(name, ids, expression.diagnostics());
    chosen.push_back({name, name, "", std::move(expression).value(), std::nullopt});
  }
  return chosen;
}

}  // namespace thermidor::experiment
