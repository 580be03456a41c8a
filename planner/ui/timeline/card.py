"""The card that tells what a drag does: where it stands, and how it is painted. No widgets here."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.strokes import set_ink, write
from planner.ui.timeline.style import TimelineStyle

WIDEST = 460.0
"""Longer lines are cut short."""

PADDING = QSizeF(13, 7)
MARGIN = 4.0
BESIDE = 16.0
BELOW = 18.0
CLEAR = 10.0
"""How far the card keeps from what is dragged."""


def paint_card(
    painter: QPainter, lines: Sequence[Line], at: QPointF, room: QRectF, clear: QRectF, style: TimelineStyle
) -> None:
    """A card of lines near a point inside the room, beside `clear`; the first line is bold."""
    fonts = [style.strong, *[style.font] * (len(lines) - 1)]
    metrics = [QFontMetricsF(font) for font in fonts]
    most = min(WIDEST, room.width() - 2 * (MARGIN + PADDING.width()))
    texts = [
        each.elidedText(line.text, Qt.TextElideMode.ElideMiddle, most)
        for each, line in zip(metrics, lines, strict=True)
    ]
    height = max(each.height() for each in metrics) + 3
    wide = max(each.horizontalAdvance(text) for each, text in zip(metrics, texts, strict=True))
    size = QSizeF(wide + 2 * PADDING.width(), height * len(lines) + 2 * PADDING.height() + 1)
    card = card_place(size, at, room, clear)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("tooltip"))
    painter.drawRoundedRect(card, 7, 7)
    for number, (text, line) in enumerate(zip(texts, lines, strict=True)):
        set_ink(painter, fonts[number], style.colour(line.role))
        write(
            painter,
            card.left() + PADDING.width(),
            card.top() + PADDING.height() + number * height,
            height,
            text,
        )


def card_place(size: QSizeF, at: QPointF, room: QRectF, clear: QRectF) -> QRectF:
    """Where a card goes: near the pointer, inside the room, off what is dragged.

    What follows stands below and to the right, so below left comes first, where a plan is emptiest.
    """
    below = max(at.y() + BELOW, clear.bottom() + CLEAR)
    above = min(at.y() - BELOW, clear.top() - CLEAR) - size.height()
    left, right = at.x() - BESIDE - size.width(), at.x() + BESIDE
    beside = max(right, clear.right() + BESIDE), min(left, clear.left() - BESIDE - size.width())
    middle = at.y() - size.height() / 2
    wanted = [(left, below), (right, below), (left, above), (right, above)]
    wanted += [(x, middle) for x in beside]
    places = [_inside(QRectF(QPointF(x, y), size), room) for x, y in wanted]
    keeps = [QRectF(at.x() - 6, at.y() - 6, 12, 12), clear]
    return min(places, key=lambda place: sum(_shared(place, each) for each in keeps))


def _inside(card: QRectF, room: QRectF) -> QRectF:
    """The card moved into the room; where it is larger than that, from its top left."""
    x = max(min(card.left(), room.right() - card.width() - MARGIN), room.left() + MARGIN)
    y = max(min(card.top(), room.bottom() - card.height() - MARGIN), room.top() + MARGIN)
    return QRectF(QPointF(x, y), card.size())


def _shared(one: QRectF, other: QRectF) -> float:
    shared = one.intersected(other)
    return max(shared.width(), 0) * max(shared.height(), 0)
