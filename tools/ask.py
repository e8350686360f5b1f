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
