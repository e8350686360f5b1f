#!/usr/bin/env python3
"""A type is defined once in its namespace: two of one name that never meet in a file break the rule of one definition, and no compiler
says so. Types of unnamed namespaces are a file's own."""

import collections
import re
import sys

from sources import cpp_files, finish, relative

_DEFINED = re.compile(r"^(?:template <.*> )?(?:struct|class|union|enum class|enum) ([A-Z]\w*)(?: final)?(?: : [^;]*)?(?: \{|$)")
_NAMESPACE = re.compile(r"^(?:inline )?namespace(?: ([\w:]+))? \{$")


def definitions(text):
    """(namespace, type, line) of what a file defines outside unnamed namespaces."""
    spaces = []
    for number, line in enumerate(text.splitlines(), 1):
        opened = _NAMESPACE.match(line)
        if opened:
            spaces.append(opened.group(1) or "")
        elif re.match(r"^\}  // namespace", line):
            if spaces:
                spaces.pop()
        elif "" not in spaces:
            found = _DEFINED.match(line)
            if found:
                yield "::".join(spaces), found.group(1), number


def main():
    places = collections.defaultdict(list)
    files = cpp_files("src", "apps", "bindings")
    for path in files:
        for space, name, line in definitions(path.read_text(encoding="utf-8")):
            places[space, name].append(f"{relative(path)}:{line}")
    faults = [f"{found[0]}: {space}::{name} is also defined in {', '.join(found[1:])}" for (space, name), found in places.items()
              if len(found) > 1]
    return finish("types", len(files), faults)


if __name__ == "__main__":
    sys.exit(main())
