"""Deleting: what has logged hours is archived, and said; groups ask; all of it comes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.ui.archive_dialog import ArchiveDialog
from planner.ui.editor import Editor
from planner.ui.inspector.ask import Question
from tests.ui.commands.conftest import Learner

GRADIENT = ActivityId("gradient-descent")
REGRESSION = ActivityId("regression-course")


def log_an_hour(editor: Editor, activity: ActivityId) -> None:
    editor.apply("Log an hour", log_session, activity, editor.today, 60)


def test_what_has_no_hours_goes_and_comes_back(learner: Learner, editor: Editor) -> None:
    learner.select(GRADIENT, REGRESSION)
    learner.press("Del")
    assert GRADIENT not in editor.plan.activities
    assert REGRESSION not in editor.plan.activities
    assert editor.undo_text == "Delete 2 items"
    learner.press("Ctrl+Z")
    assert GRADIENT in editor.plan.active
    assert editor.undo_text == ""


def test_what_has_hours_is_archived_and_the_window_offers_to_undo_it(
    learner: Learner, editor: Editor
) -> None:
    log_an_hour(editor, GRADIENT)
    learner.select(GRADIENT)
    learner.press("Del")
    assert [each.id for each in editor.plan.archived] == [GRADIENT]
    assert editor.undo_text == "Archive Gradient descent by hand"
    banner = learner.window.banner
    assert "has logged hours, so it was archived" in banner.sentence
    button = banner.findChild(QPushButton, "way-out")
    assert isinstance(button, QPushButton)
    learner.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert GRADIENT in editor.plan.active
    assert banner.sentence == ""


def test_the_archive_lists_it_and_brings_it_back(learner: Learner, editor: Editor) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, ArchiveDialog)
        row = dialog.list.topLevelItem(0)
        assert row is not None
        assert [row.text(column) for column in range(3)] == ["Gradient descent by hand", "1 h", "5 Apr 2027"]
        learner.qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        assert dialog.list.topLevelItemCount() == 0
        assert not dialog.accept_button.isEnabled()
        dialog.activateWindow()
        learner.qtbot.waitUntil(dialog.isActiveWindow)
        learner.qtbot.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert dialog.list.topLevelItemCount() == 1
        learner.qtbot.keyClick(dialog.list, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    assert not learner.action("archived").isEnabled()
    log_an_hour(editor, GRADIENT)
    learner.select(GRADIENT)
    learner.press("Del")
    learner.choose("archived", do)
    assert GRADIENT in editor.plan.active
    assert editor.undo_text == "Bring Gradient descent by hand back"


def test_a_group_with_items_asks_first(learner: Learner, editor: Editor) -> None:
    def refuse(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        assert "holds go with it. You can undo it." in dialog.question.words
        learner.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def accept(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        learner.qtbot.keyClick(dialog, Qt.Key.Key_Return)

    before, group = editor.plan, editor.plan.activity(GRADIENT).phase
    learner.select(group)
    learner.answer("Del", refuse)
    assert editor.plan is before
    learner.answer("Del", accept)
    assert group not in editor.plan.phases
    assert GRADIENT not in editor.plan.activities
    learner.press("Ctrl+Z")
    assert editor.plan == before


def test_where_the_path_leads_stays_and_says_so(learner: Learner, editor: Editor) -> None:
    finish = editor.plan.facts.finish
    assert finish is not None
    learner.select(finish)
    learner.press("Del")
    assert finish in editor.plan.milestones
    assert learner.said("is where the whole path leads, so it stays.")


def test_the_group_where_the_path_leads_is_refused_without_a_question(
    learner: Learner, editor: Editor
) -> None:
    finish, before = editor.plan.facts.finish, editor.plan
    assert finish is not None
    learner.select(editor.plan.milestone(finish).phase)
    learner.press("Del")
    assert QApplication.activeModalWidget() is None
    assert editor.plan is before
    assert learner.said("is where the whole path leads, so it stays.")
    learner.select(GRADIENT, finish)
    learner.press("Del")
    assert editor.plan is before


def test_the_closed_archive_leaves_no_rows_behind(learner: Learner, editor: Editor) -> None:
    def close(dialog: QDialog) -> None:
        assert isinstance(dialog, ArchiveDialog)
        assert dialog.list.topLevelItemCount() == 1
        dialog.finished.connect(lambda: left.append(dialog.list.topLevelItemCount()))
        learner.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    left: list[int] = []
    log_an_hour(editor, GRADIENT)
    learner.select(GRADIENT)
    learner.press("Del")
    learner.choose("archived", close)
    assert left == [0]
