#!/usr/bin/env python3
"""Writes docs/endings.md: how open the outcome is. Who leads, in what form, what becomes of losers and which endings occur, with traits as
given, from priors, neutral and permuted, with each explanation off, under each historian's preset, with and without coups; what the
appointment of secretaries does to it.

Plays copies of the scenario to which measures are added as checks, and questions written for the purpose. Some twenty minutes on two
cores with the usual numbers; --seeds and --pairs take fewer."""
import argparse
import math
import pathlib
import re
import shutil
import sys
import tempfile
import tomllib

from ask import COMMAND, ROOT, ask, results_digest

SCENARIO = ROOT / "scenarios" / "soviet-1921"
LEADERS = ["stalin", "trotsky", "zinoviev", "kamenev", "bukharin", "rykov", "tomsky", "molotov", "dzerzhinsky", "smirnov_in", "piatakov",
           "rakovsky", "frunze", "kuibyshev", "rudzutak", "voroshilov", "ordzhonikidze", "kalinin", "kirov", "krestinsky"]
SHOWN = LEADERS[:6]
END = "1929-12"
HEADLINE = "traits from priors"


def any_of(names, text):
    return " or ".join(text.format(name) for name in names)


HEAD_LEADS = any_of(LEADERS, "(holds('general_secretary', {0!r}, MONTH) and leads({0!r}, MONTH))")


def measures():
    """Id and condition of what is read off every run."""
    rows = [(f"leads.{name}", f"leads('{name}', {END})") for name in LEADERS]
    rows += [("left", any_of(["trotsky", "zinoviev", "kamenev"], "leads({0!r}, 1929-12)")),
             ("right", any_of(["bukharin", "rykov", "tomsky"], "leads({0!r}, 1929-12)"))]
    rows += [(f"form.{k}", f"at(form, {END}) == {k}") for k in range(4)]
    rows += [(f"losers.{k}", f"at(losers, {END}) == {k}") for k in range(4)]
    none_seated = " + ".join(f"seat('{name}', {END})" for name in ("trotsky", "zinoviev", "kamenev"))
    one_out = " or ".join(f"seat('{name}', {END}) == 0" for name in ("bukharin", "rykov", "tomsky"))
    rows.append(("history", f"leads('stalin', {END}) and at(form, {END}) == 1 and {none_seated} == 0 and ({one_out})"))
    # The same read twice more: as the source's ending O01 (tables/endings.toml) under the leader of the record, and as the clock reads ends.
    alone = f"leads('stalin', {END}) and at(form, {END}) == 1"
    rows.append(("history.o01", f"{alone} and at(losers, {END}) >= 2 and at(opposition_open, {END}) < 0.05 and "
                                f"at(lever.other_parties, {END}) < 0"))
    rows.append(("history.triple", f"{alone} and at(losers, {END}) == 3"))
    rows += [(f"head.{year}", HEAD_LEADS.replace("MONTH", f"{year}-12")) for year in (1925, 1927, 1929)]
    return rows


def copy_scenario(folder, changes=()):
    """A copy of the scenario with the measures as checks and some constants of party.toml changed."""
    target = pathlib.Path(folder) / f"copy{len(list(pathlib.Path(folder).iterdir()))}"
    shutil.copytree(SCENARIO, target)
    text = "".join(f'\n[[check]]\nid = "m.{key}"\ntitle = "{key}"\nkind = "pattern"\nclaim = "S92"\nholds = "{holds}"\nuse = "input"\n'
                   'source = "claims.md"\n' for key, holds in measures())
    checks = target / "tables" / "checks.toml"
    checks.write_text(checks.read_text(encoding="utf-8") + text, encoding="utf-8")
    party = target / "parameters" / "party.toml"
    lines = party.read_text(encoding="utf-8")
    for name, value in changes:
        lines, count = re.subn(rf"^({name} = \{{ value = )[-\d.]+", rf"\g<1>{value}", lines, flags=re.M)
        if count != 1:
            sys.exit(f"party.toml has {count} constants named {name}")
    party.write_text(lines, encoding="utf-8")
    return target


PROGRAM = [COMMAND]


def answer(*words):
    return ask(*words, command=PROGRAM[0], some_may_fail=True)


