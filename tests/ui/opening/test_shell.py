"""The window around the plan: where it was left, what it shows before the plan is there, who takes over."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from planner.ui.banner import Banner
from planner.ui.opening.shell import Shell
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.looks import dressed

RED = QColor("#d03020")
PLAN = "plan.milepost"


class Content(QMainWindow):
    """A plan that shows nothing but its colour."""

    def __init__(self, shell: Shell, file: Path, colour: QColor = RED) -> None:
        super().__init__(shell)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFilePath(str(file))
        self.setWindowTitle(file.stem)
        self._colour = colour
        self.field = QLineEdit(self)
        self.field.move(0, 0)
        self.field.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._colour)


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[ThemeController]:
    with dressed(qapp, tmp_path) as controller:
        yield controller


def shell_in(folder: Path, look: ThemeController, qtbot: QtBot) -> Shell:
    shell = Shell(Settings(folder / "milepost.ini"), look, folder / "data" / "window.png")
    qtbot.addWidget(shell)
    return shell


def middle(shell: Shell) -> QColor:
    """What stands in the middle of the window."""
    picture = shell.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 2)


def closed_with_content(folder: Path, look: ThemeController, qtbot: QtBot) -> QSize:
    """Show a plan and close the window; its size."""
    shell = shell_in(folder, look, qtbot)
    shell.hold(Content(shell, folder / PLAN))
    shell.resize(700, 500)
    qtbot.waitUntil(lambda: shell.windowHandle().isExposed())
    shell.close()
    return shell.size()


def test_it_stands_where_it_was_left_also_after_a_kill(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    shell = shell_in(tmp_path, look, qtbot)
    shell.show()
    shell.setGeometry(30, 40, 610, 420)
    settings = tmp_path / "milepost.ini"
    qtbot.waitUntil(lambda: "geometry" in settings.read_text())
    again = shell_in(tmp_path, look, qtbot)
    assert (again.pos(), again.size()) == (QPoint(30, 40), QSize(610, 420))


def test_it_comes_back_maximised(tmp_path: Path, look: ThemeController, qtbot: QtBot) -> None:
    shell = shell_in(tmp_path, look, qtbot)
    shell.showMaximized()
    shell.close()
    assert shell_in(tmp_path, look, qtbot).isMaximized()


def test_what_it_showed_is_there_at_once_but_paler(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    size = closed_with_content(tmp_path, look, qtbot)
    assert (tmp_path / "data" / "window.png").stat().st_mode & 0o077 == 0 or os.name == "nt"
    shell = shell_in(tmp_path, look, qtbot)
    with qtbot.waitSignal(shell.painted):
        shell.show_as_left(tmp_path / PLAN)
    assert shell.size() == size
    shown, ground = middle(shell), look.theme.colour("window")
    assert RED.red() < shown.red() < ground.red() or RED.green() < shown.green() < ground.green()


@pytest.mark.parametrize("other", ["another plan", "another look", "another size", "a damaged picture"])
def test_a_picture_that_does_not_fit_is_not_shown(
    tmp_path: Path, look: ThemeController, qtbot: QtBot, other: str
) -> None:
    closed_with_content(tmp_path, look, qtbot)
    plan = tmp_path / PLAN
    if other == "another plan":
        plan = tmp_path / "other.milepost"
    elif other == "another look":
        look.choose("dark")
    elif other == "a damaged picture":
        (tmp_path / "data" / "window.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    shell = shell_in(tmp_path, look, qtbot)
    if other == "another size":
        shell.resize(640, 500)
    shell.show_as_left(plan)
    qtbot.waitUntil(lambda: shell.windowHandle().isExposed())
    assert middle(shell) == look.theme.colour("window")


def test_trouble_is_not_what_the_next_start_shows(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    closed_with_content(tmp_path, look, qtbot)
    shell = shell_in(tmp_path, look, qtbot)
    content = Content(shell, tmp_path / PLAN)
    banner = Banner(content)
    shell.hold(content)
    qtbot.waitUntil(lambda: shell.windowHandle().isExposed())
    banner.hold("Not saved: the disk is full.")
    shell.close()
    again = shell_in(tmp_path, look, qtbot)
    with qtbot.waitSignal(again.painted):
        again.show_as_left(tmp_path / PLAN)
    assert middle(again) == look.theme.colour("window")


@pytest.mark.parametrize("over", [True, False])
def test_trouble_that_is_over_and_what_is_only_news_keep_the_picture(
    tmp_path: Path, look: ThemeController, qtbot: QtBot, over: bool
) -> None:
    shell = shell_in(tmp_path, look, qtbot)
    content = Content(shell, tmp_path / PLAN)
    banner = Banner(content)
    shell.hold(content)
    qtbot.waitUntil(lambda: shell.windowHandle().isExposed())
    if over:
        banner.hold("Not saved: the disk is full.")
        banner.release()
    else:
        banner.inform("There is a newer version.")
    shell.close()
    assert (tmp_path / "data" / "window.png").exists()


def test_a_click_on_the_picture_does_nothing(tmp_path: Path, look: ThemeController, qtbot: QtBot) -> None:
    closed_with_content(tmp_path, look, qtbot)
    shell = shell_in(tmp_path, look, qtbot)
    shell.show_as_left(tmp_path / PLAN)
    qtbot.waitUntil(lambda: shell.windowHandle().isExposed())
    before = shell.grab().toImage()
    QTest.mouseClick(shell, Qt.MouseButton.LeftButton)
    QTest.keyClick(shell, Qt.Key.Key_Delete)
    assert shell.grab().toImage() == before


def test_one_plan_takes_the_place_of_another_in_the_same_window(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    shell = shell_in(tmp_path, look, qtbot)
    shell.hold(Content(shell, tmp_path / PLAN))
    qtbot.waitUntil(lambda: shell.windowHandle().isExposed())
    handle, place = shell.winId(), shell.geometry()
    second = Content(shell, tmp_path / "second.milepost", QColor("#2050d0"))
    shell.hold(second)
    assert (shell.winId(), shell.geometry()) == (handle, place)
    assert shell.windowTitle() == "second"
    assert shell.windowFilePath() == str(tmp_path / "second.milepost")
    assert middle(shell) == QColor("#2050d0")
    assert shell.focusWidget() is second.field


def test_a_window_closed_before_its_plan_is_there_keeps_the_picture(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    closed_with_content(tmp_path, look, qtbot)
    kept = (tmp_path / "data" / "window.png").read_bytes()
    shell = shell_in(tmp_path, look, qtbot)
    shell.show_as_left(tmp_path / PLAN)
    with qtbot.waitSignal(shell.closed):
        shell.close()
    assert (tmp_path / "data" / "window.png").read_bytes() == kept
    assert [each.name for each in (tmp_path / "data").iterdir()] == ["window.png"]


def test_a_window_that_nobody_sees_is_not_waited_for(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    shell = shell_in(tmp_path, look, qtbot)
    shell.setWindowState(Qt.WindowState.WindowMinimized)
    with qtbot.waitSignal(shell.painted):
        shell.show_as_left(tmp_path / PLAN)


def test_a_picture_goes_when_its_plan_could_not_be_opened(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    closed_with_content(tmp_path, look, qtbot)
    shell = shell_in(tmp_path, look, qtbot)
    shell.show_as_left(tmp_path / PLAN)
    shown = middle(shell)
    shell.clear()
    assert middle(shell) != shown
    assert middle(shell) == shell.palette().window().color()


def test_the_keys_that_quit_do_so_before_the_plan_is_there(
    tmp_path: Path, look: ThemeController, qtbot: QtBot
) -> None:
    shell = shell_in(tmp_path, look, qtbot)
    shell.show_as_left(tmp_path / PLAN)
    qtbot.waitUntil(shell.isActiveWindow)
    with qtbot.waitSignal(shell.closed):
        QTest.keyClick(shell, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_with_a_plan_its_own_keys_quit(tmp_path: Path, look: ThemeController, qtbot: QtBot) -> None:
    shell = shell_in(tmp_path, look, qtbot)
    content = Content(shell, tmp_path / PLAN)
    quitting = content.addAction("Quit")
    quitting.setShortcut("Ctrl+Q")
    shell.hold(content)
    qtbot.waitUntil(shell.isActiveWindow)
    with qtbot.waitSignal(quitting.triggered):
        QTest.keyClick(content.field, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert shell.isVisible()
