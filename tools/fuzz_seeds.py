#!/usr/bin/env python3
"""Seeds for the fuzzing of the loader: the shipped files, each after the letter that says what it is (tests/fuzz/load_text.cpp).

Usage: fuzz_seeds.py FOLDER
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCENARIO = ROOT / "scenarios" / "soviet-1921"
LETTERS = {
    "questions/*.toml": "q",
    "tables/checks.toml": "c",
    "scenario.toml": "i",
    "contrasts/*.toml": "k",
    "designs/*.toml": "d",
    "forecasts.toml": "f",
    "verdicts.toml": "v",
    "claim_signs.toml": "g",
    "parameters/society.toml": "S",
    "tables/leaders.toml": "P",
    "tables/organs.toml": "O",
    "tables/outside_events.toml": "W",
    "tables/levers.toml": "L",
}
LONGEST = 16384  # libFuzzer is slow on long inputs


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0

    def write(letter, text):
        nonlocal count
        (folder / f"{letter}-{count:04d}").write_bytes((letter + text).encode()[:LONGEST])
        count += 1

    for pattern, letter in LETTERS.items():
        for path in sorted(SCENARIO.glob(pattern)):
            write(letter, path.read_text(encoding="utf-8"))
    for part in re.split(r"\n(?=\[\[do\]\])", (SCENARIO / "chronicle.toml").read_text(encoding="utf-8"))[1::20]:
        write("a", part)
    # The other scenarios: their files, and each of their acts by itself.
    for world in sorted(path for path in (ROOT / "scenarios").iterdir() if path.is_dir() and path != SCENARIO):
        for path in [world / "scenario.toml", *sorted(world.glob("questions/*.toml"))]:
            text = path.read_text(encoding="utf-8")
            write("q" if path.parent.name == "questions" else "i", text)
            for part in re.findall(r"^\[\[do\]\]\n(?:(?!\[).+\n?)+", text, re.M):
                write("a", part)
    for claim in re.split(r"\n(?=\[\[)", (SCENARIO / "claims.toml").read_text(encoding="utf-8"))[1::60]:
        write("m", claim)
    write("p", "\n".join((SCENARIO / "calibration" / "posterior.csv").read_text(encoding="utf-8").splitlines()[:4]))
    page = (ROOT / "docs" / "reference" / "acts.md").read_text(encoding="utf-8")
    for line in re.findall(r"`([a-z]+[^`= ]*=[^`]*@[0-9-]+[^`]*)`", page) + re.findall(r"^([a-z.]+[^= ]*=\S+@.*)$", page, re.M):
        write("l", line)
    for path in sorted(SCENARIO.glob("questions/*.toml")) + [SCENARIO / "tables" / "checks.toml"]:
        for text in re.findall(r'^(?:value|holds|requires) = "(.*)"$', path.read_text(encoding="utf-8"), re.M)[::3]:
            write("e", text)
    print(f"{count} seeds in {folder}")


if __name__ == "__main__":
    main()
