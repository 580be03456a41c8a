"""The history of changes: in words by day, found by typing, looked at, and gone back to as one step."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain import edits, structure
from planner.domain.items import ActivityId, MilestoneId, PhaseId
from planner.storage.backups.keeping import make_backup
from planner.storage.backups.kept import Reason
from planner.storage.backups.words import short_made_text
from planner.storage.document import Document
from planner.ui.backups.restoring import restore_into
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.revisions.dialog import RevisionsDialog
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.long_histories import write_long_history
from tests.helpers.plans import START, small_plan

SERVE, PROVEN = ActivityId("serve-model"), MilestoneId("core-proven")
TODAY = START + timedelta(days=3)
FIRST_DAY = datetime(2027, 1, 4, 12, 0, tzinfo=UTC)


def edit_thrice(document: Document) -> None:
    """A rename that is taken back, a move, and a new activity."""
    document.apply("Rename", edits.rename, SERVE, "Serve it")
    document.undo()
    document.apply("Move", edits.retarget, PROVEN, date(2028, 1, 16), True)
    document.apply("Add", structure.add_activity, ActivityId("new"), PhaseId("learning"), "Read & write", 30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small plan after some edits on two days."""
    path = tmp_path / "plan.milepost"
    with Document.create(path, small_plan()) as document:
        edit_thrice(document)
    with sqlite3.connect(path) as connection:
        for number, days in enumerate([0, 0, 1, 1], 1):
            at = FIRST_DAY + timedelta(days=days, minutes=number)
            connection.execute("UPDATE journal SET at = ? WHERE number = ?", (at.isoformat(), number))
    connection.close()
    return path


@pytest.fixture
def editor(path: Path, qapp: QApplication) -> Iterator[Editor]:
    """The editor of that plan."""
    with Document.open(path) as document:
        yield Editor(document, lambda: TODAY)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog opens over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(editor: Editor, look: ThemeController, window: QWidget, qtbot: QtBot) -> Iterator[RevisionsDialog]:
    """The history, on show, with all of its words."""
    dialog = shown(qtbot, editor, look, window)
    yield dialog
    dialog.close()


def shown(qtbot: QtBot, editor: Editor, look: ThemeController, window: QWidget) -> RevisionsDialog:
    """Show the history and wait until every row and the chosen plan are told."""
    dialog = RevisionsDialog(editor, look, window)
    dialog.show()
    wait_for_words(qtbot, dialog)
    return dialog


def wait_for_words(qtbot: QtBot, dialog: RevisionsDialog) -> None:
    """Wait until nothing more is read."""
    reader = dialog.reader
    assert reader is not None
    qtbot.waitUntil(lambda: not reader.busy)


def rows(dialog: RevisionsDialog) -> list[str]:
    """What stands in the list."""
    model = dialog.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def chosen(dialog: RevisionsDialog) -> int | None:
    """The revision that is chosen now."""
    return dialog.chosen


def action(window: MainWindow, name: str) -> QAction:
    """An action of the window's table, by its id."""
    found = window.findChild(QAction, name)
    assert found is not None
    return found


def test_it_tells_what_was_done_by_day_the_newest_first(dialog: RevisionsDialog) -> None:
    title, milestone = small_plan().activities[SERVE].title, small_plan().milestones[PROVEN].title
    listed = rows(dialog)
    assert listed[0] == "Tuesday, 5 January 2027"
    assert listed[1].startswith("Added Read & write")
    assert listed[2] == f"Moved {milestone} to 16 January 2028; 3 items followed"
    assert listed[3:] == [
        "Monday, 4 January 2027",
        f"Took back: renamed {title} to Serve it",
        f"Renamed {title} to Serve it",
        "At the beginning",
        "The plan as it was made",
    ]
    assert dialog.count.words == "4 steps"


def test_the_newest_is_chosen_and_is_the_plan_as_it_is(dialog: RevisionsDialog) -> None:
    assert dialog.chosen == 4
    assert "Nothing: the plan is like this now." in dialog.details.words
    assert dialog.note.words == "This is the plan as it is now."
    assert not dialog.back_button.isEnabled()


def test_a_chosen_row_shows_the_plan_of_then_and_what_differs(qtbot: QtBot, dialog: RevisionsDialog) -> None:
    dialog.choose(2)
    wait_for_words(qtbot, dialog)
    words = dialog.details.words
    for said in ("4 January 2027, ", "Finish: ", "items", "Added since: “Read & write”.", "Changed since: “"):
        assert said in words


def test_going_back_is_one_step_that_undo_takes_back(
    qtbot: QtBot, dialog: RevisionsDialog, editor: Editor
) -> None:
    before, then = editor.plan, editor.document.plan_at(1)
    dialog.choose(1)
    wait_for_words(qtbot, dialog)
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert editor.plan == then
    assert editor.document.revision == 5
    assert editor.undo_text.startswith("Go back to 4 January 2027, ")
    editor.undo()
    assert editor.plan == before
    editor.redo()
    assert editor.plan == then


def test_a_restore_and_a_going_back_are_found_by_what_they_were(
    qtbot: QtBot, dialog: RevisionsDialog, editor: Editor, look: ThemeController, window: QWidget
) -> None:
    backup = make_backup(editor.document, Reason.BY_HAND)
    assert backup is not None
    dialog.choose(1)
    wait_for_words(qtbot, dialog)
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert restore_into(editor, backup)
    editor.undo()
    again = shown(qtbot, editor, look, window)
    qtbot.keyClicks(again.search, "restored")
    taken_back, restored = [each for each in rows(again) if "estored" in each]
    assert restored.startswith(f"Restored the backup of {short_made_text(backup)}")
    assert taken_back.startswith(f"Took back: restored the backup of {short_made_text(backup)}")
    again.search.clear()
    qtbot.keyClicks(again.search, "went back")
    assert [each for each in rows(again) if each.startswith("Went back to 4 January 2027, ")]
    again.close()


