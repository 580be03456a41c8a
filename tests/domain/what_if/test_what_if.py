"""What if: each part is what its own verb does, together they are one plan, and bad input gets a sentence."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.calendar import CalendarException
from planner.domain.errors import InvalidValue
from planner.domain.frame import add_exception, scale_weekly_hours
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.what_if.what_if import (
    NOTHING,
    Break,
    WhatIf,
    droppable,
    first_break_day,
    hours_now,
    with_what_if,
)
from tests.helpers.networks import MONDAY, chain, days, goal, network, random_networks, work
from tests.helpers.plans import session

M = MilestoneId("M")
EXTRA = ActivityId("Extra")


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def path(**facts: float) -> Plan:
    """Two weeks of work, the second one's optional, then a milestone and a week of work after it."""
    return network(
        work("A", 12),
        replace(work("Extra", 12), required=False),
        goal("M"),
        work("B", 12),
        *chain("A", "Extra", "M", "B"),
        most_hours=facts.get("most_hours", 24),
    )


def lands(plan: Plan) -> date:
    return schedule(plan).lands(M)


def test_nothing_tried_is_the_plan_itself() -> None:
    plan = path()
    assert with_what_if(plan, NOTHING, MONDAY) is plan
    assert with_what_if(plan, WhatIf(hours=12), MONDAY) is plan


def test_twice_the_hours_take_half_the_time() -> None:
    then = with_what_if(path(), WhatIf(hours=24), MONDAY)
    assert (lands(path()), lands(then)) == (jan(16), jan(9))
    assert hours_now(then, MONDAY) == 24


def test_hours_change_from_today_and_the_past_stays() -> None:
    then = with_what_if(path(), WhatIf(hours=24), jan(11))
    assert [each.total for each in then.calendar.weekly] == [12, 24]
    assert lands(then) == jan(13)


def test_a_pause_is_days_off_that_push_what_is_left() -> None:
    then = with_what_if(path(), WhatIf(pause=Break(first=jan(11), weeks=2)), MONDAY)
    assert then.calendar.exceptions == (CalendarException(first=jan(11), last=jan(24), name="Pause"),)
    assert lands(then) == jan(30)


def test_dropping_an_optional_activity_removes_it() -> None:
    then = with_what_if(path(), WhatIf(dropped=frozenset([EXTRA])), MONDAY)
    assert EXTRA not in then.activities
    assert lands(then) == jan(9)


def test_dropping_one_with_logged_hours_keeps_them() -> None:
    plan = path()
    plan = replace(plan, sessions={each.id: each for each in [session("S", "Extra")]})
    then = with_what_if(plan, WhatIf(dropped=frozenset([EXTRA])), jan(6))
    assert then.activity(EXTRA).archived_on == jan(6)
    assert then.sessions == plan.sessions
    assert lands(then) == jan(9)


def test_a_later_date_holds_what_follows_and_an_earlier_one_does_not() -> None:
    later = with_what_if(path(), WhatIf(targets={M: jan(23)}), MONDAY)
    assert later.milestone(M).holds
    assert schedule(later).start_day(ActivityId("B")) == jan(25)

    earlier = with_what_if(path(), WhatIf(targets={M: jan(9)}), MONDAY)
    assert not earlier.milestone(M).holds
    assert schedule(earlier).margin_days(M) == -7


def test_whether_a_date_is_later_is_judged_with_the_hours_that_are_tried() -> None:
    # With twice the hours the work lands on the 9th, so the 12th is later than it.
    then = with_what_if(path(), WhatIf(hours=24, targets={M: jan(12)}), MONDAY)
    assert then.milestone(M).holds


def test_another_date_for_an_exam_stays_fixed() -> None:
    plan = network(work("A", 12), goal("M", jan(9), fixed=True), *chain("A", "M"))
    then = with_what_if(plan, WhatIf(targets={M: jan(20)}), MONDAY)
    assert (then.milestone(M).target, then.milestone(M).fixed) == (jan(20), True)


def test_all_of_it_together() -> None:
    tried = WhatIf(
        hours=24,
        pause=Break(first=jan(4), weeks=1),
        dropped=frozenset([EXTRA]),
        targets={M: jan(16)},
    )
    then = with_what_if(path(), tried, MONDAY)
    # A week's pause, then twelve hours of twenty-four: Monday to Thursday give sixteen.
    assert lands(then) == jan(13)
    assert then.milestone(M).target == jan(16)


