"""What facts check themselves with; each raises `InvalidValue` with a sentence for the person."""

from datetime import date

from planner.domain.errors import InvalidValue

LONGEST_TITLE = 500
"""Characters."""

MINUTES_A_DAY = 24 * 60
"""Also where clocks are put forward or back: times of the day are those of the wall clock."""

FIRST_YEAR, LAST_YEAR = 1900, 8999
"""Weeks around a day, and ten years of them after it, stay within the calendar's years 1 to 9999."""


def check(holds: bool, sentence: str) -> None:
    """Raise the sentence unless it holds."""
    if not holds:
        raise InvalidValue(sentence)


def check_title(title: str) -> None:
    """A title says something, in at most 500 characters."""
    check(bool(title.strip()), "A title cannot be empty.")
    check(len(title) <= LONGEST_TITLE, f"A title can have at most {LONGEST_TITLE} characters.")


def check_day(day: date) -> None:
    """A day has whole weeks around it."""
    check(FIRST_YEAR <= day.year <= LAST_YEAR, f"A day lies in the years {FIRST_YEAR} to {LAST_YEAR}.")
