// thermidor show: everything known about one thing of the scenario, with its sources.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/dossier.hpp"
#include "experiment/loaded.hpp"
#include "experiment/recorded_series.hpp"
#include "experiment/series_display.hpp"
#include "experiment/trace.hpp"
#include "experiment/wording.hpp"
#include "policy_words.hpp"
#include "print_page.hpp"
#include "replay.hpp"
#include "show_claim.hpp"

namespace thermidor::cli {
namespace {

using scenario::Provenance;
using scenario::Scenario;

const Provenance* provenance_of(const Scenario& scenario, const std::string& name) {
  for (const Provenance& value : scenario.provenance) {
    if (value.name == name) return &value;
  }
  return nullptr;
}

// The values that tables and parameters give under one name, with status and source.
Page::Section values_below(const Scenario& scenario, const std::string& prefix, std::string title) {
  Page::Section section{std::move(title), {"value of", "value", "unit", "meaning", "status", "source"}, {}};
  for (const Provenance& value : scenario.provenance) {
    if (value.name.rfind(prefix, 0) != 0) continue;
    const std::string name = value.name.substr(prefix.size());
    if (name == "id" || name == "title" || name == "reason") continue;
    section.rows.push_back(
        {name, value.value, value.unit, value.text, experiment::readable_status(value.status), value.source});
  }
  return section;
}

std::optional<Page> question_page(const Scenario& scenario, const std::string& name) {
  const scenario::Question* question = scenario.find_question(name);
  if (question == nullptr) return std::nullopt;
  Page page{question->title, question->id, {}, {}};
  page.fact("fork", month_title(question->at));
  page.fact("decider", question->decider);
  page.fact("background", question->background);
  page.fact("what happened", question->happened);
  page.fact("the essay", question->essay);
  page.fact("historians", question->historians);
  page.fact("applies where", question->precondition.text);
  page.fact("what it costs", question->cost);
  page.fact("cannot tell", question->cannot_tell);
  Page::Section acts{"What is done", {"what", "act"}, {}};
  for (const Act& act : question->acts) acts.rows.push_back({act.title, act.text});
  Page::Section outcomes{"What is looked at", {"outcome", "id", "unit", "record", "expression"}, {}};
  for (const scenario::Outcome& outcome : question->outcomes) {
    outcomes.rows.push_back(
        {outcome.title, outcome.id, outcome.unit, outcome.recorded ? human_number(*outcome.recorded) : "", outcome.value.text});
  }
  Page::Section claims{"What is claimed", {"who", "outcome", "direction", "in words", "source", "status"}, {}};
  for (const scenario::ClaimedEffect& claim : question->claims)
    claims.rows.push_back({claim.who, claim.outcome, claim.direction, claim.text, claim.source, claim.status});
  page.sections = {acts, outcomes, claims};
  return page;
}

std::optional<Page> contrast_page(const Scenario& scenario, const std::string& name) {
  const auto found = std::find_if(scenario.contrasts.begin(), scenario.contrasts.end(),
                                  [&name](const scenario::Contrast& contrast) { return contrast.id == name; });
  if (found == scenario.contrasts.end()) return std::nullopt;
  Page page{found->title, found->id, {}, {}};
  page.fact("claims", found->claim);
  page.fact("the record decides before", format_month(found->history_until));
  page.fact("note", found->note);
  page.fact("carried out by", "thermidor contrasts " + found->id);
  Page::Section acts{"What is changed", {"what", "arms", "act"}, {}};
  for (const Act& act : found->both) acts.rows.push_back({act.title, "both", act.text});
  for (const Act& act : found->acts) acts.rows.push_back({act.title, "changed", act.text});
  Page::Section outcomes{"What is looked at", {"outcome", "id", "unit", "expression"}, {}};
  for (const scenario::Outcome& outcome : found->outcomes)
    outcomes.rows.push_back({outcome.title, outcome.id, outcome.unit, outcome.value.text});
  page.sections = {acts, outcomes};
  return page;
}

std::optional<Page> person_page(const Scenario& scenario, const std::string& name) {
  const experiment::Roster roster = experiment::roster_of(scenario.params);
  const Result<LeaderId> found = experiment::find_person(name, roster);
  if (!found) return std::nullopt;
  const LeaderId id = found.value();
  const party::LeaderRow& row = scenario.params.party.leaders[id.index()];
  Page page{row.title, row.id, {}, {}};
  page.fact("born", std::to_string(row.born), std::int64_t{row.born});
  page.fact("in the party since", std::to_string(row.joined), std::int64_t{row.joined});
  page.fact("formerly", row.former);
  page.fact("nationality", row.nation);
  page.fact("why these values", row.reason);
  Page::Section posts{"Posts at the start", {"post", "value"}, {}};
  for (const party::PostRow& post : scenario.params.party.posts) {
    if (post.holder == id) posts.rows.push_back({post.title, human_number(post.value)});
  }
  Page::Section seats{"Seats at the start", {"organ", "as"}, {}};
  for (const party::OrganRow& organ : scenario.params.party.organs) {
    const auto in = [id](const std::vector<LeaderId>& list) { return std::find(list.begin(), list.end(), id) != list.end(); };
    if (in(organ.members)) seats.rows.push_back({organ.title, "member"});
    if (in(organ.candidate_members)) seats.rows.push_back({organ.title, "candidate"});
  }
  Page::Section ties{"Ties at the start", {"with", "affinity", "evidence"}, {}};
  for (const party::TieRow& tie : scenario.params.party.ties) {
    if (tie.from == id) ties.rows.push_back({"to " + roster.title(tie.to), fmt::format("{:+.2f}", tie.affinity), tie.reason});
    if (tie.to == id) ties.rows.push_back({"from " + roster.title(tie.from), fmt::format("{:+.2f}", tie.affinity), tie.reason});
  }
  page.sections = {posts, seats, values_below(scenario, "tables.leaders." + row.id + ".", "Traits and ideals"), ties};
  return page;
}

template <class Row>
const Row* row_named(const std::vector<Row>& rows, const std::string& name) {
  for (const Row& row : rows) {
    if (row.id == name || row.title == name) return &row;
  }
  return nullptr;
}

std::optional<Page> organ_page(const Scenario& scenario, const std::string& name) {
  const party::OrganRow* organ = row_named(scenario.params.party.organs, name);
  if (organ == nullptr) return std::nullopt;
  const experiment::Roster roster = experiment::roster_of(scenario.params);
  Page page{organ->title, organ->id, {}, {}};
  page.fact("elected by", roster.title(organ->electors));
  page.fact("decides", organ->decides);
  Page::Section members{"Named members at the start", {"member", "as"}, {}};
  for (const LeaderId leader : organ->members) members.rows.push_back({roster.title(leader), "full"});
  for (const LeaderId leader : organ->candidate_members) members.rows.push_back({roster.title(leader), "candidate"});
  page.sections = {values_below(scenario, "tables.organs." + organ->id + ".", "Rules"), members};
  return page;
}

std::optional<Page> post_page(const Scenario& scenario, const std::string& name) {
  const party::PostRow* post = row_named(scenario.params.party.posts, name);
  if (post == nullptr) return std::nullopt;
  Page page{post->title, post->id, {}, {}};
  page.fact("holder at the start", experiment::roster_of(scenario.params).title(post->holder));
  page.sections = {values_below(scenario, "tables.posts." + post->id + ".", "Values")};
  return page;
}

std::optional<Page> lever_page(const Scenario& scenario, const std::string& name) {
  for (std::size_t i = 0; i < kLeverCount; ++i) {
    if (name != kLeverNames[i]) continue;
    std::string title = "Lever " + name;
    for (const party::LeverRow& row : scenario.params.party.levers) {
      if (row.id == name) title = row.title;
    }
    Page page{title, "lever." + name, {}, {}};
    page.fact("meaning", std::string(lever_words(static_cast<Lever>(i))));
    page.fact("bounds", human_number(lever_low(static_cast<Lever>(i))) + " to 1");
    page.fact("moved by", "the organ that may decide it, with the delay of the apparatus");
    page.fact("held by an act", "thermidor run --do 'lever." + name + "=VALUE@YYYY-MM..YYYY-MM'");
    page.sections = {values_below(scenario, "tables.levers." + name + ".", "How lines and troubles become its value")};
    return page;
  }
  for (std::size_t i = 0; i < kInstrumentCount; ++i) {
    if (name != kInstrumentNames[i]) continue;
    Page page{"Instrument " + name, "instrument." + name, {}, {}};
    page.fact("meaning", std::string(instrument_words(static_cast<Instrument>(i))));
    page.fact("bounds", "0 to " + human_number(kInstrumentHigh[i]));
    page.fact("set by", "the economic bodies, month by month");
    page.fact("held by an act", "thermidor run --do 'instrument." + name + "=VALUE@YYYY-MM..YYYY-MM'");
    return page;
  }
  return std::nullopt;
}

// Checks that read a series.
Page::Section checks_reading(const Scenario& scenario, const std::string& name) {
  Page::Section checks{"Checks that read it", {"check", "id"}, {}};
  for (const scenario::Check& check : scenario.checks) {
    bool reads = false;
    for (const Expression* expression : {&check.value, &check.holds}) {
      reads = reads || std::any_of(expression->nodes.begin(), expression->nodes.end(), [&name](const ExpressionNode& node) {
                return node.op == ExpressionOp::series && node.text == name;
              });
    }
    if (reads) checks.rows.push_back({check.title, check.id});
  }
  return checks;
}

std::optional<Page> series_page(const Scenario& scenario, const std::string& name) {
  const int index = experiment::find_series(name);
  if (index < 0) return std::nullopt;
  const SeriesInfo& info = series_list()[static_cast<std::size_t>(index)];
  Page page{experiment::series_title(info.name), info.name, {}, {}};
  page.fact("meaning", info.text);
  page.fact("unit", info.unit);
  page.fact("source", info.source);
  Page::Section recorded{"Recorded history, as drawn in reports", {"date", "value", "status", "variable", "source"}, {}};
  const ScenarioInfo& when = scenario.params.scenario;
  const experiment::RecordedHistory history =
      experiment::read_recorded_history(experiment::find_data_folder(scenario.folder), when.start, when.end);
  for (const experiment::RecordedValue& value : history.values) {
    if (value.series != name) continue;
    recorded.rows.push_back({value.date, human_number(value.value), value.status, value.variable, value.source});
  }
  page.sections = {recorded, checks_reading(scenario, name)};
  return page;
}

std::optional<Page> check_page(const Scenario& scenario, const std::string& name) {
  for (const scenario::Check& check : scenario.checks) {
    if (check.id != name) continue;
    Page page{check.title, check.id, {}, {}};
    page.fact("kind", check.kind);
    page.fact("judges", check.value.empty() ? check.holds.text : check.value.text);
    if (check.low) page.fact("at least", human_number(*check.low) + " " + check.unit);
    if (check.high) page.fact("at most", human_number(*check.high) + " " + check.unit);
    page.fact("judged where", check.precondition.text);
    page.fact("use", check.use == "validation" ? "validation" : check.use + " (earns no credit)");
    page.fact("claims", check.claim);
    page.fact("source", check.source);
    page.fact("note", check.note);
    page.fact("written in", fmt::format("{}:{}", check.file, check.place.line));
    return page;
  }
  for (const society::EndingRow& ending : scenario.params.society.endings) {
    if (ending.id != name) continue;
    Page page{ending.title, ending.id, {}, {}};
    page.fact("reached if", ending.when);
    return page;
  }
  return std::nullopt;
}

std::string range_text(const Provenance& value) {
  if (!(value.low == value.low) && !(value.high == value.high)) return "";
  return human_number(value.low) + " to " + human_number(value.high);
}

std::optional<Page> parameter_page(const Scenario& scenario, const std::string& name) {
  const Provenance* value = provenance_of(scenario, name);
  if (value == nullptr) {
    Page page{name, name, {}, {values_below(scenario, name + ".", "Values")}};
    if (page.sections.front().rows.empty()) return std::nullopt;
    return page;
  }
  Page page{value->text.empty() ? value->name : value->text, value->name, {}, {}};
  page.fact("value", value->value + " " + value->unit);
  page.fact("range", range_text(*value));
  for (const NumberField& field : scenario.names.parameters) {
    if (field.path == name) page.fact("bounds of the engine", human_number(field.low) + " to " + human_number(field.high));
  }
  page.fact("status", value->status == "recalled" ? "recalled (not yet checked against a page)" : value->status);
  page.fact("source", value->source);
  page.fact("written in", fmt::format("{}:{}", value->file, value->place.line));
  page.fact("changed by an act", "thermidor run --do 'parameter." + name + "=VALUE@YYYY-MM'");
  return page;
}

std::vector<std::string> all_names(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const scenario::Question& question : scenario.questions) names.push_back(question.id);
  for (const scenario::Check& check : scenario.checks) names.push_back(check.id);
  for (const char* name : kLeverNames) names.emplace_back(name);
  for (const char* name : kInstrumentNames) names.emplace_back(name);
  for (const SeriesInfo& info : series_list()) names.push_back(info.name);
  for (const party::LeaderRow& row : scenario.params.party.leaders) names.push_back(row.id);
  for (const party::OrganRow& row : scenario.params.party.organs) names.push_back(row.id);
  for (const party::PostRow& row : scenario.params.party.posts) names.push_back(row.id);
  for (const Provenance& value : scenario.provenance) names.push_back(value.name);
  for (const scenario::Claim& claim : scenario.claims) names.push_back(claim.id);
  return names;
}

// "person:NAME", "person NAME", "lever.rigour": the kind may be written before the name.
std::string bare_name(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : ":") + word;
  for (const char* kind : {"person:", "question:", "organ:", "post:", "lever:", "instrument:", "series:", "check:", "ending:",
                           "contrast:", "parameter:", "lever.", "instrument.", "parameter."}) {
    if (name.rfind(kind, 0) == 0) name = name.substr(std::string_view(kind).size());
  }
  return name;
}

