"""Activities as bars: how far they are done, their steps, pauses, range, sign and title. No widgets here."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from planner.ui.theme import PhaseColours
from planner.ui.timeline.hitting import after_dot
from planner.ui.timeline.marks import BarMark
from planner.ui.timeline.places import BAR_RADIUS
from planner.ui.timeline.sign_painting import SIGN_SIZE, paint_sign
from planner.ui.timeline.strokes import fill
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.tints import Sign

TAIL_HEIGHT = 6.0
SIGN_ROOM = SIGN_SIZE + 8
"""How wide a bar has to be to hold its sign."""

SIGN_GAP = 3.0
"""A sign beside a bar needs so much less room from the dot than words do."""

LEAST_DETAILED = 11.0
"""Lower bars show neither sign, title nor pin."""


def paint_bar(painter: QPainter, mark: BarMark, style: TimelineStyle) -> None:
    """One activity."""
    colours = style.tint(mark.colour)
    top = mark.y - mark.height / 2
    if mark.tail_x > mark.x1 + 1:
        _paint_tail(painter, mark, colours)
    shape = _shape(mark)
    finished = mark.done_x >= mark.x1
    painter.fillPath(shape, colours.solid if finished else colours.soft)
    if not finished and mark.done_x > mark.x0 + 0.5:
        # As a shape of its own: a clip would not reach every kind of picture.
        done = QPainterPath()
        done.addRect(QRectF(mark.x0, top, mark.done_x - mark.x0, mark.height))
        painter.fillPath(shape.intersected(done), colours.solid)
    if mark.separators and mark.x1 - mark.x0 >= 4 * (len(mark.separators) + 1):
        sign_end = max(mark.x0, 0.0) + SIGN_ROOM - 2 if holds_sign(mark) else mark.x0
        for x in mark.separators:
            if x > sign_end:
                fill(painter, x - 0.5, top, 1, mark.height, style.colour("surface"))
    for left, right in mark.gaps:
        painter.setPen(style.pause)
        painter.drawLine(QLineF(left + 2, mark.y, right - 1, mark.y))
    if mark.critical:
        painter.setPen(style.critical_rim)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
    if mark.height < LEAST_DETAILED:
        return
    if mark.sign is not None:
        _paint_bar_sign(painter, mark, mark.sign, style)
    if mark.pin_x is not None:
        paint_pin(painter, mark.pin_x + 1, top - 1, style)


def paint_pin(painter: QPainter, x: float, foot: float, style: TimelineStyle) -> None:
    """A drawing pin whose point is at x, foot: someone put this here on purpose."""
    ink = style.colour("text")
    fill(painter, x - 0.5, foot - 3, 1.2, 4, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(x, foot - 4.5), 2.6, 2.6)


def paint_on_fill(
    painter: QPainter,
    mark: BarMark,
    x0: float,
    x1: float,
    inks: tuple[QColor, QColor],
    paint: Callable[[QColor], None],
) -> None:
    """Paint something from x0 to x1 in a bar in two inks: over what is done, and over the rest."""
    top = mark.y - mark.height / 2
    for left, right, ink in ((x0, min(mark.done_x, x1), inks[0]), (max(mark.done_x, x0), x1, inks[1])):
        if right > left:
            painter.save()
            clip = QRectF(left, top, right - left, mark.height)
            painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
            paint(ink)
            painter.restore()


def holds_sign(mark: BarMark) -> bool:
    """Whether a bar has a sign, and room for it."""
    return mark.sign is not None and first_end(mark) - max(mark.x0, 0.0) >= SIGN_ROOM


def first_end(mark: BarMark) -> float:
    """Where the first piece of a bar ends."""
    return mark.gaps[0][0] if mark.gaps else mark.x1


def _shape(mark: BarMark) -> QPainterPath:
    """The bar, in pieces where it has pauses."""
    top = mark.y - mark.height / 2
    radius = min(BAR_RADIUS, mark.height / 3)
    path = QPainterPath()
    left = mark.x0
    for gap_left, gap_right in (*mark.gaps, (mark.x1, mark.x1)):
        path.addRoundedRect(QRectF(left, top, gap_left - left, mark.height), radius, radius)
        left = gap_right
    return path


def _paint_tail(painter: QPainter, mark: BarMark, colours: PhaseColours) -> None:
    """From likely to high: a thinner bar with a tick at its end."""
    high = min(TAIL_HEIGHT, mark.height * 0.4)
    tick = mark.height * 11 / 15
    fill(painter, mark.x1 - 2, mark.y - high / 2, mark.tail_x - mark.x1 + 2, high, colours.soft)
    fill(painter, mark.tail_x - 1, mark.y - tick / 2, 1.5, tick, colours.solid)


def _paint_bar_sign(painter: QPainter, mark: BarMark, sign: Sign, style: TimelineStyle) -> None:
    """In the bar at its left end, or right of a bar too short for it and of its dot."""
    colours = style.tint(mark.colour)
    if mark.x1 <= 0:
        return
    if not holds_sign(mark):
        paint_sign(painter, sign, after_dot(mark) + SIGN_SIZE / 2 - SIGN_GAP, mark.y, colours.text)
        return
    left = max(mark.x0, 0.0) + 3
    middle = left + SIGN_SIZE / 2 + 0.5
    inks = (style.on_solid(mark.colour), colours.text)
    paint_on_fill(
        painter,
        mark,
        left,
        left + SIGN_SIZE + 2,
        inks,
        lambda ink: paint_sign(painter, sign, middle, mark.y, ink),
    )
