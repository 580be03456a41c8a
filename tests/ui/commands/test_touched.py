"""Undo and redo show what they were about: selected, and in view where it was not."""

from datetime import timedelta

from PySide6.QtGui import QAction

from planner.domain.edits import move_activity, rename
from planner.domain.items import ActivityId, DependencyKind
from planner.domain.structure import link
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from tests.ui.commands.conftest import Learner

GRADIENT = ActivityId("gradient-descent")
REGRESSION = ActivityId("regression-course")


def last_of_all(editor: Editor) -> ActivityId:
    """The last activity of the outline."""
    return [each.id for each in editor.plan.active.values()][-1]


def in_view(window: MainWindow, item: str) -> bool:
    return item in {each.id for each in window.timeline.view.marks()}


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()


def test_undoing_a_far_move_goes_back_to_where_it_stands(learner: Learner, editor: Editor) -> None:
    window, timeline = learner.window, learner.window.timeline
    timeline.view.zoom_in()
    day = editor.schedule.start_day(GRADIENT) + timedelta(days=900)
    editor.apply("Move it far", move_activity, GRADIENT, day)
    timeline.select(GRADIENT)
    assert in_view(window, GRADIENT)
    timeline.select(None)
    learner.press("Ctrl+Z")
    assert timeline.selected == GRADIENT
    assert in_view(window, GRADIENT)
    learner.press("Ctrl+Y")
    assert in_view(window, GRADIENT)


def test_what_is_in_view_stays_where_it_is(learner: Learner, editor: Editor) -> None:
    timeline = learner.window.timeline
    timeline.view.zoom_in()
    timeline.select(GRADIENT)
    editor.apply("Name it", rename, GRADIENT, "Downhill")
    timeline.select(REGRESSION)
    before = timeline.view.place
    learner.press("Ctrl+Z")
    assert timeline.selected == GRADIENT
    assert timeline.view.place == before


def test_a_row_far_below_is_scrolled_to(learner: Learner, editor: Editor) -> None:
    window = learner.window
    last = editor.plan.ordered_phases[-1]
    item = editor.plan.rows_of_phase[last.id][-1].id
    window.resize(1400, 520)
    editor.apply("Name it", rename, item, "Far below")
    window.timeline.select(GRADIENT)
    learner.qtbot.waitUntil(lambda: not in_view(window, item))
    learner.press("Ctrl+Z")
    assert window.timeline.selected == item
    assert in_view(window, item)


def test_of_a_link_both_ends_are_selected(learner: Learner, editor: Editor) -> None:
    editor.apply("Link", link, GRADIENT, last_of_all(editor), DependencyKind.FINISH_START)
    learner.press("Ctrl+Z")
    assert set(learner.window.timeline.selection) == {GRADIENT, last_of_all(editor)}


def test_after_a_deletion_the_next_row_is_selected(learner: Learner, editor: Editor) -> None:
    timeline = learner.window.timeline
    following = timeline.view.rows.ids[timeline.view.rows.index[GRADIENT] + 1]
    learner.select(GRADIENT)
    learner.press("Del")
    assert timeline.selection == (following,)
    learner.press("Ctrl+Z")
    assert timeline.selection == (GRADIENT,)


def test_after_an_undone_copy_the_next_row_is_selected(learner: Learner) -> None:
    timeline = learner.window.timeline
    following = timeline.view.rows.ids[timeline.view.rows.index[GRADIENT] + 1]
    learner.select(GRADIENT)
    learner.press("Ctrl+D")
    assert timeline.selected not in (GRADIENT, following)
    learner.press("Ctrl+Z")
    assert timeline.selection == (following,)


def test_a_filter_that_hides_what_is_selected_selects_nothing_else(learner: Learner) -> None:
    timeline = learner.window.timeline
    learner.select(GRADIENT)
    timeline.keeper.show_words("endpoint")
    assert not timeline.selection
    timeline.clear_filter()
    assert timeline.selection == (GRADIENT,)
