"""The pauses of an activity: the days of each, and a press that gives it its hours again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.items import Pause
from planner.domain.wording import days_text
from planner.ui.fields.clearing import clear
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel


class Pauses(QWidget):
    """`close_asked` comes with the pause whose gap is to be closed."""

    close_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Pause, ...] = ()
        self.links: list[LinkButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 7, 0, 0)
        self._layout.setSpacing(2)

    def show_pauses(self, pauses: tuple[Pause, ...]) -> None:
        """Show the pauses; nothing is rebuilt while they are the same ones."""
        if pauses == self._shown:
            return
        clear(self._layout)
        self._shown = pauses
        self.links = [self._add(each) for each in pauses]

    def _add(self, pause: Pause) -> LinkButton:
        days = days_text(pause.first, pause.last)
        self._layout.addWidget(TextLabel(days, parent=self))
        link = LinkButton(self)
        link.say(self.tr("Close the gap"))
        link.setAccessibleName(self.tr("Close the gap on {days}").format(days=days))
        link.clicked.connect(lambda: self.close_asked.emit(pause))
        self._layout.addWidget(link)
        return link
