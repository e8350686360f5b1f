// The command: reads the words, calls one subcommand, returns its code.
#include <cstdio>
#include <exception>
#include <variant>

#include "command_line.hpp"
#include "commands.hpp"
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
    return dispatch(read_command_line(count, words, terminal), terminal);
  } catch (const std::exception& error) {
    terminal.complain(std::string("thermidor: ") + error.what());
    return kRunFailed;
  }
}
