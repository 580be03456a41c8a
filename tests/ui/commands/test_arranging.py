"""Rows named, copied and moved by keys; none of it moves a date."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from planner.domain.items import ActivityId, PhaseId
from planner.ui.editor import Editor
from planner.ui.group_dialog import GroupDialog
from tests.ui.commands.conftest import Learner

GRADIENT = ActivityId("gradient-descent")
REGRESSION = ActivityId("regression-course")


def order(editor: Editor, group: str | None) -> list[str]:
    return [each.id for each in editor.plan.children_of[None if group is None else PhaseId(group)]]


def add_group(learner: Learner, title: str, *, take: bool | None = None) -> None:
    """Ctrl+G, a title, Enter."""

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, GroupDialog)
        field = dialog.findChild(QLineEdit, "title")
        assert isinstance(field, QLineEdit)
        learner.qtbot.keyClicks(field, title)
        if take is not None:
            assert dialog.takes_rows is take
        learner.qtbot.keyClick(field, Qt.Key.Key_Return)

    learner.answer("Ctrl+G", do)


def test_a_copy_stands_right_below_and_is_selected(learner: Learner, editor: Editor) -> None:
    finish = editor.schedule.finish
    learner.select(GRADIENT)
    learner.press("Ctrl+D")
    rows = order(editor, editor.plan.activity(GRADIENT).phase)
    copied = rows[rows.index(GRADIENT) + 1]
    assert learner.window.timeline.selected == copied
    assert editor.undo_text == "Duplicate Gradient descent by hand"
    assert editor.schedule.finish >= finish
    learner.press("Ctrl+Z")
    assert copied not in editor.plan.activities
    learner.press("Ctrl+Shift+Z")
    assert learner.window.timeline.selected == copied


def test_copies_of_several_rows_are_selected_and_come_back_selected(learner: Learner, editor: Editor) -> None:
    learner.select(GRADIENT, REGRESSION)
    learner.press("Ctrl+D")
    copies = learner.window.timeline.selection
    assert len(copies) == 2
    assert not {GRADIENT, REGRESSION} & set(copies)
    learner.press("Ctrl+Z")
    learner.press("Ctrl+Shift+Z")
    assert learner.window.timeline.selection == copies


def test_rows_go_down_and_up_by_keys(learner: Learner, editor: Editor) -> None:
    group = editor.plan.activity(GRADIENT).phase
    before, dates = order(editor, group), editor.schedule.finish
    place = before.index(GRADIENT)
    learner.select(GRADIENT)
    learner.press("Alt+Shift+Down")
    assert order(editor, group).index(GRADIENT) == place + 1
    learner.press("Alt+Shift+Down")
    assert order(editor, group).index(GRADIENT) == place + 2
    learner.press("Alt+Shift+Up")
    learner.press("Alt+Shift+Up")
    assert order(editor, group) == before
    assert editor.schedule.finish == dates
    assert learner.window.timeline.selected == GRADIENT


def test_a_group_of_its_own_for_two_rows_in_one_step(learner: Learner, editor: Editor) -> None:
    parent = editor.plan.activity(GRADIENT).phase
    learner.select(GRADIENT, REGRESSION)
    add_group(learner, "By hand", take=True)
    group = learner.window.timeline.selected
    assert group in editor.plan.phases
    assert order(editor, group) == [GRADIENT, REGRESSION]
    assert editor.plan.phase(PhaseId(str(group))).parent == parent
    learner.press("Ctrl+Z")
    assert editor.plan.activity(GRADIENT).phase == parent
    assert editor.undo_text == ""


def test_rows_are_indented_into_the_group_above_and_out_again(learner: Learner, editor: Editor) -> None:
    parent = editor.plan.activity(GRADIENT).phase
    learner.select(GRADIENT)
    add_group(learner, "By hand", take=False)
    group = learner.window.timeline.selected
    learner.select(REGRESSION)
    learner.press("Ctrl+]")
    assert editor.plan.activity(REGRESSION).phase == group
    learner.press("Ctrl+[")
    assert editor.plan.activity(REGRESSION).phase == parent


def test_what_cannot_be_indented_says_why(learner: Learner, editor: Editor) -> None:
    learner.select(GRADIENT)
    learner.press("Ctrl+]")
    assert editor.undo_text == ""
    assert learner.said("There is no group right above it to move it into.")


def test_a_group_gets_another_title(learner: Learner, editor: Editor) -> None:
    group = editor.plan.activity(GRADIENT).phase
    learner.select(group)
    learner.window.timeline.outline.setFocus()
    learner.press("F2")
    editor_field = learner.window.timeline.outline.findChild(QLineEdit)
    assert isinstance(editor_field, QLineEdit)
    editor_field.selectAll()
    learner.qtbot.keyClicks(editor_field, "First steps")
    learner.qtbot.keyClick(editor_field, Qt.Key.Key_Return)
    assert editor.plan.phase(group).title == "First steps"


@pytest.mark.parametrize(("down", "up"), [("Alt+Shift+Down", "Alt+Shift+Up"), ("Ctrl+Down", "Ctrl+Up")])
def test_there_are_keys_that_window_managers_leave_alone(learner: Learner, down: str, up: str) -> None:
    before = learner.window.timeline.view.rows.ids
    learner.select(GRADIENT)
    learner.press(down)
    assert learner.window.timeline.view.rows.ids != before
    learner.press(up)
    assert learner.window.timeline.view.rows.ids == before
