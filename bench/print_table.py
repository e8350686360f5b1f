#!/usr/bin/env python3
"""Prints the results of Google Benchmark (JSON) as tables for people. Usage: bench/print_table.py bench/results/latest.json"""
import json
import sys

PHASE = "phase: "
# Written by Google Benchmark itself.
KNOWN = {
    "name", "family_index", "per_family_instance_index", "run_name", "run_type", "repetitions", "repetition_index", "threads",
    "iterations", "real_time", "cpu_time", "time_unit", "aggregate_name", "aggregate_unit", "error_occurred", "error_message",
}


def number(value):
    """Three significant digits, thousands set apart."""
    if value == 0:
        return "0"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) >= 0.001 else f"{value:.1e}"


def table(rows, remarks=None):
    """Columns that line up, numbers to the right; a remark of any length after each row."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for index, row in enumerate(rows):
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  " + "  ".join(cells + ([remarks[index]] if remarks else [])).rstrip())
    print()


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        results = json.load(file)
    context = results["context"]
    print(f"\n{context['date']}, {context['num_cpus']} cores at {context['mhz_per_cpu']} MHz, "
          f"load {', '.join(number(load) for load in context.get('load_avg', []))}\n")
    rows = [["benchmark", "time", "of a core", ""]]
    remarks = [""]
    phases = {}
    for entry in results["benchmarks"]:
        if entry.get("error_occurred"):
            rows.append([entry["name"], "failed", "", ""])
            remarks.append(entry["error_message"])
            continue
        counters = {key: value for key, value in entry.items() if key not in KNOWN}
        of_run = {key[len(PHASE):]: value for key, value in counters.items() if key.startswith(PHASE)}
        if of_run:
            phases[entry["name"]] = of_run
        rows.append([entry["name"], number(entry["real_time"]), number(entry["cpu_time"]), entry["time_unit"]])
        remarks.append(", ".join(f"{key} {number(value)}" for key, value in counters.items() if not key.startswith(PHASE)))
    table(rows, remarks)
    if phases:
        names = []
        for of_run in phases.values():
            names += [name for name in of_run if name not in names]
        header = ["ms a run, by phase"] + list(phases)
        body = [[name] + [number(of_run.get(name, 0)) for of_run in phases.values()] for name in names]
        table([header] + body + [["sum"] + [number(sum(of_run.values())) for of_run in phases.values()]])


if __name__ == "__main__":
    main()
