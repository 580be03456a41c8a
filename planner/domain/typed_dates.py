"""Days as a person types them: “+2w”, “16 Jan”, “next Monday”, “end of March”.

What could be meant in two ways is refused with both, never guessed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from planner.domain.calendar import week_of
from planner.domain.errors import InvalidValue
from planner.domain.guards import FIRST_YEAR, LAST_YEAR
from planner.domain.wording import MONTHS, WEEKDAYS, day_text

DAY_EXAMPLES = "16 Jan, 16.1.2028, next Monday, in 3 weeks, end of March or +2w"
"""What to show beside a field that `read_day` reads."""


def read_day(
    text: str, *, today: date, base: date | None = None, week_start: int = 0, until: date | None = None
) -> date:
    """The day that is meant; capitals and spaces do not matter.

    “+2w”, “3 days later” and the like count from `base`, the day an item has now, or from today without one.
    “next Monday” and “in 3 weeks” count from today, as in speech. A day without a year is the next one on or
    after today; with a `base` it is the one nearest to it that is not before both. What is asked about the
    past has an `until`: then “5 Nov”, “Monday” and “the 16th” are the last ones up to that day. Raises
    `InvalidValue`, which says what is understood.
    """
    words = " ".join(text.lower().replace(",", " ").replace("\u2212", "-").split())
    if not words:
        raise InvalidValue(f"Type a day, like {DAY_EXAMPLES}.")
    asked = _Asked(text.strip(), today, base, week_start, until)
    try:
        for pattern, read in _forms():
            found = pattern.fullmatch(words)
            if found is not None:
                return asked.checked(read(asked, found.groupdict()))
    except (OverflowError, ValueError):
        raise asked.too_far() from None
    raise InvalidValue(f"“{asked.text}” is not a day I can read. Try {DAY_EXAMPLES}.")


_Found = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed, and the days it is read against."""

    text: str
    today: date
    base: date | None
    week_start: int
    until: date | None

    def checked(self, day: date) -> date:
        """The day, where weeks around it are still within the calendar."""
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise self.too_far()
        return day

    def too_far(self) -> InvalidValue:
        return InvalidValue(f"“{self.text}” is too far away. Choose a year from {FIRST_YEAR} to {LAST_YEAR}.")

    def without_year(self, day_in: Callable[[int], date | None]) -> date:
        """The day in the year that fits best, from what it is in a year; None is no such day."""
        if self.until is not None:
            found = (day_in(year) for year in range(self.until.year, self.until.year - 9, -1))
            return next(day for day in found if day is not None and day <= self.until)
        near, earliest = self.base or self.today, min(self.base or self.today, self.today)
        years = range(earliest.year, near.year + 9)
        days = [day for year in years if (day := day_in(year)) is not None and day >= earliest]
        return min(days, key=lambda day: (abs((day - near).days), near > day))


def _day_named(asked: _Asked, found: _Found) -> date:
    distance = {"yesterday": -1, "today": 0, "now": 0, "tomorrow": 1, "day after tomorrow": 2}
    return asked.today + timedelta(days=distance[found["name"] or ""])


def _shifted(asked: _Asked, found: _Found) -> date:
    """“+2w”, “-3d”, “+1m 10d”, “2 weeks later”, “+10”."""
    back = found["sign"] == "-" or found["way"] in ("earlier", "before")
    return _moved(asked.base or asked.today, found["length"] or "", -1 if back else 1)


def _from_today(asked: _Asked, found: _Found) -> date:
    """“in 3 weeks”, “3 weeks from now”, “2 days ago”."""
    return _moved(asked.today, found["length"] or "", -1 if found["ago"] else 1)


def _moved(day: date, length: str, way: int) -> date:
    for part in _PART.finditer(length):
        count = way * _number(part["count"])
        unit = (part["unit"] or "d")[0]
        if unit in "my":
            months = count * (12 if unit == "y" else 1)
            day = _months_on(day, months)
        else:
            day += timedelta(days=count * (7 if unit == "w" else 1))
    return day


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, _month_length(years, month + 1)))


