"""The settings of a plan: changed together as one step, named when it is one."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.plan import Paper
from planner.ui.editor import Editor
from planner.ui.plan_settings import PlanSettingsDialog
from planner.ui.theme_controller import ThemeController


@pytest.fixture
def dialog(editor: Editor, look: ThemeController, qtbot: QtBot) -> Iterator[PlanSettingsDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    shown = PlanSettingsDialog(editor, window)
    shown.open()
    yield shown
    window.close()


def test_everything_is_one_step(dialog: PlanSettingsDialog, editor: Editor) -> None:
    was = editor.plan
    dialog.title.setText(" My path ")
    dialog.paper.setCurrentIndex(1)
    dialog.week_start.setCurrentIndex(6)
    dialog.accept_button.click()
    facts = editor.plan.facts
    assert (facts.title, facts.paper, facts.week_start) == ("My path", Paper.LETTER, 6)
    assert editor.undo_text == "Change the plan settings"
    editor.undo()
    assert editor.plan == was


@pytest.mark.parametrize(
    ("field", "undo_text"),
    [
        ("title", "Rename the plan to My path"),
        ("paper", "Print on Letter paper"),
        ("week_start", "Begin weeks on Sunday"),
    ],
)
def test_one_change_is_undone_by_its_name(
    dialog: PlanSettingsDialog, editor: Editor, field: str, undo_text: str
) -> None:
    if field == "title":
        dialog.title.setText("My path")
    elif field == "paper":
        dialog.paper.setCurrentIndex(1)
    else:
        dialog.week_start.setCurrentIndex(6)
    dialog.accept_button.click()
    assert editor.undo_text == undo_text


def test_nothing_changed_is_no_step(dialog: PlanSettingsDialog, editor: Editor) -> None:
    dialog.accept_button.click()
    assert editor.undo_text == ""


def test_a_plan_keeps_a_title(dialog: PlanSettingsDialog, editor: Editor) -> None:
    dialog.title.setText("  ")
    assert not dialog.accept_button.isEnabled()
    assert dialog.problem.words == "Give your plan a title."
