#!/usr/bin/env bash
# Installs what a group of targets needs and this machine lacks. Usage: tools/setup.sh run|test|bench|clang|wasm ...
#   run    compiler, build tools and libraries of the command
#   test   test and benchmark libraries, Python for the checks
#   bench  the instruction counter
#   clang  the second compiler, its sanitizers, clang-tidy, clang-format
#   wasm   the WebAssembly libraries, and Node.js where there is none
# Written for Debian 12; elsewhere it names the packages and stops.
set -euo pipefail

packages_of() {
  case "$1" in
    run) echo g++-12 cmake ninja-build libcli11-dev libfmt-dev libtomlplusplus-dev nlohmann-json3-dev libsqlite3-dev libnetcdf-dev ;;
    test) echo libgtest-dev libbenchmark-dev ccache python3 ;;
    bench) echo valgrind ;;
    clang) echo clang-19 clang-tidy-19 clang-format-19 libclang-rt-19-dev llvm-19 ;;
    wasm)
      echo clang-19 lld-19 llvm-19 libc++-19-dev-wasm32 libc++abi-19-dev-wasm32 libclang-rt-19-dev-wasm32 wasi-libc
      command -v node >/dev/null || echo nodejs
      ;;
    *)
      echo "tools/setup.sh: unknown group '$1'; expected run, test, bench, clang or wasm" >&2
      return 1
      ;;
  esac
}

missing=()
for group in "$@"; do
  packages=$(packages_of "$group")
  for package in $packages; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    # A cmake, ninja or Python from elsewhere will do.
    case "$package" in
      cmake) command -v cmake >/dev/null && state=installed ;;
      ninja-build) command -v ninja >/dev/null && state=installed ;;
      python3) command -v python3 >/dev/null && state=installed ;;
    esac
    [ "$state" = installed ] || missing+=("$package")
  done
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "This machine lacks (Debian names): ${missing[*]}" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Please install as root: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "Installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get -qq update &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${missing[@]}"; } \
  >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  exit 1
fi
