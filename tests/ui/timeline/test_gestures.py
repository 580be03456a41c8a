"""Dragging on the chart, as a hand does it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.edits import fix_date, mark_finished, mark_started, move_activity, put_activity, retarget
from planner.domain.items import ActivityId, MilestoneId
from planner.ui.editor import Editor
from planner.ui.timeline.gestures import Pan, Refused
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.view import TimelineView
from tests.helpers.mouse import Modifier, Mouse
from tests.ui.timeline.conftest import PX_PER_DAY

CORE = MilestoneId("core-proven")
ENDPOINT = MilestoneId("endpoint-live")
REGRESSION = ActivityId("regression-course")
CLUSTERING = ActivityId("clustering-course")
SERVE = ActivityId("serve-model")


def days(count: float) -> int:
    return round(count * PX_PER_DAY)


def middle_of(view: TimelineView, item: str) -> QPoint:
    return next(mark.rect for mark in view.marks() if mark.id == item).center()


def right_end_of(view: TimelineView, item: str) -> QPoint:
    rect = next(mark.rect for mark in view.marks() if mark.id == item)
    return QPoint(rect.right() + 2, rect.center().y())


def pixel(view: TimelineView, at: QPoint) -> QColor:
    image = view.grab().toImage()
    return QColor(image.pixel(at * image.devicePixelRatio()))


def alike(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) <= 12
        and abs(one.green() - other.green()) <= 12
        and abs(one.blue() - other.blue()) <= 12
    )


@pytest.fixture
def said(page: TimelinePage) -> list[str]:
    sentences: list[str] = []
    page.message.connect(sentences.append)
    return sentences


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
    page: TimelinePage, view: TimelineView, editor: Editor, mouse: Mouse, said: list[str]
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
    assert said == ["Never mind: everything is where it was."]


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

    assert view.proposal is not None
    texts = [line.text for line in view.proposal.lines]
    assert texts[0] == "Core proven → Sat 20 Feb 2027"
    assert texts[-1] == "Moves 3 items · finish 20 Feb → 6 Mar 2027"
    mouse.release()
    assert view.proposal is None


def test_a_deadline_that_cannot_hold_says_what_would(view: TimelineView, mouse: Mouse) -> None:
    mouse.press(middle_of(view, "core-proven"))
    mouse.move_by(-days(7))

    assert view.proposal is not None
    texts = [line.text for line in view.proposal.lines]
    assert texts[1].startswith("Needs 1")
    assert texts[1].endswith(" h a week (you have 10)")
    assert texts[2] == "Moves nothing else"


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
    said: list[str],
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
    assert said[0].startswith(sentence)


def test_the_empty_chart_pans_and_escape_brings_it_back(view: TimelineView, mouse: Mouse) -> None:
    left = view.scale.left
    empty = QPoint(view.width() - 60, view.height() - 20)

    mouse.press(empty)
    mouse.move_by(-days(10))
    assert isinstance(view.gesture, Pan)
    assert view.scale.left == pytest.approx(left + 10)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.scale.left == pytest.approx(left)
    mouse.release()

    mouse.drag(empty, -days(4))
    assert view.scale.left == pytest.approx(left + 4)


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
    view: TimelineView, editor: Editor, mouse: Mouse, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(editor), "read_only", True)

    mouse.drag(middle_of(view, "core-proven"), days(10))

    assert editor.plan.milestone(CORE).target is None
    assert said == ["This plan is open for reading only, so “Core proven” stays."]


def test_a_part_time_bar_gets_the_hours_of_its_share(
    view: TimelineView, editor: Editor, mouse: Mouse
) -> None:
    half = replace(editor.plan.activity(CLUSTERING), share=0.5)
    editor.apply("Half", put_activity, half)

    mouse.drag(right_end_of(view, "clustering-course"), days(7))

    assert editor.plan.activity(CLUSTERING).effort.likely == 35
