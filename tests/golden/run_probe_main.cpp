// Prints the digests of the two probe runs, for comparisons between builds (tools/check_digests.sh).
// Usage: thermidor_run_probe PACK MONTHS [THREADS [SAMPLE]]; MONTHS 0 = to the end.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "golden/run_probe.hpp"
#include "support/threaded_executor.hpp"

int main(int count, char** words) {
  using namespace thermidor;
  if (count < 3) {
    std::fputs("usage: thermidor_run_probe PACK MONTHS [THREADS [SAMPLE]]\n", stderr);
    return 1;
  }
  std::ifstream file(words[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  Pack pack;
  const ArchiveFault fault = load_pack(bytes, pack);
  if (fault != ArchiveFault::none) {
    std::fprintf(stderr, "%s: %s\n", words[1], std::string(describe(fault)).c_str());
    return 1;
  }
  ProbeRun run;
  run.months = std::atoi(words[2]);
  const ThreadedExecutor executor(count > 3 ? std::atoi(words[3]) : 1);
  if (count > 4) run.sample = std::atoi(words[4]);
  std::printf("free %s\n", probe_run(pack, run, executor).c_str());
  run.history_until = kProbeFork;
  std::printf("history-until-%s %s\n", format_month(kProbeFork).c_str(), probe_run(pack, run, executor).c_str());
  return 0;
}
