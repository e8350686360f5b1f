#!/usr/bin/env bash
# One digest from every build: both compilers without and with full optimisation, on one thread and on two, and in WebAssembly.
# Usage: tools/check_digests.sh [--quick]
#   --quick  24 months for the builds without optimisation, all months for the others
# Needs build/release (the preset, by g++ with its tests: make setup build), which packs the scenario; build/wasm is checked if it is there.
set -euo pipefail
cd "$(dirname "$0")/.."

slow_months=0
[ "${1:-}" != --quick ] || slow_months=24
folder=build/digests
pack=$folder/soviet-1921.pack
mkdir -p "$folder"
build/release/thermidor pack soviet-1921 --out "$pack" >/dev/null

# Name, compiler, level. The first is what users run and what the others are compared with.
release="gcc-O3 g++-12 -O3"
others=("clang-O3 clang++-19 -O3" "gcc-O0 g++-12 -O0" "clang-O0 clang++-19 -O0")
probe_of() { if [ "$1" = gcc-O3 ]; then echo build/release/thermidor_run_probe; else echo "$folder/$1/thermidor_run_probe"; fi; }

cmake --build build/release --target thermidor_run_probe >"$folder/release.log" || { cat "$folder/release.log" && exit 1; }
for build in "${others[@]}"; do
  read -r name compiler level <<<"$build"
  cmake -S . -B "$folder/$name" -G Ninja --log-level=WARNING -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=None \
    -DCMAKE_CXX_FLAGS="$level" >/dev/null
  cmake --build "$folder/$name" --target thermidor_run_probe >"$folder/$name.log" || { cat "$folder/$name.log" && exit 1; }
done

reference=$(probe_of gcc-O3)
"$reference" "$pack" 0 >"$folder/reference-0.txt"
[ "$slow_months" = 0 ] || "$reference" "$pack" "$slow_months" >"$folder/reference-$slow_months.txt"

faults=0
row() { printf '%-10s %-8s %-7s %s\n' "$@"; }
# Compares what a build found with the reference of as many months.
compare() {
  local name=$1 threads=$2 months=$3 found=$4 verdict=equal
  if ! diff -q "$folder/reference-$months.txt" "$found" >/dev/null; then
    verdict="DIFFERS from g++ -O3 on one thread"
    faults=$((faults + 1))
  fi
  row "$name" "$threads" "$([ "$months" = 0 ] && echo all || echo "$months")" "$(sed 's/^[^ ]* //' "$found" | paste -sd' ') $verdict"
}

row build threads months "digest of the free run, of the run that follows the record"
for build in "$release" "${others[@]}"; do
  read -r name compiler level <<<"$build"
  months=0
  [ "$level" != -O0 ] || months=$slow_months
  for threads in 1 2; do
    "$(probe_of "$name")" "$pack" "$months" "$threads" >"$folder/found.txt"
    compare "$name" "$threads" "$months" "$folder/found.txt"
  done
done
if [ -f build/wasm/thermidor.wasm ] && command -v node >/dev/null; then
  node tools/check_wasm.mjs build/wasm "$pack" - >"$folder/found.txt" 2>/dev/null || faults=$((faults + 1))
  compare wasm 1 0 "$folder/found.txt"
fi
[ "$faults" = 0 ] || { echo "check_digests: $faults builds give other results" >&2 && exit 1; }
