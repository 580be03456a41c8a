"""Days, hours and titles as people type them; what cannot be meant raises `InvalidValue`, naming it."""

import re
from datetime import date
from math import isfinite
from pathlib import Path

from planner.domain.calendar import spread_week
from planner.domain.errors import InvalidValue
from planner.domain.guards import FIRST_YEAR, LAST_YEAR
from planner.domain.plan import Paper
from planner.domain.roadmap import Week
from planner.domain.wording import WEEKDAYS

MOST_PAGES_WIDE = 20
"""Over how many pages the timeline's dates can run."""

PICTURE_WIDTH, LEAST_PICTURE_WIDTH, MOST_PICTURE_WIDTH = 1600, 600, 12_000
"""Widths of a picture of the timeline, in logical pixels: the usual, the least and the most."""

COLOURS_BY = ("phase", "kind", "state")
"""What the timeline's colours can stand for."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day_typed(text: str) -> date:
    """A day as 2027-01-04."""
    if not _DAY.fullmatch(text):
        raise InvalidValue(f"“{text}” is not a date. Write it like 2027-01-04: year, month, day.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidValue(f"“{text}” is not a day in the calendar.") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidValue(f"“{text}” is too far away. Choose a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return day


def time_typed(text: str) -> int:
    """A time of the day as typed, like “09:00”, in minutes after midnight; raises `InvalidValue`."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", text.strip(), re.ASCII)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise InvalidValue(f"“{text}” is not a time of the day like 09:00.")
    return int(found[1]) * 60 + int(found[2])


def week_typed(text: str) -> Week:
    """Hours of Monday to Sunday: “10” is spread over a sensible week, “mon=1.5,sat=4” says each day's."""
    if "=" not in text:
        return spread_week(_hours(text, text))
    hours: dict[int, float] = {}
    for part in text.split(","):
        name, _, number = part.partition("=")
        weekday = _weekday(name.strip(), text)
        if weekday in hours:
            raise InvalidValue(f"“{text}” gives {WEEKDAYS[weekday]} twice.")
        hours[weekday] = _hours(number, text)
        if not 0 <= hours[weekday] <= 24:
            raise InvalidValue(
                f"“{text}” gives {WEEKDAYS[weekday]} more or less than a day of 0 to 24 hours."
            )
    if not any(hours.values()):
        raise InvalidValue(f"“{text}” gives no day of the week any hours.")
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = (
        hours.get(each, 0.0) for each in range(7)
    )
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday


def hours_typed(text: str) -> float:
    """Hours of a week: above 0 and at most 168."""
    try:
        hours = float(text)
    except ValueError:
        hours = 0.0
    if not 0 < hours <= 168:
        raise InvalidValue(f"“{text}” is not a number of hours a week above 0 and at most 168.")
    return hours


def title_typed(text: str) -> str:
    """A title without spaces around it."""
    if not text.strip():
        raise InvalidValue("A title cannot be empty.")
    if len(text.strip()) > 500:
        raise InvalidValue("A title can have at most 500 characters.")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise InvalidValue("The title holds bytes that are not text in this terminal's encoding.")
    return text.strip()


def weeks_typed(text: str) -> int:
    """How many weeks: 1 to 520, ten years of them."""
    if not re.fullmatch(r"\d{1,3}", text, re.ASCII) or not 1 <= int(text) <= 520:
        raise InvalidValue(f"“{text}” is not a number of weeks from 1 to 520.")
    return int(text)


def paper_typed(text: str) -> Paper:
    """A paper to print on."""
    for paper in Paper:
        if text.lower() == paper.value.lower():
            return paper
    raise InvalidValue(f"“{text}” is not a paper Milepost prints on. It knows A4 and Letter.")


def days_typed(text: str) -> int:
    """How many days of a week stand side by side on paper."""
    return _whole_number(text, 5, 7, "days")


def pages_typed(text: str) -> int:
    """Over how many pages the timeline's dates run."""
    return _whole_number(text, 1, MOST_PAGES_WIDE, "pages")


def width_typed(text: str) -> int:
    """The width of a picture of the timeline, in logical pixels."""
    return _whole_number(text, LEAST_PICTURE_WIDTH, MOST_PICTURE_WIDTH, "pixels")


def colour_by_typed(text: str) -> str:
    """What the timeline's colours stand for."""
    if text.lower() not in COLOURS_BY:
        raise InvalidValue(f"“{text}” is nothing colours can stand for. They can for phase, kind or state.")
    return text.lower()


def path_typed(text: str) -> Path:
    """A file's path."""
    if not text:
        raise InvalidValue("A file's name cannot be empty.")
    return Path(text)


def _whole_number(text: str, least: int, most: int, unit: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not least <= int(text) <= most:
        raise InvalidValue(f"“{text}” is not a number of {unit} from {least} to {most}.")
    return int(text)


def _weekday(name: str, text: str) -> int:
    found = [
        number
        for number, each in enumerate(WEEKDAYS)
        if len(name) >= 3 and each.lower().startswith(name.lower())
    ]
    if not found:
        raise InvalidValue(
            f"“{text}” names “{name}”, which is no weekday. They are mon, tue, wed, thu, fri, sat, sun."
        )
    return found[0]


def _hours(number: str, text: str) -> float:
    try:
        hours = float(number)
    except ValueError:
        hours = float("nan")
    if not isfinite(hours):
        raise InvalidValue(
            f"“{text}” is neither hours a week, like 10, nor hours by weekday, like mon=1.5,sat=4."
        )
    return hours
