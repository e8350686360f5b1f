#!/usr/bin/env python3
"""The program names no person of a scenario: leaders are rows of data, and no rule is made for one of them."""

import re
import sys
import tomllib

from sources import ROOT, cpp_files, finish, relative

# Names that are also words of the language or of the field.
COMMON = set()


def leader_names():
    """Ids and surnames in the scenarios' tables of leaders."""
    names = set()
    for path in sorted(ROOT.glob("scenarios/*/tables/leaders.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in table.get("row", []):
            names.add(row["id"])
            title = re.sub(r"\(.*?\)", "", row.get("title", "")).split()
            if title:
                names.add(title[-1])
    return {name for name in names if len(name) > 3 and name.lower() not in COMMON}


def main():
    names = leader_names()
    if not names:
        return finish("names", 0, ["no leaders found in scenarios/*/tables/leaders.toml"])
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, names))) + r")\b", re.I)
    files = cpp_files("src", "apps")
    faults = []
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for match in pattern.finditer(line):
                faults.append(f"{relative(path)}:{number}: names '{match.group(0)}'; leaders are data")
    return finish("names", len(files), faults)


if __name__ == "__main__":
    sys.exit(main())
