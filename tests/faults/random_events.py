"""Can the program crash? Anything at all is done to its real window, by real events, from a seed.

A long run, on a screen and with the strictest collecting of garbage too (from the repository's root):

    python -m tests.faults.random_events --events 20000 --seeds 1 2 3
    DISPLAY=:1 python -m tests.faults.random_events --platform xcb --plans real long --collect beside

Each seed and plan is a process of its own. It ends with a line of figures, like
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
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, cast

BATCH = 400
PATIENCE_SECONDS = 3600
PLANS = ("small", "real", "long")
COLLECT = ("now-and-then", "always", "beside")
TODAY = date(2027, 2, 10)
FIGURES = ("events", "crashes", "exceptions", "unexpected lines", "plans not restored")


def main(words: Sequence[str] | None = None) -> int:
    """Run all that is asked for and print the figures; 1 when anything at all went wrong."""
    parser = argparse.ArgumentParser(description="Do anything at all to the window.")
    parser.add_argument("--events", type=int, default=2000, help="in each process")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--plans", choices=PLANS, nargs="+", default=["small"])
    parser.add_argument("--platform", choices=("offscreen", "xcb"), default="offscreen")
    parser.add_argument("--collect", choices=COLLECT, default=COLLECT[0])
    parser.add_argument("--child", help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    if asked.child:
        _drive(asked.seeds[0], asked.plans[0], asked.events, asked.collect, Path(asked.child))
        return 0
    total = Counter(dict.fromkeys(FIGURES, 0))
    for plan in asked.plans:
        for seed in asked.seeds:
            total += _one(asked, seed, plan)
    print(" · ".join(f"{name} {total[name]}" for name in FIGURES))
    return int(any(total[name] for name in FIGURES[1:]))


def _one(asked: argparse.Namespace, seed: int, plan: str) -> Counter[str]:
    """One process; a crash is one that does not end by itself in order."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": asked.platform, "MILEPOST_HOME": folder}
        command = [sys.executable, "-m", "tests.faults.random_events", "--child", folder]
        command += ["--events", str(asked.events), "--seeds", str(seed), "--plans", plan]
        try:
            done = subprocess.run(
                [*command, "--collect", asked.collect],
                env=environment,
                cwd=Path(__file__).parents[2],
                capture_output=True,
                text=True,
                timeout=PATIENCE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            print(f"seed {seed}, {plan} plan: hangs")
            return Counter({"crashes": 1})
    if done.returncode or done.stderr:
        print(f"seed {seed}, {plan} plan, status {done.returncode}:\n{done.stderr}")
    if done.returncode:
        return Counter({"crashes": 1})
    return Counter(json.loads(done.stdout.splitlines()[-1]))


def _drive(seed: int, plan: str, events: int, collect: str, folder: Path) -> None:
    """In the process of its own: the program, the hand, and the figures at the end."""
    faulthandler.enable()
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QAccessible, QDesktopServices
    from PySide6.QtWidgets import QApplication

    from planner.app import Milepost
    from planner.ui.settings import Settings
    from planner.ui.timer import opening
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
    program = Milepost(application, Settings(folder / "milepost.ini"), clock.today)
    batches = Batches(program, made_plans(plan, folder), rng, events, BATCH, witness, clock)
    for scheme in ("http", "https", "mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, batches, cast(Any, "open_link"))  # its stub says bytes
    QTimer.singleShot(0, batches.begin)
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
