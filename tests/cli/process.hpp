// The command as a process of its own, which a test may kill or starve.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "cli/ask.hpp"

namespace thermidor::cli {

class Process {
 public:
  // Words are separated by blanks; no file may grow beyond `file_limit` bytes (0: no limit).
  explicit Process(const std::string& words, rlim_t file_limit = 0, const std::string& name = "process") {
    errors_ = scratch() / (name + "-errors.txt");
    std::vector<std::string> list = {THERMIDOR_COMMAND};
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      list.push_back(words.substr(at, end - at));
      at = end + 1;
    }
    std::vector<char*> raw;
    for (std::string& word : list) raw.push_back(word.data());
    raw.push_back(nullptr);
    pid_ = fork();
    if (pid_ != 0) return;
    if (chdir(THERMIDOR_SOURCE_DIR) != 0) _exit(126);
    const int nothing = open("/dev/null", O_WRONLY);
    const int errors = open(errors_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(nothing, 1);
    dup2(errors, 2);
    const rlimit limit{file_limit, file_limit};
    if (file_limit > 0) setrlimit(RLIMIT_FSIZE, &limit);
    execv(THERMIDOR_COMMAND, raw.data());
    _exit(127);
  }
  ~Process() { kill_now(); }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // True if it ended by itself within the time; its exit code is then known.
  bool ends_within(std::chrono::milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    while (!ended_ && std::chrono::steady_clock::now() < until) {
      int status = 0;
      if (waitpid(pid_, &status, WNOHANG) == pid_) {
        ended_ = true;
        code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
      } else {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    }
    return ended_;
  }
  // kill -9
  void kill_now() {
    if (ended_) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    ended_ = true;
  }
  int code() const { return code_; }
  std::string errors() const { return read_text(errors_); }

 private:
  pid_t pid_ = -1;
  bool ended_ = false;
  int code_ = -1;
  fs::path errors_;
};

}  // namespace thermidor::cli