// A person in one run.
int show_in_run(const ShowOptions& options, const Terminal& terminal) {
  const Result<experiment::RunRequest> request = request_of_folder(options.run, options.baseline);
  if (!request) return refuse(terminal, request.diagnostics(), options.json);
  const Result<Replay> played = replay(request.value(), 0);
  if (!played) return refuse(terminal, played.diagnostics(), options.json);
  const Result<LeaderId> person = experiment::find_person(bare_name(options.words), played.value().run.roster);
  if (!person) return refuse(terminal, person.diagnostics(), options.json);
  const experiment::PersonDossier dossier = experiment::person_dossier(
      played.value().record, played.value().run.roster, played.value().run.scenario, played.value().titles(), person.value());
  Page page{dossier.title, dossier.id, dossier.facts, {}, dossier.values};
  for (const experiment::JsonTable& table : dossier.tables)
    page.sections.push_back({table.name, table.columns, table.rows, table.values});
  print_page(terminal, page, options.json);
  return kOk;
}

int show_claim(const Scenario& scenario, const scenario::Claim& claim, const ShowOptions& options, const Terminal& terminal) {
  const Result<std::vector<scenario::ClaimUse>> uses = scenario::read_claim_uses(scenario.folder, scenario.claims);
  if (!uses) return refuse(terminal, uses.diagnostics(), options.json);
  Page page = claim_page(scenario, claim, uses.value());
  // Only systems and mechanisms are rules that can fire.
  const bool rule = claim.id.front() == 'S' || claim.id.front() == 'M';
  const int code =
      rule && options.seeds > 0 ? add_firings(claim, uses.value(), options.scenario, options.seeds, terminal, page) : kOk;
  print_page(terminal, page, options.json);
  return code;
}

