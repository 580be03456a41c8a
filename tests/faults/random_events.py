"""Can the program crash? Anything at all is done to its real window, by real events, from a seed.

Long runs, on a screen and with the strictest collecting of garbage too (from the repository's root):

    python -m tests.faults.random_events --long
    python -m tests.faults.random_events --events 20000 --seeds 1 2 3
    DISPLAY=:1 python -m tests.faults.random_events --platform xcb --plans real long --collect beside

Each seed and plan is a process of its own; `--long` is 100,000 events in twenty, `--together` at once. The
control, `--control`, lets undo forget a part of each edit, which must be noticed. A run ends with a line
of figures, like
`events 20000 · crashes 0 · exceptions 0 · unexpected lines 0 · plans not restored 0`; what went wrong stands
above it. After each batch everything is undone, which must give the plan as it was made, and done again; the
file is read anew each time and must hold the same, and the week page must show it. Meanwhile hours and days
go by. The same seed does nearly the same things: timers and the machine's speed have a part in it.
"""

import argparse
import faulthandler
import gc
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, cast

BATCH = 400
PATIENCE_SECONDS = 3600
PLANS = ("small", "real", "long")
COLLECT = ("now-and-then", "always", "beside")
TODAY = date(2027, 2, 10)
LONG_EVENTS = 5_000
LONG_RUNS = {"small": range(11, 19), "real": range(21, 29), "long": range(31, 35)}
"""The seeds for each plan, of so many events each: 100,000 in all."""

FIGURES = ("events", "crashes", "exceptions", "unexpected lines", "plans not restored")


def main(words: Sequence[str] | None = None) -> int:
    """Run all that is asked for and print the figures; 1 when anything at all went wrong."""
    parser = argparse.ArgumentParser(description="Do anything at all to the window.")
    parser.add_argument("--events", type=int, default=2000, help="in each process")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--plans", choices=PLANS, nargs="+", default=["small"])
    parser.add_argument("--platform", choices=("offscreen", "xcb"), default="offscreen")
    parser.add_argument("--collect", choices=COLLECT, default=COLLECT[0])
    parser.add_argument("--long", action="store_true", help="100,000 events on plans of all sizes")
    parser.add_argument("--seed", type=int, help="one seed in place of --seeds")
    parser.add_argument("--control", action="store_true", help="break undo, and see whether it is noticed")
    parser.add_argument("--together", type=int, default=os.cpu_count() or 1, help="processes at once")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    if asked.child:
        _drive(asked, Path(asked.child))
        return 0
    if asked.long:
        asked.events = LONG_EVENTS
        runs = [(seed, plan) for plan, seeds in LONG_RUNS.items() for seed in seeds]
    else:
        seeds = asked.seeds if asked.seed is None else [asked.seed]
        runs = [(seed, plan) for plan in asked.plans for seed in seeds]
    total = Counter(dict.fromkeys(FIGURES, 0))
    with ThreadPoolExecutor(asked.together) as pool:
        for figures in pool.map(lambda run: _one(asked, *run), runs):
            total += figures
    print(" · ".join(f"{name} {total[name]}" for name in FIGURES))
    return int(any(total[name] for name in FIGURES[1:]) != asked.control)


def _one(asked: argparse.Namespace, seed: int, plan: str) -> Counter[str]:
    """One process; a crash is one that does not end by itself in order."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": asked.platform, "MILEPOST_HOME": folder}
        command = [sys.executable, "-m", "tests.faults.random_events", "--child", folder]
        command += ["--events", str(asked.events), "--seeds", str(seed), "--plans", plan]
        try:
            done = subprocess.run(
                [*command, "--collect", asked.collect, *(["--control"] if asked.control else [])],
                env=environment,
                cwd=Path(__file__).parents[2],
                capture_output=True,
                text=True,
                timeout=PATIENCE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            print(f"seed {seed}, {plan} plan: hangs", flush=True)
            return Counter({"crashes": 1})
    if (done.returncode or done.stderr) and not asked.control:
        print(f"seed {seed}, {plan} plan, status {done.returncode}:\n{done.stderr}", flush=True)
    if done.returncode:
        return Counter({"crashes": 1})
    return Counter(json.loads(done.stdout.splitlines()[-1]))


def _drive(asked: argparse.Namespace, folder: Path) -> None:
    """In the process of its own: the program, the hand, and the figures at the end."""
    faulthandler.enable()
    seed, collect = asked.seeds[0], asked.collect
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QAccessible, QDesktopServices
    from PySide6.QtWidgets import QApplication

    from planner.app import Milepost
    from planner.domain.changes import inverse
    from planner.exchange import updates
    from planner.storage import document
    from planner.ui.settings import Settings
    from planner.ui.timer import opening
    from planner.version import Version
    from tests.faults.batches import Batches
    from tests.faults.moving_clock import MovingClock
    from tests.faults.plans import made_plans
    from tests.faults.witness import Witness

    application = QApplication(["milepost"])
    application.setQuitOnLastWindowClosed(False)
    witness = Witness()
    rng = Random(seed)
    if rng.random() < 0.5:
        QAccessible.setActive(True)
    if collect == "always":
        gc.set_threshold(50, 2, 2)
    if collect == "beside":
        threading.Thread(target=_collect_beside, daemon=True).start()
    clock = MovingClock(TODAY)
    cast(Any, opening).time = clock.now
    # The settings may ask which versions there are: the network has no part in this.
    cast(Any, updates).newest_version = lambda: rng.choice((None, Version(99, 0, 0)))
    if asked.control:
        cast(Any, document).inverse = lambda changes: inverse(changes)[1:]
    program = Milepost(application, Settings(folder / "milepost.ini"), clock.today)
    plans = made_plans(asked.plans[0], folder)
    batches = Batches(program, plans, rng, asked.events, BATCH, witness, clock)
    for scheme in ("http", "https", "mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, batches, cast(Any, "open_link"))  # its stub says bytes
    QTimer.singleShot(0, batches.begin)
    if asked.control:
        QTimer.singleShot(0, batches.edit)  # or a short run might leave nothing to take back
    application.exec()
    counts = (batches.done, 0, witness.exceptions, witness.lines, batches.not_restored)
    print(json.dumps(dict(zip(FIGURES, counts, strict=True))))
    sys.stdout.flush()


def _collect_beside() -> None:
    """As when another thread happens to be the one that collects."""
    while True:
        gc.collect()
        threading.Event().wait(0.02)


if __name__ == "__main__":
    sys.exit(main())
