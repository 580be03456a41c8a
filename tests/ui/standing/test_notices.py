"""What is worth knowing of a plan's place and of the clock is said once, and keeps nobody from working."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import MilestoneId
from planner.domain.plan import Plan
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.standing.words import clock_sentence
from planner.ui.theme_controller import ThemeController
from tests.ui.conftest import TODAY

ENDPOINT = MilestoneId("endpoint-live")


def opened(document: Document, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    """The window of a plan, once all that a start does is done."""
    window = MainWindow(Editor(document, lambda: TODAY), look, settings)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.standing._watch is not None, timeout=10_000)
    return window


def put_away(window: MainWindow) -> None:
    close = window.banner.findChild(QPushButton, "close")
    assert close is not None
    close.click()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


def test_a_cloud_folder_is_explained_once(
    plan: Plan, look: ThemeController, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with Document.create(folder / "path.milepost", plan) as document:
        window = opened(document, look, settings, qtbot)
        assert window.banner.sentence.startswith("This plan lies in a folder that Dropbox keeps in sync.")
        assert window.banner.property("banner") == "info"
        assert window.editor.apply("Rename", rename, ENDPOINT, "Live")
        assert "Dropbox" in window.banner.sentence, "it stays until it is put away"
        put_away(window)
        assert window.banner.sentence == ""
        assert opened(document, look, settings, qtbot).banner.sentence == ""


def test_a_folder_of_this_computer_alone_needs_no_words(
    editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    assert opened(editor.document, look, settings, qtbot).banner.sentence == ""


def test_a_clock_set_back_is_said_once_and_the_steps_stay_in_order(
    editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    path = editor.document.path
    for title in ("One", "Two"):
        editor.apply(title, rename, ENDPOINT, title)
    editor.document.close()
    ahead = datetime.now(UTC) + timedelta(days=40)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE journal SET at = ?", (ahead.isoformat(timespec="milliseconds"),))
    connection.close()

    with Document.open(path) as document:
        window = opened(document, look, settings, qtbot)
        assert "but the plan was last changed on" in window.banner.sentence
        put_away(window)
        assert opened(document, look, settings, qtbot).banner.sentence == ""
        window.editor.apply("Three", rename, ENDPOINT, "Three")
    with Document.open(path) as document:
        assert opened(document, look, settings, qtbot).banner.sentence == "", "the newest step is of today"
        texts = []
        while document.undo_text:
            texts.append(document.undo_text)
            document.undo()
        assert texts == ["Three", "Two", "One"]


@pytest.mark.parametrize(("hours", "said"), [(-1, False), (0, False), (0.1, False), (1, True), (24, True)])
def test_clocks_that_differ_a_little_are_not_mentioned(hours: float, said: bool) -> None:
    now = datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert bool(clock_sentence(now + timedelta(hours=hours), now)) is said


def test_a_plan_that_was_never_changed_says_nothing_of_clocks() -> None:
    assert clock_sentence(None, datetime(2027, 1, 1, tzinfo=UTC)) == ""


def test_several_things_worth_knowing_are_said_one_after_the_other(
    editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    window = opened(editor.document, look, settings, qtbot)
    window.banner.mention("One.")
    window.banner.mention("Two.")
    window.banner.mention("Three.")
    seen = []
    while window.banner.sentence:
        seen.append(window.banner.sentence)
        put_away(window)
    assert seen == ["One.", "Two.", "Three."]
