// A scenario of one file, written into a folder of the test's own.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace thermidor {

class WrittenScenario {
 public:
  explicit WrittenScenario(const std::string& text) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "scenario.toml") << text;
  }
  WrittenScenario(const WrittenScenario&) = delete;
  WrittenScenario& operator=(const WrittenScenario&) = delete;
  ~WrittenScenario() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string folder() const { return folder_.string(); }

 private:
  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      ("thermidor-written-" + std::to_string(::getpid()) + "-" + testing::UnitTest::GetInstance()->current_test_info()->name());
};

}  // namespace thermidor
