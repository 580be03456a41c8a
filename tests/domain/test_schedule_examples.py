"""The rules of the schedule, worked by hand, one example each.

Unless said otherwise a plan starts on Monday 4 January 2027 with 2 hours from Monday to Thursday and 4 on
Saturday, none on Friday and Sunday: 12 hours a week, so that the work hours up to the end of each day are

    Mon 4: 2   Tue 5: 4   Wed 6: 6   Thu 7: 8   Fri 8: 8   Sat 9: 12   Sun 10: 12
    Mon 11: 14 Tue 12: 16 Wed 13: 18 Thu 14: 20 Fri 15: 20 Sat 16: 24  Sun 17: 24
    Mon 18: 26 Tue 19: 28 Wed 20: 30 Thu 21: 32 Fri 22: 32 Sat 23: 36  Sun 24: 36

Days in expectations are those of January 2027 where no month stands with them.
"""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.items import ActivityId, MilestoneId, MonthRange, PhaseId, Provenance
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.wording import MONTHS, WEEKDAYS
from tests.helpers.networks import FF, SF, SS, WEEK, chain, days_off, goal, network, wait, work
from tests.helpers.plans import phase


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def said(day: date) -> str:
    """Like “Wed 6”, with month and year where it is not January 2027."""
    text = f"{WEEKDAYS[day.weekday()][:3]} {day.day}"
    return text if (day.year, day.month) == (2027, 1) else f"{text} {MONTHS[day.month - 1][:3]} {day.year}"


def days_of(plan: Plan) -> dict[str, str]:
    """Each activity as “first day - last day”, each milestone as the day it lands."""
    done = schedule(plan)
    bars = {
        str(each): f"{said(done.start_day(each))} - {said(done.finish_day(each))}" for each in plan.activities
    }
    return bars | {str(each): said(done.lands(each)) for each in plan.milestones}


# One after the other


def test_a_follower_goes_on_the_same_day_when_hours_are_left() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B"))
    # A takes 2 + 2 + 1; B the other hour of Wednesday, 2 on Thursday, 4 on Saturday.
    assert days_of(plan) == {"A": "Mon 4 - Wed 6", "B": "Wed 6 - Sat 9"}


def test_a_lag_counts_whole_days_from_the_day_after_the_finish() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B", lag=2))
    # Wed 6, and Thursday and Friday pass: B begins on Sat 9 with 4, then 2 and 1.
    assert days_of(plan)["B"] == "Sat 9 - Tue 12"


def test_start_to_start_with_a_lag_counts_from_the_start_day() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B", SS, 3))
    # Mon 4 and three days: Thu 7. 2 + 4 + 1.
    assert days_of(plan)["B"] == "Thu 7 - Mon 11"


def test_finish_to_finish_ends_both_at_the_same_instant() -> None:
    plan = network(work("A", 14), work("B", 4), wait("A", "B", FF))
    # A ends at hour 14; B begins at hour 10, in the middle of Saturday.
    assert days_of(plan) == {"A": "Mon 4 - Mon 11", "B": "Sat 9 - Mon 11"}


def test_finish_to_finish_with_a_lag_ends_no_earlier_than_that_day_ends() -> None:
    plan = network(work("A", 14), work("B", 4), wait("A", "B", FF, 1))
    # Mon 11 and a day: the end of Tue 12 is hour 16, so B begins at hour 12.
    assert days_of(plan)["B"] == "Mon 11 - Tue 12"


def test_start_to_finish_ends_no_earlier_than_the_other_begins() -> None:
    plan = network(work("A", 4, not_before=jan(13)), work("B", 4), wait("A", "B", SF))
    # A begins at hour 16, so B begins at hour 12.
    assert days_of(plan) == {"A": "Wed 13 - Thu 14", "B": "Mon 11 - Tue 12"}


def test_days_off_push_what_runs_into_them() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B"), exceptions=[days_off(jan(6), jan(9))])
    # 4 hours before the days off; A's fifth on Mon 11, where B takes the other; 2 + 2 + 2.
    assert days_of(plan) == {"A": "Mon 4 - Mon 11", "B": "Mon 11 - Thu 14"}


