"""The timeline's texts in the language of the program."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.wording import MONTHS


def translate(text: str) -> str:
    """The text in the language of the program, for the context “timeline”."""
    return QCoreApplication.translate("timeline", text)


def short_day_text(day: date) -> str:
    """Like “16 Jan”, for where the year is plain to see."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def counted_days(days: int) -> str:
    """Like “1 day” or “12 days”: what moves is told to the day."""
    return translate("1 day") if days == 1 else translate("{days} days").format(days=days)


def no_date() -> str:
    """Said of a milestone that neither has a date of its own nor any work before it to give it one."""
    return translate("no date yet, and nothing before it")
