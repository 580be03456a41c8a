"""The card that tells what a drag does: where it stands, and how it is painted. No widgets here."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from planner.ui.timeline.drag_words import Line
from planner.ui.timeline.strokes import set_ink, write
from planner.ui.timeline.style import TimelineStyle

WIDEST = 460.0
"""Longer lines go on below."""

MOST_PIECES = 3
"""A line that takes more than this is cut short."""

PADDING = QSizeF(13, 7)
MARGIN = 4.0
BESIDE = 16.0
BELOW = 18.0
CLEAR = 10.0
"""How far the card keeps from what is dragged."""


def paint_card(
    painter: QPainter,
    lines: Sequence[Line],
    at: QPointF,
    room: QRectF,
    clear: Sequence[QRectF],
    style: TimelineStyle,
) -> None:
    """A card of lines near a point inside the room, off what is to be seen; the first line is bold."""
    most = min(WIDEST, room.width() - 2 * (MARGIN + PADDING.width()))
    pieces = [
        (piece, style.font if number else style.strong, line.role)
        for number, line in enumerate(lines)
        for piece in wrapped(line.text, QFontMetricsF(style.font if number else style.strong), most)
    ]
    metrics = [QFontMetricsF(font) for _, font, _ in pieces]
    height = max(each.height() for each in metrics) + 3
    wide = max(each.horizontalAdvance(text) for each, (text, _, _) in zip(metrics, pieces, strict=True))
    size = QSizeF(wide + 2 * PADDING.width(), height * len(pieces) + 2 * PADDING.height() + 1)
    card = card_place(size, at, room, clear)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("tooltip"))
    painter.drawRoundedRect(card, 7, 7)
    left, top = card.left() + PADDING.width(), card.top() + PADDING.height()
    for number, (text, font, role) in enumerate(pieces):
        set_ink(painter, font, style.colour(role))
        write(painter, left, top + number * height, height, text)


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


def card_place(size: QSizeF, at: QPointF, room: QRectF, clear: Sequence[QRectF]) -> QRectF:
    """Where a card goes: near the pointer, inside the room, off what is to be seen, the first above all.

    What follows stands below and to the right, so below left comes first, where a plan is emptiest.
    """
    held = clear[0] if clear else QRectF(at, at)
    below = max(at.y() + BELOW, held.bottom() + CLEAR)
    above = min(at.y() - BELOW, held.top() - CLEAR) - size.height()
    left, right = at.x() - BESIDE - size.width(), at.x() + BESIDE
    beside = max(right, held.right() + BESIDE), min(left, held.left() - BESIDE - size.width())
    middle = at.y() - size.height() / 2
    wanted = [(left, below), (right, below), (left, above), (right, above)]
    wanted += [(x, middle) for x in beside]
    places = [_inside(QRectF(QPointF(x, y), size), room) for x, y in wanted]
    keeps = [QRectF(at.x() - 6, at.y() - 6, 12, 12), held]

    def covered(place: QRectF) -> tuple[float, float]:
        return sum(_shared(place, each) for each in keeps), sum(_shared(place, each) for each in clear)

    return min(places, key=covered)


def _inside(card: QRectF, room: QRectF) -> QRectF:
    """The card moved into the room; where it is larger than that, from its top left."""
    x = max(min(card.left(), room.right() - card.width() - MARGIN), room.left() + MARGIN)
    y = max(min(card.top(), room.bottom() - card.height() - MARGIN), room.top() + MARGIN)
    return QRectF(QPointF(x, y), card.size())


def _shared(one: QRectF, other: QRectF) -> float:
    shared = one.intersected(other)
    return max(shared.width(), 0) * max(shared.height(), 0)
