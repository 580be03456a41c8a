"""What the charts of the progress page share in words. Pure but for the translation."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.wording import MONTHS, effort_text

WHOLE_FROM = 20.0


def translate(text: str) -> str:
    """A text of the charts in the learner's language."""
    return QCoreApplication.translate("progress", text)


def rounded_hours(hours: float | None) -> float | None:
    """Hours to the tenth: a table of minutes would be no truer."""
    return None if hours is None else round(hours + 0.0, 1)


def said_hours(hours: float) -> str:
    """Hours in a sentence: whole ones from 20 on, to the quarter below."""
    return f"{round(hours)} h" if hours >= WHOLE_FROM else effort_text(hours)


def short_day(day: date) -> str:
    """Like “5 Apr”."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"
