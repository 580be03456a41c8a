"""The card that tells what a drag does: where it stands, and how it is painted. No widgets here."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.strokes import set_ink, write
from planner.ui.timeline.style import TimelineStyle

Edges = npt.NDArray[np.float64]

WIDTHS = (460.0, 300.0, 190.0)
"""Longer lines go on below; a narrower card is taken where a wide one would cover what is dragged, and a
smaller writing where even that does not help."""

MOST_PIECES = 3
"""A line that takes more than this is cut short."""

PADDING = QSizeF(13, 7)
MARGIN = 4.0
BESIDE = 16.0
BELOW = 18.0
LIFT = 30.0
"""So much higher it may go where it would cover something otherwise."""

CLEAR = 10.0
"""How far the card keeps from what is dragged."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a card has to do with: the pointer, the room there is, and what it should not cover."""

    at: QPointF
    room: QRectF
    clear: Sequence[QRectF]
    others: Sequence[QRectF]


def paint_card(
    painter: QPainter,
    lines: Sequence[Line],
    at: QPointF,
    room: QRectF,
    clear: Sequence[QRectF],
    style: TimelineStyle,
    others: Sequence[QRectF] = (),
) -> None:
    """A card of lines near a point inside the room, off what is to be seen; the first line is bold.

    Of the places that leave equally much of `clear` in view, it takes the one with the most of `others`.
    """
    where = _Surroundings(at, room, clear, others)
    inner = room.width() - 2 * (MARGIN + PADDING.width())
    pens = [(width, style.strong, style.font) for width in WIDTHS]
    pens += [(width, style.small_strong, style.small) for width in WIDTHS[1:]]
    made = [_made(lines, min(pens[0][0], inner), *pens[0][1:], where)]
    while not _fits(made[-1][1], where) and len(made) < len(pens):
        most, strong, font = pens[len(made)]
        made.append(_made(lines, min(most, inner), strong, font, where))
    fitting = _fits(made[-1][1], where)
    pieces, card = made[-1] if fitting else made[0]
    height = (card.height() - 2 * PADDING.height() - 1) / len(pieces)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("tooltip"))
    painter.drawRoundedRect(card, 7, 7)
    left, top = card.left() + PADDING.width(), card.top() + PADDING.height()
    for number, (text, font, role) in enumerate(pieces):
        set_ink(painter, font, style.colour(role))
        write(painter, left, top + number * height, height, text)


def _made(
    lines: Sequence[Line],
    most: float,
    strong: QFont,
    font: QFont,
    where: _Surroundings,
) -> tuple[list[tuple[str, QFont, str]], QRectF]:
    """The pieces of text on a card of at most this width, each with font and role, and the card's place."""
    pieces = [
        (piece, font if number else strong, line.role)
        for number, line in enumerate(lines)
        for piece in wrapped(line.text, QFontMetricsF(font if number else strong), most)
    ]
    metrics = [QFontMetricsF(each) for _, each, _ in pieces]
    height = max(each.height() for each in metrics) + 3
    wide = max(each.horizontalAdvance(text) for each, (text, _, _) in zip(metrics, pieces, strict=True))
    size = QSizeF(wide + 2 * PADDING.width(), height * len(pieces) + 2 * PADDING.height() + 1)
    return pieces, card_place(size, where.at, where.room, where.clear, where.others)


def _fits(card: QRectF, where: _Surroundings) -> bool:
    return where.room.contains(card) and not _covers(card, where.at, where.clear)


def wrapped(text: str, metrics: QFontMetricsF, most: float) -> list[str]:
    """A text in pieces of at most this width, parted at spaces; the last is cut where more would follow."""
    pieces: list[str] = []
    rest = text.split(" ")
    while rest:
        count = len(rest) if len(pieces) == MOST_PIECES - 1 else 1
        while count < len(rest) and metrics.horizontalAdvance(" ".join(rest[: count + 1])) <= most:
            count += 1
        piece, rest = " ".join(rest[:count]), rest[count:]
        pieces.append(metrics.elidedText(piece, Qt.TextElideMode.ElideRight, most))
    return pieces


def card_place(
    size: QSizeF,
    at: QPointF,
    room: QRectF,
    clear: Sequence[QRectF],
    others: Sequence[QRectF] = (),
) -> QRectF:
    """Where a card goes: near the pointer, inside the room, off what is to be seen, the first above all.

    What follows stands below and to the right, so below left comes first, where a plan is emptiest. The first
    is not covered where there is any way; of the others as little as can be.
    """
    held = clear[0] if clear else QRectF(at, at)
    below = max(at.y() + BELOW, held.bottom() + CLEAR)
    above = min(at.y() - BELOW, held.top() - CLEAR) - size.height()
    left, right = at.x() - BESIDE - size.width(), at.x() + BESIDE
    beside = max(right, held.right() + BESIDE), min(left, held.left() - BESIDE - size.width())
    middle = at.y() - size.height() / 2
    wanted = [(x, y) for y in (below, above, above - LIFT) for x in (left, right, *beside)]
    wanted += [(x, middle) for x in beside]
    places = [_inside(QRectF(QPointF(x, y), size), room) for x, y in wanted]

    edges = [_edges(areas) for areas in (clear, others)]

    def covered(place: QRectF) -> tuple[float, ...]:
        return _covers(place, at, clear), *(_shared_with_all(place, each) for each in edges)

    return min(places, key=covered)


def _covers(card: QRectF, at: QPointF, clear: Sequence[QRectF]) -> float:
    """How much of the pointer and of what is dragged a card would cover."""
    held = clear[0] if clear else QRectF(at, at)
    return _shared(card, held) + _shared(card, QRectF(at.x() - 6, at.y() - 6, 12, 12))


def _inside(card: QRectF, room: QRectF) -> QRectF:
    """The card moved into the room; where it is larger than that, from its top left."""
    x = max(min(card.left(), room.right() - card.width() - MARGIN), room.left() + MARGIN)
    y = max(min(card.top(), room.bottom() - card.height() - MARGIN), room.top() + MARGIN)
    return QRectF(QPointF(x, y), card.size())


def _shared(one: QRectF, other: QRectF) -> float:
    wide = min(one.right(), other.right()) - max(one.left(), other.left())
    high = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return wide * high if wide > 0 and high > 0 else 0.0


def _edges(areas: Sequence[QRectF]) -> Edges:
    """Left, top, right and bottom of areas, each in a column."""
    return np.array([each.getCoords() for each in areas], dtype=np.float64).reshape(-1, 4)


def _shared_with_all(one: QRectF, edges: Edges) -> float:
    """How much an area shares with others, one by one."""
    left, top, right, bottom = edges.T
    wide = np.minimum(right, one.right()) - np.maximum(left, one.left())
    high = np.minimum(bottom, one.bottom()) - np.maximum(top, one.top())
    return float((np.maximum(wide, 0.0) * np.maximum(high, 0.0)).sum())
