#include "scenario/read_trigger.hpp"

#include <gtest/gtest.h>

#include "core/digest.hpp"
#include "names_for_tests.hpp"
#include "scenario/acts.hpp"

namespace thermidor::scenario {
namespace {

Result<std::vector<Act>> read(const std::string& text) {
  return read_acts(parse_document("[[do]]\n" + text + "\n", "acts.toml").value(), small_names());
}

struct Form {
  const char* toml;
  const char* line;
};

const Form kForms[] = {
    {"at='1921-05'\nact='set'\nlever='closures'\nvalue=0\nuntil='1923-12'\nwhen='village_hunger > 0.05'",
     "lever.closures=0@1921-05..1923-12 when village_hunger > 0.05"},
    {"at='1921-05'\nact='set'\nlever='closures'\nvalue=0\nrepeat='monthly'\nwhen='village_hunger > 0.05'",
     "lever.closures=0@1921-05 repeat monthly when village_hunger > 0.05"},
    {"at='1924-01'\nact='convene'\norgan='congress'\nrepeat='yearly'\nuntil='1928-01'",
     "convene=congress@1924-01..1928-01 repeat yearly"},
    {"at='1924-01'\nact='ally'\nleaders=['anna','boris']\nwhen='rung(\"anna\") >= 3 and not holds(\"chair\", \"boris\")'",
     "ally=anna+boris@1924-01 when rung(\"anna\") >= 3 and not holds(\"chair\", \"boris\")"},
    {"at='1924-01'\nact='shock'\nname='grain'\nvalue=0.5\nwhen='''lever.rigour == 1\nor abs(bread_cover) < 0.5'''",
     "shock.grain=0.5@1924-01 when lever.rigour == 1 or abs(bread_cover) < 0.5"},
};

TEST(Triggers, ReadTheSameFromAFileAndFromOneLine) {
  for (const Form& form : kForms) {
    const Result<std::vector<Act>> from_file = read(form.toml);
    ASSERT_TRUE(from_file) << form.line << ": " << format_diagnostic(from_file.diagnostics()[0]);
    const Result<Act> from_line = parse_act_line(form.line, small_names());
    ASSERT_TRUE(from_line) << form.line << ": " << format_diagnostic(from_line.diagnostics()[0]);
    EXPECT_EQ(from_file.value()[0].text, form.line);
    EXPECT_EQ(from_line.value().text, form.line);
    EXPECT_EQ(digest_of(from_file.value()[0].when), digest_of(from_line.value().when)) << form.line;
    EXPECT_EQ(from_file.value()[0].until, from_line.value().until);
    EXPECT_TRUE(from_line.value().has_trigger());
  }
}

struct Mistake {
  const char* line;
  const char* message;
};

class TriggerMistake : public testing::TestWithParam<Mistake> {};

TEST_P(TriggerMistake, IsReportedAtItsColumn) {
  const Result<Act> act = parse_act_line(GetParam().line, small_names());
  ASSERT_FALSE(act) << GetParam().line;
  EXPECT_EQ(format_diagnostic(act.diagnostics()[0]), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, TriggerMistake,
    testing::Values(
        Mistake{
            "lever.rigour=1@1922-10 when vilage_hunger > 0",
            "--do:1:29: error: unknown series 'vilage_hunger'; expected the name of a series; did you mean village_hunger?"},
        Mistake{"lever.rigour=1@1922-10 when village_hunger >",
                "--do:1:45: error: unexpected 'end of text'; expected a number, a month, a series or a function"},
        Mistake{"lever.rigour=1@1922-10 when max(village_hunger, 1921) > 0.1",
                "--do:1:28: error: 'max' asks for other months, and an act knows the last one alone; expected series, levers, "
                "leads, rung, seat, strength and holds, compared with numbers"},
        Mistake{"lever.rigour=1@1922-10 when leads(\"anna\", 1923-01)",
                "--do:1:28: error: 'a month' asks for other months, and an act knows the last one alone; expected series, "
                "levers, leads, rung, seat, strength and holds, compared with numbers"},
        Mistake{"lever.rigour=1@1922-10 when events(\"coup\") > 0",
                "--do:1:28: error: 'events' asks for other months, and an act knows the last one alone; expected series, "
                "levers, leads, rung, seat, strength and holds, compared with numbers"},
        Mistake{"lever.rigour=1@1922-10 repeat montly",
                "--do:1:31: error: unknown repeat 'montly'; expected one of once, monthly, yearly; did you mean monthly?"},
        Mistake{"lever.rigour=1@1922-10 if village_hunger > 0",
                "--do:1:24: error: unexpected 'if' after the date; expected repeat monthly, repeat yearly or when CONDITION"},
        Mistake{"lever.rigour=1@1922-10 whem village_hunger > 0",
                "--do:1:24: error: unexpected 'whem' after the date; expected repeat monthly, repeat yearly or when CONDITION; "
                "did you mean when?"}));

TEST(Triggers, NeedATextForACondition) {
  const Result<std::vector<Act>> acts = read("at='1922-10'\nact='leave'\nleader='anna'\nwhen=true");
  ASSERT_FALSE(acts);
  EXPECT_EQ(acts.diagnostics()[0].line, 5);
}

bool contradict(const char* first, const char* second) {
  const std::vector<Act> acts = {parse_act_line(first, small_names()).value(), parse_act_line(second, small_names()).value()};
  return has_errors(find_contradictions(acts, small_names()));
}

TEST(Triggers, ContradictOneAnotherOnlyWhereTheyAreTheSame) {
  const char* const hungry = "lever.rigour=1@1922-10..1923-10 when village_hunger > 0.1";
  EXPECT_TRUE(contradict(hungry, "lever.rigour=0@1922-12 when village_hunger > 0.1"));
  EXPECT_FALSE(contradict(hungry, "lever.rigour=0@1922-12 when village_hunger > 0.2"));
  EXPECT_FALSE(contradict(hungry, "lever.rigour=0@1922-12"));
  EXPECT_TRUE(contradict("post.chair=anna@1922-04 repeat yearly", "post.chair=boris@1922-04 repeat yearly"));
}

TEST(Triggers, OfADeathDoNotMakeAnybodyDeadBeforehand) {
  EXPECT_TRUE(contradict("health.anna=death@1924-01", "leave=anna@1925-01 when village_hunger > 0.1"));
  EXPECT_FALSE(contradict("health.anna=death@1924-01 when village_hunger > 0.1", "leave=anna@1925-01"));
}

}  // namespace
}  // namespace thermidor::scenario
