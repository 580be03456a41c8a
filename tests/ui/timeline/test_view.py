"""The chart under a pointer that rests, and around its drags."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from planner.domain.edits import move_activity
from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.mouse import Mouse


def middle_of(view: TimelineView, item: str) -> QPoint:
    return next(mark.rect for mark in view.marks() if mark.id == item).center()


def tooltip_at(view: TimelineView, at: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text()


def test_a_bar_tells_what_it_is_and_the_empty_chart_nothing(view: TimelineView, qtbot: QtBot) -> None:
    assert "Regression course" in tooltip_at(view, middle_of(view, "regression-course"))
    tooltip_at(view, QPoint(view.width() - 50, view.height() - 10))
    qtbot.waitUntil(lambda: QToolTip.text() == "")


def test_the_flag_of_the_finish_tells_where_it_comes_from(view: TimelineView) -> None:
    finish = view.laid_out.finish_x
    assert finish is not None
    told = tooltip_at(view, QPoint(round(finish), view.look.header_height - 8))
    assert "lands here: likely efforts, in their order, on your own study hours." in told


@pytest.mark.parametrize(
    ("item", "dx", "shape"),
    [
        ("regression-course", 0, Qt.CursorShape.OpenHandCursor),
        ("core-proven", 0, Qt.CursorShape.OpenHandCursor),
        ("learning", 0, Qt.CursorShape.OpenHandCursor),
        ("core-proven", 60, Qt.CursorShape.ArrowCursor),
    ],
)
def test_the_pointer_shows_what_can_be_dragged(
    view: TimelineView, item: str, dx: int, shape: Qt.CursorShape
) -> None:
    QTest.mouseMove(view.viewport(), middle_of(view, item) + QPoint(dx, 0))

    assert view.viewport().cursor().shape() == shape


def test_the_right_end_of_a_bar_shows_that_it_can_be_drawn_out(view: TimelineView) -> None:
    rect = next(mark.rect for mark in view.marks() if mark.id == "regression-course")

    QTest.mouseMove(view.viewport(), QPoint(rect.right() + 1, rect.center().y()))

    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor


def test_a_double_click_asks_to_edit(page: TimelinePage, mouse: Mouse, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.edit_requested) as asked:
        mouse.double_click(middle_of(page.view, "serve-model"))

    assert asked.args == ["serve-model"]


def test_the_right_button_selects_and_leaves_the_menu_to_the_window(page: TimelinePage) -> None:
    at = middle_of(page.view, "serve-model")

    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.RightButton, pos=at)
    assert page.selected == "serve-model"

    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.view.mapToGlobal(at))
    page.view.contextMenuEvent(event)
    assert not event.isAccepted()


def test_leaving_the_page_in_mid_drag_puts_everything_back(
    page: TimelinePage, editor: Editor, mouse: Mouse
) -> None:
    plan = editor.plan
    mouse.press(middle_of(page.view, "core-proven"))
    mouse.move_by(120)

    page.hide()
    mouse.release()

    assert editor.plan is plan
    assert page.view.proposal is None


def test_today_moves_on_at_midnight(view: TimelineView, editor: Editor) -> None:
    before = view.laid_out.today_x

    editor._clock = lambda: date(2027, 1, 21)
    editor.check_today()

    assert view.laid_out.today_x == pytest.approx(before + view.scale.px_per_day)


def test_what_is_selected_comes_into_view_sideways(page: TimelinePage, editor: Editor) -> None:
    editor.apply("Far away", move_activity, ActivityId("write-up"), date(2029, 1, 1))

    page.select("write-up")

    assert page.view.rect().intersects(next(mark.rect for mark in page.view.marks() if mark.id == "write-up"))


def test_the_chart_keeps_its_zoom_when_the_window_grows_and_a_fitted_one_fits(page: TimelinePage) -> None:
    zoom, left = page.view.scale.px_per_day, page.view.scale.left
    page.resize(1700, 800)
    assert page.view.scale.px_per_day == zoom
    assert page.view.scale.left == left

    page.fit()
    fitted = page.view.scale.px_per_day
    page.resize(1300, 800)
    assert page.view.fitted
    assert page.view.scale.px_per_day < fitted


def test_another_height_leaves_a_fitted_chart_at_its_zoom_after_a_drop(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    page.fit()
    finish = editor.schedule.finish
    mouse.drag(middle_of(view, "serve-model"), 300)
    assert editor.schedule.finish != finish
    shown, bar = view.scale, page.view.rows_bar.isVisible()

    page.resize(page.width(), page.height() + 40)

    assert page.view.rows_bar.isVisible() == bar
    assert view.scale == shown
    page.fit()
    assert view.scale != shown


def test_zooming_keeps_what_is_selected_in_view(page: TimelinePage, view: TimelineView) -> None:
    page.fit()
    page.select("regression-course")
    for _ in range(6):
        page.zoom_in()
    middle = middle_of(view, "regression-course").x()
    assert 0 <= middle <= view.width()

    page.select(None)
    day = view.scale.day(view.width() / 2)
    page.zoom_in()
    assert view.scale.day(view.width() / 2) == pytest.approx(day)
