"""The head of the week page: which week it is, the way to others, and how much of it is studied."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.domain.week import WeekPlan
from planner.domain.wording import minutes_text
from planner.ui.fields.icon_button import IconButton, InfoButton
from planner.ui.fields.progress_bar import ProgressBar
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
    catch_up_asked = Signal()

    def __init__(self, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self.title = TextLabel(role="title")
        self._about = TextLabel(role="muted")
        self.carried = OpenLine(theme_controller, self.tr("Catch up…"))
        self.overdue = OpenLine(theme_controller, self.tr("Catch up…"))
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
        self._bar = ProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Hours studied this week"))
        self._lay_out()
        self._connect()

    def show_week(self, week: WeekPlan, reason: str, *, is_now: bool, editable: bool) -> None:
        """Show a week; `reason` says where its hours come from, `is_now` that today lies in it."""
        self.title.say(week.title)
        self._about.say(self._what_is_in(week))
        self.to_now.setEnabled(not is_now)
        self.carried.show_open(week.carried_text, week.carried, week.carried_before)
        overdue = minutes_text(sum(each.minutes for each in week.overdue)) if week.overdue else ""
        over = filled(self.tr("This week is over, %1 of it stayed open"), overdue) if overdue else ""
        self.overdue.show_open(over, week.overdue)
        for line in (self.carried, self.overdue):
            line.way_on.setEnabled(editable)
        logged, asked = minutes_text(week.logged_minutes), minutes_text(week.asked_minutes)
        studied = filled(self.tr("%1 studied of %2 planned"), logged, asked)
        self._hours.setText(studied if week.asked_minutes else filled(self.tr("%1 studied"), logged))
        self._info.set_answer(reason)
        self._bar.setRange(0, max(week.asked_minutes, 1))
        self._bar.setValue(min(week.logged_minutes, self._bar.maximum()))
        done = 0 < week.asked_minutes <= week.logged_minutes
        set_property(self._bar, "state", "done" if done else "")

    def _what_is_in(self, week: WeekPlan) -> str:
        """Like “Phase 1 · 10 hours planned”; what the week left open, or came with, has lines of its own."""
        if week.planned_of_old and not week.sessions:
            # Catching up has planned its work anew, so that nothing lies here any more.
            return filled(self.tr("%1 were planned in this week"), minutes_text(week.planned_of_old))
        return replace(week, carried=(), carried_before=()).about

    def arrange(self, width: int) -> None:
        """Fit into a width: the buttons go under the title where both have no room in one line."""
        ways = QBoxLayout.Direction
        narrow = width < NARROW
        self._top.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._top.setContentsMargins(0, 0, 0, 6 if narrow else 0)

    def _connect(self) -> None:
        for button, signal in (
            (self.carried.way_on, self.catch_up_asked),
            (self.overdue.way_on, self.catch_up_asked),
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
