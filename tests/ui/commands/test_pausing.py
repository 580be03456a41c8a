"""A bar split around a pause, with what that does said before; and the gap closed again."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from planner.domain.items import ActivityId, Pause
from planner.ui.editor import Editor
from planner.ui.split_dialog import CloseGapDialog, SplitDialog
from tests.ui.commands.conftest import Learner

REGRESSION = ActivityId("regression-course")


def split(learner: Learner, first: str, last: str, says: str = "") -> None:
    """Split what is selected by typing two days and Enter."""

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        dialog.first.edit.selectAll()
        learner.qtbot.keyClicks(dialog.first.edit, first)
        learner.qtbot.keyClicks(dialog.last.edit, last)
        assert says in dialog.words, dialog.words
        learner.qtbot.keyClick(dialog.last.edit, Qt.Key.Key_Return)

    learner.choose("split", do)


def test_the_bar_ends_later_and_it_is_said_before(learner: Learner, editor: Editor) -> None:
    ends = editor.schedule.finish_day(REGRESSION)
    learner.select(REGRESSION)
    split(learner, "15 Mar 2027", "+1w", "instead of 3 Apr. Moves")
    assert editor.plan.activity(REGRESSION).pauses == (
        Pause(first=date(2027, 3, 15), last=date(2027, 3, 21)),
    )
    assert editor.schedule.finish_day(REGRESSION) > ends
    assert editor.undo_text == "Pause Regression on 15–21 March 2027"
    learner.choose("close-gap")
    assert editor.plan.activity(REGRESSION).pauses == ()
    assert editor.schedule.finish_day(REGRESSION) == ends


def test_days_outside_the_bar_are_refused_with_its_days(learner: Learner, editor: Editor) -> None:
    learner.select(REGRESSION)
    split(learner, "1 Jun 2027", "+1w", "A pause of “Regression” lies within its days")
    assert editor.undo_text == ""


def test_of_two_pauses_it_asks_which_to_close(learner: Learner, editor: Editor) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, CloseGapDialog)
        learner.qtbot.keyClick(dialog.pauses, Qt.Key.Key_Down)
        assert "Ends on" in dialog.words
        learner.qtbot.keyClick(dialog, Qt.Key.Key_Return)

    learner.select(REGRESSION)
    split(learner, "15 Mar 2027", "+1d")
    split(learner, "22 Mar 2027", "+1d")
    learner.choose("close-gap", do)
    assert [each.first for each in editor.plan.activity(REGRESSION).pauses] == [date(2027, 3, 15)]


def test_there_is_no_gap_to_close_without_a_pause(learner: Learner) -> None:
    learner.select(REGRESSION)
    assert not learner.action("close-gap").isEnabled()
    assert learner.action("close-gap").statusTip() == "It has no pause."
