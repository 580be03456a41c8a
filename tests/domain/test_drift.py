"""The finish by each baseline in time order, and today's at the end."""

from dataclasses import replace
from datetime import date

from planner.domain import edits
from planner.domain.baselines import take_baseline
from planner.domain.drift import NOW, DriftPoint, finish_drift
from planner.domain.items import ActivityId, BaselineId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.networks import chain, goal, network, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def path() -> Plan:
    """A takes until Saturday 9 January, B until Saturday 16, and M is the finish."""
    return network(work("A", 12), work("B", 12), goal("M"), *chain("A", "B", "M"), finish="M")


def taken(plan: Plan, name: str, day: int) -> Plan:
    """The plan with its dates kept on a day, for a reason that is the name."""
    return take_baseline(plan, BaselineId(name), jan(day), name)


def drift(plan: Plan) -> tuple[DriftPoint, ...]:
    """The drift as it is seen on 20 January."""
    return finish_drift(plan, schedule(plan), jan(20))


def test_a_plan_without_baselines_has_its_finish_now() -> None:
    assert drift(path()) == (DriftPoint(day=jan(20), finish=jan(16), reason=NOW),)


def test_each_baseline_says_where_the_finish_was_in_the_order_they_were_taken() -> None:
    plan = taken(path(), "later", 12)
    plan = edits.set_effort_range(plan, ActivityId("B"), 24, 24, 24)
    plan = taken(plan, "first", 5)  # the day counts, not when it came into the plan
    plan = edits.move_activity(plan, ActivityId("A"), jan(11))
    found = [(each.reason, each.day, each.finish, each.baseline, each.note) for each in drift(plan)]
    assert found == [
        ("first", jan(5), jan(23), "first", ""),
        ("later", jan(12), jan(16), "later", ""),
        (NOW, jan(20), jan(30), None, ""),
    ]


def test_a_finish_on_its_target_is_where_the_work_before_it_ended() -> None:
    for target in (jan(10), jan(31)):
        plan = taken(edits.retarget(path(), MilestoneId("M"), target), "with a target", 5)
        point = drift(plan)[0]
        assert point.finish == jan(16)
        assert "stood on its target" in point.note


def test_a_target_set_later_hides_nothing_of_earlier_baselines() -> None:
    plan = edits.retarget(taken(path(), "before it", 5), MilestoneId("M"), jan(31))
    assert [(each.finish, each.note) for each in drift(plan)] == [(jan(16), ""), (jan(16), "")]


def test_a_finish_that_a_baseline_did_not_have_is_the_last_day_in_it() -> None:
    plan = taken(path(), "old", 5)
    new = replace(plan, milestones={**plan.milestones, MilestoneId("N"): goal("N")})
    new = replace(new, facts=replace(new.facts, finish=MilestoneId("N")))
    point = drift(new)[0]
    assert (point.finish, point.note) == (
        jan(16),
        "“N” was not in it yet: this is the last day of all that was in it.",
    )


def test_a_plan_without_milestones_has_its_last_day() -> None:
    plan = taken(network(work("A", 12)), "bars alone", 5)
    assert [each.finish for each in drift(plan)] == [jan(9), jan(9)]


def test_a_baseline_of_an_empty_plan_has_no_finish() -> None:
    assert [each.reason for each in drift(taken(network(), "empty", 5))] == [NOW]
