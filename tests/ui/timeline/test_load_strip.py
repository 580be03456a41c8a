"""Hours a week against the hours there are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from planner.domain.edits import move_activity
from planner.domain.frame import set_weekly_hours
from planner.domain.items import ActivityId, DependencyId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.domain.structure import unlink
from planner.ui.editor import Editor
from planner.ui.theme import app_font, built_in_theme
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.load_strip import Weeks, paint_load, weeks_of
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.style import TimelineStyle, style_of
from tests.helpers.mouse import Mouse
from tests.helpers.plans import START, make_plan, session, small_plan

SCALE = DateScale(START.toordinal(), 4.0, 600.0)
HEIGHT = 120


@pytest.fixture
def style(qapp: QApplication) -> TimelineStyle:
    return style_of(built_in_theme(dark=False), app_font())


def weeks(plan: Plan) -> Weeks:
    return weeks_of(plan, schedule(plan))


def painted(plan: Plan, style: TimelineStyle) -> QImage:
    image = QImage(600, HEIGHT, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_load(painter, weeks(plan), plan.calendar, SCALE, HEIGHT, style)
    return image


def column(image: QImage, week: int) -> set[str]:
    x = int(SCALE.x(START.toordinal() + 7 * week) + 12)
    return {image.pixelColor(x, y).name() for y in range(HEIGHT)}


def with_session(plan: Plan, minutes: int) -> Plan:
    logged = session("s", "regression-course", START + timedelta(days=1), minutes)
    return replace(plan, sessions={logged.id: logged})


def side_by_side() -> Plan:
    return unlink(small_plan(), DependencyId("regression-course>clustering-course"))


def test_a_week_asks_for_the_hours_planned_in_it() -> None:
    found = weeks(small_plan())

    assert found.first == START
    assert found.asked[:4].tolist() == pytest.approx([10, 10, 10, 10])
    assert found.available[:4].tolist() == pytest.approx([10, 10, 10, 10])
    assert found.logged.sum() == 0


def test_logged_hours_count_in_their_week() -> None:
    assert weeks(with_session(small_plan(), 90)).logged[:2].tolist() == [1.5, 0]


def test_more_than_there_is_shows_in_the_colour_of_too_much(style: TimelineStyle) -> None:
    over = QColor(style.colour("load_over")).name()

    assert over in column(painted(side_by_side(), style), 0)
    assert over not in column(painted(small_plan(), style), 0)


def test_the_height_of_the_bars_stays_while_scrolling() -> None:
    assert weeks(side_by_side()).full == pytest.approx(20)
    assert weeks(small_plan()).full == pytest.approx(13.5)


def test_a_resting_pointer_tells_a_weeks_hours(page: TimelinePage) -> None:
    at = QPoint(int(page.view.scale.x(START.toordinal() + 8)), 40)

    QApplication.sendEvent(
        page.strip.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, page.strip.viewport().mapToGlobal(at))
    )

    assert "11–17 January 2027" in QToolTip.text()
    assert "10 h planned of 10 h" in QToolTip.text()
    for reason in ("Planned: likely efforts", "Limit: the hours a week you set", "Logged: what you ticked"):
        assert reason in QToolTip.text()
        assert reason in page.strip.accessibleDescription()


def test_what_was_logged_is_darker(style: TimelineStyle) -> None:
    image = painted(with_session(small_plan(), 300), style)

    assert style.colour("load_logged").name() in column(image, 0)
    assert style.colour("load_logged").name() not in column(image, 1)
    assert style.colour("load_planned").name() in column(image, 1)


def test_the_limit_steps_where_the_weeks_hours_change(style: TimelineStyle) -> None:
    later = date(2027, 2, 1)
    halved = set_weekly_hours(small_plan(), (1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0), later)

    found = weeks(halved)

    assert found.available[3] == pytest.approx(10)
    assert found.available[4] == pytest.approx(5)
    assert painted(halved, style) != painted(small_plan(), style)


def test_an_empty_plan_has_an_empty_strip(style: TimelineStyle) -> None:
    image = painted(make_plan(), style)

    assert style.colour("load_planned").name() not in column(image, 0)


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


def test_the_wheel_over_the_strip_is_the_charts(page: TimelinePage) -> None:
    mouse = Mouse(page.strip)
    mouse.modifiers = mouse.modifiers.ShiftModifier
    left = page.view.scale.left

    mouse.wheel(QPoint(100, 20), -1)

    assert page.view.scale.left > left
