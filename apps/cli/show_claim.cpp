// A claim of the essay as a page: what it says, where the project uses it, and how often its rules fire.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common.hpp"
#include "experiment/count_claims.hpp"
#include "experiment/loaded.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"
#include "show_claim.hpp"

namespace thermidor::cli {
namespace {

using scenario::Claim;
using scenario::ClaimUse;
using scenario::Scenario;

struct UseTitle {
  const char* use;
  const char* title;
  const char* name;
  const char* what;
};

constexpr std::array<UseTitle, 13> kTitles = {{
    {"rule", "Rules that cite it", "source file", "what the file does"},
    {"event", "Kinds of events that bear it", "event", "what happened"},
    {"sign", "Sign by which its months are counted", "condition", "in words"},
    {"stated", "Carried out without being cited", "file", "remark"},
    {"parameter", "Parameters of these rules", "parameter", "meaning"},
    {"table", "Rows of tables and acts of the record", "row", "title"},
    {"check", "Checks", "check", "title"},
    {"contrast", "Contrasts", "contrast", "title"},
    {"question", "Questions", "question", "title"},
    {"ending", "Endings", "ending", "title"},
    {"page", "Pages of the model", "page", "title"},
    {"test", "Tests", "file", ""},
    {"same lines", "Questions about the same sentences", "question", "title"},
}};

std::string value_of(const Scenario& scenario, const std::string& path) {
  for (const scenario::Provenance& value : scenario.provenance) {
    if (value.name == path) return value.value + " " + value.unit;
  }
  return "a block: thermidor show " + path;
}

Page::Section section_of(const Scenario& scenario, const UseTitle& title, const Claim& claim,
                         const std::vector<ClaimUse>& uses) {
  const bool parameter = std::string_view(title.use) == "parameter";
  Page::Section section{title.title, {title.name}, {}};
  if (parameter) section.columns.emplace_back("value");
  if (title.what[0] != '\0') section.columns.emplace_back(title.what);
  for (const ClaimUse& use : uses) {
    if (use.claim != claim.id || use.use != title.use) continue;
    std::vector<std::string> row{use.name};
    if (parameter) row.push_back(value_of(scenario, use.name));
    if (title.what[0] != '\0') row.push_back(use.what);
    section.rows.push_back(std::move(row));
  }
  return section;
}

// False where no event bears the id of a claim: its rule may act in every run and none shows it. Without an index nothing is
// known.
bool countable(const Claim& claim, const std::vector<ClaimUse>& uses) {
  return uses.empty() || std::any_of(uses.begin(), uses.end(),
                                     [&claim](const ClaimUse& use) { return use.claim == claim.id && use.use == "event"; });
}

void add_count(const experiment::LoadedRun& run, const experiment::ClaimTally& tally, const experiment::ClaimCount* count,
               Page& page) {
  const int fired = count != nullptr ? count->runs : 0;
  const double events = count != nullptr ? static_cast<double>(count->events) / tally.runs : 0;
  page.fact("fired in", fmt::format("{} of {} free runs", fired, tally.runs), std::int64_t{fired});
  page.values.emplace_back("free runs", std::int64_t{tally.runs});
  page.fact("events a run", human_number(events), events);
  if (count == nullptr) return;
  constexpr std::size_t kMost = 8;
  Page::Section kinds{"Events that bore it", {"event", "a run"}, {}};
  Page::Section actors{"Persons they tell of most", {"person", "a run"}, {}};
  const auto add = [&tally](Page::Section& section, const std::string& name, int number) {
    const double mean = static_cast<double>(number) / tally.runs;
    section.values[{section.rows.size(), 1}] = mean;
    section.rows.push_back({name, fmt::format("{:.2f}", mean)});
  };
  for (const auto& [kind, number] : count->kinds) add(kinds, kind, number);
  for (std::size_t i = 0; i < std::min(kMost, count->actors.size()); ++i)
    add(actors, run.roster.title(count->actors[i].first), count->actors[i].second);
  page.sections.push_back(std::move(kinds));
  page.sections.push_back(std::move(actors));
}

}  // namespace

Page claim_page(const Scenario& scenario, const Claim& claim, const std::vector<ClaimUse>& uses) {
  Page page{fmt::format("Claim of the essay: {}", scenario::kind_of_claim(claim.id)), claim.id, {}, {}};
  page.fact("says", claim.text);
  page.fact("essay", claim.reference);
  page.fact("voice", claim.voice.empty() ? "told as fact" : claim.voice);
  for (const ClaimUse& use : uses) {
    if (use.claim == claim.id && use.use == "left out") page.fact("left out", use.name + ": " + use.what);
  }
  for (const UseTitle& title : kTitles) page.sections.push_back(section_of(scenario, title, claim, uses));
  return page;
}

const scenario::ClaimSign* sign_of(const Scenario& scenario, const Claim& claim) {
  for (const scenario::ClaimSign& sign : scenario.claim_signs) {
    if (sign.claim == claim.id) return &sign;
  }
  return nullptr;
}

void add_sign(const scenario::ClaimSign& sign, const experiment::ClaimTally& tally, std::size_t months, Page& page) {
  page.fact("sign", sign.title + " (" + sign.when.text + ")");
  page.fact("sign shows in", fmt::format("{} of {} free runs", tally.sign_runs, tally.sign_judged),
            std::int64_t{tally.sign_runs});
  page.values.emplace_back("free runs judged by the sign", std::int64_t{tally.sign_judged});
  page.fact("months a run", fmt::format("{} of {}", human_number(tally.sign_months), months), tally.sign_months);
}

int add_firings(const Claim& claim, const std::vector<ClaimUse>& uses, const std::string& scenario, int seeds,
                const Terminal& terminal, Page& page) {
  experiment::RunRequest request;
  request.scenario = scenario;
  request.sample = 1000;
  request.parameters = "usual";
  const Result<experiment::LoadedRun> loaded = experiment::load_run(request);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), false);
  const experiment::LoadedRun& run = loaded.value();
  const scenario::ClaimSign* const sign = sign_of(run.scenario, claim);
  const bool events = countable(claim, uses);
  if (!events) page.fact("fired in", "not counted: no event bears its id", nullptr);
  if (!events && sign == nullptr) return kOk;
  experiment::ClaimPlan plan{&run.scenario.params, run.setup, run.agenda, run.last, seeds, run.draws, nullptr, &run.roster};
  if (sign != nullptr) plan.sign = &sign->when;
  const experiment::ThreadPool pool;
  experiment::ClaimTally tally;
  {
    ProgressLine progress(terminal, "runs");
    experiment::EnsembleControl control{.executor = &pool, .stop = &interrupted()};
    control.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
    tally = experiment::count_claims(plan, control);
  }
  if (tally.runs == 0) return kRunFailed;
  if (events) add_count(run, tally, tally.find(claim.id), page);
  if (sign != nullptr)
    add_sign(*sign, tally, static_cast<std::size_t>(run.last - run.scenario.params.scenario.start + 1), page);
  return tally.finished && tally.faulted == 0 ? kOk : kRunFailed;
}

}  // namespace thermidor::cli
