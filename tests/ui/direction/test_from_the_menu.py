"""The plan menu opens the change of direction, and says why where there is none."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.ui.direction.dialog import DirectionDialog
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController


def open_window(
    editor: Editor, look: ThemeController, folder: Path, qtbot: QtBot
) -> tuple[MainWindow, QAction]:
    """The window and the menu's action."""
    window = MainWindow(editor, look, Settings(folder / "milepost.ini"))
    qtbot.addWidget(window)
    window.show()
    action = window.findChild(QAction, "direction")
    assert isinstance(action, QAction)
    return window, action


def test_the_menu_opens_it_and_the_window_tells_what_it_did(
    editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    window, action = open_window(editor, look, tmp_path, qtbot)
    other = "cv" if editor.plan.facts.track != "cv" else "nlp"

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DirectionDialog)
        dialog.track.buttons[other].click()
        dialog.accept_button.click()

    QTimer.singleShot(0, choose)
    action.trigger()
    assert editor.plan.facts.track == other
    assert editor.undo_text.startswith("Change the track to ")
    assert any(editor.undo_text in each.text() for each in window.findChildren(QLabel))


def test_a_plan_of_another_roadmap_is_told_why_not(
    editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> None:
    def from_elsewhere(plan: Plan) -> Plan:
        return replace(plan, facts=replace(plan.facts, roadmap="elsewhere"))

    editor.apply("Come from elsewhere", from_elsewhere)
    window, action = open_window(editor, look, tmp_path, qtbot)
    action.trigger()
    assert any("made from another roadmap" in each.text() for each in window.findChildren(QLabel))
    assert editor.undo_text == "Come from elsewhere"
