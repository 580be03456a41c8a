"""What the menu of a session asks: another day, or a time of its own."""

from datetime import date

from PySide6.QtWidgets import QWidget

from planner.domain.week import PlannedSession
from planner.ui.fields.clock_field import ClockField, ClockProblem
from planner.ui.fields.text import filled
from planner.ui.fields.typed_day import TypedDay
from planner.ui.inspector.ask import Question
from planner.ui.week.session_edits import SessionEdits

EVENING = 19 * 60
"""The time offered where none is known, in minutes after midnight."""


class MoveDialog(Question):
    """Asks for the day a session is to be moved to."""

    def __init__(self, session: PlannedSession, day: date, edits: SessionEdits, parent: QWidget) -> None:
        super().__init__(
            self.tr("Move the session"),
            filled(self.tr("To which day does “%1” go? No date of the plan moves with it."), session.title),
            self.tr("Move"),
            parent,
        )
        self._session, self._day, self._edits = session, day, edits
        self.field = TypedDay(self.tr("Day"), edits.today, base=day, week_start=edits.week_start, parent=self)
        self.body.addWidget(self.field)
        self.field.changed.connect(self._check)
        self.field.setFocus()
        self._check()

    def accept(self) -> None:
        """Move it, once the day can be read."""
        if self.field.day is not None:
            super().accept()
            self._edits.move(self._session, self._day, self.field.day)

    def _check(self) -> None:
        self.accept_button.setEnabled(self.field.day is not None)


class ClockDialog(Question):
    """Asks for the time at which a session begins."""

    def __init__(self, session: PlannedSession, day: date, edits: SessionEdits, parent: QWidget) -> None:
        super().__init__(
            self.tr("Begin at"),
            filled(self.tr("When does “%1” begin?"), session.title),
            self.tr("Save"),
            parent,
        )
        self._session, self._day, self._edits = session, day, edits
        self.field = ClockField(
            self.tr("Time it begins"), session.starts_at if session.starts_at is not None else EVENING, self
        )
        self.body.addWidget(self.field)
        self.body.addWidget(ClockProblem((self.field,), self))
        self.field.typed.connect(lambda: self.accept_button.setEnabled(not self.field.problem))
        self.add_way_out(self.tr("No time of its own"), lambda: edits.set_clock(session, day, None))
        self.field.setFocus()

    def accept(self) -> None:
        """Keep the time."""
        super().accept()
        self._edits.set_clock(self._session, self._day, self.field.minutes)
