"""A slow disk: each flush takes 25 ms more. The window goes on, and “Saved” still tells the truth.

A library that slows `fsync` down is compiled and loaded before the C library (it takes Linux and gcc). Edits,
undos and redos then reach the real window one after the other while a timer of its event loop beats. Whenever
the window says “Saved”, the file, read by itself, must hold every edit the window shows. The longest pause is
the longest that the window answered nothing: an edit with all that follows it, its painting included.

The long run kills an editing child on that disk, too. The control shows edits before they are written.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from unittest.mock import patch

from planner.domain.changes import Changes
from planner.domain.items import new_id
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document, get_ready_to_write
from planner.storage.journal import Edit, EditKind
from planner.storage.store import PlanStore
from tests.faults import killed
from tests.faults.editing_child import HALF, LOST
from tests.faults.program import REPOSITORY, Asked, CannotBeMade, Found, run

SHORT, LONG = 12, 200

SLOWER_MS = 25
START, TODAY = date(2027, 1, 4), date(2027, 4, 5)
SLOWED = "MILEPOST_FAULT_FSYNC_MS"


def main(words: Sequence[str] | None = None) -> int:
    """Run as the words say; the process's status."""
    if sys.platform != "linux" or SLOWED in os.environ or shutil.which("gcc") is None:
        return run(words, __doc__, edit_slowly)
    asked = sys.argv[1:] if words is None else words
    with tempfile.TemporaryDirectory(prefix="milepost-slow-") as folder:
        library = Path(folder, "slow_fsync.so")
        source = str(Path(__file__).with_name("slow_fsync.c"))
        subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), source, "-ldl"], check=True)
        slowed = {**os.environ, "LD_PRELOAD": str(library), SLOWED: str(SLOWER_MS)}
        command = [sys.executable, "-m", "tests.faults.slow_disk", *asked]
        return subprocess.run(command, env=slowed, cwd=REPOSITORY, check=False).returncode


def edit_slowly(asked: Asked) -> Found:
    """Edit in the window as often as asked for."""
    if sys.platform != "linux":
        raise CannotBeMade("it takes Linux")
    if SLOWED not in os.environ:
        raise CannotBeMade("gcc is not installed")
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*.warning=false"}
    from tests.faults.slow_hand import EDITS, FROZEN, PAUSE, SAVING, SLOWEST, UNSAID, UNTRUE

    counts = Counter(dict.fromkeys((EDITS, SAVING, SLOWEST, PAUSE, FROZEN, UNTRUE, UNSAID, LOST, HALF), 0))
    with tempfile.TemporaryDirectory(prefix="milepost-slow-") as folder:
        _check_that_it_is_slow(Path(folder))
        if asked.control:
            with patch.object(PlanStore, "commit", _later):
                _edit_in_window(Path(folder), SHORT, counts)
        else:
            _edit_in_window(Path(folder), LONG if asked.long else SHORT, counts)
    if asked.long and not asked.control:
        killed_slowly = killed.kill(Asked(long=False, control=False, seed=asked.seed)).counts
        counts.update({name: killed_slowly[name] for name in (killed.KILLS, LOST, HALF)})
    return Found(counts, none_of=(FROZEN, UNTRUE, UNSAID, LOST, HALF))


def _check_that_it_is_slow(folder: Path) -> None:
    with (folder / "flushed").open("xb") as file:
        began = time.monotonic()
        os.fsync(file.fileno())
    if time.monotonic() - began < SLOWER_MS / 1000:
        raise CannotBeMade("this Python's fsync cannot be slowed down")


def _edit_in_window(folder: Path, edits: int, counts: Counter[str]) -> None:
    from PySide6.QtWidgets import QApplication

    from planner.ui.editor import Editor
    from planner.ui.main_window import MainWindow
    from planner.ui.settings import Settings
    from planner.ui.theme_controller import ThemeController
    from tests.faults.slow_hand import SlowHand

    application = QApplication(["milepost"])
    settings = Settings(folder / "milepost.ini")
    themes = ThemeController(application, settings)
    get_ready_to_write()
    with Document.create(
        folder / "study.milepost", plan_from(default_roadmap(), Answers(start=START))
    ) as document:
        editor = Editor(document, lambda: TODAY)
        window = MainWindow(editor, themes, settings)
        window.resize(1400, 900)
        window.show()
        sys.excepthook = _end  # an error in the midst of Qt would leave the event loop waiting
        hand = SlowHand(window, editor, edits)
        application.exec()
        counts.update(hand.counts)
    themes.put_away()


def _end(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    traceback.print_exception(error)
    os._exit(1)


def _later(store: PlanStore, kind: EditKind, edit: Edit, changes: Changes) -> None:
    """What the control puts in the place of a commit: it is shown, and not written yet."""
    store._edits[edit.id] = edit
    store.history = store.history.after(kind, edit, new_id())


if __name__ == "__main__":
    sys.exit(main())