SIDE_BY_SIDE = (*chain("A", "M", "N"), wait("B", "M"))


def test_a_milestone_lands_when_the_hours_cover_all_work_before_it() -> None:
    plan = network(work("A", 10), work("B", 10), goal("M"), work("N", 2), *SIDE_BY_SIDE)
    # Both bars end at hour 10, but 20 hours of work need 20 hours: Thu 14.
    assert days_of(plan) == {
        "A": "Mon 4 - Sat 9",
        "B": "Mon 4 - Sat 9",
        "M": "Thu 14",
        "N": "Sat 16 - Sat 16",
    }


def test_followers_wait_for_a_target_that_holds() -> None:
    plan = network(work("A", 10), work("B", 10), goal("M", jan(24), holds=True), work("N", 2), *SIDE_BY_SIDE)
    done = schedule(plan)
    assert days_of(plan)["M"] == "Thu 14"
    assert days_of(plan)["N"] == "Mon 25 - Mon 25"
    assert done.shown_day(MilestoneId("M")) == jan(24)
    assert done.margin_days(MilestoneId("M")) == 10


def test_a_milestone_once_reached_lets_go_of_its_followers() -> None:
    plan = network(
        work("A", 10, finished=jan(12)),
        work("B", 10, finished=jan(19)),
        goal("M", jan(24), holds=True, reached=jan(19)),
        work("N", 2),
        *SIDE_BY_SIDE,
    )
    assert days_of(plan)["N"] == "Wed 20 - Wed 20"


def test_fewer_hours_from_a_day_on_leave_the_days_before_it_alone() -> None:
    plan = network(
        work("A", 12), work("B", 24), wait("A", "B"), later_weeks=[(jan(18), (1, 1, 1, 1, 0, 2, 0))]
    )
    # B gets 12 hours from the 11th to the 16th, then 6 a week: two weeks to Sat 30.
    assert days_of(plan) == {"A": "Mon 4 - Sat 9", "B": "Mon 11 - Sat 30"}


def test_what_is_left_runs_from_the_status_date() -> None:
    plan = network(work("A", 12, started=jan(4), left=5), work("B", 7), wait("A", "B"), status=jan(20))
    # 2 on Wed 20, 2 on Thu 21, 1 on Sat 23; B the other 3 of Saturday, 2 and 2.
    assert days_of(plan) == {"A": "Mon 4 - Sat 23", "B": "Sat 23 - Tue 26"}


def test_half_shares_run_side_by_side() -> None:
    plan = network(work("A", 6, share=0.5), work("B", 6, share=0.5))
    assert days_of(plan) == {"A": "Mon 4 - Sat 9", "B": "Mon 4 - Sat 9"}


# Days off, extra days, other hours


def test_a_holiday_on_the_long_day() -> None:
    plan = network(work("A", 10), exceptions=[days_off(jan(9), name="Wedding")])
    # 8 hours to Thursday, none on Saturday, the last 2 on Mon 11.
    assert days_of(plan) == {"A": "Mon 4 - Mon 11"}


def test_an_extra_day_is_used() -> None:
    plan = network(work("A", 10), work("B", 3), wait("A", "B"), exceptions=[days_off(jan(8), hours=3)])
    # 8 to Thursday and 2 of Friday's 3 hours; B the third, and 2 of Saturday's.
    assert days_of(plan) == {"A": "Mon 4 - Fri 8", "B": "Fri 8 - Sat 9"}


def test_of_two_exceptions_the_later_one_said_wins() -> None:
    week_off, one_day = days_off(jan(4), jan(9)), days_off(jan(6), hours=3)
    # Only Wed 6 has hours.
    assert days_of(network(work("A", 3), exceptions=[week_off, one_day])) == {"A": "Wed 6 - Wed 6"}
    # The week off takes Wednesday too.
    assert days_of(network(work("A", 3), exceptions=[one_day, week_off])) == {"A": "Mon 11 - Tue 12"}


def test_a_week_without_any_hours_between_two_that_have_some() -> None:
    plan = network(work("A", 14), later_weeks=[(jan(11), (0,) * 7), (jan(18), WEEK)])
    # 12 in the first week, none in the second.
    assert days_of(plan) == {"A": "Mon 4 - Mon 18"}


