"""The words of the inspector's figures, and of the chart's beside them."""

from datetime import date

from planner.domain.items import ActivityId
from planner.domain.schedule import schedule
from planner.ui.inspector.words import float_words
from planner.ui.timeline.descriptions import describe
from planner.ui.timeline.options import PLAIN, ViewOptions
from planner.ui.timeline.seen_words import seen_lines
from tests.helpers.networks import chain, goal, network, work

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
