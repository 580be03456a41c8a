"""In a large plan a card tells at once what is quick to know, and the rest when the pointer rests."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.axis import bounded
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.big_plans import study_plan
from tests.helpers.chart import dot_of, half_of, middle_of, move_to, said
from tests.helpers.mouse import Mouse
from tests.helpers.plans import START


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    with Document.create(tmp_path / "large.milepost", study_plan(400)) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def page(editor: Editor, look: ThemeController, qtbot: QtBot) -> TimelinePage:
    page = TimelinePage(editor, look)
    editor.changed.connect(page.on_changed)
    qtbot.addWidget(page)
    page.resize(1500, 1900)
    page.show()
    qtbot.waitExposed(page)
    page.view.show_scale(bounded(START.toordinal() - 3.0, 6.0, page.view.width()))
    return page


def test_what_would_hold_a_target_is_told_once_the_pointer_rests(
    view: TimelineView, editor: Editor, mouse: Mouse, qtbot: QtBot
) -> None:
    view.show_scale(bounded(date(2027, 3, 1).toordinal(), 6.0, view.width()))
    mouse.press(middle_of(view, "m0"))
    mouse.move_by(-60)
    at_once = said(view)
    assert at_once[1].startswith("Its work lands ")
    assert not any(line.startswith(("Needs", "Or shorten")) for line in at_once)

    qtbot.waitUntil(lambda: any(line.startswith("Needs ") for line in said(view)))

    # What was worked out for a day is told at once when the diamond comes back to it.
    told = said(view)
    mouse.move_by(-30)
    assert said(view) != told
    mouse.move_by(30)
    assert said(view) == told
    mouse.release()
    assert editor.undo_text.startswith("Move Phase 1 proven to ")


def test_what_a_link_moves_is_told_once_the_pointer_rests(
    view: TimelineView, editor: Editor, mouse: Mouse, qtbot: QtBot
) -> None:
    dot, target = dot_of(view, "a0"), half_of(view, "a12", start=True)
    mouse.press(dot)
    move_to(mouse, dot, target)
    assert len(said(view)) == 1

    qtbot.waitUntil(lambda: said(view)[-1].startswith("Moves "))
    mouse.release()
    assert editor.undo_text.startswith("Link ")


def test_a_link_dropped_before_it_was_worked_out_is_made_all_the_same(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    dot, target = dot_of(view, "a0"), half_of(view, "a12", start=True)
    mouse.press(dot)
    move_to(mouse, dot, target)
    mouse.release()
    assert any((each.before, each.after) == ("a0", "a12") for each in editor.plan.dependencies.values())
