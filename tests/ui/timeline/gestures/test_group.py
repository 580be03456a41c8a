"""Dragging several selected items at once."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.domain.edits import fix_date, mark_started, move_activity, retarget
from planner.domain.items import ActivityId, MilestoneId
from planner.ui.editor import Editor
from planner.ui.timeline.axis import Unit, bounded
from planner.ui.timeline.gestures.base import Refused
from planner.ui.timeline.gestures.group import MoveGroup
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import left_end_of, middle_of, said, shows
from tests.helpers.mouse import Modifier, Mouse
from tests.ui.timeline.conftest import PX_PER_DAY

REGRESSION, CLUSTERING = ActivityId("regression-course"), ActivityId("clustering-course")
SERVE, CORE = ActivityId("serve-model"), MilestoneId("core-proven")


def days(count: float) -> int:
    return round(count * PX_PER_DAY)


def select(mouse: Mouse, view: TimelineView, *items: str) -> None:
    """Click the first, then the others with Ctrl."""
    for number, item in enumerate(items):
        mouse.modifiers = Modifier.ControlModifier if number else Modifier.NoModifier
        mouse.click(middle_of(view, item))
    mouse.modifiers = Modifier.NoModifier


def selected(page: TimelinePage) -> tuple[str, ...]:
    """The selected rows; a function, as a click changes them."""
    return page.selection


def test_a_drag_of_one_of_them_moves_the_whole_selection_in_one_step(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    plan, before = editor.plan, editor.schedule
    select(mouse, view, "regression-course", "serve-model")
    assert selected(page) == ("regression-course", "serve-model")
    ghosts = [left_end_of(view, item) for item in ("regression-course", "serve-model")]

    mouse.press(middle_of(view, "serve-model"))
    mouse.move_by(days(14))
    assert isinstance(view.gesture, MoveGroup)
    assert said(view)[:2] == ["2 items → 14 days later", "“Serve model”: 22 Feb 2027"]
    assert said(view)[-1] == "Finish 20 Feb → 6 Mar 2027"
    assert shows(view, ghosts[0], view.look.ghost.color(), 3)
    mouse.release()

    assert editor.schedule.start_day(REGRESSION) == before.start_day(REGRESSION) + timedelta(days=14)
    assert editor.schedule.start_day(SERVE) == before.start_day(SERVE) + timedelta(days=14)
    # What follows anyway gets no date of its own.
    assert editor.plan.activity(SERVE).not_before is None
    assert editor.undo_text == "Move 2 items 14 days later"
    assert selected(page) == ("regression-course", "serve-model")
    editor.undo()
    assert editor.plan == plan


def test_what_stays_of_a_selection_is_named(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    editor.apply("Start", mark_started, REGRESSION, date(2027, 1, 4))
    editor.apply("Fix", fix_date, CORE, date(2027, 3, 1))
    select(mouse, view, "regression-course", "core-proven", "clustering-course")

    mouse.press(middle_of(view, "clustering-course"))
    mouse.move_by(days(7))
    assert said(view)[0] == "1 item → 7 days later"
    assert said(view)[2] == (
        "“Regression course” has started and “Core proven” has a fixed date, so they stay."
    )
    mouse.release()

    assert editor.plan.milestone(CORE).target == date(2027, 3, 1)
    assert editor.plan.activity(CLUSTERING).not_before is not None


def test_a_press_on_one_of_several_keeps_them_and_a_click_takes_it_alone(
    page: TimelinePage, view: TimelineView, mouse: Mouse
) -> None:
    select(mouse, view, "regression-course", "serve-model")

    mouse.press(middle_of(view, "serve-model"))
    assert selected(page) == ("regression-course", "serve-model")
    mouse.release()
    assert selected(page) == ("serve-model",)


def test_a_drag_of_something_not_selected_moves_it_alone(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    editor.apply("Wait", move_activity, SERVE, date(2027, 3, 1))
    select(mouse, view, "regression-course", "clustering-course")

    mouse.drag(middle_of(view, "serve-model"), days(7))

    assert selected(page) == ("serve-model",)
    assert editor.plan.activity(SERVE).not_before == date(2027, 3, 8)
    assert editor.plan.activity(REGRESSION).not_before is None


def test_the_one_that_is_held_must_be_able_to_move(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    editor.apply("Start", mark_started, REGRESSION, date(2027, 1, 4))
    select(mouse, view, "clustering-course", "regression-course")
    plan = editor.plan

    mouse.press(middle_of(view, "regression-course"))
    mouse.move_by(days(7))
    assert isinstance(view.gesture, Refused)
    mouse.release()

    assert editor.plan is plan


def test_back_where_it_was_a_group_changes_nothing(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    plan = editor.plan
    select(mouse, view, "regression-course", "serve-model")
    mouse.press(middle_of(view, "regression-course"))
    mouse.move_by(days(9))
    mouse.move_by(-days(9))
    mouse.release()
    assert editor.plan is plan


def test_shift_extends_and_ctrl_adds_and_takes_away(
    page: TimelinePage, view: TimelineView, mouse: Mouse
) -> None:
    mouse.click(middle_of(view, "regression-course"))
    mouse.modifiers = Modifier.ShiftModifier
    mouse.click(middle_of(view, "core-proven"))
    assert selected(page) == ("regression-course", "clustering-course", "core-proven")

    mouse.modifiers = Modifier.ControlModifier
    mouse.click(middle_of(view, "clustering-course"))
    assert selected(page) == ("regression-course", "core-proven")
    mouse.click(middle_of(view, "serve-model"))
    assert selected(page) == ("regression-course", "core-proven", "serve-model")
    mouse.modifiers = Modifier.NoModifier
    mouse.click(QPoint(view.width() - 30, middle_of(view, "write-up").y()))
    assert selected(page) == ("write-up",)


def test_dragging_the_bar_of_a_group_moves_all_it_holds(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    before = editor.schedule

    mouse.press(middle_of(view, "learning"))
    mouse.move_by(days(7))
    assert said(view)[:2] == ["3 items → 7 days later", "“Learning”: 11 Jan 2027"]
    mouse.release()

    for item in (REGRESSION, CLUSTERING, SERVE):
        assert editor.schedule.start_day(item) == before.start_day(item) + timedelta(days=7)
    assert editor.plan.activity(REGRESSION).not_before == date(2027, 1, 11)
    assert editor.plan.activity(CLUSTERING).not_before is None
    assert editor.undo_text == "Move 3 items 7 days later"


def test_the_card_the_status_line_and_undo_count_the_same_others(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    told: list[str] = []
    editor.followed.connect(told.append)
    for items in (["regression-course"], ["regression-course", "serve-model"]):
        told.clear()
        select(mouse, view, *items)
        mouse.press(middle_of(view, items[-1]))
        mouse.move_by(days(14))
        (count,) = (line.split(" · ")[0].split(" by ")[0] for line in said(view) if "other" in line)
        mouse.release()
        editor.undo()
        editor.redo()
        assert len(told) == 3
        assert all(f" · {count} · finish" in each for each in told), (count, told)
        editor.undo()


def test_a_group_dragged_earlier_than_it_can_tells_the_days_it_really_moves(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    editor.apply("Wait", move_activity, SERVE, date(2027, 2, 15))

    mouse.press(middle_of(view, "production"))
    mouse.move_by(-days(20))
    assert said(view)[:4] == [
        "3 items → 7 days earlier",
        "“Production”: 8 Feb 2027",
        "Starts as soon as it can: no date of its own",
        "It waits for “Core proven”, so it starts no earlier than 8 Feb 2027",
    ]
    mouse.release()

    assert editor.undo_text == "Move 3 items 7 days earlier"
    assert editor.schedule.start_day(SERVE) == date(2027, 2, 8)
    assert editor.plan.activity(SERVE).not_before is None


def test_a_group_that_can_go_no_earlier_commits_nothing_and_says_why(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    told: list[str] = []
    page.message.connect(told.append)
    editor.followed.connect(told.append)
    plan = editor.plan
    for items in (["production"], ["serve-model", "write-up"], ["serve-model", "endpoint-live"]):
        select(mouse, view, *items)
        mouse.press(middle_of(view, items[0]))
        mouse.move_by(-days(20))
        headline, reason = said(view)
        assert headline.endswith("stays as it is")
        assert reason == "It waits for “Core proven”, so it starts no earlier than 8 Feb 2027"
        mouse.release()
        assert told.pop() == f"“{headline.removesuffix(' stays as it is')}” stays as it was. {reason}."
        assert not told
    assert editor.plan is plan
    assert editor.undo_text == ""


def test_a_diamond_of_a_selection_that_is_late_says_so_and_what_would_hold_it(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    editor.apply("Wait", move_activity, SERVE, date(2027, 2, 15))
    editor.apply("Deadline", retarget, MilestoneId("endpoint-live"), date(2027, 3, 10), False)
    select(mouse, view, "serve-model", "endpoint-live")

    mouse.press(middle_of(view, "serve-model"))
    mouse.move_by(-days(20))

    assert "The work of “Endpoint live” lands 2 days later, on 20 Feb 2027" in said(view)
    assert "Caught up, needs 16.5 h a week (you have 10)" in said(view)
    mouse.release()
    assert editor.plan.milestone(MilestoneId("endpoint-live")).target == date(2027, 2, 18)


def test_escape_in_the_drag_of_a_group_leaves_everything_where_it_was(
    view: TimelineView, editor: Editor, mouse: Mouse, qtbot: QtBot
) -> None:
    plan = editor.plan
    mouse.press(middle_of(view, "learning"))
    mouse.move_by(days(14))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.gesture is None
    mouse.release()
    assert editor.plan is plan


def test_shift_moves_a_group_by_single_days_where_drags_go_by_weeks(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    view.show_scale(bounded(view.scale.left, 3.0, view.width()))
    assert view.scale.unit is Unit.WEEK
    before = editor.schedule.start_day(REGRESSION)
    mouse.modifiers = Modifier.ShiftModifier
    mouse.drag(middle_of(view, "learning"), 27)
    assert editor.schedule.start_day(REGRESSION) == before + timedelta(days=9)
