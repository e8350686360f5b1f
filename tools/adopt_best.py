#!/usr/bin/env python3
"""Makes the best values of a calibration the stored ones: calibration/constants.csv into parameters/*.toml.

    tools/adopt_best.py scenarios/soviet-1921 [--from results/calibration/constants.csv] [--digits 5] [--dry]

Only the numbers, their status and their source change; everything else in the files stays as it is.
"""

import argparse
import csv
import re
import sys
from pathlib import Path

SOURCE = "calibration-2026"


def rounded(value, digits):
    """The shortest number of so many significant digits, always with a point."""
    text = f"{float(value):.{digits}g}"
    if "e" in text:
        text = f"{float(text):f}".rstrip("0")
    return text if "." in text else text + ".0"


def place_of(path, folder):
    """File and section of a parameter: 'economy.trust.markup' is [trust] in economy.toml; a nested struct may have its own file."""
    parts = path.split(".")
    for depth in range(len(parts) - 2, -1, -1):
        file = folder / "parameters" / f"{parts[depth]}.toml"
        if file.exists():
            return file, ".".join(parts[depth + 1 : -1]), parts[-1]
    return None, None, None


def adopt(text, section, name, value):
    """The file with one value replaced, or what is wrong."""
    current = ""
    lines = text.split("\n")
    for i, line in enumerate(lines):
        head = re.match(r"\s*\[([^\[\]]+)\]\s*(#.*)?$", line)
        if head:
            current = head.group(1).strip()
        if current != section or not re.match(rf"\s*{re.escape(name)}\s*=\s*\{{", line):
            continue
        bounds = {key: float(found.group(1)) for key in ("low", "high") if (found := re.search(rf"\b{key} = ([-+.\deE]+)", line))}
        if not bounds.get("low", float(value)) <= float(value) <= bounds.get("high", float(value)):
            return None, f"{value} lies outside the range given in the file"
        line, values = re.subn(r"\bvalue = [-+.\deE]+", f"value = {value}", line, count=1)
        if values != 1:
            return None, "no single number after 'value ='"
        line = re.sub(r'status = "[^"]*"', 'status = "calibrated"', line)
        lines[i] = re.sub(r'source = "[^"]*"', f'source = "{SOURCE}"', line)
        return "\n".join(lines), None
    return None, "not found"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", type=Path)
    parser.add_argument("--from", dest="constants", type=Path, help="constants.csv (default: that of the scenario)")
    parser.add_argument("--digits", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="only say what would change")
    given = parser.parse_args()
    constants = given.constants or given.scenario / "calibration" / "constants.csv"
    texts = {}
    faults = []
    with open(constants, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            file, section, name = place_of(row["parameter"], given.scenario)
            value = rounded(row["best"], given.digits)
            if file is None:
                faults.append(f"{row['parameter']}: no file of parameters")
                continue
            text = texts.get(file) or file.read_text(encoding="utf-8")
            changed, fault = adopt(text, section, name, value)
            if fault:
                faults.append(f"{file}: {section}.{name}: {fault}")
                continue
            texts[file] = changed
            print(f"{row['parameter']}: {row['stored']} -> {value}")
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print("nothing was written", file=sys.stderr)
        return 1
    for file, text in texts.items():
        if not given.dry:
            file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
