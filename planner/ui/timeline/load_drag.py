"""Dragging the load strip's limit line in a week: start, move, end, cancel, as the chart's gestures."""

from PySide6.QtCore import QPointF, Qt

from planner.domain.errors import PlanError
from planner.domain.schedule import Schedule
from planner.domain.wording import hours_text
from planner.ui.timeline.drag_words import Line, followers_lines
from planner.ui.timeline.gestures.base import Modifiers, Proposal, Stage
from planner.ui.timeline.load_painting import LoadFrame
from planner.ui.timeline.moves import Move
from planner.ui.timeline.week_move import (
    hours_of_week,
    most_hours_note,
    onward_move,
    onward_note,
    usual_hours,
    usual_hours_for,
    week_move,
)
from planner.ui.timeline.words import short_day_text, translate

SNAP_HOURS = 0.5
MOST_HOURS = 168.0
MINUTES = 60


class LimitDrag:
    """Gives one week other hours, or with Ctrl each from that week on; the whole plan is previewed.

    The strip's height stands for the same hours from start to end, or the line would run from the hand.
    """

    cursor = Qt.CursorShape.SizeVerCursor

    def __init__(self, stage: Stage, frame: LoadFrame, week: int) -> None:
        self.week = week
        self.frame = frame
        self.lines: tuple[Line, ...] = ()
        self.onward = False
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
        """Half hours, with Shift to the minute; with Ctrl for all weeks from this one on."""
        plan = self._stage.editor.plan
        onward = bool(modifiers & Modifiers.ControlModifier)
        wanted = min(max(self.frame.hours(to.y()) + self._offset, 0.0), MOST_HOURS)
        if onward:
            wanted = min(usual_hours_for(plan, self._first_day, wanted), MOST_HOURS)
        free = bool(modifiers & Modifiers.ShiftModifier)
        hours = round(wanted * MINUTES) / MINUTES if free else round(wanted / SNAP_HOURS) * SNAP_HOURS
        if (hours, onward) == (self._hours, self.onward):
            return
        self._hours, self.onward = hours, onward
        self._propose(hours, onward)

    def end(self) -> None:
        """Let go: one edit."""
        self._stage.propose(None)
        if self._move is not None:
            self._stage.editor.apply(self._move.text, self._move.verb)

    def cancel(self) -> None:
        """Everything back."""
        self._stage.propose(None)

    def _propose(self, hours: float, onward: bool) -> None:
        plan, first_day = self._stage.editor.plan, self._first_day
        before = usual_hours(plan, first_day) if onward else self._origin
        self._move, self.lines = None, ()
        if hours == before:
            self._stage.propose(None)
            return
        move = onward_move(first_day, hours) if onward else week_move(first_day, hours)
        try:
            after = self._stage.editor.preview(move.verb)
        except PlanError as error:
            self._stage.propose(None)
            self.lines = (Line(str(error), "tooltip_danger"),)
            return
        self._move = move
        form = (
            translate("From the week of {day} on · {before} → {after}")
            if onward
            else translate("Week of {day} · {before} → {after}")
        )
        day, was, now = short_day_text(first_day), hours_text(before), hours_text(hours)
        gone, most = onward_note(plan, first_day) if onward else "", most_hours_note(plan, hours)
        self._stage.propose(Proposal(schedule=after))
        self.lines = (
            Line(form.format(day=day, before=was, after=now), "tooltip_text"),
            *followers_lines(self._before, after),
            *self._stage.forecast_lines(),
            *(() if onward else (Line(translate("Ctrl: from this week on")),)),
            *(Line(each, "tooltip_danger") for each in (gone, most) if each),
        )
