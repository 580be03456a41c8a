"""Explanations are true: what a reason names does hold the day where it says, and the days are the plan's."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

from hypothesis import given, settings

from planner.domain.calendar import CalendarException
from planner.domain.explaining.chain import why
from planner.domain.explaining.reasons import Kind, Named, Point, Reason
from planner.domain.items import Activity, ActivityId, Dependency, Milestone, MilestoneId, Pause
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from tests.helpers.networks import random_networks

BEGINNINGS = {
    Kind.STATUS,
    Kind.NOT_BEFORE,
    Kind.STARTED,
    Kind.FINISHED,
    Kind.REACHED,
    Kind.HELD,
    Kind.ALL_WORK,
    Kind.NOTHING,
}
"""What a chain can begin with."""

HOLDING = (Kind.AFTER, Kind.NOT_BEFORE, Kind.STATUS, Kind.ALL_WORK)


@settings(max_examples=50)
@given(random_networks())
def test_reasons_are_true(plan: Plan) -> None:
    done = schedule(plan)
    for asked in (*done.graph.nodes, *plan.phases, None):
        reasons = why(plan, done, asked)
        assert all(day_of(done, each) == each.day for each in reasons)
        if asked in done.graph.index:
            assert BEGINNINGS & {each.kind for each in reasons if each.step == reasons[-1].step}
        for each in reasons:
            if each.alone:
                assert day_of(schedule(without(plan, each)), each) != each.day, each
        for _, group in groupby(reasons, lambda each: (each.step, each.about, each.point)):
            check_held_together(plan, [each for each in group if each.kind in HOLDING])


def check_held_together(plan: Plan, holding: list[Reason]) -> None:
    """Where several things hold a day of an activity, it is another without them all."""
    if len(holding) < 2 or holding[0].point is Point.LANDS or not all(each.names for each in holding):
        return
    for each in holding:
        plan = without(plan, each)
    assert day_of(schedule(plan), holding[0]) != holding[0].day


def day_of(done: Schedule, reason: Reason) -> date:
    """The day a reason is about, in a schedule."""
    if reason.about in done.plan.phases:
        span = done.phase_span(next(each for each in done.plan.phases if each == reason.about))
        return done.plan.facts.start if span is None else span[reason.point is Point.FINISH]
    if not reason.about:
        return done.finish
    key = ActivityId(reason.about)
    match reason.point:
        case Point.START:
            return done.start_day(key)
        case Point.STANDS:
            return done.shown_day(MilestoneId(reason.about))
        case _:
            return done.finish_day(key)


def without(plan: Plan, reason: Reason) -> Plan:
    """The plan as it would be without what a reason names."""
    names: Iterable[Named] = reason.names
    for name in names:
        match name:
            case Dependency():
                others = {key: each for key, each in plan.dependencies.items() if key != name.id}
                if reason.kind is Kind.WAITING_DAYS:
                    others = {**plan.dependencies, name.id: replace(name, lag_days=0)}
                plan = replace(plan, dependencies=others)
            case Activity():
                freed = replace(name, not_before=None)
                plan = replace(plan, activities={**plan.activities, name.id: freed})
            case Milestone():
                released = replace(name, holds=False)
                plan = replace(plan, milestones={**plan.milestones, name.id: released})
            case CalendarException():
                kept = tuple(each for each in plan.calendar.exceptions if each != name)
                plan = replace(plan, calendar=replace(plan.calendar, exceptions=kept))
            case Pause():
                activity = plan.activity(ActivityId(reason.about))
                pauses = tuple(each for each in activity.pauses if each != name)
                plan = replace(
                    plan, activities={**plan.activities, activity.id: replace(activity, pauses=pauses)}
                )
    return plan
