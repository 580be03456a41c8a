"""What is said of a session: aloud, in the tip of its card, and of the ways to change it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.week import PlannedSession, SessionState
from planner.domain.wording import clock_span_text, isolated, minutes_text, weekday_text
from planner.ui.fields.text import filled


def spoken_session(session: PlannedSession, day: date) -> str:
    """Like “Regression course, Week 1, 1 h 30, Mon 4 Jan 2027 19:00–20:30”."""
    parts = [isolated(session.title)]
    if session.step_title:
        parts.append(isolated(session.step_title))
    when = weekday_text(day)
    if session.starts_at is not None:
        when = f"{when} {clock_span_text(session.starts_at, session.minutes)}"
    return ", ".join([*parts, session.amount, when])


def about_session(session: PlannedSession, reason: str, *, left_open: bool) -> str:
    """Who put it on its day, whether it was left open there, and where its activity's effort comes from."""
    own = _tr("You have put it here yourself.") if session.placement is not None else ""
    left = _tr("Nothing was logged for it in its week.") if left_open else ""
    return "\n".join(filter(None, (own, left, reason)))


def way_to_change(session: PlannedSession) -> str:
    """How it can be moved or made longer; why not, where it is logged."""
    if session.logged_minutes:
        return stays_put()
    return _tr("Drag it to another day, or pull its lower edge to plan more or less.")


def amount_in_two(session: PlannedSession) -> str:
    """Its amount; in a narrow column “45 min of 1 h 30” breaks before “of” and nowhere else."""
    if session.state is not SessionState.BEGUN:
        return session.amount
    return session.amount.replace(" ", "\u00a0").replace("\u00a0of", " of")


def way_to_log(session: PlannedSession) -> str:
    """What pressing its box does."""
    if session.state is SessionState.DONE:
        return _tr("Take back what is logged")
    if session.state is SessionState.BEGUN:
        return filled(_tr("Log the %1 that are left"), minutes_text(session.minutes_left))
    return filled(_tr("Log %1"), minutes_text(session.minutes))


def stays_put() -> str:
    """Why a logged session is not moved, and how what is left of it is."""
    return _tr("Logged on this day, so it stays. Pull its lower edge up to move what is left.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardWords", text)
