"""Closing the dialog with something typed asks first, and the keys log."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from planner.domain.edits import mark_finished
from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from planner.ui.inspector.ask import Question
from planner.ui.paper.dialog import PaperDialog
from tests.helpers.plans import START


def question(dialog: PaperDialog) -> Question | None:
    """What the dialog asks."""
    return next((each for each in dialog.findChildren(Question) if each.isVisible()), None)


def escaped(qtbot: QtBot, dialog: PaperDialog) -> Question:
    """Press Esc; what is asked then."""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    found = question(dialog)
    assert found is not None
    assert dialog.isVisible()
    return found


def test_esc_asks_before_entries_are_thrown_away(qtbot: QtBot, editor: Editor, dialog: PaperDialog) -> None:
    qtbot.keyClicks(dialog.text, "1 45, 2 30")
    ask = escaped(qtbot, dialog)
    assert ask.question.words == "What you typed is not logged yet: 2 sessions."
    qtbot.keyClick(ask, Qt.Key.Key_Return)
    assert question(dialog) is None
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "1 45, 2 30"
    ask = escaped(qtbot, dialog)
    qtbot.keyClick(ask, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.mouseClick(escaped(qtbot, dialog).accept_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert not editor.plan.sessions


def test_cancel_asks_for_what_is_not_understood_yet_too(qtbot: QtBot, dialog: PaperDialog) -> None:
    qtbot.keyClicks(dialog.text, "1")
    cancel = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    ask = question(dialog)
    assert ask is not None
    assert ask.question.words == "What you typed is not logged yet."


def test_nothing_typed_closes_at_once(qtbot: QtBot, dialog: PaperDialog) -> None:
    qtbot.keyClicks(dialog.text, "1 0")
    assert dialog.outcome.words == "All of this is logged already."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert question(dialog) is None
    assert not dialog.isVisible()


def test_alt_l_logs_from_a_field_of_the_list(qtbot: QtBot, editor: Editor, dialog: PaperDialog) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.sessions.rows[1].amount
    field.setFocus()
    qtbot.keyClicks(field, "50")
    qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    # The button shows that it is pressed for a moment.
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert [each.minutes for each in editor.plan.sessions.values()] == [50]


def test_minutes_after_an_activity_was_finished_are_noted(
    qtbot: QtBot, editor: Editor, dialog: PaperDialog
) -> None:
    course = ActivityId("regression-course")
    assert editor.apply("Finish", mark_finished, course, START + timedelta(days=1))
    dialog.choice.go_by(1)
    dialog.choice.go_by(-1)
    qtbot.keyClicks(dialog.text, "2 30, 3 45")
    rows = {row.session.number: row.outcome.text() for row in dialog.sessions.rows}
    assert rows[2] == "logs 30 min"
    assert rows[3] == "logs 45 min, after it was finished"
