"""The painter draws the sheet's shapes where the layout put them, on any device."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPicture
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from planner.ui.printing.missing_signs import system_has_font
from planner.ui.printing.page_setup import PageSetup
from planner.ui.printing.shape_painting import paint_shapes, paint_sheet, ready_fonts, text_width
from planner.ui.printing.shapes import Box, Shape, Style, Text, Tone, Weight
from planner.ui.printing.week_header import SheetFacts
from planner.ui.printing.week_layout import WeekSheet
from planner.ui.printing.words import sheet_words
from tests.helpers.plans import START, small_plan

FACTS = SheetFacts(printed=START, revision=1)


def painted(
    logged: bool, pixels_a_point: int = 2, *, greyscale: bool = False, minutes: int = 90
) -> tuple[QImage, list[Shape]]:
    """The first week as a picture of A4, and its shapes; `logged` is its first session, for so long."""
    plan = small_plan()
    if logged:
        plan = log_session(plan, ActivityId("regression-course"), START, minutes)
    week = week_plan(plan, schedule(plan), START, START)
    image = QImage(595 * pixels_a_point, 842 * pixels_a_point, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    setup = PageSetup(greyscale=greyscale)
    ready_fonts()
    shapes = WeekSheet(week, setup, sheet_words(), text_width, {}).shapes(0, FACTS)
    with QPainter(image) as painter:
        paint_sheet(painter, shapes, setup)
    return image, shapes


def test_study_days_are_tinted_and_the_paper_is_white(qtbot: QtBot) -> None:
    image, shapes = painted(logged=False)
    tints = [each for each in shapes if isinstance(each, Box) and each.fill is Tone.TINT]
    assert len(tints) == 5
    for tint in tints:
        middle = image.pixelColor(round(2 * (tint.x + tint.wide / 2)), round(2 * (tint.y + 2.5)))
        assert middle.name() == "#edf1f5"
    assert image.pixelColor(8, 8) == QColor("white")


def colourful(image: QImage) -> int:
    """How many of a sample of pixels are no grey."""
    colours = [
        image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    ]
    return sum(len({each.red(), each.green(), each.blue()}) > 1 for each in colours)


def test_in_greyscale_no_ink_has_any_colour(qtbot: QtBot) -> None:
    image, _ = painted(logged=True)
    assert colourful(image) > 100
    image, _ = painted(logged=True, greyscale=True)
    assert colourful(image) == 0


def test_a_session_that_was_logged_is_ticked(qtbot: QtBot) -> None:
    def darkness(logged: bool, minutes: int = 90) -> int:
        image, shapes = painted(logged, minutes=minutes)
        box = next(
            each
            for each in shapes
            if isinstance(each, Box) and each.high < 12 and each.y > 180 and not each.fill
        )
        inside = [
            image.pixelColor(x, y).lightness()
            for x in range(round(2 * box.x) + 4, round(2 * (box.x + box.wide)) - 4)
            for y in range(round(2 * box.y) + 4, round(2 * (box.y + box.high)) - 4)
        ]
        return sum(each < 128 for each in inside)

    assert darkness(logged=False) == 0
    assert darkness(logged=True) > 10
    assert darkness(logged=True, minutes=45) == 0


def test_a_session_that_is_begun_says_how_far_it_has_come(qtbot: QtBot) -> None:
    _, shapes = painted(logged=True, minutes=45)
    words = [each.text for each in shapes if isinstance(each, Text)]
    assert "45 min of 1 h 30" in words


def test_inter_measures_the_same_at_every_size(qtbot: QtBot) -> None:
    small, large = Style(8, Weight.SEMIBOLD), Style(16, Weight.SEMIBOLD)
    assert (
        abs(2 * text_width("Core fundamentals proven", small) - text_width("Core fundamentals proven", large))
        < 0.5
    )


def test_the_same_shapes_fill_a_larger_picture(qtbot: QtBot) -> None:
    image, shapes = painted(logged=False, pixels_a_point=4)
    title = next(each for each in shapes if isinstance(each, Text))
    row = [
        image.pixelColor(x, y).lightness()
        for x in range(round(4 * title.x), round(4 * title.x) + 300)
        for y in range(round(4 * title.y) - 40, round(4 * title.y))
    ]
    assert min(row) < 60


def test_the_preview_shows_brackets_in_right_to_left_titles_as_they_are(qtbot: QtBot) -> None:
    ready_fonts()
    if not system_has_font("ש"):
        pytest.skip("this computer has no font for Hebrew")
    setup = PageSetup()
    text = Text(40, 60, "(אב) שעות", Style(20), leftwards=True)

    def picture() -> QImage:
        image = QImage(595, 842, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        return image

    straight, replayed, page = picture(), picture(), QPicture()
    with QPainter(straight) as painter:
        paint_sheet(painter, [text], setup)
    page.setBoundingRect(straight.rect())
    with QPainter(page) as painter:
        painter.scale(0.1, 0.1)
        paint_shapes(painter, [text])
    with QPainter(replayed) as painter:
        painter.drawPicture(0, 0, page)

    def inked(image: QImage) -> set[tuple[int, int]]:
        return {(x, y) for x in range(30, 200) for y in range(30, 80) if image.pixelColor(x, y).value() < 140}

    # Drawn by itself the text differs by the pixels at its letters' edges alone.
    wanted, found = inked(straight), inked(replayed)
    assert len(wanted & found) > 0.8 * len(wanted | found)
