"""Dragging bars, their ends and tails, and diamonds, as a hand does it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.edits import (
    fix_date,
    mark_finished,
    mark_started,
    move_activity,
    put_activity,
    retarget,
    set_effort_range,
)
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.schedule import Schedule
from planner.ui.editor import Editor
from planner.ui.timeline.axis import Unit, bounded
from planner.ui.timeline.gestures.base import Refused
from planner.ui.timeline.marks import DiamondMark
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.chart import (
    alike,
    left_end_of,
    middle_of,
    pixel,
    rect_of,
    right_end_of,
    said,
    shows,
    tail_of,
)
from tests.helpers.mouse import Modifier, Mouse
from tests.ui.timeline.conftest import PX_PER_DAY

CORE = MilestoneId("core-proven")
ENDPOINT = MilestoneId("endpoint-live")
REGRESSION = ActivityId("regression-course")
CLUSTERING = ActivityId("clustering-course")
SERVE = ActivityId("serve-model")


def days(count: float) -> int:
    return round(count * PX_PER_DAY)


@pytest.fixture
def sentences(page: TimelinePage) -> list[str]:
    told: list[str] = []
    page.message.connect(told.append)
    return told


def test_dragging_a_diamond_later_holds_what_follows(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    lands = editor.schedule.lands(CORE)
    start = middle_of(view, "core-proven")

    mouse.drag(start, days(14))

    core = editor.plan.milestone(CORE)
    assert core.target == lands + timedelta(days=14)
    assert core.holds
    assert editor.schedule.start_day(SERVE) > lands + timedelta(days=13)
    assert editor.undo_text == "Move Core proven to 20 Feb 2027"
    assert alike(pixel(view, start + QPoint(days(14), 3)), view.look.phase(1).solid)


def test_dragging_a_diamond_earlier_is_a_deadline_that_moves_nothing(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    before = editor.schedule
    start = middle_of(view, "core-proven")

    mouse.drag(start, -days(5))

    core = editor.plan.milestone(CORE)
    assert core.target == before.lands(CORE) - timedelta(days=5)
    assert not core.holds
    assert editor.schedule.start_day(SERVE) == before.start_day(SERVE)
    # The hollow diamond stays where the work lands, in the colour of danger.
    upright = [pixel(view, start + QPoint(0, y)) for y in range(-10, 11)]
    assert any(alike(each, view.look.colour("danger")) for each in upright)
    assert alike(upright[10], view.look.colour("surface"))


def test_escape_puts_everything_back(
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse, sentences: list[str]
) -> None:
    plan, picture = editor.plan, view.grab().toImage()
    page.select("core-proven")
    picture = view.grab().toImage()

    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(days(14))
    assert view.grab().toImage() != picture
    QTest.keyClick(view, Qt.Key.Key_Escape)
    mouse.move_by(days(3))
    mouse.release()

    assert editor.plan is plan
    assert editor.undo_text == ""
    assert view.grab().toImage() == picture
    assert sentences == ["Never mind: everything is where it was."]


def test_what_follows_moves_along_before_the_drop(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    places = {item: middle_of(view, item) for item in ("clustering-course", "core-proven", "serve-model")}

    mouse.press(middle_of(view, "regression-course"))
    mouse.move_by(days(14))

    for item, place in places.items():
        assert middle_of(view, item).x() == pytest.approx(place.x() + days(14), abs=days(1))
    assert editor.undo_text == ""
    mouse.release()
    assert editor.undo_text == "Move Regression course to 18 Jan 2027"


def test_dragging_a_bar_sets_its_own_start_and_moves_its_followers(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    before = editor.schedule.start_day(SERVE)

    mouse.drag(middle_of(view, "clustering-course"), days(7))

    assert editor.plan.activity(CLUSTERING).not_before == date(2027, 1, 25)
    assert editor.schedule.start_day(SERVE) == before + timedelta(days=7)


def test_a_bar_dropped_before_what_it_waits_for_gives_up_its_own_start(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    editor.apply("Wait", move_activity, CLUSTERING, date(2027, 2, 1))

    mouse.drag(middle_of(view, "clustering-course"), -days(25))

    assert editor.plan.activity(CLUSTERING).not_before is None
    assert editor.schedule.start_day(CLUSTERING) == date(2027, 1, 18)


def test_dragging_the_right_end_changes_the_hours(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    mouse.drag(right_end_of(view, "clustering-course"), days(7))

    effort = editor.plan.activity(CLUSTERING).effort
    assert effort.likely == 40
    assert editor.schedule.finish_day(CLUSTERING) == date(2027, 2, 13)
    assert editor.undo_text == "Give Clustering course 40 h"


def test_the_right_end_never_leaves_an_activity_without_work(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    mouse.drag(right_end_of(view, "clustering-course"), -days(90))

    assert editor.plan.activity(CLUSTERING).effort.likely == 0.25


def test_one_gesture_is_one_undo_step(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    plan = editor.plan
    mouse.drag(middle_of(view, "core-proven"), days(14))

    editor.undo()

    assert editor.plan == plan
    assert editor.undo_text == ""


def test_a_click_selects_and_changes_nothing(page: TimelinePage, editor: Editor, mouse: Mouse) -> None:
    plan = editor.plan
    distance = QGuiApplication.styleHints().startDragDistance()

    mouse.press(middle_of(page.view, "core-proven"))
    mouse.move_by(distance - 1, steps=3)
    mouse.release()

    assert editor.plan is plan
    assert page.selected == "core-proven"


def test_back_at_the_start_a_drag_changes_nothing(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    plan = editor.plan
    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(days(9))
    mouse.move_by(-days(9))
    mouse.release()

    assert editor.plan is plan


@pytest.mark.parametrize(
    ("modifier", "target"),
    [
        (Modifier.NoModifier, date(2027, 2, 14)),
        (Modifier.ShiftModifier, date(2027, 2, 16)),
    ],
)
def test_zoomed_out_a_drag_snaps_to_ends_of_weeks_and_with_shift_to_days(
    view: TimelineView, editor: Editor, mouse: Mouse, modifier: Modifier, target: date
) -> None:
    view.show_scale(replace(view.scale, px_per_day=2.0))
    mouse.modifiers = modifier

    # It lands on Saturday 6 February.
    mouse.drag(middle_of(view, "core-proven"), 20)

    assert editor.plan.milestone(CORE).target == target


def test_while_dragging_the_card_tells_what_follows_and_the_finish(
    view: TimelineView, editor: Editor, mouse: Mouse, qtbot: QtBot
) -> None:
    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(days(14))

    assert said(view) == [
        "Core proven → Sat 20 Feb 2027",
        "Caught up, needs 11 h a week (you have 10)",
        "Or shorten “Clustering course” by 3 h",
        "Moves 3 others · by 14 days at most",
        "Finish 20 Feb → 6 Mar 2027",
    ]
    mouse.release()
    assert view.proposal is None


def test_a_deadline_that_cannot_hold_says_what_would(view: TimelineView, mouse: Mouse) -> None:
    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(-days(7))

    headline, lands, needs, others = said(view)
    assert headline == "Core proven → Sat 30 Jan 2027"
    assert lands == "Its work lands 7 days later, on 6 Feb 2027"
    assert needs == "30 Jan 2027 would take 29.5 h a week; the most you can give is 20 h."
    assert others == "Moves nothing else"


@pytest.mark.parametrize(
    ("item", "verb", "args", "sentence"),
    [
        (
            "regression-course",
            mark_finished,
            (REGRESSION, date(2027, 1, 16)),
            "“Regression course” is finished",
        ),
        (
            "regression-course",
            mark_started,
            (REGRESSION, date(2027, 1, 4)),
            "“Regression course” has started",
        ),
        ("core-proven", fix_date, (CORE, date(2027, 2, 20)), "“Core proven” has a fixed date"),
    ],
)
def test_what_stays_says_why(
    view: TimelineView,
    editor: Editor,
    mouse: Mouse,
    sentences: list[str],
    item: str,
    verb: object,
    args: tuple[object, ...],
    sentence: str,
) -> None:
    editor.apply("Prepare", verb, *args)  # type: ignore[arg-type]
    plan = editor.plan

    mouse.press(middle_of(view, item))
    mouse.move_by(days(10))
    assert isinstance(view.gesture, Refused)
    mouse.release()

    assert editor.plan is plan
    assert sentences[0].startswith(sentence)


def test_nothing_jumps_after_the_drop(view: TimelineView, mouse: Mouse) -> None:
    scale, top = view.scale, view.rows_bar.value()

    mouse.drag(middle_of(view, "regression-course"), days(90))

    assert view.scale == scale
    assert view.rows_bar.value() == top


def test_a_change_from_elsewhere_ends_the_drag(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(days(10))

    editor.apply("Elsewhere", retarget, ENDPOINT, date(2027, 6, 1))
    mouse.release()

    assert view.gesture is None
    assert editor.plan.milestone(CORE).target is None


def test_a_plan_to_read_only_takes_no_drag(
    view: TimelineView, editor: Editor, mouse: Mouse, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(editor), "read_only", True)

    mouse.drag(middle_of(view, "core-proven"), days(10))

    assert editor.plan.milestone(CORE).target is None
    assert sentences == ["This plan is open for reading only, so “Core proven” stays."]


def test_a_part_time_bar_gets_the_hours_of_its_share(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    half = replace(editor.plan.activity(CLUSTERING), share=0.5)
    editor.apply("Half", put_activity, half)

    mouse.drag(right_end_of(view, "clustering-course"), days(7))

    assert editor.plan.activity(CLUSTERING).effort.likely == 35


def test_dragging_the_left_end_keeps_the_finish_and_changes_start_and_hours(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    editor.apply("Range", set_effort_range, SERVE, 12, 15, 30)
    finish, start = editor.schedule.finish_day(SERVE), editor.schedule.start_day(SERVE)
    before = left_end_of(view, "serve-model")

    mouse.press(before)
    mouse.move_by(days(3))
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    assert said(view)[0].startswith("Serve model · ")
    assert shows(view, before + QPoint(2, 0), view.look.ghost.color())
    mouse.release()

    effort = editor.plan.activity(SERVE).effort
    assert editor.schedule.finish_day(SERVE) == finish
    assert editor.schedule.start_day(SERVE) == start + timedelta(days=3)
    assert effort.likely < 15
    assert effort.low == pytest.approx(effort.likely * 12 / 15)
    assert effort.high == pytest.approx(effort.likely * 30 / 15)
    assert editor.undo_text == "Start Serve model on 11 Feb 2027, 10.5 h"
    assert alike(pixel(view, before + QPoint(2, 0)), view.look.colour("accent_soft"))
    editor.undo()
    assert editor.schedule.start_day(SERVE) == start


def test_the_left_end_dragged_out_before_what_it_waits_for_stops_there(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    editor.apply("Wait", move_activity, CLUSTERING, date(2027, 2, 1))
    finish = editor.schedule.finish_day(CLUSTERING)

    mouse.drag(left_end_of(view, "clustering-course"), -days(60))

    assert editor.plan.activity(CLUSTERING).not_before is None
    assert editor.schedule.start_day(CLUSTERING) == date(2027, 1, 18)
    assert editor.schedule.finish_day(CLUSTERING) == finish
    assert editor.plan.activity(CLUSTERING).effort.likely > 30


def test_dragging_the_range_tail_changes_the_high_estimate_and_no_date(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    before = editor.schedule
    at = tail_of(view, "regression-course")

    mouse.press(at)
    assert view.viewport().cursor().shape() != Qt.CursorShape.OpenHandCursor
    mouse.move_by(days(7))
    assert said(view)[0] == "Regression course · at most 40 h"
    assert said(view)[-1] == "Moves nothing else"
    mouse.release()

    effort = editor.plan.activity(REGRESSION).effort
    assert (effort.low, effort.likely, effort.high) == (15, 20, 40)
    assert editor.schedule.finish_day(REGRESSION) == before.finish_day(REGRESSION)
    assert editor.undo_text == "Give Regression course at most 40 h"
    assert tail_of(view, "regression-course").x() == at.x() + days(7)
    assert not alike(pixel(view, at + QPoint(days(7), 0)), view.look.colour("surface"))


def test_the_range_tail_never_ends_before_its_bar(view: TimelineView, editor: Editor, mouse: Mouse) -> None:
    mouse.drag(tail_of(view, "regression-course"), -days(60))

    effort = editor.plan.activity(REGRESSION).effort
    assert effort.high == effort.likely == 20


@pytest.mark.parametrize(
    ("verb", "args", "place", "sentence"),
    [
        (mark_finished, (REGRESSION, date(2027, 1, 16)), tail_of, "“Regression course” is finished"),
        (mark_finished, (REGRESSION, date(2027, 1, 16)), right_end_of, "“Regression course” is finished"),
        (mark_started, (REGRESSION, date(2027, 1, 4)), left_end_of, "“Regression course” has started"),
    ],
)
def test_an_end_that_stays_says_why(
    view: TimelineView,
    editor: Editor,
    mouse: Mouse,
    sentences: list[str],
    verb: object,
    args: tuple[object, ...],
    place: Callable[[TimelineView, str], QPoint],
    sentence: str,
) -> None:
    at = place(view, "regression-course")
    editor.apply("Prepare", verb, *args)  # type: ignore[arg-type]
    plan = editor.plan

    if place is not tail_of:
        at = place(view, "regression-course")
        mouse.press(at)
        mouse.move_by(days(5))
        assert isinstance(view.gesture, Refused)
        assert view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
        mouse.release()
        assert sentences[0].startswith(sentence)
    assert editor.plan is plan


def test_a_deadline_shows_before_the_drop_where_its_work_lands(view: TimelineView, mouse: Mouse) -> None:
    start = middle_of(view, "core-proven")

    mouse.press(start)
    mouse.move_by(-days(7))

    mark = view.laid_out.mark_of("core-proven")
    assert isinstance(mark, DiamondMark)
    assert mark.late
    assert mark.lands_x == pytest.approx(start.x(), abs=1)
    assert shows(view, start + QPoint(0, -6), view.look.colour("danger"), 3)


def test_guide_lines_run_up_to_the_header_with_the_date(view: TimelineView, mouse: Mouse) -> None:
    at = middle_of(view, "core-proven")
    mouse.press(at)
    mouse.move_by(days(14))

    x = at.x() + days(14)
    guide = view.look.guide.color()
    top = view.look.header_height
    image = view.grab().toImage()
    columns = [[alike(image.pixelColor(x + dx, y), guide) for y in range(top, top + 40)] for dx in (-1, 0, 1)]
    assert max(sum(column) for column in columns) >= 16
    assert shows(view, QPoint(x, top - 8), guide, 8)
    assert [each.day for each in view.proposal.guides] == [date(2027, 2, 20)]  # type: ignore[union-attr]


def test_ghosts_stay_where_each_moving_bar_was(view: TimelineView, mouse: Mouse) -> None:
    places = {item: left_end_of(view, item) for item in ("regression-course", "write-up")}
    mouse.press(middle_of(view, "regression-course"))
    mouse.move_by(days(21))

    for place in places.values():
        assert shows(view, place, view.look.ghost.color(), 2)


@pytest.mark.parametrize("scale", [0.7, 2.0])
def test_zooming_in_mid_drag_keeps_the_bar_under_the_pointer(
    view: TimelineView, editor: Editor, mouse: Mouse, scale: float
) -> None:
    at = middle_of(view, "regression-course")
    rect = rect_of(view, "regression-course")
    share = (at.x() - rect.left()) / rect.width()
    mouse.press(at)
    mouse.move_by(days(14))

    mouse.modifiers = Modifier.ControlModifier
    mouse.wheel(at + QPoint(days(14), 0), 3 if scale > 1 else -3)
    mouse.modifiers = Modifier.NoModifier
    mouse.move_by(1)
    mouse.move_by(-1)

    rect = rect_of(view, "regression-course")
    under = rect.left() + share * rect.width()
    assert under == pytest.approx(at.x() + days(14), abs=view.scale.px_per_day * 3.6)
    left = view.scale.left
    mouse.release()
    assert view.scale.left == left
    assert editor.plan.activity(REGRESSION).not_before is not None


@pytest.mark.parametrize(
    ("place", "day_of"),
    [
        (lambda view: middle_of(view, "serve-model"), lambda done: done.start_day(SERVE)),
        (lambda view: left_end_of(view, "serve-model"), lambda done: done.start_day(SERVE)),
        (lambda view: right_end_of(view, "serve-model"), lambda done: done.finish_day(SERVE)),
        (lambda view: tail_of(view, "regression-course"), lambda done: done.high_finish_day(REGRESSION)),
    ],
    ids=["bar", "left edge", "right edge", "tail"],
)
def test_zoomed_out_shift_lets_every_part_of_a_bar_go_by_days(
    view: TimelineView,
    editor: Editor,
    mouse: Mouse,
    place: Callable[[TimelineView], QPoint],
    day_of: Callable[[Schedule], date],
) -> None:
    view.show_scale(replace(view.scale, px_per_day=4.0))
    was = day_of(editor.schedule)
    mouse.modifiers = Modifier.ShiftModifier
    mouse.press(place(view))
    mouse.move_by(16)
    # Four days and no whole week on; but for Fridays and Sundays, which have no hours.
    assert view.proposal is not None
    assert view.proposal.schedule is not None
    asked = was + timedelta(days=4)
    proposed = day_of(view.proposal.schedule)
    mouse.release()
    assert day_of(editor.schedule) == proposed
    assert abs((proposed - asked).days) <= 1


def test_far_out_a_drag_snaps_to_the_first_of_a_month(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    view.show_scale(bounded(view.scale.left - 200, 0.4, view.width()))
    assert view.scale.unit is Unit.MONTH

    mouse.drag(middle_of(view, "core-proven"), 40)

    target = editor.plan.milestone(CORE).target
    assert target is not None
    assert (target + timedelta(days=1)).day == 1
    assert editor.schedule.shown_day(CORE) == target
