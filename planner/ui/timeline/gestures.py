"""What the mouse does on the chart, each gesture an object: start, move, end, cancel(reason).

A gesture changes nothing until its end, which is one edit and so one undo step. While it runs it proposes:
the plan as it would be, scheduled in full, for the chart to show.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import QPointF, Qt

from planner.domain.errors import PlanError
from planner.domain.items import Activity, Milestone, NodeId
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, hours_text, weekday_text
from planner.ui.consequences import consequences
from planner.ui.editor import Editor
from planner.ui.timeline.axis import DateScale, Unit, snap
from planner.ui.timeline.moves import (
    Move,
    earliest_start,
    move_bar,
    move_diamond,
    move_refusal,
    resize_bar,
    resize_refusal,
    shown_day,
)
from planner.ui.timeline.tooltip import Line, hold_line
from planner.ui.timeline.words import translate

Modifiers = Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class Guide:
    """A day a line runs up to the header from; `place` is where in days, with the fraction of the day."""

    day: date
    place: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What letting go now would do: the edit, where everything would fall, and what to say of it."""

    node: NodeId
    move: Move
    schedule: Schedule
    guides: tuple[Guide, ...]
    lines: tuple[Line, ...]


class Stage(Protocol):
    """What a gesture needs of the chart it is made on."""

    @property
    def editor(self) -> Editor: ...

    @property
    def scale(self) -> DateScale: ...

    def propose(self, proposal: Proposal | None) -> None:
        """Show what letting go would do, or that it would do nothing."""

    def pan(self, dx: float, dy: float) -> None:
        """Move what is in view by so many pixels."""

    def say(self, sentence: str) -> None:
        """Say something in the status bar."""