def test_hours_may_change_in_the_middle_of_a_week() -> None:
    plan = network(work("A", 12), later_weeks=[(jan(6), (4,) * 7)])
    # 2 + 2 + 4 + 4.
    assert days_of(plan) == {"A": "Mon 4 - Thu 7"}


def test_a_short_day_holds_less() -> None:
    plan = network(work("A", 4), exceptions=[days_off(jan(5), jan(6), hours=0.5)])
    # 2 + 0.5 + 0.5 + 1 of Thursday.
    assert days_of(plan) == {"A": "Mon 4 - Thu 7"}


def test_a_plan_that_starts_on_a_day_off() -> None:
    plan = network(work("A", 2), goal("M"), start=jan(10))
    # Sunday has no hours: A begins on Monday. With nothing before it, M is there on the first day.
    assert days_of(plan) == {"A": "Mon 11 - Mon 11", "M": "Sun 10"}


def test_a_plan_across_the_end_of_the_year() -> None:
    plan = network(work("A", 12), start=date(2027, 12, 27))
    assert days_of(plan) == {"A": "Mon 27 Dec 2027 - Sat 1 Jan 2028"}
    off = network(work("A", 12), start=date(2027, 12, 27), exceptions=[days_off(date(2028, 1, 1))])
    # The four hours of New Year's Day move to Mon 3 and Tue 4.
    assert days_of(off) == {"A": "Mon 27 Dec 2027 - Tue 4 Jan 2028"}


def test_the_leap_day_is_a_day_like_any_other() -> None:
    plan = network(work("A", 6), work("B", 2), wait("A", "B", SS, 2), start=date(2028, 2, 28))
    # 2028 has a Tue 29 Feb: two days after Mon 28 Feb comes Wed 1 Mar.
    assert days_of(plan) == {"A": "Mon 28 Feb 2028 - Wed 1 Mar 2028", "B": "Wed 1 Mar 2028 - Wed 1 Mar 2028"}


# Shares


def test_a_quarter_share_takes_four_times_as_long() -> None:
    assert days_of(network(work("A", 3, share=0.25))) == {"A": "Mon 4 - Sat 9"}


def test_a_follower_of_a_half_share_begins_when_it_ends() -> None:
    plan = network(work("A", 3, share=0.5), work("B", 2), wait("A", "B"))
    # 3 hours at half share run through 6 hours of the week.
    assert days_of(plan) == {"A": "Mon 4 - Wed 6", "B": "Thu 7 - Thu 7"}


def test_work_before_a_milestone_counts_whole_whatever_its_share() -> None:
    plan = network(work("A", 6, share=0.5), work("B", 4), goal("M"), wait("A", "M"), wait("B", "M"))
    # A runs to hour 12 and the work is 10 hours: the later of the two.
    assert days_of(plan)["M"] == "Sat 9"


# Lags


def test_a_negative_lag_begins_before_the_other_ends() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B", lag=-2))
    # Wed 6 + 1 - 2 = Tue 5: 2 + 2 + 2 and 1 of Saturday.
    assert days_of(plan)["B"] == "Tue 5 - Sat 9"


def test_a_negative_lag_never_begins_before_the_status_date() -> None:
    plan = network(work("A", 5), work("B", 7), wait("A", "B", lag=-30), status=jan(5))
    # A: 2 + 2 + 1 from Tue 5 on; B: 2 + 2 + 2 + 1.
    assert days_of(plan) == {"A": "Tue 5 - Thu 7", "B": "Tue 5 - Sat 9"}


def test_a_lag_that_ends_on_a_day_off_waits_for_the_next_study_day() -> None:
    one = network(work("A", 8), work("B", 4), wait("A", "B", lag=1))
    # Thu 7 + 1 + 1 = Sat 9.
    assert days_of(one)["B"] == "Sat 9 - Sat 9"
    two = network(work("A", 8), work("B", 4), wait("A", "B", lag=2))
    # Thu 7 + 1 + 2 = Sun 10, which has no hours.
    assert days_of(two)["B"] == "Mon 11 - Tue 12"


