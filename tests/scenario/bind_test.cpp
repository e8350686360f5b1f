#include "scenario/bind.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "signals/policy.hpp"

namespace thermidor::scenario {
namespace {

struct Sowing {
  double kink = 0;
  std::array<double, 3> season{};
  std::int32_t months = 0;
  Month from;
  std::string rule;
  LeaderId chief;
  bool strict = false;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"kink", "ratio", 0.3, 1.2, "assumed", "where farms turn inward"}, self.kink);
    visit(Field{"season", "share", 0, 1, "assumed", "by month"}, self.season);
    visit(Field{"months", "months", 0, 12, "assumed", "how long"}, self.months);
    visit(Field{"from", "month", 0, 0, "assumed", "since when"}, self.from);
    visit(Field{"rule", "text", 0, 0, "assumed", "which rule"}, self.rule);
    visit(Field{"chief", "id", 0, 65535, "assumed", "who"}, self.chief);
    visit(Field{"strict", "flag", 0, 1, "assumed", "whether"}, self.strict);
  }
};

struct LeaderRow {
  std::string id;
  std::string title;
  double prestige = 0;
  double army = 0;
  RegionId home;
  Month since;
  std::vector<LeaderId> friends;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "", "name"}, self.title);
    visit(Field{"prestige", "share", 0, 1.5, "", "standing"}, self.prestige);
    visit(Field{"army", "share", 0, 1, "", "standing in the army"}, self.army);
    visit(Field{"home", "id", 0, 65535, "", "region"}, self.home);
    visit(Field{"since", "month", 0, 0, "", "since when"}, self.since);
    visit(Field{"friends", "ids", 0, 65535, "", "friends"}, self.friends);
  }
};

struct RegionRow {
  std::string id;
  double yield = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "", "key"}, self.id);
    visit(Field{"yield", "t/ha", 0.2, 2, "", "yield"}, self.yield);
  }
};

struct SmallParams {
  Sowing sowing;
  std::vector<LeaderRow> leaders;
  std::vector<RegionRow> regions;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"sowing", "struct", 0, 0, "", "sowing"}, self.sowing);
    visit(Field{"leaders", "table", 0, 0, "", "leaders"}, self.leaders);
    visit(Field{"regions", "table", 0, 0, "", "regions"}, self.regions);
  }
};

const std::string kFarms = R"([sowing]
kink = { value = 0.63, unit = "ratio", low = 0.4, high = 1.0, status = "calibrated", source = "chayanov1925" }
season = { value = [0.1, 0.2, 0.7], unit = "share", status = "assumed", source = "assumed" }
months = { value = 3, unit = "months", status = "read", source = "econ_agriculture" }
from = { value = "1921-03", unit = "month", status = "read", source = "econ_agriculture" }
rule = { value = "kink", unit = "text", status = "assumed", source = "assumed" }
chief = { value = "boris", unit = "id", status = "assumed", source = "assumed" }
strict = { value = true, unit = "flag", status = "assumed", source = "assumed" }
)";

const std::string kLeaders = R"([columns]
prestige = { unit = "share", source = "party_figures", status = "estimated" }
army = { unit = "share", source = "assumed", status = "assumed", default = 0.1 }

[[row]]
id = "anna"
title = "Anna A."
prestige = 0.9
army = 0.5
home = "south"
since = "1917-11"
friends = ["boris"]

[[row]]
id = "boris"
prestige = 1
status = "hindsight"
)";

const std::string kRegions = R"([columns]
yield = { unit = "t/ha", source = "econ_regions", status = "read" }
[[row]]
id = "north"
yield = 0.6
[[row]]
id = "south"
yield = 0.8
)";

struct Bound {
  SmallParams params;
  Binding binding;
};

// Binds three files after one replacement in one of them.
Bound bind(const std::string& file = {}, const std::string& from = {}, const std::string& to = {}) {
  std::map<std::string, std::string> texts = {{"farms", kFarms}, {"leaders", kLeaders}, {"regions", kRegions}};
  if (!file.empty()) {
    std::string& text = texts[file];
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
  }
  Bound bound;
  for (const char* table : {"leaders", "regions"}) {
    Result<Document> document = parse_document(texts[table], std::string(table) + ".toml");
    EXPECT_TRUE(document);
    bound.binding.tables.emplace(table, std::move(document).value());
  }
  collect_names(bound.binding);
  Result<Document> farms = parse_document(texts["farms"], "farms.toml");
  EXPECT_TRUE(farms);
  bind_parameters(&farms.value(), "farms", bound.params, bound.binding);
  check_columns(bound.binding);
  tidy_diagnostics(bound.binding.diagnostics);
  return bound;
}

