"""Days off as columns on the timeline."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from planner.domain.calendar import CalendarException, StudyCalendar
from planner.domain.frame import add_exception
from planner.ui.editor import Editor
from planner.ui.theme import app_font, built_in_theme
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.days_off import days_off_line, days_off_lines, days_off_marks, is_off
from planner.ui.timeline.days_off_painting import paint_days_off, paint_days_off_names
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.style import TimelineStyle, style_of
from tests.helpers.networks import days_off
from tests.helpers.plans import START, calendar

SCALE = DateScale(START.toordinal(), 12.0, 600.0)
WIDTH, HEIGHT = 600, 200


def day(number: int) -> date:
    """So many days after Monday 4 January 2027."""
    return START + timedelta(days=number)


def with_days(*days: CalendarException) -> StudyCalendar:
    return calendar(exceptions=days)


@pytest.fixture
def style(qapp: QApplication) -> TimelineStyle:
    return style_of(built_in_theme(dark=False), app_font())


def painted(found: StudyCalendar, style: TimelineStyle, scale: DateScale = SCALE) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(style.colour("surface"))
    marks = days_off_marks(found, scale)
    with QPainter(image) as painter:
        paint_days_off(painter, marks, HEIGHT, style)
        paint_days_off_names(painter, marks, WIDTH, HEIGHT, style)
    return image


def inked(image: QImage, left: int, right: int, style: TimelineStyle) -> int:
    """How many rows of pixels between two columns hold writing."""
    ground = {style.colour("surface").name(), style.colour("day_off").name()}
    return sum(
        any(image.pixelColor(x, y).name() not in ground for x in range(left, right)) for y in range(HEIGHT)
    )


def test_a_day_off_is_a_column_as_wide_as_its_days() -> None:
    (mark,) = days_off_marks(with_days(days_off(day(7), day(13), name="Carnival")), SCALE)
    assert (mark.x0, mark.x1, mark.name) == (84, 168, "Carnival")


def test_only_what_is_in_view_has_a_column() -> None:
    found = with_days(days_off(day(-3)), days_off(day(60)))
    assert days_off_marks(found, SCALE) == ()


def test_extra_days_are_no_days_off_and_exam_weeks_are() -> None:
    extra, exams = days_off(day(6), hours=5), days_off(day(7), day(13), hours=0.5, name="Exams")
    found = with_days(extra, exams)
    assert not is_off(found, extra)
    assert is_off(found, exams)
    assert [each.name for each in days_off_marks(found, SCALE)] == ["Exams"]


def test_where_columns_are_thin_neighbours_become_one() -> None:
    easter = with_days(days_off(day(81), name="Good Friday"), days_off(day(84), name="Easter Monday"))
    near = DateScale(START.toordinal(), 3.0, 600.0)
    far = replace(near, px_per_day=1.0)

    assert [each.name for each in days_off_marks(easter, near)] == ["Good Friday", "Easter Monday"]
    (both,) = days_off_marks(easter, far)
    assert (both.x0, both.x1, both.name) == (81, 85, "")
    assert [each.name for each in both.days] == ["Good Friday", "Easter Monday"]


def test_where_a_day_is_a_hair_only_longer_stretches_are_shown() -> None:
    found = with_days(days_off(day(10)), days_off(day(100), day(120), name="Summer"))
    thin = DateScale(START.toordinal(), 0.1, 600.0)
    assert [each.name for each in days_off_marks(found, thin)] == ["Summer"]


def test_the_column_under_a_pixel_tells_its_days() -> None:
    marks = days_off_marks(with_days(days_off(day(7), name="Feast"), days_off(day(9), name="Fair")), SCALE)
    assert days_off_lines(marks, 90) == ("Feast · 11 January 2027 · no study",)
    assert days_off_lines(marks, 107) == ("Fair · 13 January 2027 · no study",)
    assert days_off_lines(marks, 300) == ()


def test_what_days_off_are_in_a_line() -> None:
    assert days_off_line(days_off(day(7), name="Feast")) == "Feast · 11 January 2027 · no study"
    assert (
        days_off_line(days_off(day(7), day(8), hours=1.5)) == "Other hours · 11–12 January 2027 · 1.5 h a day"
    )
    assert days_off_line(days_off(day(7))) == "Days off · 11 January 2027 · no study"


def test_the_column_is_shaded_and_named_where_there_is_room(style: TimelineStyle) -> None:
    image = painted(with_days(days_off(day(7), day(13), name="Carnival")), style)

    assert image.pixelColor(100, HEIGHT - 5).name() == style.colour("day_off").name()
    assert image.pixelColor(80, HEIGHT - 5).name() == style.colour("surface").name()
    # Across, in one line.
    assert 0 < inked(image, 84, 168, style) < 20


def test_a_narrow_column_has_its_name_upright_and_a_thin_one_none(style: TimelineStyle) -> None:
    wide = replace(SCALE, px_per_day=20.0)
    found = with_days(days_off(day(7), name="Assumption Day"))

    assert inked(painted(found, style, wide), 140, 160, style) > 50
    assert inked(painted(found, style), 84, 96, style) == 0


@pytest.mark.parametrize("dark", [False, True])
def test_the_shade_stands_out_from_the_ground_and_its_name_from_the_shade(
    qapp: QApplication, dark: bool
) -> None:
    theme = built_in_theme(dark=dark)
    ground, shade, text = (theme.colour(role).lightness() for role in ("surface", "day_off", "day_off_text"))
    assert abs(ground - shade) >= 8
    assert abs(text - shade) >= 70


def test_the_chart_shades_days_off_behind_its_bars_and_names_them_under_the_pointer(
    page: TimelinePage, editor: Editor
) -> None:
    editor.apply("Away", add_exception, days_off(day(7), day(13), name="Carnival"))
    view = page.view
    x = round(view.scale.x(day(8).toordinal()))
    image = view.grab().toImage()
    body = range(view.look.header_height, view.height())
    assert view.look.colour("day_off").name() in {image.pixelColor(x, y).name() for y in body}
    # The bar that runs through those days is over the shade.
    mark = next(each.rect for each in view.marks() if each.id == "regression-course")
    assert image.pixelColor(x, mark.center().y()).name() != view.look.colour("day_off").name()

    at = QPoint(x, view.height() - 12)
    where = view.viewport()
    QApplication.sendEvent(where, QHelpEvent(QEvent.Type.ToolTip, at, where.mapToGlobal(at)))
    assert "Carnival · 11–17 January 2027 · no study" in QToolTip.text()


def test_a_name_from_right_to_left_leaves_its_dates_alone() -> None:
    away = CalendarException(first=date(2027, 1, 10), last=date(2027, 1, 20), hours=0.0, name="Trip עת")
    assert days_off_line(away) == "\u2068Trip עת\u2069 · 10–20 January 2027 · no study"
