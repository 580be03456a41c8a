"""What would solve a problem of the plan, each way tried out before it is offered.

A lever is a verb with words. Here each is judged: one that leaves its problem, or brings another one, is not
offered. The ways themselves are in `target_ways` and `week_ways`.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from planner.domain.errors import PlanError, PlanTooLong
from planner.domain.impossible.lever import Lever, Way
from planner.domain.impossible.problems import Problem, problems
from planner.domain.impossible.target_ways import later_dates, ways_to_land
from planner.domain.impossible.week_ways import ways_to_make_room
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule, schedule
from planner.domain.wording import day_text

MOST_ITEMS = 2_000
"""In larger plans most ways out take too long to be tried unasked: only later dates are."""


def levers(
    plan: Plan, laid_out: Schedule, today: date, problem: Problem, on_screen: Schedule | None = None
) -> tuple[Lever, ...]:
    """What would solve a problem, and what that would do besides; the gentlest first, and of what makes room
    in weeks what leads to the earliest finish. Of each kind there is one, the first that helps.

    `laid_out` is the plan's schedule. What a lever does is told against `on_screen`, which is another one
    where the plan is that on screen caught up. Empty where nothing helps, or nothing that can be tried in
    time.
    """
    known = {each.key for each in problems(plan, laid_out, today)} - {problem.key}
    found: list[tuple[date, Lever]] = []
    for way in _ways(laid_out, today, problem):
        if any(way.kind is lever.kind for _, lever in found):
            continue
        try:
            changed = way.verb(plan)
            after = schedule(changed, laid_out.graph)
            left = {each.key for each in problems(changed, after, today)}
        except PlanError:
            continue
        if left <= known:
            found.append((after.finish, _lever(way, problem, on_screen or laid_out, after)))
    if problem.milestone is None:
        found.sort(key=lambda each: each[0])
    return tuple(lever for _, lever in found)


def _ways(laid_out: Schedule, today: date, problem: Problem) -> Iterator[Way]:
    """All that may help, as far as it can be worked out."""
    large = len(laid_out.graph.nodes) > MOST_ITEMS
    with suppress(PlanTooLong):
        if problem.milestone is None:
            yield from () if large else ways_to_make_room(laid_out, today, problem.weeks)
        elif large:
            yield from later_dates(laid_out, problem.milestone, today)
        else:
            yield from ways_to_land(laid_out, today, problem.milestone)


def _lever(way: Way, problem: Problem, before: Schedule, after: Schedule) -> Lever:
    parts = []
    if problem.milestone is not None:
        title = after.plan.milestone(problem.milestone).title
        parts.append(f"“{title}” lands on {day_text(after.lands(problem.milestone))}")
    if before.finish == after.finish:
        parts.append(f"the finish stays {day_text(after.finish)}")
    else:
        parts.append(f"the finish goes from {day_text(before.finish)} to {day_text(after.finish)}")
    effect = ", ".join(parts)
    return Lever(
        kind=way.kind,
        words=way.words,
        effect=f"{effect[:1].upper()}{effect[1:]}.",
        verb=way.verb,
        tried=way.tried,
    )
