"""What ends a drag and what goes on around it: other buttons, focus, edges of the window, wheel and pinch."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture
from pytestqt.qtbot import QtBot

from planner.domain.edits import mark_started
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.structure import remove_items
from planner.ui.editor import Editor
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import dot_of, left_end_of, middle_of, right_end_of, tail_of
from tests.helpers.mouse import Modifier, Mouse
from tests.ui.timeline.conftest import PX_PER_DAY, TODAY

CORE = MilestoneId("core-proven")
PLACES = {
    "diamond": lambda view: middle_of(view, "core-proven"),
    "bar": lambda view: middle_of(view, "regression-course"),
    "left end": lambda view: left_end_of(view, "serve-model"),
    "right end": lambda view: right_end_of(view, "clustering-course"),
    "tail": lambda view: tail_of(view, "regression-course"),
    "dot": lambda view: dot_of(view, "regression-course"),
    "empty chart": lambda view: QPoint(view.width() - 60, view.height() - 20),
}
"""Where each gesture begins."""


def days(count: float) -> int:
    return round(count * PX_PER_DAY)


@pytest.fixture
def told(page: TimelinePage) -> list[str]:
    sentences: list[str] = []
    page.message.connect(sentences.append)
    return sentences


def press_right(view: TimelineView, at: QPoint) -> None:
    """The right button goes down while the left one is held."""
    right, both = Qt.MouseButton.RightButton, Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        right,
        both,
        Modifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("ending", ["escape", "right button", "focus", "hidden"])
def test_a_drag_that_is_let_go_leaves_everything_as_it_was(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse, place: str, ending: str
) -> None:
    at = PLACES[place](view)
    mouse.click(at)
    plan, before = editor.plan, view.place
    picture = view.grab().toImage()

    mouse.press(at)
    mouse.move_by(days(6), 30)
    assert view.grab().toImage() != picture
    if ending == "escape":
        QTest.keyClick(view, Qt.Key.Key_Escape)
    elif ending == "right button":
        press_right(view, at)
    elif ending == "focus":
        view.setFocus()
        view.clearFocus()
    else:
        page.hide()
        page.show()
    assert view.gesture is None
    mouse.move_by(days(3))
    mouse.release()

    assert editor.plan is plan
    assert editor.undo_text == ""
    assert view.place == before
    assert view.proposal is None


def test_the_right_button_in_mid_drag_opens_no_menu(view: TimelineView, mouse: Mouse) -> None:
    at = middle_of(view, "core-proven")
    mouse.press(at)
    mouse.move_by(days(6))
    press_right(view, at)

    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert event.isAccepted()


def test_losing_the_keyboard_is_said(view: TimelineView, mouse: Mouse, told: list[str]) -> None:
    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(days(6))
    view.setFocus()
    view.clearFocus()
    assert told == ["The keyboard went elsewhere, so the drag was let go."]


def test_a_release_nobody_told_of_ends_the_drag(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    plan = editor.plan
    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(days(6))
    mouse.hover(middle_of(view, "core-proven"))
    assert view.gesture is None
    assert editor.plan is plan


@pytest.mark.parametrize("edge", ["left", "right", "top", "bottom"])
def test_at_each_edge_of_the_window_the_chart_scrolls_along(
    view: TimelineView, editor: Editor, mouse: Mouse, qtbot: QtBot, edge: str
) -> None:
    view.resize(700, view.look.header_height + 5 * view.look.row_height)
    view.rows_bar.setValue(30)
    view.show_scale(DateScale(editor.plan.facts.start.toordinal() - 3.0, PX_PER_DAY, 700.0))
    item = "clustering-course"
    at = middle_of(view, item)
    body = view.body
    target = {
        "left": QPoint(2, at.y()),
        "right": QPoint(round(body.right()) - 2, at.y()),
        "top": QPoint(at.x() + 20, round(body.top()) + 2),
        "bottom": QPoint(at.x() + 20, round(body.bottom()) - 2),
    }[edge]
    left, top = view.scale.left, view.rows_bar.value()

    mouse.press(at)
    mouse.move_by(target.x() - at.x(), target.y() - at.y())

    def scrolled() -> bool:
        days_on, rows_on = view.scale.left - left, view.rows_bar.value() - top
        return {
            "left": days_on < -2,
            "right": days_on > 2,
            "top": rows_on < -5,
            "bottom": rows_on > 5,
        }[edge]

    qtbot.waitUntil(scrolled)
    if edge in ("left", "right"):
        # The bar stays under the pointer: as far as it may go.
        shown = view.laid_out.mark_of(item)
        assert shown is not None
        if edge == "right":
            assert middle_of(view, item).x() == pytest.approx(target.x(), abs=days(4))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.scale.left == left
    assert view.rows_bar.value() == top
    mouse.release()


def test_scrolling_along_stops_with_the_drop(
    view: TimelineView, editor: Editor, mouse: Mouse, qtbot: QtBot
) -> None:
    left = view.scale.left
    at = middle_of(view, "core-proven")
    mouse.press(at)
    mouse.move_by(view.width() - 3 - at.x())
    qtbot.waitUntil(lambda: view.scale.left > left + 3)
    mouse.release()
    stopped = view.scale.left

    later: list[bool] = []
    QTimer.singleShot(80, lambda: later.append(True))
    qtbot.waitUntil(lambda: bool(later))
    assert view.scale.left == stopped
    assert editor.plan.milestone(CORE).target is not None


def test_what_is_grabbed_near_an_edge_does_not_run_off(view: TimelineView, mouse: Mouse) -> None:
    view.show_scale(DateScale(view.scale.left + 30, PX_PER_DAY, view.scale.width))
    left = view.scale.left
    at = middle_of(view, "core-proven")
    view.show_scale(DateScale(left - (view.width() - 20 - at.x()) / PX_PER_DAY, PX_PER_DAY, view.scale.width))
    left = view.scale.left

    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(-days(2))

    QApplication.processEvents()
    assert view.scale.left == left


def pinch_by(view: TimelineView, at: QPoint, value: float) -> None:
    """Two fingers on a touch pad."""
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        value,
        QPointF(),
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("value", [0.2, -0.2])
def test_pinching_zooms_at_the_fingers(view: TimelineView, value: float) -> None:
    at = QPoint(400, 200)
    day, zoom = view.scale.day(400), view.scale.px_per_day

    pinch_by(view, at, value)

    assert view.scale.px_per_day == pytest.approx(zoom * (1 + value))
    assert view.scale.day(400) == pytest.approx(day)


def test_pinching_on_a_touch_screen_zooms_between_the_fingers_and_follows_them(view: TimelineView) -> None:
    middle = QPointF(view.viewport().mapToGlobal(QPoint(400, 200)))
    day, zoom = view.scale.day(400), view.scale.px_per_day
    pinch = QPinchGesture()
    pinch.setLastCenterPoint(middle)
    pinch.setCenterPoint(middle + QPointF(30, 0))
    pinch.setScaleFactor(1.5)
    pinch.setChangeFlags(QPinchGesture.ChangeFlag.ScaleFactorChanged)

    QApplication.sendEvent(view.viewport(), QGestureEvent([pinch]))

    assert view.scale.px_per_day == pytest.approx(zoom * 1.5)
    assert view.scale.day(430) == pytest.approx(day)


def test_the_wheel_scrolls_zooms_at_the_pointer_and_goes_sideways(view: TimelineView, mouse: Mouse) -> None:
    view.resize(view.width(), view.look.header_height + 4 * view.look.row_height)
    at = QPoint(500, 120)
    scale = view.scale

    mouse.wheel(at, -1)
    assert view.rows_bar.value() > 0
    assert view.scale == scale

    mouse.modifiers = Modifier.ControlModifier
    mouse.wheel(at, 1)
    assert view.scale.px_per_day == pytest.approx(scale.px_per_day * 1.25)
    assert view.scale.day(500) == pytest.approx(scale.day(500))

    mouse.modifiers = Modifier.ShiftModifier
    zoomed = view.scale
    mouse.wheel(at, -1)
    assert view.scale.px_per_day == zoomed.px_per_day
    assert view.scale.left > zoomed.left


def test_a_drag_right_after_a_click_is_a_drag_and_no_double_click(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    asked: list[object] = []
    page.edit_requested.connect(asked.append)
    at = middle_of(view, "core-proven")

    mouse.click(at)
    mouse.press_again(at)
    mouse.move_by(days(7))
    mouse.release()

    assert editor.plan.milestone(CORE).target is not None
    assert asked == []


def test_what_is_removed_while_it_is_pressed_is_not_dragged(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    mouse.press(middle_of(view, "write-up"))
    editor.apply("Delete Write up", remove_items, [ActivityId("write-up")], TODAY)
    mouse.move_by(days(5))
    assert view.gesture is None
    mouse.release()
    assert editor.undo_text == "Delete Write up"


def test_what_is_removed_between_two_clicks_is_not_edited(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    asked: list[str] = []
    view.edit_requested.connect(asked.append)
    mouse.click(middle_of(view, "write-up"))
    mouse.press_again(middle_of(view, "write-up"))
    editor.apply("Delete Write up", remove_items, [ActivityId("write-up")], TODAY)
    mouse.release()
    assert asked == []


def chosen(page: TimelinePage) -> tuple[str, ...]:
    """The selected rows; a function, as a click changes them."""
    return page.selection


def test_a_click_below_the_last_row_selects_nothing(
    page: TimelinePage, view: TimelineView, mouse: Mouse
) -> None:
    page.select("serve-model")
    mouse.click(QPoint(view.width() - 60, 10))
    assert chosen(page) == ("serve-model",)  # The header is no row.

    mouse.click(QPoint(view.width() - 60, view.height() - 20))

    assert chosen(page) == ()
    assert not page.outline.selectionModel().hasSelection()


def test_escape_in_a_drag_brings_back_what_was_selected(
    page: TimelinePage, view: TimelineView, mouse: Mouse, qtbot: QtBot
) -> None:
    for before in (("regression-course", "write-up"), tuple[str, ...]()):
        page.chosen.select_many(before)
        mouse.press(middle_of(view, "serve-model"))
        mouse.move_by(60)
        assert chosen(page) == ("serve-model",)
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        mouse.release()
        assert chosen(page) == before


def test_what_cannot_be_dragged_offers_no_hand(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    editor.apply("Start", mark_started, ActivityId("regression-course"), date(2027, 1, 4))
    mouse.hover(middle_of(view, "regression-course"))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
    mouse.hover(right_end_of(view, "regression-course"))
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    mouse.hover(middle_of(view, "serve-model"))
    assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
