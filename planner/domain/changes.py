"""What an edit changed: the difference of two plans, applied and inverted without knowing any verb.

A plan is immutable and verbs keep the objects they do not touch, so the difference is found by identity.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from planner.domain.attachments import Attachment
from planner.domain.calendar import StudyCalendar
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.handing_on import hand_on
from planner.domain.items import (
    Activity,
    Baseline,
    Dependency,
    Milestone,
    Phase,
    Session,
)
from planner.domain.plan import Plan, PlanFacts
from planner.domain.week_facts import Placement, WeekNotes

Fact = (
    PlanFacts
    | StudyCalendar
    | Phase
    | Activity
    | Milestone
    | ChecklistItem
    | Dependency
    | Session
    | Baseline
    | Attachment
    | WeekNotes
    | Placement
)


class Table(StrEnum):
    """The parts of a plan; the values are the names of `Plan`'s fields."""

    FACTS = "facts"
    CALENDAR = "calendar"
    PHASES = "phases"
    ACTIVITIES = "activities"
    MILESTONES = "milestones"
    CHECKLIST = "checklist"
    DEPENDENCIES = "dependencies"
    SESSIONS = "sessions"
    BASELINES = "baselines"
    ATTACHMENTS = "attachments"
    WEEKS = "weeks"
    PLACEMENTS = "placements"


WHOLE_TABLES = (Table.FACTS, Table.CALENDAR)
"""Tables of one fact; their changes have an empty key."""

KEYED_TABLES = tuple(each for each in Table if each not in WHOLE_TABLES)

_ITEM_TABLES = (Table.ACTIVITIES, Table.MILESTONES)

FACT_TYPES: Mapping[Table, type[Fact]] = {
    Table.FACTS: PlanFacts,
    Table.CALENDAR: StudyCalendar,
    Table.PHASES: Phase,
    Table.ACTIVITIES: Activity,
    Table.MILESTONES: Milestone,
    Table.CHECKLIST: ChecklistItem,
    Table.DEPENDENCIES: Dependency,
    Table.SESSIONS: Session,
    Table.BASELINES: Baseline,
    Table.ATTACHMENTS: Attachment,
    Table.WEEKS: WeekNotes,
    Table.PLACEMENTS: Placement,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact before and after; None where it is not there."""

    table: Table
    key: str
    before: Fact | None
    after: Fact | None


Changes = tuple[Change, ...]


def difference(old: Plan, new: Plan) -> Changes:
    """What turns one plan into the other; facts that are the same object or equal do not count."""
    found = [
        Change(table=table, key="", before=getattr(old, table), after=getattr(new, table))
        for table in WHOLE_TABLES
        if getattr(old, table) is not getattr(new, table) and getattr(old, table) != getattr(new, table)
    ]
    for table in KEYED_TABLES:
        before: Mapping[str, Fact] = getattr(old, table)
        after: Mapping[str, Fact] = getattr(new, table)
        if before is after:
            continue
        for key, fact in after.items():
            was = before.get(key)
            if was is not fact and was != fact:
                found.append(Change(table=table, key=key, before=was, after=fact))
        found += [
            Change(table=table, key=key, before=fact, after=None)
            for key, fact in before.items()
            if key not in after
        ]
    return tuple(found)


def apply(plan: Plan, changes: Changes) -> Plan:
    """The plan after the changes; it trusts that they were made from this plan."""
    tables: dict[str, Any] = {}
    for change in changes:
        if change.table in WHOLE_TABLES:
            tables[change.table] = change.after
            continue
        table = tables.setdefault(change.table, dict(getattr(plan, change.table)))
        if change.after is None:
            table.pop(change.key, None)
        else:
            table[change.key] = change.after
    changed = replace(plan, **tables)
    items = [(_item(each.before), _item(each.after)) for each in changes if each.table in _ITEM_TABLES]
    hand_on(plan, changed, items)
    return changed


def inverse(changes: Changes) -> Changes:
    """The changes that take these back."""
    return tuple(
        Change(table=each.table, key=each.key, before=each.after, after=each.before)
        for each in reversed(changes)
    )


def compose(steps: Iterable[Changes]) -> Changes:
    """Changes that follow each other as one: what the first found, what the last left, if that differs."""
    latest: dict[tuple[Table, str], Change] = {}
    for changes in steps:
        for each in changes:
            key = (each.table, each.key)
            before = latest[key].before if key in latest else each.before
            latest[key] = Change(table=each.table, key=each.key, before=before, after=each.after)
    return tuple(each for each in latest.values() if each.before != each.after)


def _item(fact: Fact | None) -> Activity | Milestone | None:
    return fact if isinstance(fact, Activity | Milestone) else None
