"""What the checks share: the C++ files of the project, and their text without comments and literals."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Longest first; a raw string, a string, a character, a line comment, a block comment. A quote between digits separates thousands.
_TOKENS = re.compile(
    r'R"(?P<d>[^()\\ ]{0,16})\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.S)


def cpp_files(*folders):
    """All .hpp, .h and .cpp files below the folders, sorted."""
    found = []
    for folder in folders:
        base = ROOT / folder
        found += [p for p in base.rglob("*") if p.suffix in (".hpp", ".h", ".cpp")]
    return sorted(found)


def strip(text):
    """The code alone: comments become blanks and literals empty quotes; line numbers stay."""

    def blank(match):
        token = match.group(0)
        lines = "\n" * token.count("\n")
        return lines or " " if token.startswith("/") else '""' + lines

    return _TOKENS.sub(blank, text)


def relative(path):
    return path.relative_to(ROOT).as_posix()


def finish(name, checked, faults):
    """Prints the faults and the sum; the exit status of the check."""
    for fault in faults:
        print(fault)
    print(f"{name}: {checked} files, {len(faults)} faults" if faults else f"{name}: {checked} files, no faults")
    return 1 if faults else 0
