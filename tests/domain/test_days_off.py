"""Own days off and public holidays in one calendar."""

from dataclasses import replace
from datetime import date

from planner.domain.days_off import own_days, public_days, with_public_holidays
from tests.helpers.networks import days_off
from tests.helpers.plans import calendar

OWN = days_off(date(2027, 5, 1), date(2027, 5, 2), hours=3, name="Catching up")
LABOUR = replace(days_off(date(2027, 5, 1), name="Labour Day"), source="DE")
UNITY = replace(days_off(date(2027, 10, 3), name="Unity Day"), source="DE")
BASTILLE = replace(days_off(date(2027, 7, 14), name="Bastille Day"), source="FR")


def test_on_a_day_that_is_both_the_own_hours_hold() -> None:
    found = calendar(exceptions=with_public_holidays((OWN,), (LABOUR, UNITY)))
    assert found.hours_on(date(2027, 5, 1)) == 3
    assert found.hours_on(date(2027, 10, 3)) == 0


def test_other_holidays_replace_them_as_a_whole_and_none_takes_them_out() -> None:
    both = with_public_holidays((OWN,), (LABOUR, UNITY))
    assert public_days(both) == (LABOUR, UNITY)
    assert with_public_holidays(both, (BASTILLE,)) == (BASTILLE, OWN)
    assert with_public_holidays(both, ()) == own_days(both) == (OWN,)
