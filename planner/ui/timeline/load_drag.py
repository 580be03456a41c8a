"""Dragging the load strip's limit line in a week: start, move, end, cancel, as the chart's gestures."""

from PySide6.QtCore import QPointF, Qt

from planner.domain.errors import PlanError
from planner.domain.schedule import Schedule
from planner.domain.wording import effort_text
from planner.ui.timeline.drag_words import Line, followers_lines
from planner.ui.timeline.gestures.base import Modifiers, Proposal, Stage
from planner.ui.timeline.load_painting import LoadFrame
from planner.ui.timeline.moves import Move
from planner.ui.timeline.week_move import hours_of_week, most_hours_note, week_move
from planner.ui.timeline.words import short_day_text, translate

SNAP_HOURS = 0.5
MOST_HOURS = 168.0
MINUTES = 60


class LimitDrag:
    """Gives one week other hours; the whole plan is previewed while the button is held.

    The strip's height stands for the same hours from start to end, or the line would run from the hand.
    """

    cursor = Qt.CursorShape.SizeVerCursor

    def __init__(self, stage: Stage, frame: LoadFrame, week: int) -> None:
        self.week = week
        self.frame = frame
        self.lines: tuple[Line, ...] = ()
        self._stage = stage
        self._before: Schedule = stage.editor.schedule
        self._first_day = frame.weeks.day_of(week)
        self._origin = hours_of_week(stage.editor.plan, self._first_day)
        self._hours = self._origin
        self._move: Move | None = None

    def start(self, at: QPointF) -> None:
        """The press, in pixels of the strip."""
        self._offset = self._origin - self.frame.hours(at.y())

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        """Half hours; with Shift to the minute."""
        wanted = min(max(self.frame.hours(to.y()) + self._offset, 0.0), MOST_HOURS)
        free = bool(modifiers & Modifiers.ShiftModifier)
        hours = round(wanted * MINUTES) / MINUTES if free else round(wanted / SNAP_HOURS) * SNAP_HOURS
        if hours == self._hours:
            return
        self._hours = hours
        self._propose(hours)

    def end(self) -> None:
        """Let go: one edit."""
        self._stage.propose(None)
        if self._move is not None:
            self._stage.editor.apply(self._move.text, self._move.verb)

    def cancel(self) -> None:
        """Everything back."""
        self._stage.propose(None)

    def _propose(self, hours: float) -> None:
        self._move, self.lines = None, ()
        if hours == self._origin:
            self._stage.propose(None)
            return
        move = week_move(self._first_day, hours)
        try:
            after = self._stage.editor.preview(move.verb)
        except PlanError as error:
            self._stage.propose(None)
            self.lines = (Line(str(error), "tooltip_danger"),)
            return
        self._move = move
        head = translate("Week of {day} · {before} → {after}").format(
            day=short_day_text(self._first_day),
            before=effort_text(self._origin),
            after=effort_text(hours),
        )
        note = most_hours_note(self._stage.editor.plan, hours)
        self.lines = (
            Line(head, "tooltip_text"),
            *followers_lines(self._before, after),
            *((Line(note, "tooltip_danger"),) if note else ()),
        )
        self._stage.propose(Proposal(schedule=after))
