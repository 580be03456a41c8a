"""Pauses and what is archived in the schedule, worked by hand, one example each.

The plan and its work hours are those of `test_schedule_examples`: 2 hours from Monday to Thursday, 4 on
Saturday, so that the hours up to the end of each day are

    Mon 4: 2   Tue 5: 4   Wed 6: 6   Thu 7: 8   Fri 8: 8   Sat 9: 12   Sun 10: 12
    Mon 11: 14 Tue 12: 16 Wed 13: 18 Thu 14: 20 Fri 15: 20 Sat 16: 24  Sun 17: 24
    Mon 18: 26 Tue 19: 28 Wed 20: 30 Thu 21: 32 Fri 22: 32 Sat 23: 36  Sun 24: 36
"""

from datetime import date

import pytest

from planner.domain.calendar import WorkAxis
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.own_hours import OwnHours
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.networks import FF, MONDAY, SF, chain, goal, network, pause, wait, work

WED_TO_SAT = pause(date(2027, 1, 6), date(2027, 1, 9))
SATURDAY = pause(date(2027, 1, 9))


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def days_of(plan: Plan) -> dict[str, tuple[int, int]]:
    """First and last day in January 2027 of each activity that is scheduled."""
    done = schedule(plan)
    return {str(each): (done.start_day(each).day, done.finish_day(each).day) for each in plan.active}


def test_work_goes_on_behind_a_pause() -> None:
    plan = network(work("A", 10, pauses=[pause(jan(6), jan(7))]))
    # 2 on Mon 4 and Tue 5, 4 on Sat 9, 2 on Mon 11.
    assert days_of(plan) == {"A": (4, 11)}


def test_each_pause_of_several_is_left_out() -> None:
    plan = network(work("A", 10, pauses=[pause(jan(5)), pause(jan(7), jan(9)), pause(jan(12))]))
    # 2 on Mon 4, Wed 6, Mon 11, Wed 13 and Thu 14.
    assert days_of(plan) == {"A": (4, 14)}


def test_work_that_is_done_where_a_pause_begins_ends_there() -> None:
    plan = network(work("A", 4, pauses=[WED_TO_SAT]), work("B", 2), wait("A", "B"))
    # The pause is A's own: B has the hours of Wed 6.
    assert days_of(plan) == {"A": (4, 5), "B": (6, 6)}


def test_a_start_inside_a_pause_moves_behind_it() -> None:
    plan = network(work("A", 2, not_before=jan(7), pauses=[WED_TO_SAT]))
    assert days_of(plan) == {"A": (11, 11)}


def test_a_follower_waits_for_what_is_done_behind_a_pause() -> None:
    plan = network(work("A", 5, pauses=[WED_TO_SAT]), work("B", 2), wait("A", "B"))
    # A's fifth hour is on Mon 11; B has the other one and one of Tue 12.
    assert days_of(plan) == {"A": (4, 11), "B": (11, 12)}


def test_a_pause_on_days_without_hours_changes_nothing() -> None:
    plan = network(work("A", 10, pauses=[pause(jan(8))]))
    assert days_of(plan) == {"A": (4, 9)}


def test_a_pause_counts_the_hours_of_a_half_share() -> None:
    plan = network(work("A", 4, share=0.5, pauses=[pause(jan(5))]))
    # It runs through 8 hours: Mon 4, Wed 6, Thu 7 and two of Sat 9.
    assert days_of(plan) == {"A": (4, 9)}


def test_what_holds_the_finish_moves_the_start_back_over_a_pause() -> None:
    plan = network(work("A", 16), work("B", 6, pauses=[SATURDAY]), wait("A", "B", FF))
    # Both end at hour 16. Back from there: 4 of Mon 11 and Tue 12, not Saturday, 2 of Thu 7.
    assert days_of(plan) == {"A": (4, 12), "B": (7, 12)}


