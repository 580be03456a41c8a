"""Colours that can be told apart."""

import pytest
from PySide6.QtGui import QColor

from planner.ui.contrast import blend, contrast, readable_on, stepped_back
from planner.ui.theme import app_font, built_in_theme
from planner.ui.timeline.style import FADED, TimelineStyle, style_of
from planner.ui.timeline.tints import LATE

WHITE, BLACK, GREY = QColor("#ffffff"), QColor("#000000"), QColor("#777777")


@pytest.fixture(params=["light", "dark"])
def style(request: pytest.FixtureRequest, qapp: object) -> TimelineStyle:
    return style_of(built_in_theme(dark=request.param == "dark"), app_font())


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, GREY) == contrast(GREY, WHITE) == pytest.approx(4.48, abs=0.01)


def test_the_first_ink_that_can_be_read_is_taken_and_the_best_where_none_can() -> None:
    assert readable_on(QColor("#1f4f8f"), (WHITE, BLACK)) == WHITE
    assert readable_on(QColor("#f0b429"), (WHITE, BLACK)) == BLACK
    assert readable_on(WHITE, (GREY, QColor("#bbbbbb"))) == GREY


def test_what_steps_back_keeps_some_contrast_and_no_more_than_it_needs() -> None:
    faded = stepped_back(BLACK, WHITE, 3.5)
    assert 3.5 <= contrast(faded, WHITE) < 4.5
    assert stepped_back(QColor("#bbbbbb"), WHITE, 3.5) == QColor("#bbbbbb")


@pytest.mark.parametrize("tint", [*range(8), LATE])
def test_words_in_a_bar_that_is_done_can_be_read(style: TimelineStyle, tint: int) -> None:
    assert contrast(style.on_solid(tint), style.tint(tint).solid) >= 4.5


@pytest.mark.parametrize("ground", ["surface", "accent_soft", "window_shade", "day_off"])
def test_words_that_step_back_can_still_be_read(style: TimelineStyle, ground: str) -> None:
    for ink in (style.faded_text, *(style.faded_ink(number) for number in range(8))):
        assert contrast(ink, style.colour(ground)) >= 3
    for number in range(8):
        faded_bar = blend(style.phase(number).soft, style.colour("surface"), FADED)
        assert contrast(style.faded_text, faded_bar) >= 3
        faded_done = blend(style.phase(number).solid, style.colour("surface"), FADED)
        assert contrast(style.faded_on_solid(number), faded_done) >= 3