def _weekday_named(asked: _Asked, found: _Found) -> date:
    """“monday” and “this monday” from today on, “next monday” after today, “last monday” before it.

    Where the past is asked about, “monday” is the last one up to the end of it.
    """
    weekday = _place(WEEKDAYS, found["weekday"])
    if found["which"] == "last":
        return asked.today - timedelta(days=(asked.today.weekday() - weekday - 1) % 7 + 1)
    next_one = found["which"] in ("next", "the next")
    if asked.until is not None and not next_one:
        return asked.until - timedelta(days=(asked.until.weekday() - weekday) % 7)
    first = asked.today + timedelta(days=next_one)
    return first + timedelta(days=(weekday - first.weekday()) % 7)


def _span_named(asked: _Asked, found: _Found) -> date:
    """“next week”, “end of the month”, “start of next year”: first day unless the end is asked for."""
    ahead = {"next": 1, "last": -1}.get((found["which"] or "").removeprefix("the ").strip(), 0)
    at_end, today = found["end"] == "end", asked.today
    if found["span"] == "week":
        begin = week_of(today, asked.week_start) + timedelta(days=7 * ahead)
        return begin + timedelta(days=6 if at_end else 0)
    if found["span"] == "month":
        return _month_edge(*divmod(today.year * 12 + today.month - 1 + ahead, 12), at_end=at_end)
    return _month_edge(today.year + ahead, 11 if at_end else 0, at_end=at_end)


def _edge_of(asked: _Asked, found: _Found) -> date:
    """“end of March”, “start of March 2028”, “end of 2027”."""
    at_end = found["end"] == "end"
    default = MONTHS[-1] if at_end else MONTHS[0]
    month = _place(MONTHS, found.get("month") or default)
    if found["year"]:
        return _month_edge(_year(found["year"]), month, at_end=at_end)
    return asked.without_year(lambda year: _month_edge(year, month, at_end=at_end))


def _day_of_month(asked: _Asked, found: _Found) -> date:
    """“16 Jan”, “January 16th 2028”, “Sun 16 Jan 2028”, “16.1.”, “2028-01-16”."""
    name, number = found.get("month"), found.get("number")
    month = _place(MONTHS, name) + 1 if name else int(number or "0")
    day = int(found["day"] or "0")
    longest = 29 if month == 2 else _month_length(2001, month) if 1 <= month <= 12 else 0
    if not 1 <= day <= longest:
        raise InvalidValue(f"“{asked.text}” is not a day in the calendar.")
    if not found["year"]:
        result = asked.without_year(lambda year: _day_or_none(year, month, day))
    else:
        year = _year(found["year"])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise asked.too_far()
        known = _day_or_none(year, month, day)
        if known is None:
            raise InvalidValue(f"“{asked.text}” is not a day in the calendar.")
        result = known
    weekday = found.get("weekday")
    if weekday and result.weekday() != _place(WEEKDAYS, weekday):
        raise InvalidValue(f"{day_text(result)} is a {WEEKDAYS[result.weekday()]}. Leave the weekday out.")
    return result


def _day_of_this_month(asked: _Asked, found: _Found) -> date:
    """“the 16th”: the next one, or the last one where the past is asked about."""
    day = int(found["day"] or "0")
    if not 1 <= day <= 31:
        raise InvalidValue(f"“{asked.text}” is not a day in the calendar.")
    near, way = (asked.today, 1) if asked.until is None else (asked.until, -1)
    months = (divmod(near.year * 12 + near.month - 1 + way * ahead, 12) for ahead in range(4))
    days = (_day_or_none(year, month + 1, day) for year, month in months)
    return next(each for each in days if each is not None and (each - near).days * way >= 0)


def _either_way(asked: _Asked, found: _Found) -> date:
    """“3/4”: day and month, or month and day. Never guessed."""
    first, second = int(found["first"] or "0"), int(found["second"] or "0")
    year = f" {_year(found['year'])}" if found["year"] else ""
    readings = {
        f"{day} {MONTHS[month - 1][:3]}{year}"
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12 and 1 <= day <= _month_length(2000, month)
    }
    if not readings:
        raise InvalidValue(f"“{asked.text}” is not a day in the calendar.")
    ways = "day first or month first"
    raise InvalidValue(f"“{asked.text}” could be read {ways}. Write {' or '.join(sorted(readings))}.")


