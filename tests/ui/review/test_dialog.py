"""A review shows the week as it was, keeps four answers with it as one step, and loses no typed word."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.domain.week_facts import LONGEST_WORDS
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel
from planner.ui.review.dialog import ReviewDialog
from planner.ui.theme_controller import ThemeController
from tests.helpers.plans import START

SECOND = START + timedelta(days=7)
THIRD_MONDAY = START + timedelta(days=14)


@pytest.fixture
def dialog(qtbot: QtBot, editor: Editor, look: ThemeController, window: QWidget) -> ReviewDialog:
    """The review of the second week, on show."""
    dialog = ReviewDialog(editor, look, SECOND, window)
    dialog.show()
    return dialog


def words_on(dialog: ReviewDialog) -> list[str]:
    """All that is said."""
    return [each.words.replace("\u00a0", " ") for each in dialog.findChildren(TextLabel)]


def answer(words: str) -> Callable[[], None]:
    """Presses a button of the question that is asked."""

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        (button,) = [each for each in question.findChildren(QPushButton) if each.text() == words]
        button.click()

    return press


def reviewed(plan: Plan, first_day: date) -> tuple[str, str, str, str]:
    """The words kept with a week."""
    notes = plan.notes_of_week(first_day)
    assert notes is not None
    return notes.done, notes.moved, notes.why, notes.next_step


def test_it_shows_plan_against_study_what_is_open_and_the_goals(dialog: ReviewDialog) -> None:
    said = words_on(dialog)
    assert "Week 2 of 7 · 11–17 January 2027" in said
    assert "2 h 30 studied of 10 h planned." in said
    assert "Regression course · 2 h 30" in said
    assert "Regression course · 7 h 30" in said
    assert "○ Finish Regression course" in said
    left, right = dialog.bar.rect().left(), dialog.bar.rect().right()
    picture = dialog.bar.grab().toImage()
    middle = dialog.bar.height() // 2
    assert picture.pixelColor(left + 8, middle) != picture.pixelColor(right - 8, middle)


def test_the_answers_are_typed_and_kept_as_one_step(
    qtbot: QtBot, dialog: ReviewDialog, editor: Editor, document: Document
) -> None:
    qtbot.keyClicks(dialog.done_field.edit, "Two modules")
    qtbot.keyClick(dialog.done_field.edit, Qt.Key.Key_Tab)
    for words in ("The quiz", "Fever", "Open the quiz"):
        field = dialog.focusWidget()
        assert field is not None
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.next_field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert reviewed(editor.plan, SECOND) == ("Two modules", "The quiz", "Fever", "Open the quiz")
    notes = editor.plan.notes_of_week(SECOND)
    assert notes is not None
    assert (notes.reviewed_on, notes.planned_minutes) == (THIRD_MONDAY, 600)
    assert editor.undo_text == "Look back on 11–17 January 2027"
    kept = editor.plan
    editor.undo()
    assert editor.plan.notes_of_week(SECOND) is None
    editor.redo()
    document.close()
    with Document.open(document.path) as reopened:
        assert reopened.plan == kept


def test_a_review_can_be_read_again_and_changed(
    qtbot: QtBot, dialog: ReviewDialog, editor: Editor, look: ThemeController, window: QWidget
) -> None:
    qtbot.keyClicks(dialog.why_field.edit, "Fever")
    dialog.keep_button.click()
    again = ReviewDialog(editor, look, SECOND, window)
    assert again.why_field.text == "Fever"
    again.why_field.edit.setPlainText("A cold")
    again.keep_button.click()
    assert reviewed(editor.plan, SECOND) == ("", "", "A cold", "")


def test_escape_asks_before_words_are_lost(qtbot: QtBot, dialog: ReviewDialog, editor: Editor) -> None:
    qtbot.keyClicks(dialog.done_field.edit, "Two modules")
    for button, visible in (("Go on writing", True), ("Keep it", False)):
        QTimer.singleShot(0, answer(button))
        qtbot.keyClick(dialog.done_field.edit, Qt.Key.Key_Escape)
        assert dialog.isVisible() is visible
    assert reviewed(editor.plan, SECOND)[0] == "Two modules"


def test_words_can_be_let_go(qtbot: QtBot, dialog: ReviewDialog, editor: Editor) -> None:
    qtbot.keyClicks(dialog.done_field.edit, "Two modules")
    QTimer.singleShot(0, answer("Do not keep it"))
    qtbot.keyClick(dialog.done_field.edit, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert editor.plan.notes_of_week(SECOND) is None


def test_nothing_typed_is_nothing_asked(qtbot: QtBot, dialog: ReviewDialog, editor: Editor) -> None:
    qtbot.keyClick(dialog.done_field.edit, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert editor.plan.notes_of_week(SECOND) is None


def test_what_is_too_long_is_said_and_not_kept(dialog: ReviewDialog, editor: Editor) -> None:
    dialog.moved_field.edit.setPlainText("x" * (LONGEST_WORDS + 12))
    assert dialog.moved_field.problem == "12 characters too long"
    assert not dialog.keep_button.isEnabled()
    dialog.accept()
    assert editor.plan.notes_of_week(SECOND) is None
    dialog.moved_field.edit.setPlainText("x" * LONGEST_WORDS)
    dialog.accept()
    assert len(reviewed(editor.plan, SECOND)[1]) == LONGEST_WORDS


def test_words_of_any_script_and_kind_are_kept_as_typed(dialog: ReviewDialog, editor: Editor) -> None:
    words = "<b>fett</b> & schön\nسلام 你好 🎉"
    dialog.done_field.edit.setPlainText(words)
    dialog.accept()
    assert reviewed(editor.plan, SECOND)[0] == words


def test_a_plan_open_for_reading_only_is_only_read(
    qtbot: QtBot, document: Document, look: ThemeController, window: QWidget
) -> None:
    with Document.open(document.path, read_only=True) as reading:
        editor = Editor(reading, lambda: THIRD_MONDAY)
        dialog = ReviewDialog(editor, look, SECOND, window)
        dialog.show()
        qtbot.keyClicks(dialog.done_field.edit, "x")
        assert dialog.done_field.text == ""
        assert not dialog.keep_button.isEnabled()
        dialog.reject()
        assert not dialog.isVisible()
