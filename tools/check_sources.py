#!/usr/bin/env python3
"""Every source that a scenario, a field of the code or a data row names is one that can be looked up.

Scenarios and fields name keys of docs/bibliography.md, alone or with a remark: `key`, `key (remark)`, `key: remark`, several with
semicolons between. Rows of data/raw name works and pages in words; each stands in the package's list of its table, and works cited by
author and year or by initials are explained in the bibliography.
"""

import csv
import json
import re
import sys
import tomllib

from sources import ROOT, cpp_files, finish, relative

BIBLIOGRAPHY = ROOT / "docs" / "bibliography.md"

# Rows of the claims, and families of them, stand for themselves.
_LINE = re.compile(r"L\d+(?:\.\d+)?(?:-L\d+(?:\.\d+)?)?|X\d+")
_CLAIM = re.compile(r"(?:[A-Z]|SF)\d+[a-z]?(?:-(?:[A-Z]|SF)?\d+)?|L\d+(?:\.\d+)?|essay L\d+.*|design part \d.*")
_CELL = re.compile(r"^\|(.+?)\|")
_KEY = re.compile(r"`([^`]+)`")
_FIELD = re.compile(r'Field\{\s*"\w+",\s*"[^"]*",\s*[^",]+,\s*[^",]+,\s*"([^"]*)"')
_YEAR = r"(?:1[89]\d\d|20[0-2]\d)"
_CITED = re.compile(rf"\b((?:League of )?[A-Z][a-z]+(?:(?: & |-|/)[A-Z][a-z]+)*(?: et al\.)?) ({_YEAR})\b(?!-\d)")
_INITIALS = re.compile(r"^(?![XVI]+ )([A-Z]{3,5})(?= |$)")
# Capitalised words before a year that are no authors.
_NO_AUTHOR = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Sept|Congress|"
                        r"Opposition|Database|Life)$")


def bibliography_keys():
    keys = set()
    for line in BIBLIOGRAPHY.read_text(encoding="utf-8").splitlines():
        cell = _CELL.match(line)
        if cell:
            keys.update(_KEY.findall(cell.group(1)))
    return keys


def is_known(part, keys):
    """A key, a key with a remark, rows of the claims, explanations, or lines of the essay (L17.30, L17.30-L17.36)."""
    part = part.strip()
    if all(_LINE.fullmatch(word) for word in re.split(r"[\s,]+", part)):
        return True
    bare = re.sub(r"\s*\(.*\)$", "", part)
    candidates = {part, bare, bare.split(":")[0], re.sub(r" (?:section|table)? ?[\dO-]+$", "", bare)}
    if candidates & keys:
        return True
    return all(_CLAIM.fullmatch(word) for word in re.split(r"[\s,]+", bare)) or bool(_CLAIM.fullmatch(bare))


def unknown_parts(source, keys):
    return [part.strip() for part in re.split(r";\s*", source) if part.strip() and not is_known(part, keys)]


def toml_sources(value):
    """All texts under `source`, anywhere below."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "source" and isinstance(inner, str):
                yield inner
            else:
                yield from toml_sources(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from toml_sources(inner)


def check_scenarios(keys):
    faults = []
    files = sorted(ROOT.glob("scenarios/**/*.toml"))
    for path in files:
        found = set(toml_sources(tomllib.loads(path.read_text(encoding="utf-8"))))
        for source in sorted(found):
            faults += [f"{relative(path)}: source '{part}' is not in docs/bibliography.md" for part in unknown_parts(source, keys)]
    return files, faults


def check_fields(keys):
    faults = []
    files = cpp_files("src")
    for path in files:
        for source in sorted(set(_FIELD.findall(path.read_text(encoding="utf-8")))):
            faults += [f"{relative(path)}: source '{part}' is not in docs/bibliography.md" for part in unknown_parts(source, keys)]
    return files, faults


def check_cited(source, place, keys):
    """Works cited by author and year, or by initials."""
    faults = []
    for part in re.split(r";\s*", source):
        if "://" in part:
            continue
        cited = {f"{author} {year}" for author, year in _CITED.findall(part) if not _NO_AUTHOR.search(author)}
        cited.update(_INITIALS.findall(part.strip()))
        faults += [f"{place}: '{name}' is not explained in docs/bibliography.md" for name in sorted(cited - keys)]
    return faults


def check_data(keys):
    package = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    faults = []
    files = []
    for resource in package["resources"]:
        path = ROOT / "data" / resource["path"]
        files.append(path)
        listed = {source["title"] for source in resource["sources"]}
        with path.open(encoding="utf-8", newline="") as handle:
            named = {row["source"] for row in csv.DictReader(handle) if row.get("source")}
        for source in sorted(named):
            if source not in listed:
                faults.append(f"{relative(path)}: source '{source}' is not listed in datapackage.json")
            faults += check_cited(source, relative(path), keys)
    return files, sorted(set(faults))


def main():
    keys = bibliography_keys()
    files = []
    faults = []
    for check in (check_scenarios, check_fields, check_data):
        read, found = check(keys)
        files += read
        faults += found
    return finish("sources", len(files), faults)


if __name__ == "__main__":
    sys.exit(main())
