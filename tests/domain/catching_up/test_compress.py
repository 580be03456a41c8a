"""Compressing says which weekly hours hold which day, and asks nobody for more than they can give."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.catching_up.absorb import absorb
from planner.domain.catching_up.compress import all_holds, compress, goals, hours_for
from planner.domain.catching_up.proposal import take
from planner.domain.catching_up.shift import shift
from planner.domain.errors import InvalidValue
from planner.domain.frame import scale_weekly_hours
from planner.domain.items import BaselineId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.networks import chain, days_off, goal, network, work


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def plan_with(target: date | None, most_hours: float = 60.0, **fields: object) -> Plan:
    """A until Sat 9 and B until Sat 16 January, then M; 12 hours a week."""
    return network(
        work("A", 12),
        work("B", 12),
        goal("M", target, **fields),  # type: ignore[arg-type]
        *chain("A", "B", "M"),
        most_hours=most_hours,
    )


def test_the_finish_it_had_holds_with_twice_the_hours() -> None:
    plan = plan_with(None)
    (finish,) = goals(schedule(plan), jan(11))
    assert (finish.milestone, finish.day, finish.is_target) == ("M", jan(16), False)
    # All 24 hours in the one week from Mon 11 to Sat 16.
    hold = hours_for(plan, finish, jan(11))
    assert (hold.now_hours, hold.hours, hold.instead) == (12, 24, None)
    assert hold.sentence == "24 h a week from today would hold 16 Jan 2027 for “M” (now 12 h)."
    proposal = compress(plan, jan(11), 24, finish)
    assert (proposal.finish_before, proposal.finish_after) == (jan(16), jan(16))
    assert (proposal.week_hours_before, proposal.week_hours_after) == (12, 24)
    assert proposal.plan.facts.status_date == jan(11)
    assert proposal.text == "Catch up to 11 Jan 2027 with 24 h a week"
    assert proposal.reason == "Before catching up to 11 Jan 2027 with 24 h a week"


def test_a_target_holds_with_the_fewest_half_hours_that_do() -> None:
    plan = plan_with(jan(20))
    (finish,) = goals(schedule(plan), jan(11))
    assert (finish.day, finish.is_target) == (jan(20), True)
    # From Mon 11 to Wed 20 lie 18 hours of 12 a week: 24 take a factor of 4/3.
    assert hours_for(plan, finish, jan(11)).hours == 16
    assert compress(plan, jan(11), 16, finish).schedule.lands(MilestoneId("M")) == jan(20)


def test_what_holds_already_asks_for_nothing_more() -> None:
    plan = plan_with(jan(30))
    hold = hours_for(plan, goals(schedule(plan), jan(11))[0], jan(11))
    assert (hold.hours, hold.now_hours) == (12, 12)
    assert hold.sentence == "30 Jan 2027 for “M” holds with the 12 h a week you have."
    assert compress(plan, jan(11), 12).plan.calendar == plan.calendar


def test_more_than_the_learner_can_give_is_not_asked_for_and_what_would_hold_is_said() -> None:
    plan = plan_with(jan(20), most_hours=15)
    finish = goals(schedule(plan), jan(11))[0]
    hold = hours_for(plan, finish, jan(11))
    # With 15 h: 15 in the first week, then 2.5 a day until Thu 21.
    assert (hold.hours, hold.most_hours, hold.instead) == (None, 15, jan(21))
    assert hold.sentence == (
        "20 Jan 2027 for “M” would take 16 h a week; your most is 15 h. "
        "With 15 h a week it would be 21 Jan 2027."
    )
    with pytest.raises(InvalidValue, match="16 h a week are more than the 15 h you said you can give"):
        compress(plan, jan(11), 16, finish)


def test_later_weeks_with_more_hours_do_not_grow_above_the_most_either() -> None:
    week = (4.0, 4.0, 4.0, 4.0, 0.0, 8.0, 0.0)
    plan = network(
        work("A", 12),
        work("B", 36),
        goal("M", jan(26)),
        *chain("A", "B", "M"),
        later_weeks=[(jan(18), week)],
        most_hours=24,
    )
    hold = hours_for(plan, goals(schedule(plan), jan(11))[0], jan(11))
    assert hold.hours is None
    assert "and more than your 24 h in later weeks" in hold.sentence


def test_a_day_that_has_passed_is_said_kindly() -> None:
    plan = plan_with(jan(8))
    hold = hours_for(plan, goals(schedule(plan), jan(11))[0], jan(11))
    assert hold.hours is None
    assert hold.sentence.startswith("8 Jan 2027 for “M” has passed. With 60 h a week it would be")


def test_a_waiting_date_is_named_where_no_hours_help() -> None:
    plan = network(
        work("A", 12), work("B", 12, not_before=jan(18)), goal("M", jan(16)), *chain("A", "B", "M")
    )
    assert (
        "“B” has a start date of its own"
        in hours_for(plan, goals(schedule(plan), jan(11))[0], jan(11)).sentence
    )


def test_a_plan_without_milestones_has_its_finish_to_hold() -> None:
    plan = network(work("A", 12), work("B", 12), *chain("A", "B"))
    (finish,) = goals(schedule(plan), jan(11))
    assert (finish.milestone, finish.day) == (None, jan(16))
    assert hours_for(plan, finish, jan(11)).hours == 24
    late = replace(finish, day=jan(11))
    assert (
        hours_for(replace(plan, facts=replace(plan.facts, most_hours_a_week=12)), late, jan(12)).hours is None
    )


def test_after_using_the_buffer_more_hours_hold_the_finish_from_before_it() -> None:
    today = jan(11)
    plan = take(plan_with(None), absorb(plan_with(None), today), BaselineId("caught-up"))
    assert schedule(plan).finish == jan(23)
    (finish,) = goals(schedule(plan), today)
    assert (finish.day, finish.is_target) == (jan(16), False)
    (hold,) = all_holds(plan, today)
    assert (hold.hours, hold.asks_for_more) == (24, True)
    proposal = compress(plan, today, 24, finish)
    assert (proposal.changes, proposal.finish_before, proposal.finish_after) == (True, jan(23), jan(16))
    # On a later day what was settled then is the plan to hold.
    assert goals(schedule(plan), jan(12))[0].day == jan(23)


def test_every_milestone_with_a_target_can_be_held_by_its_day() -> None:
    plan = network(
        work("A", 12),
        work("B", 12),
        goal("Late", jan(30)),
        goal("Soon", jan(12)),
        goal("Done", jan(5), reached=jan(5)),
        goal("Wedding", jan(7)),
        goal("M"),
        *chain("A", "Soon"),
        *chain("A", "B", "Late", "M"),
        finish="M",
    )
    assert [each.title for each in goals(schedule(plan), jan(11))] == ["M", "Soon", "Late"]
    # Caught up to Mon 11, A takes until Sat 16 and all until Sat 23 with 12 h a week; M stood on Sat 16.
    assert [each.in_short for each in all_holds(plan, jan(11))] == [
        "24 h · 16 Jan 2027 · as it was",
        "36 h · 12 Jan 2027 · Soon",
        "12 h · 30 Jan 2027 · Late",
    ]


def test_days_off_and_fixed_dates_stay() -> None:
    off = days_off(jan(12), jan(13))
    plan = network(
        work("A", 12),
        goal("Exam", jan(14), fixed=True),
        work("B", 12),
        goal("M"),
        *chain("A", "Exam", "B", "M"),
        exceptions=[off],
    )
    proposal = compress(plan, jan(11), 20)
    assert proposal.plan.calendar.exceptions == (off,)
    assert proposal.plan.milestone(MilestoneId("Exam")).target == jan(14)
    (exam,) = proposal.late_fixed
    assert (exam.title, exam.day, exam.days > 0) == ("Exam", jan(14), True)


@settings(max_examples=30)
@given(
    hours=st.lists(st.integers(1, 40), min_size=1, max_size=4),
    behind=st.integers(0, 25),
    room=st.integers(0, 20),
)
def test_no_fewer_half_hours_hold_it(hours: list[int], behind: int, room: int) -> None:
    names = [f"A{number}" for number in range(len(hours))]
    items = [work(name, each / 2) for name, each in zip(names, hours, strict=True)]
    plan = network(*items, goal("M"), *chain(*names, "M"))
    before = schedule(plan)
    today = date.fromordinal(jan(4).toordinal() + behind)
    wanted = date.fromordinal(max(before.finish, today).toordinal() + room)
    goal_ = replace(goals(before, today)[0], day=wanted)
    found = hours_for(plan, goal_, today).hours
    settled = shift(plan, today).plan

    def lands(week: float) -> date:
        return schedule(scale_weekly_hours(settled, week, today)).finish

    if found is None:
        assert lands(60) > wanted
    else:
        assert found == 12 or lands(found) <= wanted < lands(found - 0.5)
        assert compress(plan, today, found, goal_).finish_after <= wanted
