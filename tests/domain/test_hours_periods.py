"""Study hours as periods."""

from datetime import date

from planner.domain.calendar import WeeklyHours
from planner.domain.hours_periods import periods, week_text, with_hours, without_hours
from tests.helpers.plans import START, TEN_HOURS

FIVE = (1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0)
APRIL, MAY = date(2027, 4, 5), date(2027, 5, 3)
FIRST = WeeklyHours(valid_from=START, hours=TEN_HOURS)
TWO = (FIRST, WeeklyHours(valid_from=APRIL, hours=FIVE))


def test_each_set_is_a_period_until_the_next_one_begins() -> None:
    before, after = periods(TWO, START)
    assert (before.days, before.hours) == (
        "4 January – 4 April 2027",
        "10 h a week: Mon–Thu 1.5 h, Sat 4 h",
    )
    assert (after.days, after.hours) == ("From 5 Apr 2027 on", "5 h a week: Mon–Thu 1 h, Sat 1 h")


def test_a_set_that_ends_before_the_plan_starts_is_no_period() -> None:
    assert [each.first for each in periods(TWO, MAY)] == [APRIL]


def test_a_week_of_rest_says_so() -> None:
    assert periods((FIRST, WeeklyHours(valid_from=APRIL, hours=(0.0,) * 7)), START)[1].hours == "no study"


def test_other_hours_from_a_day_on_leave_later_sets() -> None:
    found = with_hours(TWO, FIVE, date(2027, 2, 1))
    assert [each.valid_from for each in found] == [START, date(2027, 2, 1), APRIL]


def test_a_set_can_begin_on_another_day_and_be_taken_out() -> None:
    moved = with_hours(TWO, FIVE, MAY, instead_of=APRIL)
    assert [each.valid_from for each in moved] == [START, MAY]
    assert without_hours(moved, MAY) == (FIRST,)
    assert without_hours(moved, START) == moved


def test_a_week_in_words() -> None:
    assert week_text((1, 1, 2, 2, 0, 0, 3)) == "Mon–Tue 1 h, Wed–Thu 2 h, Sun 3 h"
    assert week_text((0, 0.5, 0, 0, 0, 0, 0)) == "Tue 0.5 h"
