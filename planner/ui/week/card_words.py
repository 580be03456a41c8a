"""What a screen reader says of a session, the same on its card and on all that stands there."""

from datetime import date

from planner.domain.week import PlannedSession
from planner.domain.wording import clock_span_text, isolated, minutes_text, weekday_text


def spoken_session(session: PlannedSession, day: date) -> str:
    """Like “Regression course, Week 1, 1 h 30, Mon 4 Jan 2027 19:00–20:30”."""
    parts = [isolated(session.title)]
    if session.step_title:
        parts.append(isolated(session.step_title))
    when = weekday_text(day)
    if session.starts_at is not None:
        when = f"{when} {clock_span_text(session.starts_at, session.minutes)}"
    return ", ".join([*parts, minutes_text(session.minutes), when])
