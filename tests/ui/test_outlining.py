"""The view menu's actions on rows and columns, with ticks that stay true."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.columns import Column

Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(editor, look, Settings(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def test_collapse_and_expand_all(window: MainWindow, editor: Editor) -> None:
    rows = len(window.timeline.view.rows)

    action(window, "collapse-all").trigger()
    assert len(window.timeline.view.rows) == len(editor.plan.phases)
    action(window, "expand-all").trigger()
    assert len(window.timeline.view.rows) == rows


def test_columns_are_ticked_where_they_show(window: MainWindow) -> None:
    columns = window.timeline.outline.columns
    assert action(window, "column-finish").isChecked()
    assert not action(window, "column-start").isChecked()

    action(window, "column-start").trigger()
    assert Column.START in columns.shown
    columns.show_column(Column.START, False)
    assert not action(window, "column-start").isChecked()


def test_filters_are_ticked_while_they_hold(window: MainWindow, editor: Editor) -> None:
    action(window, "only-milestones").trigger()
    assert action(window, "only-milestones").isChecked()
    assert window.timeline.view.rows.found == frozenset(editor.plan.milestones)

    action(window, "show-everything").trigger()
    assert not action(window, "only-milestones").isChecked()


def test_rename_edits_in_the_row_while_the_timeline_shows(window: MainWindow) -> None:
    window.timeline.select("gradient-descent")
    window.timeline.outline.setFocus()

    QTest.keyClick(window, Qt.Key.Key_F2)

    line = window.timeline.editing.line
    assert line is not None
    assert line.isVisible()


def test_sorted_rows_are_not_moved_by_keys_either(window: MainWindow) -> None:
    window.timeline.select("gradient-descent")
    assert action(window, "move-down").isEnabled()

    window.timeline.keeper.sort_by(Column.START)

    assert not action(window, "move-down").isEnabled()
    assert "sorted by a column" in action(window, "move-down").statusTip()
    action(window, "sort-as-planned").trigger()
    assert action(window, "move-down").isEnabled()


def test_select_all_takes_every_row_and_keeps_the_current_one(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    timeline = window.timeline
    for focus in (timeline.outline, timeline.view):
        timeline.select("gradient-descent")
        focus.setFocus()
        qtbot.waitUntil(focus.hasFocus)

        QTest.keyClick(focus, Qt.Key.Key_A, Ctrl)

        assert timeline.selection == timeline.view.rows.ids
        assert timeline.selected == "gradient-descent"


def test_keys_that_change_the_plan_elsewhere_only_edit_the_words_in_a_line(
    window: MainWindow, editor: Editor
) -> None:
    window.activateWindow()
    window.timeline.select("gradient-descent")
    window.timeline.rename()
    line = window.timeline.editing.line
    assert line is not None

    for key, modifier in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_A, Ctrl),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(line, key, modifier)

    assert line.text() == "+"
    assert editor.undo_text == ""
    assert len(window.timeline.selection) == 1
