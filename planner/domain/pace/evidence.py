"""What the learner's pace is told from: pieces of work that are done, and weeks that are over."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from planner.domain.calendar import INSTANT_TOLERANCE_HOURS, week_of
from planner.domain.graph import Graph
from planner.domain.items import Activity
from planner.domain.pace.open_spans import OpenSpan, days_of, open_spans, shares_of
from planner.domain.plan import Plan

KNOWN_BEFORE = 0.25
"""What is done in less than this part of its estimate, with nothing logged, was known before: no evidence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Work that is done: hours estimated for it and hours it took.

    With `by_clock` nothing was logged for it, and `taken` are the hours the calendar had for it meanwhile.
    `count` is 1 for a finished activity, and the number of ticked steps of one in progress.
    """

    estimated: float
    taken: float
    by_clock: bool
    count: int


@dataclass(frozen=True, slots=True)
class SettledWeek:
    """Hours the calendar had for what was open in a week that is over, and hours logged in it."""

    planned: float
    logged: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of a learner's pace; weeks in order, the last one the latest.

    `silent` finished activities say nothing: nothing was logged for them, and they were done too soon to
    have been worked at meanwhile.
    """

    pieces: tuple[Piece, ...]
    weeks: tuple[SettledWeek, ...]
    silent: int = 0


def evidence_of(plan: Plan, graph: Graph, today: date) -> Evidence:
    """The evidence in a plan on a day; sessions after it do not count."""
    spans = open_spans(plan, graph, today)
    logged = {
        key: sum(each.minutes for each in sessions if each.day <= today) / 60
        for key, sessions in plan.sessions_of_activity.items()
    }
    unlogged = [
        each for key, each in spans.items() if each.activity.finished_on is not None and not logged.get(key)
    ]
    pieces, silent = [], 0
    for activity in plan.active.values():
        part, count = _part_done(activity, today)
        if not part:
            continue
        hours = logged.get(activity.id, 0.0)
        by_clock = not hours
        if by_clock and activity.id in spans:
            hours = _hours_meanwhile(plan, spans[activity.id], list(spans.values()))
        estimated = part * activity.effort.likely
        if hours > (KNOWN_BEFORE * estimated if by_clock else INSTANT_TOLERANCE_HOURS):
            pieces.append(Piece(estimated, hours, by_clock, count))
        elif activity.finished_on is not None:
            silent += 1
    return Evidence(tuple(pieces), _settled_weeks(plan, list(spans.values()), unlogged, today), silent)


def part_by_steps(activity: Activity) -> float:
    """How much of an activity in progress its steps say is done, 0 to 1; 0 while none is ticked.

    Half of the step after those ticked counts: it has begun, and nobody knows how far it is (earned value's
    50/50 rule; Q. W. Fleming and J. M. Koppelman: Earned Value Project Management, 4th edition, 2010).
    """
    ticked = sum(each.part for each in activity.steps if each.done)
    if not ticked:
        return 0.0
    begun = next((each.part / 2 for each in activity.steps if not each.done), 0.0)
    return (ticked + begun) / sum(each.part for each in activity.steps)


def _part_done(activity: Activity, today: date) -> tuple[float, int]:
    """How much of an activity the hours so far went into, 0 to 1, and how many pieces of work that is."""
    if activity.finished_on is not None:
        return (1.0, 1) if activity.finished_on <= today else (0.0, 0)
    return part_by_steps(activity), sum(each.done for each in activity.steps)


def _hours_meanwhile(plan: Plan, span: OpenSpan, others: list[OpenSpan]) -> float:
    """Hours the calendar had for an activity while it was open, shared with what else was."""
    hours = days_of(plan, span.first, span.stop)
    shares = shares_of(others, span.first, span.stop)
    own = shares_of([span], span.first, span.stop)
    return float((hours * own / np.maximum(shares, 1.0)).sum())


def _settled_weeks(
    plan: Plan, spans: list[OpenSpan], unlogged: list[OpenSpan], today: date
) -> tuple[SettledWeek, ...]:
    """The weeks from the plan's first to the last that is over, without those that had no hours.

    Weeks before the first session count: without them the first one would always be one that was kept. What
    was open and finished without logging anything asks for no logged hours.
    """
    if not plan.sessions:
        return ()
    monday = week_of(plan.facts.start, plan.facts.week_start)
    now = week_of(today, plan.facts.week_start)
    count = (now - monday).days // 7
    if count <= 0:
        return ()
    first, stop = monday.toordinal(), now.toordinal()
    shares = shares_of(spans, first, stop)
    told = np.maximum(shares - shares_of(unlogged, first, stop), 0.0)
    planned = days_of(plan, first, stop) * told / np.maximum(shares, 1.0)
    planned[: max(plan.facts.start.toordinal() - first, 0)] = 0.0
    logged = np.zeros(count)
    untold = {each.activity.id for each in unlogged}
    for session in plan.sessions.values():
        if monday <= session.day < now and session.activity not in untold:
            logged[(session.day - monday) // timedelta(days=7)] += session.minutes / 60
    return tuple(
        SettledWeek(float(asked), float(given))
        for asked, given in zip(planned.reshape(count, 7).sum(axis=1), logged, strict=True)
        if asked > INSTANT_TOLERANCE_HOURS
    )
