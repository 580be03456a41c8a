"""What lies over the chart while something is dragged: ghosts, guides and a card. No widgets here."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from planner.ui.timeline.mark_painting import BAR_RADIUS
from planner.ui.timeline.marks import DiamondMark, Layout, Mark, box
from planner.ui.timeline.places import DIAMOND_RADIUS
from planner.ui.timeline.strokes import diamond, set_ink, write
from planner.ui.timeline.style import TimelineStyle


def paint_ghosts(painter: QPainter, ghosts: tuple[Mark, ...], style: TimelineStyle) -> None:
    """Where things stood before a drag, as dashed outlines."""
    painter.setPen(style.ghost)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in ghosts:
        if isinstance(mark, DiamondMark):
            painter.drawPolygon(diamond(mark.x, mark.y, DIAMOND_RADIUS - 1))
            continue
        left, top, right, bottom = box(mark)
        painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), BAR_RADIUS, BAR_RADIUS)


def paint_guide(painter: QPainter, x: float, layout: Layout, style: TimelineStyle) -> None:
    """A dashed line the height of the body, up to the date header."""
    painter.setPen(style.guide)
    painter.drawLine(QLineF(round(x) + 0.5, 0, round(x) + 0.5, layout.viewport.height))


def paint_card(
    painter: QPainter, lines: tuple[tuple[str, str], ...], at: QPointF, room: QRectF, style: TimelineStyle
) -> None:
    """A card of lines, each with the role of its colour, near a point inside the room; the first is bold."""
    fonts = [style.strong, *[style.font] * (len(lines) - 1)]
    metrics = [QFontMetricsF(font) for font in fonts]
    line = max(each.height() for each in metrics) + 3
    wide = max(each.horizontalAdvance(text) for each, (text, _) in zip(metrics, lines, strict=True))
    card = QRectF(0, 0, wide + 26, line * len(lines) + 15)
    # What follows stands below and to the right, so the card goes where a plan is emptiest: below left, else
    # above right.
    below = at.y() + card.height() + 24 <= room.bottom()
    to_left = below and at.x() - card.width() - 16 >= room.left()
    if not below and at.x() + card.width() + 16 > room.right():
        to_left = True
    left = at.x() - card.width() - 16 if to_left else at.x() + 16
    top = at.y() + 20 if below else at.y() - card.height() - 18
    left = min(max(left, room.left() + 4), room.right() - card.width() - 4)
    card.moveTo(left, max(top, room.top() + 4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("tooltip"))
    painter.drawRoundedRect(card, 7, 7)
    for number, (text, role) in enumerate(lines):
        set_ink(painter, fonts[number], style.colour(role))
        write(painter, card.left() + 13, card.top() + 7 + number * line, line, text)