TEST(Bind, FillsEveryKindOfMember) {
  const Bound bound = bind();
  for (const Diagnostic& fault : bound.binding.diagnostics) ADD_FAILURE() << format_diagnostic(fault);
  const Sowing& sowing = bound.params.sowing;
  EXPECT_EQ(sowing.kink, 0.63);
  EXPECT_EQ(sowing.season[2], 0.7);
  EXPECT_EQ(sowing.months, 3);
  EXPECT_EQ(sowing.from, make_month(1921, 3));
  EXPECT_EQ(sowing.rule, "kink");
  EXPECT_EQ(sowing.chief, make_id<LeaderId>(1));
  EXPECT_TRUE(sowing.strict);
  ASSERT_EQ(bound.params.leaders.size(), 2U);
  EXPECT_EQ(bound.params.leaders[0].home, make_id<RegionId>(1));
  EXPECT_EQ(bound.params.leaders[0].since, make_month(1917, 11));
  EXPECT_EQ(bound.params.leaders[0].friends, std::vector<LeaderId>{make_id<LeaderId>(1)});
}

TEST(Bind, AColumnMayGiveADefaultAndTextsAndIdsMayBeLeftOut) {
  const Bound bound = bind();
  EXPECT_EQ(bound.params.leaders[1].army, 0.1);
  EXPECT_EQ(bound.params.leaders[1].title, "");
  EXPECT_FALSE(bound.params.leaders[1].home.valid());
}

TEST(Bind, KeepsWhereEveryValueComesFrom) {
  const Bound bound = bind();
  const auto find = [&](const std::string& name) {
    for (const Provenance& value : bound.binding.provenance) {
      if (value.name == name) return value;
    }
    return Provenance{};
  };
  const Provenance kink = find("farms.sowing.kink");
  EXPECT_EQ(kink.value, "0.63");
  EXPECT_EQ(kink.unit, "ratio");
  EXPECT_EQ(kink.low, 0.4);
  EXPECT_EQ(kink.status, "calibrated");
  EXPECT_EQ(kink.source, "chayanov1925");
  EXPECT_EQ(kink.text, "where farms turn inward");
  EXPECT_EQ(kink.place.line, 2);
  EXPECT_EQ(find("tables.leaders.anna.prestige").status, "estimated");
  EXPECT_EQ(find("tables.leaders.boris.prestige").status, "hindsight");
  EXPECT_EQ(find("tables.leaders.boris.army").source, "assumed");
}

struct Mistake {
  const char* file;
  const char* from;
  const char* to;
  const char* message;
};

class BindMistake : public testing::TestWithParam<Mistake> {};

TEST_P(BindMistake, IsTheOnlyFaultReportedAndAtItsPlace) {
  const Mistake& mistake = GetParam();
  const Bound bound = bind(mistake.file, mistake.from, mistake.to);
  ASSERT_EQ(bound.binding.diagnostics.size(), 1U)
      << mistake.to << (bound.binding.diagnostics.empty() ? "" : format_diagnostic(bound.binding.diagnostics[1]));
  EXPECT_EQ(format_diagnostic(bound.binding.diagnostics[0]), mistake.message);
}

