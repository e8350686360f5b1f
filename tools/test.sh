#!/usr/bin/env bash
# All that must hold before a change is taken, cheapest first. Called by `make test`, which installs what is needed.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s (%d s so far)\n' "$1" "$SECONDS"; }
SECONDS=0

# The sum when all pass, everything when one fails.
tests_of() {
  local log
  log=$(mktemp)
  if ! ctest --preset "$1" -R "$2" -j "$(nproc)" >"$log" 2>&1; then
    cat "$log"
    exit 1
  fi
  tail -n 3 "$log"
  rm -f "$log"
}

step "layers, sizes, names, state, data, sources, format"
make --no-print-directory check

step "release build (g++)"
cmake --preset release --log-level=WARNING
cmake --build --preset release

step "the core by the other compiler: same digest, no warnings"
cmake --preset clang-release --log-level=WARNING
cmake --build --preset clang-release --target thermidor_core_test
tests_of clang-release '^core\.'

if command -v node >/dev/null; then
  step "WebAssembly: same digest, no imports"
  cmake --preset wasm --log-level=WARNING
  cmake --build --preset wasm
  build/release/thermidor pack soviet-1921 --out build/wasm/soviet-1921.pack
  node tools/check_wasm.mjs build/wasm build/wasm/soviet-1921.pack
else
  step "WebAssembly: left out, no Node.js here"
fi

step "one digest: both compilers without and with optimisation, one and two threads"
tools/check_digests.sh --quick

step "addresses, leaks, undefined behaviour (inner modules)"
cmake --preset asan-ubsan --log-level=WARNING
cmake --build --preset asan-ubsan --target thermidor_domain_tests
tests_of asan-ubsan '^(core|population|signals|economy|party|society|model|api)\.'

step "clang-tidy (inner modules)"
python3 tools/run_tidy.py build/clang-release core population signals economy party society model api

step "all tests"
ctest --preset release -j "$(nproc)"
