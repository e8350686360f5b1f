#!/usr/bin/env python3
"""Says whether the contingency clock starts as open as an ensemble of free runs and ends closed.

    python3 tools/check_clock.py [--futures N] [--sample K]

Plays `thermidor clock` of the record's history with the outside world as recorded and drawn. With 400 futures at --sample 20000 it takes
some five minutes of two idle cores. Exits with 1 where the first hand and the free ensemble differ by more than the error of both, or where
bits are left at the end."""
import argparse
import sys
import tempfile

from ask import ask


def clock(futures, sample, outside):
    with tempfile.TemporaryDirectory() as folder:
        return ask("clock", "--futures", futures, "--sample", sample, "--outside", outside, "--out", folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--futures", type=int, default=400)
    parser.add_argument("--sample", type=int, default=20000)
    given = parser.parse_args()
    holds = True
    for outside in ("recorded", "drawn"):
        data = clock(given.futures, given.sample, outside)
        first, last, free = data["hands"][0], data["hands"][-1], data["free_ensemble"]
        fine = free["agrees"] and last["bits"] == 0
        holds = holds and fine
        print(f"outside {outside}: {first['fork']} {first['bits']:.2f} bits ({first['bits_low']:.2f} to {first['bits_high']:.2f}), "
              f"{free['runs']} free runs {free['bits']:.2f} ({free['bits_low']:.2f} to {free['bits_high']:.2f}), "
              f"{last['fork']} {last['bits']:.2f}: {'holds' if fine else 'DOES NOT HOLD'}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
