"""How another state of a plan differs from the one there is now, counted, and in words. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.changes import Change, Changes, Table, difference
from planner.domain.checklist_facts import ChecklistItem
from planner.domain.items import Activity, Dependency, Milestone, MilestoneId, Phase, Session
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, isolated

_ITEMS = (Table.PHASES, Table.ACTIVITIES, Table.MILESTONES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What is otherwise there than now: milestones that land later or earlier, items, logged sessions.

    Items are activities, milestones and groups; `changed` counts those that are in both. `other` says that
    something else differs, like study hours, notes of a week or settings.
    """

    later: int = 0
    earlier: int = 0
    changed: int = 0
    more: int = 0
    fewer: int = 0
    sessions_more: int = 0
    sessions_fewer: int = 0
    other: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A plan, and where its milestones stand."""

    plan: Plan
    days: Mapping[MilestoneId, date]


def state_of(schedule: Schedule) -> State:
    """What is compared of a plan; taken once, so that it can be handed to another thread."""
    return State(schedule.plan, {each: schedule.shown_day(each) for each in schedule.plan.milestones})


def differences(now: State, there: State) -> Differences:
    """What differs in the plan that is there."""
    changes = difference(now.plan, there.plan)
    moved = [there.days[each] - day for each, day in now.days.items() if each in there.days]
    items = [each for each in changes if each.table in _ITEMS]
    more = {each.key for each in items if each.before is None}
    fewer = {each.key for each in items if each.after is None}
    changed = {key for each in changes for key in _about(each)} - more - fewer
    sessions = [each for each in changes if each.table is Table.SESSIONS]
    return Differences(
        later=sum(each.days > 0 for each in moved),
        earlier=sum(each.days < 0 for each in moved),
        changed=len(changed),
        more=len(more),
        fewer=len(fewer),
        sessions_more=sum(each.before is None for each in sessions),
        sessions_fewer=sum(each.after is None for each in sessions),
        other=_differs_besides(changes),
    )


def differences_text(found: Differences) -> str:
    """Like “3 milestones later, 12 items changed”."""
    parts = [
        _counted(found.later, "milestone", "later"),
        _counted(found.earlier, "milestone", "earlier"),
        _counted(found.changed, "item", "changed"),
        _counted(found.more, "item", "more"),
        _counted(found.fewer, "item", "fewer"),
        _counted(found.sessions_more, "logged session", "more"),
        _counted(found.sessions_fewer, "logged session", "fewer"),
    ]
    told = ", ".join(filter(None, parts))
    if found.other:
        return f"{told}, other settings" if told else "other settings"
    return told or "the same as now"


def held_text(there: Schedule) -> str:
    """What a plan holds, where there is none to compare it with: items, finish and title."""
    plan = there.plan
    items = _counted(len(plan.activities) + len(plan.milestones), "item", "").strip() or "no items"
    return f"{items}, finish {day_text(there.finish)}, “{isolated(plan.facts.title)}”"


def _about(change: Change) -> Iterator[str]:
    """The items that a change is about."""
    for fact in (change.before, change.after):
        match fact:
            case Phase() | Activity() | Milestone():
                yield fact.id
            case ChecklistItem():
                yield fact.milestone
            case Dependency():
                yield fact.after
            case Session() if change.before is not None and change.after is not None:
                yield fact.activity
            case _:
                pass


def _differs_besides(changes: Changes) -> bool:
    counted = (*_ITEMS, Table.CHECKLIST, Table.DEPENDENCIES, Table.SESSIONS)
    return any(each.table not in counted for each in changes)


def _counted(number: int, unit: str, how: str) -> str:
    if not number:
        return ""
    return f"{number:,} {unit if number == 1 else unit + 's'} {how}"
