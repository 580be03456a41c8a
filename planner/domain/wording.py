"""Days, hours and months in words, the same in window, paper and terminal. English; pure."""

from datetime import date, timedelta
from math import floor
from unicodedata import bidirectional

MONTHS = ("January February March April May June July August September October November December").split()
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_TURNING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Unicode's signs that turn the direction of what follows, and those that end it (UAX #9)."""

_OVERRIDES = dict.fromkeys(range(0x202A, 0x202F))
"""Those of them that reach beyond a title that is isolated from the rest."""

WEEKS_FROM, MONTHS_FROM = 14, 91
"""From so many days on a length of time is said in weeks, and in months."""

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def day_text(day: date) -> str:
    """Like “16 Jan 2028”."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def long_day_text(day: date) -> str:
    """Like “16 January 2028”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_text(day: date) -> str:
    """Like “Sun 16 Jan 2028”."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day_text(day)}"


def days_text(first: date, last: date) -> str:
    """A stretch of days, without saying a month or year twice: “5–11 April 2027”."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_day_text(last)}" if first != last else long_day_text(last)
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {long_day_text(last)}"
    return f"{long_day_text(first)} – {long_day_text(last)}"


def isolated(title: str) -> str:
    """A title for a sentence with figures: one written from right to left would else swap those around it.

    Signs that turn what follows are left out: they would turn the sentence, and may end the isolation.
    """
    if title.isascii():
        return title
    title = unturned(title)
    if not any(bidirectional(sign) in _RIGHT_TO_LEFT for sign in title):
        return title
    return f"\u2068{title}\u2069"


def without_overrides(text: str) -> str:
    """A text without the signs that reverse all that follows in its line; isolations stay as they are."""
    return text if text.isascii() else text.translate(_OVERRIDES)


def unturned(text: str) -> str:
    """A text without signs that turn the direction of what follows: nothing passes for what it is not."""
    return text if text.isascii() else text.translate(_TURNING)


def minutes_text(minutes: int) -> str:
    """Like “1 h 30”, “45 min” or “4 h”."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def clock_text(minutes: int) -> str:
    """A time of the day, from minutes after midnight, like “19:00”; midnight at the day’s end is “24:00”."""
    hours, rest = divmod(minutes, 60)
    return f"{hours if (hours, rest) <= (24, 0) else hours - 24}:{rest:02d}"


def clock_span_text(starts_at: int, minutes: int) -> str:
    """From when to when a session lasts, like “19:00–20:30”."""
    return f"{clock_text(starts_at)}–{clock_text(starts_at + minutes)}"


def hours_text(hours: float) -> str:
    """Hours of a day or week as they are typed, like “1.5 h” or “10 h”."""
    return f"{f'{hours:.2f}'.rstrip('0').rstrip('.')} h"


def effort_number(hours: float) -> str:
    """Hours of work to the quarter, like “29.5”: estimates are no finer. Any work at all is a quarter."""
    quarters = max(floor(hours * 4 + 0.5), 1 if hours > 0 else 0)
    return f"{quarters / 4:.2f}".rstrip("0").rstrip(".")


def effort_text(hours: float) -> str:
    """Hours of work, like “29.5 h”: the same in drag, panel, column, pointer and paper."""
    return f"{effort_number(hours)} h"


def number_text(value: float) -> str:
    """A number with at most one decimal, and none where it is 0: “12.5”, “10”."""
    return f"{value:.1f}".removesuffix(".0")


def range_text(low: float, high: float) -> str:
    """Like “18–24” or “3”."""
    return number_text(low) if low == high else f"{number_text(low)}–{number_text(high)}"


def span_text(days: int, *, in_weeks: bool = False) -> str:
    """A length of time in the unit one would say it in: “3 days”, “12 weeks”, “4 months”.

    A longer time never says less: 13 weeks are as long as 3 months. `in_weeks` says months in weeks, too, for
    what stands below others in weeks.
    """
    days = abs(days)
    if days < WEEKS_FROM:
        return _counted(days, "day")
    if in_weeks or days < MONTHS_FROM:
        return _counted(round(days / 7), "week")
    return _counted(round(days / 30.4375), "month")


def months_between(first: date, last: date) -> float:
    """Months from one day to another, 365.25 / 12 days each."""
    return (last - first).days / 30.4375


def add_months(day: date, months: float) -> date:
    """The day so many months later; a part of a month counts as its days."""
    whole = int(months)
    index = day.month - 1 + whole
    year, month = day.year + index // 12, index % 12 + 1
    begin = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    result = begin + timedelta(days=min(day.day, (following - begin).days) - 1)
    return result + timedelta(days=round((months - whole) * 30.4375))


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
