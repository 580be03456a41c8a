"""Columns to choose, reorder and sort by, kept after a restart."""

import json
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.edits import set_effort
from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.columns import COLUMNS, Column
from planner.ui.timeline.outline_header import LEAST_PATH, OutlineHeader
from planner.ui.timeline.page import TimelinePage
from tests.helpers.mouse import Mouse


@pytest.fixture
def header(page: TimelinePage) -> OutlineHeader:
    return page.outline.columns


def middle(header: OutlineHeader, column: Column) -> QPoint:
    place = COLUMNS.index(column)
    left = header.sectionViewportPosition(place)
    return QPoint(left + header.sectionSize(place) // 2, header.height() // 2)


def click(header: OutlineHeader, column: Column) -> None:
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle(header, column))


def menu_of(header: OutlineHeader) -> QMenu:
    at = middle(header, Column.FINISH)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.mapToGlobal(at))
    QApplication.sendEvent(header.viewport(), event)
    return next(each for each in header.findChildren(QMenu) if each.isVisible())


def test_the_menu_of_the_header_chooses_columns(page: TimelinePage, header: OutlineHeader) -> None:
    menu = menu_of(header)
    names = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert [name for name, action in names.items() if action.isChecked()] == ["Finish", "Done"]

    names["Start"].trigger()

    assert header.in_order == (Column.PATH, Column.START, Column.FINISH, Column.DONE)
    assert "4 Jan 2027" in page.outline.outline_model.index_of("learning").siblingAtColumn(1).data()
    menu.close()


def test_clicks_sort_up_down_and_as_planned(page: TimelinePage, header: OutlineHeader) -> None:
    planned = page.view.rows.ids

    click(header, Column.FINISH)
    assert header.isSortIndicatorShown()
    assert page.view.rows.ids == planned
    click(header, Column.FINISH)
    assert page.view.rows.ids[1:4] == ("clustering-course", "core-proven", "regression-course")
    assert page.outline.rows is page.view.rows
    click(header, Column.FINISH)
    assert not page.outline.sorted
    assert page.view.rows.ids == planned


def test_a_sorted_outline_follows_edits(page: TimelinePage, header: OutlineHeader, editor: Editor) -> None:
    header.show_column(Column.HOURS, True)
    click(header, Column.HOURS)
    assert page.view.rows.ids[1] == "regression-course"

    editor.apply("Hours", set_effort, ActivityId("regression-course"), 60.0)

    assert page.view.rows.ids[1] == "clustering-course"


def test_a_column_is_dragged_to_another_place_but_not_before_the_path(header: OutlineHeader) -> None:
    begin, end = middle(header, Column.DONE), middle(header, Column.FINISH)
    Mouse(header).drag(begin, end.x() - begin.x() - 20)
    assert header.in_order == (Column.PATH, Column.DONE, Column.FINISH)

    begin = middle(header, Column.DONE)
    Mouse(header).drag(begin, 20 - begin.x())
    assert header.in_order[0] is Column.PATH


def test_titles_keep_room_whatever_is_shown(page: TimelinePage, header: OutlineHeader) -> None:
    for column in Column:
        header.show_column(column, True)

    assert header.sectionSize(0) >= LEAST_PATH
    assert header.in_order[0] is Column.PATH
    header.show_column(Column.PATH, False)
    assert not header.isSectionHidden(0)


def test_a_new_column_takes_its_room_from_the_chart(page: TimelinePage, header: OutlineHeader) -> None:
    before, path = page.outline.width(), header.sectionSize(0)

    header.show_column(Column.START, True)

    assert page.outline.width() > before
    assert header.sectionSize(0) == pytest.approx(path, abs=2)


def test_choice_order_widths_and_sort_come_back(
    page: TimelinePage, header: OutlineHeader, editor: Editor, look: ThemeController, qtbot: QtBot
) -> None:
    header.show_column(Column.MARGIN, True)
    header.moveSection(header.visualIndex(COLUMNS.index(Column.DONE)), 1)
    header.resizeSection(COLUMNS.index(Column.MARGIN), 133)
    click(header, Column.FINISH)
    click(header, Column.FINISH)
    state = json.loads(json.dumps(page.view_state))

    again = TimelinePage(editor, look)
    qtbot.addWidget(again)
    again.restore_view_state(state)
    again.resize(page.size())
    again.show()

    assert again.outline.columns.choice == header.choice
    assert again.outline.columns.in_order == (Column.PATH, Column.DONE, Column.FINISH, Column.MARGIN)
    assert again.outline.columns.sectionSize(COLUMNS.index(Column.MARGIN)) == 133
    assert again.view.rows.ids == page.view.rows.ids
    assert again.outline.columns.isSortIndicatorShown()


@pytest.mark.parametrize(
    "state",
    [
        None,
        7,
        {"order": 3, "widths": []},
        {"order": ["done", "done", "nothing", 4], "widths": {"done": "wide"}},
    ],
)
def test_a_choice_that_makes_no_sense_is_left_aside(header: OutlineHeader, state: Any) -> None:
    header.restore(state)

    assert header.in_order[0] is Column.PATH
    assert Column.DONE in header.in_order


def test_columns_that_do_not_fit_can_be_scrolled_to_and_hide_no_row(
    long_page: TimelinePage, qtbot: QtBot
) -> None:
    outline = long_page.outline
    for column in Column:
        outline.columns.show_column(column, True)
    qtbot.waitUntil(lambda: outline.horizontalScrollBar().isVisible())

    outline.horizontalScrollBar().setValue(outline.horizontalScrollBar().maximum())
    long_page.view.rows_bar.setValue(long_page.view.rows_bar.maximum())

    last = outline.cell_rect("the-end", Column.WAITS)
    assert 0 <= last.left() < last.right() <= outline.viewport().width()
    assert last.bottom() <= outline.viewport().height()
    for column in Column:
        outline.columns.show_column(column, column is Column.FINISH)
    qtbot.waitUntil(lambda: not outline.horizontalScrollBar().isVisible())
    assert long_page.view.rows_bar.value() == long_page.view.rows_bar.maximum()
