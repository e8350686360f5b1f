#include "core/expression.hpp"

#include <gtest/gtest.h>

#include <map>

namespace thermidor {
namespace {

constexpr Month kStart = make_month(1921, 3);
constexpr Month kEnd = make_month(1929, 12);

// A run in which series "count" is 0, 1, 2, ... from March 1921 and "gap" is missing in 1925.
class FakeRun : public Lookup {
 public:
  Month last = kEnd;

  MonthSpan months() const override { return {kStart, last}; }
  int find_series(std::string_view name) const override {
    return name == "count" ? 0 : name == "gap" ? 1 : name == "lever.rigour" ? 2 : -1;
  }
  std::optional<double> series(int index, Month month) const override {
    if (index == 1 && month.year() == 1925) return std::nullopt;
    return index == 2 ? 0.5 : month - kStart;
  }
  std::optional<double> events(const EventQuery& query, MonthSpan span) const override {
    if (query.kind == "unrecorded") return std::nullopt;
    const Month when = make_month(1926, 10);
    const bool fits = query.kind == "defeat" && (query.actor.empty() || query.actor == "anna") &&
                      (query.target.empty() || query.target == "boris");
    return fits && span.first <= when && when <= span.last ? 1 : 0;
  }
  std::optional<double> leader(LeaderFact fact, std::string_view id, Month month) const override {
    if (fact == LeaderFact::rung) return id == "boris" && month >= make_month(1927, 11) ? 4 : 0;
    if (fact == LeaderFact::strength) return id == "anna" ? 2.5 : 1.5;
    return id == "anna" ? 1 : 0;
  }
  std::optional<double> holds(std::string_view post, std::string_view leader, Month) const override {
    return post == "secretary" && leader == "anna" ? 1 : 0;
  }
};

std::optional<double> value(std::string_view text, Month last = kEnd) {
  const Result<Expression> parsed = parse_expression(text);
  EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : parsed.diagnostics()[0].message);
  if (!parsed) return std::nullopt;
  FakeRun run;
  run.last = last;
  return evaluate(parsed.value(), run);
}

Diagnostic first_fault(std::string_view text) {
  static const Vocabulary vocabulary{
      {"count", "gap", "lever.rigour"}, {"defeat", "sanction"}, {"anna", "boris"}, {"secretary"}};
  const Result<Expression> parsed = parse_expression(text, vocabulary);
  EXPECT_FALSE(parsed) << text;
  return parsed ? Diagnostic{} : parsed.diagnostics()[0];
}

TEST(Expression, FollowsTheUsualPrecedence) {
  EXPECT_EQ(value("1 + 2 * 3 - 4 / 2"), 5.0);
  EXPECT_EQ(value("-(1 + 2) * 3"), -9.0);
  EXPECT_EQ(value("2 - 1 - 1"), 0.0);
  EXPECT_EQ(value("1 < 2 and not 3 < 2 or 0"), 1.0);
  EXPECT_EQ(value("not 1 == 2"), 1.0);
  EXPECT_EQ(value("1 or 0 and 0"), 1.0);
}

TEST(Expression, ReadsDecimalsAsTheCompilerDoes) {
  EXPECT_EQ(value("0.1"), 0.1);
  EXPECT_EQ(value("12.345"), 12.345);
  EXPECT_EQ(value("1e-3"), 1e-3);
  EXPECT_EQ(value("6.25e+2"), 625.0);
}

TEST(Expression, ABareSeriesIsItsValueInTheLastRecordedMonth) {
  EXPECT_EQ(value("count"), 105.0);
  EXPECT_EQ(value("count", make_month(1921, 5)), 2.0);
  EXPECT_EQ(value("lever.rigour * 2"), 1.0);
}

TEST(Expression, FunctionsRunOverTheMonthsOfARange) {
  EXPECT_EQ(value("at(count, 1921-05)"), 2.0);
  EXPECT_EQ(value("mean(count, 1921-03..1921-05)"), 1.0);
  EXPECT_EQ(value("sum(count, 1921-03..1921-06)"), 6.0);
  EXPECT_EQ(value("min(count, 1922)"), 10.0);
  EXPECT_EQ(value("max(count, 1922/23)"), 30.0);
  EXPECT_EQ(value("first(count >= 5, 1921-03..1922-03)"), 5.0);
  EXPECT_EQ(value("trend(count, 1924)"), 12.0);
  EXPECT_EQ(value("mean(count / 2 > 5, 1922)"), 11.0 / 12);
  EXPECT_EQ(value("argmax(count, 1924)"), make_month(1924, 12).index);
  EXPECT_EQ(value("argmin(count, 1924/25) == 1924-10"), 1.0);
  EXPECT_EQ(value("max(count)", make_month(1922, 1)), 10.0);
}

TEST(Expression, ARangeWithoutItsEndGoesOnToTheMonthInView) {
  EXPECT_EQ(value("max(count, 1921-04..)", make_month(1922, 1)), 10.0);
  EXPECT_EQ(value("max(count, 1921-04..)"), value("max(count)"));
  EXPECT_EQ(value("at(sum(count, 1921-03..), 1921-06)"), 6.0);
  EXPECT_EQ(value("date_of('defeat', '', '', 1921-03..) == date_of('defeat')"), 1.0);
  EXPECT_EQ(value("mean(count, 1922-06..)", make_month(1922, 1)), std::nullopt);
}

TEST(Expression, MonthsAreComparedMovedAndSubtracted) {
  EXPECT_EQ(value("1923-10 - 1923-01"), 9.0);
  EXPECT_EQ(value("1923-10 + 3 == 1924-01"), 1.0);
  EXPECT_EQ(value("date_of(\"defeat\") < 1926-11"), 1.0);
  EXPECT_EQ(value("mean(count, date_of('defeat') .. date_of('defeat') + 2)"), 68.0);
  EXPECT_EQ(value("1923 - 10"), 1913.0);
  EXPECT_TRUE(parse_expression("date_of('defeat')").value().gives_month);
}

TEST(Expression, FactsAboutLeadersPostsAndEventsAreLookedUp) {
  EXPECT_EQ(value("leads(\"anna\") and not leads(\"boris\", 1924-01)"), 1.0);
  EXPECT_EQ(value("rung('boris', 1927-10)"), 0.0);
  EXPECT_EQ(value("rung('boris', 1927-12)"), 4.0);
  EXPECT_EQ(value("first(rung('boris') >= 4, 1927)"), 10.0);
  EXPECT_EQ(value("strength('anna', 1925-01) - strength('boris', 1925-01)"), 1.0);
  EXPECT_EQ(value("seat('boris')"), 0.0);
  EXPECT_EQ(value("holds('secretary', 'anna', 1922-04)"), 1.0);
  EXPECT_EQ(value("events('defeat')"), 1.0);
  EXPECT_EQ(value("events('defeat', 'boris')"), 0.0);
  EXPECT_EQ(value("events('defeat', '', 'boris', 1926/27)"), 1.0);
  EXPECT_EQ(value("events('defeat', 1927)"), 0.0);
}

TEST(Expression, WhatWasNotRecordedIsNotJudged) {
  EXPECT_EQ(value("at(gap, 1925-03)"), std::nullopt);
  EXPECT_EQ(value("mean(gap, 1924-12..1925-01)"), std::nullopt);
  EXPECT_EQ(value("at(count, 1920-01)"), std::nullopt);
  EXPECT_EQ(value("at(count, 1927-01)", make_month(1926, 12)), std::nullopt);
  EXPECT_EQ(value("rung('boris', 1927-12)", make_month(1926, 12)), std::nullopt);
  EXPECT_EQ(value("events('unrecorded')"), std::nullopt);
  EXPECT_EQ(value("events('defeat', 1926)", make_month(1926, 6)), std::nullopt);
  EXPECT_EQ(value("unheard_of"), std::nullopt);
  EXPECT_EQ(value("1 / 0"), std::nullopt);
}

TEST(Expression, AConditionIsJudgedWhenOneSideDecides) {
  EXPECT_EQ(value("0 and at(gap, 1925-03)"), 0.0);
  EXPECT_EQ(value("at(gap, 1925-03) and 0"), 0.0);
  EXPECT_EQ(value("at(gap, 1925-03) or 1"), 1.0);
  EXPECT_EQ(value("at(gap, 1925-03) or 0"), std::nullopt);
}

TEST(Expression, WhatNeverHappenedComparesFalse) {
  EXPECT_EQ(value("first(count > 1000, 1924) <= 12"), 0.0);
  EXPECT_EQ(value("first(count > 1000, 1924) > 12"), 0.0);
  EXPECT_EQ(value("date_of('sanction') != 1924-01"), 0.0);
  EXPECT_EQ(value("never(date_of('sanction'))"), 1.0);
  EXPECT_EQ(value("never(date_of('defeat'))"), 0.0);
  EXPECT_EQ(value("first(count > 20 and gap > 0, 1922-12..1925-12)"), 0.0);
  EXPECT_EQ(value("mean(count, date_of('sanction') .. 1929-01)"), std::nullopt);
}

struct Fault {
  const char* text;
  int column;
  const char* message;
  const char* suggestion;
};

class ExpressionFault : public testing::TestWithParam<Fault> {};

TEST_P(ExpressionFault, IsReportedAtItsColumn) {
  const Diagnostic fault = first_fault(GetParam().text);
  EXPECT_EQ(fault.column, GetParam().column) << GetParam().text;
  EXPECT_EQ(fault.message, GetParam().message) << GetParam().text;
  EXPECT_EQ(fault.suggestion, GetParam().suggestion) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ExpressionFault,
    testing::Values(Fault{"1 + coumt", 5, "unknown series 'coumt'", "count"},
                    Fault{"meen(count, 1923)", 1, "unknown function 'meen'", "mean"},
                    Fault{"events('defeet')", 8, "unknown kind of event 'defeet'", "defeat"},
                    Fault{"rung('borys')", 6, "unknown leader 'borys'", "boris"},
                    Fault{"holds('secretery', 'anna')", 7, "unknown post 'secretery'", "secretary"},
                    Fault{"count = 3", 7, "no such sign: =", "=="}, Fault{"1 < 2 < 3", 7, "comparisons in a row", ""},
                    Fault{"mean(count, 1923", 17, "unexpected 'end of text'", ""},
                    Fault{"mean(count, 1923-13)", 13, "no such month: 1923-13", ""},
                    Fault{"mean(count, 1926/28)", 13, "no economic year: 1926/28", ""},
                    Fault{"max(count, 1924-01..1923-01)", 12, "an empty range of months", ""},
                    Fault{"at(count)", 9, "at lacks an argument", ""}, Fault{"at(count, 3)", 11, "at is given a number", ""},
                    Fault{"mean(count, 1923, 1924)", 19, "an argument too many, or in the wrong place", ""},
                    Fault{"date_of('defeat') < 1927", 21, "a month is compared with a number", ""},
                    Fault{"1923-10..1924-10", 1, "the whole is a range of months", ""},
                    Fault{"'anna' + 1", 1, "a text beside '+'", ""}, Fault{"events('defeat", 8, "a text is not closed", ""},
                    Fault{"count 3", 7, "unexpected '3'", ""}, Fault{"", 1, "unexpected 'end of text'", ""},
                    Fault{"3x", 2, "letters follow a number", ""}));

TEST(Expression, AllUnknownNamesAreReportedAtOnce) {
  const Vocabulary vocabulary{{"count"}, {}, {}, {}};
  const Result<Expression> parsed = parse_expression("cuont + coumt", vocabulary);
  ASSERT_FALSE(parsed);
  ASSERT_EQ(parsed.diagnostics().size(), 2U);
  EXPECT_EQ(parsed.diagnostics()[1].column, 9);
}

TEST(Expression, AChainOfThousandsOfPartsIsRefused) {
  std::string sum = "1";
  for (int i = 0; i < 5000; ++i) sum += "+1";
  const Result<Expression> parsed = parse_expression(sum);
  ASSERT_FALSE(parsed);
  EXPECT_NE(parsed.diagnostics().front().message.find("parts"), std::string::npos);
  EXPECT_TRUE(parse_expression(sum.substr(0, 2001)));
}

TEST(Expression, DeepNestingIsRefusedNotFollowed) {
  EXPECT_EQ(first_fault(std::string(10000, '(')).message, "nested too deeply");
  EXPECT_EQ(first_fault(std::string(10000, '-')).message, "nested too deeply");
}

}  // namespace
}  // namespace thermidor
