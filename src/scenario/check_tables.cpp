#include "scenario/check_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/table.hpp"
#include "economy/materials.hpp"
#include "scenario/table_view.hpp"
#include "signals/policy.hpp"

namespace thermidor::scenario {
namespace {

constexpr double kRounding = 0.005;  // by which shares may miss their sum, as printed figures do

// --- branches ---

constexpr std::array<std::string_view, 7> kInputs = {"fuel", "ore", "metal", "machines", "power", "timber", "raw"};
// Branches whose output is published, or works by rules of its own, under this name.
constexpr std::array<std::string_view, 4> kNamedBranches = {"coal", "metal", "arms", "crafts"};
constexpr std::array<std::string_view, 6> kKinds = {"fuel", "other heavy", "consumer goods", "transport", "building", "crafts"};

void check_inputs(const TableView& branches, const Value& row, Binding& binding) {
  double sum = 0;
  for (const std::string_view input : kInputs) {
    const std::optional<double> number = branches.number(row, input);
    if (!number) return;
    sum += *number;
  }
  const std::string name = "branch '" + branches.id(row) + "'";
  if (sum <= 0)
    binding.fail(branches.file(), row.place, name + " has no inputs",
                 "fuel, ore, metal, machines, power, timber or raw above 0");
  if (sum >= 1)
    binding.fail(branches.file(), row.place, name + " takes " + short_number(sum) + " of inputs for a unit of output",
                 "inputs that add to less than 1");
}

bool makes(const TableView& branches, const Value& row, std::size_t material) {
  if (branches.number(row, "kind") == 0.0) return material == economy::at(economy::Material::fuel);
  return material != economy::at(economy::Material::fuel) && branches.id(row) == economy::kMaterialNames[material];
}

// What somebody uses somebody must make.
void check_makers(const TableView& branches, Binding& binding) {
  for (std::size_t m = 0; m < economy::kMaterials; ++m) {
    const std::string material = economy::kMaterialNames[m];
    const auto made = [&](const Value* row) { return makes(branches, *row, m); };
    if (std::any_of(branches.rows().begin(), branches.rows().end(), made)) continue;
    for (const Value* row : branches.rows()) {
      if (branches.number(*row, material).value_or(0) <= 0) continue;
      binding.fail(branches.file(), branches.place(*row, material),
                   "branch '" + branches.id(*row) + "' uses " + material + ", which no branch makes",
                   m == 0 ? "a row with kind = 0" : "a row with id = \"" + material + "\"");
      break;
    }
  }
}

void check_branches(const TableView& branches, Binding& binding) {
  for (const Value* row : branches.rows()) {
    check_inputs(branches, *row, binding);
    branches.require_positive(*row, "size", "makes nothing", binding);
  }
  check_makers(branches, binding);
  for (const std::string_view id : kNamedBranches) branches.require_row(id, binding);
  for (std::size_t kind = 1; kind < kKinds.size(); ++kind) {
    const auto is_kind = [&](const Value* row) { return branches.number(*row, "kind") == static_cast<double>(kind); };
    if (std::any_of(branches.rows().begin(), branches.rows().end(), is_kind)) continue;
    binding.fail(branches.file(), branches.end(), "no branch of kind " + std::to_string(kind),
                 "a row of " + std::string(kKinds[kind]) + " with kind = " + std::to_string(kind));
  }
  branches.require_sum("weight", kRounding, binding);
  branches.require_sum("investment_use", kRounding, binding);
  // Orders of the budget are shares of one another; only their proportions count.
  branches.require_sum("state_use", 0.03, binding);
}

// --- regions and weather ---

void check_regions(const TableView& regions, Binding& binding) {
  const auto zones = binding.tables.find("weather_zones");
  const std::size_t zone_count = zones != binding.tables.end() ? TableView(zones->second).rows().size() : 0;
  for (const Value* row : regions.rows()) {
    regions.require_positive(*row, "rail", "is not reached by rail", binding);
    regions.require_positive(*row, "households", "has no farms", binding);
    regions.require_positive(*row, "townspeople", "has no towns", binding);
    const std::optional<double> zone = regions.number(*row, "weather_zone");
    if (zone_count == 0 || !zone || *zone < static_cast<double>(zone_count)) continue;
    binding.fail(regions.file(), regions.place(*row, "weather_zone"),
                 "weather_zone " + format_number(*zone) + " is no row of tables/weather_zones.toml",
                 "a whole number from 0 to " + std::to_string(zone_count - 1));
  }
  regions.require_sum("industry_share", kRounding, binding);
}

// Every zone has its weather once in every year that may be played.
void check_weather(const TableView& weather, const ScenarioInfo& info, Binding& binding) {
  std::set<std::pair<int, std::string>> seen;
  for (const Value* row : weather.rows()) {
    const std::string zone = weather.text(*row, "zone");
    const std::optional<double> year = weather.number(*row, "year");
    if (!year || zone.empty()) continue;
    if (position_of(binding.names.zones, zone) < 0 && !binding.names.zones.empty())
      binding.fail(weather.file(), weather.place(*row, "zone"), "unknown zone '" + zone + "'",
                   "the id of a row of tables/weather_zones.toml", nearest_name(zone, binding.names.zones));
    if (!seen.emplace(static_cast<int>(*year), zone).second)
      binding.fail(weather.file(), weather.place(*row, "year"),
                   "the weather of '" + zone + "' in " + format_number(*year) + " is given twice",
                   "one row for each zone and year");
  }
  if (info.start == Month{} || info.end < info.start) return;
  for (const std::string& zone : binding.names.zones) {
    for (int year = info.start.year(); year <= info.end.year(); ++year) {
      if (seen.contains({year, zone})) continue;
      binding.fail(weather.file(), weather.end(), "no weather of '" + zone + "' in " + std::to_string(year),
                   "a row with year = " + std::to_string(year) + ", zone = \"" + zone + "\"");
    }
  }
}

// --- provinces, levers, ties, references ---

// What is left of a province's members are employees.
void check_provinces(const TableView& provinces, Binding& binding) {
  for (const Value* row : provinces.rows()) {
    double sum = 0;
    for (const char* column : {"workers", "peasants", "students", "army"}) sum += provinces.number(*row, column).value_or(0);
    if (sum <= 1 + kRounding) continue;
    binding.fail(provinces.file(), provinces.place(*row, "workers"),
                 "workers, peasants, students and army of '" + provinces.id(*row) + "' add to " + short_number(sum),
                 "shares that add to no more than 1");
  }
}

void check_levers(const TableView& levers, Binding& binding) {
  const std::vector<std::string> known(kLeverNames.begin(), kLeverNames.end());
  std::vector<std::string> missing;
  for (const std::string& lever : known) {
    if (levers.find(lever) == nullptr) missing.push_back(lever);
  }
  for (const Value* row : levers.rows()) {
    const std::string id = levers.id(*row);
    if (id.empty() || position_of(known, id) >= 0) continue;
    const std::string meant = nearest_name(id, missing);
    std::erase(missing, meant);
    binding.fail(levers.file(), levers.place(*row, "id"), "unknown lever '" + id + "'", "the name of a lever", meant);
  }
  // Where a scenario extends another, a lever without a row stands still.
  if (!binding.complete) return;
  for (const std::string& lever : missing) levers.require_row(lever, binding);
}

void check_ties(const TableView& ties, Binding& binding) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const Value* row : ties.rows()) {
    const std::string from = ties.text(*row, "from");
    const std::string to = ties.text(*row, "to");
    if (from.empty() || to.empty()) continue;
    if (from == to)
      binding.fail(ties.file(), ties.place(*row, "to"), "'" + from + "' is tied to himself", "two different leaders");
    if (seen.emplace(from, to).second) continue;
    std::string message = "the tie from '";
    message.append(from).append("' to '").append(to).append("' is given twice");
    binding.fail(ties.file(), ties.place(*row, "from"), std::move(message), "one row for each pair");
  }
}

