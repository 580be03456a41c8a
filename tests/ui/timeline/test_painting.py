"""What is painted: a few pixels that carry meaning, on a picture as on the screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.domain.edits import mark_finished, retarget, tick_step
from planner.domain.items import (
    ActivityId,
    Baseline,
    BaselineDays,
    BaselineId,
    MilestoneId,
    MonthRange,
    Pause,
    Provenance,
    StepId,
)
from planner.domain.plan import Plan
from planner.domain.proof import tick
from planner.domain.schedule import schedule
from planner.ui.theme import app_font, built_in_theme
from planner.ui.timeline.axis import DateScale, header
from planner.ui.timeline.card import paint_card
from planner.ui.timeline.drag_painting import paint_ghosts, paint_guide
from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.header_painting import paint_header
from planner.ui.timeline.layout import lay_out
from planner.ui.timeline.mark_painting import paint_mark
from planner.ui.timeline.marks import BarMark, BufferMark, Layout, SummaryMark, box
from planner.ui.timeline.options import PLAIN, ColourBy, ViewOptions
from planner.ui.timeline.painting import paint_rows
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import rows_of
from planner.ui.timeline.style import TimelineStyle, style_of
from tests.helpers.plans import START, activity, dependency, make_plan, small_plan

TODAY = date(2027, 1, 20)
SCALE = DateScale(START.toordinal() - 5, 9.0, 900.0)
CORE = MilestoneId("core-proven")
REGRESSION = ActivityId("regression-course")

Paint = Callable[[QPainter], None]


@pytest.fixture(params=["light", "dark"])
def style(request: pytest.FixtureRequest, qapp: QApplication) -> TimelineStyle:
    return style_of(built_in_theme(dark=request.param == "dark"), app_font())


def picture(paint: Paint) -> QImage:
    image = QImage(900, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    with QPainter(image) as painter:
        paint(painter)
    return image


def layout_of(plan: Plan, style: TimelineStyle, options: ViewOptions = PLAIN) -> Layout:
    viewport = Viewport(SCALE, 300.0, 0.0, style.row_height)
    return lay_out(plan, schedule(plan), rows_of(plan), viewport, TODAY, options)


def painted(
    plan: Plan,
    style: TimelineStyle,
    selected: frozenset[str] = frozenset(),
    *,
    options: ViewOptions = PLAIN,
    lit: str | None = None,
) -> tuple[QImage, Layout]:
    layout, dates = layout_of(plan, style, options), header(SCALE, 0, len, len)
    return picture(lambda painter: paint_rows(painter, layout, dates, style, selected, lit)), layout


def colours(image: QImage, left: float, top: float, right: float, bottom: float) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(int(left), int(right) + 1)
        for y in range(int(top), int(bottom) + 1)
    }


def near(colour: QColor, other: QColor) -> bool:
    """Whether two colours can hardly be told apart: edges between pixels blend with what is beside them."""
    pairs = ((colour.red(), other.red()), (colour.green(), other.green()), (colour.blue(), other.blue()))
    return sum(abs(one - two) for one, two in pairs) < 60


def test_every_pixel_of_the_body_is_painted(style: TimelineStyle) -> None:
    image, _ = painted(small_plan(), style)

    assert QColor("magenta").name() not in colours(image, 0, 0, 899, 299)


def test_a_bar_is_filled_as_far_as_it_is_done(style: TimelineStyle) -> None:
    image, layout = painted(tick_step(small_plan(), REGRESSION, StepId("week-1"), True), style)
    mark = layout.mark_of("regression-course")
    assert mark is not None
    left, top, right, _ = box(mark)

    assert image.pixelColor(int(left) + 3, int(top) + 7) == style.phase(1).solid
    assert image.pixelColor(int(right) - 6, int(top) + 4) == style.phase(1).soft


def test_a_finished_bar_is_solid(style: TimelineStyle) -> None:
    image, layout = painted(mark_finished(small_plan(), REGRESSION, date(2027, 1, 16)), style)
    mark = layout.mark_of("regression-course")
    assert mark is not None
    _, top, right, _ = box(mark)

    assert image.pixelColor(int(right) - 4, int(top) + 4) == style.phase(1).solid


def test_a_milestone_in_time_shows_no_danger_and_a_late_one_does(style: TimelineStyle) -> None:
    plan = small_plan()
    lands = schedule(plan).lands(CORE)
    for days, late in ((-10, True), (10, False)):
        image, layout = painted(retarget(plan, CORE, lands + timedelta(days=days)), style)
        mark = layout.mark_of("core-proven")
        assert mark is not None
        row = colours(image, SCALE.middle(lands.toordinal()) - 8, mark.y - 9, 880, mark.y + 9)
        assert (style.colour("danger").name() in row) is late


def test_a_reached_milestone_carries_a_check(style: TimelineStyle) -> None:
    plan = small_plan()
    for item in plan.items_of_milestone[CORE]:
        plan = tick(plan, item.id, date(2027, 2, 3))

    image, layout = painted(plan, style)

    mark = layout.mark_of("core-proven")
    assert mark is not None
    left, _, right, _ = box(mark)
    inside = colours(image, left + 4, mark.y - 3, right - 4, mark.y + 3)
    assert len(inside) > 2
    plain, _ = painted(small_plan(), style)
    assert len(colours(plain, left + 4, mark.y - 3, right - 4, mark.y + 3)) <= 2


def test_a_hold_shows_its_pin(style: TimelineStyle) -> None:
    plan = retarget(small_plan(), CORE, date(2027, 2, 20), holds=True)
    image, layout = painted(plan, style)
    mark = layout.mark_of("core-proven")
    assert mark is not None
    left, top, right, _ = box(mark)

    assert style.colour("text").name() in colours(image, left, top - 6, right, top)


def test_the_selected_row_stands_out(style: TimelineStyle) -> None:
    image, layout = painted(small_plan(), style, frozenset({"write-up"}))
    mark = layout.mark_of("write-up")
    assert mark is not None

    assert image.pixelColor(890, int(mark.y)) == style.colour("accent_soft")


def test_the_window_is_shaded(style: TimelineStyle) -> None:
    plan = small_plan()
    window = MonthRange(low=2, high=2.5, provenance=Provenance.SOURCE)
    image, layout = painted(replace(plan, facts=replace(plan.facts, window=window)), style)
    assert layout.window is not None

    assert image.pixelColor(int(layout.window.x1) - 3, 290) == style.colour("window_shade")
    assert image.pixelColor(int(layout.window.x1) + 3, 290) == style.colour("surface")


def test_dependencies_of_the_selected_item_stand_out(style: TimelineStyle) -> None:
    plain, _ = painted(small_plan(), style)
    chosen, layout = painted(small_plan(), style, frozenset({"serve-model"}))
    link = next(each for each in layout.links if each.before == "serve-model")
    (x0, y0), (x1, y1) = link.points[-2:]
    area = (x0 - 1, y0 + 1, x1 + 1, y1 - 7)

    assert style.colour("accent").name() not in colours(plain, *area)
    assert style.colour("accent").name() in colours(chosen, *area)


def test_dependencies_of_what_is_under_the_pointer_stand_out(style: TimelineStyle) -> None:
    lit, layout = painted(small_plan(), style, lit="serve-model")
    link = next(each for each in layout.links if each.before == "serve-model")
    (x0, y0), (x1, y1) = link.points[-2:]

    assert style.colour("accent").name() in colours(lit, x0 - 1, y0 + 1, x1 + 1, y1 - 7)


def test_what_leads_to_an_item_is_dashed_and_what_follows_is_not(style: TimelineStyle) -> None:
    """Told by the accent along a long line, up to a title: with gaps into the item, without out of it."""
    plan = make_plan(
        activity("first", 10, position=1),
        activity("between", 1, position=2),
        activity("after", 10, position=3),
        dependency("first", "after"),
    )
    gaps = {}
    for chosen in ("first", "after"):
        image, layout = painted(plan, style, frozenset({chosen}))
        (link,) = layout.links
        x, y0 = link.points[-2]
        inks = [image.pixelColor(round(x), y) for y in range(round(y0) + 5, round(y0) + 18)]
        lit = [near(ink, style.colour("accent")) for ink in inks]
        assert any(lit)
        gaps[chosen] = not all(lit)

    assert gaps == {"first": False, "after": True}


def test_critical_bars_have_a_rim_and_the_rest_is_pale(style: TimelineStyle) -> None:
    plan = make_plan(activity("long", 40, position=1), activity("short", 12, position=2))
    image, layout = painted(plan, style, options=ViewOptions(critical=True))
    long, short = layout.mark_of("long"), layout.mark_of("short")
    assert isinstance(long, BarMark)
    assert isinstance(short, BarMark)

    def rim(mark: BarMark) -> bool:
        x, top = round(mark.x0 + 30), round(mark.y - mark.height / 2)
        return any(near(image.pixelColor(x, y), style.colour("text")) for y in range(top - 2, top + 3))

    assert rim(long)
    assert not rim(short)
    soft = style.tint(short.colour).soft
    assert image.pixelColor(round(long.x1) - 8, round(long.y) - 4) == soft
    assert image.pixelColor(round(short.x1) - 8, round(short.y) - 4) != soft


@pytest.mark.parametrize("by", [ColourBy.KIND, ColourBy.STATE])
def test_kinds_and_states_show_a_sign_in_the_bar(style: TimelineStyle, by: ColourBy) -> None:
    image, layout = painted(small_plan(), style, options=ViewOptions(colour_by=by))
    mark = layout.mark_of("regression-course")
    assert isinstance(mark, BarMark)
    assert mark.sign is not None

    left, top = round(mark.x0) + 4, round(mark.y) - 4
    inks = [image.pixelColor(left + dx, top + dy) for dx in range(9) for dy in range(9)]
    assert any(near(ink, style.tint(mark.colour).text) for ink in inks)


def test_a_pause_leaves_a_dotted_gap(style: TimelineStyle) -> None:
    plan = small_plan()
    pause = Pause(first=START + timedelta(days=4), last=START + timedelta(days=9))
    paused = replace(plan.activity(REGRESSION), pauses=(pause,))

    image, layout = painted(replace(plan, activities={**plan.activities, REGRESSION: paused}), style)

    mark = layout.mark_of("regression-course")
    assert isinstance(mark, BarMark)
    ((left, right),) = mark.gaps
    above = colours(image, left + 5, mark.y - 6, right - 5, mark.y - 3)
    assert style.tint(mark.colour).soft.name() not in above
    across = colours(image, left + 5, mark.y - 1, right - 5, mark.y + 1)
    assert len(across) > 2


def test_a_baseline_lies_below_its_bar(style: TimelineStyle) -> None:
    plan = small_plan()
    day = START + timedelta(days=40)
    was = BaselineDays(node=REGRESSION, start=day, finish=day + timedelta(days=9))
    kept = Baseline(id=BaselineId("made"), taken_on=START, reason="As it was made", days=(was,))

    image, layout = painted(
        replace(plan, baselines={kept.id: kept}), style, options=ViewOptions(baseline="made")
    )

    mark = layout.mark_of("regression-course")
    assert mark is not None
    x, foot = SCALE.x((day + timedelta(days=5)).toordinal()), box(mark)[3]
    assert image.pixelColor(int(x), int(foot) + 3) == style.was


def test_titles_stand_with_their_bars_at_a_close_zoom(style: TimelineStyle) -> None:
    image, layout = painted(small_plan(), style)
    mark = layout.mark_of("regression-course")
    assert isinstance(mark, BarMark)
    assert mark.title

    inside = colours(image, mark.x0 + 4, mark.y - 6, mark.x1 - 4, mark.y + 6)
    assert len(inside) > 8


def test_flags_in_the_header_take_the_place_of_the_dates_under_them(style: TimelineStyle) -> None:
    layout = layout_of(small_plan(), style)
    small, strong = QFontMetricsF(style.small), QFontMetricsF(style.strong)
    dates = header(SCALE, 0, strong.horizontalAdvance, small.horizontalAdvance)

    image = picture(lambda painter: paint_header(painter, dates, layout, style))

    half = style.header_height // 2
    assert image.pixelColor(int(layout.today_x), half + 4) == style.colour("today")
    assert image.pixelColor(3, 3) == style.colour("header")


@pytest.mark.parametrize("left", [TODAY.toordinal() - 0.2, TODAY.toordinal() + 0.6 - 100])
def test_a_flag_at_an_edge_is_not_cut(style: TimelineStyle, left: float) -> None:
    viewport = Viewport(replace(SCALE, left=left), 300.0, 0.0, style.row_height)
    plan = small_plan()
    layout = lay_out(plan, schedule(plan), rows_of(plan), viewport, TODAY)
    dates = header(viewport.scale, 0, len, len)

    image = picture(lambda painter: paint_header(painter, dates, layout, style))

    y = style.header_height - 5
    flag = [x for x in range(900) if image.pixelColor(x, y) == style.colour("today")]
    wide = QFontMetricsF(style.small_strong).horizontalAdvance("Today") + 14
    assert len(flag) >= wide - 8


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_grid_lines_are_equally_thin_at_every_scaling(style: TimelineStyle, ratio: float) -> None:
    layout, dates = layout_of(make_plan(), style), header(SCALE, 0, len, len)
    image = QImage(round(900 * ratio), round(300 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        paint_rows(painter, layout, dates, style)

    y = image.height() - 3
    grid = {style.colour("grid").name(), style.colour("grid_strong").name()}
    row = "".join("x" if image.pixelColor(x, y).name() in grid else " " for x in range(image.width()))
    assert {len(line) for line in row.split()} == {int(ratio)}


def test_a_drags_guide_has_a_flag_with_its_day(style: TimelineStyle) -> None:
    layout = layout_of(small_plan(), style)
    dates = header(SCALE, 0, len, len)

    image = picture(lambda painter: paint_header(painter, dates, layout, style, ((400.0, "16 Jan"),)))

    half = style.header_height // 2
    assert style.colour("accent").name() in colours(image, 390, half + 4, 410, half + 16)
    assert style.colour("accent_text").name() in colours(image, 380, half + 4, 420, half + 16)


@pytest.mark.parametrize("beside", [-12.0, 12.0])
def test_a_guides_flag_leaves_todays_in_view(style: TimelineStyle, beside: float) -> None:
    layout = layout_of(small_plan(), style)
    dates = header(SCALE, 0, len, len)
    guides = ((layout.today_x + beside, "16 Jan"),)

    image = picture(lambda painter: paint_header(painter, dates, layout, style, guides))

    y = style.header_height // 2 + 5
    seen = {
        name: sum(image.pixelColor(x, y) == style.colour(name) for x in range(900))
        for name in ("today", "accent")
    }
    assert all(count > 20 for count in seen.values()), seen


def test_ghosts_and_guides_are_lines(style: TimelineStyle) -> None:
    layout = layout_of(small_plan(), style)

    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 900, 300, style.colour("surface"))
        paint_ghosts(painter, layout.marks, style)
        paint_guide(painter, 450.0, layout, style)

    image = picture(paint)

    assert style.colour("accent").name() in colours(image, 450, 0, 451, 299)
    left, top, right, bottom = box(layout.marks[1])
    assert len(colours(image, left, top, right, bottom)) > 1
    assert image.pixelColor(int((left + right) / 2), int((top + bottom) / 2)) == style.colour("surface")


@pytest.mark.parametrize("at", [(5, 5), (895, 5), (5, 295), (895, 295), (450, 150)])
def test_a_card_stays_inside(style: TimelineStyle, at: tuple[int, int]) -> None:
    lines = (Line("Endpoint live → Sun 16 Jan 2028", "tooltip_text"), Line("Moves 5 items", "tooltip_muted"))
    room = QRectF(20, 20, 860, 260)

    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 900, 300, style.colour("surface"))
        paint_card(painter, lines, QPointF(*at), room, [], style)

    image = picture(paint)

    inside = colours(image, 20, 20, 880, 280)
    assert style.colour("tooltip").name() in inside
    assert style.colour("tooltip_text").name() in inside
    assert colours(image, 0, 0, 899, 19) == {style.colour("surface").name()}
    assert colours(image, 0, 281, 899, 299) == {style.colour("surface").name()}


def test_rows_grow_with_the_font(qapp: QApplication) -> None:
    font = app_font()
    theme = built_in_theme(dark=False)
    small = style_of(theme, font)
    font.setPointSizeF(20)

    assert style_of(theme, font).row_height > small.row_height
    assert style_of(theme, font).header_height > small.header_height


def test_phases_keep_their_months_readable_when_they_step_back(style: TimelineStyle) -> None:
    marks = layout_of(small_plan(), style, replace(PLAIN, critical=True)).marks
    mark = next(each for each in marks if isinstance(each, SummaryMark))
    assert mark.faded
    months = MonthRange(low=2, high=4, provenance=Provenance.SOURCE, reason="As it says.")
    mark = replace(mark, x0=20.0, x1=100.0, low_x=80.0, high_x=120.0, months=months)

    image = picture(lambda painter: paint_mark(painter, mark, style))

    assert style.faded_ink(mark.colour).name() in colours(image, 126, mark.y - 9, 200, mark.y + 9)


@pytest.mark.parametrize(("x1", "said"), [(390.0, "18 months past the window"), (115.0, "18 months past it")])
def test_the_finish_is_so_far_past_the_window(
    style: TimelineStyle, monkeypatch: pytest.MonkeyPatch, x1: float, said: str
) -> None:
    """Shorter where there is no room for the words."""
    written: list[str] = []
    monkeypatch.setattr(
        "planner.ui.timeline.painting.write", lambda _painter, _x, _top, _height, text: written.append(text)
    )
    past = replace(layout_of(small_plan(), style), window=None, buffer=BufferMark(x1 - 115, x1, -548))

    picture(lambda painter: paint_rows(painter, past, header(SCALE, 0, len, len), style))

    assert written == [said]
