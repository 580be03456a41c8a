"""A real window on a plan that lies on a small disk of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.domain.plan import Plan
from planner.storage.document import Document
from planner.ui.banner import Banner
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.disks import SmallDisk, small_disk
from tests.ui.conftest import TODAY


class Study:
    """A plan on a disk, the window that shows it, and a person before it."""

    def __init__(self, window: MainWindow, editor: Editor, qtbot: QtBot) -> None:
        self.window = window
        self.editor = editor
        self.qtbot = qtbot
        self.path = editor.document.path

    @property
    def banner(self) -> Banner:
        return self.window.standing.banner

    @property
    def status(self) -> str:
        """What the bottom line says of saving: its first words."""
        bar = self.window.statusBar()
        return next(each.text() for each in bar.findChildren(QLabel) if each.text() and each.x() < 20)

    def ways(self) -> list[str]:
        return [each.text() for each in self.banner.findChildren(QPushButton) if not each.isHidden()]

    def press(self, words: str) -> None:
        """Press a button of the banner."""
        button = next(each for each in self.banner.findChildren(QPushButton) if each.text() == words)
        assert button.isVisible()
        button.click()

    def says(self, words: str) -> None:
        """Wait until the banner says it."""
        self.qtbot.waitUntil(lambda: words in self.banner.sentence, timeout=10_000)

    def is_well(self) -> None:
        """Wait until nothing is wrong any more."""
        self.qtbot.waitUntil(lambda: not self.banner.sentence, timeout=10_000)

    def in_file(self) -> Plan:
        """What another program would read now."""
        with Document.open(self.path, read_only=True) as document:
            return document.plan


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "stick") as made:
        yield made


@contextmanager
def studying(
    folder: Path, plan: Plan, look: ThemeController, settings: Path, qtbot: QtBot
) -> Iterator[Study]:
    """A plan in a folder, in its window; nothing is asked at the end."""
    with Document.create(folder / "path.milepost", plan) as document:
        editor = Editor(document, lambda: TODAY)
        window = MainWindow(editor, look, Settings(settings / "milepost.ini"))
        window.show()
        yield Study(window, editor, qtbot)
        if isValid(window):
            QTimer.singleShot(0, _leave)
            window.close()


def _leave() -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        next(each for each in box.findChildren(QPushButton) if each.text() == "Close without saving").click()


@pytest.fixture
def study(
    disk: SmallDisk, plan: Plan, look: ThemeController, tmp_path: Path, qtbot: QtBot
) -> Iterator[Study]:
    """On a small disk."""
    with studying(disk.folder, plan, look, tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def study_at_home(plan: Plan, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> Iterator[Study]:
    """On the disk that all tests are on."""
    folder = tmp_path / "plans"
    folder.mkdir()
    with studying(folder, plan, look, tmp_path, qtbot) as made:
        yield made


Answer = Callable[[str], list[str]]


@pytest.fixture
def answer() -> Answer:
    """Press a button of the next question, once it is there; gives what it said."""

    def press(words: str) -> list[str]:
        said: list[str] = []

        def look() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(10, look)
                return
            said.append(f"{box.text()} {box.informativeText()}")
            next(each for each in box.findChildren(QPushButton) if each.text() == words).click()

        QTimer.singleShot(0, look)
        return said

    return press


@pytest.fixture
def save_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """What the person chooses in the system's own dialog, which no test can press."""

    def choose(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))

    return choose
