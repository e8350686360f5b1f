#!/usr/bin/env python3
"""Writes docs/mass-matters.md: where opinion below, bread and a dead man's word move who leads. X2, X7 and secrecy against the strength of
slates and elected secretaries; a crisis of grain taken away; a will by how far it is made known.

Plays pairs of runs on copies of the scenario, with questions written for the purpose. Some ten minutes on two idle cores with the usual
500 pairs; --pairs takes fewer."""
import argparse
import pathlib
import re
import sys
import tempfile

import make_endings
from ask import results_digest
from make_endings import COMMAND, HEAD_LEADS, ROOT, any_of, copy_scenario, effect, pairs, parameter

RIGHT_FALLS = ("events('defeat', 'bukharin', 1928-01..1929-12) + events('defeat', 'rykov', 1928-01..1929-12) + "
               "events('defeat', 'tomsky', 1928-01..1929-12) + events('bloc_expulsion', '', 'bukharin', 1928-01..1929-12) >= 1")
WHO = [(name, f"leads('{name}', 1929-12)") for name in ("stalin", "trotsky")]
WHO += [("left", any_of(["trotsky", "zinoviev", "kamenev"], "leads('{0}', 1929-12)")),
        ("right", any_of(["bukharin", "rykov", "tomsky"], "leads('{0}', 1929-12)")),
        ("head of the machine", HEAD_LEADS.replace("MONTH", "1929-12").replace('"', "'")),
        ("single", "at(form, 1929-12) == 1")]
NO_SLATES = [("slate_level", "0.0"), ("slate_reach", "0.0"), ("slate_slope", "0.0")]
ELECTED = [("reach_ceiling", "0.0"), ("reach_start", "0.0"), ("replaced_below", "1.0")]
LEVELS = ((0.3, "the Committee"), (0.6, "heads of delegations"), (1.0, "the whole congress"))


def table_of_masses(scratch, runs):
    """X2, X7 and secrecy against the strength of slates and elected secretaries."""
    rules = [("closed: slates as they are", []), ("weak slates", [("slate_level", "0.1"), ("slate_reach", "0.3"), ("slate_slope", "0.1")]),
             ("no slates", NO_SLATES), ("no slates, secretaries elected", NO_SLATES + ELECTED)]
    changes = [("X2 off: recruits as the rest", [parameter("party.explanations.dilution", 0.0, "1921-04")]),
               ("X7 off: masses not passive", [parameter("party.explanations.passivity", 0.0, "1921-04")]),
               ("secret ballots", ['at = "1921-04"\nact = "rule"\norgan = "congress"\nname = "open_ballot"\nvalue = 0'])]
    lines = ["| party rules | change | " + " | ".join(key for key, _ in WHO) + " |", "|---|---|" + "---|" * len(WHO)]
    for number, (title, constants) in enumerate(rules):
        scenario = copy_scenario(scratch, constants)
        for change, acts in changes:
            rows = pairs(scratch, scenario, f"mass{number}{change[:2].strip()}", "1921-04", acts, WHO, runs, "--from", "free", "--traits",
                         "prior", "--parameters", "stored")
            if change == changes[0][0]:
                lines.append(f"| {title} | as it is | " + " | ".join(f"{rows[key]['baseline']:.3f}" for key, _ in WHO) + " |")
            lines.append(f"| {title} | {change} | " + " | ".join(effect(rows[key]) for key, _ in WHO) + " |")
            print(lines[-1], flush=True)
    return lines


def table_of_crisis(scratch, runs):
    outcomes = [("right outvoted or driven out in 1928-29", RIGHT_FALLS), ("heard shortage", "mean(grain_shortfall, 1927-10..1929-06)"),
                ("tempo", "at(lever.industrial_tempo, 1929-12)"), ("peasant course", "at(lever.peasant_course, 1929-12)"), *WHO[:1], WHO[3]]
    acts = ['at = "1927-07"\nact = "set"\ninstrument = "state_grain_price"\nvalue = 1.4\nuntil = "1929-12"']
    acts += [f'at = "{year}-07"\nact = "weather"\nvalue = 1.15' for year in (1927, 1928, 1929)]
    lines = ["| outcome | with the autumn as it comes | without shortage | difference (s.e.) |", "|---|---|---|---|"]
    scenario = copy_scenario(scratch)
    rows = pairs(scratch, scenario, "crisis", "1927-07", acts, outcomes, runs, "--from", "history", "--parameters", "stored")
    for key, _ in outcomes:
        lines.append(f"| {key} | {rows[key]['baseline']:.3f} | {rows[key]['counterfactual']:.3f} | {effect(rows[key])} |")
        print(lines[-1], flush=True)
    return lines