def test_lags_count_days_off_too() -> None:
    plan = network(work("A", 2), work("B", 2), wait("A", "B", lag=7), exceptions=[days_off(jan(5), jan(9))])
    # A week of rest after Mon 4, whatever is in it: Tue 12.
    assert days_of(plan)["B"] == "Tue 12 - Tue 12"


def test_start_to_start_without_lag_begins_at_the_same_instant_in_mid_day() -> None:
    plan = network(
        work("A", 5),
        work("B", 7),
        work("C", 1),
        work("D", 2),
        wait("A", "B"),
        wait("B", "C", SS),
        wait("C", "D"),
    )
    # B and C begin at hour 5, within Wed 6; C is done at hour 6, so D begins on Thursday.
    assert days_of(plan)["C"] == "Wed 6 - Wed 6"
    assert days_of(plan)["D"] == "Thu 7 - Thu 7"


def test_finish_to_finish_with_a_negative_lag() -> None:
    plan = network(work("A", 14), work("B", 4), wait("A", "B", FF, -1))
    # The end of Sun 10 is hour 12: B takes the four hours of Saturday.
    assert days_of(plan)["B"] == "Sat 9 - Sat 9"


def test_start_to_finish_with_a_lag() -> None:
    plan = network(work("A", 4, not_before=jan(13)), work("B", 4), wait("A", "B", SF, 2))
    # Wed 13 + 2 = Fri 15, which begins at hour 20: B from hour 16.
    assert days_of(plan)["B"] == "Wed 13 - Thu 14"


def test_finish_to_finish_never_begins_before_the_plan() -> None:
    plan = network(work("A", 2), work("B", 8), wait("A", "B", FF))
    assert days_of(plan)["B"] == "Mon 4 - Thu 7"


# Dates the learner says


def test_not_before_a_day_off_begins_on_the_next_study_day() -> None:
    assert days_of(network(work("A", 4, not_before=jan(8)))) == {"A": "Sat 9 - Sat 9"}


def test_the_latest_of_several_bounds_counts() -> None:
    plan = network(work("A", 5), work("B", 2, not_before=jan(5)), wait("A", "B"))
    # A ends at hour 5, after the beginning of Tue 5.
    assert days_of(plan)["B"] == "Wed 6 - Thu 7"


def test_nothing_open_begins_before_the_status_date() -> None:
    plan = network(work("A", 4), goal("M"), wait("A", "M"), status=jan(15))
    # Fri 15 has no hours.
    assert days_of(plan) == {"A": "Sat 16 - Sat 16", "M": "Sat 16"}


def test_started_work_is_not_held_by_what_it_followed() -> None:
    plan = network(work("A", 12), work("B", 8, started=jan(4), left=4), wait("A", "B"))
    assert days_of(plan)["B"] == "Mon 4 - Tue 5"


def test_work_that_started_after_the_status_date_runs_from_its_start() -> None:
    assert days_of(network(work("A", 4, started=jan(7)))) == {"A": "Thu 7 - Sat 9"}


def test_started_work_with_nothing_left_waits_to_be_marked_finished() -> None:
    plan = network(work("A", 4, started=jan(4), left=0), work("B", 2), wait("A", "B"), status=jan(20))
    # Its end is the beginning of Wed 20, which is the end of Tue 19.
    assert days_of(plan) == {"A": "Mon 4 - Tue 19", "B": "Wed 20 - Wed 20"}


def test_work_started_today_with_nothing_left_ends_today_and_not_before() -> None:
    plan = network(work("A", 4, started=jan(20), left=0), status=jan(20))
    assert days_of(plan) == {"A": "Wed 20 - Wed 20"}


def test_a_lag_counts_from_the_end_as_it_is_shown() -> None:
    plan = network(work("A", 4, started=jan(20), left=0), work("B", 2), wait("A", "B", lag=1), status=jan(20))
    # Wed 20 + 1 + 1 = Fri 22, which has no hours.
    assert days_of(plan)["B"] == "Sat 23 - Sat 23"


