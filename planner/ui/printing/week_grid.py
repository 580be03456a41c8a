"""The seven days of the printed week: a column each, with boxes to tick and room for actual minutes. Pure.

Sizes are points. A week that needs more room than there is gets smaller letters, down to `SMALLEST`; what
still does not fit is counted at the foot of its day.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.week import PlannedSession, WeekDay
from planner.domain.wording import WEEKDAYS, minutes_text
from planner.ui.printing.shapes import (
    Box,
    Line,
    Measure,
    Shape,
    Style,
    Text,
    Tick,
    Tone,
    Weight,
    elided,
    right,
    wrapped,
)
from planner.ui.printing.words import SheetWords

HEAD = 19.0
PAD = 5.5
TICK_BOX = 9.5
SCALES = (1.0, 0.94, 0.88, 0.82)
SMALLEST = SCALES[-1]

_DAY = Style(8.7, Weight.SEMIBOLD)
_MORE = Style(7.5, Weight.MEDIUM, Tone.MUTED)


@dataclass(frozen=True, slots=True)
class GridFrame:
    """Where the grid stands, and how it measures."""

    x: float
    y: float
    wide: float
    high: float
    measure: Measure
    words: SheetWords

    @property
    def column(self) -> float:
        """The width of a day."""
        return self.wide / 7


def natural_height(days: tuple[WeekDay, ...], column: float, scale: float, measure: Measure) -> float:
    """The height the fullest day needs, with its head."""
    heights = []
    for day in days:
        cards = sum(_card_height(each, column, scale, measure) for each in day.sessions)
        heights.append(cards + (_exception_height(day, column, measure) if day.exception else 0.0))
    return HEAD + PAD + max(heights)


def grid(days: tuple[WeekDay, ...], frame: GridFrame) -> Iterator[Shape]:
    """The grid's shapes, all inside the frame."""
    column = frame.column
    scale = next(
        (each for each in SCALES if natural_height(days, column, each, frame.measure) <= frame.high), SMALLEST
    )
    for place, day in enumerate(days):
        if not day.rest:
            yield Box(frame.x + place * column, frame.y, column, HEAD, 0, Tone.LINE, fill=Tone.TINT)
    yield Box(frame.x, frame.y, frame.wide, frame.high, 0.6, Tone.LINE)
    yield Line(frame.x, frame.y + HEAD, frame.x + frame.wide, frame.y + HEAD, 0.6, Tone.LINE)
    for place, day in enumerate(days):
        x = frame.x + place * column
        if place:
            yield Line(x, frame.y, x, frame.y + frame.high, 0.6, Tone.LINE)
        yield from _head(day, x, frame)
        yield from _sessions(day, x, scale, frame)


def _head(day: WeekDay, x: float, frame: GridFrame) -> Iterator[Shape]:
    words, measure = frame.words, frame.measure
    baseline = frame.y + HEAD / 2 + 3.1
    yield Text(x + PAD, baseline, f"{WEEKDAYS[day.day.weekday()][:3]} {day.day.day}", _DAY)
    hours = words.rest if day.rest else minutes_text(day.available_minutes)
    yield right(hours, x + frame.column - PAD, baseline, Style(7.9, tone=Tone.MUTED), measure)


def _sessions(day: WeekDay, x: float, scale: float, frame: GridFrame) -> Iterator[Shape]:
    y = frame.y + HEAD + PAD
    bottom = frame.y + frame.high
    if day.exception:
        for line in _exception_lines(day, frame.column, frame.measure):
            y += 9.6
            yield Text(x + PAD, y - 1.6, line, Style(7.7, Weight.MEDIUM, Tone.MUTED))
        y += 4
    heights = [_card_height(each, frame.column, scale, frame.measure) for each in day.sessions]
    shown = len(heights)
    if y + sum(heights) > bottom + 0.01:
        while shown and y + sum(heights[:shown]) > bottom - 12:
            shown -= 1
    for session, height in zip(day.sessions[:shown], heights, strict=False):
        yield from _card(session, x, y, scale, frame)
        y += height
    if shown < len(day.sessions):
        more = frame.words.more.format(count=len(day.sessions) - shown)
        yield Text(x + PAD, bottom - 4.5, more, _MORE)


def _card(session: PlannedSession, x: float, y: float, scale: float, frame: GridFrame) -> Iterator[Shape]:
    measure = frame.measure
    box = TICK_BOX * scale
    yield Box(x + PAD, y, box, box, 0.9, Tone.INK, radius=1.8)
    if session.logged_minutes:
        yield Tick(x + PAD, y, box)
    small = Style(6.6 * scale, tone=Tone.MUTED)
    yield Text(x + PAD + box + 3, y + box * 0.78, str(session.number), small)
    minutes = Style(8.1 * scale, Weight.MEDIUM, Tone.MUTED)
    edge = x + frame.column - PAD
    yield right(minutes_text(session.minutes), edge, y + box * 0.84, minutes, measure)
    baseline = y + box + 11.0 * scale
    for line, style in _card_lines(session, frame.column, scale, measure):
        yield Text(x + PAD, baseline, line, style)
        baseline += 10.3 * scale
    baseline += 2.2 * scale
    actual = Style(7.2 * scale, tone=Tone.MUTED)
    yield Text(x + PAD, baseline, frame.words.actual, actual)
    begin = x + PAD + measure(frame.words.actual, actual) + 3
    if session.logged_minutes:
        done = Style(7.2 * scale, Weight.SEMIBOLD)
        yield Text(
            begin, baseline, elided(minutes_text(session.logged_minutes), edge - begin, done, measure), done
        )
    else:
        yield Line(begin, baseline + 0.8, edge, baseline + 0.8, 0.6, Tone.MUTED)


def _card_lines(
    session: PlannedSession, column: float, scale: float, measure: Measure
) -> list[tuple[str, Style]]:
    """The activity and its step, in at most three lines each."""
    width = column - 2 * PAD
    title = Style(8.1 * scale, Weight.MEDIUM)
    step = Style(7.7 * scale, tone=Tone.MUTED)
    lines = [(line, title) for line in wrapped(session.title, width, 3, title, measure)]
    return lines + [(line, step) for line in wrapped(session.step_title, width, 3, step, measure)]


def _card_height(session: PlannedSession, column: float, scale: float, measure: Measure) -> float:
    lines = len(_card_lines(session, column, scale, measure))
    return TICK_BOX * scale + (11.0 + 10.3 * lines + 2.2 + 9.5) * scale


def _exception_lines(day: WeekDay, column: float, measure: Measure) -> list[str]:
    return wrapped(day.exception, column - 2 * PAD, 2, Style(7.7, Weight.MEDIUM, Tone.MUTED), measure)


def _exception_height(day: WeekDay, column: float, measure: Measure) -> float:
    return 9.6 * len(_exception_lines(day, column, measure)) + 4
