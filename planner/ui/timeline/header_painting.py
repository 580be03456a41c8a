"""The date header above the chart: two lines of dates and the flags over them. No widgets here.

The caller moves the painter to the top left of the header.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from planner.ui.timeline.axis import Header, without_covered
from planner.ui.timeline.marks import Layout
from planner.ui.timeline.strokes import fill, set_ink, upright_lines, write
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.words import translate

BOTH_ENDS = 2
FLAG_GAP = 2.0


def paint_header(
    painter: QPainter,
    header: Header,
    layout: Layout,
    style: TimelineStyle,
    guides: tuple[tuple[float, str], ...] = (),
) -> None:
    """Two lines of dates with flags: at a drag's guides (x and text), for today and for the finish.

    A flag takes the place of the labels under it, and the first of two that would overlap stands; those at
    the two days of a drag make way for each other, and Today's for them.
    """
    width, height = layout.viewport.scale.width, float(style.header_height)
    half = height / 2
    painter.fillRect(QRectF(0, 0, width, height), style.colour("header"))
    upright_lines(painter, header.strong_lines, 0, height, style.colour("grid_strong"))
    upright_lines(painter, header.weak_lines, half, half, style.colour("grid"))
    fill(painter, 0, half - 1, width, 1, style.colour("grid"))
    fill(painter, 0, height - 1, width, 1, style.colour("divider"))
    set_ink(painter, style.strong, style.colour("text"))
    for label in header.upper:
        write(painter, label.x, 0, half, label.text)
    metrics = QFontMetricsF(style.small)
    lower, taken = header.lower, list[QRectF]()
    flags = [(x, text, "accent", "accent_text") for x, text in guides]
    flags.append((layout.today_x, translate("Today"), "today", "today_text"))
    if layout.finish_x is not None:
        flags.append((layout.finish_x, translate("Finish"), "text_muted", "surface"))
    places = [_flag(style, x, half, text) for x, text, _, _ in flags]
    if len(guides) == BOTH_ENDS:
        _part(*places[:BOTH_ENDS])
    _make_way(places[len(guides)], places[: len(guides)])
    for flag, (x, text, ground, ink) in zip(places, flags, strict=True):
        flag.moveLeft(max(min(flag.left(), width - flag.width()), 0.0))
        if not 0 <= x <= width or any(flag.intersects(each) for each in taken):
            continue
        taken.append(flag)
        lower = without_covered(lower, metrics.horizontalAdvance, flag.left(), flag.right())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour(ground))
        painter.drawRoundedRect(flag, 3, 3)
        set_ink(painter, style.small_strong, style.colour(ink))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)
    set_ink(painter, style.small, style.colour("text_muted"))
    for label in lower:
        write(painter, label.x, half, half, label.text)


def _part(first: QRectF, second: QRectF) -> None:
    """Push two flags that would overlap as far apart as it takes."""
    left, right = sorted((first, second), key=QRectF.left)
    overlap = left.right() + FLAG_GAP - right.left()
    if overlap > 0:
        left.translate(-overlap / 2, 0)
        right.translate(overlap / 2, 0)


def _make_way(flag: QRectF, others: Sequence[QRectF]) -> None:
    """Push a flag aside, to the side it stands on, where it would overlap others."""
    covered = [each for each in others if flag.intersects(each)]
    if not covered:
        return
    middle = sum(each.center().x() for each in covered) / len(covered)
    if flag.center().x() <= middle:
        flag.moveRight(min(each.left() for each in others if each.right() > flag.left()) - FLAG_GAP)
    else:
        flag.moveLeft(max(each.right() for each in others if each.left() < flag.right()) + FLAG_GAP)


def _flag(style: TimelineStyle, x: float, half: float, text: str) -> QRectF:
    width = QFontMetricsF(style.small_strong).horizontalAdvance(text) + 14
    return QRectF(x - width / 2, half + 3, width, half - 6)
