"""The calendars of an account to choose from, with a new one among them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from planner.ui.fields.text import filled
from planner.ui.publish.choice import Choice

if TYPE_CHECKING:
    from planner.exchange.caldav_server import ServerCalendar


class CalendarChoice(QComboBox):
    """Empty until calendars are found; `name` is what a new one is called."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(self.tr("Calendar"))
        self.setPlaceholderText(self.tr("Find your calendars first"))

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
