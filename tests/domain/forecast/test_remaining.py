"""What is left of work that has begun: never nothing, and drawn from above what is done."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from planner.domain.edits import finish_all, set_remaining
from planner.domain.forecast.remaining import LEAST_LEFT, Remaining
from planner.domain.forecast.shapes import Shape
from planner.domain.forecast.streams import Samples
from planner.domain.items import ActivityId, Session, Step, StepId
from planner.domain.plan import Plan
from tests.helpers import plans
from tests.helpers.forecasts import SURE, pace, with_ranges
from tests.helpers.networks import network, work

A = ActivityId("A")
SAMPLES = 20_000


def logged(plan: Plan, hours: float, activity: str = "A") -> Plan:
    """The plan with so many hours logged on days from its start on."""
    minutes = round(hours * 60)
    found: list[Session] = []
    while minutes > 0:
        day = plans.START + timedelta(days=len(found))
        found.append(plans.session(f"s{len(found)}", activity, day, min(minutes, 600)))
        minutes -= 600
    return replace(plan, sessions={each.id: each for each in found})


def left_of(plan: Plan, **options: float) -> Samples:
    remaining = Remaining(SAMPLES, 1, Shape.TRIANGULAR)
    found = remaining.hours_left(plan, pace(**options))
    row: Samples = found[list(plan.active).index(A)]
    return row


def one() -> Plan:
    return with_ranges(network(work("A", 100), work("B", 40)), low=0.5, high=2.0)


def test_what_has_not_begun_takes_its_sampled_effort_at_the_pace() -> None:
    found = left_of(one(), effort=1.5, kept=0.75)
    assert found.mean() == pytest.approx(2 * (50 + 100 + 200) / 3, rel=0.01)
    assert 2 * 50 <= found.min() <= found.max() <= 2 * 200


def test_hours_logged_below_the_range_are_simply_taken_off() -> None:
    assert left_of(logged(one(), 30)) == pytest.approx(left_of(one()) - 30, abs=1e-6)


def test_hours_logged_count_as_hours_studied_and_what_is_left_as_hours_planned() -> None:
    whole = left_of(one(), effort=1.5)
    # An hour of estimate takes 1.5 hours of study, each of which takes 2 planned ones.
    found = left_of(logged(one(), 30), effort=1.5, kept=0.5)
    assert found == pytest.approx((whole - 30) / 0.5, abs=1e-5)


def test_what_is_not_finished_yet_takes_longer_than_what_is_done() -> None:
    """120 of 50 to 200 hours are done: the effort is the part of the triangle above."""
    total = left_of(logged(one(), 120)) + 120
    assert total.min() >= 120 + LEAST_LEFT * 100
    # Behind the likely value the triangle left is 80 wide and falls to 0: its mean lies a third along.
    expected = 120 + 80 / 3
    assert total.mean() == pytest.approx(expected, abs=1.0)
    # P(total > 160) = (40 / 80)**2
    assert (total > 160).mean() == pytest.approx(0.25, abs=0.02)


def test_more_logged_than_the_range_leaves_a_small_remainder() -> None:
    assert left_of(logged(one(), 300)) == pytest.approx(LEAST_LEFT * 100)


def test_what_the_learner_says_is_left_counts_from_what_is_done() -> None:
    plan = one()
    said = replace(plan, activities={**plan.activities, A: replace(plan.activities[A], remaining_hours=70.0)})
    assert left_of(said) == pytest.approx(left_of(plan) - 30, abs=1e-6)
    more = replace(
        plan, activities={**plan.activities, A: replace(plan.activities[A], remaining_hours=130.0)}
    )
    assert left_of(more) == pytest.approx(left_of(plan) + 30, abs=1e-6)


def test_nothing_left_by_the_learners_word_is_nothing() -> None:
    plan = one()
    none = replace(plan, activities={**plan.activities, A: replace(plan.activities[A], remaining_hours=0.0)})
    assert not left_of(none).any()


def test_said_with_hours_logged_it_is_what_was_said() -> None:
    said = set_remaining(logged(one(), 30), A, 10.0)
    # Its effort is now at most 200 and at least 40, likely 40: of what is not done the least is near 10.
    found = left_of(said)
    assert np.median(found) > 10
    assert found.min() >= 40 - 30 - 1e-6


def test_without_hours_logged_ticked_steps_tell_what_is_done() -> None:
    """Two of four steps, and half of the third."""
    steps = tuple(Step(id=StepId(f"S{each}"), title=f"Part {each}", done=each < 2) for each in range(4))
    plan = one()
    first = replace(plan.activities[A], steps=steps)
    ticked = replace(plan, activities={**plan.activities, first.id: first})
    assert left_of(ticked, effort=1.5) == pytest.approx(0.375 * left_of(plan, effort=1.5), abs=1e-6)
    assert left_of(logged(ticked, 30)) == pytest.approx(left_of(logged(plan, 30)))


def test_activities_that_stray_more_than_their_range_are_drawn_from_a_wider_one() -> None:
    usual = replace(SURE, straying=0.5)
    plan = network(work("A", 100))
    found = Remaining(SAMPLES, 1, Shape.PERT).hours_left(plan, usual)[0]
    assert found.mean() == pytest.approx(100, rel=0.01)
    assert found.std() == pytest.approx(50, rel=0.02)


def test_what_is_finished_has_nothing_left() -> None:
    assert not left_of(finish_all(one(), [A], date(2027, 1, 20))).any()


def test_another_activity_more_or_less_changes_none_of_the_others() -> None:
    plan = one()
    alone = replace(plan, activities={A: plan.activities[A]})
    assert np.array_equal(left_of(plan), left_of(alone))


def test_fewer_samples_are_the_first_of_many() -> None:
    plan = logged(one(), 80)
    many = Remaining(1000, 1, Shape.PERT).hours_left(plan, SURE)
    few = Remaining(100, 1, Shape.PERT).hours_left(plan, SURE)
    assert np.array_equal(many[:, :100], few)


def test_what_did_not_change_is_kept_and_what_did_is_as_if_new() -> None:
    plan, remaining = one(), Remaining(500, 1, Shape.PERT)
    first = remaining.hours_left(plan, SURE)
    assert remaining.hours_left(replace(plan, dependencies={}), SURE) is first
    for changed, known in (
        (logged(plan, 80), SURE),
        (logged(plan, 80), pace(1.3, sigma=0.2)),
        (with_ranges(plan, high=3.0), pace(1.3, sigma=0.2)),
        (replace(plan, activities=dict(list(plan.activities.items())[::-1])), SURE),
        (replace(plan, activities={A: plan.activities[A]}), SURE),
        (plan, SURE),
    ):
        fresh = Remaining(500, 1, Shape.PERT).hours_left(changed, known)
        assert np.array_equal(remaining.hours_left(changed, known), fresh)
    assert np.array_equal(remaining.hours_left(plan, SURE), first)
