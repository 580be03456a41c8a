"""Batches of random doings in the running program, with everything undone and done again after each."""

import faulthandler
from collections.abc import Mapping
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from planner.app import Milepost
from planner.domain.edits import rename
from planner.domain.plan import Plan
from planner.domain.week import week_plan
from planner.storage.document import Document
from planner.ui.main_window import MainWindow
from planner.ui.week.page import WeekPage
from tests.faults.dialog_hand import DialogHand
from tests.faults.moving_clock import MovingClock
from tests.faults.random_hand import RandomHand
from tests.faults.witness import Witness

PAUSES_MS = (*(0,) * 30, 20, 130, 250)
"""Between two doings; the long ones let the program's own timers come."""

CLOSE_AND_OPEN = 0.004
"""How likely the other plan is opened in place of the one that is open, also in mid-drag."""

PAGES = ("timeline", "week", "week")
"""Where each batch begins."""

REST_MS = 500
HANGS_AFTER_SECONDS = 90
"""A program that stops in the midst of something says where, and ends."""


class Batches(QObject):
    """Lets the hand act, one doing a turn of the event loop, until so many events are done."""

    def __init__(
        self,
        program: Milepost,
        made: Mapping[Path, Plan],
        rng: Random,
        events: int,
        batch: int,
        witness: Witness,
        clock: MovingClock,
    ) -> None:
        super().__init__(program)
        self._program = program
        self._made = made
        self._rng = rng
        self._events = events
        self._batch = batch
        self._witness = witness
        self._hand = RandomHand(rng, self._window, clock)
        self._dialogs = DialogHand(rng, self)
        self._acted = 0
        self.not_restored = 0

    @property
    def done(self) -> int:
        """How many things were done, those to dialogs included."""
        return self._acted + self._dialogs.count

    def begin(self) -> None:
        """Open the first plan and start."""
        self._program.start(next(iter(self._made)))
        self._keep_open()
        QTimer.singleShot(0, self._step)

    def edit(self) -> None:
        """Change something that undo has to take back."""
        editor = self._window().editor
        editor.apply("Rename", rename, next(iter(editor.plan.milestones)), "Renamed")

    @Slot(QUrl)
    def open_link(self, _url: QUrl) -> None:
        """Instead of a browser."""

    def _window(self) -> MainWindow:
        window = self._program.window
        assert window is not None
        return window

    def _step(self) -> None:
        busy = QApplication.activeModalWidget() is not None
        if self._acted % 20 == 0:
            self._still_alive()
        try:
            if not busy:
                self._acted += 1
                if self._rng.random() < CLOSE_AND_OPEN:
                    self._open_other()
                else:
                    self._hand.act()
        finally:
            over = self._acted % self._batch == 0 or self._acted >= self._events
            if over and not busy:
                QTimer.singleShot(0, self._rest)
            else:
                QTimer.singleShot(self._rng.choice(PAUSES_MS), self._step)

    def _still_alive(self) -> None:
        faulthandler.dump_traceback_later(HANGS_AFTER_SECONDS, exit=True)

    def _open_other(self) -> None:
        here = self._window().editor.document.path
        self._program.open(next(path for path in self._made if path != here))
        self._keep_open()

    def _keep_open(self) -> None:
        """The keys of the menus find *Quit* too, which does what it says."""
        found = self._window().findChild(QAction, "quit")
        assert isinstance(found, QAction)
        found.setVisible(False)

    def _rest(self) -> None:
        """Let go of everything and let what is still being typed reach the plan."""
        self._hand.rest()
        QTimer.singleShot(REST_MS, self._take_back)

    def _take_back(self) -> None:
        if QApplication.activeModalWidget() is not None:
            QTimer.singleShot(REST_MS, self._rest)
            return
        editor = self._window().editor
        self._compare("after a batch")
        before, undone = editor.plan, 0
        while editor.undo_text and editor.undo():
            undone += 1
            self._still_alive()
        if editor.plan != self._made[editor.document.path]:
            self.not_restored += 1
            self._witness.tell("undoing everything does not give the plan as it was made")
        self._compare("after undoing everything")
        for _ in range(undone):
            editor.redo()
            self._still_alive()
        if editor.plan != before:
            self.not_restored += 1
            self._witness.tell("doing everything again does not give the plan there was")
        self._compare("after doing everything again")
        if self.not_restored:
            # Enough is known, and whether what waits is to be lost is asked of nobody here.
            self._program.deleteLater()
            QApplication.exit()
        elif self._acted < self._events:
            self._window().show_page(self._rng.choice(PAGES))
            QTimer.singleShot(0, self._step)
        else:
            self._window().close()

    def _compare(self, when: str) -> None:
        """The file holds what the program does, and the week page shows it."""
        editor, page = self._window().editor, self._window().findChildren(WeekPage)[0]
        with Document.open(editor.document.path, read_only=True) as kept:
            if kept.plan != editor.plan:
                self.not_restored += 1
                self._witness.tell(f"the file differs from the plan {when}")
        if page.isVisible():
            week = week_plan(editor.plan, editor.schedule, page.first_day, editor.today)
            cards = [each.session for each in page.days.cards()]
            goals = [each.words.words for each in page.goals.rows]
            for what, same in (
                ("week", page.week == week),
                ("cards", cards == list(week.sessions)),
                (f"goals {goals}", goals == [each.text for each in week.goals]),
            ):
                if not same:
                    self._witness.tell(f"the week page of {page.first_day} has another {what} {when}")
