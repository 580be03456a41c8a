"""A journal of years is shortened while the window is open: after a backup, and never under a dialog."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import ActivityId
from planner.paths import backup_folder
from planner.storage.backups.kept import Reason, backups_in, folder_of
from planner.storage.document import Document
from planner.ui.backups.keeper import BackupKeeper
from planner.ui.editor import Editor
from planner.ui.revisions.shortener import JournalShortener
from tests.helpers.long_histories import write_long_history
from tests.helpers.plans import START, small_plan

COUNT = 800
LAST_EDIT = datetime(2026, 1, 31, 20, tzinfo=UTC)
"""Before any day on which this test runs, as edits made by it are the newest."""


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    """The editor of a plan with two years of edits."""
    path = tmp_path / "plan.milepost"
    write_long_history(path, small_plan(), COUNT, between=timedelta(hours=22), newest=LAST_EDIT)
    with Document.open(path) as document:
        yield Editor(document, lambda: START)


def shortener(editor: Editor) -> JournalShortener:
    """What shortens the editor's journal."""
    return JournalShortener(editor, BackupKeeper(editor, editor), lambda: datetime.now(UTC), editor)


def count(editor: Editor) -> int:
    """How many rows the journal has."""
    return len(editor.document.past.lines())


def test_it_shortens_after_a_backup_and_the_plan_stays(qtbot: QtBot, editor: Editor) -> None:
    plan, text = editor.plan, editor.undo_text
    one = shortener(editor)
    with qtbot.waitSignal(one.ended):
        one.begin()
    assert count(editor) < COUNT * 0.7
    assert (editor.plan, editor.undo_text) == (plan, text)
    document = editor.document
    (kept,) = backups_in(folder_of(document.path, plan.facts.id, backup_folder()))
    assert kept.reason is Reason.BEFORE_SHORTENING
    with Document.open(kept.path, read_only=True) as backup:
        assert len(backup.past.lines()) == COUNT


def test_it_waits_while_a_dialog_is_open(qtbot: QtBot, editor: Editor) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    one = shortener(editor)
    one.begin()
    seen: list[int] = []

    def look_and_close() -> None:
        seen.append(count(editor))
        dialog.accept()

    QTimer.singleShot(400, dialog, look_and_close)
    dialog.exec()
    assert seen == [COUNT]
    qtbot.waitUntil(lambda: count(editor) < COUNT)


def test_an_edit_made_meanwhile_begins_it_anew(qtbot: QtBot, editor: Editor) -> None:
    one = shortener(editor)
    one.begin()
    editor.apply("Rename", rename, ActivityId("serve-model"), "Serve it")
    newest = editor.document.revision
    with qtbot.waitSignal(one.ended):
        pass
    assert count(editor) < COUNT * 0.7
    assert editor.document.revision == newest
    assert editor.undo_text == "Rename"


def test_it_ends_with_the_window(qtbot: QtBot, editor: Editor) -> None:
    one = shortener(editor)
    one.begin()
    one.stop()
    assert not one.busy
    assert count(editor) == COUNT


def test_without_a_backup_it_leaves_the_journal(qtbot: QtBot, editor: Editor) -> None:
    folder = backup_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")
    one = shortener(editor)
    one.begin()
    qtbot.waitUntil(lambda: not one.busy)
    assert count(editor) == COUNT


def test_a_journal_that_cannot_be_read_is_said(qtbot: QtBot, editor: Editor) -> None:
    editor.document._opened.database.raw.execute("UPDATE journal SET changes = '{' WHERE number = 9").close()
    one = shortener(editor)
    with qtbot.waitSignal(one.failed) as said:
        one.begin()
    assert "is damaged" in said.args[0]
