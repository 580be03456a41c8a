"""How a plan opened is told in the window, with a way on, and a plan of a newer Milepost stays as it is."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.paths import backup_folder
from planner.storage.document import Document
from planner.ui.action_entries import ACTIONS
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.chart import middle_of
from tests.helpers.mouse import Mouse

TODAY = date(2027, 4, 5)
NEWER = (
    "A newer Milepost wrote this plan. You can look at it here, and it stays as it is; to change it, use a "
    "newer version."
)
OLDER = Path(__file__).parents[1] / "storage" / "released" / "0002.sql"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def newer(tmp_path: Path, plan: Plan) -> Path:
    """A plan as a Milepost to come might write it: with more, which older ones may pass over."""
    path = tmp_path / "newer.milepost"
    Document.create(path, plan).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "CREATE TABLE mentor (id TEXT)",
        "ALTER TABLE activity ADD COLUMN mentor TEXT",
        "UPDATE alembic_version SET version_num = '0900'",
        "UPDATE file_info SET written_by = '9.0.0'",
    ):
        connection.execute(statement)
    connection.close()
    return path


def shown(document: Document, look: ThemeController, settings: Settings, qtbot: QtBot) -> MainWindow:
    window = MainWindow(Editor(document, lambda: TODAY), look, settings)
    qtbot.addWidget(window)
    window.resize(1400, 900)
    window.show()
    return window


def action(window: MainWindow, action_id: str) -> QAction:
    found = window.findChild(QAction, action_id)
    assert isinstance(found, QAction)
    return found


def way_on(window: MainWindow) -> QPushButton:
    button = window.banner.findChild(QPushButton, "way-out")
    assert button is not None
    return button


def test_a_plan_of_a_newer_milepost_is_shown_with_a_way_on(
    newer: Path, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    with Document.open(newer) as document:
        window = shown(document, look, settings, qtbot)
        assert window.banner.sentence == NEWER
        assert way_on(window).text() == "Look for versions…"
        action(window, "fit").trigger()
        window.show_page("week")
        assert window.banner.sentence == NEWER, "it stays"


def test_nothing_changes_a_plan_of_a_newer_milepost(
    newer: Path, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    before = newer.read_bytes()
    with Document.open(newer) as document:
        window = shown(document, look, settings, qtbot)
        plan = document.plan
        view = window.timeline.view
        window.timeline.select("endpoint-live")
        Mouse(view).drag(middle_of(view, "endpoint-live"), 120)
        window.timeline.select("gradient-descent")
        window.timeline.setFocus()
        for key, modifiers in (
            (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
            (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        ):
            qtbot.keyClick(window.timeline, key, modifiers)
        for entry in ACTIONS:
            if entry.edits:
                assert not action(window, entry.id).isEnabled(), entry.id
        window.timeline.select("endpoint-live")
        for page in ("timeline", "week"):
            window.show_page(page)
            for button in window.findChildren(QAbstractButton):
                if button.isCheckable() and button.isVisible() and button.isEnabled() and not button.text():
                    button.click()
        assert window.timer.timer is None
        assert document.plan == plan
    assert newer.read_bytes() == before
    assert not backup_folder().exists()


def test_a_plan_to_look_at_offers_a_copy_to_change(
    editor: Editor, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    with Document.open(editor.document.path, read_only=True) as document:
        window = shown(document, look, settings, qtbot)
        expected = "You can look at this plan but not change it: it was opened to look at."
        assert window.banner.sentence == expected
        assert way_on(window).text() == "Save a copy…"


def test_a_plan_brought_up_to_date_says_where_it_is_kept_as_it_was(
    tmp_path: Path, look: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    path = tmp_path / "study.milepost"
    connection = sqlite3.connect(path)
    connection.executescript(OLDER.read_text(encoding="utf-8"))
    connection.close()
    with Document.open(path) as document:
        window = shown(document, look, settings, qtbot)
        kept = document.as_it_was
        assert kept is not None
        assert window.banner.sentence == (
            f"This plan of an older Milepost was brought up to date. As it was, it is kept in {kept.parent}."
        )
    with Document.open(path) as document:
        assert shown(document, look, settings, qtbot).banner.sentence == ""