// References that a row cannot do without.
struct Needed {
  const char* table;
  const char* column;
};
constexpr std::array<Needed, 4> kNeeded = {
    {{"provinces", "region"}, {"ties", "from"}, {"ties", "to"}, {"outside_weather", "zone"}}};

void check_needed(const ScenarioInfo& info, Binding& binding) {
  for (const Needed& needed : kNeeded) {
    if (info.economy == 0 && std::string_view(needed.column) == "region") continue;
    const auto found = binding.tables.find(needed.table);
    if (found == binding.tables.end()) continue;
    const TableView table(found->second);
    for (const Value* row : table.rows()) {
      const Value* const cell = table.cell(*row, needed.column);
      if (cell != nullptr && !(cell->kind == ValueKind::text && cell->text.empty())) continue;
      if (cell == nullptr && detail::is_misspelt(*row, needed.column, binding.known_columns[needed.table])) continue;
      binding.fail(table.file(), cell != nullptr ? cell->place : row->place,
                   "row '" + table.id(*row) + "' lacks " + needed.column, std::string(needed.column) + " = \"...\"");
    }
  }
}

// --- shares ---

struct Shares {
  const char* file;
  const char* section;
  const char* name;
  double sum;
};
constexpr std::array<Shares, 9> kShares = {{{"farms", "harvest", "share", 1},
                                            {"farms", "needs", "feed_season", 12},
                                            {"farms", "levies", "tax_months", 1},
                                            {"farms", "levies", "money_months", 1},
                                            {"farms", "sale", "profile", 1},
                                            {"members", "opening", "cohort_share", 1},
                                            {"members", "flow", "join_class", 1},
                                            {"members", "flow", "demobilised_class", 1},
                                            {"members", "levy", "classes", 1}}};

