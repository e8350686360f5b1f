#include "api/thermidor.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/digest.hpp"
#include "core/expression.hpp"
#include "model/month.hpp"
#include "model/pack.hpp"
#include "model/series.hpp"
#include "model/snapshot.hpp"

using thermidor::Act;
using thermidor::ActKind;
using thermidor::Month;

struct ThermidorScenario {
  thermidor::Pack pack;
  std::uint64_t digest = 0;  // of the pack: saved runs carry it
};

struct ThermidorRun {
  const ThermidorScenario* scenario;
  thermidor::Agenda agenda;
  thermidor::World world;
  thermidor::Records records;
  std::vector<double> row;
};

namespace {

std::string& last_error() {
  static std::string text;
  return text;
}

std::string& saved_bytes() {
  static std::string bytes;
  return bytes;
}

std::string_view view_of(const uint8_t* bytes, uint32_t size) { return {reinterpret_cast<const char*>(bytes), size}; }

// Keeps the reason; true if there was none.
bool succeeded(thermidor::ArchiveFault fault) {
  last_error() = fault == thermidor::ArchiveFault::none ? std::string() : std::string(thermidor::describe(fault));
  return fault == thermidor::ArchiveFault::none;
}

// A run's bytes end with the digest of its scenario: tables of another size would not fit its columns.
constexpr std::size_t kDigestBytes = 8;

void append_digest(std::string& bytes, std::uint64_t digest) {
  for (std::size_t i = 0; i < kDigestBytes; ++i) bytes.push_back(static_cast<char>((digest >> (8 * i)) & 0xFF));
}

bool ends_with_digest(std::string_view bytes, std::uint64_t digest) {
  std::string end;
  append_digest(end, digest);
  return bytes.ends_with(end);
}

// Acts of a run are sorted by month; of one month the later given comes last and prevails.
void insert_act(std::vector<Act>& acts, Act act) {
  const auto place =
      std::upper_bound(acts.begin(), acts.end(), act.at, [](Month month, const Act& other) { return month < other.at; });
  acts.insert(place, std::move(act));
}

const thermidor::SeriesInfo* series_at(int32_t series) {
  const auto list = thermidor::series_list();
  return series >= 0 && static_cast<std::size_t>(series) < list.size() ? &list[static_cast<std::size_t>(series)] : nullptr;
}

// Finds `name` among levers, then instruments, and fills the act's target and bounds check.
bool resolve_hold(const std::string& name, double value, Act& act) {
  for (std::size_t i = 0; i < thermidor::kLeverCount; ++i) {
    if (name != thermidor::kLeverNames[i]) continue;
    act.kind = ActKind::set_lever;
    act.lever = static_cast<thermidor::Lever>(i);
    return value >= thermidor::lever_low(act.lever) && value <= 1;
  }
  for (std::size_t i = 0; i < thermidor::kInstrumentCount; ++i) {
    if (name != thermidor::kInstrumentNames[i]) continue;
    act.kind = ActKind::set_instrument;
    act.instrument = static_cast<thermidor::Instrument>(i);
    return value >= 0 && value <= thermidor::kInstrumentHigh[i];
  }
  return false;
}

// The names that a condition may use.
thermidor::Vocabulary vocabulary_of(const thermidor::Params& params) {
  thermidor::Vocabulary vocabulary;
  for (const thermidor::SeriesInfo& series : thermidor::series_list()) vocabulary.series.push_back(series.name);
  for (const thermidor::party::LeaderRow& leader : params.party.leaders) vocabulary.leaders.push_back(leader.id);
  for (const thermidor::party::PostRow& post : params.party.posts) vocabulary.posts.push_back(post.id);
  return vocabulary;
}

// An act knows last month alone.
bool looks_elsewhere(const thermidor::Expression& when) {
  using thermidor::ExpressionOp;
  return when.gives_month || std::any_of(when.nodes.begin(), when.nodes.end(), [](const thermidor::ExpressionNode& node) {
           return node.op == ExpressionOp::month || (node.op >= ExpressionOp::at && node.op <= ExpressionOp::date_of);
         });
}

bool read_condition(const thermidor::Params& params, const char* text, Act& act) {
  thermidor::Result<thermidor::Expression> when = thermidor::parse_expression(text, vocabulary_of(params));
  if (!when) {
    last_error() = thermidor::format_diagnostic(when.diagnostics().front());
    return false;
  }
  act.when = std::move(when).value();
  if (!act.when.empty() && !looks_elsewhere(act.when)) return true;
  last_error() = "the condition asks for other months than the last";
  return false;
}

// A run remembers what it has done by the act's line: everything that makes it another act stands in it.
std::string line_of(const char* name, const Act& act, const char* when) {
  std::string line = std::string(name) + '=' + std::to_string(std::bit_cast<std::uint64_t>(act.value));
  for (const std::int32_t number : {act.at.index, act.until.index, static_cast<std::int32_t>(act.repeat)})
    line += ' ' + std::to_string(number);
  return line + " when " + when;
}

constexpr std::int32_t kFarthest = 1200;  // months after the scenario's first in which an act can be meant

bool fill_hold(const ThermidorScenario& scenario, const char* name, double value, std::int32_t at, std::int32_t until,
               Act& act) {
  if (!resolve_hold(name, value, act)) {
    last_error() = std::string("no lever or instrument takes this value: ") + name;
    return false;
  }
  const std::int32_t start = scenario.pack.params.scenario.start.index;
  if (at < start || at > start + kFarthest) {
    last_error() = "the first month is counted as year * 12 + month - 1, from " + std::to_string(start) + " on";
    return false;
  }
  if (until != 0 && until < at) {
    last_error() = "the last month comes before the first";
    return false;
  }
  act.at = Month{at};
  act.until = Month{until};
  act.value = value;
  act.text = name;
  return true;
}

}  // namespace

