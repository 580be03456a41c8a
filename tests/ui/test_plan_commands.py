"""Commands on what is selected: asked for where they need words, each one step to undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.ui.add_dialog import AddDialog
from planner.ui.editor import Editor
from planner.ui.plan_commands import PlanCommands
from planner.ui.title_dialog import TitleDialog
from tests.ui.conftest import START

REGRESSION = ActivityId("regression-course")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def commands(editor: Editor, window: QWidget) -> PlanCommands:
    return PlanCommands(editor, window)


def when_asked(do: Callable[[QDialog], None]) -> None:
    """Answer the dialog that a command opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                do(dialog)
            finally:
                # Whatever went wrong, the test must not wait for a hand to close it.
                if dialog.isVisible():
                    dialog.reject()
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_rename(commands: PlanCommands, editor: Editor) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, TitleDialog)
        dialog.field.setText("Regression, again")
        dialog.accept()

    commands.select((REGRESSION,))
    when_asked(answer)
    commands.arranging.rename()
    assert editor.plan.activity(REGRESSION).title == "Regression, again"
    assert editor.undo_text == "Rename Regression to Regression, again"


def test_a_new_activity_comes_right_behind_what_is_selected(
    commands: PlanCommands, editor: Editor, qtbot: QtBot
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, AddDialog)
        title = dialog.findChild(QLineEdit, "title")
        assert isinstance(title, QLineEdit)
        title.setText("Read a paper")
        dialog.accept()

    commands.select((REGRESSION,))
    when_asked(answer)
    with qtbot.waitSignal(commands.made) as told:
        commands.adding.add_activity()
    (new,) = told.args[0]
    assert editor.plan.activity(ActivityId(new)).phase == editor.plan.activity(REGRESSION).phase
    schedule = editor.schedule
    assert schedule.start_day(ActivityId(new)) >= schedule.finish_day(REGRESSION)
    assert max(schedule.load_hours(START, 60) - schedule.available_hours(START, 60)) < 1e-6
    editor.undo()
    assert new not in editor.plan.activities


def test_a_dialog_left_changes_nothing(commands: PlanCommands, editor: Editor) -> None:
    before = editor.plan
    commands.select((REGRESSION,))
    when_asked(lambda dialog: dialog.reject())
    commands.adding.add_milestone()
    assert editor.plan is before


def test_delete_bridges_what_it_leaves_and_undo_brings_it_back(
    commands: PlanCommands, editor: Editor
) -> None:
    before = editor.plan
    commands.select((REGRESSION,))
    commands.removing.delete()
    assert REGRESSION not in editor.plan.activities
    editor.undo()
    assert editor.plan == before


def test_the_finish_milestone_stays_with_a_reason(
    commands: PlanCommands, editor: Editor, qtbot: QtBot
) -> None:
    commands.select(("job-ready",))
    with qtbot.waitSignal(editor.failed) as told:
        commands.removing.delete()
    assert "so it stays" in told.args[0]


def test_nothing_selected_does_nothing(commands: PlanCommands, editor: Editor) -> None:
    before = editor.plan
    commands.arranging.rename()
    commands.removing.delete()
    commands.progress.finish()
    assert editor.plan is before
