// Asks the command as a user does, in a shell, and keeps what it answers.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

namespace thermidor::cli {

namespace fs = std::filesystem;

struct Answer {
  int code = -1;
  std::string out;
  std::string errors;
};

inline std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A folder of each test's own: tests run side by side.
inline fs::path scratch() {
  const fs::path folder =
      fs::temp_directory_path() / "thermidor-cli-test" / testing::UnitTest::GetInstance()->current_test_info()->name();
  fs::create_directories(folder);
  return folder;
}

inline Answer ask(const std::string& words) {
  const fs::path errors = scratch() / "errors.txt";
  const std::string line = "cd '" THERMIDOR_SOURCE_DIR "' && '" THERMIDOR_COMMAND "' " + words + " 2>'" + errors.string() + "'";
  Answer answer;
  std::FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) return answer;
  char buffer[4096];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) answer.out.append(buffer, got);
  const int status = pclose(pipe);
  answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  answer.errors = read_text(errors);
  return answer;
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace thermidor::cli
