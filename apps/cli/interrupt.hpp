// Ctrl-C: the first asks to finish cleanly, the second ends the program at once.
#pragma once

#include <atomic>

namespace thermidor::cli {

void catch_interrupts();
const std::atomic<bool>& interrupted();

}  // namespace thermidor::cli
