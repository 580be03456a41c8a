"""Seven boxes, their sum, and weeks to start from."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.calendar import spread_week
from planner.ui.fields.text import TextLabel
from planner.ui.fields.week_hours import WeekHours


def words(widget: WeekHours) -> list[str]:
    return [each.words for each in widget.findChildren(TextLabel) if not each.isHidden()]


def test_the_sum_follows_each_box(qtbot: QtBot) -> None:
    week = WeekHours(spread_week(10))
    qtbot.addWidget(week)
    assert "10 h a week" in words(week)
    with qtbot.waitSignal(week.edited):
        week.days[6].setValue(1.25)
    assert "11.25 h a week" in words(week)
    assert week.hours == (1.5, 1.5, 1.5, 1.5, 0, 4, 1.25)


def test_a_preset_fills_the_week_in_one_go(qtbot: QtBot) -> None:
    week = WeekHours(spread_week(10))
    qtbot.addWidget(week)
    button = next(each for each in week.findChildren(QPushButton) if each.text() == "20 h a week")
    with qtbot.waitSignal(week.edited):
        button.click()
    assert week.hours == spread_week(20)


def test_a_week_without_hours_is_said_kindly(qtbot: QtBot) -> None:
    week = WeekHours(spread_week(1))
    qtbot.addWidget(week)
    assert week.valid
    for box in week.days:
        box.setValue(0)
    assert sum(week.hours) == 0
    assert "Give at least one day some hours, so that the plan can move along." in words(week)


def test_the_boxes_are_in_the_order_of_the_learners_week(qtbot: QtBot) -> None:
    week = WeekHours(spread_week(10), week_start=6)
    qtbot.addWidget(week)
    week.show()
    assert week.first_box is week.days[6]
    assert week.days[6].x() < week.days[0].x() < week.days[5].x()
