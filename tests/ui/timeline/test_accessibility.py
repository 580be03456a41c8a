"""What screen readers are told of the chart, also while another page hides it."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtGui import QAccessible

from planner.domain.edits import move_activity
from planner.domain.items import ActivityId
from planner.ui.editor import Editor
from planner.ui.timeline.accessibility import TimelineAccessibility
from planner.ui.timeline.page import TimelinePage

SERVING: list[TimelineAccessibility] = []
"""Kept for as long as the program runs, as the application keeps its own."""

COURSE = ActivityId("regression-course")


@pytest.fixture
def told(page: TimelinePage) -> Iterator[TimelinePage]:
    SERVING.append(TimelineAccessibility())
    SERVING[-1].serve(page)
    QAccessible.setActive(True)
    yield page
    QAccessible.setActive(False)


def names(page: TimelinePage) -> list[str]:
    """What a screen reader finds in the chart."""
    chart = QAccessible.queryAccessibleInterface(page.view)
    return [chart.child(at).text(QAccessible.Text.Name) for at in range(chart.childCount())]


def test_an_edit_behind_another_page_is_read_once_the_chart_shows(told: TimelinePage, editor: Editor) -> None:
    told.select(COURSE)
    told.hide()
    assert names(told) == []

    # A bar that is told of without being there is a message of Qt's, and fails the test.
    editor.apply("Later", move_activity, COURSE, date(2027, 2, 1))

    told.show()
    assert any("Regression course" in each and "1 Feb" in each for each in names(told))
