"""Backups as they are lived with: made as the program runs, restored by its menu, missed if none can be."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app import Milepost
from planner.domain import edits
from planner.domain.items import ActivityId
from planner.paths import backup_folder
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Backup, Reason, list_backups
from planner.storage.backups.restoring import read_backup
from planner.storage.document import Document
from planner.ui.backups.dialog import RestoreDialog
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from tests.helpers.plans import small_plan
from tests.helpers.programs import program_on

SERVE = ActivityId("serve-model")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "milepost.ini")


@pytest.fixture
def program(qapp: QApplication, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Milepost]:
    monkeypatch.setattr("planner.ui.opening.afterwards.AT_LEISURE_MS", 0)
    with program_on(qapp, settings, date(2027, 4, 5)) as made:
        yield made


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "study.milepost"
    Document.create(path, small_plan()).close()
    return path


def backups_of(path: Path) -> list[Backup]:
    return list_backups(path, small_plan().facts.id, backup_folder())


def started(program: Milepost, plan: Path) -> MainWindow:
    program.start(plan)
    assert program.window is not None
    return program.window


def in_the_dialog(do: Callable[[RestoreDialog], None]) -> list[bool]:
    """Do something in the dialog once all backups are looked into; the list says whether that closed it."""
    done: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, RestoreDialog) or not dialog.looked_into:
            QTimer.singleShot(10, look)
            return
        do(dialog)
        done.append(not dialog.isVisible())
        dialog.reject()

    QTimer.singleShot(0, look)
    return done


def test_a_plan_is_backed_up_when_it_opens_and_after_edits(
    program: Milepost, plan: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.backups.keeper.PAUSE_MS", 1)
    window = started(program, plan)
    qtbot.waitUntil(lambda: [each.reason for each in backups_of(plan)] == [Reason.OPENED])
    window.editor.apply("Rename", edits.rename, SERVE, "Serve it")
    qtbot.waitUntil(lambda: [each.reason for each in backups_of(plan)] == [Reason.EDITED])
    assert window.banner.sentence == ""


def test_what_was_done_is_backed_up_when_the_program_closes(
    program: Milepost, plan: Path, qtbot: QtBot
) -> None:
    window = started(program, plan)
    qtbot.waitUntil(lambda: [each.reason for each in backups_of(plan)] == [Reason.OPENED])
    window.editor.apply("Rename", edits.rename, SERVE, "Serve it")
    now = window.editor.plan
    assert program.shell.close()
    newest = backups_of(plan)[0]
    assert newest.reason is Reason.CLOSED
    assert read_backup(newest).schedule.plan == now


def test_what_was_done_is_backed_up_when_another_plan_is_opened_before_all_has_settled(
    program: Milepost, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.opening.afterwards.AT_LEISURE_MS", 60_000)
    other = tmp_path / "other.milepost"
    Document.create(other, replace(small_plan(), facts=replace(small_plan().facts, id="another"))).close()
    window = started(program, plan)
    window.editor.apply("Rename", edits.rename, SERVE, "Serve it")
    program.open(other)
    assert [each.reason for each in backups_of(plan)] == [Reason.CLOSED]


def test_closing_makes_none_where_nothing_was_done_and_never_fails_for_it(
    program: Milepost, plan: Path, qtbot: QtBot
) -> None:
    window = started(program, plan)
    qtbot.waitUntil(lambda: len(backups_of(plan)) == 1)
    shutil.rmtree(backup_folder())
    backup_folder().write_text("in the way")
    window.editor.apply("Rename", edits.rename, SERVE, "Serve it")
    assert program.shell.close()
    backup_folder().unlink()
    assert started(program, plan).editor.plan.activity(SERVE).title == "Serve it"
    qtbot.waitUntil(lambda: len(backups_of(plan)) == 1)
    assert program.shell.close()
    assert [each.reason for each in backups_of(plan)] == [Reason.OPENED]


def test_the_file_menu_restores_and_undo_takes_it_back(program: Milepost, plan: Path, qtbot: QtBot) -> None:
    window = started(program, plan)
    qtbot.waitUntil(lambda: len(backups_of(plan)) == 1)
    before = window.editor.plan
    window.editor.apply("Rename", edits.rename, SERVE, "Serve it")
    make_backup(window.editor.document, Reason.BY_HAND)
    window.editor.apply("Rename", edits.rename, SERVE, "Serve it well")
    done = in_the_dialog(lambda dialog: QTest.keyClick(dialog.table, Qt.Key.Key_Return))
    next(each for each in window.actions() if each.objectName() == "restore-backup").trigger()
    assert done == [True]
    assert window.editor.plan.activity(SERVE).title == "Serve it"
    assert window.editor.undo_text.startswith("Restore the backup of ")
    window.editor.undo()
    assert window.editor.plan.activity(SERVE).title == "Serve it well"
    window.editor.undo()
    window.editor.undo()
    assert window.editor.plan == before


def test_a_folder_that_takes_no_backup_is_said_at_the_top_and_stops_no_work(
    program: Milepost, plan: Path, qtbot: QtBot
) -> None:
    backup_folder().parent.mkdir(parents=True, exist_ok=True)
    backup_folder().write_text("in the way")
    window = started(program, plan)
    qtbot.waitUntil(lambda: window.banner.sentence.startswith("No backup could be made in "))
    assert window.editor.apply("Rename", edits.rename, SERVE, "Serve it")
    assert window.editor.plan.activity(SERVE).title == "Serve it"