extern "C" {

int32_t thermidor_version(void) { return 1; }

const char* thermidor_error(void) { return last_error().c_str(); }

ThermidorScenario* thermidor_load(const uint8_t* bytes, uint32_t size) {
  auto scenario = std::make_unique<ThermidorScenario>();
  if (!succeeded(thermidor::load_pack(view_of(bytes, size), scenario->pack))) return nullptr;
  scenario->digest = thermidor::digest_of(scenario->pack);
  last_error().clear();
  return scenario.release();
}

void thermidor_free_scenario(ThermidorScenario* scenario) { delete scenario; }

int32_t thermidor_start(const ThermidorScenario* scenario) { return scenario->pack.params.scenario.start.index; }

int32_t thermidor_end(const ThermidorScenario* scenario) { return scenario->pack.params.scenario.end.index; }

static ThermidorRun* make_run(const ThermidorScenario* scenario, thermidor::RunSetup setup, int32_t sample, int32_t outside,
                              int32_t history_until) {
  if (sample < 1 || sample > 100000) {
    last_error() = "sample must lie between 1 and 100000";
    return nullptr;
  }
  if (outside != THERMIDOR_OUTSIDE_RECORDED && outside != THERMIDOR_OUTSIDE_DRAWN) {
    last_error() = "the outside world is recorded or drawn";
    return nullptr;
  }
  setup.sample = sample;
  setup.outside =
      outside == THERMIDOR_OUTSIDE_DRAWN ? thermidor::society::OutsideMode::drawn : thermidor::society::OutsideMode::recorded;
  thermidor::Agenda agenda{scenario->pack.acts, scenario->pack.chronicle, Month{history_until}};
  thermidor::Records records;
  records.keep_details = false;
  last_error().clear();
  return new ThermidorRun{
      scenario, std::move(agenda), thermidor::make_world(scenario->pack.params, setup), std::move(records), {}};
}

ThermidorRun* thermidor_make(const ThermidorScenario* scenario, uint32_t seed, int32_t sample, int32_t outside,
                             int32_t history_until) {
  thermidor::RunSetup setup;
  setup.seed = seed;
  return make_run(scenario, setup, sample, outside, history_until);
}

ThermidorRun* thermidor_make_members(const ThermidorScenario* scenario, uint32_t seed, int32_t sample, int32_t outside,
                                     int32_t history_until) {
  thermidor::RunSetup setup;
  setup.seed = seed;
  setup.one_by_one = true;
  return make_run(scenario, setup, sample, outside, history_until);
}

void thermidor_free_run(ThermidorRun* run) { delete run; }

ThermidorRun* thermidor_fork(const ThermidorRun* run) {
  last_error().clear();
  return new ThermidorRun(*run);
}

int32_t thermidor_hold(ThermidorRun* run, const char* name, double value, int32_t at, int32_t until) {
  Act act;
  if (!fill_hold(*run->scenario, name, value, at, until, act)) return 0;
  insert_act(run->agenda.acts, std::move(act));
  last_error().clear();
  return 1;
}

int32_t thermidor_hold_when(ThermidorRun* run, const char* name, double value, int32_t at, int32_t until, const char* when,
                            int32_t repeat) {
  Act act;
  if (!fill_hold(*run->scenario, name, value, at, until, act) || !read_condition(run->scenario->pack.params, when, act))
    return 0;
  if (repeat < THERMIDOR_ONCE || repeat > THERMIDOR_YEARLY) {
    last_error() = "an act is done once, monthly or yearly";
    return 0;
  }
  act.repeat = static_cast<thermidor::Repeat>(repeat);
  act.title = name;
  act.text = line_of(name, act, when);
  insert_act(run->agenda.acts, std::move(act));
  last_error().clear();
  return 1;
}

int32_t thermidor_step(ThermidorRun* run) {
  const thermidor::SerialExecutor executor;
  thermidor::advance_month(run->scenario->pack.params, run->agenda, run->world, run->records, executor);
  thermidor::observe(run->world, run->row);
  const bool fault = run->world.fault.raised();
  last_error() = fault ? run->world.fault.message() : std::string();
  return fault ? 0 : 1;
}

int32_t thermidor_month(const ThermidorRun* run) { return run->world.month.index; }

int32_t thermidor_series_count(void) { return static_cast<int32_t>(thermidor::series_list().size()); }

const char* thermidor_series_name(int32_t series) {
  const thermidor::SeriesInfo* info = series_at(series);
  return info != nullptr ? info->name.c_str() : "";
}

const char* thermidor_series_unit(int32_t series) {
  const thermidor::SeriesInfo* info = series_at(series);
  return info != nullptr ? info->unit.c_str() : "";
}

double thermidor_series_value(const ThermidorRun* run, int32_t series) {
  const std::size_t index = static_cast<std::size_t>(series);
  return index < run->row.size() ? run->row[index] : 0;
}

uint32_t thermidor_digest_low(const ThermidorRun* run) { return static_cast<uint32_t>(thermidor::digest(run->world)); }

uint32_t thermidor_digest_high(const ThermidorRun* run) { return static_cast<uint32_t>(thermidor::digest(run->world) >> 32); }

const uint8_t* thermidor_save(const ThermidorRun* run, uint32_t* size) {
  saved_bytes() = thermidor::save_world(run->world);
  append_digest(saved_bytes(), run->scenario->digest);
  last_error().clear();
  *size = static_cast<uint32_t>(saved_bytes().size());
  return reinterpret_cast<const uint8_t*>(saved_bytes().data());
}

int32_t thermidor_restore(ThermidorRun* run, const uint8_t* bytes, uint32_t size) {
  std::string_view state = view_of(bytes, size);
  if (!ends_with_digest(state, run->scenario->digest)) {
    last_error() = "damaged, or of a run of another scenario";
    return 0;
  }
  state.remove_suffix(kDigestBytes);
  if (!succeeded(thermidor::load_world(state, run->world))) return 0;
  run->row.clear();
  if (run->world.month > run->scenario->pack.params.scenario.start) thermidor::observe(run->world, run->row);
  last_error().clear();
  return 1;
}

}  // extern "C"
