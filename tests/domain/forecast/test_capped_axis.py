"""Days of many instants at once: those the axis gives one by one, by table or by search."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.calendar import CalendarException, StudyCalendar, WeeklyHours
from planner.domain.forecast.capped_axis import PAST, CappedAxis
from tests.helpers.networks import Week
from tests.helpers.plans import START

_hours = st.sampled_from([0.0, 0.0, 0.01, 0.25, 0.75, 1.5, 4.0, 24.0])
_weeks: st.SearchStrategy[Week] = st.tuples(*[_hours] * 7).filter(lambda week: sum(week) >= 1)


def capped(week: Week, *exceptions: CalendarException, first: date = START) -> CappedAxis:
    weekly = WeeklyHours(valid_from=first, hours=week)
    return CappedAxis(StudyCalendar(weekly=(weekly,), exceptions=exceptions).axis(first))


@given(_weeks, _hours, st.integers(0, 1_000_000))
def test_the_days_are_those_of_the_axis(week: Week, holiday: float, seed: int) -> None:
    axis = capped(week, CalendarException(first=START, last=START + timedelta(days=9), hours=holiday))
    dice = np.random.default_rng(seed)
    on_edges = axis.axis.begins(dice.integers(0, 500, 300)) + dice.choice([-1e-5, -1e-7, 0, 1e-7, 1e-5], 300)
    instants = np.maximum(np.concatenate((on_edges, dice.uniform(0, on_edges.max() + 1, 300))), 0.0)
    one_by_one = instants.tolist()
    assert axis.finish_indices(instants).tolist() == [axis.axis.finish_index(each) for each in one_by_one]
    assert axis.start_indices(instants).tolist() == [axis.axis.start_index(each) for each in one_by_one]


@pytest.mark.parametrize("many", [1, 1000])
def test_what_lies_past_the_year_9999_is_on_its_last_day(many: int) -> None:
    first = date(9990, 1, 1)
    axis = capped((1.0,) * 7, first=first)
    days = (PAST - first).days
    instants = np.tile(np.array([10.0, days - 0.5, days + 0.5, 1e9]), many)
    expected = [9, days - 1, days, days] * many
    assert axis.finish_indices(instants).tolist() == expected
    assert axis.day(days) == PAST
    assert axis.begins(np.array([days + 5])).tolist() == [float(days)]
    assert axis.end(PAST) == float(days)
