"""Dragging the empty chart."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.ui.editor import Editor
from planner.ui.timeline.gestures.panning import Pan
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import middle_of
from tests.helpers.mouse import Mouse
from tests.ui.timeline.conftest import PX_PER_DAY


def days(count: float) -> int:
    return round(count * PX_PER_DAY)


def test_the_empty_chart_pans_and_escape_brings_it_back(view: TimelineView, mouse: Mouse) -> None:
    left = view.scale.left
    empty = QPoint(view.width() - 60, view.height() - 20)

    mouse.press(empty)
    mouse.move_by(-days(10))
    assert isinstance(view.gesture, Pan)
    assert view.scale.left == pytest.approx(left + 10)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.scale.left == pytest.approx(left)
    mouse.release()

    mouse.drag(empty, -days(4))
    assert view.scale.left == pytest.approx(left + 4)


def test_a_pan_from_a_row_with_a_bar_moves_days_and_rows_and_no_bar(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    view.resize(view.width(), view.look.header_height + 4 * view.look.row_height)
    plan, left = editor.plan, view.scale.left

    mouse.drag(middle_of(view, "regression-course") + QPoint(days(40), 0), -days(3), -view.look.row_height)

    assert view.scale.left == pytest.approx(left + 3)
    assert view.rows_bar.value() == view.look.row_height
    assert editor.plan is plan
