#!/usr/bin/env python3
"""Writes docs/endings.md: how open the outcome is. Who leads, in what form, what becomes of losers and which endings occur, with traits as
given, from priors, neutral and permuted, with each explanation off, under each historian's preset, with and without coups; where opinion
below, a grain crisis, a will and the appointment of secretaries move it.

Plays copies of the scenario to which measures are added as checks, and questions written for the purpose. Some twenty minutes on two
cores with the usual numbers; --seeds and --pairs take fewer."""
import argparse
import json
import math
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMAND = ROOT / "build" / "release" / "thermidor"
SCENARIO = ROOT / "scenarios" / "soviet-1921"
LEADERS = ["stalin", "trotsky", "zinoviev", "kamenev", "bukharin", "rykov", "tomsky", "molotov", "dzerzhinsky", "smirnov_in", "piatakov",
           "rakovsky", "frunze", "kuibyshev", "rudzutak", "voroshilov", "ordzhonikidze", "kalinin", "kirov", "krestinsky"]
SHOWN = LEADERS[:6]
END = "1929-12"


def any_of(names, text):
    return " or ".join(text.format(name) for name in names)


RIGHT_FALLS = ("events('defeat', 'bukharin', 1928-01..1929-12) + events('defeat', 'rykov', 1928-01..1929-12) + "
               "events('defeat', 'tomsky', 1928-01..1929-12) + events('bloc_expulsion', '', 'bukharin', 1928-01..1929-12) >= 1")
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


def ask(words):
    done = subprocess.run([PROGRAM[0], *map(str, words), "--json"], capture_output=True, text=True)
    if done.returncode not in (0, 2):
        sys.exit(done.stderr + done.stdout)
    return json.loads(done.stdout)


def play(scenario, seeds, *extra):
    """Share of runs by measure, endings, number of runs."""
    card = ask(["checks", scenario, "--seeds", seeds, *extra])
    shares = {row["id"][2:]: row["share"] or 0 for row in card["checks"] if row["id"].startswith("m.")}
    return shares, card["endings"], card["runs"] - card["faulted"], card


