"""Started, finished, reopened: of all that is selected, in one step."""

from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from tests.ui.commands.conftest import Learner

GRADIENT = ActivityId("gradient-descent")
REGRESSION = ActivityId("regression-course")


def test_several_are_finished_in_one_step_and_reopened(learner: Learner, editor: Editor) -> None:
    learner.select(GRADIENT, REGRESSION)
    learner.press("Ctrl+Return")
    finished = [editor.plan.activity(each).finished_on for each in (GRADIENT, REGRESSION)]
    assert finished == [editor.today, editor.today]
    assert editor.undo_text == "Finish 2 items"
    assert not learner.action("finish").isEnabled()
    learner.choose("reopen")
    assert editor.plan.activity(GRADIENT).finished_on is None
    learner.press("Ctrl+Z")
    learner.press("Ctrl+Z")
    assert editor.undo_text == ""


def test_an_activity_starts_today(learner: Learner, editor: Editor) -> None:
    learner.select(GRADIENT)
    learner.choose("start")
    assert editor.plan.activity(GRADIENT).started_on == editor.today
    assert learner.action("start").statusTip() == "It has started already."


def test_a_milestone_is_not_finished_by_keys_and_says_how_it_is_reached(
    learner: Learner, editor: Editor
) -> None:
    learner.select("endpoint-live")
    learner.press("Ctrl+Return")
    assert editor.undo_text == ""
    assert learner.said("A milestone is reached once its checklist is done.")
