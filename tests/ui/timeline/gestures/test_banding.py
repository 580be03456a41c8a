"""A band drawn around what is to be selected."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.ui.editor import Editor
from planner.ui.timeline.gestures.banding import RubberBand
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import left_end_of, middle_of, move_to, rect_of, said, shows
from tests.helpers.mouse import Modifier, Mouse


def corner_before(view: TimelineView, item: str) -> QPoint:
    """A place on the empty chart left of a bar, high in its row."""
    return left_end_of(view, item) - QPoint(30, 10)


@pytest.fixture
def banding(mouse: Mouse) -> Mouse:
    mouse.modifiers = Modifier.ShiftModifier
    return mouse


def test_shift_and_a_drag_over_empty_chart_select_what_the_band_touches(
    page: TimelinePage, view: TimelineView, editor: Editor, banding: Mouse
) -> None:
    plan, left = editor.plan, view.scale.left
    begin = corner_before(view, "regression-course")
    end = middle_of(view, "clustering-course")

    banding.press(begin)
    move_to(banding, begin, end)
    assert isinstance(view.gesture, RubberBand)
    assert said(view) == ["Selects 2 items"]
    frame = rect_of(view, "regression-course")
    assert shows(view, QPoint(frame.center().x(), frame.top() - 3), view.look.colour("accent"), 2)
    banding.release()

    assert page.selection == ("regression-course", "clustering-course")
    assert editor.plan is plan
    assert view.scale.left == left


def test_with_ctrl_the_band_adds_to_what_is_selected(
    page: TimelinePage, view: TimelineView, banding: Mouse
) -> None:
    page.select("endpoint-live")
    banding.modifiers = Modifier.ShiftModifier | Modifier.ControlModifier
    begin = corner_before(view, "regression-course")
    banding.drag(begin, middle_of(view, "regression-course").x() - begin.x(), 12)

    assert page.selection == ("regression-course", "endpoint-live")


def test_a_band_around_nothing_selects_nothing(
    page: TimelinePage, view: TimelineView, banding: Mouse
) -> None:
    page.select("endpoint-live")
    banding.press(QPoint(view.width() - 80, view.height() - 60))
    banding.move_by(40, 40)
    assert said(view) == ["Selects nothing"]
    banding.release()

    assert page.selection == ()


def test_escape_leaves_the_selection_as_it_was(
    page: TimelinePage, view: TimelineView, banding: Mouse
) -> None:
    page.select("endpoint-live")
    begin = corner_before(view, "regression-course")
    banding.press(begin)
    move_to(banding, begin, middle_of(view, "clustering-course"))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    banding.release()

    assert page.selection == ("endpoint-live",)
    assert view.proposal is None
