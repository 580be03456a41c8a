"""Catch up shows where it leads before it is done, and is one step to undo."""

from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from planner.domain.wording import day_text
from planner.ui.catch_up.dialog import CatchUpDialog
from planner.ui.editor import Editor


def test_it_says_the_finish_before_and_after_and_leaves_the_plan_alone(editor: Editor, qtbot: QtBot) -> None:
    before = editor.plan
    finish = editor.schedule.finish
    dialog = CatchUpDialog(editor)
    qtbot.addWidget(dialog)
    said = [each.text() for each in dialog.findChildren(QLabel)]
    assert day_text(finish) in said
    assert day_text(editor.today) in said
    dialog.reject()
    assert editor.plan is before


def test_starting_from_today_is_one_step(editor: Editor, qtbot: QtBot) -> None:
    finish = editor.schedule.finish
    dialog = CatchUpDialog(editor)
    qtbot.addWidget(dialog)
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.accepted.emit()
    assert editor.plan.facts.status_date == editor.today
    assert editor.schedule.finish > finish
    assert editor.undo_text == "Catch up to 5 Apr 2027"
    assert "Before catching up to 5 Apr 2027" in {each.reason for each in editor.plan.baselines.values()}
    editor.undo()
    assert not editor.plan.baselines
    assert editor.schedule.finish == finish


def test_it_says_where_the_two_finish_dates_come_from(editor: Editor, qtbot: QtBot) -> None:
    dialog = CatchUpDialog(editor)
    qtbot.addWidget(dialog)
    said = " ".join(each.text() for each in dialog.findChildren(QLabel)).replace("\u00a0", " ")
    assert "Both finish dates are worked out: the likely efforts of what is left, on your hours." in said
    assert "rest on the source's own lengths" in said
