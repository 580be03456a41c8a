"""Upgrade and downgrade as they are lived through: plans, settings and backups survive both."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from planner.app import Milepost
from planner.domain.edits import rename
from planner.domain.items import ActivityId, MilestoneId
from planner.paths import backup_folder
from planner.storage.document import Document
from planner.ui.settings import Settings
from planner.ui.updates.updates import Updates
from planner.ui.updates.whats_new import WhatsNewPanel
from planner.version import Version, own_version
from tests.helpers.plans import small_plan
from tests.helpers.programs import program_on

TODAY = date(2027, 4, 5)
OLDER = Path(__file__).parent / "storage" / "released" / "0002.sql"
TO_COME = (
    "CREATE TABLE mentor (id TEXT)",
    "ALTER TABLE activity ADD COLUMN mentor TEXT",
    "UPDATE alembic_version SET version_num = '0900'",
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def program(qapp: QApplication, settings: Settings) -> Iterator[Milepost]:
    with program_on(qapp, settings, TODAY) as made:
        yield made


def a_plan(path: Path, *statements: str) -> Path:
    Document.create(path, small_plan()).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for each in statements:
        connection.execute(each)
    connection.close()
    return path


def press_ok(said: list[str]) -> None:
    """Press the button of the message that comes, and keep what it said."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.findChildren(QPushButton)[0].click()
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_an_older_program_starts_with_the_settings_of_a_newer_one(
    program: Milepost, settings: Settings, tmp_path: Path
) -> None:
    plan = a_plan(tmp_path / "path.milepost")
    plan_id = small_plan().facts.id
    settings.remember_plan(plan)
    for key, value in (("look/theme", "sepia"), ("window/geometry", "[1]"), ("updates/last-seen", "9.0.0")):
        settings.set_value(key, value)
    settings.set_value_for(plan_id, "view", '{"page": "mentors", "timeline": {"zoom": "deep"}, "more": [1]}')
    settings.set_value_for(plan_id, "mentors", ["Ada"])
    assert settings.save()
    program.start(None)
    assert program.window is not None
    assert program.window.editor.document.path == plan
    assert not program.window.editor.read_only
    program.window.memory.keep()
    assert settings.value_for(plan_id, "mentors", [""]) == ["Ada"]
    assert settings.value("updates/last-seen", "") == "9.0.0"


def test_an_older_program_opens_a_newer_plan_to_look_at_and_comes_back_to_it(
    program: Milepost, settings: Settings, tmp_path: Path
) -> None:
    newer = a_plan(tmp_path / "newer.milepost", *TO_COME)
    before = newer.read_bytes()
    settings.remember_plan(newer)
    program.start(None)
    assert program.window is not None
    assert program.window.editor.read_only
    assert program.window.banner.sentence.startswith("A newer Milepost wrote this plan.")
    assert settings.last_plan == newer
    program.window.close()
    assert newer.read_bytes() == before


def test_a_plan_it_cannot_read_is_refused_in_words_and_the_last_one_opens(
    program: Milepost, settings: Settings, tmp_path: Path
) -> None:
    mine = a_plan(tmp_path / "mine.milepost")
    newer = a_plan(tmp_path / "newer.milepost", *TO_COME, "UPDATE file_info SET oldest_reader = '0899'")
    before = newer.read_bytes()
    settings.remember_plan(mine)
    said: list[str] = []
    press_ok(said)
    program.start(newer)
    assert len(said) == 1
    assert "was written by a newer Milepost" in said[0]
    assert "Update Milepost to open it. The file was left as it is." in said[0]
    assert program.window is not None
    assert program.window.editor.document.path == mine
    assert settings.recent_plans == [mine]
    assert newer.read_bytes() == before


def test_a_newer_program_takes_over_plans_settings_and_backups(
    program: Milepost, settings: Settings, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.opening.afterwards.AT_LEISURE_MS", 0)
    path = tmp_path / "study.milepost"
    connection = sqlite3.connect(path)
    connection.executescript(OLDER.read_text(encoding="utf-8"))
    connection.close()
    before = path.read_bytes()
    older_backup = backup_folder() / "earlier" / "study.milepost"
    older_backup.parent.mkdir(parents=True)
    older_backup.write_bytes(before)
    settings.remember_plan(path)
    settings.theme = "dark"
    settings.set_value("updates/last-seen", "0.0.9")
    program.start(None)
    window = program.window
    assert window is not None
    assert "brought up to date" in window.banner.sentence
    assert window.editor.plan.activity(ActivityId("write-up")).title == "Write it all up"
    assert settings.theme == "dark"
    assert older_backup.read_bytes() == before
    kept = window.editor.document.as_it_was
    assert kept is not None
    assert kept.read_bytes() == before

    qtbot.waitUntil(lambda: bool(window.findChildren(WhatsNewPanel)))
    (news,) = window.findChildren(WhatsNewPanel)
    assert str(own_version()) in news.heading.words
    window.editor.apply("Rename", rename, MilestoneId("endpoint-live"), "Live")
    assert kept.read_bytes() == before


def test_going_back_and_forth_between_versions_shows_news_once(
    program: Milepost, settings: Settings, tmp_path: Path
) -> None:
    own = own_version()
    assert own is not None
    program.start(a_plan(tmp_path / "path.milepost"))
    window = program.window
    assert window is not None
    settings.set_value("updates/last-seen", "0.0.9")
    for version in (own, Version(0, 0, 9), own):
        Updates(settings, lambda: TODAY, window, own=version, ask=lambda: None).show_in(window)
    assert len(window.findChildren(WhatsNewPanel)) == 1
