"""The real window on the real roadmap's plan, a learner's keys, and answers to the dialogs they open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.selection import ClickMode


class Learner:
    """Sits at the window, with the keyboard on the outline."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def select(self, *ids: str) -> None:
        """Click the first row and add the others with Ctrl."""
        self.window.timeline.select(ids[0])
        for each in ids[1:]:
            self.window.timeline.view.item_clicked.emit(each, ClickMode.TOGGLE)

    def press(self, keys: str) -> None:
        """Press keys as they stand in the menus."""
        outline = self.window.timeline.outline
        self.window.activateWindow()
        outline.setFocus()
        self.qtbot.waitUntil(outline.hasFocus)
        QTest.keySequence(outline, QKeySequence(keys))

    def said(self, words: str) -> bool:
        """Whether the status bar or the top of the window says so now."""
        bar = self.window.statusBar()
        said = [each.accessibleName() for each in bar.findChildren(QLabel)]
        return any(words in each for each in (*said, self.window.banner.sentence))

    def answer(self, keys: str, do: Callable[[QDialog], None]) -> None:
        """Press keys that open a dialog, and answer it; it is closed whatever goes wrong."""
        self.answering(do, lambda: self.press(keys))

    def choose(self, action_id: str, do: Callable[[QDialog], None] | None = None) -> None:
        """Choose an action from its menu, and answer the dialog it opens."""
        if do is None:
            self.action(action_id).trigger()
        else:
            self.answering(do, self.action(action_id).trigger)

    def action(self, action_id: str) -> QAction:
        found = self.window.findChild(QAction, action_id)
        assert isinstance(found, QAction)
        return found

    def answering(self, do: Callable[[QDialog], None], open_it: Callable[[], object]) -> None:
        """Answer the dialog that something opens; it is closed whatever goes wrong."""
        answered: list[BaseException | None] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            watch.stop()
            try:
                do(dialog)
                answered.append(None)
            except AssertionError as error:
                answered.append(error)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        watch = QTimer()
        watch.timeout.connect(look)
        watch.start(5)
        open_it()
        self.qtbot.waitUntil(lambda: bool(answered))
        if answered[0] is not None:
            raise answered[0]


@pytest.fixture
def learner(editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> Learner:
    window = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(window)
    window.resize(1400, 860)
    window.show()
    qtbot.waitExposed(window)
    return Learner(window, qtbot)
