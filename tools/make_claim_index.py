#!/usr/bin/env python3
"""Writes where the project uses the rows of the source essay: scenarios/soviet-1921/claim_index.tsv and docs/claims.md.

Ids (M017, S21; M144-M146 for three) are looked for in the sources of the engine, in the scenario's files, on the model's pages and in
tests. docs/claims_reasons.csv adds what no citation shows: where a row is carried out without being cited (`stated`), and why it is
not in the model (`left out`). With --check nothing is written: exits with 1 if a file is out of date or a row that nothing uses has no
reason. A range of more than eight rows names a family and counts for none of them.
"""

import csv
import re
import sys
import tomllib
from collections import defaultdict

from sources import ROOT

SCENARIO = ROOT / "scenarios" / "soviet-1921"
INDEX = SCENARIO / "claim_index.tsv"
PAGE = ROOT / "docs" / "claims.md"
REASONS = ROOT / "docs" / "claims_reasons.csv"
REPEAT = "python3 tools/make_claim_index.py"

KINDS = {"S": "systems", "M": "mechanisms", "Q": "quantities", "A": "actors", "P": "policies", "C": "counterfactuals",
         "O": "endings", "H": "expected developments"}
USES = ["rule", "event", "sign", "stated", "parameter", "table", "check", "contrast", "question", "ending", "page", "test",
        "same lines", "left out"]
# These show nothing of a row: a sign by which months are counted, to be named on a page, a question about the same sentences, a
# reason why not.
NO_USES = {"sign", "page", "same lines", "left out"}
WHY_NOT = {"horizon": "lies before March 1921 or after December 1929",
           "judgement": "a judgement on the past, or a figure of speech: nothing in a run could show it",
           "slip": "the essay's own slip, or a date of its making",
           "not modelled": "could be modelled and is not",
           "not judged": "a run could show it, and no check asks",
           "no question": "no file of questions/ asks it"}
_ID = re.compile(r"(?<![A-Za-z0-9_.])([SMQAPCOH])(\d{2,3})(?:\s?[-–]\s?(?:\1)?(\d{2,3}))?(?![A-Za-z0-9_])")
# A statement that records an event, and the words in it.
_TOLD = re.compile(r"(?:\btell\(\s*c, |\bevents\.push_back\(\s*\{).*?;\n", re.DOTALL)
_WORDS = re.compile(r'"([^"\n]*)"')
_KIND = re.compile(r'\{"(\w+)", "([^"]+)"\}')
_SPAN = re.compile(r"L(\d+)(?:\.(\d+))?(?:-(?:L(\d+)(?:\.(\d+))?|(\d+)))?")
_HEADER = re.compile(r"\[+([\w.\"]+)\]+")
_VALUE = re.compile(r"(\w+)\s*=")


def ids_in(text, known):
    """Ids of a text, ranges written out, in order and once each."""
    found = []
    for letter, first, last in _ID.findall(text):
        numbers = range(int(first), int(last or first) + 1)
        if len(numbers) > 8:
            continue
        for number in numbers:
            name = f"{letter}{number:0{len(first)}d}"
            if name in known and name not in found:
                found.append(name)
    return found


def opening_comment(lines):
    """First sentence of the comment at the top, without the ids in it."""
    words = []
    for line in lines:
        if not line.startswith("//"):
            break
        words.append(line[2:].strip())
    text = re.sub(r"\s*\((?:claims\.md )?[^()]*\b[SMQAPCOH]\d{2,3}[^()]*\)", "", " ".join(words))
    text = re.sub(r"\s*claims\.md [SMQAPCOH]\d.*", "", text)
    return re.split(r"(?<=\.)\s", text.strip())[0].rstrip(".:")


