"""What stands in a column of the printed week: sessions to tick, names of days off, heads of days. Pure.

Sizes are points at scale 1; a crowded week has smaller letters.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.domain.items import ActivityId
from planner.domain.week import PlannedSession, SessionState, WeekDay
from planner.domain.wording import WEEKDAYS, clock_span_text, minutes_text
from planner.ui.printing.link_area import LinkArea
from planner.ui.printing.page_setup import Detail
from planner.ui.printing.shapes import (
    Box,
    Line,
    Measure,
    PhaseTone,
    Shape,
    Style,
    Text,
    Tick,
    Tone,
    Weight,
    elided,
    link_over,
    right,
    text_block,
)
from planner.ui.printing.words import SheetWords

HEAD = 19.0
PAD = 5.5
TICK_BOX = 9.5
TITLE_LINES = {Detail.SUMMARY: 2, Detail.DETAIL: 4}
STEP_LINES = {Detail.SUMMARY: 2, Detail.DETAIL: 3}

_DAY = Style(8.7, Weight.SEMIBOLD)
_HOURS = Style(7.9, tone=Tone.MUTED)
_OFF = Style(7.7, Weight.MEDIUM, Tone.MUTED)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all parts of the sheet share: how letters measure, the words, how much is said, and the links.

    `repeated` are the titles of which the week has several steps: their sessions differ by these alone.
    """

    measure: Measure
    words: SheetWords
    detail: Detail
    links: Mapping[ActivityId, str]
    repeated: frozenset[str] = frozenset()

    @property
    def full(self) -> bool:
        """Whether all is said there is to know."""
        return self.detail is Detail.DETAIL

    def link_over(self, activity: ActivityId | None, texts: list[Text], pitch: float) -> Iterator[LinkArea]:
        """A place to press over the lines of an activity that has a link, in a PDF."""
        url = self.links.get(activity, "") if activity is not None else ""
        return link_over(url, texts, pitch, self.measure)


@dataclass(frozen=True)
class Card:
    """A session: its box and number, its minutes, what it is, and room for the actual minutes.

    Title and step may take `lines` each, or the usual number if that is more.
    """

    day: WeekDay
    session: PlannedSession
    wide: float
    scale: float
    frame: Frame
    lines: int = 0

    @cached_property
    def height(self) -> float:
        """With the gap below."""
        clock = self._clock_pitch if self.session.starts_at is not None else 0.0
        lines = len(self._lines(0, 0))
        return (TICK_BOX + 11.0 + 10.3 * lines + 2.2 + 9.5) * self.scale + clock

    @property
    def _clock_pitch(self) -> float:
        return 10.0 * self.scale

    def shapes(self, x: float, y: float) -> Iterator[Shape]:
        """The card, its column's left edge at `x`."""
        session, scale, measure = self.session, self.scale, self.frame.measure
        box = TICK_BOX * scale
        bar = PhaseTone(session.colour)
        yield Box(x + 2.2, y, 1.5, self.height - 8.5 * scale, 0, Tone.LINE, radius=0.7, fill=bar)
        yield Box(x + PAD, y, box, box, 0.9, Tone.INK, radius=1.8)
        if session.state is SessionState.DONE:
            yield Tick(x + PAD, y, box)
        number = Style(6.9 * scale, Weight.MEDIUM, Tone.MUTED)
        yield Text(x + PAD + box + 3, y + box * 0.78, str(session.number), number)
        minutes = Style(8.1 * scale, Weight.MEDIUM, Tone.MUTED)
        edge = x + self.wide - PAD
        yield right(minutes_text(session.minutes), edge, y + box * 0.84, minutes, measure)
        baseline = y + box + 11.0 * scale
        if session.starts_at is not None:
            clock = Style(7.7 * scale, Weight.MEDIUM, Tone.MUTED)
            yield Text(x + PAD, baseline, clock_span_text(session.starts_at, session.minutes), clock)
            baseline += self._clock_pitch
        lines = self._lines(x + PAD, baseline)
        yield from lines
        yield from self.frame.link_over(session.activity, lines, 10.3 * scale)
        yield from self._actual(x + PAD, edge, baseline + (10.3 * len(lines) + 2.2) * scale)

    def _actual(self, x: float, edge: float, baseline: float) -> Iterator[Shape]:
        session, scale, measure = self.session, self.scale, self.frame.measure
        done = Style(7.2 * scale, Weight.SEMIBOLD)
        if session.state is SessionState.BEGUN:
            yield Text(x, baseline, elided(session.amount, edge - x, done, measure), done)
            return
        label = Style(7.2 * scale, tone=Tone.MUTED)
        yield Text(x, baseline, self.frame.words.actual, label)
        begin = x + measure(self.frame.words.actual, label) + 3
        if session.logged_minutes:
            minutes = elided(minutes_text(session.logged_minutes), edge - begin, done, measure)
            yield Text(begin, baseline, minutes, done)
        else:
            yield Line(begin, baseline + 0.8, edge, baseline + 0.8, 0.6, Tone.MUTED)

    def _lines(self, x: float, y: float) -> list[Text]:
        """The activity and, where all is said or the title alone does not tell, its step."""
        wide, pitch, measure = self.wide - 2 * PAD, 10.3 * self.scale, self.frame.measure
        title = Style(8.1 * self.scale, Weight.MEDIUM)
        most = max(self.lines, TITLE_LINES[self.frame.detail])
        lines = text_block(self.session.title, x, y, wide, pitch, title, measure, lines=most)
        if self.frame.full or self.session.title in self.frame.repeated:
            most = max(self.lines, STEP_LINES[self.frame.detail])
            step = Style(7.7 * self.scale, tone=Tone.MUTED)
            below, text = y + len(lines) * pitch, self.session.step_title
            lines += text_block(text, x, below, wide, pitch, step, measure, lines=most)
        return lines


@dataclass(frozen=True)
class DayOff:
    """The name of a day off, or of a day with other hours."""

    day: WeekDay
    wide: float
    frame: Frame

    @cached_property
    def height(self) -> float:
        """With the gap below."""
        return 9.6 * len(self._lines(0, 0)) + 4

    def shapes(self, x: float, y: float) -> Iterator[Shape]:
        """The name, its column's left edge at `x`."""
        yield from self._lines(x + PAD, y + 8)

    def _lines(self, x: float, y: float) -> list[Text]:
        room = self.wide - 2 * PAD
        return text_block(self.day.exception, x, y, room, 9.6, _OFF, self.frame.measure, lines=2)


@dataclass(frozen=True)
class DayHead:
    """A day's name and hours: at the head of a column, or within it over the day that shares it."""

    day: WeekDay
    wide: float
    frame: Frame
    height = HEAD + PAD

    def shapes(self, x: float, y: float) -> Iterator[Shape]:
        """The head with its tint and lines, its column's left edge at `x`."""
        if not self.day.rest:
            yield Box(x, y, self.wide, HEAD, 0, Tone.LINE, fill=Tone.TINT)
        yield Line(x, y, x + self.wide, y, 0.6, Tone.LINE)
        yield Line(x, y + HEAD, x + self.wide, y + HEAD, 0.6, Tone.LINE)
        baseline = y + HEAD / 2 + 3.1
        day = self.day.day
        yield Text(x + PAD, baseline, f"{WEEKDAYS[day.weekday()][:3]} {day.day}", _DAY)
        hours = self.frame.words.rest if self.day.rest else minutes_text(self.day.available_minutes)
        yield right(hours, x + self.wide - PAD, baseline, _HOURS, self.frame.measure)


Item = Card | DayOff | DayHead
