"""What is new: an activity with a date of its own, a milestone, a fixed date that others wait for."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit

from planner.domain.catching_up.ground import caught_up
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.wording import day_text
from planner.ui.add_dialog import AddDialog
from planner.ui.editor import Editor
from planner.ui.fixed_date_dialog import FixedDateDialog
from tests.ui.commands.conftest import Learner

GRADIENT = ActivityId("gradient-descent")
CONTAINERS = ActivityId("containers")


def type_into(learner: Learner, dialog: QDialog, name: str, text: str) -> QLineEdit:
    field = dialog.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    learner.qtbot.keyClicks(field, text)
    return field


def test_an_activity_with_a_typed_date(learner: Learner, editor: Editor) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, AddDialog)
        type_into(learner, dialog, "title", "Read a paper")
        field = type_into(learner, dialog, "typed-day", "1 Jun 2027")
        learner.qtbot.keyClick(field, Qt.Key.Key_Return)

    learner.select(GRADIENT)
    learner.answer("Ins", do)
    new = ActivityId(str(learner.window.timeline.selected))
    added = editor.plan.activity(new)
    assert added.title == "Read a paper"
    assert added.not_before == date(2027, 6, 1)
    assert editor.schedule.start_day(new) >= date(2027, 6, 1)
    learner.press("Ctrl+Z")
    assert new not in editor.plan.activities
    learner.press("Ctrl+Shift+Z")
    assert learner.window.timeline.selected == new


def test_a_fixed_date_that_an_activity_waits_for(learner: Learner, editor: Editor) -> None:
    then = editor.plan.rows_of_phase[editor.plan.ordered_phases[2].id][0]

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, FixedDateDialog)
        type_into(learner, dialog, "title", "Cohort begins")
        before = dialog.findChild(QComboBox, "before")
        assert isinstance(before, QComboBox)
        before.setCurrentIndex(before.findData(GRADIENT))
        early = type_into(learner, dialog, "typed-day", "5 Jan 2027")
        ends = day_text(caught_up(editor.schedule, editor.today).finish_day(GRADIENT))
        title = editor.plan.activity(GRADIENT).title
        assert dialog.too_soon.words.startswith(f"“{title}” ends on {ends}, after this day.")
        early.clear()
        field = type_into(learner, dialog, "typed-day", "1 Mar 2028")
        waits = dialog.findChild(QComboBox, "then")
        assert isinstance(waits, QComboBox)
        waits.setCurrentIndex(waits.findData(then.id))
        assert dialog.too_soon.words == ""
        learner.qtbot.keyClick(field, Qt.Key.Key_Return)

    learner.select(GRADIENT)
    learner.choose("add-fixed-date", do)
    new = MilestoneId(str(learner.window.timeline.selected))
    assert editor.plan.milestone(new).fixed
    assert editor.schedule.shown_day(new) == date(2028, 3, 1)
    assert editor.schedule.start_day(ActivityId(then.id)) >= date(2028, 3, 1)
    assert editor.undo_text == "Add Cohort begins on 1 Mar 2028"
    learner.press("Ctrl+Z")
    assert editor.undo_text == ""
