// A folder of each test's own, empty before and gone after: tests run side by side.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace thermidor::experiment::testing {

class ScratchFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    const ::testing::TestInfo& test = *::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / ("thermidor-" + std::string(test.test_suite_name()) + "." + test.name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path folder_;
};

}  // namespace thermidor::experiment::testing
