"""Rows as low as all of them fit: chosen, scrolled, pointed at, selected, told to screen readers and kept."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.timeline.accessibility import (
    EARLIER,
    LATER,
    LONGER,
    PRESS,
    TOGGLE,
    ChartInterface,
    PaintedItemInterface,
)
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.row_zoom import COMFORTABLE, RowFit, RowZoom
from tests.helpers.big_plans import study_plan
from tests.helpers.looks import dressed
from tests.helpers.mouse import Modifier, Mouse
from tests.helpers.plans import START

ALL = RowZoom(RowFit.ALL)


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[TimelinePage]:
    """A plan of 400 activities, 417 rows, all in view."""
    with (
        dressed(qapp, tmp_path) as look,
        Document.create(tmp_path / "p.milepost", study_plan(400)) as document,
    ):
        editor = Editor(document, lambda: START + timedelta(days=30))
        page = TimelinePage(editor, look)
        editor.changed.connect(page.on_changed)
        qtbot.addWidget(page)
        page.resize(1300, 800)
        page.show()
        qtbot.waitExposed(page)
        page.view.show_row_zoom(ALL)
        QApplication.processEvents()
        yield page


def middle_of(page: TimelinePage, item: str) -> QPoint:
    return next(mark.rect for mark in page.view.marks() if mark.id == item).center()


def test_all_rows_are_in_view_and_nothing_is_left_to_scroll(page: TimelinePage) -> None:
    view = page.view
    assert view.low
    assert view.rows_bar.maximum() == 0
    assert {mark.id for mark in view.marks()} == set(view.rows.ids)
    assert page.ticks.isVisible()


def test_ctrl_shift_and_the_wheel_make_rows_higher_at_the_pointer(page: TimelinePage) -> None:
    view, mouse = page.view, Mouse(page.view)
    mouse.modifiers = Modifier.ControlModifier | Modifier.ShiftModifier
    at = QPoint(300, 420)
    before, height = view.laid_out.viewport, view.row_height
    under = (at.y() - view.look.header_height + before.top) / before.row_height
    mouse.wheel(at, 3)
    after = view.laid_out.viewport
    assert view.row_height == pytest.approx(height * 1.25**3)
    assert view.row_zoom.fit is RowFit.OWN
    assert (at.y() - view.look.header_height + after.top) / after.row_height == pytest.approx(under, abs=0.5)
    mouse.wheel(at, -9)
    assert view.row_zoom == ALL
    mouse.wheel(at, 40)
    assert view.row_zoom == COMFORTABLE
    assert page.ticks.isHidden()


def test_outline_and_chart_scroll_in_step_at_every_height(page: TimelinePage) -> None:
    for zoom in (COMFORTABLE, RowZoom(RowFit.COMPACT), RowZoom(RowFit.OWN, 6.5)):
        page.view.show_row_zoom(zoom)
        page.view.rows_bar.setValue(page.view.rows_bar.maximum() // 2)
        QApplication.processEvents()
        row = page.view.rows.rows[page.view.laid_out.viewport.row_at(100)]
        beside = page.outline.row_at(100)
        assert beside is not None
        assert beside.id == row.id, zoom


def test_a_bar_a_pixel_high_is_clicked_hovered_and_dragged(page: TimelinePage) -> None:
    view, mouse = page.view, Mouse(page.view)
    at = middle_of(page, "a200")
    mouse.click(at)
    assert page.selected == "a200"
    before = view.editor.schedule.start_day(ActivityId("a200"))
    mouse.drag(at, 60)
    assert view.editor.schedule.start_day(ActivityId("a200")) > before
    assert view.editor.undo_text.startswith("Move")


def test_rows_beside_the_chart_are_clicked_too(page: TimelinePage, qtbot: QtBot) -> None:
    number = page.view.rows.index["a120"]
    y = int((number + 0.5) * page.view.row_height)
    qtbot.mouseClick(page.ticks, Qt.MouseButton.LeftButton, pos=QPoint(50, y))
    assert page.selected is not None
    assert abs(page.view.rows.index[page.selected] - number) <= 1
    number = page.view.rows.index["a300"]
    below = QPoint(50, int((number + 0.5) * page.view.row_height))
    qtbot.mouseClick(page.ticks, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, below)
    assert len(page.selection) > 150


def test_the_keyboard_brings_a_low_row_into_view(page: TimelinePage) -> None:
    page.view.show_row_zoom(RowZoom(RowFit.OWN, 8.0))
    page.select("a399")
    top, height = page.view.rows_bar.value(), page.view.height()
    assert top <= page.view.rows.index["a399"] * 8.0 <= top + height


def test_the_height_of_the_rows_is_kept(page: TimelinePage) -> None:
    state = page.view_state
    page.view.show_row_zoom(COMFORTABLE)
    page.restore_view_state(state)
    assert page.view.row_zoom == ALL


def test_the_selected_row_is_seen_among_hundreds(page: TimelinePage) -> None:
    page.select("a200")
    image = page.view.grab().toImage()
    ratio = image.devicePixelRatioF()
    y = page.view.look.header_height + (page.view.rows.index["a200"] + 0.5) * page.view.row_height
    tip = QPointF(2, y) * ratio
    assert image.pixelColor(round(tip.x()), round(tip.y())) == page.view.look.colour("accent")


def test_a_screen_reader_finds_each_bar_wherever_one_zooms_scrolls_folds_and_filters(
    page: TimelinePage,
) -> None:
    chart = ChartInterface(page)
    view = page.view

    def names() -> list[str]:
        children = [chart.child(number) for number in range(chart.childCount())]
        return [each.text(QAccessible.Text.Name) for each in children if each is not None]

    assert chart.childCount() == len(view.rows)
    view.show_row_zoom(COMFORTABLE)
    QApplication.processEvents()
    first = names()
    assert 10 < len(first) < 40
    assert first[0].startswith("P0") or first[0].startswith("Phase P0")
    view.rows_bar.setValue(view.rows_bar.maximum())
    assert names()[-1].startswith("Milestone Phase 8 proven")
    page.keeper.fold(None, True)
    assert len(names()) == 8
    page.keeper.fold(None, False)
    page.keeper.show_words("Monitoring 18")
    assert any(name.startswith("Activity Monitoring 18,") for name in names())
    assert len(names()) < 10


def test_each_item_offers_what_can_be_done_with_it_and_does_it(page: TimelinePage) -> None:
    chart, view = ChartInterface(page), page.view
    index = view.rows.index
    bar, diamond, group = (chart.child(index[each]) for each in ("a0", "m0", "p0"))
    assert isinstance(bar, PaintedItemInterface)
    assert isinstance(diamond, PaintedItemInterface)
    assert isinstance(group, PaintedItemInterface)
    assert len(bar.actionNames()) == 6
    assert LONGER not in diamond.actionNames()
    assert group.actionNames() == [PRESS, TOGGLE, LATER, EARLIER]

    finish = view.editor.schedule.finish_day(ActivityId("a0"))
    bar.doAction(LONGER)
    assert view.editor.schedule.finish_day(ActivityId("a0")) > finish
    assert bar.state().active
    diamond.doAction(TOGGLE)
    assert bar.state().selected
    assert diamond.state().selected
    assert not group.state().selected
    assert chart.state().multiSelectable

    start = view.editor.schedule.start_day(ActivityId("a0"))
    group.doAction(LATER)
    assert view.editor.schedule.start_day(ActivityId("a0")) > start
