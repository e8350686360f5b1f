#!/usr/bin/env python3
"""Every field of parameters and state is read by some code: what is only written, saved and hashed is dead.

A field is a name that a visit_fields lists. It counts as read where its name stands in src, apps or bindings otherwise than in its
declaration, in visit_fields, or in a statement that assigns to it (x.a = 1, x.a += k * (y - x.a); y.a = x.a does read). The check
knows names, not types: a dead field passes while a living one of the same name stands elsewhere.
"""

import re
import sys

from sources import cpp_files, finish, relative, strip

# What the model publishes and observes is written for readers outside.
LISTED = ("src/population", "src/economy", "src/party", "src/society", "src/model")
OBSERVED = {"src/model/observe_grain.hpp"}
# A change of the unit of money divides every sum of money: that reads nothing.
SCALING = {"src/economy/change_unit.cpp"}

# field -> reason
EXCEPTIONS = {
    "kulak_grain_share": "a measure by which tests hold the farms' offers",
    "land_centihectares": "a count by which tests hold the farms' land",
}

_FIELD = re.compile(r'visit\(\s*Field\{\s*"(\w+)"')
_LIST = re.compile(r"\bvisit_fields\s*\([^)]*\)\s*\{")
_PATH = re.compile(r"\b[a-z]\w*(?:\s*(?:\.|->)\s*\w+)*")
_DECLARATION = re.compile(r"^[\w:<>,\s]+?[\s>](\w+)\s*(?:=.*|)$", re.S)
# What is assigned: a.b = ..., a.b[i] += ..., a.b.c[i].d = ..., and the calls that give a column its size.
_ASSIGNED = re.compile(r"(\b[a-z]\w*(?:(?:\.|->)\w+?)*?)(?:\[[^=]*?\])?\s*(?:(?:[-+*/|&]|<<|>>)?=(?!=)|\.(?:assign|resize|fill|clear|reserve)\s*\()")
_KEYWORDS = re.compile(r"^\s*(?:return|if|for|while|case|else|switch|using|namespace|struct|class|enum|template)\b")


def without_lists(code):
    """The code without the bodies of visit_fields."""
    parts = []
    start = 0
    for match in _LIST.finditer(code):
        if match.start() < start:
            continue
        depth = 1
        end = match.end()
        while depth and end < len(code):
            depth += {"{": 1, "}": -1}.get(code[end], 0)
            end += 1
        parts.append(code[start : match.start()])
        start = end
    return "".join(parts) + code[start:]


def listed_fields():
    """name -> file and line of its entry."""
    found = {}
    for path in cpp_files(*LISTED):
        name = relative(path)
        if name in OBSERVED or path.suffix != ".hpp":
            continue
        text = path.read_text(encoding="utf-8")
        for match in _FIELD.finditer(text):
            found.setdefault(match.group(1), f"{name}:{text.count(chr(10), 0, match.start()) + 1}")
    return found


def names_read(code, header):
    """Names that the statements of a file read."""
    found = set()
    for statement in re.split(r"[;{}]", without_lists(code)):
        written = {match.group(1) for match in _ASSIGNED.finditer(statement)}
        if header and "(" not in statement.split("=")[0] and not _KEYWORDS.match(statement):
            declared = _DECLARATION.match(statement.strip())
            if declared:
                written.add(declared.group(1))
        for path in _PATH.findall(statement):
            names = re.split(r"\s*(?:\.|->)\s*", path)
            # The owners of what is assigned are read, the assigned itself is not.
            found.update(names[:-1] if any(path == w or path.startswith(w + ".") for w in written) else names)
    return found


def main():
    fields = listed_fields()
    files = cpp_files("src", "apps", "bindings")
    read = set()
    for path in files:
        if relative(path) not in SCALING:
            read |= names_read(strip(path.read_text(encoding="utf-8")), path.suffix == ".hpp")
    faults = [f"{place}: {name} is read by nobody" for name, place in sorted(fields.items(), key=lambda item: item[1])
              if name not in read and name not in EXCEPTIONS]
    faults += [f"exception for {name}, which is read or not there" for name in EXCEPTIONS if name in read or name not in fields]
    return finish("state", len(files), faults)


if __name__ == "__main__":
    sys.exit(main())
