"""The timeline on paper and as a picture: real text, repeated names and dates, the window's own colours."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from planner.domain.edits import mark_finished, rename, tick_step
from planner.domain.errors import MilepostError
from planner.domain.forecast.forecast import forecast
from planner.domain.items import ActivityId, StepId
from planner.domain.pace.pace import UNKNOWN
from planner.domain.plan import Paper, Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.exchange.roadmap_toml import default_roadmap
from planner.ui.printing.timeline_files import (
    PageSetup,
    Wanted,
    picture_of,
    timeline_as,
    timeline_pages,
    timeline_pdf,
    timeline_png,
    timeline_svg,
)
from planner.ui.theme import built_in_theme
from planner.ui.timeline.options import PLAIN, ColourBy
from planner.ui.timeline.picture_names import Picture
from planner.ui.timeline.rows import RowChoice, rows_of
from planner.ui.timeline.tints import TINT_OF_MILESTONES
from tests.helpers.plans import START, small_plan

TODAY = date(2027, 1, 20)
A4_WIDE = PageSetup(paper=Paper.A4)


def picture(plan: Plan) -> Picture:
    return picture_of(plan, schedule(plan), today=TODAY, options=PLAIN)


def real_plan() -> Plan:
    return plan_from(default_roadmap(), Answers(start=START))


def texts(data: bytes) -> list[str]:
    """The text of each page in one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize(
    ("setup", "size"),
    [
        (A4_WIDE, (842, 595)),
        (PageSetup(paper=Paper.A4, landscape=False), (595, 842)),
        (PageSetup(paper=Paper.LETTER), (792, 612)),
    ],
    ids=["A4 landscape", "A4 portrait", "Letter landscape"],
)
def test_pages_are_of_the_paper_chosen(qtbot: QtBot, setup: PageSetup, size: tuple[int, int]) -> None:
    data = timeline_pdf(timeline_pages(picture(small_plan()), setup))
    (page,) = PdfReader(BytesIO(data)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_titles_and_days_of_every_row_are_text(qtbot: QtBot) -> None:
    plan = real_plan()
    current = schedule(plan)
    said = " ".join(texts(timeline_pdf(timeline_pages(picture(plan), A4_WIDE))))
    assert all(each.title in said for each in plan.phases.values())
    assert all(each.title in said for each in plan.activities.values())
    assert plan.facts.title in said
    assert f"to {current.finish.day} " in said


def test_names_and_dates_stand_on_every_page(qtbot: QtBot) -> None:
    setup = PageSetup(paper=Paper.A4, pages_wide=3)
    pages = texts(timeline_pdf(timeline_pages(picture(real_plan()), setup)))
    assert len(pages) == 6
    for number, page in enumerate(pages, 1):
        assert f"page {number} of 6" in page
        assert "Path Finish Done" in page
        assert "2027" in page or "2028" in page
    for first, second, third in (pages[:3], pages[3:]):
        assert all("Endpoint live" in each for each in (first, second, third)) or all(
            "Endpoint live" not in each for each in (first, second, third)
        )


def test_the_drawing_is_vectors_and_small(qtbot: QtBot) -> None:
    data = timeline_pdf(timeline_pages(picture(real_plan()), A4_WIDE))
    reader = PdfReader(BytesIO(data))
    assert not any(page.images for page in reader.pages)
    assert len(data) < 150_000
    assert reader.metadata is not None
    assert reader.metadata.title == "My path to machine-learning engineer · Timeline"


def test_a_title_that_is_too_long_is_cut_with_dots_and_moves_nothing(qtbot: QtBot) -> None:
    plan = rename(small_plan(), ActivityId("regression-course"), "Regression " * 40)
    (page,) = texts(timeline_pdf(timeline_pages(picture(plan), A4_WIDE)))
    assert "…" in page
    assert "Path Finish Done" in page


def test_a_png_has_the_chosen_width_twice_over_and_the_phases_colours(qtbot: QtBot) -> None:
    image = QImage.fromData(timeline_png(picture(small_plan()), 1000))
    assert image.width() == 2000
    found = {image.pixelColor(x, y).name() for x in range(0, 2000, 3) for y in range(0, image.height(), 3)}
    theme = built_in_theme(dark=False)
    for role in ("surface", "today", "phase_1", "phase_1_soft"):
        assert QColor(theme.colour(role)).name() in found


def test_an_svg_is_drawn_the_same_by_a_renderer(qtbot: QtBot) -> None:
    data = timeline_svg(picture(small_plan()), 1000)
    root = ET.fromstring(data)
    assert root.tag.endswith("svg")
    assert "Regression course" in "".join(root.itertext())
    assert QSvgRenderer(QByteArray(data)).isValid()
    image = drawn(data)
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 3)
    }
    assert QColor(built_in_theme(dark=False).colour("phase_1_soft")).name() in colours


