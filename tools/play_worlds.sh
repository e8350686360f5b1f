#!/bin/sh
# Plays every shipped world once with the command as built and writes the digests of their results, as tests/golden holds them:
# FOLDER/run_digest.txt and FOLDER/world_digest.txt. Fails where a run breaks down.
#   tools/play_worlds.sh build/pages
set -eu
cd "$(dirname "$0")/.."
folder=$1
mkdir -p "$folder"
play() {
  build/release/thermidor pack "$1" --out "$folder/$1.pack" >/dev/null
  build/release/thermidor_run_probe "$folder/$1.pack" 0
}
play soviet-1921 >"$folder/run_digest.txt"
for world in paris-1793 society; do
  play "$world" >"$folder/$world.txt"
  sed -n "s/^free/$world/p" "$folder/$world.txt"
done >"$folder/world_digest.txt"
if grep -hvE '^[a-z0-9-]+ [0-9a-f]{16}$' "$folder/run_digest.txt" "$folder/world_digest.txt"; then
  echo "a run broke down" >&2
  exit 1
fi
