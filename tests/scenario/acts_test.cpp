#include "scenario/acts.hpp"

#include <gtest/gtest.h>

#include "core/digest.hpp"
#include "names_for_tests.hpp"
#include "scenario/act_forms.hpp"

namespace thermidor::scenario {
namespace {

using party::ForcedKind;

Result<std::vector<Act>> read(const std::string& text) {
  Result<Document> document = parse_document(text, "acts.toml");
  EXPECT_TRUE(document) << text;
  return read_acts(document.value(), small_names());
}

Act one(const std::string& text) {
  const Result<std::vector<Act>> acts = read("[[do]]\n" + text + "\n");
  EXPECT_TRUE(acts) << text << ": " << (acts ? "" : format_diagnostic(acts.diagnostics()[0]));
  return acts && acts.value().size() == 1 ? acts.value()[0] : Act{};
}

// One act of every form: in a file, and in one line.
struct Form {
  const char* toml;
  const char* line;
};

const Form kForms[] = {
    {"at='1922-10'\nact='set'\nlever='trade_monopoly'\nvalue=0.6\nuntil='1929-12'",
     "lever.trade_monopoly=0.6@1922-10..1929-12"},
    {"at='1924-03'\nact='set'\ninstrument='gold_sales'\nvalue=100", "instrument.gold_sales=100@1924-03"},
    {"at='1921-03'\nact='trait'\nleader='anna'\nname='caution'\nvalue=0.9", "trait.anna.caution=0.9@1921-03"},
    {"at='1923-07'\nact='rule'\norgan='congress'\nname='open_ballot'\nvalue=0", "rule.congress.open_ballot=0@1923-07"},
    {"at='1921-03'\nact='parameter'\nname='economy.money.speed'\nvalue=0.5\nuntil='1924-01'",
     "parameter.economy.money.speed=0.5@1921-03..1924-01"},
    {"at='1921-03'\nact='hazard'\nname='coup'\non=false", "hazard.coup=off@1921-03"},
    {"at='1921-03'\nact='hazard'\nname='war_scare'\nvalue=2.5\nuntil='1923-01'", "hazard.war_scare=2.5@1921-03..1923-01"},
    {"at='1921-03'\nact='hazard'\nname='health'\nleader='anna'\non=false", "hazard.health.anna=off@1921-03"},
    {"at='1921-07'\nact='weather'\nregion='north'\nvalue=1.1", "weather.north=1.1@1921-07"},
    {"at='1921-07'\nact='weather'\nzone='coast'\nvalue=0.5", "weather.coast=0.5@1921-07"},
    {"at='1921-07'\nact='weather'\nvalue=0.9", "weather=0.9@1921-07"},
    {"at='1927-09'\nact='shock'\nname='goods'\nvalue=500", "shock.goods=500@1927-09"},
    {"at='1927-07'\nact='shock'\nname='grain'\nvalue=0.25\nuntil='1927-12'", "shock.grain=0.25@1927-07..1927-12"},
    {"at='1923-01'\nact='health'\nleader='anna'\nevent='recovery'", "health.anna=recovery@1923-01"},
    {"at='1923-01'\nact='health'\nleader='anna'\nevent='illness'\nmonths=3", "health.anna=illness:3@1923-01"},
    {"at='1923-01'\nact='decide'\norgan='bureau'\nlever='rigour'\nvalue=0.5", "decide.bureau.rigour=0.5@1923-01"},
    {"at='1922-04'\nact='appoint'\npost='secretary'\nleader='boris'", "post.secretary=boris@1922-04"},
    {"at='1922-04'\nact='appoint'\npost='secretary'\nleader='unnamed'", "post.secretary=unnamed@1922-04"},
    {"at='1922-04'\nact='vacate'\npost='chair'", "vacate=chair@1922-04"},
    {"at='1924-06'\nact='elect'\norgan='bureau'\nleader='clara'\nvalue=1", "elect.bureau.clara=1@1924-06"},
    {"at='1924-06'\nact='drop'\norgan='bureau'\nleader='clara'", "drop.bureau=clara@1924-06"},
    {"at='1925-12-18'\nact='ally'\nleaders=['anna','boris','clara']", "ally=anna+boris+clara@1925-12"},
    {"at='1925-12'\nact='leave'\nleader='anna'", "leave=anna@1925-12"},
    {"at='1925-12'\nact='attack'\nleader='anna'\ntarget='boris'", "attack.anna=boris@1925-12"},
    {"at='1925-12'\nact='defeat'\norgan='congress'\nleaders=['anna','boris']\nvalue=0.9",
     "defeat.congress.anna+boris=0.9@1925-12"},
    {"at='1926-10'\nact='sanction'\nleader='anna'\nrung=3", "sanction.anna=3@1926-10"},
    {"at='1927-12'\nact='capitulate'\nleader='anna'", "capitulate=anna@1927-12"},
    {"at='1928-06'\nact='readmit'\nleader='anna'", "readmit=anna@1928-06"},
    {"at='1924-05'\nact='convene'\norgan='congress'", "convene=congress@1924-05"},
    {"at='1925-04'\nact='postpone'\norgan='congress'\nmonths=8", "postpone.congress=8@1925-04"},
    {"at='1922-12'\nact='will'\nleader='anna'\ntarget='boris'\nvalue=0.3", "will.anna.boris=0.3@1922-12"},
    {"at='1924-01'\nact='absent'\nleader='anna'\nmonths=3", "absent.anna=3@1924-01"},
    {"at='1924-01'\nact='forbid'\nleader='anna'\nwhat='ally'\nmonths=24", "forbid.anna.ally=24@1924-01"},
    {"at='1921-06'\nact='forbid'\nwhat='purge'\nmonths=24", "forbid.purge=24@1921-06"},
    {"at='1927-12'\nact='forbid'\nleader='anna'\nwhat='recant'\nmonths=24", "forbid.anna.recant=24@1927-12"},
    {"at='1925-01'\nact='seize'\nleader='anna'", "seize=anna@1925-01"},
    {"at='1923-10'\nact='shock'\nname='opening'\nvalue=0.8", "shock.opening=0.8@1923-10"},
    {"at='1922-03'\nact='shock'\nname='isolation'\nvalue=-0.2", "shock.isolation=-0.2@1922-03"},
    {"at='1923-04'\nact='resize'\norgan='congress'\nvalue=60", "resize.congress=60@1923-04"},
};

Act without_place(Act act) {
  act.file.clear();
  act.line = act.column = 0;
  return act;
}

TEST(Acts, EveryFormReadsTheSameFromAFileAndFromOneLine) {
  for (const Form& form : kForms) {
    const Act from_file = one(form.toml);
    const Result<Act> from_line = parse_act_line(form.line, small_names());
    ASSERT_TRUE(from_line) << form.line << ": " << format_diagnostic(from_line.diagnostics()[0]);
    EXPECT_EQ(from_file.text, form.line);
    EXPECT_EQ(digest_of(without_place(from_file)), digest_of(without_place(from_line.value()))) << form.line;
  }
}

TEST(Acts, EveryActOfTheTableHasItsExampleHere) {
  for (const ActForm& form : kActForms) {
    bool found = false;
    for (const Form& example : kForms)
      found = found || std::string(example.toml).find("act='" + std::string(form.act) + "'") != std::string::npos;
    EXPECT_TRUE(found) << form.act;
  }
}

TEST(Acts, EveryForcedKindCanBeWritten) {
  for (int kind = 0; kind <= static_cast<int>(ForcedKind::seize); ++kind) {
    bool found = false;
    for (const ActForm& form : kActForms)
      found = found || (form.kind == ActKind::forced && static_cast<int>(form.forced) == kind);
    EXPECT_TRUE(found) << kind;
  }
}

TEST(Acts, FieldListsAreComplete) {
  EXPECT_TRUE(fields_complete<Act>());
  EXPECT_TRUE(fields_complete<party::Forced>());
}

TEST(Acts, AreResolvedAgainstTheTables) {
  const Act lever = one(kForms[0].toml);
  EXPECT_EQ(lever.kind, ActKind::set_lever);
  EXPECT_EQ(lever.lever, Lever::trade_monopoly);
  EXPECT_EQ(lever.value, 0.6);
  EXPECT_EQ(lever.line, 1);
  EXPECT_TRUE(lever.holds_in(make_month(1929, 12)));
  EXPECT_FALSE(lever.holds_in(make_month(1922, 9)));
  const Act once = parse_act_line("shock.goods=5@1927-01", small_names()).value();
  EXPECT_TRUE(once.holds_in(make_month(1927, 1)));
  EXPECT_FALSE(once.holds_in(make_month(1927, 2)));
  const Act ally = parse_act_line("ally=anna+clara@1925-12", small_names()).value();
  EXPECT_EQ(ally.forced.kind, ForcedKind::ally);
  EXPECT_EQ(ally.forced.leaders, (std::vector<LeaderId>{make_id<LeaderId>(0), make_id<LeaderId>(2)}));
  EXPECT_EQ(ally.forced.text, "ally=anna+clara@1925-12");
  EXPECT_EQ(parse_act_line("post.secretary=vacant@1923-01", small_names()).value().forced.kind, ForcedKind::vacate);
  EXPECT_EQ(parse_act_line("forbid.anna.coup=12@1923-01", small_names()).value().forced.text, "coup");
  EXPECT_EQ(parse_act_line("elect.bureau.anna=2@1923-01", small_names()).value().forced.value, 2);
  EXPECT_EQ(one("at='1923-01'\nact='elect'\norgan='bureau'\nleader='anna'").forced.value, 2);
  EXPECT_EQ(parse_act_line("health.anna=stroke@1923-03", small_names()).value().months, 99);
}

struct Mistake {
  const char* toml;
  const char* message;
};

class ActMistake : public testing::TestWithParam<Mistake> {};

TEST_P(ActMistake, IsReportedAtItsPlace) {
  const Result<std::vector<Act>> acts = read(std::string("[[do]]\n") + GetParam().toml + "\n");
  ASSERT_FALSE(acts) << GetParam().toml;
  EXPECT_EQ(format_diagnostic(acts.diagnostics()[0]), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ActMistake,
    testing::Values(
        Mistake{"at='1923-01'\nact='allly'\nleaders=['anna','boris']",
                "acts.toml:3:5: error: unknown act 'allly'; expected the name of an act; did you mean ally?"},
        Mistake{"at='1923-01'", "acts.toml:1:1: error: no act is named; expected act = \"...\""},
        Mistake{"act='convene'\norgan='congress'", "acts.toml:1:1: error: act without a date; expected at = \"1923-10\""},
        Mistake{"at='1931-01'\nact='convene'\norgan='congress'",
                "acts.toml:2:4: error: 1931-01 lies outside the scenario; expected a month from 1921-03 to 1929-12"},
        Mistake{"at='1923'\nact='convene'\norgan='congress'",
                "acts.toml:2:4: error: text \"1923\" is no month; expected a month written \"1923-10\""},
        Mistake{
            "at='1923-01'\nact='set'\nlever='trade_monopole'\nvalue=0.5",
            "acts.toml:4:7: error: unknown lever 'trade_monopole'; expected the name of a lever; did you mean trade_monopoly?"},
        Mistake{"at='1923-01'\nact='set'\nlever='trade_monopoly'\nvalue=-0.5",
                "acts.toml:5:7: error: -0.5 is out of bounds; expected a number from 0 to 1"},
        Mistake{"at='1923-01'\nact='set'\ninstrument='bank_growth'\nvalue=0.5",
                "acts.toml:5:7: error: 0.5 is out of bounds; expected a number from 0 to 0.3"},
        Mistake{"at='1923-01'\nact='set'\nvalue=0.5",
                "acts.toml:3:5: error: nothing is set; expected lever = \"...\" or instrument = \"...\""},
        Mistake{"at='1923-01'\nact='set'\nlever='rigour'\nvalue=0.5\nuntil='1922-01'",
                "acts.toml:6:7: error: the act ends in 1922-01 before it begins in 1923-01; expected until not before at"},
        Mistake{"at='1923-01'\nact='set'\nlever='rigour'\nvalue=0.5\nuntill='1924-01'",
                "acts.toml:6:1: error: unknown key 'untill' in act \"set\"; expected one of lever, value, until, at, act, "
                "repeat, when, title, source, status, note; did you mean until?"},
        Mistake{"at='1923-01'\nact='sanction'\nleader='anna'",
                "acts.toml:1:1: error: act \"sanction\" lacks rung; expected rung = ..."},
        Mistake{"at='1923-01'\nact='sanction'\nleader='anna'\nrung=8",
                "acts.toml:5:6: error: 8 is out of bounds; expected a number from 0 to 7"},
        Mistake{"at='1923-01'\nact='sanction'\nleader='anna'\nrung=2.5",
                "acts.toml:5:6: error: 2.5 is no whole number; expected a whole number"},
        Mistake{"at='1923-01'\nact='ally'\nleaders=['anna']",
                "acts.toml:4:9: error: nobody allies with himself; expected at least two leaders"},
        Mistake{"at='1923-01'\nact='ally'\nleaders=['anna','borys']",
                "acts.toml:4:17: error: unknown leader 'borys'; expected the name of a leader; did you mean boris?"},
        Mistake{"at='1923-01'\nact='ally'\nleaders=['anna','anna']",
                "acts.toml:4:17: error: 'anna' is named twice; expected each leader once"},
        Mistake{"at='1923-01'\nact='attack'\nleader='anna'\ntarget='anna'",
                "acts.toml:5:8: error: 'anna' acts against himself; expected two different leaders"},
        Mistake{"at='1922-03'\nact='appoint'\npost='secretary'\nleader='anna'",
                "acts.toml:4:6: error: post 'secretary' does not exist in 1922-03; expected a month from 1922-04"},
        Mistake{"at='1923-01'\nact='trait'\nleader='anna'\nname='cautious'\nvalue=1",
                "acts.toml:5:6: error: unknown trait 'cautious'; expected the name of a trait; did you mean caution?"},
        Mistake{"at='1923-01'\nact='trait'\nleader='anna'\nname='caution'\nvalue=2",
                "acts.toml:6:7: error: 2 is out of bounds; expected a number from 0 to 1"},
        Mistake{"at='1923-01'\nact='parameter'\nname='economy.money.sped'\nvalue=2",
                "acts.toml:4:6: error: unknown parameter 'economy.money.sped'; expected the name of a parameter; did you mean "
                "economy.money.speed?"},
        Mistake{"at='1927-09'\nact='shock'\nname='good'\nvalue=2",
                "acts.toml:4:6: error: unknown shock 'good'; expected the name of a shock; did you mean goods?"},
        Mistake{"at='1927-09'\nact='shock'\nname='grain'\nvalue=21",
                "acts.toml:5:7: error: 21 is out of bounds; expected a number from 0 to 20"},
        Mistake{"at='1923-01'\nact='hazard'\nname='coup'\non=1",
                "acts.toml:5:4: error: number 1 is neither true nor false; expected true or false"},
        Mistake{"at='1923-01'\nact='hazard'\nname='coup'",
                "acts.toml:1:1: error: a hazard is either switched or given a strength; expected on = true or false, or value "
                "= ..."},
        Mistake{"at='1923-01'\nact='hazard'\nname='coup'\nleader='anna'\non=false",
                "acts.toml:4:6: error: 'coup' is no hazard of one person; expected name = \"health\""},
        Mistake{"at='1923-01'\nact='hazard'\nnama='health'\nleader='anna'\non=false",
                "acts.toml:1:1: error: act \"hazard\" lacks name; expected name = ..."},
        Mistake{"at='1923-01'\nact='health'\nleader='anna'\nevent='death'\nmonths=3",
                "acts.toml:6:8: error: a recovery or death lasts no months; expected no months"},
        Mistake{"at='1923-01'\nact='forbid'\nleader='anna'\nwhat='purge'\nmonths=3",
                "acts.toml:5:6: error: 'purge' is forbidden to the party, not to a leader; expected no leader"},
        Mistake{"at='1923-01'\nact='absent'\nleader='anna'\nmonths=0",
                "acts.toml:5:8: error: number 0 is no number of months; expected a whole number from 1 to 120"}));

TEST(Acts, AllFaultsOfAFileAreReportedAtOnce) {
  const Result<std::vector<Act>> acts =
      read("[[do]]\nat='1999-01'\nact='leave'\nleader='x'\n[[do]]\nat='1923-01'\nact='frobnicate'\n[more]\n");
  ASSERT_FALSE(acts);
  EXPECT_EQ(acts.diagnostics().size(), 4U);
}

class LineMistake : public testing::TestWithParam<Mistake> {};

TEST_P(LineMistake, IsReportedAtItsColumn) {
  const Result<Act> act = parse_act_line(GetParam().toml, small_names());
  ASSERT_FALSE(act) << GetParam().toml;
  EXPECT_EQ(format_diagnostic(act.diagnostics()[0]), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, LineMistake,
    testing::Values(
        Mistake{"lever.trade_monopole=0.6@1922-10",
                "--do:1:7: error: unknown lever 'trade_monopole'; expected the name of a lever; did you mean trade_monopoly?"},
        Mistake{"lver.rigour=0.6@1922-10",
                "--do:1:1: error: unknown act 'lver'; expected an act such as lever.NAME=VALUE@MONTH; did you mean lever?"},
        Mistake{"lever.rigour=0.6", "--do:1:17: error: no date; expected @1923-10 at the end"},
        Mistake{"lever.rigour", "--do:1:1: error: 'lever.rigour' has no '='; expected what=value@month"},
        Mistake{"lever.rigour=high@1922-10", "--do:1:14: error: 'high' is no number; expected a number"},
        Mistake{"lever.rigour=2@1922-10", "--do:1:14: error: 2 is out of bounds; expected a number from 0 to 1"},
        Mistake{"lever.rigour=0.5@1922-10..1921-10",
                "--do:1:27: error: the act ends in 1921-10 before it begins in 1922-10; expected until not before at"},
        Mistake{"lever=0.5@1922-10", "--do:1:1: error: 'lever' names too much or too little; expected lever.LEVER=...@MONTH"},
        Mistake{"ally=anna+borys@1925-12",
                "--do:1:11: error: unknown leader 'borys'; expected the name of a leader; did you mean boris?"},
        Mistake{"hazard.coup=maybe@1921-03", "--do:1:13: error: 'maybe' is neither on nor off; expected on, off or a strength"},
        Mistake{"weather.noth=1@1921-07",
                "--do:1:9: error: unknown region 'noth'; expected the name of a region; did you mean north?"},
        Mistake{"convene=congress@1924-05..1925-01",
                "--do:1:27: error: unknown key 'until' in act \"convene\"; expected one of organ, at, act, repeat, "
                "when, title, source, status, note"}));

// Contradictions among the acts of one list, each given in one line; the last line is the one reported.
Diagnostics contradictions(const std::vector<const char*>& lines) {
  std::vector<Act> acts;
  int number = 0;
  for (const char* line : lines) {
    Result<Act> act = parse_act_line(line, small_names());
    EXPECT_TRUE(act) << line;
    if (!act) continue;
    acts.push_back(act.value());
    acts.back().line = ++number;
  }
  return find_contradictions(acts, small_names());
}

struct Pair {
  const char* first;
  const char* second;
};

class ContradictoryActs : public testing::TestWithParam<Pair> {};

TEST_P(ContradictoryActs, AreReportedAtTheSecond) {
  const Diagnostics faults = contradictions({GetParam().first, GetParam().second});
  ASSERT_EQ(faults.size(), 1U) << GetParam().second;
  EXPECT_EQ(faults[0].severity, Severity::error);
  EXPECT_EQ(faults[0].line, 2);
  EXPECT_NE(faults[0].message.find(GetParam().first), std::string::npos) << faults[0].message;
}

INSTANTIATE_TEST_SUITE_P(Kinds, ContradictoryActs,
                         testing::Values(Pair{"lever.rigour=0.5@1922-10..1923-10", "lever.rigour=0.6@1923-01"},
                                         Pair{"lever.rigour=0.5@1922-10", "lever.rigour=0.6@1922-10"},
                                         Pair{"hazard.coup=off@1921-03", "hazard.coup=on@1921-03"},
                                         Pair{"weather.north=1.1@1921-07", "weather.north=0.9@1922-03"},
                                         Pair{"shock.goods=5@1927-01..1927-06", "shock.goods=9@1927-06"},
                                         Pair{"post.chair=anna@1922-04", "post.chair=vacant@1922-04"},
                                         Pair{"post.chair=anna@1922-04", "post.chair=boris@1922-04"},
                                         Pair{"elect.bureau.anna=2@1924-06", "drop.bureau=anna@1924-06"},
                                         Pair{"elect.bureau.anna=2@1924-06", "elect.bureau.anna=1@1924-06"},
                                         Pair{"ally=anna+boris@1925-12", "leave=boris@1925-12"},
                                         Pair{"ally=anna+boris@1925-12", "ally=boris+clara@1925-12"},
                                         Pair{"sanction.anna=3@1926-10", "sanction.anna=4@1926-10"},
                                         Pair{"sanction.anna=3@1926-10", "readmit=anna@1926-10"},
                                         Pair{"convene=congress@1925-04", "postpone.congress=8@1925-04"},
                                         Pair{"resize.congress=40@1925-04", "resize.congress=50@1925-04"},
                                         Pair{"decide.bureau.rigour=0.1@1925-04", "decide.bureau.rigour=0.2@1925-04"},
                                         Pair{"forbid.anna.ally=24@1924-01", "ally=anna+boris@1925-12"},
                                         Pair{"forbid.anna.attack=24@1924-01", "attack.anna=boris@1924-01"},
                                         Pair{"forbid.anna.coup=24@1924-01", "seize=anna@1924-02"},
                                         Pair{"forbid.anna.recant=24@1927-12", "capitulate=anna@1928-06"},
                                         Pair{"health.anna=death@1924-01", "post.chair=anna@1924-02"},
                                         Pair{"health.anna=death@1924-01", "attack.boris=anna@1925-02"},
                                         Pair{"health.anna=death@1924-01", "health.anna=recovery@1924-01"},
                                         Pair{"health.anna=stroke:99@1923-03", "health.anna=recovery@1923-03"}));

class CompatibleActs : public testing::TestWithParam<Pair> {};

TEST_P(CompatibleActs, AreNot) {
  EXPECT_TRUE(contradictions({GetParam().first, GetParam().second}).empty()) << GetParam().second;
}

INSTANTIATE_TEST_SUITE_P(Kinds, CompatibleActs,
                         testing::Values(Pair{"lever.rigour=0.5@1922-10..1923-10", "lever.rigour=0.6@1923-11"},
                                         Pair{"lever.rigour=0.5@1922-10", "lever.rigour=0.6@1923-01"},
                                         Pair{"lever.rigour=0.5@1922-10", "lever.closures=0.6@1922-10"},
                                         Pair{"weather.north=1.1@1921-06", "weather.north=0.9@1921-07"},
                                         Pair{"shock.goods=5@1927-01", "shock.goods=9@1927-02"},
                                         Pair{"shock.goods=5@1927-01", "shock.grain=9@1927-01"},
                                         Pair{"post.chair=anna@1922-04", "post.chair=vacant@1922-05"},
                                         Pair{"post.chair=anna@1922-04", "post.secretary=anna@1922-04"},
                                         Pair{"ally=anna+boris@1925-12", "ally=clara+dmitri@1925-12"},
                                         Pair{"forbid.anna.ally=6@1924-01", "ally=anna+boris@1925-12"},
                                         Pair{"forbid.anna.attack=24@1924-01", "attack.boris=anna@1924-01"},
                                         Pair{"post.chair=anna@1924-01", "health.anna=death@1924-01"},
                                         Pair{"health.anna=death@1924-01", "post.chair=boris@1924-02"}));

TEST(Acts, WhatIsSaidTwiceIsAWarning) {
  const Diagnostics faults = contradictions({"convene=congress@1924-05", "convene=congress@1924-05"});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].severity, Severity::warning);
}

TEST(Acts, TheOrderOfTheListDoesNotMatterForTheDead) {
  EXPECT_EQ(contradictions({"post.chair=anna@1925-01", "health.anna=death@1924-01"}).size(), 1U);
}

}  // namespace
}  // namespace thermidor::scenario
