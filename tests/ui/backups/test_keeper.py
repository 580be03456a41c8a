"""Backups that are made while a plan is open, without holding up work, and what is said when none can be."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.domain import edits
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.paths import backup_folder
from planner.storage.backups.kept import Backup, Reason, list_backups
from planner.storage.backups.restoring import read_backup
from planner.storage.document import Document
from planner.ui.backups.keeper import BackupKeeper
from planner.ui.editor import Editor
from planner.ui.standing.trouble import TroubleKind


@pytest.fixture
def parent(editor: Editor) -> Iterator[QObject]:
    """What the keeper goes with."""
    owner = QObject()
    yield owner
    owner.deleteLater()


def backups_of(editor: Editor) -> list[Backup]:
    return list_backups(editor.document.path, editor.plan.facts.id, backup_folder())


def begun(editor: Editor, parent: QObject, qtbot: QtBot) -> BackupKeeper:
    keeper = BackupKeeper(editor, parent)
    keeper.begin()
    qtbot.waitUntil(lambda: not keeper.busy)
    return keeper


def an_item(editor: Editor) -> ActivityId:
    return next(iter(editor.plan.activities))


def renamed_all(plan: Plan) -> Plan:
    activities = {key: replace(each, title=f"{each.title} again") for key, each in plan.activities.items()}
    return replace(plan, activities=activities)


def test_one_is_made_when_the_plan_is_opened_and_no_other_until_it_changes(
    editor: Editor, parent: QObject, qtbot: QtBot
) -> None:
    begun(editor, parent, qtbot)
    assert [each.reason for each in backups_of(editor)] == [Reason.OPENED]
    begun(editor, parent, qtbot)
    assert len(backups_of(editor)) == 1


def test_one_is_made_when_edits_pause(
    editor: Editor, parent: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.backups.keeper.PAUSE_MS", 1)
    begun(editor, parent, qtbot)
    editor.apply("Rename", edits.rename, an_item(editor), "Another")
    qtbot.waitUntil(lambda: [each.reason for each in backups_of(editor)][:1] == [Reason.EDITED])


def test_who_never_pauses_gets_one_all_the_same(
    editor: Editor, parent: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.backups.keeper.LONGEST_MS", 1)
    begun(editor, parent, qtbot)
    editor.apply("Rename", edits.rename, an_item(editor), "Another")
    qtbot.waitUntil(lambda: [each.reason for each in backups_of(editor)][:1] == [Reason.EDITED])


def test_what_the_plan_was_is_kept_before_a_large_change(
    editor: Editor, parent: QObject, qtbot: QtBot
) -> None:
    begun(editor, parent, qtbot)
    before = editor.plan
    editor.apply("Rename", edits.rename, an_item(editor), "Another")
    assert len(backups_of(editor)) == 1
    editor.undo()
    assert editor.apply("Rename all", renamed_all)
    newest = backups_of(editor)[0]
    assert newest.reason is Reason.BEFORE_CHANGE
    with Document.open(newest.path, read_only=True) as kept:
        assert kept.plan == before


def test_one_that_falls_due_while_the_file_is_gone_is_made_once_it_is_back(
    editor: Editor, parent: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.ui.backups.keeper.PAUSE_MS", 1)
    keeper = begun(editor, parent, qtbot)
    said: list[str] = []
    keeper.failed.connect(said.append)
    editor.apply("Rename", edits.rename, an_item(editor), "Another")
    editor.document.path.unlink()
    qtbot.waitUntil(lambda: editor.trouble is not None and editor.trouble.kind is TroubleKind.GONE)
    qtbot.waitUntil(lambda: not keeper.busy)
    assert not said, "the window says at its top that the file is gone"
    assert [each.reason for each in backups_of(editor)] == [Reason.OPENED]
    editor.put_back()
    assert keeper.busy, "nobody waits for a pause"
    qtbot.waitUntil(lambda: not keeper.busy)
    newest = backups_of(editor)[0]
    assert read_backup(newest).schedule.plan == editor.plan


def test_a_folder_that_takes_nothing_is_said_once_and_work_goes_on(
    editor: Editor, parent: QObject, qtbot: QtBot
) -> None:
    backup_folder().parent.mkdir(parents=True, exist_ok=True)
    backup_folder().write_text("in the way")
    said: list[str] = []
    keeper = BackupKeeper(editor, parent)
    keeper.failed.connect(said.append)
    keeper.begin()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("No backup could be made in ")
    assert said[0].endswith("The plan itself is saved as ever. Milepost tries again later.")
    assert editor.apply("Rename all", renamed_all)
    assert len(said) == 1
    backup_folder().unlink()
    editor.undo()
    assert editor.apply("Rename all", renamed_all)
    assert [each.reason for each in backups_of(editor)] == [Reason.BEFORE_CHANGE]


def test_a_plan_that_is_only_looked_at_gets_none(editor: Editor, parent: QObject, qtbot: QtBot) -> None:
    with Document.open(editor.document.path, read_only=True) as document:
        begun(Editor(document, lambda: editor.today), parent, qtbot)
    assert not backup_folder().exists()
