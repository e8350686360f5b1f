#!/usr/bin/env python3
"""Writes docs/sampling.md: do runs in which a farm stands for 1000, 100, 10 and one agree, check by check?

Each seed is played at every rate, so that all but the sampling of farms is shared. For every check the differences between a rate and
the next finer one are tested (Student's t over seeds; where a check has no value, whether it holds, by McNemar's exact test) and false
discoveries kept to 5 % of what is found (Benjamini and Hochberg). Swings of procurement are compared on the effects that paired runs
give them. A few minutes on two cores; --quick leaves out rate 1."""
import argparse
import concurrent.futures
import math
import pathlib
import statistics
import sys

from ask import COMMAND, ROOT, ask

SEEDS = {1000: 24, 100: 24, 10: 12, 1: 3}
EFFECT_SEEDS = {1000: 24, 100: 24, 10: 4}
MODES = {"free": [], "record": ["--history-until", "1930-01"]}
FALSE_DISCOVERIES = 0.05


def play(command, mode, sample, seed):
    """Value (or None) and whether it held, by check."""
    threads = "0" if sample == 1 else "1"
    run = ask("run", "--seed", seed, "--sample", sample, "--threads", threads, "--parameters", "posterior", *MODES[mode],
              command=command, some_may_fail=True)
    if run["fault"]:
        sys.exit(f"seed {seed} at sample {sample}: {run['fault']}")
    return {check["id"]: (check["value"], check["held"]) for check in run["checks"]}


def effects(command, sample, seed):
    """Difference between the arms, by contrast and outcome."""
    found = {}
    threads = ["--threads", "1"]
    for contrast in ask("contrasts", "autumn1927", "--seeds", 1, "--seed", seed, "--sample", sample, *threads, command=command, some_may_fail=True)[
            "contrasts"]:
        for outcome in contrast["outcomes"]:
            value = outcome["difference"]["q50"] if contrast["acts"] else outcome["baseline"]["q50"]
            found[f"{contrast['id']}: {outcome['title']}"] = (value, None)
    return found


def gather(command, rates):
    """results[mode][sample][seed] = what play or effects gave."""
    jobs = {}
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for sample in sorted(rates):
            for mode in MODES:
                for seed in range(1, SEEDS[sample] + 1):
                    jobs[mode, sample, seed] = pool.submit(play, command, mode, sample, seed)
            for seed in range(1, EFFECT_SEEDS.get(sample, 0) + 1):
                jobs["effects", sample, seed] = pool.submit(effects, command, sample, seed)
        results = {}
        for (mode, sample, seed), job in jobs.items():
            results.setdefault(mode, {}).setdefault(sample, {})[seed] = job.result()
    return results


def beta_fraction(a, b, x):
    """Continued fraction of the incomplete beta function (Lentz)."""
    tiny, c, d = 1e-300, 1.0, 1 / max(1 - (a + b) * x / (a + 1), 1e-300)
    h = d
    for m in range(1, 300):
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                     -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + step * d
            c = 1 + step / c
            d = 1 / (d if abs(d) > tiny else tiny)
            c = c if abs(c) > tiny else tiny
            h *= d * c
    return h


def student(t, freedom):
    """Chance of a larger |t|."""
    x = freedom / (freedom + t * t)
    a, b = freedom / 2, 0.5
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) if 0 < x < 1 else 0
    if x >= 1:
        return 1.0
    if x < (a + 1) / (a + b + 2):
        return front * beta_fraction(a, b, x) / a
    return 1 - front * beta_fraction(b, a, 1 - x) / b


class Comparison:
    """A coarse rate against a finer one over the seeds that both have."""

    def __init__(self, coarse, fine, name):
        pairs = [(coarse[seed][name], fine[seed][name]) for seed in fine if seed in coarse and name in coarse[seed]]
        numbers = [(a[0], b[0]) for a, b in pairs if a[0] is not None and b[0] is not None]
        self.chance, self.difference, self.error, self.spread = None, None, None, None
        if len(numbers) >= 3:
            self.compare_values(numbers)
        elif not numbers:
            self.compare_holds([(a[1], b[1]) for a, b in pairs if a[1] is not None and b[1] is not None])

    def compare_values(self, numbers):
        differences = [a - b for a, b in numbers]
        self.difference = statistics.mean(differences)
        self.error = statistics.stdev(differences) / math.sqrt(len(differences))
        self.spread = statistics.stdev([b for _, b in numbers])
        if self.error < 1e-12 * max(1, abs(numbers[0][1])):
            self.chance = 1.0 if abs(self.difference) <= self.error * 10 else 0.0
        else:
            self.chance = student(self.difference / self.error, len(differences) - 1)

    def compare_holds(self, holds):
        if len(holds) < 3:
            return
        gained = sum(a and not b for a, b in holds)
        lost = sum(b and not a for a, b in holds)
        self.difference = (gained - lost) / len(holds)
        self.error = math.sqrt(gained + lost) / len(holds)
        tail = sum(math.comb(gained + lost, i) for i in range(min(gained, lost) + 1)) / 2 ** (gained + lost)
        self.chance = min(1.0, 2 * tail)


