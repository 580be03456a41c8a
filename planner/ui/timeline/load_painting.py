"""The load strip from weeks to any QPainter: a bar a week against the hours there are. No widgets here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from planner.domain.wording import number_text
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.days_off import DaysOffMark
from planner.ui.timeline.days_off_painting import paint_days_off
from planner.ui.timeline.load_weeks import Column, Weeks
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.words import translate

TOP = 14.0
BOTTOM = 8.0
HATCHED_FROM = 3.0
"""Pixels; a bar narrower than this is too thin for a hatching to be seen, and gets a tick at the top."""

SOFT_FROM = 3.0
HELD_WIDTH = 2.0
TICK_HEIGHT = 5.0


@dataclass(frozen=True, slots=True)
class LoadFrame:
    """What the strip shows: weeks over days, `full` hours high, in so many pixels.

    `chosen` is the week whose limit is held, `onward` that all after it are held with it; `beyond` are the
    hours of the weeks after the last one of the plan.
    """

    weeks: Weeks
    scale: DateScale
    height: float
    full: float
    beyond: float
    days_off: tuple[DaysOffMark, ...] = ()
    chosen: int | None = None
    onward: bool = False

    def y(self, hours: float) -> float:
        """Where so many hours are, in pixels from the top."""
        return self.height - BOTTOM - hours * self._px_per_hour

    def hours(self, y: float) -> float:
        """The hours at a pixel; negative below the foot."""
        return (self.height - BOTTOM - y) / self._px_per_hour

    @property
    def _px_per_hour(self) -> float:
        return max(self.height - BOTTOM - TOP, 1.0) / self.full


def paint_load(painter: QPainter, frame: LoadFrame, style: TimelineStyle) -> None:
    """Bars of hours planned, hatched red above what there is, and of hours logged; over them the limit.

    In weeks that are over what was logged stands before what was planned. The limit steps with the weeks'
    hours.
    """
    painter.fillRect(QRectF(0, 0, frame.scale.width, frame.height), style.colour("header"))
    paint_days_off(painter, frame.days_off, frame.height, style)
    columns = frame.weeks.columns(frame.scale)
    # Bars of whole weeks have soft edges; of many narrow ones nobody sees them, and they take long.
    soft = bool(columns) and columns[0].width > SOFT_FROM
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, soft)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_bars(painter, frame, columns, style)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_limit(painter, frame, columns, style)


def _paint_bars(painter: QPainter, frame: LoadFrame, columns: Sequence[Column], style: TimelineStyle) -> None:
    base, px_per_hour = frame.y(0), frame.y(0) - frame.y(1)

    def bar(column: Column, low: float, high: float, inset: float = 0.0) -> QRectF:
        wide = column.width - 1 if column.width > 4 else column.width
        side = inset if wide > 4 * inset else 0.0
        top = base - high * px_per_hour
        return QRectF(column.x + side, top, wide - 2 * side, (high - low) * px_per_hour)

    def draw(bars: Iterable[QRectF], role: str) -> None:
        painter.setBrush(style.colour(role))
        painter.drawRects([each for each in bars if each.height() > 0])

    coming = [each for each in columns if not each.past]
    draw((bar(each, 0, min(each.asked, each.available)) for each in coming), "load_planned")
    draw((bar(each, 0, each.asked) for each in columns if each.past), "load_past")
    over = [bar(each, each.available, each.asked) for each in coming if each.over]
    draw(over, "load_over")
    if columns and columns[0].width >= HATCHED_FROM:
        painter.setBrush(QBrush(style.colour("load_hatch"), Qt.BrushStyle.BDiagPattern))
        painter.drawRects(over)
    else:
        draw((QRectF(each.x(), 0, each.width(), TICK_HEIGHT) for each in over), "load_over")
    draw((bar(each, 0, each.logged, each.width * 0.18) for each in columns if each.logged), "load_logged")


def _paint_limit(
    painter: QPainter, frame: LoadFrame, columns: Sequence[Column], style: TimelineStyle
) -> None:
    """A dashed line in steps, a week's hours high; the week that is held has its piece in the accent."""
    width = frame.scale.width
    points: list[QPointF] = []
    base, px_per_hour = frame.y(0), frame.y(0) - frame.y(1)
    for each in columns:
        y = round(base - each.available * px_per_hour) + 0.5
        if points and points[-1].y() == y:
            points[-1].setX(each.x + each.width)
            continue
        points += [QPointF(each.x, y), QPointF(each.x + each.width, y)]
    last = round(frame.y(frame.beyond)) + 0.5
    end = points[-1].x() if points else max(frame.scale.x(frame.weeks.first.toordinal()), 0.0)
    if end < width:
        points += [QPointF(end, last), QPointF(width, last)]
    painter.setPen(style.limit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    if frame.chosen is not None:
        _paint_held(painter, frame, frame.chosen, QPolygonF(points), style)
    text = translate("{hours} h").format(hours=number_text(frame.beyond))
    painter.setFont(style.small)
    painter.setPen(style.colour("text_muted"))
    metrics = painter.fontMetrics()
    wide = metrics.horizontalAdvance(text)
    # On a ground of its own: a bar may stand there.
    ground = QRectF(width - wide - 13, last - 6 - metrics.ascent(), wide + 10, metrics.height() + 2)
    painter.fillRect(ground, style.colour("header"))
    painter.drawText(QPointF(width - wide - 8, last - 5), text)


def _paint_held(
    painter: QPainter, frame: LoadFrame, week: int, limit: QPolygonF, style: TimelineStyle
) -> None:
    """The piece of the limit that is held, in the accent: a week's, or all from it on."""
    x = frame.scale.x(frame.weeks.day_of(week).toordinal())
    painter.setPen(QPen(style.colour("accent"), HELD_WIDTH))
    if not frame.onward:
        y = round(frame.y(float(frame.weeks.available[week]))) + 0.5
        painter.drawLine(QLineF(x, y, x + 7 * frame.scale.px_per_day, y))
        return
    painter.save()
    painter.setClipRect(QRectF(x, 0, frame.scale.width - x, frame.height))
    painter.drawPolyline(limit)
    painter.restore()
