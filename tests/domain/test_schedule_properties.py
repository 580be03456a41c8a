"""The schedule holds against a slow, plain reference, on thousands of small networks drawn at random."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.calendar import StudyCalendar, WeeklyHours
from planner.domain.items import Activity
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.domain.reference import Reference, total_float_holds
from tests.helpers.networks import FS, MONDAY, SS, Week, days, random_networks, shuffled

A_LITTLE = Fraction(1, 1000)
"""Hours: below every difference between instants of these networks, above every rounding error."""


@given(random_networks())
def test_every_item_falls_where_the_rules_say(plan: Plan) -> None:
    done, reference = schedule(plan), Reference(plan)
    for node in done.graph.nodes:
        found = plan.node(node)
        expected = reference.place(node)
        assert done.start_day(node) == expected.start_day, node
        assert done.finish_day(node) == expected.finish_day, node
        number = done.graph.index[node]
        assert done.finishes[number] == pytest.approx(float(expected.finish), abs=1e-6), node
        if isinstance(found, Activity):
            assert done.starts[number] == pytest.approx(float(expected.start), abs=1e-6), node
        else:
            assert done.lands(found.id) == expected.finish_day
            waits = any(each.after == found.id for each in plan.active_dependencies.values())
            landless = done.work_lands(found.id) is None
            assert landless or waits or found.reached_on is not None
            if found.target is not None:
                margin = None if landless else (found.target - expected.finish_day).days
                assert done.margin_days(found.id) == margin


@given(random_networks(), days(0, 30), st.integers(1, 6))
def test_the_load_of_each_week_is_share_times_hours_of_what_runs(plan: Plan, first: date, weeks: int) -> None:
    reference = Reference(plan)
    expected = [float(reference.load(first + timedelta(weeks=number), 7)) for number in range(weeks)]
    assert schedule(plan).load_hours(first, weeks) == pytest.approx(expected, abs=1e-6)


@given(random_networks())
def test_an_item_can_slip_by_its_float_and_no_more(plan: Plan) -> None:
    done = schedule(plan)
    for node in done.graph.nodes:
        found = plan.node(node)
        settled = found.finished_on if isinstance(found, Activity) else found.reached_on
        if settled is not None:
            continue
        slack = Fraction(done.float_hours(node))
        if slack > A_LITTLE:
            assert total_float_holds(plan, node, slack - A_LITTLE), node
        assert not total_float_holds(plan, node, slack + A_LITTLE), node
        assert done.critical(node) == (slack < A_LITTLE), node


@given(random_networks(), st.integers(0, 1000))
def test_the_order_of_tables_changes_nothing(plan: Plan, seed: int) -> None:
    one, other = schedule(plan), schedule(shuffled(plan, seed))
    for node in one.graph.nodes:
        assert one.start_day(node) == other.start_day(node)
        assert one.finish_day(node) == other.finish_day(node)
        assert one.float_hours(node) == pytest.approx(other.float_hours(node), abs=1e-6)
        assert one.critical(node) == other.critical(node)
    assert one.load_hours(MONDAY, 8) == pytest.approx(other.load_hours(MONDAY, 8), abs=1e-6)


@given(random_networks(kinds=(FS, SS)), st.tuples(*[st.integers(0, 8).map(lambda number: number / 4)] * 7))
def test_more_hours_never_end_anything_later(plan: Plan, more: tuple[float, ...]) -> None:
    """Days off stay days off here: what ends at the very beginning of a day is shown on the study day before.

    With FF and SF more hours may delay: what must end with another starts later when it takes fewer days.
    """
    weekly = tuple(
        WeeklyHours(valid_from=each.valid_from, hours=_busier(each.hours, more))
        for each in plan.calendar.weekly
    )
    calendar = StudyCalendar(weekly=weekly, exceptions=plan.calendar.exceptions)
    usual, busy = schedule(plan), schedule(replace(plan, calendar=calendar))
    for node in usual.graph.nodes:
        assert busy.finish_day(node) <= usual.finish_day(node), node


@given(random_networks(), random_networks())
def test_a_graph_that_fits_gives_the_same_as_a_new_one(plan: Plan, other: Plan) -> None:
    graph, changed = schedule(plan).graph, replace(plan, calendar=other.calendar)
    again, anew = schedule(changed, graph), schedule(changed)
    assert again.graph is graph
    assert np.array_equal(again.start_indices, anew.start_indices)
    assert np.array_equal(again.finish_indices, anew.finish_indices)


def _busier(hours: Week, more: tuple[float, ...]) -> Week:
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = (
        had + added if had else 0.0 for had, added in zip(hours, more, strict=True)
    )
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday
