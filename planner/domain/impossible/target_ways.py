"""Ways to let a milestone land by its date: hours, earlier starts, less to do, a later date."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from planner.domain.driving import driving_dates
from planner.domain.edits import put_items, retarget
from planner.domain.impossible.lever import LeverKind, Way
from planner.domain.impossible.problems import busiest_schedule, most_hours
from planner.domain.items import Activity, ActivityId, Milestone, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import MOST_TRIED, hold_target, hours_to_hold
from planner.domain.what_if.what_if import WhatIf, droppable, hours_now, with_what_if
from planner.domain.wording import day_text, isolated, number_text

Own = Activity | Milestone
"""What has a date of its own that others wait for: a not-before, or a target that holds."""


def ways_to_land(laid_out: Schedule, today: date, milestone: MilestoneId) -> Iterator[Way]:
    """What may let a late milestone land by its date; whether it does is for the caller to see."""
    plan = laid_out.plan
    found = plan.milestone(milestone)
    if found.fixed:
        # Where hours would hold a date of the learner's own it is late, and no problem.
        yield from _more_hours(laid_out, found, today)
    yield from _earlier_starts(laid_out, found)
    yield from _less_to_do(laid_out, found, today)
    yield from later_dates(laid_out, milestone, today)


def _more_hours(laid_out: Schedule, milestone: Milestone, today: date) -> Iterator[Way]:
    hours = hours_to_hold(laid_out.plan, milestone.id, today, laid_out.graph).hours
    if hours is not None:
        yield Way(
            kind=LeverKind.MORE_HOURS,
            words=f"Study {number_text(hours)} h a week to hold {isolated(milestone.title)}",
            verb=partial(hold_target, milestone=milestone.id, hours=hours, today=today),
        )


def _earlier_starts(laid_out: Schedule, milestone: Milestone) -> Iterator[Way]:
    """Let go of the dates in its way: of one where that is enough, else of one after the other."""
    gone: list[Own] = []
    current = laid_out
    for _ in range(MOST_TRIED):
        dated = [each for each in driving_dates(current, milestone.id) if _may_go(each)]
        own = [each for each in dated if isinstance(each, Activity | Milestone)]
        if not own:
            return
        for each in own:
            alone = schedule(let_go(current.plan, [each]), current.graph)
            if _in_time(alone, milestone):
                gone.append(each)
                yield _letting_go(gone)
                return
        gone.append(own[0])
        current = schedule(let_go(current.plan, own[:1]), current.graph)


def _may_go(found: object) -> bool:
    """What is fixed stays, and so do waiting days: they are not the learner's to choose."""
    return isinstance(found, Activity) or (isinstance(found, Milestone) and not found.fixed)


def _letting_go(gone: list[Own]) -> Way:
    title = isolated(gone[0].title)
    if len(gone) > 1:
        words = f"Let go of {len(gone)} dates in the way"
    elif isinstance(gone[0], Activity):
        words = f"Let {title} start as soon as it can"
    else:
        words = f"Let what follows {title} start before its date"
    return Way(kind=LeverKind.START_EARLIER, words=words, verb=partial(let_go, items=tuple(gone)))


def let_go(plan: Plan, items: "list[Own] | tuple[Own, ...]") -> Plan:
    """The plan in which some activities have no not-before, and some milestones hold nothing."""
    activities = [plan.activity(each.id) for each in items if isinstance(each, Activity)]
    milestones = [plan.milestone(each.id) for each in items if isinstance(each, Milestone)]
    return put_items(
        plan,
        [
            *(replace(each, not_before=None) for each in activities),
            *(replace(each, holds=False) for each in milestones),
        ],
    )


def _less_to_do(laid_out: Schedule, milestone: Milestone, today: date) -> Iterator[Way]:
    """Without one optional activity before it, that with the least work, else without all of them."""
    before = _before(laid_out, milestone.id)
    optional = [each for each in droppable(laid_out.plan) if each.id in before]
    optional.sort(key=lambda each: (each.remaining, each.id))
    for each in optional[:MOST_TRIED]:
        tried = WhatIf(dropped=frozenset([each.id]))
        if _in_time(schedule(with_what_if(laid_out.plan, tried, today)), milestone):
            yield dropping(optional, tried, today)
            return
    if len(optional) > 1:
        yield dropping(optional, WhatIf(dropped=frozenset(each.id for each in optional)), today)


def dropping(optional: list[Activity], tried: WhatIf, today: date) -> Way:
    """Do without optional activities, all of them or one."""
    names = [each.title for each in optional if each.id in tried.dropped]
    words = f"Drop {isolated(names[0])}" if len(names) == 1 else f"Drop {len(names)} optional activities"
    return Way(
        kind=LeverKind.DROP, words=words, verb=partial(with_what_if, tried=tried, today=today), tried=tried
    )


def _before(laid_out: Schedule, milestone: MilestoneId) -> set[ActivityId]:
    """The activities that lie before a milestone."""
    graph = laid_out.graph
    counts = graph.stretches_before[graph.index[milestone] - graph.activity_count][graph.stretch] > 0
    ids = (ActivityId(each) for each in graph.nodes[: graph.activity_count])
    return {each for each, is_before in zip(ids, counts, strict=True) if is_before}


def later_dates(laid_out: Schedule, key: MilestoneId, today: date) -> Iterator[Way]:
    """A later date; one from outside is for the learner to ask for first, so it is only looked at."""
    plan = laid_out.plan
    milestone = plan.milestone(key)
    title = isolated(milestone.title)
    lands = max(laid_out.lands(milestone.id), today)
    tried = WhatIf(targets={milestone.id: lands})
    if milestone.fixed:
        yield Way(
            kind=LeverKind.LATER_DATE,
            words=f"Try a later date, {day_text(lands)}",
            verb=partial(with_what_if, tried=tried, today=today),
            tried=tried,
        )
        return
    yield Way(
        kind=LeverKind.LATER_DATE,
        words=f"Move {title} to {day_text(lands)}",
        verb=partial(retarget, milestone=milestone.id, target=lands),
    )
    most = most_hours(plan, today)
    sooner = max(busiest_schedule(laid_out, today).lands(milestone.id), today)
    if most > hours_now(plan, today) and sooner < lands:
        both = WhatIf(hours=most, targets={milestone.id: sooner})
        yield Way(
            kind=LeverKind.MORE_HOURS_AND_LATER_DATE,
            words=f"Try {number_text(most)} h a week and {day_text(sooner)}",
            verb=partial(with_what_if, tried=both, today=today),
            tried=both,
        )


def _in_time(laid_out: Schedule, milestone: Milestone) -> bool:
    return (laid_out.margin_days(milestone.id) or 0) >= 0
