"""Restore from backup: what it lists and says, and one of them back, into the plan or in its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.items import NodeId
from planner.paths import backup_folder
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Backup, Reason, list_backups
from planner.storage.document import Document
from planner.ui.backups.dialog import RestoreDialog
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from tests.helpers.mouse import Mouse
from tests.ui.backups.conftest import harm


@pytest.fixture
def dialogs(look: ThemeController) -> Iterator[list[RestoreDialog]]:
    """What a test opens; closed after it."""
    opened: list[RestoreDialog] = []
    yield opened
    for each in opened:
        each.reject()
        each.deleteLater()
    QApplication.processEvents()


def shown(dialogs: list[RestoreDialog], path: Path, editor: Editor | None, qtbot: QtBot) -> RestoreDialog:
    dialog = RestoreDialog(path, None, editor=editor)
    dialogs.append(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.looked_into)
    return dialog


def words(dialog: RestoreDialog, row: int) -> str:
    item = dialog.table.topLevelItem(row)
    assert item is not None
    return item.text(3)


def title(editor: Editor, item: NodeId) -> str:
    return editor.plan.node(item).title


def test_it_lists_when_why_how_large_and_what_differs(
    editor: Editor, backups: list[Backup], dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    first = dialog.table.topLevelItem(0)
    assert first is not None
    assert first.text(0).startswith("Wed 5 May 2027, ")
    assert first.text(1) == "after edits"
    assert first.text(2).endswith(" KB")
    assert [words(dialog, row) for row in range(3)] == ["1 item changed"] * 3
    assert dialog.told.words.startswith("The plan becomes what it was on 5 May 2027, ")
    assert dialog.table.accessibleName() == "Backups"
    assert dialog.focusWidget() is dialog.table


def test_restoring_is_one_step_that_undo_takes_back(
    editor: Editor, backups: list[Backup], item: NodeId, dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert title(editor, item) == "One"
    assert editor.undo_text.startswith("Restore the backup of 4 May 2027, ")
    kept = list_backups(editor.document.path, editor.plan.facts.id, backup_folder())
    assert kept[0].reason is Reason.BEFORE_RESTORE
    editor.undo()
    assert title(editor, item) == "Three"


def test_the_button_restores_too(
    editor: Editor, backups: list[Backup], item: NodeId, dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    Mouse(dialog.restore_button).click(dialog.restore_button.rect().center())
    assert title(editor, item) == "Two"


def test_a_damaged_one_is_marked_and_the_next_whole_one_offered(
    editor: Editor, backups: list[Backup], item: NodeId, dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    harm(backups[0])
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    assert words(dialog, 0) == "Damaged: it cannot be restored"
    assert dialog.table.place == 1
    QTest.keyClick(dialog.table, Qt.Key.Key_Up)
    assert not dialog.restore_button.isEnabled()
    assert "damaged and cannot be restored. The next older one that is whole is that of 4 May" in (
        dialog.told.words
    )
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert title(editor, item) == "Three"


def test_what_is_there_already_cannot_be_restored(
    editor: Editor, backups: list[Backup], dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    editor.undo()
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    assert words(dialog, 0) == "the same as now"
    assert dialog.table.place == 1
    QTest.keyClick(dialog.table, Qt.Key.Key_Up)
    assert "nothing to restore" in dialog.told.words
    assert not dialog.restore_button.isEnabled()


def test_a_damaged_plan_gets_its_backup_back_and_is_kept_beside_it(
    editor: Editor, backups: list[Backup], item: NodeId, dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    path = editor.document.path
    editor.document.close()
    path.write_bytes(b"damaged")
    dialog = shown(dialogs, path, None, qtbot)
    assert words(dialog, 0).endswith(", “My path to machine-learning engineer”")
    assert dialog.told.words.startswith("path.milepost becomes what it was on 5 May 2027, ")
    assert "What is path.milepost now is kept beside it, as “path (replaced …)”." in labels(dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.kept is not None
    assert dialog.kept.read_bytes() == b"damaged"
    with Document.open(path) as document:
        assert document.plan.node(item).title == "Two"


def test_a_plan_that_is_gone_comes_back(
    editor: Editor, backups: list[Backup], item: NodeId, dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    path = editor.document.path
    editor.document.close()
    path.unlink()
    dialog = shown(dialogs, path, None, qtbot)
    assert "path.milepost is not there any more. A backup brings it back." in labels(dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.kept is None
    with Document.open(path) as document:
        assert document.plan.node(item).title == "Two"


def test_a_plan_that_is_open_elsewhere_is_left_alone_and_said(
    editor: Editor, backups: list[Backup], item: NodeId, dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    dialog = shown(dialogs, editor.document.path, None, qtbot)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "is open in another Milepost" in dialog.problem.words
    assert title(editor, item) == "Three"


def test_a_plan_without_backups_says_when_they_are_made(
    editor: Editor, dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    assert not dialog.restore_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    words = next(each for each in labels(dialog) if "There is no backup of this plan yet" in each)
    assert "soon after a plan was opened, when edits pause, before large changes and when" in words


def labels(dialog: RestoreDialog) -> list[str]:
    from planner.ui.fields.text import TextLabel

    return [each.words for each in dialog.findChildren(TextLabel)]


def test_a_read_only_plan_is_not_restored_into_but_saved_elsewhere(
    editor: Editor,
    backups: list[Backup],
    item: NodeId,
    tmp_path: Path,
    dialogs: list[RestoreDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = editor.document.path
    editor.document.close()
    new = tmp_path / "again.milepost"
    monkeypatch.setattr("planner.ui.backups.dialog.ask_where", lambda *_: new)
    with Document.open(path, read_only=True) as document:
        looking = Editor(document, lambda: editor.today)
        dialog = shown(dialogs, path, looking, qtbot)
        assert not dialog.restore_button.isEnabled()
        assert "reading only" in dialog.told.words
        Mouse(dialog.save_button).click(dialog.save_button.rect().center())
        assert dialog.told.words == f"Written: {new}"
        Mouse(dialog.save_button).click(dialog.save_button.rect().center())
        assert "exists already" in dialog.problem.words
    with Document.open(new) as saved:
        assert saved.plan.node(item).title == "Two"


def test_a_clock_that_was_set_back_is_said(
    editor: Editor, backups: list[Backup], dialogs: list[RestoreDialog], qtbot: QtBot
) -> None:
    ahead = backups[1].path.name.replace("2027-05-04", "2037-05-04")
    for each in (backups[1].path, backups[1].sum_file):
        each.rename(each.with_name(ahead + each.name.removeprefix(backups[1].path.name)))
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert "4 May 2037" in dialog.told.words
    assert dialog.told.words.endswith("The clock of this computer was set back after that.")


def test_the_backups_of_a_copy_are_marked_and_not_chosen_by_themselves(
    editor: Editor, backups: list[Backup], dialogs: list[RestoreDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    copy = tmp_path / "what if" / editor.document.path.name
    copy.parent.mkdir()
    editor.save_copy(copy)
    with Document.open(copy) as document:
        make_backup(document, Reason.BY_HAND)
        place = f"Of {copy.name}, in {copy.parent}: "
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    assert [words(dialog, row).startswith(place) for row in range(4)] == [False, False, False, True]
    assert dialog.table.place == 0
    dialog.table.choose(3)
    assert dialog.told.words.endswith(f"It is a backup of another file with this plan: {copy}.")
    for each in backups:
        harm(each)
    dialog = shown(dialogs, editor.document.path, editor, qtbot)
    assert dialog.table.place == 0
    assert not dialog.restore_button.isEnabled()
