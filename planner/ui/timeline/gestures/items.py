"""Dragging a bar, one of its ends, its range tail, or a diamond: each gives the item another day."""

from datetime import date

from PySide6.QtCore import Qt

from planner.domain.items import Activity, Milestone
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, effort_text, isolated, weekday_text
from planner.ui.timeline.drag_words import Line, hold_lines, landing_line
from planner.ui.timeline.gestures.base import QUICK_ITEMS, Guide, Stage
from planner.ui.timeline.gestures.item_drag import ItemDrag
from planner.ui.timeline.gestures.staying import (
    held_sentence,
    high_stays_sentence,
    hours_stay_sentence,
    no_hours_sentence,
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


class MoveBar(ItemDrag):
    """Drag the middle of a bar: it starts no earlier than there, and what follows comes along."""

    def __init__(self, stage: Stage, activity: Activity) -> None:
        super().__init__(stage, activity.id, shown_day(stage.editor.schedule, activity))
        self.activity = activity
        self.earliest = earliest_start(stage.editor.plan, self.before, activity.id)

    def move_to(self, day: date) -> Move:
        return move_bar(self.before, self.activity, day, self.earliest)

    def lines(self, move: Move, after: Schedule) -> list[Line]:
        lines = [Line(_dates(self.activity, after), "tooltip_text")]
        if self._day < self.earliest:
            lines.append(Line(translate("Starts as soon as it can: no date of its own")))
        return lines

    def held_back(self, after: Schedule) -> str:
        return held_sentence(after, self.activity.id, self._day)

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        return _asked(self._day, after.start_day(self.activity.id)) or _both_ends(self.activity, after)


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

    def stays(self) -> str:
        return hours_stay_sentence(self.activity)

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

    def held_back(self, after: Schedule) -> str:
        return held_sentence(after, self.activity.id, self._day, into_start=True)

    def stays(self) -> str:
        return no_hours_sentence()

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        return _asked(self._day, after.start_day(self.activity.id)) or _both_ends(self.activity, after)


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
            title=isolated(self.activity.title), hours=effort_text(high)
        )
        would = translate("Would end {day} then (now at most {hours})").format(
            day=weekday_text(after.high_finish_day(self.activity.id)),
            hours=effort_text(self.activity.effort.high),
        )
        return [Line(title, "tooltip_text"), Line(would)]

    def stays(self) -> str:
        return high_stays_sentence(self.activity)

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
        lines = [Line(f"{isolated(self.milestone.title)} → {weekday_text(self._day)}", "tooltip_text")]
        landing = landing_line(after, self.milestone.id)
        if len(after.graph.nodes) <= QUICK_ITEMS:
            self._advise(self._day, after)
        return [*lines, *([] if landing is None else [landing]), *self._advice.get(self._day, ())]

    def rest(self) -> None:
        """In a large plan, work out now what holds the target or would."""
        proposal = self.proposal
        if proposal is None or proposal.schedule is None or self._day in self._advice:
            return
        self._advise(self._day, proposal.schedule)
        self.propose_again()

    def guides(self, move: Move, after: Schedule) -> tuple[Guide, ...]:
        return (Guide(self._day, self._day.toordinal() + 0.5),)

    def _advise(self, day: date, after: Schedule) -> None:
        if day not in self._advice:
            self._advice[day] = hold_lines(after, self.milestone.id, self.stage.editor.today)


def _asked(day: date, start: date) -> tuple[Guide, ...]:
    """The day asked for and the one it can be, where that is later."""
    return (Guide(day, day.toordinal()), Guide(start, start.toordinal())) if day < start else ()


def _both_ends(activity: Activity, after: Schedule) -> tuple[Guide, ...]:
    start, finish = after.start_day(activity.id), after.finish_day(activity.id)
    return Guide(start, start.toordinal()), Guide(finish, finish.toordinal() + 1)


def _days(activity: Activity, after: Schedule) -> str:
    return f"{day_text(after.start_day(activity.id))} – {day_text(after.finish_day(activity.id))}"


def _dates(activity: Activity, after: Schedule) -> str:
    return f"{isolated(activity.title)} → {_days(activity, after)}"


def _hours(activity: Activity, after: Schedule) -> str:
    return f"{isolated(activity.title)} · {effort_text(after.plan.activity(activity.id).effort.likely)}"
