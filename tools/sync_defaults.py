#!/usr/bin/env python3
"""Makes the defaults of parameter structs in src/ those of the shipped scenario, or says where they differ.

    tools/sync_defaults.py            rewrite the headers
    tools/sync_defaults.py --check    only report; exit code 1 if a default differs

Tests of single modules start from the defaults, so they should be the numbers with which the scenario runs. Arrays and tables are
left alone.
"""

import argparse
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCENARIO = ROOT / "scenarios" / "soviet-1921" / "parameters"
# A parameter file and the header of the struct that gathers its sections.
GATHERED = {"economy.toml": "src/economy/params.hpp", "farms.toml": "src/economy/farm_params.hpp"}


def sections(header):
    """Section name to struct name, from the members of the gathering struct."""
    return {name: kind for kind, name in re.findall(r"^\s+(\w+) (\w+)(?:\{\})?;", header, flags=re.M)}


def replace_default(text, struct, name, value):
    """The text with one default replaced, and the old number; None if the struct has no such scalar."""
    begin = re.search(rf"\bstruct {struct} \{{", text)
    if not begin:
        return text, None
    end = text.find("\n};", begin.end())
    member = re.search(rf"(\bdouble {name} = )([-+.\deE']+)(;)", text[begin.end() : end])
    if not member:
        return text, None
    at = begin.end() + member.start(2)
    old = member.group(2)
    if float(old.replace("'", "")) == float(value):
        return text, old
    return text[:at] + str(value) + text[begin.end() + member.end(2) :], old


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only report differences")
    given = parser.parse_args()
    headers = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "src" / "economy").glob("*.hpp"))}
    differ = 0
    for file, gathering in GATHERED.items():
        structs = sections((ROOT / gathering).read_text(encoding="utf-8"))
        for section, table in tomllib.loads((SCENARIO / file).read_text(encoding="utf-8")).items():
            for name, entry in table.items():
                value = entry.get("value") if isinstance(entry, dict) else None
                if isinstance(value, bool) or not isinstance(value, (int, float)) or section not in structs:
                    continue
                for path, text in headers.items():
                    changed, old = replace_default(text, structs[section], name, value)
                    if old is None:
                        continue
                    if changed != text:
                        differ += 1
                        print(f"{path.relative_to(ROOT)}: {section}.{name} {old} -> {value}")
                        headers[path] = changed
                    break
    if given.check:
        return 1 if differ else 0
    for path, text in headers.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
