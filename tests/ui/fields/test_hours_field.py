"""Hours can be typed with a point or a comma, and a passing wheel changes none."""

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