def play(scenario, seeds, *extra):
    """Share of runs by measure, endings, number of runs."""
    card = answer("checks", scenario, "--seeds", seeds, *extra)
    shares = {row["id"][2:]: row["share"] or 0 for row in card["checks"] if row["id"].startswith("m.")}
    return shares, card["endings"], card["runs"] - card["faulted"], card


def with_error(p, n, digits=2):
    return f"{p:.{digits}f} ({math.sqrt(max(p * (1 - p), 0) / max(n, 1)):.{digits}f})"


def settings(scratch):
    """Title, scenario, options; the explanations' presets come from the scenario."""
    plain = copy_scenario(scratch)
    no_coups = copy_scenario(scratch, [("coup_rate", "0.0")])
    drawn = ["--outside", "drawn"]
    rows = [("traits as given, outside recorded", plain, ["--traits", "as-given"]),
            ("traits as given", plain, ["--traits", "as-given", *drawn]),
            ("traits from priors", plain, ["--traits", "prior", *drawn]),
            ("the same, without coups", no_coups, ["--traits", "prior", *drawn]),
            ("as given, without coups", no_coups, ["--traits", "as-given", *drawn]),
            ("traits neutral", plain, ["--traits", "neutral", *drawn]),
            ("traits permuted", plain, ["--traits", "permuted", *drawn])]
    with open(SCENARIO / "tables" / "presets.toml", "rb") as file:
        presets = tomllib.load(file)["row"]
    rows += [(row["title"], plain, ["--traits", "prior", *drawn, "--explanations", row["id"]]) for row in presets]
    return rows


