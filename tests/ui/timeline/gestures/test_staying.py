"""Drags whose drop changes nothing: shown while dragging, with the reason, and said after the drop."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint

from planner.domain.edits import move_activity
from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import dot_of, left_end_of, middle_of, right_end_of, said, shows
from tests.helpers.mouse import Mouse
from tests.ui.timeline.conftest import PX_PER_DAY

CLUSTERING = ActivityId("clustering-course")
WAITS = "It waits for “Regression course”, so it starts no earlier than 18 Jan 2027"
BEGINS = "What is left of the plan begins then, so it starts no earlier than 4 Jan 2027"


@pytest.fixture
def sentences(page: TimelinePage, editor: Editor) -> list[str]:
    told: list[str] = []
    page.message.connect(told.append)
    editor.followed.connect(told.append)
    return told


@pytest.mark.parametrize(
    ("item", "title", "place", "reason"),
    [
        ("clustering-course", "Clustering course", left_end_of, WAITS),
        ("clustering-course", "Clustering course", middle_of, WAITS),
        ("regression-course", "Regression course", left_end_of, BEGINS),
    ],
)
def test_what_holds_a_start_back_is_shown_and_said(
    view: TimelineView,
    editor: Editor,
    mouse: Mouse,
    sentences: list[str],
    item: str,
    title: str,
    place: Callable[[TimelineView, str], QPoint],
    reason: str,
) -> None:
    plan, at = editor.plan, place(view, item)
    mouse.press(at)
    mouse.move_by(-2 * int(PX_PER_DAY))

    assert said(view) == [f"{title} stays as it is", reason]
    asked, can = view.proposal.guides if view.proposal is not None else ()
    assert (can.day - asked.day).days == 2
    assert shows(view, QPoint(round(view.scale.x(asked.place)), at.y()), view.look.guide.color())
    mouse.release()

    assert editor.plan is plan
    assert sentences == [f"“{title}” stays as it was. {reason}."]


def test_a_start_that_goes_only_part_of_the_way_says_what_holds_it(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    editor.apply("Wait", move_activity, CLUSTERING, date(2027, 2, 1))

    mouse.press(left_end_of(view, "clustering-course"))
    mouse.move_by(-25 * int(PX_PER_DAY))

    assert said(view)[0].startswith("Clustering course · ")
    assert said(view)[2] == WAITS


def test_the_least_hours_are_not_made_less(
    view: TimelineView, editor: Editor, mouse: Mouse, sentences: list[str]
) -> None:
    mouse.drag(right_end_of(view, "clustering-course"), -90 * int(PX_PER_DAY))
    sentences.clear()

    mouse.drag(right_end_of(view, "clustering-course"), -5 * int(PX_PER_DAY))

    least = "A quarter of an hour is the least that can be left of it."
    assert sentences == [f"“Clustering course” stays as it was. {least}"]


def test_a_group_that_can_start_no_earlier_says_so(
    page: TimelinePage, view: TimelineView, mouse: Mouse, sentences: list[str]
) -> None:
    page.chosen.select_many(("regression-course", "clustering-course"))

    mouse.drag(middle_of(view, "clustering-course"), -4 * int(PX_PER_DAY))

    reason = "It waits for “Regression course”, so it starts no earlier than 18 Jan 2027."
    assert sentences == [f"“Clustering course” stays as it was. {reason}"]


def test_a_drag_shorter_than_a_step_says_how_to_go_by_days(
    view: TimelineView, mouse: Mouse, sentences: list[str]
) -> None:
    view.show_scale(replace(view.scale, px_per_day=2.0))
    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(10, steps=10)
    mouse.move_by(-10, steps=10)

    steps = "Drags go in steps of a week here: hold Shift for single days"
    assert said(view) == ["Core proven stays as it is", steps]
    mouse.release()
    assert sentences == [f"“Core proven” stays as it was. {steps}."]


def test_a_link_dropped_on_nothing_says_that_there_is_none(
    view: TimelineView, mouse: Mouse, sentences: list[str]
) -> None:
    mouse.hover(middle_of(view, "regression-course"))
    at = dot_of(view, "regression-course")
    mouse.drag(at, 0, 300)

    assert sentences == ["No link was drawn: let go on another bar or diamond for one."]
