"""The settings: what is chosen holds at once, and nothing is asked before it is pressed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from planner.exchange.updates import UpdatesUnknown
from planner.ui.editor import Editor
from planner.ui.fields.icon_button import IconButton
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.settings_dialog import places
from planner.ui.settings_dialog.dialog import SettingsDialog
from planner.ui.theme_controller import ThemeController
from planner.ui.updates.kept import KeptUpdates
from planner.version import Version

TODAY = date(2027, 4, 5)
OWN = Version(0, 3, 0)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def opened(
    settings: Settings, look: ThemeController, window: QWidget, ask: Callable[[], Version | None]
) -> SettingsDialog:
    dialog = SettingsDialog(
        settings, look, Path("/home/me/Study plans"), window, today=lambda: TODAY, own=OWN, ask=ask
    )
    dialog.open()
    return dialog


def nobody() -> Version | None:
    raise AssertionError("nobody was to be asked")


def failing() -> Version | None:
    raise UpdatesUnknown("api.github.com could not be reached. Are you online?")


def test_looking_for_versions_is_off_and_nobody_is_asked(
    settings: Settings, look: ThemeController, window: QWidget
) -> None:
    dialog = opened(settings, look, window, nobody)
    assert not dialog.versions.daily.isChecked()
    assert "sends nothing but that question" in dialog.versions.about.words
    assert "never downloads or installs" in dialog.versions.about.words
    assert KeptUpdates(settings).looked_on is None
    dialog.reject()


def test_one_press_turns_it_on_and_asks_at_once(
    settings: Settings, look: ThemeController, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(settings, look, window, lambda: OWN)
    dialog.versions.daily.setFocus()
    qtbot.keyClick(dialog.versions.daily, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.versions.state.words == "You have the newest version, 0.3.0.")
    kept = KeptUpdates(settings)
    assert (kept.wanted, kept.looked_on) == (True, TODAY)
    qtbot.keyClick(dialog.versions.daily, Qt.Key.Key_Space)
    assert not kept.wanted
    dialog.reject()
    assert not opened(settings, look, window, nobody).versions.daily.isChecked()


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (failing, "api.github.com could not be reached. Are you online?"),
        (lambda: None, "No version is published yet."),
        (lambda: Version(0, 2, 9), "You have the newest version, 0.3.0."),
        (
            lambda: Version(0, 4, 0),
            "Milepost 0.4.0 is there; you have 0.3.0. Update it the way you installed it.",
        ),
    ],
)
def test_look_now_says_what_came_of_it_and_leaves_the_choice_alone(
    ask: Callable[[], Version | None],
    said: str,
    settings: Settings,
    look: ThemeController,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    dialog = opened(settings, look, window, ask)
    qtbot.mouseClick(dialog.versions.look_button, Qt.MouseButton.LeftButton)
    assert dialog.versions.state.words == "Asking…"
    qtbot.mouseClick(dialog.versions.look_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.versions.state.words == said)
    assert not KeptUpdates(settings).wanted
    assert dialog.versions.news_button.isVisible() == said.startswith("Milepost 0.4.0")
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())
    if dialog.versions.news_button.isVisible():
        qtbot.mouseClick(dialog.versions.news_button, Qt.MouseButton.LeftButton)
        (asked,) = dialog.findChildren(QMessageBox)
        assert asked.text() == "Open github.com in your browser?"
        asked.reject()
    dialog.reject()


def test_closing_it_while_it_asks_tells_nobody(
    settings: Settings, look: ThemeController, window: QWidget, qtbot: QtBot
) -> None:
    answer, answered = Event(), Event()

    def slow() -> Version | None:
        answer.wait(10)
        answered.set()
        return Version(0, 4, 0)

    dialog = opened(settings, look, window, slow)
    dialog.versions.look()
    dialog.reject()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(SettingsDialog))
    answer.set()
    qtbot.waitUntil(answered.is_set)
    assert KeptUpdates(settings).known is None


def test_colours_are_chosen_at_once_and_kept(
    settings: Settings, look: ThemeController, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(settings, look, window, nobody)
    qtbot.waitUntil(dialog.isActiveWindow)
    light, dark = (
        next(each for each in dialog.findChildren(QRadioButton) if each.text() == words)
        for words in ("&Light", "&Dark")
    )
    assert light.isChecked()
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert (look.choice, look.theme.dark) == ("dark", True)
    dark.setFocus()
    qtbot.keyClick(dark, Qt.Key.Key_Left)
    assert (look.choice, look.theme.dark) == ("light", False)
    dialog.reject()


def test_places_can_be_read_whole_and_copied(
    settings: Settings, look: ThemeController, window: QWidget, home: Path
) -> None:
    dialog = opened(settings, look, window, nobody)
    found = {words: field.text() for words, field in dialog.places.fields.items()}
    assert found["This plan"] == str(Path("/home/me/Study plans"))
    assert Path(found["These settings"]).name == "milepost.ini"
    for field in dialog.places.fields.values():
        assert field.isReadOnly()
        field.selectAll()
        field.copy()
        assert QApplication.clipboard().text() == field.text()
    dialog.reject()


def test_a_folder_that_cannot_be_shown_is_named(
    settings: Settings, look: ThemeController, window: QWidget, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = f"No file manager could be opened. The folder is {home}."
    monkeypatch.setattr(places, "open_folder", lambda _folder: said)
    dialog = opened(settings, look, window, nobody)
    button = next(
        each
        for each in dialog.findChildren(IconButton)
        if each.accessibleName() == "Open the folder: Copies of plans"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.places.problem.words == said
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())
    dialog.reject()


def test_the_window_opens_it_by_its_keys_and_ticks_the_look_in_its_menu(
    editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    window = MainWindow(editor, look, settings)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.timeline.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    found: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SettingsDialog):
            QTimer.singleShot(10, choose)
            return
        found.append(dialog.places.fields["This plan"].text())
        dialog.looks.buttons()[0].click()
        dialog.reject()

    QTimer.singleShot(0, choose)
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert found == [str(editor.document.path.parent)]
    ticked = {each.objectName(): each.isChecked() for each in window.findChildren(QAction)}
    assert ticked["theme-system"]
    assert not ticked["theme-light"]


def test_space_alone_turns_on_nothing_that_asks_the_network(
    settings: Settings, look: ThemeController, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(settings, look, window, nobody)
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None and dialog.isActiveWindow())
    assert dialog.focusWidget() is dialog.looks.checkedButton()
    dialog.reject()
