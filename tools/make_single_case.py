#!/usr/bin/env python3
"""Writes docs/single-case.md: which mechanisms and acts fired for one person only in 200 free runs, and which for hardly anybody else.

Plays `thermidor run` with seeds 1-200, traits as given, and reads events.csv, decisions.csv and options.csv. A mechanism is a kind of event,
a kind of act that somebody chose, or a post; whoever it fired for is its actor. Reasons stand in docs/single_case_reasons.csv (mechanism,
why). Exits with 1 if a mechanism that fired for one person only has no reason, or if a reason names one that fired for others too."""
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMAND = ROOT / "build" / "release" / "thermidor"
SEEDS = 200
EXCHANGED = 100  # further runs with leaders' traits exchanged and illness drawn: does anybody else step in?
SAMPLE = 20000  # few farms: persons and organs are never sampled
NEARLY = 0.9

# What an act is called, before the names in it: src/party/explain_act.cpp.
ACTS = ["keeps silent", "leaves his bloc", "joins", "forms a bloc", "wins", "drives out", "attacks", "opens a fight", "appeals to the ranks"]


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def act_of(title, refused):
    """The kind of act in a decision's title, without its actor."""
    for act in ACTS:
        if f" {act}" in title:
            return f"act: {act}" + (" (refused)" if refused else "")
    return "act: other"


def read_run(folder, fired):
    for event in rows(folder, "events.csv"):
        if event["actor"]:
            fired[f"event: {event['kind']}"][event["actor"]] += 1
        if event["target"]:
            fired[f"event: {event['kind']}, as target"][event["target"]] += 1
    for decision in rows(folder, "decisions.csv"):
        if not decision["actor"]:
            continue
        if decision["kind"] == "act":
            fired[act_of(decision["title"], "refused" in decision["title"])][decision["actor"]] += 1
        elif decision["kind"] == "vote":
            title = re.sub(r"^The .*? (carries|rejects): ", r"\1 ", decision["title"])
            title = re.sub(r"(removal|recall) of .*", r"\1 of somebody", title.split(":")[0])
            fired[f"proposes: {title}"][decision["actor"]] += 1
        else:
            fired[f"decision: {decision['kind']}"][decision["actor"]] += 1
    for standing in rows(folder, "standings.csv"):
        if int(standing["rung"]) > 0:
            fired[f"stands on rung {standing['rung']}"][standing["leader"]] += 1


def play(seeds, *options):
    fired = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        for seed in range(1, seeds + 1):
            done = subprocess.run([COMMAND, "run", "--seed", str(seed), "--sample", str(SAMPLE), "--threads", "1", "--out", folder, *options],
                                  capture_output=True, text=True)
            if done.returncode not in (0, 2):
                sys.exit(done.stderr)
            read_run(folder, fired)
    return fired


def titles():
    done = subprocess.run([COMMAND, "list", "people", "--json"], capture_output=True, text=True, check=True)
    return {row["id"]: row["person"] for row in json.loads(done.stdout)}


def version():
    return subprocess.run([COMMAND, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def others_text(actors, names):
    """How many persons; who, where they are few."""
    if not 0 < len(actors) <= 3:
        return str(len(actors))
    return f"{len(actors)}: " + ", ".join(f"{names.get(who, who)} {count}" for who, count in actors.most_common())


def table(fired, exchanged, names, chosen, reasons):
    lines = ["| mechanism | fired | persons | foremost | his share | persons, traits exchanged |" + (" why |" if reasons else ""),
             "|---|---|---|---|---|---|" + ("---|" if reasons else "")]
    for mechanism in chosen:
        actors = fired[mechanism]
        foremost, most = max(actors.items(), key=lambda item: (item[1], item[0]))
        total = sum(actors.values())
        lines.append(f"| {mechanism} | {total} | {len(actors)} | {names.get(foremost, foremost)} | {100 * most / total:.0f} % | "
                     f"{others_text(exchanged[mechanism], names)} |" + (f" {reasons.get(mechanism, '')} |" if reasons else ""))
    return lines


def main():
    with open(ROOT / "docs" / "single_case_reasons.csv", encoding="utf-8") as file:
        reasons = {row["mechanism"]: row["why"] for row in csv.DictReader(file)}
    fired = play(SEEDS)
    exchanged = play(EXCHANGED, "--traits", "permuted", "--outside", "drawn")
    names = titles()
    single = sorted(m for m, actors in fired.items() if len(actors) == 1)
    nearly = sorted(m for m, actors in fired.items()
                    if len(actors) > 1 and max(actors.values()) >= NEARLY * sum(actors.values()))
    others = sorted(m for m in fired if m not in single and m not in nearly)
    lines = ["# Mechanisms that fire for one person only", "",
             f"Generated by `tools/make_single_case.py` from {SEEDS} free runs (seeds 1-{SEEDS}, traits as given, outside world recorded, "
             f"`--sample {SAMPLE}`), {version()}.", "",
             "No rule is made for one person (design, principle 2). This page counts whether that holds in what happens: for every kind of event,",
             "act, proposal and rung, how many persons it fired for. What fires for its namesake alone is a single case and earns no credit: the",
             "model could as well have been told. *His share*: of all firings, the foremost person's. *Persons, traits exchanged*: the same count in",
             f"{EXCHANGED} runs with `--traits permuted --outside drawn`: where it is above 1 the rule is open to others, and the table's traits alone made it one",
             "man's.", "",
             f"## One person only: {len(single)}", ""]
    lines += table(fired, exchanged, names, single, reasons) if single else ["None."]
    lines += ["", f"## Hardly anybody else (at least {100 * NEARLY:.0f} %): {len(nearly)}", ""]
    lines += table(fired, exchanged, names, nearly, reasons) if nearly else ["None."]
    lines += ["", f"## All others: {len(others)}", ""] + table(fired, exchanged, names, others, {})
    (ROOT / "docs" / "single-case.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    missing = [m for m in single if m not in reasons]
    stale = [m for m in reasons if m not in single and m not in nearly]
    if missing or stale:
        sys.exit("no reason given for: " + "; ".join(missing) + "\nreasons for what fires for others: " + "; ".join(stale))


if __name__ == "__main__":
    main()