def test_finished_on_a_day_off_keeps_its_days() -> None:
    plan = network(
        work("A", 4, started=jan(8), finished=jan(10)),
        work("B", 2),
        work("C", 2),
        wait("A", "B"),
        wait("A", "C", lag=1),
    )
    # B on the next study day; C on Sun 10 + 1 + 1 = Tue 12.
    assert days_of(plan) == {"A": "Fri 8 - Sun 10", "B": "Mon 11 - Mon 11", "C": "Tue 12 - Tue 12"}


def test_what_follows_something_finished_long_ago_begins_at_the_status_date() -> None:
    plan = network(work("A", 4, finished=jan(5)), work("B", 2), wait("A", "B"), status=jan(20))
    assert days_of(plan) == {"A": "Tue 5 - Tue 5", "B": "Wed 20 - Wed 20"}


def test_what_was_done_before_the_plan_began_keeps_its_days() -> None:
    plan = network(
        work("A", 4, finished=date(2026, 12, 30)),
        work("B", 2),
        wait("A", "B", lag=2),
        wait("B", "M"),
        goal("M"),
    )
    assert days_of(plan) == {"A": "Wed 30 Dec 2026 - Wed 30 Dec 2026", "B": "Mon 4 - Mon 4", "M": "Mon 4"}


# Milestones


def test_a_target_earlier_than_the_landing_is_late_and_moves_nothing() -> None:
    plan = network(work("A", 20), goal("M", jan(12), holds=True), work("N", 2), *chain("A", "M", "N"))
    done = schedule(plan)
    assert days_of(plan)["M"] == "Thu 14"
    assert days_of(plan)["N"] == "Sat 16 - Sat 16"
    assert done.margin_days(MilestoneId("M")) == -2
    assert done.shown_day(MilestoneId("M")) == jan(12)


def test_a_target_that_does_not_hold_moves_nothing() -> None:
    plan = network(work("A", 12), goal("M", jan(24)), work("N", 2), *chain("A", "M", "N"))
    assert days_of(plan)["N"] == "Mon 11 - Mon 11"
    assert schedule(plan).margin_days(MilestoneId("M")) == 15


def test_a_lag_after_a_hold_counts_from_the_target_though_it_is_a_day_off() -> None:
    plan = network(
        work("A", 12), goal("M", jan(10), holds=True), work("N", 2), wait("A", "M"), wait("M", "N", lag=1)
    )
    # A ends with Sat 9; the pin stands on Sun 10; Monday passes.
    assert days_of(plan)["N"] == "Tue 12 - Tue 12"


def test_reached_before_its_target_followers_go_on_the_next_study_day() -> None:
    plan = network(
        work("A", 12, finished=jan(17)),
        goal("M", jan(24), holds=True, reached=jan(17)),
        work("N", 2),
        *chain("A", "M", "N"),
    )
    assert days_of(plan)["N"] == "Mon 18 - Mon 18"
    assert schedule(plan).shown_day(MilestoneId("M")) == jan(17)
    assert schedule(plan).margin_days(MilestoneId("M")) == 7


def test_a_milestone_nothing_follows_has_no_margin_without_a_target() -> None:
    done = schedule(network(work("A", 12), goal("M"), wait("A", "M")))
    assert done.lands(MilestoneId("M")) == done.shown_day(MilestoneId("M")) == jan(9)
    assert done.margin_days(MilestoneId("M")) is None


def test_a_milestone_with_nothing_left_before_it_lands_when_that_was_done() -> None:
    done = work("A", 4, finished=jan(5))
    plan = network(done, work("B", 2), goal("M"), goal("N"), *chain("A", "M", "B", "N"), status=jan(18))
    # However late the plan is settled: what follows starts from that day, and the work left counts from it.
    assert days_of(plan) == {"A": "Tue 5 - Tue 5", "M": "Tue 5", "B": "Mon 18 - Mon 18", "N": "Mon 18"}
    lagging = network(done, goal("M"), wait("A", "M", lag=3), status=jan(18))
    assert days_of(lagging)["M"] == "Thu 7"  # done by the beginning of Sat 9
    said = network(work("A", 4, started=jan(5), left=0), goal("M"), wait("A", "M"), status=jan(18))
    # Nothing is left of it, but it is not finished: it may be on the day the plan is settled up to.
    assert days_of(said)["M"] == "Sat 16"


