"""How the rows of the publishing dialog are laid out."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSpacerItem, QWidget

from planner.ui.fields.text import TextLabel

_CAPTION_WIDTH = 86
_INDENT = 24
_STANDING_LINES = 2


def calendar_row(calendars: QWidget, parent: QWidget) -> QGridLayout:
    """The calendar, under the fields of the account."""
    place = QGridLayout()
    place.setHorizontalSpacing(14)
    place.setColumnMinimumWidth(0, _CAPTION_WIDTH)
    place.setColumnStretch(1, 1)
    label = TextLabel(QCoreApplication.translate("PublishDialog", "Calendar"), "muted", parent)
    label.setBuddy(calendars)
    place.addWidget(label, 0, 0)
    place.addWidget(calendars, 0, 1)
    return place


def standing_row(standing: TextLabel) -> QHBoxLayout:
    """How the plan stands, under the words of the box above; it keeps room for a second line."""
    row = QHBoxLayout()
    row.addItem(QSpacerItem(_INDENT, standing.fontMetrics().lineSpacing() * _STANDING_LINES))
    row.addWidget(standing, 1, Qt.AlignmentFlag.AlignTop)
    return row


def foot_row(stop: QPushButton, *others: QPushButton) -> QHBoxLayout:
    """The buttons: one that stops at the left, the others at the right."""
    foot = QHBoxLayout()
    foot.addWidget(stop)
    foot.addStretch(1)
    for button in others:
        foot.addWidget(button)
    return foot
