#include "experiment/mark_extrapolated.hpp"

#include <gtest/gtest.h>

namespace thermidor::experiment {
namespace {

constexpr Month kEnd = make_month(1929, 12);

TEST(MarkExtrapolated, ALastColumnSaysWhichRowsNoRecordCovers) {
  EXPECT_EQ(mark_extrapolated("arm,date,value\nrun,1929-12,1\nrun,1930-01,2\n", kEnd.next()),
            "arm,date,value,extrapolated\nrun,1929-12,1,0\nrun,1930-01,2,1\n");
}

TEST(MarkExtrapolated, CommasAndLineBreaksInQuotesAreOfOneCell) {
  EXPECT_EQ(mark_extrapolated("title,date\n\"a, \"\"b\"\"\nc\",1931-05\nx,1921-03\n", kEnd.next()),
            "title,date,extrapolated\n\"a, \"\"b\"\"\nc\",1931-05,1\nx,1921-03,0\n");
}

TEST(MarkExtrapolated, ATableWithoutDatesStaysAsItIs) {
  EXPECT_EQ(mark_extrapolated("id,title\na,1931-05\n", kEnd.next()), "id,title\na,1931-05\n");
}

TEST(MarkExtrapolated, AFolderIsMarkedOnlyWhereItGoesBeyondTheRecord) {
  const std::vector<FolderFile> files = {{"series.csv", "date,value\n1929-12,1\n"}, {"report.html", "date\n"}};
  std::vector<FolderFile> within = files, beyond = files;
  mark_extrapolated(within, kEnd, kEnd);
  EXPECT_EQ(within[0].content, files[0].content);
  mark_extrapolated(beyond, kEnd, kEnd + 48);
  EXPECT_EQ(beyond[0].content, "date,value,extrapolated\n1929-12,1,0\n");
  EXPECT_EQ(beyond[1].content, files[1].content);
}

}  // namespace
}  // namespace thermidor::experiment
