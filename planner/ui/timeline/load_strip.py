"""The load strip: hours a week that the plan asks for, against the hours there are, under the chart."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.domain.calendar import StudyCalendar, week_of
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import days_text, hours_text, number_text
from planner.ui.reasons import load_reason
from planner.ui.timeline.axis import DateScale
from planner.ui.timeline.canvas import Canvas
from planner.ui.timeline.style import TimelineStyle
from planner.ui.timeline.tooltip import rich_text
from planner.ui.timeline.view import TimelineView
from planner.ui.timeline.words import translate

TOP = 14.0
BOTTOM = 8.0
OVER_TOLERANCE_HOURS = 0.05


@dataclass(frozen=True, slots=True)
class Weeks:
    """The plan's weeks from `first` on: hours asked for, available and logged; each of shape (weeks,)."""

    first: date
    asked: npt.NDArray[np.float64]
    available: npt.NDArray[np.float64]
    logged: npt.NDArray[np.float64]

    @property
    def full(self) -> float:
        """The hours that fill the strip's height: the same wherever one scrolls to."""
        most = max(self.asked.max(), self.available.max(), self.logged.max())
        return float(max(most, np.median(self.available) * 1.35, 1.0))


def weeks_of(plan: Plan, current: Schedule) -> Weeks:
    """All weeks of a plan, from the one it starts in to the one its last item ends in."""
    first = week_of(plan.facts.start, plan.facts.week_start)
    count = (current.last_day - first).days // 7 + 1
    logged = np.zeros(count)
    for session in plan.sessions.values():
        number = (session.day - first).days // 7
        if 0 <= number < count:
            logged[number] += session.minutes / 60
    return Weeks(first, current.load_hours(first, count), current.available_hours(first, count), logged)


def paint_load(
    painter: QPainter,
    weeks: Weeks,
    calendar: StudyCalendar,
    scale: DateScale,
    height: float,
    style: TimelineStyle,
) -> None:
    """A bar a week: planned, red above what there is, logged over it; a dashed line at the week's hours."""
    painter.fillRect(QRectF(0, 0, scale.width, height), style.colour("header"))
    foot = height - BOTTOM
    px_per_hour = (foot - TOP) / weeks.full
    origin = weeks.first.toordinal()
    wide = 7 * scale.px_per_day
    drawn = wide - 1 if wide > 4 else wide
    planned, over, logged = (list[QRectF]() for _ in range(3))
    begin = max(int((scale.left - origin) // 7), 0)
    end = max(int((scale.right - origin) // 7) + 1, begin)
    hours = np.stack((weeks.asked, weeks.available, weeks.logged), axis=1)[begin:end].tolist()
    for number, (asked, there, done) in enumerate(hours, begin):
        x = scale.x(origin + 7 * number)
        within = min(asked, there) * px_per_hour
        planned.append(QRectF(x, foot - within, drawn, within))
        if asked > there + OVER_TOLERANCE_HOURS:
            above = asked * px_per_hour
            over.append(QRectF(x, foot - above, drawn, above - within))
        if done > 0:
            logged.append(QRectF(x, foot - done * px_per_hour, drawn, done * px_per_hour))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for bars, role in ((planned, "load_planned"), (over, "load_over"), (logged, "load_logged")):
        painter.setBrush(style.colour(role))
        painter.drawRects(bars)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    limits = _limits(calendar, scale)
    painter.setPen(style.limit)
    for left, right, limit in limits:
        y = round(foot - limit * px_per_hour)
        painter.drawLine(QLineF(left, y, right, y))
    _, _, last = limits[-1]
    text = translate("{hours} h").format(hours=number_text(last))
    painter.setFont(style.small)
    painter.setPen(style.colour("text_muted"))
    width = painter.fontMetrics().horizontalAdvance(text)
    painter.drawText(QPointF(scale.width - width - 8, foot - last * px_per_hour - 5), text)


def _limits(calendar: StudyCalendar, scale: DateScale) -> list[tuple[float, float, float]]:
    """For each set of weekly hours in view where it begins and ends in pixels, and its hours."""
    begins = [scale.x(each.valid_from.toordinal()) for each in calendar.weekly]
    begins[0] = 0.0
    ends = [*begins[1:], scale.width]
    found = [
        (max(left, 0.0), min(right, scale.width), each.total)
        for left, right, each in zip(begins, ends, calendar.weekly, strict=True)
    ]
    return [each for each in found if each[0] < each[1]] or found[-1:]


class LoadStrip(Canvas):
    """The strip itself: follows the days of a chart, and what a drag on it proposes."""

    def __init__(self, chart: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._proposed: Schedule | None = None
        self._weeks: Weeks | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Hours a week"))
        self.setAccessibleDescription(load_reason())
        chart.scale_changed.connect(self.repaint_soon)
        chart.preview_changed.connect(self._on_preview_changed)

    def refresh(self) -> None:
        """The plan changed."""
        self._weeks = None
        self.repaint_soon()

    def paint(self, painter: QPainter) -> None:
        chart = self._chart
        calendar = chart.editor.plan.calendar
        paint_load(painter, self._weeks_now(), calendar, chart.scale, self.height(), chart.look)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._chart.wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            lines = self._week_lines(event.pos().x())
            QToolTip.showText(event.globalPos(), rich_text(lines) if lines else "", self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def _week_lines(self, x: int) -> tuple[str, ...]:
        weeks = self._weeks_now()
        number = (int(self._chart.scale.day(x)) - weeks.first.toordinal()) // 7
        if not 0 <= number < len(weeks.asked):
            return ()
        first = weeks.first + timedelta(days=7 * number)
        asked, there = hours_text(weeks.asked[number]), hours_text(weeks.available[number])
        lines = [
            days_text(first, first + timedelta(days=6)),
            translate("{asked} planned of {there}").format(asked=asked, there=there),
        ]
        if weeks.logged[number]:
            lines.append(translate("{hours} logged").format(hours=hours_text(weeks.logged[number])))
        return (*lines, *load_reason().splitlines())

    def _on_preview_changed(self, proposed: Schedule | None) -> None:
        self._proposed = proposed
        self.refresh()

    def _weeks_now(self) -> Weeks:
        if self._weeks is None:
            current = self._proposed or self._chart.editor.schedule
            self._weeks = weeks_of(current.plan, current)
        return self._weeks
