"""The form for a new activity or milestone: a title is all it needs."""

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityKind, PhaseId
from planner.ui.add_dialog import USUAL_HOURS, AddDialog
from tests.helpers.plans import small_plan


def add_button(dialog: AddDialog) -> QPushButton:
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    return buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_it_can_be_added_once_it_has_a_title(qtbot: QtBot) -> None:
    dialog = AddDialog(small_plan(), PhaseId("production"), activity=True)
    qtbot.addWidget(dialog)
    title = dialog.findChild(QLineEdit, "title")
    assert isinstance(title, QLineEdit)
    assert not add_button(dialog).isEnabled()
    qtbot.keyClicks(title, "   ")
    assert not add_button(dialog).isEnabled()
    qtbot.keyClicks(title, " Read a paper ")
    assert add_button(dialog).isEnabled()
    assert dialog.title == "Read a paper"
    assert dialog.phase == "production"
    assert dialog.kind is ActivityKind.TOPIC
    assert dialog.hours == USUAL_HOURS


def test_a_milestone_is_asked_for_no_hours(qtbot: QtBot) -> None:
    dialog = AddDialog(small_plan(), PhaseId("learning"), activity=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "Add a milestone"
    assert not any(
        each.isVisible() for each in dialog.findChildren(QLineEdit) if each.objectName() != "title"
    )
