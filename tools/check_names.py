#!/usr/bin/env python3
"""The program names no person, place or organ of a scenario: they are rows of data, and no rule is made for one of them."""

import re
import sys
import tomllib

from sources import ROOT, cpp_files, finish, relative

# Tables whose rows are persons, places and organs.
PERSONS = ("leaders",)
OTHERS = ("organs", "provinces", "regions")
# Words of the field: what a role, a kind of body or a direction is called anywhere. A name made of these alone names nothing.
GENERIC = set(
    """
    board bridge central centre chair climber club commission committee conference congress control council east editor executive food
    founder foreign general hill lake meeting north north-east north-west organising party police political port president secretariat
    secretary security society south south-east south-west state steppe supreme trade treasurer tribunal veteran west of the for and s
    heir planning economic bureau army far
    """.split()
)
# Countries of the outside world, which have no table; as words, and as parts of identifiers.
COUNTRIES = "german(?:y|s)?|british|britain|chinese|china|polish|poland|french|france|russo"
# Typefaces that are called like places.
TYPEFACES = {"georgia"}


def scenario_rows(name):
    """Rows of a table in every scenario, from its own file or from scenario.toml."""
    for path in sorted(ROOT.glob(f"scenarios/*/tables/{name}.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8")).get("row", [])
    for path in sorted(ROOT.glob("scenarios/*/scenario.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8")).get("tables", {}).get(name, [])


def plain(title):
    """A title without what stands in brackets."""
    return re.sub(r"\(.*?\)", "", title).strip()


def is_generic(name):
    """Made of words of the field only."""
    return all(word in GENERIC for word in re.split(r"[^a-z]+", name.lower()) if word)


def scenario_names():
    """Ids of persons, places and organs, surnames, and titles."""
    names = set()
    for table in PERSONS:
        for row in scenario_rows(table):
            names.add(row["id"])
            names.update(plain(row.get("title", "")).split()[-1:])
    for table in OTHERS:
        for row in scenario_rows(table):
            names.update((row["id"], plain(row.get("title", ""))))
    return {name for name in names if len(name) > 3 and not is_generic(name)}


def main():
    names = scenario_names()
    if not names:
        return finish("names", 0, ["no persons, places or organs found in scenarios/"])
    rows = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{rows})\b|(?<![a-z])(?:{COUNTRIES})(?![a-z])", re.I)
    files = cpp_files("src", "apps")
    faults = []
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for match in pattern.finditer(line):
                if match.group(0).lower() in TYPEFACES and relative(path).startswith("src/report/"):
                    continue
                faults.append(f"{relative(path)}:{number}: names '{match.group(0)}'; persons, places and organs are data")
    return finish("names", len(files), faults)


if __name__ == "__main__":
    sys.exit(main())