class Gesture:
    """From the press that became a drag to the release, or to Esc."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.pressed = QPointF()

    def start(self, at: QPointF) -> None:
        """The press, in pixels of the chart."""
        self.pressed = at

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        """The pointer moved, with the button held."""

    def end(self) -> None:
        """The button was let go."""

    def cancel(self, reason: str) -> None:
        """Everything back, for a reason that is said where there is one."""
        if reason:
            self.stage.say(reason)


class Refused(Gesture):
    """A drag of something that stays where it is: says why and does nothing."""

    cursor = Qt.CursorShape.ForbiddenCursor

    def __init__(self, stage: Stage, sentence: str) -> None:
        super().__init__(stage)
        self._sentence = sentence

    def start(self, at: QPointF) -> None:
        super().start(at)
        self.stage.say(self._sentence)


class Pan(Gesture):
    """Drag the empty chart: what is in view comes along."""

    def start(self, at: QPointF) -> None:
        super().start(at)
        self._last = at

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        self.stage.pan(to.x() - self._last.x(), to.y() - self._last.y())
        self._last = to

    def cancel(self, reason: str) -> None:
        self.stage.pan(self.pressed.x() - self._last.x(), self.pressed.y() - self._last.y())
        super().cancel(reason)


class ItemDrag(Gesture):
    """A drag that gives an item another day: snaps, previews, and applies one move at its end."""

    finish = False
    """Whether the dragged day is one that ends something: it snaps to ends of weeks and months."""

    def __init__(self, stage: Stage, node: NodeId, origin: date) -> None:
        super().__init__(stage)
        self.node = node
        self.origin = origin
        self.before = stage.editor.schedule
        self._day = origin
        self._proposal: Proposal | None = None

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        scale = self.stage.scale
        days = round((to.x() - self.pressed.x()) / scale.px_per_day)
        day = date.fromordinal(max(self.origin.toordinal() + days, 1))
        free = bool(modifiers & Modifiers.ShiftModifier)
        if days:
            week_start = self.stage.editor.plan.facts.week_start
            day = snap(day, Unit.DAY if free else scale.unit, week_start, finish=self.finish)
        if day != self._day:
            self._day = day
            self._proposal = self._propose(day)
        self.stage.propose(self._proposal)

    def end(self) -> None:
        proposal = self._proposal
        self.stage.propose(None)
        if proposal is None:
            return
        move = proposal.move
        self.stage.editor.apply(move.text, move.verb)

    def cancel(self, reason: str) -> None:
        self.stage.propose(None)
        super().cancel(reason)

    def move_to(self, day: date) -> Move:
        """The edit that gives the item this day."""
        raise NotImplementedError

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        """What to say of the move besides what else it moves; the first line is the headline."""
        raise NotImplementedError

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        """The days to draw lines up to the header from."""
        raise NotImplementedError

    def _propose(self, day: date) -> Proposal | None:
        if day == self.origin:
            return None
        move = self.move_to(day)
        try:
            after = self.stage.editor.preview(move.verb)
        except PlanError as error:
            self.stage.say(str(error))
            return None
        others = Line(consequences(self.before, after, self.node) or translate("Moves nothing else"))
        return Proposal(
            node=self.node,
            move=move,
            schedule=after,
            guides=self.guides(move, after),
            lines=(*self.lines(move, after), others),
        )


class MoveBar(ItemDrag):
    """Drag the middle of a bar: it starts no earlier than there, and what follows comes along."""

    def __init__(self, stage: Stage, activity: Activity) -> None:
        super().__init__(stage, activity.id, shown_day(stage.editor.schedule, activity))
        self.activity = activity
        self.earliest = earliest_start(stage.editor.plan, self.before, activity.id)

    def move_to(self, day: date) -> Move:
        return move_bar(self.activity, day, self.earliest)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        start, finish = after.start_day(self.activity.id), after.finish_day(self.activity.id)
        lines = [
            Line(f"{self.activity.title} → {day_text(start)} – {day_text(finish)}", "tooltip_text"),
        ]
        if self._day < self.earliest:
            lines.append(Line(translate("Starts as soon as it can: no date of its own")))
        return lines

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        start, finish = after.start_day(self.activity.id), after.finish_day(self.activity.id)
        return Guide(start, start.toordinal()), Guide(finish, finish.toordinal() + 1)


class ResizeBar(ItemDrag):
    """Drag the right end of a bar: its hours change, so that it finishes there."""

    cursor = Qt.CursorShape.SizeHorCursor
    finish = True

    def __init__(self, stage: Stage, activity: Activity) -> None:
        super().__init__(stage, activity.id, stage.editor.schedule.finish_day(activity.id))
        self.activity = activity

    def move_to(self, day: date) -> Move:
        return resize_bar(self.before, self.activity, day)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        hours = after.plan.activity(self.activity.id).effort.likely
        headline = f"{self.activity.title} · {hours_text(hours)}"
        ends = translate("Ends {day} (now {hours})").format(
            day=weekday_text(after.finish_day(self.activity.id)),
            hours=hours_text(self.activity.effort.likely),
        )
        return [Line(headline, "tooltip_text"), Line(ends)]

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        finish = after.finish_day(self.activity.id)
        return (Guide(finish, finish.toordinal() + 1),)


class MoveDiamond(ItemDrag):
    """Drag a diamond, its target: later than its work lands it holds what follows, else it is a deadline."""

    finish = True

    def __init__(self, stage: Stage, milestone: Milestone) -> None:
        super().__init__(stage, milestone.id, shown_day(stage.editor.schedule, milestone))
        self.milestone = milestone
        self.lands = self.before.lands(milestone.id)

    def move_to(self, day: date) -> Move:
        return move_diamond(self.milestone, day, self.lands)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        lines = [Line(f"{self.milestone.title} → {weekday_text(move.day)}", "tooltip_text")]
        hold = hold_line(after, self.milestone.id, self.stage.editor.today)
        return [*lines, hold] if hold is not None else lines

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        return (Guide(move.day, move.day.toordinal() + 0.5),)


def drag_of(stage: Stage, item: Activity | Milestone, *, by_edge: bool) -> Gesture:
    """The gesture that a drag of an item, or of a bar's right end, begins."""
    resizes = by_edge and isinstance(item, Activity)
    refusal = resize_refusal(item) if resizes else move_refusal(item)
    if stage.editor.read_only:
        refusal = translate("This plan is open for reading only, so “{title}” stays.")
    if refusal:
        return Refused(stage, refusal.format(title=item.title))
    if isinstance(item, Milestone):
        return MoveDiamond(stage, item)
    return ResizeBar(stage, item) if resizes else MoveBar(stage, item)
