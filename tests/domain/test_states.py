"""Where items stand: done, under way, ready, waiting or late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.edits import mark_finished, retarget
from planner.domain.items import ActivityId, DependencyKind, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.states import State, state_of
from tests.helpers.networks import FF, FS, MONDAY, SS, goal, network, wait, work

FIRST, SECOND, GOAL = ActivityId("first"), ActivityId("second"), MilestoneId("goal")


def day(number: int) -> date:
    """So many days after the first Monday."""
    return MONDAY + timedelta(days=number)


def states(plan: Plan, today: date = MONDAY) -> dict[str, State]:
    current = schedule(plan)
    return {str(node): state_of(plan, current, node, today) for node in current.graph.nodes}


def two(kind: DependencyKind = FS, lag: int = 0) -> Plan:
    return network(work("first", 12), work("second", 12), goal("goal"),
                   wait("first", "second", kind, lag), wait("second", "goal"))  # fmt: skip


def test_what_waits_for_nothing_is_ready_and_the_rest_waits() -> None:
    assert states(two()) == {"first": State.READY, "second": State.WAITING, "goal": State.WAITING}


def test_work_that_began_is_under_way() -> None:
    plan = network(work("first", 12, started=MONDAY))

    assert states(plan)["first"] is State.UNDER_WAY


def test_what_follows_is_ready_once_the_first_is_done() -> None:
    plan = mark_finished(two(), FIRST, day(3))

    assert states(plan, day(3)) == {"first": State.DONE, "second": State.READY, "goal": State.WAITING}


@pytest.mark.parametrize(("today", "state"), [(day(5), State.WAITING), (day(6), State.READY)])
def test_a_lag_is_waited_for_to_the_day(today: date, state: State) -> None:
    # Finished on the third day, two free days between: the sixth is the first to work on.
    plan = mark_finished(two(lag=2), FIRST, day(3))

    assert schedule(plan).start_day(SECOND) >= day(6)
    assert states(plan, today)["second"] is state


def test_a_start_lets_what_waits_for_it_start() -> None:
    plan = network(work("first", 12, started=MONDAY), work("second", 12), wait("first", "second", SS))

    assert states(plan)["second"] is State.READY


def test_a_dependency_of_ends_holds_no_start() -> None:
    assert states(two(FF))["second"] is State.READY


def test_a_start_of_its_own_is_waited_for() -> None:
    plan = network(work("first", 12, not_before=day(7)))

    assert states(plan)["first"] is State.WAITING
    assert states(plan, day(7))["first"] is State.READY


def test_an_activity_is_late_once_its_week_is_over() -> None:
    plan = two()
    assert schedule(plan).finish_day(FIRST) == day(5)

    assert states(plan, day(6))["first"] is State.READY
    assert states(plan, day(7))["first"] is State.LATE


def test_a_milestone_is_late_where_its_work_lands_after_its_target() -> None:
    assert states(retarget(two(), GOAL, day(5)))["goal"] is State.LATE
    assert states(retarget(two(), GOAL, day(50)))["goal"] is State.WAITING


def test_a_milestone_is_ready_when_its_work_is_done_and_done_when_reached() -> None:
    plan = mark_finished(mark_finished(two(), FIRST, day(3)), SECOND, day(8))
    assert states(plan, day(9))["goal"] is State.READY

    reached = replace(plan.milestone(GOAL), reached_on=day(9))
    assert states(replace(plan, milestones={GOAL: reached}), day(9))["goal"] is State.DONE


def test_a_milestone_that_is_reached_holds_nothing_any_more() -> None:
    plan = network(
        goal("goal", day(10), holds=True, reached=day(2)), work("second", 12), wait("goal", "second")
    )

    assert states(plan, day(2))["second"] is State.READY
