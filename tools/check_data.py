#!/usr/bin/env python3
"""Checks data/datapackage.json against the files that it describes.

Usage: check_data.py [directory of the package]      (default: data/ beside tools/)
Standard library only. Every fault is printed as file:line:column: message; the exit status is 1 if there is any.
"""

import csv
import hashlib
import json
import re
import sys
from pathlib import Path

NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
INTEGER = re.compile(r"-?\d+")
TYPES = {"string": re.compile(r".*", re.S), "number": NUMBER, "integer": INTEGER}
PROVENANCE = {"read", "recalled"}


class Report:
    """Collects faults with their place."""

    def __init__(self):
        self.faults = 0

    def add(self, place, message):
        self.faults += 1
        print(f"{place}: {message}")


def load_package(path, report):
    """Returns the descriptor, or None if it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        report.add(path, f"cannot be read: {error.strerror}")
        return None
    try:
        package = json.loads(text)
    except json.JSONDecodeError as error:
        report.add(f"{path}:{error.lineno}:{error.colno}", error.msg)
        return None
    for key in ("$schema", "name", "title", "version", "licenses", "resources"):
        if not package.get(key):
            report.add(path, f"the package lacks '{key}'")
    return package


def check_descriptor(resource, place, report):
    """Checks that a resource names its type, licence, sources and hash; returns its fields."""
    for key in ("name", "title", "type", "path", "encoding", "bytes", "hash", "schema", "licenses", "sources"):
        if not resource.get(key):
            report.add(place, f"the resource lacks '{key}'")
    fields = resource.get("schema", {}).get("fields", [])
    for field in fields:
        if field.get("type") not in TYPES:
            report.add(place, f"field '{field.get('name')}' has type '{field.get('type')}', expected one of {sorted(TYPES)}")
    return fields


def check_bytes(resource, path, report):
    """Compares size and hash; returns the bytes or None."""
    try:
        content = path.read_bytes()
    except OSError as error:
        report.add(path, f"cannot be read: {error.strerror}")
        return None
    if len(content) != resource.get("bytes"):
        report.add(path, f"has {len(content)} bytes, the package says {resource.get('bytes')}")
    found = "sha256:" + hashlib.sha256(content).hexdigest()
    if found != resource.get("hash"):
        report.add(path, f"hash is {found}, the package says {resource.get('hash')}")
    return content


def check_cell(value, field, place, report):
    """Checks one cell against the type and the constraints of its field."""
    limits = field.get("constraints", {})
    name = field["name"]
    if value == "":
        if limits.get("required"):
            report.add(place, f"'{name}' is empty")
        return
    if not TYPES.get(field.get("type"), TYPES["string"]).fullmatch(value):
        report.add(place, f"'{name}' is '{value}', expected {field['type']}")
    if "enum" in limits and value not in limits["enum"]:
        report.add(place, f"'{name}' is '{value}', expected one of {limits['enum']}")
    if "pattern" in limits and not re.search(limits["pattern"], value):
        report.add(place, f"'{name}' is '{value}', which does not match {limits['pattern']}")
    if name == "provenance" and "enum" not in limits and value not in PROVENANCE:
        report.add(place, f"'provenance' is '{value}', expected one of {sorted(PROVENANCE)}")
    if value != value.strip():
        report.add(place, f"'{name}' begins or ends with a space")


def check_rows(path, fields, report):
    """Checks header and rows of one file; returns the number of rows."""
    names = [field["name"] for field in fields]
    count = 0
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle)
        header = next(reader, [])
        if header != names:
            report.add(f"{path}:1:1", f"header is {header}, the package says {names}")
            return 0
        for row in reader:
            count += 1
            line = reader.line_num
            if len(row) != len(fields):
                report.add(f"{path}:{line}:1", f"row has {len(row)} cells, expected {len(fields)}")
                continue
            for column, (value, field) in enumerate(zip(row, fields), start=1):
                check_cell(value, field, f"{path}:{line}:{column}", report)
    if count == 0:
        report.add(f"{path}:1:1", "the file holds no rows")
    return count


def main(arguments):
    root = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parent.parent / "data"
    report = Report()
    descriptor = root / "datapackage.json"
    package = load_package(descriptor, report)
    if package is None:
        return 1
    rows = 0
    listed = set()
    for index, resource in enumerate(package.get("resources", [])):
        fields = check_descriptor(resource, f"{descriptor}: resources[{index}]", report)
        path = root / resource.get("path", "")
        listed.add(path.resolve())
        if path.resolve() in (other.resolve() for other in root.glob("*.json")):
            report.add(descriptor, f"resources[{index}] points at the package itself")
            continue
        if check_bytes(resource, path, report) is not None:
            rows += check_rows(path, fields, report)
    for path in sorted([*(root / "raw").glob("*.csv"), *(root / "derived").glob("*.csv")]):
        if path.resolve() not in listed:
            report.add(path, "is not listed in datapackage.json")
    if report.faults:
        print(f"{report.faults} fault(s)")
        return 1
    print(f"{len(listed)} tables, {rows} rows, no faults")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
