// The command: reads the words, calls one subcommand, returns its code.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <variant>

#include "command_line.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "interrupt.hpp"

namespace {

int dispatch(const thermidor::cli::Options& options, const thermidor::cli::Terminal& terminal) {
  using namespace thermidor::cli;
  return std::visit(
      [&terminal]<class T>(const T& chosen) {
        if constexpr (std::is_same_v<T, Finished>) {
          return chosen.code;
        } else {
          return execute(chosen, terminal);
        }
      },
      options);
}

}  // namespace

int main(int count, char** words) {
  using namespace thermidor::cli;
  const Terminal terminal;
  try {
    catch_interrupts();
    for (int i = 1; i < count; ++i) {
      if (is_utf8(words[i])) continue;
      terminal.complain(fmt::format("thermidor: argument {} is not UTF-8; reports and manifests name what was typed", i));
      return kRefused;
    }
    const int code = dispatch(read_command_line(count, words, terminal), terminal);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    terminal.complain("thermidor: the output cannot be written");
    return code == kOk ? kRunFailed : code;
  } catch (const std::exception& error) {
    terminal.complain(std::string("thermidor: ") + error.what());
    return kRunFailed;
  }
}
