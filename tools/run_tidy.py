#!/usr/bin/env python3
"""clang-tidy over the sources of the given modules, on all cores; what passed and did not change since is skipped.

Usage: tools/run_tidy.py <build folder with compile_commands.json> [module ...]   (all of src and apps without modules)
"""

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sources import ROOT, cpp_files, relative

TIDY = "clang-tidy-19"


def fingerprint(path, common):
    return hashlib.sha256(common + path.read_bytes() + relative(path).encode()).hexdigest()


def common_part():
    """Any header or rule may change the answer for any source."""
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    for path in cpp_files("src", "apps"):
        if path.suffix != ".cpp":
            digest.update(relative(path).encode() + path.read_bytes())
    return digest.digest()


def main():
    build = Path(sys.argv[1])
    modules = sys.argv[2:]
    known = {entry["file"] for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))}
    sources = cpp_files(*[f"src/{module}" for module in modules]) if modules else cpp_files("src", "apps")
    sources = [path for path in sources if str(path) in known]
    passed = ROOT / "build" / "tidy-passed"
    passed.mkdir(parents=True, exist_ok=True)
    common = common_part()

    def check(path):
        mark = passed / fingerprint(path, common)
        if mark.exists():
            return path, 0, ""
        done = subprocess.run([TIDY, "-p", str(build), "--quiet", str(path)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            mark.touch()
        return path, done.returncode, done.stdout

    faulty = 0
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for path, status, output in pool.map(check, sources):
            if status != 0:
                faulty += 1
                print(output or f"{relative(path)}: clang-tidy failed", end="")
    print(f"tidy: {len(sources)} files, {faulty} with findings")
    return 1 if faulty or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