def _month_edge(year: int, month: int, *, at_end: bool) -> date:
    """The first or last day of a month, 0 for January."""
    return date(year, month + 1, _month_length(year, month + 1) if at_end else 1)


def _month_length(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def _day_or_none(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= _month_length(year, month) else None


def _place(names: list[str], start: str | None) -> int:
    """The number of the name that begins so: three letters tell them apart."""
    letters = (start or "").lower()[:3]
    return next(number for number, name in enumerate(names) if name.lower().startswith(letters))


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _number(text: str) -> int:
    return _COUNTS.index(text) if text in _COUNTS else 1 if text in ("a", "an") else int(text)


def _beginnings(names: list[str]) -> str:
    """A pattern for names and their beginnings from three letters on, longest first."""
    found = {name.lower()[:length] for name in names for length in range(3, len(name) + 1)}
    return "(?:" + "|".join(sorted(found, key=lambda each: (-len(each), each))) + ")"


_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_COUNT = rf"(?:\d{{1,6}}|an?|{'|'.join(_COUNTS)})"
_UNIT = r"(?:d|days?|w|wks?|weeks?|m|mos?|months?|y|yrs?|years?)(?![a-z])"
_PART = re.compile(rf"(?P<count>{_COUNT})\s*(?P<unit>{_UNIT})?", re.ASCII)
_LENGTH = rf"(?P<length>{_COUNT} ?{_UNIT}(?: ?(?:and )?{_COUNT} ?{_UNIT})*)"
_WEEKDAY = rf"(?P<weekday>{_beginnings(WEEKDAYS)})\.?"
_MONTH = rf"(?P<month>{_beginnings([*MONTHS, 'Sept'])})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_LONG_YEAR = r"(?P<year>\d{4})"
_END = r"(?:the )?(?P<end>end|start|beginning)(?: of)?"
_WHICH = r"(?P<which>this|next|last|the next|the)"

_FORMS: tuple[tuple[str, Callable[[_Asked, _Found], date]], ...] = (
    (r"(?:the )?(?P<name>today|now|tomorrow|yesterday|day after tomorrow)", _day_named),
    (rf"(?P<sign>[+-]) ?{_LENGTH}(?P<way>)", _shifted),
    (r"(?P<sign>[+-]) ?(?P<length>\d{1,6})(?P<way>)", _shifted),
    (rf"(?P<sign>){_LENGTH}(?: (?P<way>later|after|earlier|before))?", _shifted),
    (rf"in {_LENGTH}(?P<ago>)", _from_today),
    (rf"{_LENGTH} (?:(?P<ago>ago)|from (?:now|today))", _from_today),
    (rf"(?:on )?(?:{_WHICH} )?{_WEEKDAY}", _weekday_named),
    (rf"(?:{_END} )?{_WHICH} (?P<span>week|month|year)", _span_named),
    (rf"{_END} (?P<which>)(?P<span>week|month|year)", _span_named),
    (rf"{_END} {_MONTH}(?: {_LONG_YEAR})?", _edge_of),
    (rf"{_END} {_LONG_YEAR}", _edge_of),
    (rf"(?:on )?(?:{_WEEKDAY} )?(?:the )?{_DAY} ?(?:of )?{_MONTH}(?: ?{_YEAR})?", _day_of_month),
    (rf"(?:on )?(?:{_WEEKDAY} )?{_MONTH} ?(?:the )?{_DAY}(?: {_LONG_YEAR})?", _day_of_month),
    (rf"(?:{_WEEKDAY} )?(?P<day>\d{{1,2}})\. ?(?P<number>\d{{1,2}})\.?(?: ?{_YEAR})?", _day_of_month),
    (rf"{_LONG_YEAR}(?P<dash>[-/.])(?P<number>\d{{1,2}})(?P=dash)(?P<day>\d{{1,2}})", _day_of_month),
    (r"(?:on )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", _day_of_this_month),
    (rf"(?P<first>\d{{1,2}})(?P<dash>[-/])(?P<second>\d{{1,2}})(?:(?P=dash){_YEAR})?", _either_way),
)


@cache
def _forms() -> list[tuple[re.Pattern[str], Callable[[_Asked, _Found], date]]]:
    """Made ready with the first day that is typed: the program starts without."""
    return [(re.compile(pattern, re.ASCII), read) for pattern, read in _FORMS]
