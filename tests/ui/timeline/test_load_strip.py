"""The load strip under the chart: what it paints, and dragging its limit line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.domain.edits import move_activity
from planner.domain.frame import add_exception, set_most_hours, set_weekly_hours
from planner.domain.items import ActivityId, DependencyId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.structure import unlink
from planner.ui.editor import Editor
from planner.ui.theme import app_font, built_in_theme
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.days_off import days_off_marks
from planner.ui.timeline.load_painting import LoadFrame, paint_load
from planner.ui.timeline.load_strip import LoadStrip
from planner.ui.timeline.load_weeks import weeks_of
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.style import TimelineStyle, style_of
from tests.helpers.mouse import Mouse
from tests.helpers.networks import days_off
from tests.helpers.plans import START, make_plan, session, small_plan

SCALE = DateScale(START.toordinal(), 4.0, 600.0)
HEIGHT = 120
THIS_WEEK = date(2027, 1, 18)
NEXT_WEEK = date(2027, 1, 25)


@pytest.fixture
def style(qapp: QApplication) -> TimelineStyle:
    return style_of(built_in_theme(dark=False), app_font())


@pytest.fixture
def strip(page: TimelinePage) -> LoadStrip:
    return page.strip


@pytest.fixture
def hand(strip: LoadStrip) -> Iterator[Mouse]:
    """The mouse over the strip."""
    yield Mouse(strip)
    strip.cancel_drag()


@pytest.fixture
def said(page: TimelinePage) -> list[str]:
    sentences: list[str] = []
    page.message.connect(sentences.append)
    return sentences


def painted(plan: Plan, style: TimelineStyle, scale: DateScale = SCALE, today: date = START) -> QImage:
    image = QImage(600, HEIGHT, QImage.Format.Format_RGB32)
    weeks = weeks_of(plan, schedule(plan), today)
    frame = LoadFrame(
        weeks, scale, HEIGHT, weeks.full, plan.calendar.weekly[-1].total, days_off_marks(plan.calendar, scale)
    )
    with QPainter(image) as painter:
        paint_load(painter, frame, style)
    return image


def column(image: QImage, week: int, days: float = 3.0) -> set[str]:
    x = int(SCALE.x(START.toordinal() + 7 * week + days))
    return {image.pixelColor(x, y).name() for y in range(HEIGHT)}


def with_session(plan: Plan, minutes: int) -> Plan:
    logged = session("s", "regression-course", START + timedelta(days=1), minutes)
    return replace(plan, sessions={logged.id: logged})


def side_by_side() -> Plan:
    return unlink(small_plan(), DependencyId("regression-course>clustering-course"))


def on_limit(strip: LoadStrip, first_day: date) -> QPoint:
    """A point on the limit line of a week."""
    weeks = weeks_of(strip._chart.editor.plan, strip._chart.editor.schedule, THIS_WEEK)
    number = (first_day - weeks.first).days // 7
    x = strip._chart.scale.x(first_day.toordinal() + 3.5)
    for y in range(strip.height()):
        if strip.limit_at(QPointF(x, y)) == number:
            return QPoint(round(x), y + 5)
    raise AssertionError("the week has no limit line in view")


def pixels(strip: LoadStrip, hours: float) -> int:
    """How far up so many hours more are."""
    full = weeks_of(strip._chart.editor.plan, strip._chart.editor.schedule, THIS_WEEK).full
    return -round(hours * (float(strip.height()) - 22) / full)


def test_more_than_there_is_shows_in_the_colour_of_too_much(style: TimelineStyle) -> None:
    over = QColor(style.colour("load_over")).name()

    assert over in column(painted(side_by_side(), style), 0)
    assert over not in column(painted(small_plan(), style), 0)


def test_too_much_shows_without_colour_too(style: TimelineStyle) -> None:
    image = painted(side_by_side(), style).convertToFormat(QImage.Format.Format_Grayscale8)
    x = range(int(SCALE.x(START.toordinal())) + 2, int(SCALE.x(START.toordinal() + 7)) - 3)
    rows = [{image.pixelColor(each, y).lightness() for each in x} for y in range(20, HEIGHT - 12)]
    # Above the limit the bar is hatched, below it is plain.
    assert all(max(each) - min(each) > 60 for each in rows[:30])
    assert all(max(each) == min(each) for each in rows[-20:])


def test_bars_too_thin_to_hatch_have_a_tick_at_the_top(style: TimelineStyle) -> None:
    thin = replace(SCALE, px_per_day=0.2)
    over = style.colour("load_over").name()
    assert painted(side_by_side(), style, thin).pixelColor(1, 1).name() == over
    assert painted(small_plan(), style, thin).pixelColor(1, 1).name() != over


def test_what_was_logged_is_darker(style: TimelineStyle) -> None:
    image = painted(with_session(small_plan(), 300), style)

    assert style.colour("load_logged").name() in column(image, 0)
    assert style.colour("load_logged").name() not in column(image, 1)
    assert style.colour("load_planned").name() in column(image, 1)


def test_weeks_that_are_over_show_what_was_logged_before_what_was_planned(style: TimelineStyle) -> None:
    image = painted(with_session(small_plan(), 300), style, today=START + timedelta(weeks=2))

    assert {style.colour("load_logged").name(), style.colour("load_past").name()} <= column(image, 0)
    assert style.colour("load_past").name() in column(image, 1)
    assert style.colour("load_planned").name() not in column(image, 1)
    assert style.colour("load_planned").name() in column(image, 2)


def test_days_off_shade_their_days(style: TimelineStyle) -> None:
    holiday = add_exception(small_plan(), days_off(START + timedelta(days=9), name="Holiday"))
    shade = style.colour("day_off").name()
    assert shade in column(painted(holiday, style), 1, 2.5)
    assert shade not in column(painted(holiday, style), 1, 4.5)


def test_the_limit_steps_where_the_weeks_hours_change(style: TimelineStyle) -> None:
    halved = set_weekly_hours(small_plan(), (1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0), date(2027, 2, 1))

    assert painted(halved, style) != painted(small_plan(), style)


def test_an_empty_plan_has_an_empty_strip(style: TimelineStyle) -> None:
    image = painted(make_plan(), style)

    assert style.colour("load_planned").name() not in column(image, 0)


def tip(page: TimelinePage, day: date) -> str:
    at = QPoint(int(page.view.scale.x(day.toordinal() + 0.5)), 40)
    where = page.strip.viewport()
    QApplication.sendEvent(where, QHelpEvent(QEvent.Type.ToolTip, at, where.mapToGlobal(at)))
    return QToolTip.text()


def test_a_resting_pointer_tells_a_weeks_hours(page: TimelinePage) -> None:
    text = tip(page, START + timedelta(days=8))

    assert "11–17 January 2027" in text
    assert "10 h planned of 10 h" in text
    assert "Nothing logged" in text
    assert "With Ctrl: from this week on." not in text, "the week is over"
    assert "Drag the line: other hours in this week. With Ctrl: from this week on." in tip(page, NEXT_WEEK)
    for reason in ("Planned: likely efforts", "Limit: the hours a week you set", "Logged: what you ticked"):
        assert reason in text
        assert reason in page.strip.story


def test_a_resting_pointer_names_days_off_and_what_is_too_much(page: TimelinePage, editor: Editor) -> None:
    editor.apply("Away", add_exception, days_off(date(2027, 1, 26), date(2027, 1, 27), name="Carnival"))
    editor.apply("Both at once", unlink, DependencyId("regression-course>clustering-course"))

    assert "Carnival · 26–27 January 2027 · no study" in tip(page, NEXT_WEEK)
    assert "20 h planned of 10 h, 10 h too many" in tip(page, START)


def test_the_strip_follows_a_drag_before_the_drop(page: TimelinePage, mouse: Mouse) -> None:
    before = page.strip.grab().toImage()
    rect = next(mark.rect for mark in page.view.marks() if mark.id == "regression-course")

    mouse.press(rect.center())
    mouse.move_by(400)
    assert page.strip.grab().toImage() != before
    page.view.cancel_gesture()

    assert page.strip.grab().toImage() == before
    mouse.release()


def test_the_strip_follows_edits_and_zooming(page: TimelinePage, editor: Editor) -> None:
    before = page.strip.grab().toImage()
    editor.apply("Later", move_activity, ActivityId("regression-course"), date(2027, 2, 1))
    after = page.strip.grab().toImage()
    assert after != before

    page.zoom_in()
    assert page.strip.grab().toImage() != after


def test_the_wheel_over_the_strip_is_the_charts(page: TimelinePage, hand: Mouse) -> None:
    hand.modifiers = Qt.KeyboardModifier.ShiftModifier
    left = page.view.scale.left

    hand.wheel(QPoint(100, 20), -1)

    assert page.view.scale.left > left


def test_dragging_the_limit_line_of_a_week_gives_that_week_other_hours(
    page: TimelinePage, strip: LoadStrip, editor: Editor, hand: Mouse
) -> None:
    before = editor.plan
    hand.drag(on_limit(strip, NEXT_WEEK), 0, pixels(strip, 4))

    assert float(editor.plan.calendar.daily_hours(NEXT_WEEK, 7).sum()) == 14
    assert float(editor.plan.calendar.daily_hours(NEXT_WEEK + timedelta(weeks=1), 7).sum()) == 10
    assert editor.undo_text == "Give the week of 25 Jan 2027 14 h"
    editor.undo()
    assert editor.plan == before


def test_while_the_limit_is_dragged_the_whole_plan_is_previewed(
    page: TimelinePage, strip: LoadStrip, editor: Editor, hand: Mouse
) -> None:
    chart, below = page.view.grab().toImage(), strip.grab().toImage()
    start = next(mark.rect.left() for mark in page.view.marks() if mark.id == "serve-model")

    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))

    assert strip.drag is not None
    texts = [line.text for line in strip.drag.lines]
    assert texts[0] == "Week of 25 Jan · 10 h → 14 h"
    assert texts[1].startswith("Moves 5 items")
    assert texts[2] == "Finish 20 Feb → 18 Feb 2027"
    assert next(mark.rect.left() for mark in page.view.marks() if mark.id == "serve-model") < start
    assert page.view.grab().toImage() != chart
    assert strip.grab().toImage() != below
    assert editor.undo_text == ""
    hand.release()


@pytest.mark.parametrize(("shift", "hours"), [(False, 11.5), (True, 11.0 + 21 / 60)])
def test_the_limit_snaps_to_half_hours_and_with_shift_to_minutes(
    strip: LoadStrip, editor: Editor, hand: Mouse, shift: bool, hours: float
) -> None:
    if shift:
        hand.modifiers = Qt.KeyboardModifier.ShiftModifier
    hand.drag(on_limit(strip, NEXT_WEEK), 0, pixels(strip, 1.35))

    assert float(editor.plan.calendar.daily_hours(NEXT_WEEK, 7).sum()) == pytest.approx(hours, abs=0.1)
    minutes = float(editor.plan.calendar.daily_hours(NEXT_WEEK, 7).sum()) * 60
    assert minutes == pytest.approx(round(minutes))


def hours_of(editor: Editor, weeks: int) -> float:
    """The hours of the week so many after next week."""
    first = NEXT_WEEK + timedelta(weeks=weeks)
    return float(editor.plan.calendar.daily_hours(first, 7).sum())


def test_with_ctrl_the_limit_is_dragged_from_that_week_on(
    page: TimelinePage, strip: LoadStrip, editor: Editor, hand: Mouse
) -> None:
    before = editor.plan
    hand.modifiers = Qt.KeyboardModifier.ControlModifier
    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))
    assert strip.drag is not None
    texts = [line.text for line in strip.drag.lines]
    assert texts[0] == "From the week of 25 Jan on · 10 h → 14 h"
    assert texts[1].startswith("Moves ")
    held = QColor(page.view.look.colour("accent")).name()
    image = strip.grab().toImage()
    later = round(page.view.scale.x((NEXT_WEEK + timedelta(weeks=3)).toordinal() + 3.5))
    assert held in {image.pixelColor(later, y).name() for y in range(strip.height())}
    hand.release()

    assert [hours_of(editor, each) for each in (-1, 0, 1, 40)] == [10, 14, 14, 14]
    assert editor.undo_text == "Give each week from 25 Jan 2027 on 14 h"
    editor.undo()
    assert editor.plan == before


def test_pressing_and_letting_go_of_ctrl_changes_what_a_drag_means(
    strip: LoadStrip, editor: Editor, hand: Mouse
) -> None:
    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))
    assert strip.drag is not None
    QTest.keyPress(strip, Qt.Key.Key_Control)
    assert strip.drag.lines[0].text.startswith("From the week of 25 Jan on")
    QTest.keyRelease(strip, Qt.Key.Key_Control)
    assert strip.drag.lines[0].text == "Week of 25 Jan · 10 h → 14 h"
    assert "Ctrl: from this week on" in [line.text for line in strip.drag.lines]
    hand.release()
    assert [hours_of(editor, each) for each in (0, 1)] == [14, 10]


def test_from_a_week_with_a_day_off_on_the_line_stays_under_the_hand(
    strip: LoadStrip, editor: Editor, hand: Mouse
) -> None:
    # Its Saturday of four hours is off: six are left, and with fourteen a week 8.4.
    editor.apply("Away", add_exception, days_off(NEXT_WEEK + timedelta(days=5)))
    hand.modifiers = Qt.KeyboardModifier.ControlModifier
    hand.drag(on_limit(strip, NEXT_WEEK), 0, pixels(strip, 2.4))
    assert hours_of(editor, 0) == pytest.approx(8.4, abs=0.3)
    assert hours_of(editor, 1) == pytest.approx(14, abs=0.5)


def test_other_hours_planned_for_later_are_not_dropped_in_silence(
    strip: LoadStrip, editor: Editor, hand: Mouse
) -> None:
    editor.apply("Less in summer", set_weekly_hours, (1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0), date(2027, 6, 7))
    hand.modifiers = Qt.KeyboardModifier.ControlModifier
    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))
    assert strip.drag is not None
    assert "Other hours you planned for later weeks go" in [line.text for line in strip.drag.lines]
    hand.release()
    assert hours_of(editor, 40) == 14


def test_escape_puts_the_limit_back(
    page: TimelinePage, strip: LoadStrip, editor: Editor, hand: Mouse, said: list[str]
) -> None:
    page.outline.setFocus()
    plan, picture = editor.plan, strip.grab().toImage()

    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))
    assert strip.hasFocus()
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    hand.move_by(0, -20)
    hand.release()

    assert editor.plan is plan
    assert strip.grab().toImage() == picture
    assert said == ["Never mind: everything is where it was."]
    assert page.outline.hasFocus()


def test_a_small_move_is_a_click_and_changes_nothing(strip: LoadStrip, editor: Editor, hand: Mouse) -> None:
    plan = editor.plan
    hand.drag(on_limit(strip, NEXT_WEEK), 0, -4)
    assert editor.plan is plan


def test_back_at_the_start_nothing_changed(strip: LoadStrip, editor: Editor, hand: Mouse) -> None:
    plan = editor.plan
    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))
    hand.move_by(0, -pixels(strip, 4))
    hand.release()
    assert editor.plan is plan


def test_a_week_that_is_over_keeps_its_hours_and_says_so(
    strip: LoadStrip, editor: Editor, hand: Mouse, said: list[str]
) -> None:
    plan = editor.plan
    hand.drag(on_limit(strip, START), 0, pixels(strip, 4))
    assert editor.plan is plan
    assert said == ["The week of 4 Jan 2027 is over, so its hours stay."]


def test_a_plan_to_read_only_keeps_its_hours(
    strip: LoadStrip, editor: Editor, hand: Mouse, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(editor), "read_only", True)
    hand.drag(on_limit(strip, NEXT_WEEK), 0, pixels(strip, 4))
    assert said == ["This plan is open for reading only, so its hours stay."]


def test_what_a_week_cannot_have_is_said_on_the_card(strip: LoadStrip, editor: Editor, hand: Mouse) -> None:
    editor.apply("Away", add_exception, days_off(NEXT_WEEK, NEXT_WEEK + timedelta(days=6)))
    plan = editor.plan

    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))

    assert strip.drag is not None
    assert "Every day of that week" in strip.drag.lines[0].text
    hand.release()
    assert editor.plan is plan


def test_more_than_the_most_is_said_kindly(strip: LoadStrip, editor: Editor, hand: Mouse) -> None:
    editor.apply("Most", set_most_hours, 12.0)
    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))
    assert strip.drag is not None
    assert strip.drag.lines[-1].text == "More than the 12 h a week you said you could give"
    hand.release()
    assert editor.plan.facts.most_hours_a_week == 12


def test_the_pointer_shows_what_can_be_dragged(strip: LoadStrip, hand: Mouse) -> None:
    def cursor(at: QPoint) -> Qt.CursorShape:
        hand.hover(at)
        return QCursor(strip.viewport().cursor()).shape()

    assert cursor(on_limit(strip, NEXT_WEEK)) is Qt.CursorShape.SizeVerCursor
    assert cursor(on_limit(strip, START)) is Qt.CursorShape.ForbiddenCursor
    assert cursor(on_limit(strip, NEXT_WEEK) + QPoint(0, 30)) is Qt.CursorShape.ArrowCursor


def test_a_change_from_elsewhere_ends_the_drag(
    strip: LoadStrip, editor: Editor, hand: Mouse, said: list[str]
) -> None:
    hand.press(on_limit(strip, NEXT_WEEK))
    hand.move_by(0, pixels(strip, 4))
    editor.apply("Later", move_activity, ActivityId("regression-course"), date(2027, 2, 1))
    hand.release()

    assert editor.undo_text == "Later"
    assert said[-1] == "The plan changed, so the drag was let go."


def test_a_double_click_on_the_limit_asks_for_the_weeks_hours(strip: LoadStrip) -> None:
    asked: list[date] = []
    strip.week_edit_requested.connect(asked.append)
    Mouse(strip).double_click(on_limit(strip, NEXT_WEEK))
    assert asked == [NEXT_WEEK]