class Index:
    def __init__(self):
        with open(SCENARIO / "claims.toml", "rb") as file:
            self.claims = {row["id"]: row for row in tomllib.load(file)["claim"]}
        self.uses = set()

    def add(self, ids, use, name, what):
        for claim in ids:
            self.uses.add((claim, use, str(name), " ".join(str(what).split())))

    def add_text(self, text, use, name, what):
        self.add(ids_in(text, self.claims), use, name, what)

    # -- sources ---------------------------------------------------------------------------------------------------

    def read_engine(self):
        kinds = dict(_KIND.findall((ROOT / "src" / "signals" / "event_kinds.hpp").read_text(encoding="utf-8")))
        for folder in ("population", "signals", "economy", "party", "society", "model"):
            for path in sorted((ROOT / "src" / folder).glob("*.[ch]pp")):
                if path.name == "records.hpp":  # shows how events bear claims
                    continue
                text = path.read_text(encoding="utf-8")
                what = opening_comment(text.splitlines())
                if not what and path.with_suffix(".hpp").exists():
                    what = opening_comment(path.with_suffix(".hpp").read_text(encoding="utf-8").splitlines())
                self.add_text(text, "rule", path.relative_to(ROOT), what)
                self.read_events(text, kinds)

    def read_events(self, text, kinds):
        """What `thermidor show` can count: the ids that the statements bear which record an event."""
        for statement in _TOLD.findall(text):
            words = _WORDS.findall(statement)
            for kind in (word for word in words if word in kinds):
                for word in words:
                    if re.fullmatch(r"([A-Z]\d+ ?)+", word):
                        self.add_text(word, "event", kind, kinds[kind])

    def read_tests(self):
        for path in sorted((ROOT / "tests").rglob("*_test.cpp")):
            if path.parent.name not in ("scenario", "cli", "experiment", "report", "scenarios"):
                self.add_text(path.read_text(encoding="utf-8"), "test", path.relative_to(ROOT), "")

    def read_pages(self):
        for path in sorted((ROOT / "docs" / "model").rglob("*.md")):
            text = path.read_text(encoding="utf-8")
            self.add_text(text, "page", path.relative_to(ROOT), text.splitlines()[0].lstrip("# "))

    # -- the scenario ----------------------------------------------------------------------------------------------

    def read_parameters(self):
        """A comment above a [block] belongs to the block, anything on a line to its value, the head of the file to no one."""
        for path in sorted((SCENARIO / "parameters").glob("*.toml")):
            module, block, above = path.stem, "", []
            for line in path.read_text(encoding="utf-8").splitlines():
                header = _HEADER.match(line)
                value = _VALUE.match(line)
                if header:
                    block = header.group(1)
                    note = " ".join(above)
                    self.add_text(note, "parameter", f"{module}.{block}", re.split(r"(?<=\.)\s", note)[0].rstrip("."))
                elif value and "#" in line:
                    name = ".".join(part for part in (module, block, value.group(1)) if part)
                    note = line.split("#", 1)[1].strip()
                    self.add_text(note, "parameter", name, note.split(";")[0])
                above = above + [line.lstrip("# ")] if line.startswith("#") else []

    def read_tables(self):
        for path in sorted((SCENARIO / "tables").glob("*.toml")):
            if path.stem in ("checks", "endings"):
                continue
            with open(path, "rb") as file:
                rows = tomllib.load(file).get("row", [])
            # A comment right above [[row]] belongs to the row.
            pieces = re.split(r"^((?:#.*\n)*\[\[row\]\])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
            for row, piece in zip(rows, map("".join, zip(pieces[::2], pieces[1::2]))):
                self.add_text(piece, "table", f"tables.{path.stem}.{row.get('id', '')}".rstrip("."), row.get("title", ""))
        with open(SCENARIO / "chronicle.toml", "rb") as file:
            for act in tomllib.load(file)["do"]:
                self.add_text(" ".join(str(act.get(key, "")) for key in ("title", "note", "source")), "table",
                              f"chronicle {act['at']}", act.get("title", ""))

    def read_checks(self):
        with open(SCENARIO / "tables" / "checks.toml", "rb") as file:
            for check in tomllib.load(file)["check"]:
                self.add_text(check["id"].split(".")[0] + " " + check.get("claim", ""), "check", check["id"], check["title"])
        for path in sorted((SCENARIO / "contrasts").glob("*.toml")):
            with open(path, "rb") as file:
                for contrast in tomllib.load(file)["contrast"]:
                    self.add_text(contrast["claim"], "contrast", contrast["id"], contrast["title"])
        with open(SCENARIO / "forecasts.toml", "rb") as file:
            for forecast in tomllib.load(file)["forecast"]:
                self.add_text(forecast.get("claim", ""), "check", f"forecasts.{forecast['id']}", forecast["title"])
        with open(SCENARIO / "verdicts.toml", "rb") as file:
            for verdict in tomllib.load(file)["verdict"]:
                self.add_text(verdict.get("claim", ""), "check", f"verdicts.{verdict['id']}", verdict["title"])
        with open(SCENARIO / "claim_signs.toml", "rb") as file:
            for sign in tomllib.load(file)["sign"]:
                self.add([sign["claim"]], "sign", sign["when"], sign["title"])
        with open(SCENARIO / "tables" / "endings.toml", "rb") as file:
            for ending in tomllib.load(file)["row"]:
                self.add_text(ending["id"], "ending", ending["id"], ending["title"])

    def read_questions(self):
        """A question uses the claim whose id it bears, and is about the same sentences as others."""
        spans = {claim: spans_of(row["ref"]) for claim, row in self.claims.items()}
        for path in sorted((SCENARIO / "questions").glob("*.toml")):
            with open(path, "rb") as file:
                question = tomllib.load(file)
            cited = spans_of(question.get("essay", ""))
            same = [claim for claim in spans if any(overlap(a, b) for a in cited for b in spans[claim])]
            self.add({question["id"]} & set(self.claims), "question", question["id"], question["title"])
            self.add([claim for claim in same if claim != question["id"]], "same lines", question["id"], question["title"])
        asked = {claim for claim, use, _, _ in self.uses if use == "question"}
        self.add([claim for claim in self.claims if claim[0] == "C" and claim not in asked], "left out", "no question",
                 "no file of questions/ asks it")

    def read_reasons(self):
        faults = []
        with open(REASONS, encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file), 2):
                where = f"{REASONS.relative_to(ROOT)}:{line}"
                if row["id"] not in self.claims:
                    faults.append(f"{where}: unknown claim '{row['id']}'")
                elif row["kind"] == "stated":
                    faults += [f"{where}: no file {name}" for name in row["where"].split() if not (ROOT / name).exists()]
                    for name in row["where"].split():
                        self.add([row["id"]], "stated", name, row["reason"])
                elif row["kind"] in WHY_NOT:
                    self.add([row["id"]], "left out", row["kind"], row["reason"])
                else:
                    faults.append(f"{where}: kind '{row['kind']}' is none of stated, {', '.join(WHY_NOT)}")
        return faults

    # -- what comes out --------------------------------------------------------------------------------------------

    def rows(self):
        return sorted(self.uses, key=lambda row: (list(KINDS).index(row[0][0]), row[0], USES.index(row[1]), row[2], row[3]))

    def index_text(self):
        lines = [f"# Where the project uses the rows of claims.toml. Generated by `{REPEAT}`; do not edit.", "# claim\tuse\tname\twhat"]
        return "\n".join(lines + ["\t".join(row) for row in self.rows()]) + "\n"

    def by_claim(self):
        found = defaultdict(lambda: defaultdict(list))
        for claim, use, name, what in self.rows():
            found[claim][use].append((name, what))
        return found


