"""What a reminder says: a title and a few lines, from the week as it is when the time has come. Pure."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.week import PlannedSession, SessionState, WeekPlan
from planner.domain.wording import isolated, minutes_text
from planner.ui.review.words import studied

MOST_LINES = 3
LONGEST_TITLE = 60
"""Characters of a title in a notification; systems cut long lines off, or show none below them."""


@dataclass(frozen=True, slots=True)
class ReminderWords:
    """A title of a few words, and the lines below it."""

    title: str
    lines: str


def study_words(week: WeekPlan, day: date) -> ReminderWords | None:
    """What a day of the week still holds; None when nothing is open, or all of it is done."""
    (today,) = (each for each in week.days if each.day == day)
    left = [each for each in today.sessions if each.state is not SessionState.DONE]
    if today.sessions:
        if not left:
            return None
        amount = minutes_text(sum(each.minutes_left for each in left))
        # A single session has the time of the title.
        lines = [_session_line(each, timed=len(left) > 1) for each in left[:MOST_LINES]]
        if len(left) > MOST_LINES:
            lines.append(_tr("and {number} more").format(number=len(left) - MOST_LINES))
        return ReminderWords(_tr("Today’s study: {amount}").format(amount=amount), "\n".join(lines))
    if today.logged or not week.planned_minutes:
        return None
    if week.logged_minutes:
        so_far = studied(week.logged_minutes, week.planned_minutes)
    else:
        so_far = _tr("nothing logged yet.")
    return ReminderWords(_tr("Nothing is planned today"), f"{_tr('This week so far:')} {so_far}")


def review_words(logged_minutes: int, planned_minutes: int) -> ReminderWords:
    """An invitation to look back on a week in which so much was studied, of so much planned."""
    asks = _tr("What got done, what moved, why, and your next step: it takes two minutes.")
    if logged_minutes:
        amount = studied(logged_minutes, planned_minutes)
    else:
        amount = _tr("Nothing is logged so far.")
    return ReminderWords(_tr("How was your week?"), f"{amount}\n{asks}")


def _session_line(session: PlannedSession, *, timed: bool) -> str:
    titles = [isolated(_short(each)) for each in (session.title, session.step_title) if each]
    amount = minutes_text(session.minutes_left)
    if session.state is SessionState.BEGUN:
        amount = _tr("{amount} left").format(amount=amount)
    return f"{', '.join(titles)} · {amount}" if timed else ", ".join(titles)


def _short(title: str) -> str:
    """A title that leaves room for the others."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("reminders", text)