const Value* find_shares(const Document& document, const Shares& shares) {
  const Value* value = document.root.find(shares.section);
  for (const char* key : {shares.name, "value"}) value = value != nullptr ? value->find(key) : nullptr;
  return value != nullptr && value->kind == ValueKind::array ? value : nullptr;
}

}  // namespace

void check_tables(const ScenarioInfo& info, Binding& binding) {
  const auto with = [&binding](const char* name, auto&& check) {
    const auto found = binding.tables.find(name);
    if (found != binding.tables.end() && binding.used_tables.contains(name)) check(TableView(found->second));
  };
  with("branches", [&](const TableView& table) { check_branches(table, binding); });
  with("regions", [&](const TableView& table) { check_regions(table, binding); });
  with("outside_weather", [&](const TableView& table) { check_weather(table, info, binding); });
  with("provinces", [&](const TableView& table) { check_provinces(table, binding); });
  with("levers", [&](const TableView& table) { check_levers(table, binding); });
  with("ties", [&](const TableView& table) { check_ties(table, binding); });
  check_needed(info, binding);
  for (const char* table : {"regions", "branches", "weather_zones"}) {
    if (info.economy == 0 || binding.tables.contains(table) || binding.broken_tables.contains(table)) continue;
    if (!binding.complete)
      binding.fail(binding.folder + "/tables/" + table + ".toml", {}, "no such file",
                   std::string("a table of ") + table + ", or economy = false in [scenario]");
  }
}

void check_shares(const std::map<std::string, Document>& parameters, Binding& binding) {
  for (const Shares& shares : kShares) {
    const auto found = parameters.find(shares.file);
    const Value* const list = found != parameters.end() ? find_shares(found->second, shares) : nullptr;
    if (list == nullptr) continue;
    double sum = 0;
    for (const Value& item : list->items) sum += item.number;
    if (sum >= shares.sum * (1 - kRounding) && sum <= shares.sum * (1 + kRounding)) continue;
    binding.fail(found->second.file, list->place, std::string(shares.name) + " adds to " + short_number(sum),
                 "numbers that add to " + format_number(shares.sum));
  }
}

}  // namespace thermidor::scenario
