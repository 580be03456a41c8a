"""The whole path in miniature: years, phases, milestones, window, today and finish. No widgets here.

The caller moves the painter to the top left of the strip.
"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF

from planner.domain.outlook import window_days
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import DateScale, header
from planner.ui.timeline.strokes import fill, set_ink, upright_lines, write
from planner.ui.timeline.style import TimelineStyle

MOST_LANES = 10
"""Phases beyond this many share the lanes of the first ones."""

PAD = 3.0
DIAMOND = 3.0
HANDLE_WIDTH = 5.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What the chart shows, in pixels of the strip; it sticks out where that lies beyond the path."""

    left: float
    right: float


def paint_overview(
    painter: QPainter,
    plan: Plan,
    current: Schedule,
    scale: DateScale,
    height: float,
    today: date,
    style: TimelineStyle,
) -> None:
    """Everything but the window, which moves while this stays."""
    width = scale.width
    painter.fillRect(QRectF(0, 0, width, height), style.colour("surface"))
    if (days := window_days(plan)) is not None:
        left, right = scale.x(days[0].toordinal()), scale.x(days[1].toordinal())
        painter.fillRect(QRectF(left, 0, right - left, height), style.colour("window_shade"))
    metrics = QFontMetricsF(style.small)
    top = metrics.height() + PAD
    dates = header(scale, plan.facts.week_start, metrics.horizontalAdvance, metrics.horizontalAdvance)
    upright_lines(painter, dates.weak_lines, top, height - top, style.colour("grid"))
    upright_lines(painter, dates.strong_lines, 0, height, style.colour("grid_strong"))
    set_ink(painter, style.small, style.colour("text_muted"))
    for label in dates.upper:
        write(painter, label.x, 0, top, label.text)
    _paint_phases(painter, plan, current, scale, top, height - top - PAD, style)
    if current.graph.nodes:
        finish = scale.middle(current.finish.toordinal())
        painter.setPen(style.ghost)
        painter.drawLine(QPointF(round(finish), top), QPointF(round(finish), height))
    fill(painter, scale.middle(today.toordinal()) - 0.5, 0, 1.5, height, style.colour("today"))


def paint_frame(
    painter: QPainter, frame: Frame, width: float, height: float, style: TimelineStyle, *, focused: bool
) -> None:
    """A frame around what the chart shows, with a handle at either end in view; the rest is veiled."""
    veil = style.colour("window")
    veil.setAlphaF(0.5)
    left, right = frame.left, frame.right
    painter.fillRect(QRectF(0, 0, max(left, 0.0), height), veil)
    painter.fillRect(QRectF(right, 0, max(width - right, 0.0), height), veil)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(style.frame_focused if focused else style.frame)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(left + 1, 1, right - left - 2, height - 2), 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("accent"))
    for x in (left, right):
        if -HANDLE_WIDTH < x < width + HANDLE_WIDTH:
            grip = QRectF(x - HANDLE_WIDTH / 2, height / 2 - 8, HANDLE_WIDTH, 16)
            grip.moveLeft(min(max(grip.left(), 0.0), width - HANDLE_WIDTH))
            painter.drawRoundedRect(grip, 2, 2)


def _paint_phases(
    painter: QPainter,
    plan: Plan,
    current: Schedule,
    scale: DateScale,
    top: float,
    room: float,
    style: TimelineStyle,
) -> None:
    """The top groups as bars, one below the other, with the diamonds of all that lies in them."""
    groups = [each for each in plan.ordered_phases if each.parent is None]
    if not groups:
        return
    pitch = room / min(len(groups), MOST_LANES)
    thick = min(max(pitch * 0.7, 1.5), 5.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    middles = {each.id: top + (number % MOST_LANES + 0.5) * pitch for number, each in enumerate(groups)}
    for each in groups:
        if (span := current.phase_span(each.id)) is not None:
            x0, x1 = scale.x(span[0].toordinal()), scale.x(span[1].toordinal() + 1)
            bar = QRectF(x0, middles[each.id] - thick / 2, max(x1 - x0, 2), thick)
            painter.fillRect(bar, style.phase(each.colour).solid)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    taken: set[tuple[int, float]] = set()
    for milestone in plan.milestones.values():
        group = plan.phases[milestone.phase]
        while group.parent is not None:
            group = plan.phases[group.parent]
        x, y = scale.middle(current.shown_day(milestone.id).toordinal()), middles[group.id]
        if (round(x / 2), y) in taken:
            continue
        taken.add((round(x / 2), y))
        painter.setBrush(style.colour("surface"))
        painter.drawPolygon(_diamond(x, y, DIAMOND + 1.5))
        painter.setBrush(style.phase(group.colour).solid)
        painter.drawPolygon(_diamond(x, y, DIAMOND))


def _diamond(x: float, y: float, radius: float) -> QPolygonF:
    return QPolygonF(
        [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    )