def table_of_outcomes(rows, seeds):
    head = ["setting", "runs", *SHOWN, "left", "right", "history's ending", "O01 under Stalin", "history's triple", "likeliest",
            "leaders above 2 %", "endings", "single", "collective", "losers expelled or worse"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    kept = {}
    for title, scenario, extra in rows:
        # What is promised of the free world is counted on four times as many runs.
        shares, endings, n, card = play(scenario, 4 * seeds if title == HEADLINE else seeds, *extra)
        kept[title] = (shares, endings, n, card)
        leads = {name: shares[f"leads.{name}"] for name in LEADERS}
        first = max(leads, key=leads.get)
        cells = [title, n, *(with_error(leads[name], n) for name in SHOWN), with_error(shares["left"], n), with_error(shares["right"], n),
                 *(with_error(shares[key], n, 3) for key in ("history", "history.o01", "history.triple")), f"{first} {leads[first]:.2f}",
                 sum(share >= 0.02 for share in leads.values()), sum(share > 0 for share in endings.values()),
                 with_error(shares["form.1"], n), with_error(shares["form.2"], n),
                 with_error(shares["losers.2"] + shares["losers.3"], n)]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
        print(lines[-1], flush=True)
    return lines, kept


def question(folder, name, at, acts, outcomes):
    text = (f'id = "{name}"\ntitle = "{name}"\nbackground = "Written by tools/make_endings.py."\ndecider = "nobody"\nat = "{at}"\n'
            'happened = "-"\nessay = "-"\nlook_at = ["strongest_share"]\ncannot_tell = "-"\n')
    text += "".join(f"\n[[do]]\n{act}\n" for act in acts)
    text += "".join(f'\n[[outcome]]\nid = "outcome{n}"\ntitle = "{key}"\nunit = "share of runs"\nvalue = "{value}"\n'
                    for n, (key, value) in enumerate(outcomes))
    path = pathlib.Path(folder) / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def pairs(scratch, scenario, name, at, acts, outcomes, runs, *extra):
    path = question(scratch, name, at, acts, outcomes)
    out = pathlib.Path(scratch) / f"out-{name}"
    result = answer("whatif", path, "--scenario", scenario, "--runs", runs, "--out", out, *extra)
    shutil.rmtree(out, ignore_errors=True)
    return {row["title"]: row for row in result["outcomes"]}


def effect(row):
    """Difference with its standard error; a star above two of them."""
    difference, error = row["difference"] or 0, row["error"]["monte_carlo"] or 0
    return f"{difference:+.3f} ({error:.3f})" + ("*" if abs(difference) > 2 * error > 0 else "")


def parameter(name, value, at):
    return f'at = "{at}"\nact = "parameter"\nname = "{name}"\nvalue = {value}'


def table_of_appointments(scratch, runs):
    outcomes = [(f"General Secretary leads, December {year}", HEAD_LEADS.replace("MONTH", f"{year}-12").replace('"', "'"))
                for year in (1925, 1927, 1929)]
    outcomes.append(("share of posts of his men, December 1927", "at(secretary_share_posts, 1927-12)"))
    lines = ["| link cut | outcome | with it | without | difference (s.e.) |", "|---|---|---|---|---|"]
    scenario = copy_scenario(scratch)
    for name, words in (("appointments", "X1: clients count nowhere, no slates"), ("service", "X8: no service to secretaries")):
        rows = pairs(scratch, scenario, f"link-{name}", "1922-04", [parameter(f"party.explanations.{name}", 0.0, "1922-04")], outcomes, runs,
                     "--from", "free", "--parameters", "stored", "--traits", "prior")
        for key, _ in outcomes:
            lines.append(f"| {words} | {key} | {rows[key]['baseline']:.3f} | {rows[key]['counterfactual']:.3f} | {effect(rows[key])} |")
            print(lines[-1], flush=True)
    return lines


def table_of_endings(kept):
    titles = ["traits as given, outside recorded", "traits from priors", "the same, without coups"]
    with open(SCENARIO / "tables" / "endings.toml", "rb") as file:
        rows = tomllib.load(file)["row"]
    lines = ["| ending | id | " + " | ".join(titles) + " |", "|---|---|" + "---|" * len(titles)]
    for row in rows:
        cells = [with_error(kept[title][1].get(row["id"], 0), kept[title][2]) for title in titles]
        lines.append(f"| {row['title']} | {row['id']} | " + " | ".join(cells) + " |")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=500, help="runs of each setting; four times as many of the headline")
    parser.add_argument("--pairs", type=int, default=500, help="pairs of runs of each change")
    parser.add_argument("--command", type=pathlib.Path, default=COMMAND, help="the program")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs" / "endings.md")
    given = parser.parse_args()
    PROGRAM[0] = given.command
    seeds, few = given.seeds, max(20, given.pairs * 2 // 5)
    with tempfile.TemporaryDirectory() as scratch:
        outcomes, kept = table_of_outcomes(settings(scratch), seeds)
        endings = table_of_endings(kept)
        links = table_of_appointments(scratch, few)
    engine = kept["traits from priors"][3]["engine"]
    lines = ["# How open the outcome is", "",
             f"Generated by `tools/make_endings.py`, engine {engine}, results {results_digest()}, free runs at `--sample 1000`.",
             "Figures are shares of runs (standard error);",
             "nothing here was tuned: the share of any one person's lead is reported, not sought. Rows below the first draw the world outside",
             "afresh (illness, weather, events abroad); explanations and presets have traits from priors. *Left*: Trotsky, Zinoviev or Kamenev leads",
             "in December 1929; *right*: Bukharin, Rykov or Tomsky. *History's ending*: Stalin leads alone, the three of the left and at least one",
             "of the right have no seat in the Political Bureau. *O01 under Stalin*: he leads, and the source's own ending (single rule, losers",
             "expelled or worse, no open opposition, no other parties) holds. *History's triple*: who leads, what form, what becomes of losers as in",
             "the record, where the foremost is abroad. The last two columns were added when the first had been seen to lie below a twentieth.",
             "*Endings*: how many of O01-O20 occur at all. Presets reduce books to weights (`tables/presets.toml`, all recalled): they show what",
             "the model does where a reading is given its head, not what a historian holds.",
             "", "## Who leads, in what form", "", *outcomes, "", "## Named endings", "",
             "Several may hold in one run. Those that stay at 0 need a hazard or a decision outside these settings; tests reach each by its state.",
             "", *endings, "", "Where opinion below, a grain crisis and a will move the outcome: [mass-matters.md](mass-matters.md).", "",
             "## The appointment link", "", f"{few} pairs, traits from priors.", "", *links, ""]
    given.out.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
