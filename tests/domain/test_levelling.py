"""Levelling the load: what starts later, so that no week asks for more hours than it has."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.items import ActivityId, MilestoneId, Pause
from planner.domain.levelling import First, LaterStart, Levelling, level, red_weeks, start_later
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from tests.helpers.networks import (
    FF,
    MONDAY,
    SS,
    chain,
    days,
    days_off,
    goal,
    network,
    random_networks,
    shuffled,
    wait,
    work,
)


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def starts(result: Levelling) -> dict[str, date]:
    """The first day of every activity by its name."""
    return {str(key): result.schedule.start_day(key) for key in result.plan.active}


def over_by(result: Levelling) -> list[date]:
    """The weeks that are still too full."""
    return [each.first_day for each in result.red_after]


def test_two_at_a_time_become_one_after_the_other() -> None:
    # Twelve hours a week, and two activities of twelve hours each.
    result = level(network(work("A", 12), work("B", 12)), MONDAY)

    assert [each.first_day for each in result.red_before] == [jan(4)]
    assert (result.red_before[0].asked_hours, result.red_before[0].available_hours) == (24, 12)
    assert result.starts == (LaterStart(activity=ActivityId("B"), before=jan(4), after=jan(11)),)
    assert result.red_after == ()
    assert (result.finish_before, result.finish_after) == (jan(9), jan(16))
    assert result.plan.activity(ActivityId("B")).not_before == jan(11)


def test_what_follows_comes_along_without_a_date_of_its_own() -> None:
    plan = network(work("A", 12), work("B", 12), work("C", 4), goal("M"), *chain("B", "C", "M"), finish="M")

    result = level(plan, MONDAY, first=First.LEAST_FLOAT)

    # A can wait for as long as C takes and B cannot, so A goes.
    assert [str(each.activity) for each in result.starts] == ["A"]
    assert starts(result) == {"A": jan(13), "B": jan(4), "C": jan(11)}
    assert (result.moved, result.most_days) == (1, 10)


def doubled() -> Plan:
    """A path of three weeks, and X: a second B, that nothing waits for."""
    return network(
        *(work(name, 12) for name in "ABCX"),
        goal("M"),
        *chain("A", "B", "C", "M"),
        *chain("A", "X"),
        finish="M",
    )


def test_loose_work_stays_beside_its_like_and_the_rest_makes_room() -> None:
    result = level(doubled(), MONDAY)

    assert starts(result) == {"A": jan(4), "B": jan(11), "X": jan(18), "C": jan(25)}
    assert (result.moved, result.most_days) == (3, 7)
    assert (result.finish_before, result.finish_after) == (jan(23), jan(30))
    assert (result.loose, result.ends_after) == ((), jan(30))
    assert result.red_after == ()


def test_work_that_does_not_fit_before_the_finish_is_told_with_its_last_day() -> None:
    result = level(doubled(), MONDAY, first=First.LEAST_FLOAT)

    assert starts(result) == {"A": jan(4), "B": jan(11), "C": jan(18), "X": jan(25)}
    assert (result.finish_before, result.finish_after) == (jan(23), jan(23))
    assert result.loose == ("X",)
    assert (result.ends_before, result.ends_after) == (jan(23), jan(30))


def test_least_float_can_come_first_instead() -> None:
    plan = network(
        work("A", 12),
        work("B", 12, not_before=jan(6)),
        work("C", 4),
        goal("M"),
        *chain("B", "C", "M"),
        finish="M",
    )

    keeps_finish = level(plan, MONDAY, first=First.LEAST_FLOAT)
    keeps_order = level(plan, MONDAY)

    assert starts(keeps_finish) == {"A": jan(16), "B": jan(6), "C": jan(13)}
    assert keeps_finish.finish_after == keeps_finish.finish_before == jan(14)
    assert starts(keeps_order) == {"A": jan(4), "B": jan(11), "C": jan(18)}
    assert keeps_order.finish_after == jan(19)
    assert keeps_order.red_after == ()


def test_a_plan_without_red_stays_as_it_is() -> None:
    plan = network(work("A", 12), work("B", 12), *chain("A", "B"))
    result = level(plan, MONDAY)
    assert result.plan is plan
    assert (result.starts, result.red_before) == ((), ())


def test_shares_fill_a_week_together() -> None:
    plan = network(*(work(name, 6, share=0.5) for name in "ABC"))
    assert starts(level(plan, MONDAY)) == {"A": jan(4), "B": jan(4), "C": jan(11)}


def test_an_overlap_within_a_week_that_has_the_hours_is_left_alone() -> None:
    # Both on Monday to Wednesday: too much for these days, and not for the week.
    plan = network(work("A", 6), work("B", 6), work("C", 24), goal("M"), *chain("A", "C", "M"))
    plan = start_later(plan, {ActivityId("C"): jan(11)})
    assert level(plan, MONDAY).starts == ()


def test_what_has_started_or_is_finished_stays_and_is_named_where_red_remains() -> None:
    plan = network(
        work("A", 12, started=jan(4)),
        work("B", 12, started=jan(4)),
        work("C", 6, started=jan(4), finished=jan(6)),
        work("D", 2),
    )

    result = level(plan, MONDAY)

    assert [each.activity for each in result.starts] == ["D"]
    assert starts(result)["D"] == jan(11)
    assert over_by(result) == [jan(4)]
    assert result.red_after[0].stays == ("A", "B", "C")


def test_targets_fixed_dates_and_holds_stay() -> None:
    exam = goal("Exam", jan(20), fixed=True)
    later = goal("Later", jan(24), holds=True)
    plan = network(work("A", 12), work("B", 12), work("C", 6), exam, later, *chain("A", "Exam"))
    plan = replace(plan, dependencies={each.id: each for each in (*chain("A", "Exam"), *chain("Later", "C"))})

    result = level(plan, MONDAY)

    assert result.plan.milestones == plan.milestones
    assert starts(result)["C"] == jan(25)


def test_an_own_start_date_is_kept_or_becomes_later_never_earlier() -> None:
    plan = network(work("A", 12, not_before=jan(11)), work("B", 12, not_before=jan(11)))
    result = level(plan, MONDAY)
    assert starts(result) == {"A": jan(11), "B": jan(18)}
    assert result.plan.activity(ActivityId("A")).not_before == jan(11)


def test_weeks_that_are_over_are_let_be_and_nothing_is_moved_into_the_past() -> None:
    plan = network(work("A", 24), work("B", 18), work("C", 3))

    result = level(plan, jan(13))

    # Too full were the week of the 4th, which is over, and that of the 11th.
    assert [each.first_day for each in red_weeks(schedule(plan), MONDAY)] == [jan(4), jan(11)]
    assert [each.first_day for each in result.red_before] == [jan(11)]
    assert starts(result) == {"A": jan(4), "B": jan(18), "C": jan(4)}


def test_a_week_with_a_holiday_takes_less() -> None:
    plan = network(work("A", 8), work("B", 4), exceptions=[days_off(jan(9))])
    assert starts(level(plan, MONDAY)) == {"A": jan(4), "B": jan(11)}


def test_a_pause_leaves_its_days_to_others() -> None:
    resting = replace(work("A", 12), pauses=(Pause(first=jan(6), last=jan(10)),))
    plan = network(resting, work("B", 7), work("C", 8), goal("M"), *chain("B", "M"))

    result = level(plan, MONDAY)

    assert result.red_after == ()
    # A leaves four hours in the week of the 11th, on its Saturday at the latest.
    assert starts(result) == {"A": jan(4), "B": jan(4), "C": jan(16)}


def test_it_works_through_other_kinds_of_dependency() -> None:
    plan = network(
        work("A", 12),
        work("B", 12),
        work("C", 12),
        wait("A", "B", SS, lag=3),
        wait("B", "C", FF),
    )
    result = level(plan, MONDAY)
    assert result.red_after == ()
    assert result.schedule.finish_day(ActivityId("C")) >= result.schedule.finish_day(ActivityId("B"))


def test_starting_later_sets_only_these_dates() -> None:
    plan = network(work("A", 12), work("B", 12))
    changed = start_later(plan, {ActivityId("B"): jan(18)})
    assert changed.activity(ActivityId("A")) is plan.activity(ActivityId("A"))
    assert start_later(plan, {}) is plan


@given(random_networks(), days(0, 30), st.sampled_from(First))
def test_no_week_asks_for_more_than_it_has_but_for_what_stays(plan: Plan, today: date, first: First) -> None:
    result = level(plan, today, first=first)

    for week in result.red_after:
        alone = {key: each for key, each in plan.active.items() if key in week.stays}
        only = replace(plan, activities=alone, dependencies={})
        assert schedule(only).load_hours(week.first_day, 1)[0] > week.available_hours
    for later in result.starts:
        found = plan.activity(later.activity)
        assert (found.started_on, found.finished_on) == (None, None)
        assert later.before < later.after >= max(today, found.not_before or today)
        assert result.schedule.start_day(later.activity) == later.after
    assert result.plan.milestones == plan.milestones
    assert result.plan.dependencies is plan.dependencies
    assert result.finish_after == schedule(result.plan).finish


@given(random_networks(), st.integers(0, 1000))
def test_the_order_of_the_tables_changes_nothing(plan: Plan, seed: int) -> None:
    assert set(level(shuffled(plan, seed), MONDAY).starts) == set(level(plan, MONDAY).starts)


@pytest.mark.parametrize("share", [1.0, 0.5])
def test_a_thousand_side_by_side_come_one_after_the_other(share: float) -> None:
    plan = network(*(work(f"A{number}", 5 + number % 7, share=share) for number in range(1000)))

    result = level(plan, MONDAY)

    assert result.red_before
    assert result.red_after == ()
    hours = sum(each.effort.likely for each in plan.activities.values())
    weeks = (max(result.schedule.finish_day(key) for key in plan.activities) - MONDAY) / timedelta(weeks=1)
    # A start falls on a day's beginning, so some hours are left over at most weeks' ends.
    assert hours / 12 <= weeks <= 1.5 * hours / 12


def test_targets_that_would_be_missed_are_named() -> None:
    exam, party = goal("Exam", jan(12), fixed=True), goal("Party", jan(4))
    plan = network(
        work("A", 12),
        work("B", 12),
        exam,
        party,
        goal("End"),
        *chain("A", "End"),
        *chain("B", "Exam"),
        *chain("B", "Party"),
    )
    result = level(plan, MONDAY)
    assert starts(result) == {"A": jan(4), "B": jan(11)}
    # The party is missed already.
    assert result.late == ("Exam",)


def test_the_finish_that_is_told_is_the_finish_milestones() -> None:
    plan = network(work("A", 12), work("B", 12), goal("M"), *chain("A", "M"), *chain("B", "M"), finish="M")
    result = level(plan, MONDAY)
    assert result.finish_after == result.schedule.lands(MilestoneId("M")) == jan(16)
    assert result.finish_before == jan(16)
