"""Where the card of a drag stands, and what it looks like."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.ui.theme import built_in_theme
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.card import card_place, paint_card, wrapped
from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.style import style_of

ROOM = QRectF(0, 0, 900, 500)
SIZE = QSizeF(300, 90)


@pytest.mark.parametrize("x", range(10, 900, 110))
@pytest.mark.parametrize("y", range(10, 500, 60))
@pytest.mark.parametrize("width", [16, 200, 2000])
def test_the_card_stays_in_the_window_and_off_what_is_dragged(x: int, y: int, width: int) -> None:
    at = QPointF(x, y)
    bar = QRectF(x - width / 2, y - 8, width, 16).intersected(ROOM)

    card = card_place(SIZE, at, ROOM, [bar])

    assert ROOM.contains(card)
    assert not card.intersects(bar)
    assert not card.contains(at)


def test_the_card_stands_below_left_where_there_is_room() -> None:
    card = card_place(SIZE, QPointF(600, 100), ROOM, [QRectF(580, 92, 100, 16)])
    assert card.right() < 600
    assert card.top() > 108


def test_in_a_window_too_low_for_it_the_card_stands_beside(look: ThemeController) -> None:
    room = QRectF(0, 0, 900, 100)
    bar = QRectF(400, 42, 120, 16)
    card = card_place(SIZE, QPointF(460, 50), room, [bar])
    assert room.contains(card)
    assert not card.intersects(bar)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("dark", [False, True])
def test_long_lines_go_on_below_and_each_line_has_its_colour(
    look: ThemeController, ratio: int, dark: bool
) -> None:
    style = style_of(built_in_theme(dark=dark), QApplication.font())
    image = QImage(600 * ratio, 300 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#00ff00"))
    lines = (Line("A title " * 60, "tooltip_text"), Line("Needs 12 h", "tooltip_danger"), Line("Moves 3"))

    with QPainter(image) as painter:
        paint_card(painter, lines, QPointF(500, 20), QRectF(0, 0, 600, 300), [], style)

    painted = [
        (x, y)
        for x in range(600)
        for y in range(0, 300, 3)
        if image.pixelColor(x * ratio, y * ratio) != QColor("#00ff00")
    ]
    assert painted
    assert max(x for x, _ in painted) - min(x for x, _ in painted) <= 460 + 2 * 13 + 2
    assert max(x for x, _ in painted) < 600 - 3
    danger = style.colour("tooltip_danger")
    seen = {image.pixelColor(x * ratio, y * ratio).name() for x, y in painted}
    assert any(
        max(abs(QColor(each).red() - danger.red()), abs(QColor(each).green() - danger.green())) < 40
        for each in seen
    )


def test_a_long_line_is_parted_at_spaces_and_cut_after_three_pieces(look: ThemeController) -> None:
    metrics = QFontMetricsF(QApplication.font())
    most = metrics.horizontalAdvance("twelve letter")

    assert wrapped("short", metrics, most) == ["short"]
    assert wrapped("eight letters one two", metrics, most) == ["eight letters", "one two"]
    pieces = wrapped("word " * 40, metrics, most)
    assert len(pieces) == 3
    assert pieces[-1].endswith("…")
    assert all(metrics.horizontalAdvance(each) <= most + 1 for each in pieces)
    assert wrapped("w" * 200, metrics, most)[0].endswith("…")


def test_the_card_keeps_off_the_line_of_a_link_where_it_can(look: ThemeController) -> None:
    at, target = QPointF(450, 200), QRectF(430, 192, 60, 16)
    line = [QRectF(450 - 40 * step, 200 + 20 * step, 6, 6) for step in range(1, 8)]
    card = card_place(SIZE, at, ROOM, [target, *line])
    assert not any(card.intersects(each) for each in [target, *line])


def test_where_a_wide_card_would_cover_what_is_dragged_a_narrow_one_does_not(look: ThemeController) -> None:
    room, bar = QRectF(0, 0, 363, 135), QRectF(120, 34, 16, 15)
    style = style_of(built_in_theme(dark=False), QApplication.font())
    image = QImage(363, 135, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    lines = (
        Line("Linear algebra, calculus → 1 Jul 2027 – 4 Aug 2027", "tooltip_text"),
        Line("Moves 35 items"),
    )

    with QPainter(image) as painter:
        paint_card(painter, lines, QPointF(128, 42), room, [bar], style)

    assert image.pixelColor(128, 42) == QColor("#00ff00")
    assert all(image.pixelColor(x, y) == QColor("#00ff00") for x in range(120, 136) for y in range(34, 49))
    places = [(x, 100) for x in range(363)] + [(300, y) for y in range(135)]
    assert any(image.pixelColor(*place) == style.colour("tooltip") for place in places)


def test_the_card_leaves_what_moves_in_view() -> None:
    """Ghosts stand below left of a bar that moves later, where the card would go otherwise."""
    bar = QRectF(500, 200, 80, 16)
    ghosts = [QRectF(300 + 40 * row, 200 + 27 * row, 80, 16) for row in range(8)]
    moved = [QRectF(500 + 40 * row, 200 + 27 * row, 80, 16) for row in range(1, 8)]
    at = bar.center()

    card = card_place(SIZE, at, ROOM, [bar, *ghosts, *moved])

    assert ROOM.contains(card)
    assert not any(card.intersects(each) for each in (bar, *ghosts, *moved))


def test_of_two_places_the_card_takes_the_one_that_leaves_more_of_the_others_in_view() -> None:
    bar = QRectF(400, 200, 80, 16)
    followers = [QRectF(100, 220 + 27 * row, 700, 16) for row in range(10)]
    leading = [QRectF(150 + 30 * row, 92 + 27 * row, 120, 16) for row in range(4)]

    card = card_place(SIZE, bar.center(), ROOM, [bar, *followers], leading)

    assert not any(card.intersects(each) for each in (bar, *followers, *leading))
