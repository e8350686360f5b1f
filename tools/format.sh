#!/usr/bin/env bash
# Formats all C++ files; with --check only says which are not in the project's style.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t files < <(find src apps tests bench bindings -name '*.hpp' -o -name '*.cpp' -o -name '*.h' | sort)
if [ "${1:-}" = --check ]; then
  clang-format-19 --dry-run --Werror "${files[@]}"
  echo "format: ${#files[@]} files, no faults"
else
  clang-format-19 -i "${files[@]}"
fi
