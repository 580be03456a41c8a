"""Small networks for scheduling tests: said in a line each, and drawn at random.

Everything starts on Monday 4 January 2027 with 2 hours from Monday to Thursday and 4 on Saturday, 12 a week.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from planner.domain.calendar import CalendarException, StudyCalendar, WeeklyHours
from planner.domain.items import (
    Activity,
    Dependency,
    DependencyId,
    DependencyKind,
    Milestone,
    MilestoneId,
    Pause,
)
from planner.domain.plan import Plan
from tests.helpers import plans

Week = tuple[float, float, float, float, float, float, float]
FS, SS, FF, SF = DependencyKind
MONDAY = plans.START
WEEK: Week = (2, 2, 2, 2, 0, 4, 0)
PHASE = "phase"


def work(
    name: str,
    hours: float,
    *,
    share: float = 1.0,
    not_before: date | None = None,
    started: date | None = None,
    finished: date | None = None,
    left: float | None = None,
    high: float | None = None,
    pauses: Sequence[Pause] = (),
    archived: date | None = None,
) -> Activity:
    """An activity of so many hours; its id and title are its name."""
    return plans.activity(
        name,
        phase=PHASE,
        title=name,
        effort=plans.estimate(hours, high=high),
        share=share,
        not_before=not_before,
        started_on=started,
        finished_on=finished,
        remaining_hours=left,
        pauses=tuple(pauses),
        archived_on=archived,
    )


def goal(
    name: str,
    target: date | None = None,
    *,
    holds: bool = False,
    fixed: bool = False,
    reached: date | None = None,
) -> Milestone:
    """A milestone; its id and title are its name."""
    return plans.milestone(
        name, phase=PHASE, title=name, target=target, holds=holds, fixed=fixed, reached_on=reached
    )


def wait(before: str, after: str, kind: DependencyKind = FS, lag: int = 0) -> Dependency:
    """A dependency: the second waits for the first."""
    return replace(
        plans.dependency(before, after, kind, lag), id=DependencyId(f"{before} {after} {kind} {lag}")
    )


def chain(*names: str) -> list[Dependency]:
    """Each waits for the one before it."""
    return [wait(before, after) for before, after in pairwise(names)]


def pause(first: date, last: date | None = None) -> Pause:
    """Days on which an activity gets no hours."""
    return Pause(first=first, last=last or first)


def days_off(first: date, last: date | None = None, hours: float = 0.0, name: str = "") -> CalendarException:
    """Days with hours of their own, none unless said."""
    return CalendarException(first=first, last=last or first, hours=hours, name=name)


def network(
    *items: Activity | Milestone | Dependency,
    week: Week = WEEK,
    later_weeks: Sequence[tuple[date, Week]] = (),
    exceptions: Sequence[CalendarException] = (),
    start: date = MONDAY,
    status: date | None = None,
    finish: str | None = None,
    most_hours: float = 60.0,
) -> Plan:
    """A plan of these items, in the order given."""
    weeks = [WeeklyHours(valid_from=start, hours=week)]
    weeks += [WeeklyHours(valid_from=day, hours=hours) for day, hours in later_weeks]
    return plans.make_plan(
        plans.phase(PHASE),
        *items,
        calendar=StudyCalendar(weekly=tuple(weeks), exceptions=tuple(exceptions)),
        start=start,
        status_date=status or start,
        most_hours_a_week=most_hours,
        finish=None if finish is None else MilestoneId(finish),
    )


def shuffled(plan: Plan, seed: int) -> Plan:
    """The same plan with its tables in another order."""
    dice = random.Random(seed)
    return replace(
        plan,
        activities=dict(dice.sample(list(plan.activities.items()), len(plan.activities))),
        milestones=dict(dice.sample(list(plan.milestones.items()), len(plan.milestones))),
        dependencies=dict(dice.sample(list(plan.dependencies.items()), len(plan.dependencies))),
    )


def days(first: int = 0, last: int = 45) -> st.SearchStrategy[date]:
    """Days so long after the plan's first Monday."""
    return st.integers(first, last).map(lambda number: MONDAY + timedelta(days=number))


_day_hours = st.sampled_from([0.0, 0.0, 0.5, 1.0, 2.0, 3.25, 4.0])
_weeks: st.SearchStrategy[Week] = st.tuples(*[_day_hours] * 7).filter(lambda week: sum(week) >= 2)


@st.composite
def random_networks(draw: st.DrawFn, kinds: Sequence[DependencyKind] = (FS, SS, FF, SF)) -> Plan:
    """Small plans of every sort; all hours are quarters, so that fractions and floats agree to the day."""
    activities = [_draw_activity(draw, f"A{number}") for number in range(draw(st.integers(1, 6)))]
    milestones = [_draw_milestone(draw, f"M{number}") for number in range(draw(st.integers(0, 3)))]
    names = [str(each.id) for each in activities] + [str(each.id) for each in milestones]
    order = draw(st.permutations(names))
    pairs = [(before, after) for place, after in enumerate(order) for before in order[:place]]
    dependencies = [
        wait(
            before,
            after,
            draw(st.sampled_from(kinds)),
            draw(st.one_of(st.just(0), st.integers(-5, 5))),
        )
        for before, after in (
            draw(st.lists(st.sampled_from(pairs), max_size=9, unique=True)) if pairs else []
        )
    ]
    return network(
        *activities,
        *milestones,
        *dependencies,
        week=draw(_weeks),
        later_weeks=sorted(draw(st.dictionaries(days(1, 30), _weeks, max_size=2)).items()),
        exceptions=draw(st.lists(_exceptions(), max_size=3)),
        status=MONDAY + timedelta(days=draw(st.one_of(st.just(0), st.integers(0, 25)))),
    )


def _draw_activity(draw: st.DrawFn, name: str) -> Activity:
    quarters = st.integers(1, 60).map(lambda number: number / 4)
    state = draw(st.sampled_from(["open", "open", "open", "started", "finished"]))
    started = draw(days(-3, 20)) if state == "started" else None
    finished = draw(days(-3, 30)) if state == "finished" else None
    if finished is not None and draw(st.booleans()):
        started = finished - timedelta(days=draw(st.integers(0, 9)))
    return work(
        name,
        draw(quarters),
        share=draw(st.sampled_from([1.0, 1.0, 0.5, 0.25, 0.75])),
        not_before=draw(st.none() | days()) if state == "open" else None,
        started=started,
        finished=finished,
        left=draw(st.none() | st.just(0.0) | quarters),
        pauses=draw(st.just(()) | _pauses()),
        archived=draw(st.none() | st.none() | st.none() | st.just(MONDAY)),
    )


@st.composite
def _pauses(draw: st.DrawFn) -> tuple[Pause, ...]:
    """Up to three pauses in order, some of them right behind another."""
    found: list[Pause] = []
    first = draw(days(-5, 30))
    for _ in range(draw(st.integers(1, 3))):
        last = first + timedelta(days=draw(st.integers(0, 9)))
        found.append(Pause(first=first, last=last))
        first = last + timedelta(days=draw(st.integers(1, 9)))
    return tuple(found)


def _draw_milestone(draw: st.DrawFn, name: str) -> Milestone:
    target = draw(st.none() | days())
    return goal(
        name,
        target,
        holds=target is not None and draw(st.booleans()),
        reached=draw(st.none() | st.none() | days(0, 30)),
    )


@st.composite
def _exceptions(draw: st.DrawFn) -> CalendarException:
    first = draw(days())
    return days_off(first, first + timedelta(days=draw(st.integers(0, 12))), draw(_day_hours))
