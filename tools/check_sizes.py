#!/usr/bin/env python3
"""Files and functions stay small enough to be read: source 400 lines, header 200, function 60, seven parameters."""

import re
import sys

from sources import cpp_files, finish, relative, strip

SOURCE_LINES = 400
HEADER_LINES = 200
FUNCTION_LINES = 60
PARAMETERS = 7

# File or "file:function" -> (limit, reason).
EXCEPTIONS = {
    "src/model/month.cpp:advance_month": (120, "the one function that shows the order of a month"),
}
# Lists of fields grow with their struct, not with what a reader must follow: they count neither as functions nor in headers.
LISTS = {"visit_fields"}

_NAME = re.compile(r"([~\w]+|operator\s*[^\s(]+)\s*\($")
_NOT_A_FUNCTION = re.compile(r"^\s*(?:template\b.*>\s*)?(?:typedef |inline )?(?:namespace|struct|class|enum|union|extern)\b", re.S)


def parameter_list(head):
    """Start and end of the parameter list in the text before a function's brace, or None."""
    depth = 0
    for i, c in enumerate(head):
        if c == "(":
            if depth == 0 and _NAME.search(head[: i + 1]):
                start = i
                level = 0
                for j in range(i, len(head)):
                    level += {"(": 1, ")": -1}.get(head[j], 0)
                    if level == 0:
                        return start, j
            depth += 1
        elif c == ")":
            depth -= 1
    return None


def count_parameters(text):
    if not text.strip() or text.strip() == "void":
        return 0
    depth = 0
    count = 1
    for c in text:
        depth += {"<": 1, "(": 1, "[": 1, "{": 1, ">": -1, ")": -1, "]": -1, "}": -1}.get(c, 0)
        if c == "," and depth == 0:
            count += 1
    return count


def functions(code):
    """(name, first line, lines, parameters) of each function defined at namespace or class level."""
    found = []
    stack = []  # "scope" for namespaces and types, ("function", ...) otherwise
    head_start = 0
    for i, c in enumerate(code):
        if c == ";" and all(kind == "scope" for kind, *_ in stack):
            head_start = i + 1
        elif c == "{":
            outside = all(kind == "scope" for kind, *_ in stack)
            head = re.sub(r"^\s*#.*$", "", code[head_start:i], flags=re.M)
            if outside and (_NOT_A_FUNCTION.match(head) or not head.strip()):
                stack.append(("scope",))
                head_start = i + 1
            elif outside and "(" in head and not re.search(r"(?<![=<>!\w])=(?!=)[^()]*$", head):
                span = parameter_list(head)
                name = _NAME.search(head[: span[0] + 1]).group(1) if span else "?"
                count = count_parameters(head[span[0] + 1 : span[1]]) if span else 0
                stack.append(("function", name, code.count("\n", 0, head_start + len(head) - len(head.lstrip())) + 1, count))
            else:
                stack.append(("other",))
        elif c == "}" and stack:
            entry = stack.pop()
            if entry[0] == "function":
                last = code.count("\n", 0, i) + 1
                found.append((entry[1], entry[2], last - entry[2] + 1, entry[3]))
            if all(kind == "scope" for kind, *_ in stack):
                head_start = i + 1
    return found


def limit_for(key, usual):
    return EXCEPTIONS[key][0] if key in EXCEPTIONS else usual


def check_file(path):
    name = relative(path)
    text = path.read_text(encoding="utf-8")
    faults = []
    defined = functions(strip(text))
    lines = text.count("\n") - sum(length for function, _, length, _ in defined if function in LISTS)
    usual = SOURCE_LINES if path.suffix == ".cpp" else HEADER_LINES
    if lines > limit_for(name, usual):
        faults.append(f"{name}: {lines} lines; at most {limit_for(name, usual)}")
    for function, line, length, parameters in defined:
        limit = limit_for(f"{name}:{function}", FUNCTION_LINES)
        if function not in LISTS and length > limit:
            faults.append(f"{name}:{line}: {function} has {length} lines; at most {limit}")
        if parameters > PARAMETERS:
            faults.append(f"{name}:{line}: {function} has {parameters} parameters; at most {PARAMETERS}")
    return faults


def main():
    files = cpp_files("src", "apps", "tests", "bench", "bindings")
    faults = [fault for path in files for fault in check_file(path)]
    known = {relative(path) for path in files}
    faults += [f"exception for {key}, which is not there" for key in EXCEPTIONS if key.split(":")[0] not in known]
    return finish("sizes", len(files), faults)


if __name__ == "__main__":
    sys.exit(main())
