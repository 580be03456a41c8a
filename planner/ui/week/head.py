"""The head of the week page: which week it is, the way to others, and how much of it is studied."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from planner.domain.week import Carried
from planner.domain.wording import minutes_text
from planner.ui.fields.icon_button import IconButton, InfoButton
from planner.ui.fields.text import TextLabel, filled, set_property
from planner.ui.theme_controller import ThemeController
from planner.ui.week.open_line import OpenLine

NARROW = 680
"""Below this width in pixels the buttons stand under the title."""


class WeekHead(QWidget):
    """Shows the week's name and hours. Its signals tell of what was pressed."""

    earlier = Signal()
    now = Signal()
    later = Signal()
    week_asked = Signal()
    """The learner wants to choose a week."""
    print_asked = Signal()
    pdf_asked = Signal()

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self.title = TextLabel(role="title")
        self._about = TextLabel(role="muted")
        self.carried = OpenLine(theme_controller)
        self.overdue = OpenLine(theme_controller)
        self.to_earlier = IconButton("chevron-left", self.tr("Week before"), theme_controller)
        self.to_now = QPushButton(self.tr("This week"))
        self.to_later = IconButton("chevron-right", self.tr("Week after"), theme_controller)
        self.choose = IconButton("calendar", self.tr("Go to a week…"), theme_controller)
        self._pdf = QPushButton(self.tr("PDF…"))
        self._pdf.setToolTip(self.tr("Save this week as PDF"))
        self._print = QPushButton(self.tr("Print…"))
        self._print.setToolTip(self.tr("Print this week"))
        self._hours = QLabel()
        self._hours.setProperty("role", "muted")
        self._info = InfoButton(
            self.tr("Where it comes from: Hours studied this week"), theme_controller, self
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Hours studied this week"))
        self._lay_out()
        self._connect()

    def say(self, title: str, about: str) -> None:
        """Say which week it is, and what is in it."""
        self.title.say(title)
        self._about.say(about)

    def show_open(self, carried: Sequence[Carried], overdue: Sequence[Carried]) -> None:
        """Show what is still open from the week before, and what this one left open once it is over."""
        self.carried.show_open(carried, self.tr("%1 still open from last week"))
        self.overdue.show_open(overdue, self.tr("This week is over, %1 of it stayed open"))

    def show_hours(self, logged_minutes: int, available_minutes: int, reason: str) -> None:
        """Show how many of the week's minutes are studied; `reason` says where they come from."""
        logged, available = minutes_text(logged_minutes), minutes_text(available_minutes)
        text = filled(self.tr("%1 of %2 studied"), logged, available)
        self._hours.setText(text if available_minutes else filled(self.tr("%1 studied"), logged))
        self._info.set_answer(reason)
        self._bar.setRange(0, max(available_minutes, 1))
        self._bar.setValue(min(logged_minutes, self._bar.maximum()))
        set_property(self._bar, "state", "done" if 0 < available_minutes <= logged_minutes else "")

    def arrange(self, width: int) -> None:
        """Fit into a width: the buttons go under the title where both have no room in one line."""
        ways = QBoxLayout.Direction
        narrow = width < NARROW
        self._top.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._top.setContentsMargins(0, 0, 0, 6 if narrow else 0)

    def _connect(self) -> None:
        for button, signal in (
            (self.to_earlier, self.earlier),
            (self.to_now, self.now),
            (self.to_later, self.later),
            (self.choose, self.week_asked),
            (self._pdf, self.pdf_asked),
            (self._print, self.print_asked),
        ):
            button.clicked.connect(lambda _checked=False, told=signal: told.emit())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for each in (self.to_earlier, self.to_now, self.to_later, self.choose):
            buttons.addWidget(each)
        buttons.addSpacing(12)
        buttons.addWidget(self._pdf)
        buttons.addSpacing(2)
        buttons.addWidget(self._print)
        buttons.addStretch()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._top.addWidget(self.title, 1)
        self._top.addLayout(buttons)
        progress = QHBoxLayout()
        progress.setSpacing(12)
        progress.addWidget(self._bar, 1)
        progress.addWidget(self._hours)
        progress.addWidget(self._info)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3)
        whole.addLayout(self._top)
        whole.addWidget(self._about)
        whole.addWidget(self.carried)
        whole.addWidget(self.overdue)
        whole.addSpacing(6)
        whole.addLayout(progress)
