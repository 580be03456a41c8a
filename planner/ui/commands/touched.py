"""What undo and redo bring back to the eye: the rows a step touched, or the week it was about."""

from dataclasses import replace
from datetime import date

from planner.domain.changes import Change, Changes, Fact, Table
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.items import (
    Activity,
    Dependency,
    Milestone,
    Phase,
    Session,
)
from planner.domain.outline_order import outermost
from planner.domain.plan import Plan
from planner.domain.week_facts import Placement, WeekNotes
from planner.ui.timeline.page import TimelinePage

_ROW_TABLES = (Table.PHASES, Table.ACTIVITIES, Table.MILESTONES)
_WEEK_TABLES = (Table.SESSIONS, Table.WEEKS, Table.PLACEMENTS)


def touched_rows(changes: Changes, after: Plan) -> tuple[str, ...]:
    """The ids of the rows that a step was about, of those that are in the plan after it.

    Rows that are there again stand for the whole step; where rows only went there is nothing to show. That
    others made room, one place up or down, counts only where nothing else changed.
    """
    rows = [each for each in changes if each.table in _ROW_TABLES]
    back = [each.key for each in rows if _is_row(each.after) and not _is_row(each.before)]
    if back:
        return tuple(each.id for each in outermost(after, back))
    if any(_is_row(each.before) and not _is_row(each.after) for each in rows):
        return ()
    about = [row for each in changes for row in _rows_of(each)]
    found = about or [each.key for each in rows]
    known = {*after.phases, *after.active, *after.milestones}
    return tuple(each for each in dict.fromkeys(found) if each in known)


def touched_days(changes: Changes) -> tuple[date, ...]:
    """The days of the weeks that a step was about, as they are after it first; none where it was about more.

    Such a step changes goals, reviews, moved sessions or logged hours, and perhaps the steps these belong to.
    """
    if not all(each.table in (*_WEEK_TABLES, Table.ACTIVITIES) for each in changes):
        return ()
    after = [day for each in changes for day in _days_of(each.after)]
    return (*after, *(day for each in changes for day in _days_of(each.before)))


def show_rows(timeline: TimelinePage, ids: tuple[str, ...]) -> None:
    """Select rows, and bring the first into view where none of them is; nothing jumps where one is."""
    for each in ids:
        if each not in timeline.keeper.rows.index:
            timeline.keeper.uncover(each)
    index = timeline.keeper.rows.index
    shown = sorted((each for each in ids if each in index), key=index.__getitem__)
    if not shown:
        return
    in_view = {each.id for each in timeline.view.marks()}
    kept = timeline.selection if set(timeline.selection) <= set(shown) else ()
    timeline.select(next((each for each in (*kept, *shown) if each in in_view), shown[0]))
    chosen = kept or shown
    if len(chosen) > 1:
        timeline.chosen.select_many(chosen)


def _days_of(fact: Fact | None) -> tuple[date, ...]:
    if isinstance(fact, Session):
        return (fact.day,)
    if isinstance(fact, WeekNotes):
        return (fact.first_day,)
    if isinstance(fact, Placement):
        return fact.day, fact.taken_from
    return ()


def _is_row(fact: object) -> bool:
    """Whether a fact has a row: what is archived has none."""
    if isinstance(fact, Activity):
        return fact.archived_on is None
    return isinstance(fact, Phase | Milestone)


def _rows_of(change: Change) -> tuple[str, ...]:
    """The rows a change is about; none for one that only took another place."""
    before, after = change.before, change.after
    fact = after if after is not None else before
    if isinstance(fact, Dependency):
        return fact.before, fact.after
    if isinstance(fact, ChecklistItem):
        return (fact.milestone,)
    if isinstance(fact, Session):
        return (fact.activity,)
    if not isinstance(before, Phase | Activity | Milestone):
        return ()
    if isinstance(after, type(before)) and replace(before, position=after.position) == after:
        return ()
    return (change.key,)