def spans_of(text):
    """Stretches of the essay as pairs of (line, sentence)."""
    spans = []
    for line, sentence, last_line, last_sentence, last in _SPAN.findall(text):
        first = (int(line), int(sentence or 0))
        if last_line:
            end = (int(last_line), int(last_sentence or 999))
        elif last:
            end = (int(line), int(last)) if sentence else (int(last), 999)
        else:
            end = (int(line), int(sentence or 999))
        spans.append((first, end))
    return spans


def overlap(a, b):
    return a[0] <= b[1] and b[0] <= a[1]


def table(lines, head, rows):
    lines += ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    lines.append("")


def page_text(index):
    found = index.by_claim()
    lines = ["# The essay's claims and where they are", "",
             f"Generated by `{REPEAT}` from `claims.toml` of the shipped scenario, the places that cite its rows, and",
             "`docs/claims_reasons.csv`. The essay (Ulf Persson's notes on Deutscher's *The Prophet Unarmed*) says what is listed in",
             "`claims.toml`, not what is true; a row that is used here is represented, not confirmed. All about one row, with the runs in",
             "which its rule fired: `thermidor show M117`. The list: `thermidor list claims`.", "", "## Coverage by kind", "",
             "*In the model*: a rule cites the row, a parameter or a row of a table does, or it is carried out uncited (`stated`). *Tried*:",
             "a check, contrast, question, ending or test cites it or bears its name. *Left out*: neither; the reason stands below. A row may",
             "be both in the model and tried.", ""]
    totals = defaultdict(int)
    rows = []
    for letter, kind in KINDS.items():
        ids = [claim for claim in index.claims if claim[0] == letter]
        count = {"rows": len(ids), "model": 0, "tried": 0, "left": 0}
        for claim in ids:
            uses = set(found[claim]) - NO_USES
            model, tried = uses & {"rule", "stated", "parameter", "table"}, uses & {"check", "contrast", "question", "ending", "test"}
            count["model"] += bool(model)
            count["tried"] += bool(tried)
            count["left"] += not uses
        for key, value in count.items():
            totals[key] += value
        rows.append([f"{letter} {kind}", *count.values()])
    table(lines, ["kind", "rows", "in the model", "tried", "left out"], rows + [["all", *totals.values()]])
    rules = [claim for claim in index.claims if claim[0] == "M" and set(found[claim]) & {"rule", "stated", "parameter", "table"}]
    told = [claim for claim in rules if "event" in found[claim]]
    signed = [claim for claim in rules if "sign" in found[claim] and claim not in told]
    lines += [f"Of the {len(rules)} mechanisms in the model {len(told)} can be counted over runs by events that bear their ids, and "
              f"{len(signed)} more by a sign:", "a condition on published series that holds in the months in which the rule is at work (`claim_signs.toml`; where a rule works by",
              "degrees its bound is ours). Of the others no event and no published series tells by itself.", ""]
    lines += ["## Left out", ""]
    for kind, words in WHY_NOT.items():
        rows = [(claim, index.claims[claim]["text"], what) for claim in index.claims for name, what in found[claim]["left out"]
                if name == kind and not set(found[claim]) - NO_USES]
        if rows:
            lines += [f"### {kind.capitalize()}", "", f"{words[0].upper()}{words[1:]}: {len(rows)} rows.", ""]
            table(lines, ["id", "the essay says", "why it is not here"], rows)
    stated = [(claim, name, what) for claim in index.claims for name, what in found[claim]["stated"]]
    lines += ["## Carried out without being cited", "",
              "Found by reading the code and the pages of the model. Where a row is carried out in part only, the remark says which part.", ""]
    table(lines, ["id", "where", "remark"], [(claim, f"`{name}`", what) for claim, name, what in stated])
    return "\n".join(lines)


def main():
    index = Index()
    for read in (index.read_engine, index.read_tests, index.read_pages, index.read_parameters, index.read_tables, index.read_checks,
                 index.read_questions):
        read()
    faults = index.read_reasons()
    found = index.by_claim()
    faults += [f"docs/claims_reasons.csv: nothing uses {claim} and no reason is given" for claim in index.claims
               if not set(found[claim]) - NO_USES | set(found[claim]) & {"left out"}]
    faults += [f"docs/claims_reasons.csv: {claim} is left out, and used: {', '.join(sorted(set(found[claim]) - NO_USES))}"
               for claim in index.claims for name, _ in found[claim]["left out"]
               if name != "no question" and set(found[claim]) - NO_USES]
    for path, text in ((INDEX, index.index_text()), (PAGE, page_text(index))):
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            faults.append(f"{path.relative_to(ROOT)}: out of date; run {REPEAT}")
    for fault in faults:
        print(fault)
    print(f"claims: {len(index.claims)} rows, {len(faults) or 'no'} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
