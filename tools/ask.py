"""How the makers of docs/ ask the built command: what it answers to --json."""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMAND = ROOT / "build" / "release" / "thermidor"


def ask(*words, command=COMMAND, some_may_fail=False):
    """The object that the command prints; its progress goes to the terminal. Ends the program as the command ended, unless it only says that
    some runs broke off (2) and that is allowed."""
    done = subprocess.run([str(command), *map(str, words), "--json"], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode and not (some_may_fail and done.returncode == 2):
        sys.exit(done.returncode)
    return json.loads(done.stdout)


def results_digest():
    """The digest of a free run that tests/golden holds: by it a page says which results it reports."""
    words = (ROOT / "tests" / "golden" / "run_digest.txt").read_text(encoding="utf-8").split()
    return words[words.index("free") + 1]
