"""A day typed in words: what was understood stands below it, never over it."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.ui.fields.typed_day import TypedDay
from planner.ui.fixed_date_dialog import FixedDateDialog
from planner.ui.theme_controller import ThemeController


@pytest.mark.parametrize(
    ("text", "says"),
    [("16 Jan", "Sun 16 Jan 2028"), ("3/4", "“3/4” could be read day first or month first.")],
)
def test_the_dialog_makes_room_for_what_was_understood(
    plan: Plan, look: ThemeController, qtbot: QtBot, text: str, says: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FixedDateDialog(schedule(plan), plan.ordered_phases[1].id, date(2027, 4, 5), window)
    dialog.show()
    qtbot.waitExposed(dialog)
    field = dialog.findChild(TypedDay)
    assert isinstance(field, TypedDay)
    QTest.keyClicks(field.edit, text)
    assert says in field.meaning.words
    assert field.meaning.y() >= field.edit.geometry().bottom()
    assert field.meaning.height() >= field.meaning.heightForWidth(field.meaning.width())
    assert field.meaning.geometry().bottom() < field.height()
