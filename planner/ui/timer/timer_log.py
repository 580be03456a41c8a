"""What a timer counted, logged as one edit; and the timer itself, kept on disk meanwhile."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner.domain.errors import CannotWrite
from planner.domain.items import Session
from planner.domain.logged_entries import keep_entries
from planner.domain.timer import DayTime, Timer, session_id, sessions_of
from planner.domain.wording import minutes_text
from planner.storage.timer_file import TimerFile
from planner.ui.editor import Editor
from planner.ui.fields.text import filled
from planner.ui.timer.timer_words import title_of

KEPT_EVERY = 10.0
"""Seconds between two writings of the file: what a crash loses at most."""


class TimerLog(QObject):
    """Writes a timer down, in the plan once it is over and in a file of its own until then."""

    failed = Signal(str)
    """One sentence that stays."""

    def __init__(self, editor: Editor, file: TimerFile, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._file = file
        self._kept_at = 0.0
        self._writable = True

    def read(self) -> Timer | None:
        """The timer that was kept, unless Milepost ended between logging it and forgetting it."""
        timer = self._file.read()
        if timer is not None and session_id(timer, timer.day) in self._editor.plan.sessions:
            self.forget()
            return None
        return timer

    def keep(self, timer: Timer, now: float) -> None:
        """Write the timer down; that it cannot be is said once, not with each try."""
        self._kept_at = now
        try:
            self._file.write(timer)
        except CannotWrite as error:
            if self._writable:
                self.failed.emit(
                    filled(self.tr("The timer goes on, but would not survive a crash: %1"), str(error))
                )
            self._writable = False
        else:
            self._writable = True

    def keep_if_due(self, timer: Timer, now: float) -> None:
        """Write the timer down where that was not done for some seconds."""
        if abs(now - self._kept_at) >= KEPT_EVERY:
            self.keep(timer, now)

    def forget(self) -> None:
        """Remove the file."""
        self._file.remove()

    def log(self, timer: Timer, times: Sequence[DayTime]) -> bool:
        """Log it as one edit; False when it was refused, and said."""
        sessions = self._loggable(timer, times)
        if not sessions:
            return True
        title = title_of(self._editor.plan, timer)
        total = minutes_text(sum(each.minutes for each in sessions))
        if timer.activity not in self._editor.plan.activities:
            form = self.tr("“%1” is no longer in the plan, so its %2 cannot be logged. The timer waits.")
            self.failed.emit(filled(form, title, total))
            return False
        return self._editor.apply(filled(self.tr("Log %1 of %2"), total, title), keep_entries, sessions)

    def _loggable(self, timer: Timer, times: Sequence[DayTime]) -> list[Session]:
        """The sessions to log; a step or a placing that has gone meanwhile is left out of them."""
        plan = self._editor.plan
        activity = plan.activities.get(timer.activity)
        steps = () if activity is None else tuple(each.id for each in activity.steps)
        return [
            replace(
                each,
                step=each.step if each.step in steps else None,
                placement=each.placement if each.placement in plan.placements else None,
            )
            for each in sessions_of(timer, times)
        ]
