"""How undo names what is done with pauses."""

from PySide6.QtCore import QCoreApplication

from planner.domain.items import Activity, Pause
from planner.domain.wording import days_text


def gap_text(activity: Activity, pause: Pause) -> str:
    """How undo names the closing of a gap."""
    form = QCoreApplication.translate("SplitDialog", "Close the gap of {title} on {days}")
    return form.format(title=activity.title, days=days_text(pause.first, pause.last))
