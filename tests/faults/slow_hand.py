"""A hand that edits in the window while a timer beats: how long it stops, and what is said to be saved."""

import sqlite3
import time
from collections import Counter
from contextlib import closing
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from planner.domain.edits import move_activity, rename, set_effort
from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow

EDITS, SAVING, SLOWEST, PAUSE = "edits", "told of saving", "slowest edit in ms", "longest pause in ms"
FROZEN, UNTRUE, UNSAID = "freezes", "untrue words", "edits without a word"

FREEZE_MS = 1000
"""From here on a train of thought is interrupted (Nielsen, Usability Engineering, 1993, chapter 5)."""

SETTLED_MS, BETWEEN_MS, BEAT_MS = 500, 60, 2

SAVED = "Saved"


class SlowHand(QObject):
    """Makes so many edits, one a moment, and then ends the event loop; `counts` are what it saw."""

    def __init__(self, window: MainWindow, editor: Editor, edits: int) -> None:
        super().__init__(window)
        self._window, self._editor, self._edits = window, editor, edits
        self.counts: Counter[str] = Counter()
        self._unsaid = False
        editor.saving.connect(self._on_saving)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self._last = time.monotonic()
        # What the window does once after it was opened is no matter of edits.
        QTimer.singleShot(SETTLED_MS, self._begin)

    def _begin(self) -> None:
        self._last = time.monotonic()
        self._beat.start()
        QTimer.singleShot(BETWEEN_MS, self._edit)

    def _edit(self) -> None:
        number = self.counts[EDITS]
        known = sorted(self._editor.plan.activities)
        activity = ActivityId(known[number // 6 % len(known)])
        began = time.monotonic()
        match number % 6:
            case 0:
                done = self._editor.apply("Rename", rename, activity, f"Title {number}")
            case 1:
                day = self._editor.plan.facts.start + timedelta(days=30 + number)
                done = self._editor.apply("Move", move_activity, activity, day)
            case 2:
                done = self._editor.apply("Estimate", set_effort, activity, 5.0 + number)
            case 5:
                done = self._editor.redo()
            case _:
                done = self._editor.undo()
        assert done, f"edit {number} was refused"
        self.counts[SLOWEST] = max(self.counts[SLOWEST], _milliseconds_since(began))
        self.counts[EDITS] += 1
        self._unsaid = True
        if self.counts[EDITS] < self._edits:
            QTimer.singleShot(BETWEEN_MS, self._edit)
        else:
            QTimer.singleShot(SETTLED_MS, QApplication.quit)

    def _on_saving(self) -> None:
        self.counts[SAVING] += 1

    def _on_beat(self) -> None:
        pause = _milliseconds_since(self._last)
        self.counts[PAUSE] = max(self.counts[PAUSE], pause)
        self.counts[FROZEN] += pause >= FREEZE_MS
        if self._unsaid:
            self._unsaid = False
            says_saved = any(each.text() == SAVED for each in self._window.findChildren(QLabel))
            self.counts[UNSAID] += not says_saved
            self.counts[UNTRUE] += says_saved and not self._is_in_the_file()
        self._last = time.monotonic()

    def _is_in_the_file(self) -> bool:
        """Whether the file holds all that the window shows, read past the program's own connection."""
        path = self._editor.document.path
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            (rows,) = connection.execute("SELECT count(*) FROM journal").fetchone()
        return bool(rows == self._editor.document.revision)


def _milliseconds_since(began: float) -> int:
    return round(1000 * (time.monotonic() - began))
