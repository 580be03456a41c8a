"""What a session's card and its boxes are called: for screen readers, and in the words under the mouse."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from planner.domain.week import PlannedSession
from planner.ui.fields.text import filled
from planner.ui.fields.tips import wrapped_tip
from planner.ui.week.card_words import spoken_session, way_to_change, way_to_log

if TYPE_CHECKING:
    from planner.ui.week.session_card import SessionCard


def name_card(card: "SessionCard", session: PlannedSession, day: date, about: str) -> None:
    """Name a card of a session of a day, and what is on it; `about` says what there is to know of it."""
    where = spoken_session(session, day)
    card.setToolTip(wrapped_tip(f"{about}\n{way_to_change(session)}" if card.editable else about))
    card.setAccessibleDescription(about)
    card.setAccessibleName(filled(_tr("Session %1: %2"), str(session.number), where))
    card.tick.setAccessibleName(filled(_tr("Done: %1"), where))
    card.tick.setToolTip(way_to_log(session))
    card.step_tick.setAccessibleName(filled(_tr("Step done: %1, %2"), session.step_title, session.title))
    step = filled(_tr("Tick the step %1 as done"), session.step_title)
    card.step_tick.setToolTip(wrapped_tip(step))
    card.actual.setAccessibleName(filled(_tr("Actual minutes: %1"), where))
    card.play.setAccessibleName(filled(_tr("Start the timer: %1"), where))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SessionCard", text)
