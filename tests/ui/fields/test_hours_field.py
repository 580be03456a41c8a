"""Hours can be typed with a point or a comma, and a passing wheel changes none."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.fields.hours_field import HoursField


def test_a_comma_is_as_good_as_a_point(qtbot: QtBot) -> None:
    field = HoursField("Hours", most=24)
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClicks(field, "1,5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 1.5
    assert field.text() == "1.5 h"


def test_whole_hours_have_no_decimals(qtbot: QtBot) -> None:
    field = HoursField("Hours", most=1000)
    qtbot.addWidget(field)
    for value, text in ((0, "0 h"), (4, "4 h"), (100, "100 h"), (0.25, "0.25 h"), (12.5, "12.5 h")):
        field.setValue(value)
        assert field.text() == text


def test_the_wheel_scrolls_past_it(qtbot: QtBot) -> None:
    field = HoursField("Hours", most=24)
    qtbot.addWidget(field)
    field.setValue(2)
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert field.value() == 2
    assert not event.isAccepted()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("200", "Hours: 200 is too many, the most is 168 h."),
        ("1e9", "Hours: “1e9” is no plain number. Type one like 2 or 2.5."),
        ("2:30", "Hours: “2:30” is no plain number. Type one like 2 or 2.5."),
        ("1,000", "Hours: “1,000” is no plain number. Type one like 2 or 2.5."),
        ("0", "Hours: 0 is too few, the least is 0.25 h."),
    ],
)
def test_what_does_not_fit_stays_as_typed_and_is_not_taken(qtbot: QtBot, typed: str, sentence: str) -> None:
    field = HoursField("Hours", most=168)
    qtbot.addWidget(field)
    field.setMinimum(0.25)
    field.setValue(10)
    told: list[float] = []
    field.valueChanged.connect(told.append)
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.problem) == (f"{typed} h", sentence)
    assert field.value() == field.hours == 10
    assert told == []
    field.selectAll()
    QTest.keyClicks(field, "12,5")
    assert (field.problem, field.hours) == ("", 12.5)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), told) == ("12.5 h", [12.5])


def test_an_arrow_key_goes_on_from_the_last_hours_that_fit(qtbot: QtBot) -> None:
    field = HoursField("Hours", most=24, step=1)
    qtbot.addWidget(field)
    field.setValue(3)
    field.selectAll()
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert (field.value(), field.text(), field.problem) == (4, "4 h", "")


def test_other_hours_take_the_place_of_what_did_not_fit(qtbot: QtBot) -> None:
    field = HoursField("Hours", most=24)
    qtbot.addWidget(field)
    field.setValue(3)
    field.selectAll()
    QTest.keyClicks(field, "99")
    field.show_value(3)
    assert (field.text(), field.problem) == ("3 h", "")
