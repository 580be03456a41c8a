"""The chart's figures that belong to no row: window, buffer, finish and today. No widgets here."""

from datetime import date
from enum import StrEnum

from planner.domain.outlook import what_the_hours_mean
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import long_day_text, range_text, span_text, weekday_text
from planner.ui.reasons import buffer_reason, finish_reason, window_reason
from planner.ui.timeline.marks import BarMark, Layout, Mark, SummaryMark
from planner.ui.timeline.places import DIAMOND_RADIUS
from planner.ui.timeline.words import translate

FLAG_REACH = 26.0
"""Half the width of a flag in the header."""

LINE_REACH = 4.0
RANGE_ROOM = 56.0
"""From the end of a phase's range to the end of its label, like “2–4 mo”."""

LABEL_ROOM = 110.0
"""A buffer narrower than this has its label to the left of it."""


class Figure(StrEnum):
    """What can be asked where it comes from."""

    WINDOW = "window"
    BUFFER = "buffer"
    FINISH = "finish"
    TODAY = "today"


def figure_at(layout: Layout, x: float, y: float) -> Figure | None:
    """The figure at a point of the chart; y counts from below the header and is negative inside it."""
    if y < 0:
        # Where both flags would stand, today's does.
        if abs(x - layout.today_x) <= FLAG_REACH:
            return Figure.TODAY
        near = layout.finish_x is not None and abs(x - layout.finish_x) <= FLAG_REACH
        return Figure.FINISH if near else None
    if _on_buffer(layout, x, y):
        return Figure.BUFFER
    if layout.finish_x is not None and abs(x - layout.finish_x) <= LINE_REACH:
        return Figure.FINISH
    if layout.window is not None and layout.window.x0 <= x <= layout.window.x1:
        return Figure.WINDOW
    return None


def beside(mark: Mark, x: float) -> bool:
    """Whether a mark has something to say beside its body: range, tail, landing, float, forecast, past."""
    if isinstance(mark, SummaryMark):
        return mark.months is not None and mark.x1 <= x <= max(mark.x1, mark.high_x or mark.x1) + RANGE_ROOM
    if isinstance(mark, BarMark):
        stood = mark.was is not None and mark.was[0] <= x <= mark.was[1]
        return stood or mark.x1 <= x <= max(mark.tail_x, mark.float_x or mark.x1)
    if mark.was_x is not None and abs(x - mark.was_x) <= DIAMOND_RADIUS:
        return True
    places = [each for each in (mark.lands_x, mark.float_x) if each is not None]
    if mark.band is not None:
        places += [mark.band.x10, mark.band.x90]
    if not places:
        return False
    return min(mark.x, *places) <= x <= max(mark.x, *places) + DIAMOND_RADIUS


def figure_lines(plan: Plan, current: Schedule, figure: Figure, today: date) -> tuple[str, ...]:
    """The figure itself, and line by line where it comes from."""
    if figure is Figure.TODAY:
        settled = translate("The plan is settled up to {day}.").format(
            day=long_day_text(plan.facts.status_date)
        )
        return weekday_text(today), translate("Today, by this computer's calendar."), settled
    if figure is Figure.FINISH:
        head = translate("Finish {day}").format(day=weekday_text(current.finish))
        return head, *finish_reason(plan, current).splitlines()
    window = plan.facts.window
    if window is None:
        return ()
    if figure is Figure.WINDOW:
        head = translate("{range} months").format(range=range_text(window.low, window.high))
        return head, *window_reason(plan).splitlines()
    return _buffer_head(plan, current), *buffer_reason(plan, current).splitlines()


def _on_buffer(layout: Layout, x: float, y: float) -> bool:
    """The bracket stands in the middle of the second row, its label under it or, where narrow, beside it."""
    buffer = layout.buffer
    if buffer is None or not buffer.days:
        return False
    left = buffer.x0 if buffer.x1 - buffer.x0 >= LABEL_ROOM else buffer.x0 - LABEL_ROOM
    return left <= x <= buffer.x1 and 1.0 <= y / layout.viewport.row_height <= 2.4


def _buffer_head(plan: Plan, current: Schedule) -> str:
    outlook = what_the_hours_mean(plan, current)
    days = outlook.buffer_days or 0
    form = translate("{span} of buffer") if days >= 0 else translate("{span} past the window")
    return form.format(span=span_text(days))
