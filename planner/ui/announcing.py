"""Saying a sentence aloud: what the window shows in passing, a screen reader is told."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(about: QObject, sentence: str, *, urgent: bool = False) -> None:
    """Let screen readers say a sentence that a widget shows; what is urgent breaks into what they say now."""
    if not QAccessible.isActive() or not sentence:
        return
    event = QAccessibleAnnouncementEvent(about, sentence)
    kinds = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
    QAccessible.updateAccessibility(event)
