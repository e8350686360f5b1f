#!/usr/bin/env python3
"""Includes follow the layer graph, and the inner modules use nothing that WebAssembly or determinism forbids.

The graph is written here once; it is compared with the includes of every file and with the links in src/*/CMakeLists.txt.
"""

import re
import sys

from sources import ROOT, cpp_files, finish, relative, strip

# Module -> modules it may include directly. Includes of what those may include are allowed too.
GRAPH = {
    "core": [],
    "population": ["core"],
    "signals": ["population"],
    "economy": ["signals"],
    "party": ["signals"],
    "society": ["signals"],
    "model": ["economy", "party", "society"],
    "api": ["model"],
    "scenario": ["model"],
    "report": ["core"],
    "experiment": ["scenario", "report"],
    # A replicated model stands on core and at most the folder it replicates.
    "reference": ["core"],
    "cli": ["experiment", "api"],
}
INNER = ["core", "population", "signals", "economy", "party", "society", "model", "api", "reference"]

# Headers that the inner modules must not include, with the reason.
FORBIDDEN_HEADERS = {
    "no libm, use core/math.hpp": ["cmath", "math.h", "complex", "valarray", "numbers"],
    "no streams or files": ["iostream", "ostream", "istream", "sstream", "fstream", "iomanip", "cstdio", "stdio.h", "filesystem",
                            "print", "syncstream"],
    "no threads": ["thread", "mutex", "shared_mutex", "future", "atomic", "condition_variable", "semaphore", "barrier", "latch",
                   "stop_token", "execution"],
    "no clock": ["chrono", "ctime", "time.h"],
    "no locale": ["locale", "clocale", "regex"],
    "no standard generators, use core/rng.hpp": ["random"],
    "no hash order": ["unordered_map", "unordered_set"],
    "no exceptions or run-time types": ["stdexcept", "exception", "typeinfo", "any", "system_error"],
    "not in g++ 12": ["format"],
}
# Words that the inner modules must not use.
FORBIDDEN_WORDS = {
    r"\bthrow\b": "no exceptions",
    r"\btry\b": "no exceptions",
    r"\bdynamic_cast\b": "no run-time types",
    r"\btypeid\b": "no run-time types",
    r"\bstd::hash\b": "its values differ between libraries",
    r"\bstd::\w+_distribution\b": "its draws differ between libraries",
    r"\bstd::(exp|log|pow|sqrt|sin|cos|tan|tanh|cbrt|floor|ceil|round|lround|lgamma|erf|erfc)\b": "no libm, use core/math.hpp",
    r"\bfrom_chars\b": "missing for doubles in WebAssembly",
    r"\b(printf|exit|abort|getenv|rand|srand|clock_gettime)\s*\(": "the library neither prints nor exits nor asks the system",
    r"\b(thread_local|volatile)\b": "no hidden state",
    r"\blong double\b": "its width differs between machines",
}

# Where each outer library may be seen: one place each, so that it can be replaced.
LIBRARIES = {
    "toml++": ["scenario"],
    "CLI": ["cli"],
    "nlohmann": ["report", "experiment", "cli"],
    "fmt": ["scenario", "report", "experiment", "cli"],
    "sqlite3.h": ["experiment"],
    "netcdf.h": ["experiment"],
    "thread": ["experiment"],
    "mutex": ["experiment"],
    "atomic": ["experiment", "cli"],
    "condition_variable": ["experiment"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def reach(module):
    found = {module}
    for below in GRAPH[module]:
        found |= reach(below)
    return found


def module_of(path):
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "src" else "cli"


def check_include(module, bracket, header, allowed):
    """Why the include is wrong, or None."""
    first = header.split("/")[0]
    if bracket == '"':
        if "/" not in header:
            return None if module == "cli" else "project includes are written from src, as in \"core/rng.hpp\""
        if first not in GRAPH:
            return f"unknown module '{first}'"
        if first not in allowed:
            return f"{module} may not include {first}"
        return None
    if module in INNER:
        for why, headers in FORBIDDEN_HEADERS.items():
            if header in headers:
                return why
        if "/" in header or header.endswith(".h") and header not in ("stdint.h", "stddef.h"):
            return "the inner modules use the standard library only"
    if first in LIBRARIES and module not in LIBRARIES[first]:
        return f"{first} may be included in {', '.join(LIBRARIES[first])} only"
    return None


def check_file(path):
    module = module_of(path)
    if module not in GRAPH:
        return [f"{relative(path)}: module '{module}' is not in the layer graph"]
    allowed = reach(module)
    if module == "reference":
        allowed |= {"economy", "party", "society", "signals", "population"}
    text = path.read_text(encoding="utf-8")
    code = strip(text)
    faults = []
    for match in INCLUDE.finditer(text):
        why = check_include(module, match.group(1), match.group(2), allowed)
        if why:
            line = text.count("\n", 0, match.start(2)) + 1
            faults.append(f"{relative(path)}:{line}: {match.group(2)}: {why}")
    if module in INNER:
        for pattern, why in FORBIDDEN_WORDS.items():
            for match in re.finditer(pattern, code):
                line = code.count("\n", 0, match.start()) + 1
                faults.append(f"{relative(path)}:{line}: {match.group(0).strip()}: {why}")
    if path.suffix in (".hpp", ".h") and "#pragma once" not in text and "#ifndef" not in text:
        faults.append(f"{relative(path)}: header without #pragma once")
    return faults


def check_links():
    """The links of the library targets repeat the graph."""
    faults = []
    for module, below in GRAPH.items():
        path = ROOT / "src" / module / "CMakeLists.txt"
        if not path.exists():
            continue
        match = re.search(r"LINKS ([a-z ]*?)(?: LIBRARIES|\))", path.read_text(encoding="utf-8"))
        linked = match.group(1).split() if match else []
        if module == "reference":
            linked = [name for name in linked if name not in ("economy", "party", "society")]
        if sorted(linked) != sorted(below):
            faults.append(f"src/{module}/CMakeLists.txt: links {linked or 'nothing'}, the graph says {below or 'nothing'}")
    return faults


def main():
    files = cpp_files("src", "apps")
    faults = [fault for path in files for fault in check_file(path)] + check_links()
    return finish("layers", len(files), faults)


if __name__ == "__main__":
    sys.exit(main())
