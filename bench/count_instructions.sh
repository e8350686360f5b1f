#!/usr/bin/env bash
# Instructions of the two probe runs under callgrind: a measure of speed that does not depend on the machine's load. Writes
# bench/results/instructions.csv and instructions_by_phase.csv, which are committed; a change of a percent is visible in the
# diff.
set -euo pipefail
cd "$(dirname "$0")/.."
months=24
sample=1000
build=build/release
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
configuration=$("$build/thermidor" pack soviet-1921 --out "$scratch/pack" | sed -E 's/.*digest //')
valgrind --tool=callgrind --callgrind-out-file="$scratch/callgrind" "$build/thermidor_run_probe" "$scratch/pack" "$months" 1 "$sample" \
  >"$scratch/digests" 2>"$scratch/log"
instructions=$(sed -nE 's/.*Collected : ([0-9]+).*/\1/p' "$scratch/log")
compiler=$(sed -nE 's/^CMAKE_CXX_COMPILER:[A-Z]+=(.*)/\1/p' "$build/CMakeCache.txt")
{
  echo "runs,months,sample,instructions,configuration,results,compiler"
  echo "free and history,$months,$sample,$instructions,$configuration,$(sed 's/^[^ ]* //' "$scratch/digests" | paste -sd+),$("$compiler" --version | head -n 1 | tr -d ,)"
} >bench/results/instructions.csv
cat bench/results/instructions.csv
# By phase: the functions that the month calls, each with all that it calls.
phases="make_world watch_outside convene_organs plan_materials set_quotas step_farms book_villages produce settle
  trade_privately move_grain trade_abroad run_budget extend_credit invest close_trusts hire move_people audit_books
  move_prices update_members move_mood digest"
callgrind_annotate --inclusive=yes --threshold=100 "$scratch/callgrind" >"$scratch/inclusive" 2>/dev/null
{
  echo "phase,instructions"
  for phase in $phases; do
    sed -nE "s/^ *([0-9,]+) \([^)]*\) .*:thermidor::((economy|party|society)::)?$phase\(.*/\1/p" "$scratch/inclusive" | head -n 1 |
      tr -d , | sed "s/^/$phase,/"
  done
} >bench/results/instructions_by_phase.csv
cat bench/results/instructions_by_phase.csv
# The dearest functions, for those who want to know where they go.
callgrind_annotate "$scratch/callgrind" 2>/dev/null | grep -E '^ *[0-9,]+ \(' | sed -n '1,12p' | cut -c 1-140