@pytest.mark.parametrize(("days", "told"), [(364, False), (366, True)])
def test_the_rule_of_old_weeks_is_told_where_there_are_such(
    qtbot: QtBot, editor: Editor, path: Path, look: ThemeController, window: QWidget, days: int, told: bool
) -> None:
    at = (FIRST_DAY + timedelta(days=1, minutes=4) - timedelta(days=days)).isoformat()
    editor.document._opened.database.raw.execute("UPDATE journal SET at = ? WHERE number = 1", (at,)).close()
    dialog = shown(qtbot, editor, look, window)
    assert dialog.rule.isVisible() is told
    dialog.close()


def test_a_row_has_room_for_what_followed(qtbot: QtBot, dialog: RevisionsDialog) -> None:
    dialog.resize(1080, 640)
    assert dialog.list.width() > 2 * dialog.details.width()
    wide = dialog.list.width()
    dialog.resize(1280, 640)
    qtbot.waitUntil(lambda: dialog.list.width() == wide + 200)


def test_one_can_go_back_to_the_beginning(qtbot: QtBot, dialog: RevisionsDialog, editor: Editor) -> None:
    dialog.choose(0)
    wait_for_words(qtbot, dialog)
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert editor.plan == small_plan()
    assert editor.undo_text == "Go back to the plan as it was made"


def test_typing_finds_titles_and_the_list_follows_the_keys(qtbot: QtBot, dialog: RevisionsDialog) -> None:
    qtbot.keyClicks(dialog.search, "serve it")
    assert [each for each in rows(dialog) if "enamed" in each] == rows(dialog)[1:]
    assert dialog.count.words == "2 of 4 steps"
    assert chosen(dialog) == 2
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert chosen(dialog) == 1
    qtbot.keyClicks(dialog.search, " nowhere")
    assert dialog.count.words == "No step has “serve it nowhere” in it."
    assert chosen(dialog) is None
    assert not dialog.back_button.isEnabled()


def test_the_keys_pass_over_the_headings_of_days(qtbot: QtBot, dialog: RevisionsDialog) -> None:
    passed = []
    for _ in range(5):
        passed.append(dialog.chosen)
        qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert passed == [4, 3, 2, 1, 0]


def test_a_plan_to_look_at_shows_its_history_and_says_that_there_is_no_way_back(
    qtbot: QtBot, path: Path, look: ThemeController, window: QWidget
) -> None:
    with Document.open(path, read_only=True) as document:
        dialog = shown(qtbot, Editor(document, lambda: TODAY), look, window)
        dialog.choose(1)
        wait_for_words(qtbot, dialog)
        assert len(rows(dialog)) == 8
        assert not dialog.back_button.isEnabled()
        assert dialog.note.words == "This plan can only be looked at, so there is no going back in it."
        dialog.close()


def test_a_plan_without_edits_says_so(
    qtbot: QtBot, tmp_path: Path, look: ThemeController, window: QWidget
) -> None:
    with Document.create(tmp_path / "new.milepost", small_plan()) as document:
        dialog = shown(qtbot, Editor(document, lambda: TODAY), look, window)
        assert dialog.count.words == "Nothing was changed yet."
        assert rows(dialog) == ["At the beginning", "The plan as it was made"]
        dialog.close()


def test_a_row_that_cannot_be_read_is_said_and_nothing_is_lost(
    qtbot: QtBot, path: Path, look: ThemeController, window: QWidget
) -> None:
    with Document.open(path) as document:
        document._opened.database.raw.execute("UPDATE journal SET changes = '{' WHERE number = 2").close()
        dialog = shown(qtbot, Editor(document, lambda: TODAY), look, window)
        assert "is damaged" in dialog.problem.words
        assert len(rows(dialog)) == 8
        dialog.choose(0)
        wait_for_words(qtbot, dialog)
        assert not dialog.back_button.isEnabled()
        dialog.close()


def test_thousands_of_rows_show_at_once_and_the_beginning_is_reached(
    qtbot: QtBot, tmp_path: Path, look: ThemeController, window: QWidget
) -> None:
    path = tmp_path / "long.milepost"
    write_long_history(path, small_plan(), 3000)
    with Document.open(path) as document:
        first = document.plan_at(0)
        editor = Editor(document, lambda: TODAY)
        dialog = RevisionsDialog(editor, look, window)
        dialog.show()
        reader = dialog.reader
        assert reader is not None
        assert not reader.complete
        assert dialog.count.words == "3,000 steps"
        dialog.choose(0)
        qtbot.waitUntil(lambda: dialog.back_button.isEnabled(), timeout=20_000)
        qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
        assert editor.plan == first


def test_the_window_opens_it_from_the_menu_and_follows_the_way_back(
    qtbot: QtBot, path: Path, look: ThemeController, tmp_path: Path, editor: Editor
) -> None:
    window = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(window)
    window.show()
    assert "new" in window.timeline.keeper.rows.index

    def go_back() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RevisionsDialog)
        dialog.choose(0)
        qtbot.waitUntil(lambda: dialog.back_button.isEnabled())
        qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, window, go_back)
    action(window, "revisions").trigger()
    assert editor.plan == small_plan()
    assert "new" not in window.timeline.keeper.rows.index