def test_each_milestone_counts_only_the_work_before_it() -> None:
    plan = network(
        work("A", 6), work("B", 6), goal("M"), goal("N"), wait("A", "M"), wait("A", "N"), wait("B", "N")
    )
    assert days_of(plan) == {"A": "Mon 4 - Wed 6", "B": "Mon 4 - Wed 6", "M": "Wed 6", "N": "Sat 9"}


def test_work_before_an_earlier_milestone_counts_for_the_later_one_too() -> None:
    plan = network(
        work("A", 10),
        work("B", 10),
        goal("M"),
        work("C", 4),
        goal("N"),
        *chain("A", "M", "C", "N"),
        wait("B", "M"),
    )
    # M at hour 20 by its 20 hours of work; C to hour 24 = Sat 16; N has 24 hours of work before it.
    assert days_of(plan)["N"] == "Sat 16"


def test_the_finish_is_the_plans_own_milestone_and_else_the_last_to_land() -> None:
    items = (work("A", 4), goal("M"), wait("A", "M"), work("B", 12), goal("N"), wait("B", "N"))
    assert schedule(network(*items)).finish == jan(9)
    assert schedule(network(*items, finish="M")).finish == jan(5)
    assert schedule(network(work("A", 4))).finish == jan(5)
    assert schedule(network()).finish == jan(4)


def test_the_last_day_knows_of_targets_beyond_all_work() -> None:
    plan = network(work("A", 4), goal("M", date(2027, 3, 1)), wait("A", "M"))
    assert schedule(plan).last_day == date(2027, 3, 1)
    assert schedule(network()).last_day == jan(4)


# Float, load, ranges


def test_float_is_what_an_item_can_slip_before_the_last_milestone_does() -> None:
    plan = network(
        work("A", 4), work("B", 8), work("C", 2), goal("M"), goal("N"), *chain("A", "B", "N"), wait("C", "M")
    )
    done = schedule(plan)
    # N lands at hour 12 with the chain A, B; C ends at hour 2 and may end with N, on Sat 9.
    assert done.float_hours(ActivityId("A")) == 0
    assert done.float_hours(ActivityId("B")) == 0
    assert done.float_hours(ActivityId("C")) == 10
    assert done.float_days(ActivityId("C")) == 5
    assert [str(each) for each in done.graph.nodes if done.critical(each)] == ["A", "B", "N"]


def test_work_side_by_side_has_float_while_the_week_cannot_hold_it_all() -> None:
    plan = network(work("A", 12), work("B", 4), goal("M"), wait("A", "M"), wait("B", "M"))
    done = schedule(plan)
    # M lands at hour 16, Tue 12, for there are 16 hours of work.
    assert (done.float_hours(ActivityId("A")), done.float_days(ActivityId("A"))) == (4, 3)
    assert (done.float_hours(ActivityId("B")), done.float_days(ActivityId("B"))) == (12, 7)
    assert done.critical(MilestoneId("M"))


def test_float_up_to_a_lag_ends_with_a_day() -> None:
    plan = network(work("A", 1), work("B", 2), goal("M"), wait("A", "B", lag=1), wait("B", "M"))
    done = schedule(plan)
    # A may use both hours of Mon 4; one minute more and B begins on Thursday.
    assert days_of(plan)["B"] == "Wed 6 - Wed 6"
    assert done.float_hours(ActivityId("A")) == 1
    assert done.float_days(ActivityId("A")) == 0


def test_a_hold_gives_float_to_what_is_before_it() -> None:
    plan = network(
        work("A", 4), goal("M", jan(9), holds=True), work("B", 2), goal("N"), *chain("A", "M", "B", "N")
    )
    done = schedule(plan)
    # M lands at hour 4 and B waits for the end of Sat 9, hour 12.
    assert done.float_hours(ActivityId("A")) == 8
    assert done.float_hours(ActivityId("B")) == 0


def test_finished_work_is_never_critical() -> None:
    plan = network(work("A", 4, finished=jan(5)), work("B", 4), goal("M"), *chain("A", "B", "M"))
    done = schedule(plan)
    assert not done.critical(ActivityId("A"))
    assert done.critical(ActivityId("B"))