INSTANTIATE_TEST_SUITE_P(
    Parameters, BindMistake,
    testing::Values(
        Mistake{"farms", "kink = {", "kinc = {",
                "farms.toml:2:1: error: unknown parameter 'kinc'; expected the name of a parameter; did you mean kink?"},
        Mistake{"farms", "months = { value = 3, unit = \"months\", status = \"read\", source = \"econ_agriculture\" }\n", "",
                "farms.toml:1:1: error: no parameter 'farms.sowing.months'; expected months = { value = ..., unit = "
                "\"months\", ... }"},
        Mistake{"farms", "value = 0.63", "value = 1.3",
                "farms.toml:2:18: error: kink 1.3 is out of bounds; expected a number from 0.3 to 1.2"},
        Mistake{"farms", "value = 0.63", "value = \"0.63\"",
                "farms.toml:2:18: error: kink is text \"0.63\"; expected a number"},
        Mistake{"farms", "value = 3,", "value = 3.5,", "farms.toml:4:20: error: months is number 3.5; expected a whole number"},
        Mistake{"farms", "unit = \"ratio\"", "unit = \"share\"",
                "farms.toml:2:31: error: kink is given in 'share'; expected 'ratio'"},
        Mistake{"farms", "low = 0.4", "low = 0.1",
                "farms.toml:2:46: error: low 0.1 is out of bounds; expected a number from 0.3 to 1.2"},
        Mistake{"farms", "low = 0.4", "low = nan", "farms.toml:2:46: error: low of kink is number nan; expected a number"},
        Mistake{"farms", "value = 0.63", "value = nan",
                "farms.toml:2:18: error: kink nan is out of bounds; expected a number from 0.3 to 1.2"},
        Mistake{"farms", "value = 0.63", "value = -inf",
                "farms.toml:2:18: error: kink -inf is out of bounds; expected a number from 0.3 to 1.2"},
        Mistake{"farms", "low = 0.4", "low = 0.7",
                "farms.toml:2:18: error: value 0.63 lies outside its own low and high; expected a number from 0.7 to 1"},
        Mistake{"farms", "\"calibrated\"", "\"calibated\"",
                "farms.toml:2:72: error: unknown status 'calibated'; expected read, recalled, estimated, assumed, hindsight or "
                "calibrated; "
                "did you mean calibrated?"},
        Mistake{"farms", ", source = \"chayanov1925\"", "",
                "farms.toml:2:8: error: kink lacks source; expected source = a key of docs/bibliography.md"},
        Mistake{"farms", "[0.1, 0.2, 0.7]", "[0.1, 0.2]",
                "farms.toml:3:20: error: season is an array of 2; expected an array of 3"},
        Mistake{"farms", "[0.1, 0.2, 0.7]", "[0.1, 2, 0.7]",
                "farms.toml:3:26: error: season 2 is out of bounds; expected a number from 0 to 1"},
        Mistake{"farms", "\"1921-03\"", "\"1921-13\"",
                "farms.toml:5:18: error: from is text \"1921-13\"; expected a month written \"1923-10\""},
        Mistake{"farms", "\"boris\"", "\"borys\"",
                "farms.toml:7:19: error: unknown leader 'borys'; expected the id of a row of tables/leaders.toml; did you mean "
                "boris?"},
        Mistake{"farms", "value = true", "value = 1", "farms.toml:8:20: error: strict is number 1; expected true or false"},
        Mistake{"farms", "source = \"chayanov1925\"", "source = \"chayanov1925\", lo = 1",
                "farms.toml:2:111: error: unknown value 'lo'; expected the name of a value; did you mean low?"}));

INSTANTIATE_TEST_SUITE_P(
    Tables, BindMistake,
    testing::Values(
        Mistake{"leaders", "prestige = 0.9", "prestige = 1.9",
                "leaders.toml:8:12: error: prestige 1.9 is out of bounds; expected a number from 0 to 1.5"},
        Mistake{"leaders", "prestige = 0.9\n", "",
                "leaders.toml:5:1: error: row 'anna' lacks prestige; expected prestige = ..., or a default in [columns]"},
        Mistake{"leaders", "id = \"anna\"", "id = \"\"",
                "leaders.toml:6:6: error: the id is empty; expected a name of the row's own"},
        Mistake{"leaders", "title = ", "titel = ",
                "leaders.toml:7:1: error: unknown column 'titel'; expected the name of a column; did you mean title?"},
        Mistake{"leaders", "home = \"south\"", "home = \"sowth\"",
                "leaders.toml:10:8: error: unknown region 'sowth'; expected the id of a row of tables/regions.toml; did you "
                "mean south?"},
        Mistake{"leaders", "[\"boris\"]", "\"boris\"",
                "leaders.toml:12:11: error: friends is text \"boris\"; expected an array"},
        Mistake{"leaders", "status = \"hindsight\"", "status = \"guessed\"",
                "leaders.toml:17:10: error: unknown status 'guessed'; expected read, recalled, estimated, assumed, hindsight "
                "or calibrated"},
        Mistake{"leaders", "unit = \"share\", source = \"party", "unit = \"percent\", source = \"party",
                "leaders.toml:2:21: error: prestige is given in 'percent'; expected 'share'"},
        Mistake{"regions", "yield = { unit = \"t/ha\", source = \"econ_regions\", status = \"read\" }", "",
                "regions.toml:1:1: error: column 'yield' has no entry in [columns]; expected yield = { unit = \"t/ha\", source "
                "= \"...\", status = \"...\" }"}));

