"""The ghost plan beside the lines: where each phase and milestone stands now, dashed, and then, filled.

It is laid out and painted by the timeline's own painters, a row at a time.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QPainter

from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.ui.timeline.axis import DateScale, Header, header, showing
from planner.ui.timeline.drag_painting import paint_ghosts
from planner.ui.timeline.layout import lay_out
from planner.ui.timeline.mark_painting import paint_mark
from planner.ui.timeline.marks import Layout, moved
from planner.ui.timeline.options import ViewOptions
from planner.ui.timeline.places import Viewport
from planner.ui.timeline.rows import RowKind, Rows, rows_of
from planner.ui.timeline.strokes import fill, set_ink, upright_lines, write
from planner.ui.timeline.style import TimelineStyle

_OPTIONS = ViewOptions(links=False, ranges=False, overview=False)


_ROOM_FOR_A_YEAR = 4
"""The last year has this part of the picture at least: a number of four digits needs it."""


@dataclass(frozen=True, slots=True)
class Ghosts:
    """Two schedules of one plan's phases and milestones, over the days from `first` to `last`."""

    rows: Rows
    now: Schedule
    then: Schedule
    today: date
    first: date
    last: date

    def scale(self, width: float) -> DateScale:
        """The days across so many pixels."""
        return showing(self.first, self.last, width)


def ghosts_of(now: Schedule, then: Schedule, today: date, before: Ghosts | None) -> Ghosts:
    """What to paint after what was painted `before`: no fewer days, so that it keeps still under a slider."""
    first = now.plan.facts.start
    last = max(now.last_day, then.last_day, now.last_day if before is None else before.last)
    return Ghosts(
        rows=before.rows if before is not None and before.now is now else _lines_of(now.plan),
        now=now,
        then=then,
        today=today,
        first=first,
        last=_with_room_for_its_year(first, last),
    )


def _with_room_for_its_year(first: date, last: date) -> date:
    """The last day, or a later one, so that the year it is in can be written above the picture."""
    begin = date(last.year, 1, 1)
    room = (last - first).days // _ROOM_FOR_A_YEAR
    if begin <= first or (date.max - begin).days < room:
        return last
    return max(last, begin + timedelta(days=room))


def paint_line(painter: QPainter, place: QRect, line: int, ghosts: Ghosts, style: TimelineStyle) -> None:
    """One row of the picture."""
    scale = ghosts.scale(place.width())
    before, after = (
        _laid_out(each, ghosts, scale, line, place.height()) for each in (ghosts.now, ghosts.then)
    )
    painter.save()
    painter.setClipRect(place)
    painter.translate(place.topLeft())
    dates = _dates(scale, ghosts.now.plan, style)
    upright_lines(painter, dates.strong_lines, 0, place.height(), style.colour("grid_strong"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in after.marks:
        paint_mark(painter, mark, style)
    paint_ghosts(painter, moved(before, after), style)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    fill(painter, after.today_x - 0.5, 0, 1.5, place.height(), style.colour("today"))
    painter.restore()


def paint_dates(painter: QPainter, place: QRect, ghosts: Ghosts, style: TimelineStyle) -> None:
    """The years above the picture."""
    painter.save()
    painter.setClipRect(place)
    painter.translate(place.topLeft())
    set_ink(painter, style.small, style.colour("text_muted"))
    for label in _dates(ghosts.scale(place.width()), ghosts.now.plan, style).upper:
        write(painter, label.x, 0, place.height(), label.text)
    painter.restore()


def _dates(scale: DateScale, plan: Plan, style: TimelineStyle) -> Header:
    measure = QFontMetricsF(style.small).horizontalAdvance
    return header(scale, plan.facts.week_start, measure, measure)


def _laid_out(schedule: Schedule, ghosts: Ghosts, scale: DateScale, line: int, height: int) -> Layout:
    # A pixel less: the row below touches the edge.
    viewport = Viewport(scale, height - 1, line * height, height)
    return lay_out(schedule.plan, schedule, ghosts.rows, viewport, ghosts.today, _OPTIONS)


def _lines_of(plan: Plan) -> Rows:
    """The rows of the comparison: phases and milestones in outline order."""
    rows = rows_of(plan)
    lines = tuple(row for row in rows.rows if row.kind is not RowKind.ACTIVITY)
    return replace(rows, rows=lines, dependencies=())