def suppress_will(scenario):
    """In this copy the record's will is written and heard by nobody: the arm against which the others are held."""
    path = scenario / "chronicle.toml"
    text, count = re.subn(r'(act = "will"\n(?:[a-z]+ = .*\n)*?value = )[0-9.]+', r"\g<1>0.0", path.read_text(encoding="utf-8"))
    if count != 1:
        sys.exit(f"chronicle.toml has {count} wills")
    path.write_text(text, encoding="utf-8")
    return scenario


def table_of_will(scratch, runs):
    """What becomes of him against whom it is written, by how far it is made known; each level against the same runs with it suppressed."""
    outcomes = [("General Secretary, December 1924", "holds('general_secretary', 'stalin', 1924-12)"),
                ("General Secretary, December 1929", "holds('general_secretary', 'stalin', 1929-12)"),
                ("seated in the Political Bureau, December 1929", "seat('stalin', 1929-12) >= 1"),
                ("leads, December 1924", "leads('stalin', 1924-12)"), ("leads, December 1929", "leads('stalin', 1929-12)")]
    lines = ["| made known to | " + " | ".join(key for key, _ in outcomes) + " |", "|---|" + "---|" * len(outcomes)]
    scenario = suppress_will(copy_scenario(scratch))
    for level, words in LEVELS:
        act = f'at = "1923-01"\nact = "will"\nleader = "lenin"\ntarget = "stalin"\nvalue = {level}'
        rows = pairs(scratch, scenario, f"will{int(10 * level)}", "1923-01", [act], outcomes, runs, "--from", "history", "--parameters",
                     "stored")
        if len(lines) == 2:
            lines.append("| nobody (0) | " + " | ".join(f"{rows[key]['baseline']:.3f}" for key, _ in outcomes) + " |")
        lines.append(f"| {words} ({level}) | " + " | ".join(f"{rows[key]['counterfactual']:.3f}, {effect(rows[key])}" for key, _ in outcomes) + " |")
        print(lines[-1], flush=True)
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=500, help="pairs of runs of each change")
    parser.add_argument("--tables", nargs="+", default=["masses", "crisis", "will"], help="which tables")
    parser.add_argument("--command", type=pathlib.Path, default=COMMAND, help="the program")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs" / "mass-matters.md")
    given = parser.parse_args()
    make_endings.PROGRAM[0] = given.command
    runs = given.pairs
    with tempfile.TemporaryDirectory() as scratch:
        tables = {name: table(scratch, runs) for name, table in
                  (("masses", table_of_masses), ("crisis", table_of_crisis), ("will", table_of_will)) if name in given.tables}
    texts = {
        "masses": ["## Where opinion below counts", "",
                   f"{runs} pairs each, traits from priors, outside recorded: change in the share of runs when X2, X7 or open ballots are off from",
                   "April 1921. Rows *as it is* give the share itself. Weak slates are imposed about a third as far as they are otherwise; elected",
                   "secretaries are named by nobody above and replaced by their districts."],
        "crisis": ["## The grain crisis", "",
                   f"{runs} pairs from the record until July 1927, then free: the state pays 1.4 for grain and harvests are above normal until 1929,",
                   "against the run as it is. (Wholly free runs pay in time and have no such crisis that could be taken away.)"],
        "will": ["## A will and who hears of it", "",
                 f"{runs} pairs from the record until December 1922, then free: Lenin has written against the General Secretary; each level of",
                 "publicity against the same runs in which nobody hears of it."]}
    lines = ["# Where opinion below, bread and a dead man's word count", "",
             f"Generated by `tools/make_mass_matters.py`, results {results_digest()}, free runs at `--sample 1000`.",
             "Shares of runs; differences of pairs with their",
             "standard errors, * above two of them. Of such cells some one in twenty has a star by chance. No constant was fitted to these tables, but how a",
             "lagging quarter of collections alarms politicians was chosen with that of the grain crisis in view (docs/model/submodels/leaders.md).", ""]
    for name, table in tables.items():
        lines += [*texts[name], "", *table, ""]
    given.out.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
