"""What a typed day does to the selected rows: which of their dates it can be, and the move it makes."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import partial

from planner.domain.edits import fix_date
from planner.domain.items import Activity, Milestone, Phase
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.shifting import Shift
from planner.domain.wording import day_text, isolated
from planner.ui.timeline.moves import (
    Move,
    earliest_start,
    move_bar,
    move_diamond,
    resize_bar,
    shown_day,
)
from planner.ui.timeline.shifts import shifted
from planner.ui.timeline.words import translate

Rows = Sequence[Phase | Activity | Milestone]


class Which(StrEnum):
    """Which date is set."""

    START = "start"
    FINISH = "finish"
    TARGET = "target"
    ALL = "all"


def dates_of(rows: Rows) -> tuple[Which, ...]:
    """Which dates can be set, the likeliest first; of several rows, or of a group, all together."""
    if len(rows) != 1 or isinstance(rows[0], Phase):
        return (Which.ALL,) if rows else ()
    row = rows[0]
    if isinstance(row, Milestone):
        return () if row.reached_on is not None else (Which.TARGET,)
    if row.finished_on is not None:
        return ()
    return (Which.FINISH,) if row.started_on is not None else (Which.START, Which.FINISH)


def day_now(plan: Plan, current: Schedule, rows: Rows, which: Which) -> date:
    """The day that a date is now; of several rows the first on which one that can move stands.

    Raises `InvalidValue` where none can.
    """
    row = rows[0]
    if which is Which.ALL:
        moving = Shift(plan, [each.id for each in rows], current).moving
        return min(shown_day(current, plan.node(each)) for each in moving)
    if isinstance(row, Milestone):
        return current.shown_day(row.id)
    assert isinstance(row, Activity)
    return current.start_day(row.id) if which is Which.START else current.finish_day(row.id)


def move_to(plan: Plan, current: Schedule, rows: Rows, which: Which, day: date) -> Move:
    """The edit that puts a date on a day. Raises `PlanError` where it cannot be."""
    row = rows[0]
    if which is Which.ALL:
        days = (day - day_now(plan, current, rows, which)).days
        return shifted(Shift(plan, [each.id for each in rows], current), current, days).move
    if isinstance(row, Milestone):
        if row.fixed:
            text = translate("Fix {title} on {day}").format(title=isolated(row.title), day=day_text(day))
            return Move(text, partial(fix_date, milestone=row.id, day=day))
        return move_diamond(row, day, current.lands(row.id))
    assert isinstance(row, Activity)
    if which is Which.START:
        return move_bar(current, row, day, earliest_start(plan, current, row.id))
    return resize_bar(current, row, day)
