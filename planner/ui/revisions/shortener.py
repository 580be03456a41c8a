"""Shortens the journal of the plan that is open, a little at a time while nothing else is asked for."""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from planner.domain.changes import Changes
from planner.domain.errors import MilepostError, NoBackup
from planner.ui.backups.keeper import BackupKeeper
from planner.ui.editor import Editor

BETWEEN_MS = 20


class JournalShortener(QObject):
    """One for each plan that is open; `begin` once its window is settled.

    It waits while a dialog is open, which may show the history, and while a backup is made.
    """

    failed = Signal(str)
    """Why the journal stays as it is, as one sentence. That there is no backup is told by who makes them."""

    ended = Signal()
    """There is nothing more to do."""

    def __init__(
        self, editor: Editor, keeper: BackupKeeper, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._keeper = keeper
        self._now = now
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN_MS)
        self._timer.timeout.connect(self._go_on)
        editor.changed.connect(self._on_changed)

    @property
    def busy(self) -> bool:
        """Whether there is still something to do."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Look whether there is something to shorten, and do it step by step."""
        self._steps = self._editor.document.past.shorten(self._now(), self._keeper.keep_before_shortening)
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest for the next time: the plan is closed."""
        self._timer.stop()

    def _on_changed(self, _changes: Changes) -> None:
        """What was read so far is not all any more."""
        if self.busy:
            self.begin()

    def _go_on(self) -> None:
        if QApplication.activeModalWidget() is not None or self._keeper.busy:
            return
        text = self._editor.undo_text
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            if self._editor.undo_text != text:
                self._editor.changed.emit(())
            self.ended.emit()
        except NoBackup:
            self._timer.stop()
        except MilepostError as error:
            self._timer.stop()
            self.failed.emit(str(error))