REFUSED = [
    (WhatIf(hours=0), "A week needs half an hour at least. For weeks without study, try a pause."),
    (WhatIf(hours=-3), "A week needs half an hour at least. For weeks without study, try a pause."),
    (WhatIf(hours=float("nan")), "A week needs half an hour at least. For weeks without study, try a pause."),
    (
        WhatIf(hours=30),
        "30 h a week is more than the most you can give, 24 h. You can change that under “Hours a week”.",
    ),
    (WhatIf(pause=Break(first=MONDAY, weeks=0)), "A pause lasts a week at least."),
    (
        WhatIf(pause=Break(first=MONDAY, weeks=500)),
        "A pause can last 104 weeks, two years. After a longer one, a new plan fits you better.",
    ),
    (
        WhatIf(pause=Break(first=date(2026, 12, 1), weeks=2)),
        "A pause can begin on 4 Jan 2027 or later; the days before stay.",
    ),
    (WhatIf(pause=Break(first=date(9999, 12, 25), weeks=2)), "That day is too far away for a pause."),
    (
        WhatIf(targets={M: date(2026, 12, 1)}),
        "1 Dec 2026 is before your plan begins, on 4 Jan 2027. Choose a later day.",
    ),
    (
        WhatIf(dropped=frozenset([ActivityId("A")])),
        "“A” is no optional activity that is still to do, so it stays.",
    ),
]


@pytest.mark.parametrize(("tried", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_cannot_be_gets_a_kind_sentence(tried: WhatIf, sentence: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        with_what_if(path(), tried, MONDAY)
    assert str(refused.value) == sentence


def test_a_day_that_has_passed_is_no_date_to_try() -> None:
    with pytest.raises(InvalidValue, match="5 Jan 2027 has passed"):
        with_what_if(path(), WhatIf(targets={M: jan(5)}), jan(6))


def test_what_is_reached_has_its_day() -> None:
    plan = network(goal("M", reached=jan(4)))
    with pytest.raises(InvalidValue, match="reached already"):
        with_what_if(plan, WhatIf(targets={M: jan(20)}), jan(6))


def test_what_is_finished_or_required_or_archived_is_not_offered_for_dropping() -> None:
    optional = [
        work("Open", 5),
        work("Done", 5, finished=jan(4)),
        work("Kept", 5, archived=jan(4)),
    ]
    plan = network(work("Needed", 5), *(replace(each, required=False) for each in optional))
    assert [each.id for each in droppable(plan)] == ["Open"]


def test_a_pause_cannot_begin_before_the_day_the_plan_is_settled_up_to() -> None:
    assert first_break_day(network(work("A", 5), status=jan(20)), jan(11)) == jan(20)
    assert first_break_day(network(work("A", 5)), jan(11)) == jan(11)


def test_in_a_week_of_rest_the_hours_are_those_that_come_after_it() -> None:
    plan = network(work("A", 5), week=(0,) * 7, later_weeks=[(jan(18), (2, 2, 2, 2, 0, 4, 0))])
    assert hours_now(plan, MONDAY) == 12


@settings(max_examples=40)
@given(random_networks(), days(0, 40), st.integers(1, 20), st.integers(1, 40))
def test_it_is_what_its_parts_do_one_after_the_other(
    plan: Plan, today: date, weeks: int, halves: int
) -> None:
    plan = replace(plan, facts=replace(plan.facts, most_hours_a_week=60.0))
    pause = Break(first=first_break_day(plan, today), weeks=weeks)
    by_hand = plan
    if halves / 2 != hours_now(plan, today):
        by_hand = scale_weekly_hours(plan, halves / 2, today, in_quarters=True)
    by_hand = add_exception(by_hand, CalendarException(first=pause.first, last=pause.last, name="Pause"))

    assert with_what_if(plan, WhatIf(hours=halves / 2, pause=pause), today) == by_hand


def test_the_plan_that_is_asked_about_is_left_alone() -> None:
    plan = path()
    before = replace(plan)
    with_what_if(plan, WhatIf(hours=24, dropped=frozenset([EXTRA]), targets={M: jan(20)}), MONDAY)
    assert plan == before