def test_the_load_of_a_week_may_be_above_its_hours() -> None:
    done = schedule(network(work("A", 10), work("B", 10), work("C", 6), wait("A", "C"), wait("B", "C")))
    # Both take all hours while they run, 20 in a week of 12; C the last 2 of Saturday and 4 of the next week.
    assert list(done.load_hours(jan(4), 3)) == pytest.approx([22, 4, 0])
    assert list(done.available_hours(jan(4), 3)) == [12, 12, 12]


def test_shares_keep_the_load_within_the_hours() -> None:
    done = schedule(network(work("A", 6, share=0.5), work("B", 6, share=0.5)))
    assert list(done.load_hours(jan(4), 2)) == pytest.approx([12, 0])


def test_days_off_count_neither_as_hours_nor_as_load() -> None:
    done = schedule(network(work("A", 12), exceptions=[days_off(jan(9))]))
    assert list(done.available_hours(jan(4), 2)) == [8, 12]
    assert list(done.load_hours(jan(4), 2)) == pytest.approx([8, 4])


def test_a_plan_without_activities_asks_for_nothing() -> None:
    assert list(schedule(network(goal("M"))).load_hours(jan(4), 2)) == [0, 0]


def test_the_high_estimate_ends_later_from_the_same_start() -> None:
    done = schedule(
        network(
            work("A", 4, high=10), work("B", 4, finished=jan(6), high=10), work("C", 2, share=0.5, high=4)
        )
    )
    # 10 hours reach into Sat 9.
    assert done.high_finish_day(ActivityId("A")) == jan(9)
    assert done.high_finish_day(ActivityId("B")) == jan(6)
    # 4 hours at half share are 8 hours of the week.
    assert done.high_finish_day(ActivityId("C")) == jan(7)


def test_a_phase_spans_its_items() -> None:
    done = schedule(
        network(work("A", 4, not_before=jan(6)), work("B", 12), goal("M"), wait("A", "M"), wait("B", "M"))
    )
    # B is at work from Mon 4; M lands at hour 16.
    assert done.phase_span(PhaseId("phase")) == (jan(4), jan(12))
    assert done.phase_range(PhaseId("phase")) is None


def test_a_phase_may_be_empty_or_hold_milestones_alone() -> None:
    plan = network(work("A", 4), goal("M"), wait("A", "M"))
    done = schedule(replace(plan, phases={**plan.phases, PhaseId("empty"): phase("empty")}))
    assert done.phase_span(PhaseId("empty")) is None
    assert done.phase_range(PhaseId("empty")) is None
    alone = replace(plan, activities={}, dependencies={})
    assert schedule(alone).phase_span(PhaseId("phase")) == (jan(4), jan(4))


def test_a_group_spans_what_lies_in_its_inner_groups() -> None:
    plan = network(work("A", 4), work("B", 4, not_before=jan(11)), goal("M"), wait("B", "M"))
    inner = replace(plan.activity(ActivityId("B")), phase=PhaseId("inner"))
    groups = {
        **plan.phases,
        PhaseId("inner"): phase("inner", parent=PhaseId("middle")),
        PhaseId("middle"): phase("middle", parent=PhaseId("outer")),
        PhaseId("outer"): phase("outer"),
    }
    done = schedule(replace(plan, phases=groups, activities={**plan.activities, inner.id: inner}))
    for group in ("inner", "middle", "outer"):
        assert done.phase_span(PhaseId(group)) == (jan(11), jan(12))
    assert done.phase_span(PhaseId("phase")) == (jan(4), jan(12))


def test_a_phase_ranges_over_the_length_the_source_gives_it() -> None:
    plan = network(work("A", 4, not_before=jan(6)))
    months = MonthRange(low=0.5, high=1, provenance=Provenance.SOURCE)
    done = schedule(replace(plan, phases={PhaseId("phase"): phase("phase", months=months)}))
    # Half a month is 4.348 / 2 weeks of the reference week's 10 hours: 21.74 hours after the 4 before Wed 6
    # are hour 25.74 on Mon 18. A month is 43.48: hour 47.48 on Sat 30, the first with 48.
    assert done.phase_range(PhaseId("phase")) == (jan(18), jan(30))
