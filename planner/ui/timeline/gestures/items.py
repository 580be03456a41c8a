"""Dragging a bar, one of its ends, its range tail, or a diamond: each gives the item another day."""

from datetime import date

from PySide6.QtCore import QPointF, Qt

from planner.domain.errors import PlanError
from planner.domain.items import Activity, Milestone, NodeId, PhaseId
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, effort_text, weekday_text
from planner.ui.timeline.axis import Unit, snap
from planner.ui.timeline.drag_words import Line, followers_lines, hold_lines, landing_line
from planner.ui.timeline.gestures.base import (
    QUICK_ITEMS,
    Guide,
    Modifiers,
    Proposal,
    ProposingGesture,
    Stage,
)
from planner.ui.timeline.moves import (
    Move,
    earliest_start,
    move_bar,
    move_diamond,
    resize_bar,
    set_start,
    shown_day,
    stretch_tail,
)
from planner.ui.timeline.words import translate


class ItemDrag(ProposingGesture):
    """A drag that gives an item another day: snaps, previews, and applies one move at its end."""

    finish = False
    """Whether the dragged day is one that ends something: it snaps to ends of weeks and months."""

    def __init__(self, stage: Stage, node: NodeId | PhaseId, origin: date) -> None:
        super().__init__(stage)
        self.node = node
        self.origin = origin
        self.before = stage.editor.schedule
        self.besides: frozenset[str] = frozenset({node})
        self._day = origin

    def start(self, at: QPointF) -> None:
        self._grabbed = self.stage.scale.day(at.x())

    def move(self, to: QPointF, modifiers: Modifiers) -> None:
        # Counted in days and not in pixels: zooming and scrolling leave the item under the pointer.
        scale = self.stage.scale
        days = round(scale.day(to.x()) - self._grabbed)
        day = date.fromordinal(min(max(self.origin.toordinal() + days, 1), date.max.toordinal() - 1000))
        if days:
            unit = Unit.DAY if modifiers & Modifiers.ShiftModifier else scale.unit
            day = snap(day, unit, self.stage.editor.plan.facts.week_start, finish=self.finish)
        if day != self._day:
            self._day = day
            self.proposal = self._propose(day)
        self.stage.propose(self.proposal)

    def move_to(self, day: date) -> Move:
        """The edit that gives the item this day."""
        raise NotImplementedError

    def after(self, move: Move) -> Schedule:
        """Where everything would fall."""
        return self.stage.editor.preview(move.verb)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        """What to say of the move besides what else it moves; the first line is the headline."""
        raise NotImplementedError

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        """The days to draw lines up to the header from."""
        raise NotImplementedError

    def _propose(self, day: date) -> Proposal | None:
        if day == self.origin:
            return None
        try:
            move = self.move_to(day)
            after = self.after(move)
        except PlanError as error:
            self.stage.say(str(error))
            return None
        return Proposal(
            node=self.node,
            move=move,
            schedule=after,
            guides=self.guides(move, after),
            lines=(*self.lines(move, after), *followers_lines(self.before, after, self.besides)),
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
        lines = [Line(_dates(self.activity, after), "tooltip_text")]
        if self._day < self.earliest:
            lines.append(Line(translate("Starts as soon as it can: no date of its own")))
        return lines

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        return _both_ends(self.activity, after)


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
        ends = translate("Ends {day} (now {hours})").format(
            day=weekday_text(after.finish_day(self.activity.id)),
            hours=effort_text(self.activity.effort.likely),
        )
        return [Line(_hours(self.activity, after), "tooltip_text"), Line(ends)]

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        finish = after.finish_day(self.activity.id)
        return (Guide(finish, finish.toordinal() + 1),)


class MoveStart(ItemDrag):
    """Drag the left end of a bar: it starts there and still finishes when it did, with other hours."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, stage: Stage, activity: Activity) -> None:
        super().__init__(stage, activity.id, stage.editor.schedule.start_day(activity.id))
        self.activity = activity

    def move_to(self, day: date) -> Move:
        return set_start(self.before, self.activity, day)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        was = translate("{dates} (now {hours})").format(
            dates=_days(self.activity, after), hours=effort_text(self.activity.effort.likely)
        )
        return [Line(_hours(self.activity, after), "tooltip_text"), Line(was)]

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        return _both_ends(self.activity, after)


class StretchTail(ItemDrag):
    """Drag the end of a bar's range tail: its high estimate changes, and no other date."""

    cursor = Qt.CursorShape.SizeHorCursor
    finish = True

    def __init__(self, stage: Stage, activity: Activity) -> None:
        super().__init__(stage, activity.id, stage.editor.schedule.high_finish_day(activity.id))
        self.activity = activity

    def move_to(self, day: date) -> Move:
        return stretch_tail(self.before, self.activity, day)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        high = after.plan.activity(self.activity.id).effort.high
        title = translate("{title} · at most {hours}").format(
            title=self.activity.title, hours=effort_text(high)
        )
        would = translate("Would end {day} then (now at most {hours})").format(
            day=weekday_text(after.high_finish_day(self.activity.id)),
            hours=effort_text(self.activity.effort.high),
        )
        return [Line(title, "tooltip_text"), Line(would)]

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        day = after.high_finish_day(self.activity.id)
        return (Guide(day, day.toordinal() + 1),)


class MoveDiamond(ItemDrag):
    """Drag a diamond, its target: later than its work lands it holds what follows, else it is a deadline."""

    finish = True

    def __init__(self, stage: Stage, milestone: Milestone) -> None:
        super().__init__(stage, milestone.id, shown_day(stage.editor.schedule, milestone))
        self.milestone = milestone
        self.lands = self.before.lands(milestone.id)
        self._advice: dict[date, tuple[Line, ...]] = {}

    def move_to(self, day: date) -> Move:
        return move_diamond(self.milestone, day, self.lands)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        lines = [Line(f"{self.milestone.title} → {weekday_text(self._day)}", "tooltip_text")]
        landing = landing_line(after, self.milestone.id)
        if landing is None:
            return lines
        if len(after.graph.nodes) <= QUICK_ITEMS:
            self._advise(self._day, after)
        return [*lines, landing, *self._advice.get(self._day, ())]

    def rest(self) -> None:
        """In a large plan, work out now what would hold the target."""
        proposal = self.proposal
        if proposal is None or proposal.schedule is None or self._day in self._advice:
            return
        if landing_line(proposal.schedule, self.milestone.id) is not None:
            self._advise(self._day, proposal.schedule)
            self.proposal = self._propose(self._day)
            self.stage.propose(self.proposal)

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        return (Guide(self._day, self._day.toordinal() + 0.5),)

    def _advise(self, day: date, after: Schedule) -> None:
        if day not in self._advice:
            self._advice[day] = hold_lines(after, self.milestone.id, self.stage.editor.today)


def _both_ends(activity: Activity, after: Schedule) -> tuple[Guide, ...]:
    start, finish = after.start_day(activity.id), after.finish_day(activity.id)
    return Guide(start, start.toordinal()), Guide(finish, finish.toordinal() + 1)


def _days(activity: Activity, after: Schedule) -> str:
    return f"{day_text(after.start_day(activity.id))} – {day_text(after.finish_day(activity.id))}"


def _dates(activity: Activity, after: Schedule) -> str:
    return f"{activity.title} → {_days(activity, after)}"


def _hours(activity: Activity, after: Schedule) -> str:
    return f"{activity.title} · {effort_text(after.plan.activity(activity.id).effort.likely)}"
