"""The load strip tells a screen reader what one sees of it at a glance, also after an edit."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtGui import QAccessible

from planner.domain.edits import move_activity
from planner.domain.items import ActivityId, DependencyId
from planner.domain.structure import unlink
from planner.ui.editor import Editor
from planner.ui.timeline.accessibility import TimelineAccessibility
from planner.ui.timeline.page import TimelinePage

SERVING: list[TimelineAccessibility] = []
"""Kept for as long as the program runs, as the application keeps its own."""


@pytest.fixture
def told(page: TimelinePage) -> Iterator[TimelinePage]:
    SERVING.append(TimelineAccessibility())
    SERVING[-1].serve(page)
    QAccessible.setActive(True)
    yield page
    QAccessible.setActive(False)


def description(page: TimelinePage) -> str:
    interface = QAccessible.queryAccessibleInterface(page.strip)
    assert interface.text(QAccessible.Text.Name) == "Hours a week"
    return interface.text(QAccessible.Text.Description)


def test_it_tells_this_week_and_the_weeks_that_ask_for_too_much(told: TimelinePage, editor: Editor) -> None:
    week, outlook, *reasons = description(told).replace(". ", ".\n").splitlines()
    assert week == "This week, 18–24 January 2027: 10 h planned of 10 h."
    assert outlook == "No week from now on asks for too many hours."
    assert any("Planned: likely efforts" in each for each in reasons)

    editor.apply("Both at once", unlink, DependencyId("regression-course>clustering-course"))
    editor.apply("Later", move_activity, ActivityId("regression-course"), date(2027, 2, 1))
    editor.apply("Later", move_activity, ActivityId("clustering-course"), date(2027, 2, 1))

    first = "the first 1–7 February 2027: 20 h planned of 10 h, 10 h too many."
    assert f"2 weeks from now on ask for too many hours, {first}" in description(told)

    for _ in range(3):
        editor.undo()
    assert outlook in description(told)
