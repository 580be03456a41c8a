"""Where an axis has its marks, and what stands there: at round values, as many as have room. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from planner.domain.wording import MONTHS, number_text
from planner.ui.progress.plot import DateAxis, HoursAxis, NamesAxis, WeeksAxis

Measure = Callable[[str], float]
"""Width of a text in pixels."""

GAP = 14.0
"""Pixels between two words along an axis."""

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
DAY_STEPS = (1, 2, 7, 14)
SHORT_DAYS = 75
"""Up to so many days an axis has single days, beyond them months."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis: its value, and its words (none where there is no room)."""

    at: float
    text: str


def hours_ticks(axis: HoursAxis, pixels: float, room: float) -> tuple[Tick, ...]:
    """From 0 to the first round value that is not below the most; each tick has so much room."""
    most = max(axis.most, 1.0)
    wanted = max(pixels / room, 1.0)
    raw = most / wanted
    power = 10.0 ** floor(log10(raw))
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= raw * 0.999)
    if step < 1:
        step = 0.5 if raw <= 0.5 else 1.0
    return tuple(
        Tick(each * step, f"{number_text(each * step)} h") for each in range(ceil(most / step - 1e-9) + 1)
    )


def date_ticks(axis: DateAxis, pixels: float, room: float) -> tuple[Tick, ...]:
    """First days of months, or of weeks for a short axis, so far apart that each has so much room."""
    days = max((axis.last - axis.first).days + 1, 1)
    px_per_day = pixels / days
    if days <= SHORT_DAYS:
        step = next((each for each in DAY_STEPS if each * px_per_day >= room), None)
        if step is not None:
            return _days(axis, step)
    step = next((each for each in MONTH_STEPS if each * 30.4 * px_per_day >= room), MONTH_STEPS[-1])
    return _months(axis, step)


def date_text_width(measure: Measure) -> float:
    """The room that the words of a date axis need, with a gap."""
    return max(measure(each) for each in ("28 Nov", "May 2028")) + GAP


def week_ticks(axis: WeeksAxis, pixels: float, measure: Measure) -> tuple[Tick, ...]:
    """The words of every week, or of every so many; this week always has its words."""
    if not axis.words:
        return ()
    room = max(measure(each) for each in axis.words) + GAP / 2
    every = max(ceil(room * len(axis.words) / max(pixels, 1.0)), 1)
    anchor = axis.strong or 0
    return tuple(
        Tick(place, words if (place - anchor) % every == 0 else "") for place, words in enumerate(axis.words)
    )


def name_ticks(axis: NamesAxis) -> tuple[Tick, ...]:
    """One each row."""
    return tuple(Tick(place, name) for place, name in enumerate(axis.names))


def _days(axis: DateAxis, step: int) -> tuple[Tick, ...]:
    count = (axis.last - axis.first).days // step + 1
    days = (axis.first + timedelta(days=each * step) for each in range(count))
    return tuple(Tick(day.toordinal(), f"{day.day} {MONTHS[day.month - 1][:3]}") for day in days)


def _months(axis: DateAxis, step: int) -> tuple[Tick, ...]:
    ticks: list[Tick] = []
    begin = axis.first.year * 12 + axis.first.month - 1
    number = ceil(begin / step) * step
    while number // 12 <= date.max.year:
        day = date(number // 12, number % 12 + 1, 1)
        if day > axis.last:
            break
        if day >= axis.first:
            name = MONTHS[day.month - 1][:3]
            named = step < 12 and day.month != 1 and bool(ticks)
            ticks.append(
                Tick(
                    day.toordinal(), name if named else str(day.year) if step >= 12 else f"{name} {day.year}"
                )
            )
        number += step
    return tuple(ticks)