def with_error(p, n):
    return f"{p:.2f} ({math.sqrt(max(p * (1 - p), 0) / max(n, 1)):.2f})"


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
    head = ["setting", "runs", *SHOWN, "left", "right", "history's ending", "likeliest", "leaders above 2 %", "endings", "single",
            "collective", "losers expelled or worse"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    kept = {}
    for title, scenario, extra in rows:
        shares, endings, n, card = play(scenario, seeds, *extra)
        kept[title] = (shares, endings, n, card)
        leads = {name: shares[f"leads.{name}"] for name in LEADERS}
        first = max(leads, key=leads.get)
        cells = [title, n, *(with_error(leads[name], n) for name in SHOWN), with_error(shares["left"], n), with_error(shares["right"], n),
                 with_error(shares["history"], n), f"{first} {leads[first]:.2f}", sum(share >= 0.02 for share in leads.values()),
                 sum(share > 0 for share in endings.values()), with_error(shares["form.1"], n), with_error(shares["form.2"], n),
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
    result = ask(["whatif", path, "--scenario", scenario, "--runs", runs, "--out", out, *extra])
    shutil.rmtree(out, ignore_errors=True)
    return {row["title"]: row for row in result["outcomes"]}


def effect(row):
    """Difference with its standard error; a star above two of them."""
    difference, error = row["difference"] or 0, row["error"]["monte_carlo"] or 0
    return f"{difference:+.3f} ({error:.3f})" + ("*" if abs(difference) > 2 * error > 0 else "")


def parameter(name, value, at):
    return f'at = "{at}"\nact = "parameter"\nname = "{name}"\nvalue = {value}'


WHO = [(name, f"leads('{name}', 1929-12)") for name in ("stalin", "trotsky")]
WHO += [("left", any_of(["trotsky", "zinoviev", "kamenev"], "leads('{0}', 1929-12)")),
        ("right", any_of(["bukharin", "rykov", "tomsky"], "leads('{0}', 1929-12)")),
        ("single", "at(form, 1929-12) == 1")]


def table_of_masses(scratch, runs):
    """X2, X7 and secrecy against the strength of slates and elected secretaries."""
    elected = [("reach_ceiling", "0.0"), ("reach_start", "0.0"), ("replaced_below", "1.0")]
    rules = [("closed: slates as they are", []), ("weak slates", [("slate_level", "0.3")]),
             ("no slates", [("slate_level", "0.0"), ("slate_slope", "0.0")]),
             ("no slates, secretaries elected", [("slate_level", "0.0"), ("slate_slope", "0.0"), *elected])]
    changes = [("X2 off: recruits as the rest", [parameter("party.explanations.dilution", 0.0, "1921-04")]),
               ("X7 off: masses not passive", [parameter("party.explanations.passivity", 0.0, "1921-04")]),
               ("secret ballots", ['at = "1921-04"\nact = "rule"\norgan = "congress"\nname = "open_ballot"\nvalue = 0'])]
    lines = ["| party rules | change | " + " | ".join(key for key, _ in WHO) + " |", "|---|---|" + "---|" * len(WHO)]
    for number, (title, constants) in enumerate(rules):
        scenario = copy_scenario(scratch, constants)
        for change, acts in changes:
            rows = pairs(scratch, scenario, f"mass{number}{change[:2].strip()}", "1921-04", acts, WHO, runs, "--from", "free", "--traits",
                         "prior", "--parameters", "stored")
            base = "" if change != changes[0][0] else " (without: " + ", ".join(f"{key} {rows[key]['baseline']:.2f}" for key, _ in WHO) + ")"
            lines.append(f"| {title}{base} | {change} | " + " | ".join(effect(rows[key]) for key, _ in WHO) + " |")
            print(lines[-1], flush=True)
    return lines


def table_of_crisis(scratch, runs):
    outcomes = [("right outvoted or driven out in 1928-29", RIGHT_FALLS), ("heard shortage", "mean(grain_shortfall, 1927-10..1929-06)"),
                ("tempo", "at(lever.industrial_tempo, 1929-12)"), ("peasant course", "at(lever.peasant_course, 1929-12)"), *WHO[:1], WHO[3]]
    acts = ['at = "1927-07"\nact = "shock"\nname = "grain"\nvalue = 0.5\nuntil = "1929-12"']
    acts += [f'at = "{year}-07"\nact = "weather"\nvalue = 1.15' for year in (1927, 1928, 1929)]
    lines = ["| runs | outcome | with the autumn as it comes | without shortage | difference (s.e.) |", "|---|---|---|---|---|"]
    scenario = copy_scenario(scratch)
    for title, start in (("free", "free"), ("the record until July 1927", "history")):
        rows = pairs(scratch, scenario, f"crisis-{start}", "1927-07", acts, outcomes, runs, "--from", start, "--parameters", "stored")
        for key, _ in outcomes:
            lines.append(f"| {title} | {key} | {rows[key]['baseline']:.3f} | {rows[key]['counterfactual']:.3f} | {effect(rows[key])} |")
            print(lines[-1], flush=True)
    return lines


def table_of_will(scratch, runs):
    lines = ["| publicity | General Secretary still in office, December 1924 | leads, December 1929 |", "|---|---|---|"]
    outcomes = [("office", "holds('general_secretary', 'stalin', 1924-12)"), ("leads", "leads('stalin', 1929-12)")]
    scenario = copy_scenario(scratch)
    for level, words in ((0.0, "suppressed"), (0.3, "Committee"), (0.6, "heads of delegations"), (1.0, "read to the congress")):
        act = f'at = "1922-12"\nact = "will"\nleader = "lenin"\ntarget = "stalin"\nvalue = {level}'
        rows = pairs(scratch, scenario, f"will{int(10 * level)}", "1922-12", [act], outcomes, runs, "--from", "history", "--parameters",
                     "stored")
        lines.append(f"| {level} {words} | {rows['office']['counterfactual']:.2f} | {rows['leads']['counterfactual']:.2f} |")
        print(lines[-1], flush=True)
    return lines


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
    parser.add_argument("--seeds", type=int, default=500, help="runs of each setting")
    parser.add_argument("--pairs", type=int, default=500, help="pairs of runs of each change")
    parser.add_argument("--command", type=pathlib.Path, default=COMMAND, help="the program")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs" / "endings.md")
    given = parser.parse_args()
    PROGRAM[0] = given.command
    seeds, runs, few = given.seeds, given.pairs, max(20, given.pairs * 2 // 5)
    with tempfile.TemporaryDirectory() as scratch:
        outcomes, kept = table_of_outcomes(settings(scratch), seeds)
        endings = table_of_endings(kept)
        masses = table_of_masses(scratch, runs)
        crisis = table_of_crisis(scratch, few)
        will = table_of_will(scratch, few)
        links = table_of_appointments(scratch, few)
    engine = kept["traits from priors"][3]["engine"]
    lines = ["# How open the outcome is", "",
             f"Generated by `tools/make_endings.py`, engine {engine}, free runs at `--sample 1000`. Figures are shares of runs (standard error);",
             "nothing here was tuned: the share of any one person's lead is reported, not sought. Rows below the first draw the world outside",
             "afresh (illness, weather, events abroad); explanations and presets have traits from priors. *Left*: Trotsky, Zinoviev or Kamenev leads",
             "in December 1929; *right*: Bukharin, Rykov or Tomsky. *History's ending*: Stalin leads alone, the three of the left and at least one",
             "of the right have no seat in the Political Bureau. *Endings*: how many of O01-O20 occur at all. Presets reduce books to weights",
             "(`tables/presets.toml`, all recalled): they show what the model does where a reading is given its head, not what a historian holds.",
             "", "## Who leads, in what form", "", *outcomes, "", "## Named endings", "",
             "Several may hold in one run. Those that stay at 0 need a hazard or a decision outside these settings; tests reach each by its state.",
             "", *endings, "", "## Where opinion below counts", "",
             f"{runs} pairs each, traits from priors, outside recorded: change in the share of runs when X2, X7 or open ballots are off from April",
             "1921. * = above two standard errors. Of the cells some three in sixty exceed them by chance.", "", *masses, "", "## The grain crisis",
             "", f"{few} pairs: harvests above normal and half a million tonnes a month of grain from outside from July 1927, against the run as it is.",
             "This feeds towns but does not let collections keep up with last year's, so the shortage that leaders hear of falls only in part.",
             "", *crisis, "", "## A will and who hears of it", "",
             f"{few} pairs from the record until December 1922, then free: Lenin writes against the General Secretary in December.", "", *will, "",
             "## The appointment link", "", f"{few} pairs, traits from priors.", "", *links, ""]
    given.out.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