def discoveries(comparisons):
    """Names whose difference stands out among all that were tested."""
    tested = sorted((c.chance, name) for name, c in comparisons.items() if c.chance is not None)
    found = 0
    for rank, (chance, _) in enumerate(tested, 1):
        if chance <= FALSE_DISCOVERIES * rank / len(tested):
            found = rank
    return {name for _, name in tested[:found]}


def short(value):
    return "" if value is None else f"{value:.3g}"


def middle(runs, name):
    values = [run[name][0] for run in runs.values() if run.get(name, (None,))[0] is not None]
    if values:
        return short(statistics.median(values))
    held = [run[name][1] for run in runs.values() if run.get(name, (None, None))[1] is not None]
    return f"{100 * sum(held) / len(held):.0f} %" if held else ""


def write_mode(mode, results, rates):
    rates = [rate for rate in rates if rate in results]
    names = list(results[rates[0]][1])
    pairs = list(zip(rates, rates[1:]))
    compared = {pair: {name: Comparison(results[pair[0]], results[pair[1]], name) for name in names} for pair in pairs}
    found = {pair: discoveries(compared[pair]) for pair in pairs}
    lines = [f"## {mode}", ""]
    for pair in pairs:
        tested = [c for c in compared[pair].values() if c.chance is not None]
        nominal = sum(c.chance < 0.05 for c in tested)
        seeds = len(set(results[pair[0]]) & set(results[pair[1]]))
        lines.append(f"- {pair[0]} against {pair[1]}: {seeds} seeds, {len(tested)} compared, {nominal} beyond 5 % taken one by one "
                     f"({0.05 * len(tested):.0f} expected), {len(found[pair])} stand out: {', '.join(sorted(found[pair])) or 'none'}.")
    head = [str(rate) for rate in rates] + [f"{a} − {b}" for a, b in pairs]
    lines += ["", "| check | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    for name in names:
        cells = [middle(results[rate], name) for rate in rates]
        for pair in pairs:
            c = compared[pair][name]
            mark = " **!**" if name in found[pair] else ""
            cells.append("" if c.chance is None else f"{short(c.difference)} ± {short(c.error)}{mark}")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines + [""], {name for pair in pairs for name in found[pair]}


HEAD = """# Sampling

Generated by `tools/make_sampling.py` (scenario digest {digest}): {seeds}.
Constants are drawn from the posterior by seed. Left: the median over the seeds at each rate (one simulated farm for so many), or in how
many runs a check without a value holds; finer rates rest on fewer seeds and so on fewer draws of the constants. Right: the mean
difference between a rate and the next finer one over the seeds that both have, with its standard error: the two rates are compared on
this. **!** marks what stands out when false discoveries are kept to 5 % of what is found. *Free*: nobody's decision is imposed.
*Record*: the record decides throughout. *Effects*: what each cause of the grain crisis of autumn 1927 adds to collections, by paired
runs ({effects}): swings of procurement are compared on these. Three seeds at rate 1 show only what is large.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--command", default=COMMAND)
    parser.add_argument("--out", default=ROOT / "docs" / "sampling.md", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="without rate 1")
    options = parser.parse_args()
    rates = [rate for rate in SEEDS if rate > 1 or not options.quick]
    results = gather(options.command, rates)
    lines, all_found = [], set()
    for mode in (*MODES, "effects"):
        section, found = write_mode(mode.capitalize(), results[mode], rates)
        lines += section
        all_found |= found
    seeds = ", ".join(f"{SEEDS[rate]} seeds at {rate}" for rate in rates)
    paired = ", ".join(f"{EFFECT_SEEDS[rate]} seeds at {rate}" for rate in rates if rate in EFFECT_SEEDS)
    digest = ask("run", "--sample", 20000, "--until", "1921-03", command=options.command)["scenario_digest"]
    head = HEAD.format(seeds=seeds, effects=paired, digest=digest)
    options.out.write_text(head + "\n" + "\n".join(lines))
    print(f"{options.out}: {len(all_found)} stand out")


if __name__ == "__main__":
    main()
