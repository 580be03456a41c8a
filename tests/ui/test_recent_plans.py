"""The plans opened of late are in the file menu, and open from there."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.recent_plans import RecentPlans
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def window(editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    made = MainWindow(editor, look, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def recent(window: MainWindow) -> RecentPlans:
    """The menu, as it is when the file menu has been opened."""
    menu = window.findChild(RecentPlans)
    assert isinstance(menu, RecentPlans)
    file_menu = window.findChild(QMenu, "&File")
    assert isinstance(file_menu, QMenu)
    file_menu.aboutToShow.emit()
    places = [each.text() for each in file_menu.actions()]
    assert places.index("Open &recent") == places.index("&Open…") + 1
    return menu


def test_the_others_are_named_newest_first_and_open(
    window: MainWindow, settings: Settings, editor: Editor, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("one", "R & D"):
        settings.remember_plan(tmp_path / f"{name}.milepost")
    settings.remember_plan(editor.document.path)
    menu = recent(window)
    assert [each.text() for each in menu.actions()] == [f"R && D, in {tmp_path}", f"one, in {tmp_path}"]

    chosen: QAction = menu.actions()[1]
    with qtbot.waitSignal(window.plan_requested) as asked:
        chosen.trigger()
    assert asked.args == [tmp_path / "one.milepost"]


def test_without_others_it_cannot_be_opened(window: MainWindow, settings: Settings, editor: Editor) -> None:
    settings.remember_plan(editor.document.path)
    assert not recent(window).isEnabled()
