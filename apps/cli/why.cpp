// thermidor why: how a decision came about.
#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/trace.hpp"
#include "experiment/wording.hpp"
#include "print_page.hpp"
#include "replay.hpp"

namespace thermidor::cli {
namespace {

using experiment::RunRequest;

constexpr std::size_t kSurprising = 20;

RunRequest request_of(const WhyOptions& options) {
  return {options.scenario,      options.seed,
          options.sample,        options.outside,
          options.traits,        "",
          options.history_until, options.acts,
          options.parameters,    0,
          options.explanations,  options.party_members};
}

Page page_of(const experiment::Explanation& explanation) {
  Page page{explanation.title, explanation.id, explanation.facts, {}};
  for (const experiment::JsonTable& table : explanation.tables)
    page.sections.push_back({table.name, table.columns, table.rows, table.values});
  return page;
}

// A list of decisions, to choose from.
Page list_page(const Replay& played, const std::string& title, const std::vector<std::size_t>& decisions, bool silence) {
  Page page{title, "", {}, {}};
  Page::Section section{"Decisions", {"decision", "what", "chance", "bits", "by"}, {}};
  std::size_t silent = 0;
  for (const std::size_t n : decisions) {
    const DecisionRecord& decision = played.record.records.decisions[n];
    if (!silence && decision.kind == "act" && decision.title.ends_with(" keeps silent")) {
      ++silent;
      continue;
    }
    const std::optional<double> bits = experiment::surprise_bits(decision);
    section.values[{section.rows.size(), 2}] = experiment::value_or_null(bits.has_value(), decision.chance);
    section.values[{section.rows.size(), 3}] = experiment::value_or_null(bits.has_value(), bits.value_or(0));
    section.rows.push_back({decision_id(played.record, n), decision_title(decision, played.run.roster, played.titles()),
                            bits ? experiment::readable_share(decision.chance) : "", bits ? fmt::format("{:.1f}", *bits) : "",
                            decision.kind == "imposed" ? "imposed" : "the run"});
  }
  page.fact("how many", std::to_string(section.rows.size()), static_cast<std::int64_t>(section.rows.size()));
  if (silent > 0)
    page.fact("besides", fmt::format("{} times somebody weighed acts and kept silent: name the month to see them", silent));
  page.fact("by", "imposed: by the record or an act, with the chance that the rules gave it; the run: drawn by the rules");
  page.fact("more", "thermidor why DECISION, with the same options");
  page.sections.push_back(std::move(section));
  return page;
}

// What is wrong with a month in which the run has played nothing.
std::optional<Diagnostics> not_played(const Replay& played, Month month) {
  const std::vector<Month>& months = played.record.months;
  if (std::binary_search(months.begin(), months.end(), month)) return {};
  if (months.empty()) return fault("the run has no month");
  return fault(format_month(month) + " lies outside the run",
               "a month from " + format_month(months.front()) + " to " + format_month(months.back()));
}

Result<Page> answer(const Replay& played, const std::string& what) {
  if (what.empty()) {
    return list_page(played, "The decisions that surprise most", most_surprising(played.record, kSurprising), true);
  }
  if (const std::optional<std::size_t> number = find_decision(played.record, what)) {
    return page_of(explain_decision(played.record, played.run.roster, played.titles(), *number));
  }
  const std::optional<Month> month = parse_month(what.substr(0, what.find('.')));
  if (const std::optional<Diagnostics> wrong = month ? not_played(played, *month) : std::nullopt) return *wrong;
  if (parse_month(what)) {
    return list_page(played, "Decisions of " + month_title(*month), decisions_of(played.record, month, {}), true);
  }
  if (month) {
    return fault("there is no decision '" + what + "' in this run",
                 "a decision that 'thermidor why " + what.substr(0, 7) + "' lists");
  }
  if (what.front() >= '0' && what.front() <= '9')
    return fault("no such month: '" + what.substr(0, what.find('.')) + "'", "a month written 1927-10, or a decision of one");
  const std::string name = what.substr(what.rfind("person:", 0) == 0 ? 7 : 0);
  const Result<LeaderId> person = experiment::find_person(name, played.run.roster);
  if (!person) return person.diagnostics();
  return list_page(played, "Decisions of and about " + played.run.roster.title(person.value()),
                   decisions_of(played.record, {}, person.value()), false);
}

}  // namespace

int execute(const WhyOptions& options, const Terminal& terminal) {
  RunRequest request = request_of(options);
  if (!options.run.empty()) {
    const Result<RunRequest> repeated = request_of_folder(options.run, options.baseline);
    if (!repeated) return refuse(terminal, repeated.diagnostics(), options.json);
    request = repeated.value();
  }
  const Result<Replay> played = replay(request, options.threads);
  if (!played) return refuse(terminal, played.diagnostics(), options.json);
  warn(terminal, played.diagnostics());
  const Result<Page> page = answer(played.value(), options.what);
  if (!page) return refuse(terminal, page.diagnostics(), options.json);
  print_page(terminal, page.value(), options.json);
  if (played.value().record.fault.empty()) return kOk;
  terminal.complain("thermidor: the run broke off: " + played.value().record.fault);
  return kRunFailed;
}

}  // namespace thermidor::cli
