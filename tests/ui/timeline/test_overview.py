"""The overview strip: its frame pans and zooms the chart, with the mouse and with the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.edits import move_activity
from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from planner.ui.timeline.axis import bounded
from planner.ui.timeline.overview import Overview
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.mouse import Mouse
from tests.helpers.plans import START

Button = Qt.MouseButton


@pytest.fixture
def overview(page: TimelinePage) -> Overview:
    page.view.show_scale(bounded(START.toordinal() + 10.0, 30.0, page.view.width()))
    return page.around.overview


def drag(overview: Overview, x: float, dx: float) -> None:
    """Press at an x of the strip, move and let go."""
    middle = overview.height() // 2
    QTest.mousePress(overview, Button.LeftButton, pos=QPoint(round(x), middle))
    for step in range(1, 6):
        QTest.mouseMove(overview, QPoint(round(x + dx * step / 5), middle))
    QTest.mouseRelease(overview, Button.LeftButton, pos=QPoint(round(x + dx), middle))


def test_the_frame_stands_where_the_chart_is(overview: Overview, view: TimelineView) -> None:
    assert overview.frame.left == pytest.approx(overview.scale.x(view.scale.left))
    assert overview.frame.right == pytest.approx(overview.scale.x(view.scale.right))


@pytest.mark.parametrize("days", [-200.0, 200.0])
def test_beyond_the_path_the_frame_stays_in_the_strip_with_both_ends(
    overview: Overview, view: TimelineView, days: float
) -> None:
    before = overview.frame
    end = view.scale.left if days < 0 else view.scale.right
    edge = overview.scale.left if days < 0 else overview.scale.right
    inside = -20.0 if days < 0 else 20.0

    view.show_scale(bounded(view.scale.left + edge - end - inside / 2 + inside, 30.0, view.width()))

    frame = overview.frame
    assert 0 <= frame.left < frame.right <= overview.width()
    assert frame.right - frame.left == pytest.approx(
        before.right - before.left - 10 * overview.scale.px_per_day
    )


@pytest.mark.parametrize("days", [-3000.0, 3000.0])
def test_far_beyond_the_path_some_of_the_frame_can_still_be_held(
    overview: Overview, view: TimelineView, days: float
) -> None:
    view.show_scale(bounded(view.scale.left + days, 30.0, view.width()))
    left = view.scale.left

    drag(overview, 2 if days < 0 else overview.width() - 2, 40 if days < 0 else -40)

    assert (view.scale.left - left) * days < 0


def test_dragging_the_frame_pans(overview: Overview, view: TimelineView) -> None:
    before, zoom = view.scale.left, view.scale.px_per_day

    drag(overview, (overview.frame.left + overview.frame.right) / 2, 60)

    assert view.scale.left == pytest.approx(before + 60 / overview.scale.px_per_day)
    assert view.scale.px_per_day == zoom


@pytest.mark.parametrize("end", ["left", "right"])
def test_dragging_an_end_zooms_and_keeps_the_other_end(
    overview: Overview, view: TimelineView, end: str
) -> None:
    before = view.scale
    x = overview.frame.left if end == "left" else overview.frame.right

    drag(overview, x, -20 if end == "left" else 20)

    assert view.scale.px_per_day < before.px_per_day
    other = "right" if end == "left" else "left"
    assert getattr(view.scale, other) == pytest.approx(getattr(before, other), abs=0.01)


def test_a_press_beside_the_frame_goes_there(overview: Overview, view: TimelineView) -> None:
    zoom = view.scale.px_per_day
    x = overview.width() - 80

    QTest.mouseClick(overview, Button.LeftButton, pos=QPoint(x, overview.height() // 2))

    assert view.scale.day(view.scale.width / 2) == pytest.approx(overview.scale.day(x))
    assert view.scale.px_per_day == zoom


def test_a_double_click_shows_the_whole_path(overview: Overview, view: TimelineView) -> None:
    Mouse(overview).double_click(QPoint(300, 10))

    assert view.fitted


def test_escape_takes_a_drag_back(overview: Overview, view: TimelineView) -> None:
    before = view.scale
    middle = QPoint(round((overview.frame.left + overview.frame.right) / 2), 10)
    QTest.mousePress(overview, Button.LeftButton, pos=middle)
    QTest.mouseMove(overview, middle + QPoint(80, 0))
    assert view.scale != before

    QTest.keyClick(overview, Qt.Key.Key_Escape)

    assert view.scale == before
    QTest.mouseRelease(overview, Button.LeftButton, pos=middle)
    assert view.scale == before


def test_the_keyboard_pans_zooms_and_goes_to_the_ends(overview: Overview, view: TimelineView) -> None:
    start = view.scale
    QTest.keyClick(overview, Qt.Key.Key_Right)
    assert view.scale.left > start.left
    QTest.keyClick(overview, Qt.Key.Key_Left)
    assert view.scale.left == pytest.approx(start.left)
    QTest.keyClick(overview, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.scale.left == pytest.approx(start.right)
    QTest.keyClick(overview, Qt.Key.Key_Home)
    assert view.scale.left < START.toordinal() < view.scale.right
    QTest.keyClick(overview, Qt.Key.Key_End)
    last = view.editor.schedule.last_day.toordinal()
    assert view.scale.left < last < view.scale.right
    QTest.keyClick(overview, Qt.Key.Key_Plus)
    assert view.scale.px_per_day > start.px_per_day


def test_it_can_be_reached_with_the_keyboard_and_says_what_it_shows(overview: Overview) -> None:
    assert overview.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert overview.accessibleName() == "Overview of the whole path"
    assert "14 Jan 2027" in overview.accessibleDescription()


def test_it_shows_an_edit_a_moment_later(overview: Overview, editor: Editor, qtbot: QtBot) -> None:
    before = overview.grab().toImage()

    editor.apply("Move", move_activity, ActivityId("serve-model"), START.replace(month=6))

    qtbot.waitUntil(lambda: overview.grab().toImage() != before)


def test_scrolling_the_chart_does_not_draw_the_path_anew(
    overview: Overview, view: TimelineView, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []
    overview.grab()
    monkeypatch.setattr("planner.ui.timeline.overview.paint_overview", lambda *given: drawn.append(given))

    for _ in range(5):
        view.pan(-40, 0)
        overview.grab()

    assert drawn == []
