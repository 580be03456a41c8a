"""Two plans side by side, line by line."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.what_if.comparison import Comparison, compare
from planner.domain.what_if.what_if import Break, WhatIf, droppable, first_break_day, with_what_if
from tests.helpers.networks import MONDAY, chain, days, goal, network, random_networks, work
from tests.helpers.plans import activity, make_plan, milestone, phase


def jan(day: int) -> date:
    """A day of January 2027."""
    return date(2027, 1, day)


def compared(plan: Plan, tried: WhatIf, today: date = MONDAY) -> Comparison:
    then = with_what_if(plan, tried, today)
    return compare(schedule(plan), schedule(then), today)


def test_each_phase_and_milestone_has_a_line_with_its_days() -> None:
    plan = network(work("A", 24), goal("M", jan(18)), work("B", 12), *chain("A", "M", "B"), most_hours=24)

    found = compared(plan, WhatIf(hours=24))

    assert [(each.id, each.milestone, each.depth) for each in found.lines] == [
        ("phase", False, 0),
        ("M", True, 1),
    ]
    phase_line, line = found.lines
    assert (phase_line.now, phase_line.then, phase_line.days) == (jan(23), jan(13), -10)
    assert (line.now, line.then, line.days, line.margin_now, line.margin_then) == (
        jan(16),
        jan(9),
        -7,
        2,
        9,
    )
    assert (found.hours_now, found.hours_then) == (12, 24)
    assert (found.finish_now, found.finish_then, found.days) == (jan(16), jan(9), -7)
    assert found.moved == 3


def test_what_would_be_late_is_told() -> None:
    plan = network(work("A", 24), goal("M", jan(18)), *chain("A", "M"))

    found = compared(plan, WhatIf(pause=Break(first=jan(11), weeks=1)))

    assert (found.late_now, found.late_then) == ((), (MilestoneId("M"),))
    assert found.lines[1].margin_then == -5


def test_another_date_shows_in_its_line_and_what_it_holds_moves() -> None:
    plan = network(work("A", 12), goal("M"), work("B", 12), *chain("A", "M", "B"))

    found = compared(plan, WhatIf(targets={MilestoneId("M"): jan(16)}))

    line = found.lines[1]
    assert (line.now, line.then, line.target_now, line.target_then) == (jan(9), jan(9), None, jan(16))
    assert line.differs
    assert found.lines[0].days == 7


def test_less_work_is_counted_and_a_phase_that_empties_has_no_day_then() -> None:
    plan = make_plan(
        phase("first"),
        phase("extra", position=2),
        activity("needed", 10, phase="first"),
        replace(activity("added", 6, phase="extra"), required=False),
        milestone("done", phase="first"),
    )

    found = compared(plan, WhatIf(dropped=frozenset(each.id for each in droppable(plan))))

    assert (found.work_now, found.work_then) == (16, 10)
    extra = next(each for each in found.lines if each.id == "extra")
    assert (extra.then, extra.days, extra.differs) == (None, 0, True)


def test_weeks_with_too_much_are_counted() -> None:
    plan = network(work("A", 12), replace(work("B", 12), required=False), goal("M"), *chain("A", "M"))
    found = compared(plan, WhatIf(dropped=frozenset(each.id for each in droppable(plan))))
    assert (found.crowded_now, found.crowded_then) == (1, 0)


def test_a_milestone_that_nothing_leads_to_is_told_by_its_own_date() -> None:
    found = compared(network(work("A", 5), goal("Wedding", jan(20))), WhatIf(hours=6))
    assert found.lines[1].now == found.lines[1].then == jan(20)
    assert found.lines[1].margin_then is None


@settings(max_examples=40)
@given(random_networks(), days(0, 40), st.integers(1, 8))
def test_the_other_way_round_it_says_the_opposite(plan: Plan, today: date, weeks: int) -> None:
    now = schedule(plan)
    pause = Break(first=first_break_day(plan, today), weeks=weeks)
    then = schedule(with_what_if(plan, WhatIf(pause=pause), today))

    there, back = compare(now, then, today), compare(then, now, today)

    assert {each.id for each in there.lines} == {*plan.phases, *plan.milestones}
    assert [each.days for each in there.lines] == [-each.days for each in back.lines]
    assert (there.days, there.moved, there.late_now) == (-back.days, back.moved, back.late_then)
