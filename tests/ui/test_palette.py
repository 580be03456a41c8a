"""The command palette: every action and row, by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.ui.action_entries import ACTIONS
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.palette import Palette
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController

GRADIENT = ActivityId("gradient-descent")
Key = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def window(editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    made = MainWindow(editor, look, settings)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    made.timeline.outline.setFocus()
    qtbot.waitUntil(made.timeline.outline.hasFocus)
    return made


def opened(window: MainWindow, qtbot: QtBot) -> Palette:
    """The palette after Ctrl+K, with the keyboard in its field."""
    qtbot.keyClick(window.timeline.outline, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.waitUntil(palette.field.hasFocus)
    return palette


def type_and_choose(palette: Palette, words: str, qtbot: QtBot) -> None:
    field = palette.findChild(QLineEdit, "palette-field")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Return)


def test_it_lists_every_action_with_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    listed = {each.action: each for each in palette.lines}
    assert set(listed) == {entry.id for entry in ACTIONS} - {"palette"}
    assert listed["find"].keys == "Ctrl+F"
    assert listed["find"].where == "Edit"
    assert listed["undo"].reason == "There is nothing to undo."


def test_words_find_an_action_and_enter_does_it(window: MainWindow, editor: Editor, qtbot: QtBot) -> None:
    window.timeline.select(GRADIENT)
    palette = opened(window, qtbot)
    type_and_choose(palette, "longer mak", qtbot)
    assert palette.isHidden()
    assert editor.undo_text.startswith("Give Gradient descent by hand")
    assert window.timeline.outline.hasFocus()


def test_what_was_used_stands_first_the_next_time_also_after_a_restart(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    window.timeline.select(GRADIENT)
    type_and_choose(opened(window, qtbot), "make longer", qtbot)
    palette = opened(window, qtbot)
    assert palette.current is not None
    assert palette.current.action == "lengthen"
    assert [each.text for each in palette.lines if each.is_heading] == ["Used of late", "All commands"]
    assert settings.recent_actions == ["lengthen"]


def test_go_to_an_item(window: MainWindow, qtbot: QtBot) -> None:
    action = window.findChild(QAction, "week")
    assert isinstance(action, QAction)
    action.trigger()
    window.timeline.select(None)
    qtbot.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    type_and_choose(palette, "go gradient", qtbot)
    assert window.timeline.selected == GRADIENT
    assert window.timeline.isVisible()


def test_what_does_not_apply_stays_with_its_reason(window: MainWindow, editor: Editor, qtbot: QtBot) -> None:
    window.timeline.select("endpoint-live")
    palette = opened(window, qtbot)
    type_and_choose(palette, "make longer", qtbot)
    assert not palette.isHidden()
    assert palette.current is not None
    assert palette.current.reason == "A milestone has no length: move it instead."
    assert editor.undo_text == ""


def test_arrows_go_around_and_escape_leaves_all_as_it_was(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    before = editor.plan
    palette = opened(window, qtbot)
    first = palette.current
    qtbot.keyClick(palette.field, Key.Key_Up)
    assert palette.current == palette.lines[-1]
    qtbot.keyClick(palette.field, Key.Key_Down)
    assert palette.current == first
    qtbot.keyClick(palette.field, Key.Key_Tab)
    assert palette.field.hasFocus()
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert palette.isHidden()
    assert editor.plan is before
    assert window.timeline.outline.hasFocus()


def test_a_press_beside_the_card_takes_it_away(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert palette.isHidden()


@pytest.mark.parametrize(
    ("words", "action"), [("i was away", "pause"), ("ill", "pause"), ("bring forward", "catch-up")]
)
def test_an_action_is_found_by_what_one_would_call_it_too(
    window: MainWindow, qtbot: QtBot, words: str, action: str
) -> None:
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, words)
    assert action in [each.action for each in palette.lines][:4]


def test_nothing_found_is_said(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    type_and_choose(palette, "qqqq", qtbot)
    assert palette.lines == []
    assert not palette.isHidden()


def test_the_closed_palette_leaves_no_lines_behind(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    assert palette.current is not None
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert palette.lines == []
    assert not palette.list.selectionModel().hasSelection()
    assert len(opened(window, qtbot).lines) > 10


def test_where_nothing_fits_the_field_stays_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, "zzzz")
    said = next(each for each in palette.findChildren(QLabel) if "zzzz" in each.text())
    for each in (palette.field, said):
        assert each.isVisible()
        assert not each.visibleRegion().isEmpty()
        assert each.visibleRegion().boundingRect().height() >= each.fontMetrics().height()
