"""The words of the inspector's figures, and of the chart's beside them."""

from datetime import date

from planner.domain.items import ActivityId, MilestoneId
from planner.domain.schedule import schedule
from planner.ui.inspector.words import float_words, landing_words
from planner.ui.timeline.descriptions import describe
from planner.ui.timeline.options import PLAIN, ViewOptions
from planner.ui.timeline.seen_words import seen_lines
from tests.helpers.networks import chain, goal, network, wait, work

TODAY = date(2027, 1, 4)


def test_work_after_the_finish_is_not_said_to_move_it() -> None:
    plan = network(work("path", 12), work("loose", 24), goal("end"), *chain("path", "end"), finish="end")
    current, loose = schedule(plan), plan.activity(ActivityId("loose"))

    assert float_words(current, loose) == "none: ends after the finish"
    assert "ends after the finish" in describe(plan, current, "loose", PLAIN, TODAY)
    assert "moves the finish" not in describe(plan, current, "loose", PLAIN, TODAY)
    lines = seen_lines(plan, current, loose.id, ViewOptions(float_bars=True), TODAY)
    assert "float: none, it ends after the finish" in lines
    assert float_words(current, plan.activity(ActivityId("path"))) != float_words(current, loose)


def test_where_a_milestone_lands_is_said_with_what_decides_it() -> None:
    items = work("long", 30), work("short", 2), goal("end")
    side_by_side = schedule(network(*items, wait("long", "end"), wait("short", "end")))
    in_a_row = schedule(network(*items, *chain("long", "short", "end")))
    end = MilestoneId("end")

    assert "cover all the work left before it, 32 h." in landing_words(side_by_side, end)
    assert "after everything it waits for" in landing_words(in_a_row, end)