std::optional<Page> find_page(const Scenario& scenario, const std::string& name) {
  using Maker = std::optional<Page> (*)(const Scenario&, const std::string&);
  for (const Maker make : {Maker{question_page}, Maker{contrast_page}, Maker{check_page}, Maker{lever_page}, Maker{series_page},
                           Maker{organ_page}, Maker{post_page}, Maker{parameter_page}, Maker{person_page}}) {
    if (std::optional<Page> page = make(scenario, name)) return page;
  }
  return std::nullopt;
}

}  // namespace

int execute(const ShowOptions& options, const Terminal& terminal) {
  if (!options.run.empty()) return show_in_run(options, terminal);
  const Result<Scenario> loaded = experiment::load_scenario_named(options.scenario);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const Scenario& scenario = loaded.value();
  std::string name = bare_name(options.words);
  const bool as_claim = name.rfind("claim:", 0) == 0;
  if (as_claim) name = name.substr(std::string_view("claim:").size());
  const scenario::Claim* const claim = scenario.find_claim(name);
  std::optional<Page> page = as_claim ? std::nullopt : find_page(scenario, name);
  if (!page && claim != nullptr) return show_claim(scenario, *claim, options, terminal);
  if (!page) {
    return refuse(
        terminal,
        fault("nothing is called '" + name + "'", "a name from 'thermidor list ...'", nearest_name(name, all_names(scenario))),
        options.json);
  }
  // A question, an ending and some checks bear the id of the claim that they carry out.
  if (claim != nullptr)
    page->fact("the claim", fmt::format("{} ({}; thermidor show claim:{})", claim->text, claim->reference, claim->id));
  print_page(terminal, *page, options.json);
  return kOk;
}

}  // namespace thermidor::cli
