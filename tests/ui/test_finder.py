"""Typing in the find field filters outline and chart together."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from planner.ui.editor import Editor
from planner.ui.find_field import FindField
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.filter_banner import FilterBanner
from planner.ui.timeline.row_filter import Quick

Key = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def window(editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    window = MainWindow(editor, look, settings)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def line(window: MainWindow) -> QLineEdit:
    found = window.findChild(QLineEdit, "find")
    assert isinstance(found, QLineEdit)
    found.setFocus()
    return found


def field(window: MainWindow) -> FindField:
    found = window.findChild(FindField)
    assert isinstance(found, FindField)
    return found


def banner(window: MainWindow) -> FilterBanner:
    found = window.findChild(FilterBanner)
    assert isinstance(found, FilterBanner)
    return found


def test_ctrl_f_and_letters_filter_both_sides_as_one_types(
    window: MainWindow, line: QLineEdit, editor: Editor
) -> None:
    timeline, finish = window.timeline, editor.schedule.finish
    total = len(editor.plan.activities) + len(editor.plan.milestones)
    QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert line.hasFocus()

    seen = []
    for letter in "docker":
        QTest.keyClicks(line, letter)
        seen.append(len(timeline.view.rows))

    assert seen == sorted(seen, reverse=True)
    found = timeline.view.rows.found
    assert found
    assert {mark.id for mark in timeline.view.marks()} >= found
    assert timeline.outline.rows is timeline.view.rows
    assert field(window).count == f"{len(found)} of {total}"
    assert banner(window).isVisible()
    assert banner(window).sentence == f"Showing {len(found)} of {total} items: “docker”"
    assert editor.schedule.finish == finish
    assert editor.undo_text == ""


def test_enter_goes_to_the_next_match_and_shift_enter_back(window: MainWindow, line: QLineEdit) -> None:
    QTest.keyClicks(line, "ml")
    timeline = window.timeline
    matches = [each for each in timeline.view.rows.ids if each in (timeline.view.rows.found or ())]
    assert len(matches) > 2

    visited = []
    for _ in range(len(matches) + 1):
        QTest.keyClick(line, Key.Key_Return)
        visited.append(timeline.selected)
    assert visited == [*matches, matches[0]]
    QTest.keyClick(line, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert timeline.selected == matches[-1]
    assert line.hasFocus()


def test_esc_shows_everything_and_gives_the_selection_back(window: MainWindow, line: QLineEdit) -> None:
    timeline = window.timeline
    first, second = [row.id for row in timeline.view.rows.rows if row.depth][:2]
    timeline.chosen.select_many([first, second])
    timeline.keeper.fold(timeline.view.rows.rows[-1].phase, True)
    folded = timeline.view.rows.collapsed
    line.setFocus()
    QTest.keyClicks(line, "certification")
    assert first not in timeline.selection
    assert timeline.view.rows.collapsed == frozenset()

    QTest.keyClick(line, Key.Key_Escape)

    assert timeline.selection == (first, second)
    assert timeline.view.rows.collapsed == folded
    assert timeline.view.rows.found is None
    assert line.text() == ""
    assert field(window).count == ""
    assert not banner(window).isVisible()
    assert timeline.outline.hasFocus()


def test_a_match_that_was_chosen_stays_chosen_and_shows(window: MainWindow, line: QLineEdit) -> None:
    timeline = window.timeline
    timeline.keeper.fold(None, True)
    line.setFocus()
    QTest.keyClicks(line, "docker")
    QTest.keyClick(line, Key.Key_Return)
    chosen = timeline.selected

    QTest.keyClick(line, Key.Key_Escape)

    assert chosen is not None
    assert timeline.selected == chosen
    assert chosen in timeline.view.rows.index


def test_no_match_says_so_kindly(window: MainWindow, line: QLineEdit) -> None:
    QTest.keyClicks(line, "zzyzx")

    assert len(window.timeline.view.rows) == 0
    assert banner(window).sentence == "Nothing matches “zzyzx”. Fewer or other words may find it."
    assert window.timeline.selected is None
    button = banner(window).findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert len(window.timeline.view.rows) > 30


def test_the_letters_found_stand_out(window: MainWindow, line: QLineEdit, look: ThemeController) -> None:
    QTest.keyClicks(line, "cluster")

    image = window.timeline.outline.viewport().grab().toImage()
    found = look.theme.colour("found").rgb()
    assert any(
        image.pixel(x, y) == found for x in range(20, 300) for y in range(0, min(image.height(), 400), 2)
    )


def test_quick_filters_stand_in_the_menu_beside_it(window: MainWindow, editor: Editor) -> None:
    action = next(each for each in field(window).findChildren(QAction) if each.text() == "Milestones only")

    action.trigger()

    assert window.timeline.view.rows.found == frozenset(editor.plan.milestones)
    assert "milestones only" in banner(window).sentence
    action.trigger()
    assert window.timeline.view.rows.found is None


def test_typing_on_the_week_page_brings_the_timeline_up(window: MainWindow, line: QLineEdit) -> None:
    window.show_page("week")
    line.setFocus()

    QTest.keyClicks(line, "docker")

    assert window.timeline.isVisible()
    assert line.hasFocus()
    assert line.text() == "docker"


def test_the_clear_button_shows_everything(window: MainWindow, line: QLineEdit) -> None:
    QTest.keyClicks(line, "docker")

    line.clear()

    assert window.timeline.view.rows.found is None


def test_an_item_that_is_added_while_filtering_shows(window: MainWindow, line: QLineEdit) -> None:
    QTest.keyClicks(line, "zzyzx")

    window.timeline.select(next(iter(window.editor.plan.activities)))

    assert window.timeline.view.rows.found is None
    assert line.text() == ""


def test_a_filter_is_there_again_after_a_restart_and_says_so(
    window: MainWindow, line: QLineEdit, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    QTest.keyClicks(line, "docker")
    window.timeline.keeper.show_quick(frozenset({Quick.OPEN}))
    rows = window.timeline.view.rows.ids
    window.memory.keep()
    state = json.loads(settings.value_for(window.editor.plan.facts.id, "view", ""))
    assert state["timeline"]["words"] == "docker"

    again = MainWindow(window.editor, look, settings)
    qtbot.addWidget(again)
    again.show()

    assert again.timeline.view.rows.ids == rows
    assert banner(again).isVisible()
    assert field(again).text == "docker"
    assert "still open" in banner(again).sentence
