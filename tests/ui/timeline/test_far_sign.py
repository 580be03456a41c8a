"""A selected row whose bar is out of sight says at the chart's edge where it is, and goes there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.wording import day_text
from planner.ui.timeline.page import TimelinePage


def test_a_bar_out_of_sight_is_told_at_the_edge_and_shown_by_a_click(
    page: TimelinePage, qtbot: QtBot
) -> None:
    view, sign = page.view, page.far_sign
    page.select("regression-course")
    sign.refresh()
    assert not sign.isVisible()
    mark = view.laid_out.mark_of("regression-course")
    assert mark is not None
    height = mark.y + view.look.header_height

    view.pan(-view.width() * 3, 0)
    qtbot.waitUntil(sign.isVisible)
    schedule = view.editor.schedule
    assert sign.text() == "← " + day_text(schedule.finish_day(ActivityId("regression-course")))
    assert abs(sign.geometry().center().y() - height) < 2
    assert sign.x() < 20

    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sign.isHidden)
    assert "regression-course" in {each.id for each in view.marks()}

    view.pan(view.width() * 3, 0)
    qtbot.waitUntil(sign.isVisible)
    assert sign.text().endswith(" →")
    assert sign.geometry().right() > view.viewport().width() - 20
    page.select(None)
    qtbot.waitUntil(sign.isHidden)
