"""Large plans as real ones are: phases of fifty, links of several kinds, milestones, steps and dates said."""

from datetime import timedelta
from itertools import pairwise

from planner.domain.items import (
    Activity,
    ActivityKind,
    Dependency,
    DependencyKind,
    Milestone,
    MonthRange,
    Phase,
    Provenance,
    Step,
    StepId,
)
from planner.domain.plan import Plan
from tests.helpers import plans

A_PHASE = 50
"""Activities in a phase."""

KINDS = (ActivityKind.TOPIC, ActivityKind.COURSE, ActivityKind.PROJECT, ActivityKind.REVIEW)
SUBJECTS = ("Regression", "Neural networks", "Serving", "Monitoring", "SQL", "Statistics", "Pipelines")


def study_plan(activities: int) -> Plan:
    """One long path: moving its first activity, `a0`, moves everything after it.

    Each activity waits for the one before it, most plainly, some start to start or finish to finish with a
    lag; a milestone ends each phase of fifty and the next one waits for it.
    """
    items: list[Phase | Activity | Milestone | Dependency] = []
    last = ""
    for first in range(0, activities, A_PHASE):
        number = first // A_PHASE
        here = [_activity(each) for each in range(first, min(first + A_PHASE, activities))]
        items.append(_phase(number))
        items += here
        goal = plans.milestone(
            f"m{number}",
            phase=f"p{number}",
            title=f"Phase {number + 1} proven",
            position=A_PHASE + 1,
            target=plans.START + timedelta(weeks=22 * (number + 1)) if number % 5 == 4 else None,
        )
        items.append(goal)
        if last:
            items.append(plans.dependency(last, here[0].id))
        items += [_link(before, after) for before, after in pairwise(here)]
        items.append(plans.dependency(here[-1].id, goal.id))
        # What runs beside the path for a while: from one activity past a few others.
        items += [plans.dependency(here[each].id, here[each + 9].id) for each in range(0, len(here) - 9, 10)]
        last = goal.id
    return plans.make_plan(*items, finish=last)


def _phase(number: int) -> Phase:
    months = MonthRange(low=2, high=4, provenance=Provenance.SOURCE) if number < 6 else None
    return plans.phase(f"p{number}", position=number + 1, colour=number % 7, months=months)


def _activity(number: int) -> Activity:
    hours = 2.0 + number % 5
    steps = tuple(Step(id=StepId(f"s{each}"), title=f"Part {each + 1}") for each in range(4))
    return plans.activity(
        f"a{number}",
        phase=f"p{number // A_PHASE}",
        title=f"{SUBJECTS[number % 7]} {number + 1}",
        kind=KINDS[number % 4],
        position=number % A_PHASE + 1,
        effort=plans.estimate(hours, hours * 0.75, hours * 1.5),
        steps=steps if number % 10 == 3 else (),
        not_before=plans.START + timedelta(days=2 * number) if number % 25 == 7 else None,
    )


def _link(before: Activity, after: Activity) -> Dependency:
    number = int(after.id[1:])
    if number % 12 == 5:
        return plans.dependency(before.id, after.id, DependencyKind.START_START, 3)
    if number % 12 == 9:
        return plans.dependency(before.id, after.id, DependencyKind.FINISH_FINISH, 2)
    return plans.dependency(before.id, after.id)
