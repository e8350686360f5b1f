#include "scenario/document.hpp"

#include <gtest/gtest.h>

namespace thermidor::scenario {
namespace {

Document parse(std::string_view text) {
  Result<Document> document = parse_document(text, "a.toml");
  EXPECT_TRUE(document) << format_diagnostic(document.diagnostics()[0]);
  return document ? std::move(document).value() : Document{};
}

TEST(Document, KeepsThePlaceOfEveryKeyAndValue) {
  const Document document = parse("[a]\nx = 1\ny = { value = 2.5 }\n");
  const Value& a = *document.root.find("a");
  EXPECT_EQ(a.member("x")->place.line, 2);
  EXPECT_EQ(a.member("x")->place.column, 1);
  EXPECT_EQ(a.find("x")->place.column, 5);
  const Value& value = *a.find("y")->find("value");
  EXPECT_EQ(value.place.line, 3);
  EXPECT_EQ(value.place.column, 15);
  EXPECT_EQ(value.number, 2.5);
}

TEST(Document, KeepsTheOrderOfTheFile) {
  const Document document = parse("z = 1\na = 2\nm = 3\n");
  ASSERT_EQ(document.root.members.size(), 3U);
  EXPECT_EQ(document.root.members[0].name, "z");
  EXPECT_EQ(document.root.members[1].name, "a");
  EXPECT_EQ(document.root.members[2].name, "m");
}

TEST(Document, KnowsWhereTheLettersOfATextBegin) {
  const Document document = parse("a = \"é\"\nb = 'x \"y\"'\nc = \"x \\\"y\\\"\"\nd = \"\"\"\nlong\"\"\"\n");
  EXPECT_EQ(document.root.find("a")->text_offset, 1);
  EXPECT_EQ(document.root.find("b")->text_offset, 1);
  EXPECT_EQ(document.root.find("c")->text_offset, 0);
  EXPECT_EQ(document.root.find("d")->text_offset, 0);
}

TEST(Document, ReadsBareDates) {
  const Document document = parse("a = 1925-12-18\n");
  EXPECT_EQ(document.root.find("a")->kind, ValueKind::date);
  EXPECT_EQ(document.root.find("a")->text, "1925-12-18");
}

TEST(Document, ReportsTheFirstFaultOfForm) {
  const Result<Document> broken = parse_document("a = 1\nb = 12x\nc = [\n", "a.toml");
  ASSERT_FALSE(broken);
  ASSERT_EQ(broken.diagnostics().size(), 1U);
  EXPECT_EQ(format_diagnostic(broken.diagnostics()[0]),
            "a.toml:2:7: error: not TOML: decimal integer, saw 'x'; expected digit");
}

TEST(Document, AMissingFileIsAFaultNotAnEmptyDocument) { EXPECT_FALSE(read_document("/nonexistent/file.toml")); }

}  // namespace
}  // namespace thermidor::scenario
