"""Where titles stand, and that lines and ghosts leave them readable."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.domain.edits import move_activity
from planner.domain.items import ActivityId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.ui.theme import app_font, built_in_theme
from planner.ui.timeline.axis import DateScale, header
from planner.ui.timeline.hitting import DOT_RADIUS, dots_of
from planner.ui.timeline.layout import lay_out
from planner.ui.timeline.link_painting import paint_lit_links
from planner.ui.timeline.marks import BarMark, DiamondMark, Layout, box, moved
from planner.ui.timeline.options import PLAIN, ColourBy, ViewOptions
from planner.ui.timeline.painting import paint_rows
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import rows_of
from planner.ui.timeline.style import TimelineStyle, style_of
from planner.ui.timeline.titles import Title, titles_of
from tests.helpers.plans import START, activity, dependency, make_plan, small_plan

TODAY = date(2027, 1, 20)
WIDTH, HEIGHT = 1400.0, 400.0


@pytest.fixture(params=["light", "dark"])
def style(request: pytest.FixtureRequest, qapp: QApplication) -> TimelineStyle:
    return style_of(built_in_theme(dark=request.param == "dark"), app_font())


def laid_out(
    plan: Plan, style: TimelineStyle, px_per_day: float = 9.0, options: ViewOptions = PLAIN
) -> Layout:
    scale = DateScale(START.toordinal() - 5, px_per_day, WIDTH)
    viewport = Viewport(scale, HEIGHT, 0.0, style.row_height)
    return lay_out(plan, schedule(plan), rows_of(plan), viewport, TODAY, options)


def title_of(titles: tuple[Title, ...], item: str) -> Title:
    return next(each for each in titles if each.mark.id == item)


@pytest.mark.parametrize("px_per_day", [4.0, 4.3, 6.0, 12.0, 25.0])
@pytest.mark.parametrize("by", list(ColourBy))
def test_titles_beside_begin_after_the_tail_and_the_dot(
    style: TimelineStyle, px_per_day: float, by: ColourBy
) -> None:
    layout = laid_out(small_plan(), style, px_per_day, replace(PLAIN, colour_by=by))

    beside = [each for each in titles_of(layout, style) if not each.inside]

    assert beside
    for title in beside:
        dots = dots_of(title.mark, WIDTH)
        assert dots is not None
        assert title.x >= dots.end_x + DOT_RADIUS + 3
        assert title.x > (title.mark.tail_x if isinstance(title.mark, BarMark) else box(title.mark)[2]) + 6


@pytest.mark.parametrize("chosen", ["first", "then"])
def test_a_dependency_passes_behind_the_title_in_its_way(style: TimelineStyle, chosen: str) -> None:
    plan = make_plan(
        activity("first", 3, position=1), activity("then", 10, position=2), dependency("first", "then")
    )
    far = schedule(plan).start_day(ActivityId("then")) + timedelta(days=70)
    plan = move_activity(plan, ActivityId("then"), far)
    layout = laid_out(plan, style, 12.0)
    titles = titles_of(layout, style)
    title = title_of(titles, "first")
    (link,) = layout.links
    assert link.points[0][0] < title.x < title.x + title.wide < link.points[1][0]
    image = QImage(int(WIDTH), int(HEIGHT), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))

    with QPainter(image) as painter:
        paint_lit_links(painter, layout, titles, style, frozenset({chosen}), None)

    def inked(left: float, right: float) -> bool:
        rows = range(round(title.mark.y) - 7, round(title.mark.y) + 8)
        return any(
            image.pixelColor(x, y) != QColor("white") for x in range(round(left), round(right)) for y in rows
        )

    assert inked(link.points[0][0], title.x - 4)
    assert not inked(title.x - 1, title.x + title.wide + 1)
    assert inked(title.x + title.wide + 8, link.points[1][0] - 4)


@pytest.mark.parametrize("days", [-60, -30, -14, -7, -2, 3, 14, 45])
def test_ghosts_leave_the_titles_of_what_moves_readable(style: TimelineStyle, days: int) -> None:
    plan = make_plan(*(activity(each, 8, position=at) for at, each in enumerate(("one", "two", "three"))))
    later = schedule(plan).start_day(ActivityId("two")) + timedelta(days=65)
    plan = move_activity(plan, ActivityId("two"), later)
    after = move_activity(plan, ActivityId("two"), later + timedelta(days=days))
    settled, layout = laid_out(plan, style), laid_out(after, style)
    ghost = next(each for each in moved(settled, layout) if each.id == "two")
    assert isinstance(ghost, BarMark)

    title = title_of(titles_of(layout, style, [ghost]), "two")

    left, top, right, bottom = box(ghost)
    stood = QRectF(left, top, max(right, ghost.tail_x) - left, bottom - top)
    assert title.inside or not title.area.intersects(stood)
    assert title.text == title.mark.title


def test_a_title_is_left_out_where_a_ghost_leaves_no_room_for_it(style: TimelineStyle) -> None:
    layout = laid_out(small_plan(), style)
    mark = next(each for each in layout.marks if isinstance(each, DiamondMark))
    ghost = replace(mark, x=mark.x + 30)
    narrow = replace(layout, viewport=replace(layout.viewport, scale=DateScale(0.0, 9.0, ghost.x + 20)))

    titles = titles_of(narrow, style, [ghost])

    assert mark.id not in {each.mark.id for each in titles}


def test_titles_are_written_over_the_ghosts(style: TimelineStyle) -> None:
    layout = laid_out(small_plan(), style)
    title = next(each for each in titles_of(layout, style) if each.inside)
    assert isinstance(title.mark, BarMark)
    ghost = replace(title.mark, x0=title.x + title.wide / 2)

    def shown(*ghosts: BarMark) -> QImage:
        image = QImage(int(WIDTH), int(HEIGHT), QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            paint_rows(painter, layout, header(layout.viewport.scale, 0, len, len), style, ghosts=ghosts)
        return image

    plain, dragged = shown(), shown(ghost)
    ink = style.colour("text")
    written = [
        (x, y)
        for x in range(round(title.x), round(title.x + title.wide))
        for y in range(round(title.mark.y - 7), round(title.mark.y + 7))
        if plain.pixelColor(x, y) == ink
    ]
    assert written
    assert all(dragged.pixelColor(x, y) == ink for x, y in written)
    assert plain != dragged
