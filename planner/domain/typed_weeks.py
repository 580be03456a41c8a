"""Weeks as a person types them: “14”, “week 14”, “5 Apr”, “+2w”, “next Monday”."""

import re
from datetime import date, timedelta

from planner.domain.calendar import week_of
from planner.domain.errors import InvalidValue
from planner.domain.plan import Plan
from planner.domain.typed_dates import read_day

MOST_WEEKS = 5_000
"""The largest number read as a week: nearly a hundred years of them."""

WEEK_EXAMPLES = "14, 5 April, next Monday or +2w"
"""What to show beside a field that `read_week` reads."""

_NUMBER = re.compile(r"(?:week|w)?\s*(?P<number>\d{1,6})", re.IGNORECASE)


def read_week(plan: Plan, text: str, *, today: date, base: date | None = None) -> date:
    """The first day of the week that is meant: by its number in the plan, or by a day in it.

    “+2w” counts from `base`, or from today without one. Raises `InvalidValue`, which says what is understood.
    """
    week_start = plan.facts.week_start
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        if not text.strip():
            raise InvalidValue(f"Type a week or a day in it, like {WEEK_EXAMPLES}.")
        try:
            return week_of(read_day(text, today=today, base=base, week_start=week_start), week_start)
        except InvalidValue as error:
            raise InvalidValue(f"{error} A week’s number goes too, like 14.") from None
    number = int(found["number"])
    if not 1 <= number <= MOST_WEEKS:
        raise InvalidValue(f"Weeks are counted from 1 at the plan’s start to at most {MOST_WEEKS:,}.")
    return week_of(plan.facts.start, week_start) + timedelta(days=7 * (number - 1))
