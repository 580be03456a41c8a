"""What a screen reader hears of a bar or diamond is what one sees of it."""

from datetime import date

from planner.domain.items import Pause
from planner.domain.schedule import schedule
from planner.ui.timeline.descriptions import describe
from planner.ui.timeline.options import PLAIN, ViewOptions
from tests.helpers.networks import MONDAY, chain, goal, network, work

EXAM = date(2027, 3, 1)


def test_a_fixed_date_is_told_from_a_movable_one() -> None:
    plan = network(work("read", 12), goal("exam", EXAM, fixed=True), goal("demo", EXAM))
    current = schedule(plan)
    assert "target 1 March 2027" in describe(plan, current, "exam", PLAIN, MONDAY)
    assert "a fixed date" in describe(plan, current, "exam", PLAIN, MONDAY)
    assert "fixed" not in describe(plan, current, "demo", PLAIN, MONDAY)


def test_a_split_activity_tells_its_pauses() -> None:
    pause = Pause(first=date(2027, 1, 6), last=date(2027, 1, 12))
    plan = network(work("read", 24, pauses=[pause]), work("write", 2))
    current = schedule(plan)
    assert ", paused 6–12 January 2027, " in describe(plan, current, "read", PLAIN, MONDAY)
    assert "paused" not in describe(plan, current, "write", PLAIN, MONDAY)


def test_a_critical_milestone_is_told_where_the_critical_path_shows() -> None:
    plan = network(work("read", 12), goal("done"), *chain("read", "done"), finish="done")
    current = schedule(plan)
    assert "critical" not in describe(plan, current, "done", PLAIN, MONDAY)
    shown = describe(plan, current, "done", ViewOptions(critical=True), MONDAY)
    assert shown.endswith("critical: any delay moves the finish")
