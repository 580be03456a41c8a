"""What is said of plan and study of a week, the same in notice, review and reminder. Pure."""

from PySide6.QtCore import QCoreApplication

from planner.domain.wording import isolated, minutes_text

NO_BREAK = "\u00a0"


def studied(logged_minutes: int, planned_minutes: int) -> str:
    """Like “6 h 30 studied of 10 h planned.”"""
    logged = minutes_text(logged_minutes)
    if not planned_minutes:
        return _tr("{logged} studied.").format(logged=logged)
    planned = minutes_text(planned_minutes)
    return _tr("{logged} studied of {planned} planned.").format(logged=logged, planned=planned)


def title_and_minutes(title: str, minutes: int) -> str:
    """Like “Regression course · 2 h 30”; the time stays in one line."""
    return f"{isolated(title)} · {minutes_text(minutes).replace(' ', NO_BREAK)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("review", text)
