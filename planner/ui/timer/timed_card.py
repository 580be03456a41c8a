"""The session card whose work is being timed: its button pauses the timer instead of starting it."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from planner.domain.timer import Timer
from planner.domain.week import PlannedSession
from planner.ui.fields.text import filled
from planner.ui.timer.controller import TimerController
from planner.ui.week.card_words import spoken_session
from planner.ui.week.page import WeekPage


class TimedCard(QObject):
    """Marks the card on the week page, as long as the timer runs."""

    def __init__(self, controller: TimerController, page: WeekPage) -> None:
        super().__init__(page)
        self._controller = controller
        self._page = page
        controller.changed.connect(self.mark)
        page.refreshed.connect(self.mark)

    def mark(self, _week: object = None) -> None:
        """Show on each card what its button does now."""
        timer = None if self._controller.silence else self._controller.timer
        for column in self._page.columns:
            for card in column.cards:
                session = card.session
                if session is None or card.isHidden():
                    continue
                timed = timer is not None and is_timed(timer, session, card.day)
                name = _tr("Pause the timer: %1") if timed else _tr("Start the timer: %1")
                card.play.set_icon("pause" if timed else "play", "accent" if timed else "text_muted")
                card.play.set_name(filled(name, spoken_session(session, card.day)))


def is_timed(timer: Timer, session: PlannedSession, day: date) -> bool:
    """Whether a running timer is for a session of a day."""
    wish = (session.activity, session.step, session.placement, day)
    return timer.running and (timer.activity, timer.step, timer.placement, timer.day) == wish


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimedCard", text)
