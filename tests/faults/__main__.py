"""Run the programs that prove what a plan survives, one after the other, and say their figures.

From the repository's root:

    python -m tests.faults                    what the test suite runs of each, in seconds
    python -m tests.faults --long             as often as the figures ask for: hours
    python -m tests.faults --long NAME...     these alone
    python -m tests.faults --control NAME...  with a protection taken away: each must find harm

A program that cannot make its fault on this machine says so (`skipped: …`), with the reason. Ends with 0 when
all of them hold. Each is a module of this folder, and runs alone too: `python -m tests.faults.killed --long`.
"""

import argparse
import sys
import time
from collections.abc import Mapping, Sequence

from tests.faults.program import run_apart

PROGRAMS: Mapping[str, str] = {
    "killed": "kill -9 while edits are made",
    "power_cut": "the power goes while edits are made",
    "killed_migration": "kill -9 while a plan is brought up to date",
    "full_disk": "the disk is full, whatever is written",
    "slow_disk": "each flush of the disk takes 25 ms more",
    "damaged_files": "a file is damaged, another program's, or made to do harm",
    "other_programs": "a plan is open twice, replaced, deleted, or may not be changed",
    "model_and_undo": "any verbs, undos, redos and restarts, in any order",
    "importers": "what comes from elsewhere is noise, or harmed",
    "dates": "the clock changes, in six time zones, on leap days and at years' ends",
    "random_events": "anything at all is done to the window",
}
"""The modules of this folder that prove a fault, and the fault."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the programs that are asked for, and print the line of each at the end."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PROGRAMS))
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--control", action="store_true")
    parser.add_argument("--seed", type=int)
    asked = parser.parse_args(words)
    if unknown := [name for name in asked.names if name not in PROGRAMS]:
        parser.error(f"there is no {unknown[0]}; there are {', '.join(PROGRAMS)}")
    options = [f"--{name}" for name in ("long", "control") if getattr(asked, name)]
    if asked.seed is not None:
        options += ["--seed", str(asked.seed)]
    lines, failed = [], 0
    for name in asked.names or PROGRAMS:
        began = time.monotonic()
        print(f"{name}: {PROGRAMS[name]}", flush=True)
        status, line = run_apart(name, *options, aloud=True)
        failed += status != 0
        verdict = "holds" if status == 0 else "FAILS"
        lines.append(f"{verdict}  {name}: {line}  [{time.monotonic() - began:.0f} s]")
        print(lines[-1], flush=True)
    if len(lines) > 1:
        print("", *lines, sep="\n")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
