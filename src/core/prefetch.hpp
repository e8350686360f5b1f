// Memory asked early for what will be read soon: nothing but time depends on it.
#pragma once

#include <cstddef>

namespace thermidor {

// The 64 bytes around an address. Always inlined: code for one machine never gets into the object of another.
inline __attribute__((always_inline)) void fetch_line(const void* address) { __builtin_prefetch(address); }

template <class T>
inline __attribute__((always_inline)) void fetch_all(const T& what) {
  for (std::size_t at = 0; at < sizeof what; at += 64) fetch_line(reinterpret_cast<const char*>(&what) + at);
}

}  // namespace thermidor
