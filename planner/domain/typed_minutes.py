"""Minutes of study as people write them: “90”, “1:30”, “1 h 30” and “1.5 h” mean the same."""

import re

from planner.domain.guards import MINUTES_A_DAY

_MINUTES = re.compile(r"(?P<minutes>\d{1,4})\s*(?:m|min|minutes?)?")
_HOURS = re.compile(r"(?P<hours>\d{1,2})\s*(?:h|hours?|:)\s*(?:(?P<minutes>\d{1,2})\s*(?:m|min)?)?")
_PARTS = re.compile(r"(?P<hours>\d{1,2}[.,]\d{1,2})\s*(?:h|hours?)")


def parse_minutes(text: str) -> int | None:
    """The minutes a text means, 0 for an empty one; None when it means none or more than a day."""
    minutes = read_minutes(text)
    return minutes if minutes is not None and minutes <= MINUTES_A_DAY else None


def minutes_problem(text: str) -> str:
    """Why `parse_minutes` cannot take a text, with what it understands; empty when it can."""
    if parse_minutes(text) is not None:
        return ""
    shown = text.strip()
    if read_minutes(shown) is not None:
        return f"“{shown}” is more than a day. Type minutes like 90, or hours like 1:30."
    return f"“{shown}” is no time I can read. Type minutes like 90, or hours like 1:30 or 1 h 30."


def read_minutes(text: str) -> int | None:
    """The minutes a text means, however many, 0 for an empty one; None when it means none."""
    text = text.strip().lower()
    if not text:
        return 0
    if found := _MINUTES.fullmatch(text):
        return int(found["minutes"])
    if found := _HOURS.fullmatch(text):
        return 60 * int(found["hours"]) + int(found["minutes"] or 0)
    if found := _PARTS.fullmatch(text):
        return round(60 * float(found["hours"].replace(",", ".")))
    return None
