#!/bin/sh
# Writes the generated pages of docs/ again with the command as built, the quick ones first; about an hour on two cores. Pages that this
# folder has already made of the same results, scenarios, maker and reasons are left, so an interrupted call goes on where it stopped. The
# command must not be rebuilt meanwhile. `tools/make_pages.sh answers endings` makes these two, whatever has been made before.
set -eu
cd "$(dirname "$0")/.."
made=build/pages
failed=""
mkdir -p "$made"

page_of() { echo "docs/$(echo "$1" | tr _ -).md"; }

# What a page is made of: results, scenarios, its maker and what that imports, reasons for what fails.
key() {
  reasons="docs/$1_reasons.csv"
  [ -f "$reasons" ] || reasons=
  {
    cat tests/golden/run_digest.txt tests/golden/world_digest.txt tools/ask.py tools/make_endings.py "tools/make_$1.py" $reasons
    git ls-files -z scenarios | xargs -0 cat
  } | sha256sum | cut -d' ' -f1
}

stamp() { echo "$1 $(sha256sum <"$2" | cut -d' ' -f1)"; }

make_page() {
  echo "make_$1.py"
  from=$(key "$1")
  if python3 "tools/make_$1.py"; then stamp "$from" "$(page_of "$1")" >"$made/$1"; else failed="$failed $1"; fi
}

tools/play_worlds.sh "$made"
for played in run_digest world_digest; do
  cmp -s "$made/$played.txt" "tests/golden/$played.txt" || {
    echo "the command's results are not those of tests/golden: make update-digest first" >&2
    exit 1
  }
done
if [ $# -gt 0 ]; then
  for page in "$@"; do make_page "$page"; done
else
  for page in scorecard contrasts forecasts verdicts single_case sampling answers first_named endings pairing rewrites mass_matters; do
    [ "$(cat "$made/$page" 2>/dev/null || true)" = "$(stamp "$(key "$page")" "$(page_of "$page")")" ] || make_page "$page"
  done
fi
if [ -n "$failed" ]; then
  echo "not made, or without a reason for each row that fails:$failed" >&2
  exit 1
fi
