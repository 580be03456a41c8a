"""Copies of activities, milestones and groups, as if they had just been added."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from planner.domain.guards import LONGEST_TITLE
from planner.domain.items import (
    Activity,
    ActivityId,
    ChecklistItemId,
    DependencyId,
    MilestoneId,
    Phase,
    PhaseId,
    new_id,
)
from planner.domain.outline_order import Row, outermost
from planner.domain.plan import Plan


def rows_copied(plan: Plan, ids: Sequence[str]) -> tuple[str, ...]:
    """The ids of all rows that are copied with these: groups stand for what they hold as well."""
    return tuple(each.id for each in _with_all_held(plan, outermost(plan, ids)))


def with_copies(plan: Plan, rows: Sequence[Row], new_ids: Mapping[str, str]) -> Plan:
    """The plan with copies of these rows and all they hold in its tables, at the places of the originals."""
    originals = _with_all_held(plan, rows)
    taken = {
        each.title for table in (plan.phases, plan.activities, plan.milestones) for each in table.values()
    }
    phases, activities, milestones = dict(plan.phases), dict(plan.activities), dict(plan.milestones)
    for row in originals:
        title = _free_title(row.title, taken)
        taken.add(title)
        if isinstance(row, Phase):
            parent = None if row.parent is None else PhaseId(new_ids.get(row.parent, row.parent))
            group = replace(row, id=PhaseId(new_ids[row.id]), title=title, parent=parent, months=None)
            phases[group.id] = group
        elif isinstance(row, Activity):
            copied = _copied_activity(row, ActivityId(new_ids[row.id]), title)
            activities[copied.id] = replace(copied, phase=PhaseId(new_ids.get(row.phase, row.phase)))
        else:
            phase = PhaseId(new_ids.get(row.phase, row.phase))
            key = MilestoneId(new_ids[row.id])
            milestones[key] = replace(row, id=key, title=title, phase=phase, reached_on=None)
    copies = replace(plan, phases=phases, activities=activities, milestones=milestones)
    names: dict[str, str] = {each.id: new_ids[each.id] for each in originals}
    return _with_waits(_with_checklists(copies, names), names)


def _with_all_held(plan: Plan, rows: Iterable[Row]) -> list[Row]:
    found: list[Row] = []
    waiting = list(reversed(list(rows)))
    while waiting:
        each = waiting.pop()
        found.append(each)
        if isinstance(each, Phase):
            waiting += reversed(plan.children_of[each.id])
    return found


def _copied_activity(activity: Activity, key: ActivityId, title: str) -> Activity:
    return replace(
        activity,
        id=key,
        title=title,
        started_on=None,
        finished_on=None,
        remaining_hours=None,
        steps=tuple(replace(each, done=False) for each in activity.steps),
    )


def _with_checklists(plan: Plan, names: Mapping[str, str]) -> Plan:
    """The plan with each copied milestone's items, none ticked; copied activities produce them."""
    items = dict(plan.checklist)
    for item in plan.checklist.values():
        if item.milestone in names:
            producer = item.produced_by
            copied = replace(
                item,
                id=ChecklistItemId(new_id()),
                milestone=MilestoneId(names[item.milestone]),
                produced_by=None if producer is None else ActivityId(names.get(producer, producer)),
                done_on=None,
                evidence=(),
            )
            items[copied.id] = copied
    return replace(plan, checklist=items)


def _with_waits(plan: Plan, names: Mapping[str, str]) -> Plan:
    """The plan with what the copies wait for: each other where the originals do, else what these wait for."""
    links = dict(plan.dependencies)
    for each in plan.active_dependencies.values():
        if each.after in names:
            key = DependencyId(new_id())
            before = ActivityId(names.get(each.before, each.before))
            links[key] = replace(each, id=key, before=before, after=ActivityId(names[each.after]))
    return replace(plan, dependencies=links)


def _free_title(title: str, taken: set[str]) -> str:
    """The title with “(copy)”, or with a number where that is there already."""
    endings = (" (copy)" if number == 1 else f" (copy {number})" for number in count(1))
    titles = (title[: LONGEST_TITLE - len(ending)] + ending for ending in endings)
    return next(each for each in titles if each not in taken)