def test_an_svg_shows_a_bar_that_is_half_done_as_half_done(qtbot: QtBot) -> None:
    regression = ActivityId("regression-course")
    plan = tick_step(small_plan(), regression, StepId("week-1"), True)
    theme = built_in_theme(dark=False)
    shown = []
    for each in (small_plan(), plan, mark_finished(plan, regression, date(2027, 1, 16))):
        image = drawn(timeline_svg(picture(each), 1000))
        names = [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())]
        shown.append(names.count(theme.colour("phase_1").name()))
    none, some, all_of_it = shown
    assert none + 40 < some < all_of_it - 40


def test_the_names_beside_have_the_colours_of_the_chart(qtbot: QtBot) -> None:
    by_kind = replace(picture(small_plan()), options=replace(PLAIN, colour_by=ColourBy.KIND, legend=False))
    image = drawn(timeline_svg(by_kind, 1000))
    theme = built_in_theme(dark=False)
    names = {image.pixelColor(x, y).name() for x in range(150) for y in range(image.height())}
    assert theme.phase(TINT_OF_MILESTONES.colour).solid.name() in names
    assert theme.phase(1).solid.name() not in names


def drawn(svg: bytes) -> QImage:
    """An SVG as a renderer draws it."""
    renderer = QSvgRenderer(QByteArray(svg))
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        renderer.render(painter)
    return image


def test_an_svgs_texts_keep_their_length_in_any_font(qtbot: QtBot) -> None:
    root = ET.fromstring(timeline_svg(picture(small_plan()), 1000))
    texts = [each for each in root.iter("{http://www.w3.org/2000/svg}text") if (each.text or "").strip()]
    assert len(texts) > 20
    for each in texts:
        assert each.get("font-family", "").endswith("sans-serif")
        pixels, letters = float(each.get("textLength", "0")), len(each.text or "")
        assert 0.2 < pixels / letters / float(each.get("font-size", "0")) < 1.2


def test_the_window_is_named_on_the_first_page_down_only(qtbot: QtBot) -> None:
    first, second = texts(timeline_pdf(timeline_pages(picture(real_plan()), A4_WIDE)))
    assert "months" in first
    assert "18–24" not in second


def test_only_the_rows_shown_are_printed_when_asked(qtbot: QtBot) -> None:
    plan = small_plan()
    shown = rows_of(plan, RowChoice(collapsed=frozenset(plan.phases)))
    folded = replace(picture(plan), rows=shown)
    (page,) = texts(timeline_pdf(timeline_pages(folded, A4_WIDE)))
    assert "Regression course" not in page
    assert next(iter(plan.phases.values())).title in page


def test_only_the_days_asked_for_are_printed(qtbot: QtBot) -> None:
    days = date(2027, 3, 1), date(2027, 3, 31)
    (page, *_) = texts(timeline_pdf(timeline_pages(picture(real_plan()), A4_WIDE, days)))
    assert "March 2027" in page
    assert "2028" not in page.split("Path Finish Done")[0].split("as planned")[-1]


def test_a_picture_too_high_for_a_png_says_what_to_do(qtbot: QtBot) -> None:
    plan = small_plan()
    many = replace(picture(plan), rows=replace(rows_of(plan), rows=rows_of(plan).rows * 300))
    with pytest.raises(MilepostError, match="Save a PDF or an SVG instead"):
        timeline_png(many)


def test_a_baseline_that_is_not_there_is_said(qtbot: QtBot) -> None:
    wanted = Wanted(
        form="pdf",
        paper=Paper.A4,
        landscape=True,
        pages_wide=1,
        width=1600,
        colour_by="phase",
        critical=False,
        float_bars=False,
        baseline=True,
    )
    plan = replace(small_plan(), baselines={})
    with pytest.raises(MilepostError, match="no baseline yet"):
        timeline_as(wanted, plan, schedule(plan), TODAY)


def test_where_milestones_may_land_is_drawn_as_far_as_the_last_band_reaches(qtbot: QtBot) -> None:
    plan = real_plan()
    plain = Wanted(
        form="svg",
        paper=Paper.A4,
        landscape=True,
        pages_wide=1,
        width=1600,
        colour_by="phase",
        critical=False,
        float_bars=False,
        baseline=False,
    )
    without = timeline_as(plain, plan, schedule(plan), TODAY).decode()
    drawn = timeline_as(replace(plain, forecast=True), plan, schedule(plan), TODAY).decode()
    assert "8 in 10 land in the band" in drawn
    assert "land in the band" not in without
    last = forecast(plan, schedule(plan), UNKNOWN, TODAY).finish.p90.year
    assert str(last) in drawn
    assert str(last) not in without
