"""What the window tells of versions: the news of an update once, a newer version in a line, both quietly."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.updates import whats_new
from planner.ui.updates.kept import KeptUpdates
from planner.ui.updates.updates import UpdateNotice, Updates
from planner.ui.updates.whats_new import WhatsNewDialog, WhatsNewPanel
from planner.version import Version, release_page
from tests.helpers.looks import wait_until_freed

TODAY = date(2027, 4, 5)
CHANGES = """# Changelog

## [0.3.0] - 2027-04-02

### Added

- Mentors, and <b>bold</b> <img src="file:///etc/passwd"> words; see [more](https://example.org/more).

## [0.2.0] - 2027-02-01

- Weeks abroad

## [0.1.0] - 2026-11-23

- Everything
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def kept(settings: Settings) -> KeptUpdates:
    return KeptUpdates(settings)


@pytest.fixture(autouse=True)
def changelog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the program that runs would have shipped with."""
    path = tmp_path / "CHANGELOG.md"
    path.write_text(CHANGES, encoding="utf-8")
    monkeypatch.setattr(whats_new, "changelog", lambda: path)
    return path


@pytest.fixture
def window(editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    made = MainWindow(editor, look, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def updates(
    settings: Settings, window: MainWindow, own: str, ask: Callable[[], Version | None] = lambda: None
) -> Updates:
    numbers = [int(each) for each in own.split(".")]
    made = Updates(settings, lambda: TODAY, window, own=Version(numbers[0], numbers[1], numbers[2]), ask=ask)
    made.show_in(window)
    return made


def panels(window: MainWindow) -> list[WhatsNewPanel]:
    return [each for each in window.findChildren(WhatsNewPanel) if each.isVisible()]


def notice(window: MainWindow) -> str:
    return next((each.label.words for each in window.findChildren(UpdateNotice) if each.isVisible()), "")


def test_a_first_start_shows_nothing_and_remembers_the_version(
    window: MainWindow, settings: Settings, kept: KeptUpdates
) -> None:
    updates(settings, window, "0.3.0")
    assert panels(window) == []
    assert notice(window) == ""
    assert kept.seen == Version(0, 3, 0)


def test_after_an_update_the_window_shows_what_changed_once_and_takes_no_keys(
    window: MainWindow, settings: Settings, kept: KeptUpdates, qtbot: QtBot
) -> None:
    kept.seen = Version(0, 1, 0)
    window.timeline.select("endpoint-live")
    notes = next(each for each in window.findChildren(QPlainTextEdit) if each.isVisible())
    notes.setFocus()
    qtbot.keyClicks(notes, "Free ")
    updates(settings, window, "0.3.0")
    (panel,) = panels(window)
    assert QApplication.focusWidget() is notes
    qtbot.keyClicks(QApplication.focusWidget(), "tier")
    assert notes.toPlainText() == "Free tier"
    text = panel.page.toPlainText()
    assert panel.heading.words == "What is new in Milepost 0.3.0"
    assert [word in text for word in ("Mentors", "Weeks abroad", "Everything")] == [True, True, False]
    assert panel.page.verticalScrollBar().value() == 0
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    wait_until_freed(qtbot, panel)
    assert QApplication.focusWidget() is notes

    updates(settings, window, "0.3.0")
    assert panels(window) == []


def test_a_window_with_little_room_says_a_line_and_shows_the_rest_when_asked(
    window: MainWindow, settings: Settings, kept: KeptUpdates, qtbot: QtBot
) -> None:
    kept.seen = Version(0, 2, 0)
    window.resize(window.minimumSizeHint())
    updates(settings, window, "0.3.0")
    (panel,) = panels(window)
    assert not panel.page.isVisible()
    assert panel.heading.words == "What is new in Milepost 0.3.0"
    qtbot.mouseClick(panel.read_button, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(WhatsNewDialog)
    assert "Mentors" in dialog.page.toPlainText()
    dialog.reject()


def test_escape_closes_the_news_where_they_have_the_keyboard(
    window: MainWindow, settings: Settings, kept: KeptUpdates, qtbot: QtBot
) -> None:
    kept.seen = Version(0, 2, 0)
    updates(settings, window, "0.3.0")
    (panel,) = panels(window)
    panel.page.setFocus()
    qtbot.keyClick(panel.page, Qt.Key.Key_Escape)
    wait_until_freed(qtbot, panel)


def test_after_going_back_to_an_older_version_nothing_is_shown_nor_forgotten(
    window: MainWindow, settings: Settings, kept: KeptUpdates
) -> None:
    kept.seen = Version(0, 3, 0)
    updates(settings, window, "0.2.0")
    assert panels(window) == []
    assert kept.seen == Version(0, 3, 0)


def test_a_trial_of_a_version_leaves_the_news_to_that_version(
    window: MainWindow, settings: Settings, kept: KeptUpdates
) -> None:
    kept.seen = Version(0, 2, 0)
    trial = Updates(settings, lambda: TODAY, window, own=Version(0, 3, 0, final=False), ask=lambda: None)
    trial.show_in(window)
    assert panels(window) == []
    updates(settings, window, "0.3.0")
    assert len(panels(window)) == 1


def test_a_program_without_its_changelog_starts_as_ever(
    window: MainWindow, settings: Settings, kept: KeptUpdates, changelog: Path
) -> None:
    kept.seen = Version(0, 1, 0)
    changelog.unlink()
    updates(settings, window, "0.3.0")
    assert panels(window) == []
    dialog = WhatsNewDialog(Version(0, 3, 0), window)
    assert dialog.page.toPlainText() == "This Milepost came without its list of what changed."


def test_markup_in_the_changelog_is_shown_as_text_and_links_ask_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = WhatsNewDialog(Version(0, 3, 0), window)
    dialog.open()
    assert "<b>bold</b>" in dialog.page.toPlainText()
    assert "Weeks abroad" in dialog.page.toPlainText()
    dialog.page.anchorClicked.emit("https://example.org/more")
    (asked,) = dialog.findChildren(QMessageBox)
    assert asked.text() == "Open example.org in your browser?"
    asked.reject()
    dialog.reject()


def test_a_newer_version_is_told_in_a_line_that_can_be_declined(
    window: MainWindow, settings: Settings, kept: KeptUpdates, qtbot: QtBot
) -> None:
    kept.wanted = True
    updates(settings, window, "0.3.0", lambda: Version(0, 4, 0))
    said = "Milepost 0.4.0 is there; you have 0.3.0. Update it the way you installed it."
    qtbot.waitUntil(lambda: notice(window) == said)
    (line,) = window.findChildren(UpdateNotice)
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    (asked,) = window.findChildren(QMessageBox)
    assert asked.text() == "Open github.com in your browser?"
    assert asked.informativeText().replace("\u200b", "") == release_page(Version(0, 4, 0))
    asked.findChildren(QPushButton)[-1].click()
    qtbot.mouseClick(line.dismiss, Qt.MouseButton.LeftButton)
    assert notice(window) == ""
    assert kept.declined == Version(0, 4, 0)
    updates(settings, window, "0.3.0", lambda: Version(0, 4, 0))
    assert notice(window) == ""


def test_what_was_found_earlier_is_told_at_the_next_start_without_asking(
    window: MainWindow, settings: Settings, kept: KeptUpdates
) -> None:
    kept.wanted = True
    kept.looked_on = TODAY
    kept.known = Version(0, 4, 0)
    asked: list[int] = []
    updates(settings, window, "0.3.0", lambda: asked.append(1))
    assert notice(window).startswith("Milepost 0.4.0 is there")
    assert asked == []


def test_another_window_takes_the_line_over(
    window: MainWindow,
    editor: Editor,
    look: ThemeController,
    settings: Settings,
    kept: KeptUpdates,
    qtbot: QtBot,
) -> None:
    kept.wanted = True
    kept.looked_on = TODAY
    kept.known = Version(0, 4, 0)
    told = updates(settings, window, "0.3.0")
    told.setParent(None)
    other = MainWindow(editor, look, settings)
    qtbot.addWidget(other)
    other.show()
    told.show_in(other)
    assert notice(other).startswith("Milepost 0.4.0 is there")
    told.deleteLater()