TEST(Bind, AnIdGivenTwiceIsReportedWithTheLineOfTheFirst) {
  const Bound bound = bind("regions", "\"south\"", "\"north\"");
  std::vector<std::string> messages;
  for (const Diagnostic& fault : bound.binding.diagnostics) messages.push_back(format_diagnostic(fault));
  EXPECT_EQ(std::count(messages.begin(), messages.end(),
                       "regions.toml:7:6: error: id 'north' is given twice, first in line 4; expected an id of its own"),
            1);
}

TEST(Bind, ATableWithoutRowsIsRefused) {
  const std::string rows = kRegions.substr(kRegions.find("[[row]]"));
  for (const std::string& empty : {std::string(), std::string("[row]\nid = \"north\"\n")}) {
    const Bound bound = bind("regions", rows.c_str(), empty.c_str());
    std::vector<std::string> messages;
    for (const Diagnostic& fault : bound.binding.diagnostics) messages.push_back(format_diagnostic(fault));
    const std::string place = empty.empty() ? "1:1" : "3:1";
    EXPECT_EQ(std::count(messages.begin(), messages.end(), "regions.toml:" + place + ": error: no rows; expected [[row]]"), 1);
  }
}

TEST(Bind, ReportsAllFaultsOfAllFilesSortedByPlace) {
  Bound bound;
  Result<Document> leaders = parse_document("[[row]]\nid = 3\nprestige = 9\n", "leaders.toml");
  Result<Document> farms = parse_document("[sowing]\nkink = 3\n", "farms.toml");
  bound.binding.tables.emplace("leaders", leaders.value());
  collect_names(bound.binding);
  bind_parameters(&farms.value(), "farms", bound.params, bound.binding);
  check_columns(bound.binding);
  tidy_diagnostics(bound.binding.diagnostics);
  std::vector<std::string> lines;
  for (const Diagnostic& fault : bound.binding.diagnostics) lines.push_back(fault.file + ":" + std::to_string(fault.line));
  EXPECT_TRUE(std::is_sorted(bound.binding.diagnostics.begin(), bound.binding.diagnostics.end(),
                             [](const Diagnostic& a, const Diagnostic& b) {
                               return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
                             }));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "farms.toml:2"), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "leaders.toml:2"), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "leaders.toml:3"), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "tables/regions.toml:0"), 1);
}

TEST(Bind, ATableThatCouldNotBeReadCausesNoFurtherFaults) {
  Bound bound;
  Result<Document> farms = parse_document(kFarms, "farms.toml");
  bound.binding.broken_tables = {"leaders", "regions"};
  bind_parameters(&farms.value(), "farms", bound.params, bound.binding);
  check_columns(bound.binding);
  EXPECT_TRUE(bound.binding.diagnostics.empty()) << format_diagnostic(bound.binding.diagnostics[0]);
}

struct LeverStart {
  std::array<double, kLeverCount> levers{};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"levers", "index", -1, 1, "", "at the start"}, self.levers);
  }
};

TEST(Bind, LeversMayBeGivenByName) {
  std::string text = "levers = { unit = \"index\", status = \"read\", source = \"assumed\", value = {";
  for (std::size_t i = kLeverCount; i-- > 0;)
    text += std::string(kLeverNames[i]) + " = " + (i == 14 ? "0.5" : "0") + (i > 0 ? ", " : "}}");
  Result<Document> document = parse_document(text, "start.toml");
  LeverStart start;
  Binding binding;
  bind_parameters(&document.value(), "start", start, binding);
  EXPECT_TRUE(binding.diagnostics.empty());
  EXPECT_EQ(start.levers[static_cast<std::size_t>(Lever::rigour)], 0.5);
  EXPECT_EQ(start.levers[0], 0);
}

}  // namespace
}  // namespace thermidor::scenario