def test_a_finish_that_is_held_inside_a_pause_is_there_and_its_work_done_before() -> None:
    plan = network(
        work("A", 10),
        work("B", 4, pauses=[SATURDAY]),
        work("C", 2),
        wait("A", "B", FF),
        wait("B", "C"),
    )
    # A ends at hour 10, within Sat 9. B works on Wed 6 and Thu 7; C has the rest of Saturday.
    assert days_of(plan) == {"A": (4, 9), "B": (6, 9), "C": (9, 9)}
    assert schedule(plan).load_hours(MONDAY, 1) == pytest.approx([10 + 4 + 2])


def test_start_to_finish_goes_back_over_a_pause_too() -> None:
    plan = network(work("A", 4, not_before=jan(13)), work("B", 6, pauses=[SATURDAY]), wait("A", "B", SF))
    # A begins at hour 16, so B ends there: Thu 7, Mon 11, Tue 12.
    assert days_of(plan) == {"A": (13, 14), "B": (7, 12)}


def test_started_work_pauses_too() -> None:
    plan = network(
        work("A", 12, started=jan(4), left=5, pauses=[pause(jan(21), jan(22))]),
        work("B", 7),
        wait("A", "B"),
        status=jan(20),
    )
    # 2 on Wed 20 and 3 on Sat 23; B the fourth hour of Saturday, then 2 + 2 + 2.
    assert days_of(plan) == {"A": (4, 23), "B": (23, 27)}


def test_started_work_whose_pause_is_on_goes_on_when_it_ends() -> None:
    plan = network(work("A", 12, started=jan(4), left=5, pauses=[pause(jan(18), jan(21))]), status=jan(20))
    # 4 on Sat 23 and one on Mon 25.
    assert days_of(plan) == {"A": (4, 25)}


def test_what_is_finished_keeps_its_days_and_its_pause_counts_no_hours() -> None:
    plan = network(work("A", 4, started=jan(4), finished=jan(7), pauses=[pause(jan(5))]))
    assert days_of(plan) == {"A": (4, 7)}
    assert schedule(plan).load_hours(MONDAY, 1) == pytest.approx([6])


def test_a_week_is_asked_for_no_hours_within_a_pause() -> None:
    plan = network(work("A", 10, share=0.5, pauses=[pause(jan(6), jan(7))]))
    # Half of 8 hours in the first week, half of 12 in the second.
    assert schedule(plan).load_hours(MONDAY, 2) == pytest.approx([4, 6])


def test_the_high_estimate_goes_on_behind_a_pause() -> None:
    done = schedule(network(work("A", 4, high=6, pauses=[WED_TO_SAT])))
    assert (done.finish_day(ActivityId("A")), done.high_finish_day(ActivityId("A"))) == (jan(5), jan(11))


def test_float_counts_the_hours_an_activity_can_get() -> None:
    plan = network(
        work("A", 4, pauses=[WED_TO_SAT]), work("B", 12), goal("M"), wait("A", "M"), wait("B", "M")
    )
    done = schedule(plan)
    # 16 hours of work before M: Tue 12. Of the 12 hours from A's end to there its pause takes 8.
    assert done.lands(MilestoneId("M")) == jan(12)
    assert done.float_hours(ActivityId("A")) == pytest.approx(4)
    assert done.float_days(ActivityId("A")) == 7


def test_what_is_archived_is_no_part_of_the_schedule() -> None:
    plan = network(
        work("A", 4), work("old", 8, archived=jan(4)), goal("M"), *chain("A", "old", "M"), wait("A", "M")
    )
    done = schedule(plan)
    assert done.graph.nodes == ["A", "M"]
    assert done.lands(MilestoneId("M")) == jan(5)
    assert done.load_hours(MONDAY, 1) == pytest.approx([4])


def test_stretches_are_what_lies_between_pauses() -> None:
    own = OwnHours(WorkAxis(network().calendar, MONDAY), [pause(jan(5)), pause(jan(7), jan(9))])
    assert own.spans == [(2, 4), (6, 12)]
    assert list(own.stretches(1, 13)) == [(1, 2), (4, 6), (12, 13)]
    assert list(own.stretches(3, 9)) == [(4, 6)]
    assert list(own.stretches(7, 9)) == []
