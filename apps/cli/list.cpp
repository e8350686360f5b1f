// thermidor list: what a scenario holds, as one table each.
#include <fmt/format.h>

#include <functional>
#include <map>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/loaded.hpp"
#include "experiment/to_json.hpp"
#include "policy_words.hpp"
#include "scenario/find.hpp"

namespace thermidor::cli {
namespace {

using scenario::Scenario;

// A table of texts, printed for readers or as JSON.
struct Listing {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::string hint;
  std::size_t for_programs = 0;  // last columns that only programs need
};

Listing list_questions(const Scenario& scenario) {
  Listing listing{{"id", "fork", "question", "decider"}, {}, "Ask one: thermidor whatif ID.  More about it: thermidor show ID"};
  for (const scenario::Question& question : scenario.questions) {
    listing.rows.push_back({question.id, format_month(question.at), question.title, question.decider});
  }
  return listing;
}

std::string bounds(double low, double high) { return human_number(low) + " to " + human_number(high); }

Listing list_levers(const Scenario& scenario) {
  Listing listing{{"lever", "meaning", "bounds", "at the start", "act that holds it"},
                  {},
                  "Organs decide levers; an act holds one against them: thermidor run --do 'lever.NAME=VALUE@YYYY-MM'",
                  1};
  for (std::size_t i = 0; i < kLeverCount; ++i) {
    const auto lever = static_cast<Lever>(i);
    std::string start;
    for (const party::LeverRow& row : scenario.params.party.levers) {
      if (row.id == kLeverNames[i]) start = human_number(row.start);
    }
    listing.rows.push_back({kLeverNames[i], std::string(lever_words(lever)), bounds(lever_low(lever), 1), start,
                            "--do 'lever." + std::string(kLeverNames[i]) + "=VALUE@YYYY-MM'"});
  }
  return listing;
}

Listing list_instruments(const Scenario&) {
  Listing listing{
      {"instrument", "meaning", "bounds", "act that holds it"},
      {},
      "Economic bodies set instruments; an act holds one against them: thermidor run --do 'instrument.NAME=VALUE@YYYY-MM'",
      1};
  for (std::size_t i = 0; i < kInstrumentCount; ++i) {
    listing.rows.push_back({kInstrumentNames[i], std::string(instrument_words(static_cast<Instrument>(i))),
                            bounds(0, kInstrumentHigh[i]),
                            "--do 'instrument." + std::string(kInstrumentNames[i]) + "=VALUE@YYYY-MM'"});
  }
  return listing;
}

Listing list_series(const Scenario&) {
  Listing listing{{"series", "unit", "meaning", "source"}, {}, "Source and recorded values: thermidor show SERIES", 1};
  for (const SeriesInfo& info : series_list()) {
    const bool instrument = info.name.starts_with("instrument.");
    std::string meaning = info.text;
    for (std::size_t i = 0; i < kLeverCount; ++i) {
      if (info.name == std::string("lever.") + kLeverNames[i])
        meaning = "in force: " + std::string(lever_words(static_cast<Lever>(i)));
    }
    for (std::size_t i = 0; i < kInstrumentCount; ++i) {
      if (info.name == std::string("instrument.") + kInstrumentNames[i]) meaning = instrument_words(static_cast<Instrument>(i));
    }
    listing.rows.push_back({info.name, instrument ? "" : info.unit, meaning, info.source});
  }
  return listing;
}

Listing list_people(const Scenario& scenario) {
  Listing listing{{"person", "id", "born", "joined", "prestige at the start"}, {}, "A dossier: thermidor show NAME"};
  for (const party::LeaderRow& row : scenario.params.party.leaders) {
    listing.rows.push_back(
        {row.title, row.id, std::to_string(row.born), std::to_string(row.joined), human_number(row.prestige)});
  }
  return listing;
}

Listing list_organs(const Scenario& scenario) {
  Listing listing{{"organ", "id", "members", "majority", "ballot", "meets every"}, {}, ""};
  for (const party::OrganRow& row : scenario.params.party.organs) {
    listing.rows.push_back({row.title, row.id, std::to_string(row.full), human_share(row.majority),
                            row.open_ballot != 0 ? "open" : "secret",
                            row.meets_every == 1 ? "month" : fmt::format("{} months", row.meets_every)});
  }
  return listing;
}

Listing list_posts(const Scenario& scenario) {
  const experiment::Roster roster = experiment::roster_of(scenario.params);
  Listing listing{{"post", "id", "domain", "value", "holder at the start"}, {}, ""};
  for (const party::PostRow& row : scenario.params.party.posts) {
    listing.rows.push_back({row.title, row.id, row.domain, human_number(row.value), roster.title(row.holder)});
  }
  return listing;
}

Listing list_checks(const Scenario& scenario) {
  Listing listing{{"id", "kind", "check", "use", "source"}, {}, "In how many runs they hold: thermidor checks"};
  for (const scenario::Check& check : scenario.checks)
    listing.rows.push_back({check.id, check.kind, check.title, check.use, check.source});
  return listing;
}

Listing list_contrasts(const Scenario& scenario) {
  Listing listing{{"id", "contrast", "claims", "acts"}, {}, "Carry one out: thermidor contrasts ID", 1};
  for (const scenario::Contrast& contrast : scenario.contrasts) {
    std::string acts;
    for (const Act& act : contrast.acts) acts += (acts.empty() ? "" : " ") + act.text;
    listing.rows.push_back({contrast.id, contrast.title, contrast.claim, acts});
  }
  return listing;
}

Listing list_parameters(const Scenario& scenario) {
  Listing listing{{"parameter", "value", "unit", "status", "source"}, {}, "Bounds and meaning: thermidor show PARAMETER"};
  for (const scenario::Provenance& value : scenario.provenance) {
    listing.rows.push_back({value.name, value.value, value.unit, value.status, value.source});
  }
  return listing;
}

Listing list_endings(const Scenario& scenario) {
  Listing listing{{"id", "ending", "holds when"}, {}, "The cheapest decisions that reach one: thermidor price --ending ID"};
  for (const society::EndingRow& row : scenario.params.society.endings) listing.rows.push_back({row.id, row.title, row.when});
  return listing;
}

Listing list_presets(const Scenario& scenario) {
  Listing listing{{"id", "reading", "kind"}, {}, "Play one: thermidor run --explanations ID"};
  for (const party::PresetRow& row : scenario.params.party.presets) listing.rows.push_back({row.id, row.title, row.kind});
  return listing;
}

Listing list_designs(const Scenario& scenario) {
  Listing listing{{"id", "design", "fork", "factors", "combinations"}, {}, "Play one in full: thermidor circumstances ID"};
  for (const scenario::Design& design : scenario.designs) {
    std::string factors;
    std::size_t cells = 1;
    for (const scenario::DesignFactor& factor : design.factors) {
      factors += (factors.empty() ? "" : ", ") + factor.id + " (" + std::to_string(factor.levels.size()) + ")";
      cells *= factor.levels.size();
    }
    listing.rows.push_back({design.id, design.title, format_month(design.at), factors, std::to_string(cells)});
  }
  return listing;
}

// Whether a use shows that the project does something with the claim.
bool is_use(const std::string& use) { return use != "page" && use != "same lines" && use != "left out"; }

Result<Listing> list_claims(const Scenario& scenario, bool unused) {
  const Result<std::vector<scenario::ClaimUse>> uses = scenario::read_claim_uses(scenario.folder, scenario.claims);
  if (!uses) return uses.diagnostics();
  Listing listing{{"id", "essay", "voice", "claim", "uses"}, {}, "Where it is used and how often it fires: thermidor show ID"};
  if (unused) listing = {{"id", "essay", "claim", "reason", "why nothing uses it"}, {}, "By kind: docs/claims.md"};
  for (const scenario::Claim& claim : scenario.claims) {
    int count = 0;
    std::string reason;
    std::string why;
    for (const scenario::ClaimUse& use : uses.value()) {
      if (use.claim != claim.id) continue;
      count += is_use(use.use) ? 1 : 0;
      if (use.use != "left out") continue;
      reason = use.name;
      why = use.what;
    }
    if (!unused) listing.rows.push_back({claim.id, claim.reference, claim.voice, claim.text, std::to_string(count)});
    if (unused && count == 0) listing.rows.push_back({claim.id, claim.reference, claim.text, reason, why});
  }
  return listing;
}

void print_listing(const Terminal& terminal, const Listing& listing, bool json) {
  if (json) {
    terminal.print(experiment::rows_json(listing.columns, listing.rows));
    return;
  }
  TextTable table;
  const std::size_t shown = listing.columns.size() - listing.for_programs;
  for (std::size_t c = 0; c < shown; ++c) table.add_column(listing.columns[c]);
  for (const std::vector<std::string>& row : listing.rows) {
    table.add_row({row.begin(), row.begin() + static_cast<std::ptrdiff_t>(shown)});
  }
  terminal.print(table.draw(terminal));
  if (!listing.hint.empty()) terminal.print("\n" + terminal.tint(Tone::faint, wrap(listing.hint, terminal.width())));
}

int list_scenarios(const Terminal& terminal, bool json) {
  Listing listing{{"scenario", "title", "from", "to", "folder"}, {}, ""};
  for (const std::string& folder : scenario::list_scenarios()) {
    const Result<Scenario> loaded = scenario::load_scenario(folder);
    if (loaded) {
      const ScenarioInfo& info = loaded.value().params.scenario;
      listing.rows.push_back({info.key, info.title, format_month(info.start), format_month(info.end), folder});
    } else {
      listing.rows.push_back({"", "(has faults: thermidor validate " + folder + ")", "", "", folder});
    }
  }
  if (listing.rows.empty())
    return refuse(terminal, fault("no scenario found", "a folder 'scenarios' here, or THERMIDOR_SCENARIOS"), json);
  print_listing(terminal, listing, json);
  return kOk;
}

}  // namespace

int execute(const ListOptions& options, const Terminal& terminal) {
  if (options.unused && options.what != "claims")
    return refuse(terminal, fault("--unused goes with claims", "thermidor list claims --unused"), options.json);
  if (options.what == "scenarios") return list_scenarios(terminal, options.json);
  const std::map<std::string, std::function<Listing(const Scenario&)>> listings = {
      {"questions", list_questions}, {"levers", list_levers},   {"instruments", list_instruments},
      {"series", list_series},       {"people", list_people},   {"organs", list_organs},
      {"posts", list_posts},         {"checks", list_checks},   {"parameters", list_parameters},
      {"contrasts", list_contrasts}, {"endings", list_endings}, {"designs", list_designs},
      {"presets", list_presets}};
  const Result<Scenario> loaded = experiment::load_scenario_named(options.scenario);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  if (options.what == "claims") {
    const Result<Listing> claims = list_claims(loaded.value(), options.unused);
    if (!claims) return refuse(terminal, claims.diagnostics(), options.json);
    print_listing(terminal, claims.value(), options.json);
    return kOk;
  }
  print_listing(terminal, listings.at(options.what)(loaded.value()), options.json);
  return kOk;
}

}  // namespace thermidor::cli
