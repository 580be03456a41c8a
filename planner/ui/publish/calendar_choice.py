"""The calendars of an account to choose from, with a new one among them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from planner.ui.fields.text import filled
from planner.ui.fields.tips import wrapped_tip
from planner.ui.publish.choice import Choice

if TYPE_CHECKING:
    from planner.exchange.caldav_server import ServerCalendar

_TEXT_MARGIN = 4
"""What the style keeps free around the text."""


class CalendarChoice(QComboBox):
    """Empty until calendars are found; `name` is what a new one is called."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(self.tr("Calendar"))
        self.setPlaceholderText(self.tr("Find your calendars first"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentTextChanged.connect(lambda words: self.setToolTip(wrapped_tip(words)))

    @property
    def filled(self) -> bool:
        """Whether there is one to choose."""
        return self.count() > 0

    def show_found(self, found: "tuple[ServerCalendar, ...]") -> None:
        """Offer these and a new one; chosen is the one that is called like it, else the new one."""
        self.clear()
        self.addItem(filled(self.tr("A new calendar called “%1”"), self._name), ("", self._name))
        for each in found:
            self.addItem(each.name, (each.url, each.name))
        names = [each.name for each in found]
        self.setCurrentIndex(names.index(self._name) + 1 if self._name in names else 0)

    def show_used(self, choice: Choice) -> None:
        """Show the one that the plan is published in."""
        self.clear()
        self.addItem(choice.calendar_name, (choice.calendar, choice.calendar_name))
        self.setCurrentIndex(0)

    def read_into(self, choice: Choice) -> Choice:
        """The choice with the calendar that is shown; without an address it is to be made."""
        calendar, name = self.currentData()
        return replace(choice, calendar=calendar, calendar_name=name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name, with the middle left out where it has no room: Qt would cut its end off."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style = self.style()
        area = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = area.width() - _TEXT_MARGIN
        words = option.currentText or self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        with QPainter(self) as painter:
            style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
            style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
