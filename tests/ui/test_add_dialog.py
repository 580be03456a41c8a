"""The form for a new activity or milestone: a title is all it needs."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityKind, PhaseId
from planner.ui.add_dialog import USUAL_HOURS, AddDialog
from planner.ui.fields.hours_field import HoursField
from tests.helpers.plans import small_plan

TODAY = date(2027, 4, 5)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def add_button(dialog: AddDialog) -> QPushButton:
    return dialog.accept_button


def test_it_can_be_added_once_it_has_a_title(qtbot: QtBot, holder: QWidget) -> None:
    dialog = AddDialog(small_plan(), PhaseId("production"), TODAY, holder, activity=True)
    title = dialog.findChild(QLineEdit, "title")
    assert isinstance(title, QLineEdit)
    assert not add_button(dialog).isEnabled()
    qtbot.keyClicks(title, "   ")
    assert not add_button(dialog).isEnabled()
    qtbot.keyClicks(title, " Read a paper ")
    assert add_button(dialog).isEnabled()
    assert dialog.title == "Read a paper"
    assert dialog.group == "production"
    assert dialog.kind is ActivityKind.TOPIC
    assert dialog.hours == USUAL_HOURS


def test_a_milestone_is_asked_for_no_hours(qtbot: QtBot, holder: QWidget) -> None:
    dialog = AddDialog(small_plan(), PhaseId("learning"), TODAY, holder, activity=False)
    dialog.show()
    assert dialog.windowTitle() == "Add a milestone"
    shown = {each.objectName() for each in dialog.findChildren(QLineEdit) if each.isVisible()}
    assert shown == {"title", "typed-day"}


def test_a_date_of_its_own_is_read_as_it_is_typed(qtbot: QtBot, holder: QWidget) -> None:
    dialog = AddDialog(small_plan(), PhaseId("learning"), TODAY, holder, activity=True)
    title, day = (dialog.findChild(QLineEdit, each) for each in ("title", "typed-day"))
    assert isinstance(title, QLineEdit)
    assert isinstance(day, QLineEdit)
    qtbot.keyClicks(title, "Read a paper")
    qtbot.keyClicks(day, "next mon")
    assert str(dialog.day) == "2027-04-12"
    qtbot.keyClicks(day, "x")
    assert dialog.day is None
    assert not add_button(dialog).isEnabled()
    day.clear()
    assert add_button(dialog).isEnabled()


def test_hours_no_one_has_are_not_added(qtbot: QtBot, holder: QWidget) -> None:
    dialog = AddDialog(small_plan(), PhaseId("learning"), TODAY, holder, activity=True)
    title, hours = dialog.findChild(QLineEdit, "title"), dialog.findChild(HoursField)
    assert isinstance(title, QLineEdit)
    assert isinstance(hours, HoursField)
    dialog.show()
    qtbot.keyClicks(title, "Read a paper")
    hours.selectAll()
    qtbot.keyClicks(hours, "1e9")
    qtbot.keyClick(hours, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not add_button(dialog).isEnabled()
    assert hours.text() == "1e9 h"
    hours.selectAll()
    qtbot.keyClicks(hours, "19")
    qtbot.keyClick(hours, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.hours == 19


def test_the_form_grows_for_what_it_has_to_say(qtbot: QtBot, holder: QWidget) -> None:
    dialog = AddDialog(small_plan(), PhaseId("learning"), TODAY, holder, activity=True)
    with qtbot.waitExposed(dialog):
        dialog.show()
    before, hours = dialog.height(), dialog.findChild(HoursField)
    assert isinstance(hours, HoursField)
    hours.selectAll()
    qtbot.keyClicks(hours, "1e9")
    assert dialog.height() > before
