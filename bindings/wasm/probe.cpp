// The digest of tests/core/digest_probe.cpp in two halves, as a page or script reads them.
#include <cstdint>

#include "core/digest_probe.hpp"

extern "C" {

[[clang::export_name("probe_low")]] std::uint32_t probe_low() { return static_cast<std::uint32_t>(thermidor::probe_core()); }

[[clang::export_name("probe_high")]] std::uint32_t probe_high() {
  return static_cast<std::uint32_t>(thermidor::probe_core() >> 32);
}
}
