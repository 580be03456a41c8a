"""Dates set by typing: said before it is done, one step to undo."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from planner.domain.edits import mark_finished, move_activity
from planner.domain.items import ActivityId, MilestoneId
from planner.ui.dates_dialog import SetDateDialog
from planner.ui.editor import Editor
from tests.ui.commands.conftest import Learner

GRADIENT = ActivityId("gradient-descent")
REGRESSION = ActivityId("regression-course")
ENDPOINT = MilestoneId("endpoint-live")
SET_DATE = "Ctrl+Shift+D"


def typed(learner: Learner, text: str, says: str = "", *, finish: bool = False) -> None:
    """Set the date of what is selected by typing, and look at what the dialog says before Enter."""

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDateDialog)
        if finish:
            dialog.choices.buttons()[1].click()
        learner.qtbot.keyClicks(dialog.day.edit, text)
        assert says in dialog.words, dialog.words
        learner.qtbot.keyClick(dialog.day.edit, Qt.Key.Key_Return)

    learner.answer(SET_DATE, do)


def test_an_activity_starts_so_many_weeks_later(learner: Learner, editor: Editor) -> None:
    before = editor.schedule.start_day(GRADIENT)
    learner.select(GRADIENT)
    typed(learner, "+2w", "14 days later. Moves 31 others · finish")
    assert editor.plan.activity(GRADIENT).not_before == before + timedelta(days=14)
    assert editor.undo_text.startswith("Move Gradient descent by hand to")
    learner.press("Ctrl+Z")
    assert editor.schedule.start_day(GRADIENT) == before


def test_a_day_before_what_it_waits_for_is_told_and_not_taken(learner: Learner, editor: Editor) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDateDialog)
        learner.qtbot.keyClicks(dialog.day.edit, "5 Jan 2027")
        assert dialog.words == (
            "Cannot start before Thu 4 Mar 2027: it waits for “Applied ML in Python”. Nothing would change."
        )
        assert not dialog.accept_button.isEnabled()
        learner.qtbot.keyClick(dialog.day.edit, Qt.Key.Key_Return)
        assert dialog.isVisible()

    learner.select(GRADIENT)
    learner.answer(SET_DATE, do)
    assert editor.undo_text == ""


def test_a_date_that_can_only_be_let_go_of_says_where_that_leads(learner: Learner, editor: Editor) -> None:
    before = editor.schedule.start_day(GRADIENT)
    learner.select(GRADIENT)
    typed(learner, "+2w")
    typed(learner, "-8w", "14 days earlier. It cannot start before that: it waits for “")
    assert editor.plan.activity(GRADIENT).not_before is None
    assert editor.schedule.start_day(GRADIENT) == before


def test_it_says_from_where_lengths_count(learner: Learner) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDateDialog)
        assert dialog.words == (
            "“+2w” counts from that day; “in 3 weeks” and “next Monday” count from today."
        )

    learner.select(GRADIENT)
    learner.answer(SET_DATE, do)


def test_an_edit_that_changes_nothing_says_so(learner: Learner, editor: Editor) -> None:
    editor.apply("Let it start", move_activity, GRADIENT, None)
    assert learner.said("Let it start: it is so already, nothing changed.")
    assert editor.undo_text == ""


def test_the_finish_changes_the_hours(learner: Learner, editor: Editor) -> None:
    hours = editor.plan.activity(GRADIENT).effort.likely
    before = editor.schedule.finish_day(GRADIENT)
    learner.select(GRADIENT)
    typed(learner, "+1w", "instead of", finish=True)
    assert editor.schedule.finish_day(GRADIENT) == before + timedelta(days=7)
    assert editor.plan.activity(GRADIENT).effort.likely > hours


def test_a_milestone_gets_a_target_that_holds_what_follows(learner: Learner, editor: Editor) -> None:
    learner.select(ENDPOINT)
    typed(learner, "16 Jan 2028", "Sun 16 Jan 2028, 85 days later.")
    assert editor.plan.milestone(ENDPOINT).target == date(2028, 1, 16)
    assert editor.plan.milestone(ENDPOINT).holds


def test_a_milestone_earlier_than_its_work_says_where_that_lands(learner: Learner) -> None:
    learner.select(ENDPOINT)
    typed(learner, "1 Sep 2027", "Its work lands on")


def test_several_move_together_in_one_step(learner: Learner, editor: Editor) -> None:
    before = {each: editor.schedule.start_day(each) for each in (GRADIENT, REGRESSION)}
    learner.select(GRADIENT, REGRESSION)
    typed(learner, "+2w", "The first of them on")
    assert editor.schedule.start_day(GRADIENT) == before[GRADIENT] + timedelta(days=14)
    assert editor.schedule.start_day(REGRESSION) > before[REGRESSION]
    assert editor.plan.activity(REGRESSION).not_before is None
    assert editor.undo_text == "Move 2 items 14 days later"
    learner.press("Ctrl+Z")
    assert editor.undo_text == ""


def test_a_group_moves_with_all_it_holds(learner: Learner, editor: Editor) -> None:
    group = editor.plan.activity(GRADIENT).phase
    before = editor.schedule.start_day(GRADIENT)
    learner.select(group)
    typed(learner, "+1w", "7 days later")
    assert editor.schedule.start_day(GRADIENT) > before


def test_what_cannot_be_read_says_what_can_and_changes_nothing(learner: Learner, editor: Editor) -> None:
    learner.select(GRADIENT)
    typed(learner, "16 Jxn", "“16 Jxn” is not a day I can read. Try 16 Jan")
    assert editor.undo_text == ""


def test_what_is_finished_keeps_its_dates(learner: Learner, editor: Editor) -> None:
    editor.apply("Finish", mark_finished, GRADIENT, editor.today)
    learner.select(GRADIENT)
    assert not learner.action("set-date").isEnabled()
    assert learner.action("set-date").statusTip() == "“Gradient descent by hand” is done, so its dates stay."


def test_own_dates_are_let_go_of_together(learner: Learner, editor: Editor) -> None:
    before = editor.schedule.start_day(GRADIENT)
    learner.select(GRADIENT)
    typed(learner, "+2w")
    learner.select(ENDPOINT)
    typed(learner, "+2w")
    learner.select(GRADIENT, ENDPOINT)
    learner.choose("let-go")
    assert editor.plan.activity(GRADIENT).not_before is None
    assert editor.plan.milestone(ENDPOINT).target is None
    assert editor.schedule.start_day(GRADIENT) == before
    assert editor.undo_text == "Let go of the date of 2 items"


def test_a_milestone_is_fixed_where_it_stands_and_made_movable_again(
    learner: Learner, editor: Editor
) -> None:
    stands = editor.schedule.shown_day(ENDPOINT)
    learner.select(ENDPOINT)
    learner.choose("fix-date")
    assert editor.plan.milestone(ENDPOINT).fixed
    assert editor.plan.milestone(ENDPOINT).target == stands
    typed(learner, "+3d", "The date is fixed")
    assert editor.plan.milestone(ENDPOINT).fixed
    assert editor.plan.milestone(ENDPOINT).target == stands + timedelta(days=3)
    learner.choose("free-date")
    assert not editor.plan.milestone(ENDPOINT).fixed


def test_escape_leaves_all_as_it_was(learner: Learner, editor: Editor) -> None:
    before = editor.plan

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDateDialog)
        learner.qtbot.keyClicks(dialog.day.edit, "+2w")
        learner.qtbot.keyClick(dialog.day.edit, Qt.Key.Key_Escape)

    learner.select(GRADIENT)
    learner.answer(SET_DATE, do)
    assert editor.plan is before


def test_of_several_that_all_stay_it_says_why(learner: Learner, editor: Editor) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDateDialog)
        assert "is finished" in dialog.question.words
        assert not dialog.accept_button.isEnabled()
        assert not dialog.day.isEnabled()

    for each in (GRADIENT, REGRESSION):
        editor.apply("Finish", mark_finished, each, editor.today)
    learner.select(GRADIENT, REGRESSION)
    learner.answer(SET_DATE, do)


def test_of_several_the_ones_that_stay_are_named(learner: Learner, editor: Editor) -> None:
    editor.apply("Finish", mark_finished, GRADIENT, editor.today)
    learner.select(GRADIENT, ActivityId("classification-course"))
    typed(learner, "+2w", "“Gradient descent by hand” is finished, so it stays.")
