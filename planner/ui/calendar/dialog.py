"""Study hours and days off: the calendar editor. What it shows is taken as one undo step, or not at all."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from planner.domain.calendar import StudyCalendar
from planner.domain.days_off import Days, own_days, public_days, with_public_holidays
from planner.domain.errors import PlanError
from planner.domain.frame import coalesced, set_calendar
from planner.domain.wording import day_text, days_text, hours_text, number_text
from planner.exchange.public_holidays import source_name
from planner.ui.calendar.days_page import DaysPage
from planner.ui.calendar.holidays_page import HolidaysPage
from planner.ui.calendar.hours_page import HoursPage
from planner.ui.editor import Editor
from planner.ui.fields.text import TextLabel, filled
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController

_WIDTH = 760
_HEIGHT = 620


class CalendarTab(StrEnum):
    """The pages of the editor."""

    HOURS = "hours"
    DAYS_OFF = "days off"
    HOLIDAYS = "public holidays"


class CalendarDialog(QDialog):
    """Edits a copy of the calendar and shows at once where the plan would finish."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        parent: QWidget | None = None,
        tab: CalendarTab = CalendarTab.HOURS,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setWindowTitle(self.tr("Study hours and days off"))
        plan, today = editor.plan, editor.today
        self.hours = HoursPage(plan, today, theme_controller, self)
        self.days = DaysPage(plan, today, theme_controller, self)
        self.holidays = HolidaysPage(plan, editor.schedule.last_day, self)
        self.tabs = QTabWidget(self)
        for page, title in (
            (self.hours, self.tr("Study hours")),
            (self.days, self.tr("Days off and extra days")),
            (self.holidays, self.tr("Public holidays")),
        ):
            self.tabs.addTab(_scrolled(page), title)
        self.tabs.setCurrentIndex(list(CalendarTab).index(tab))
        self.outcome = TextLabel(role="strong", parent=self)
        self.problem = TextLabel(role="danger", parent=self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = self.buttons.addButton(
            self.tr("Change the calendar"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._lay_out()
        for each in (self.hours, self.days, self.holidays):
            each.edited.connect(self._preview)
        # What is still being typed is taken too, so that it already is something to take.
        self.days.typing.connect(self._offer)
        for page in (self.hours, self.days):
            for line in page.findChildren(QLineEdit):
                line.textEdited.connect(self._offer)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        first = {CalendarTab.HOURS: self.hours.week.first_box, CalendarTab.DAYS_OFF: self.days.name}
        first.get(tab, self.holidays.country).setFocus()
        self._preview()

    @property
    def calendar(self) -> StudyCalendar:
        """The calendar as it would be; raises `InvalidValue`."""
        exceptions = with_public_holidays(self.days.days, self.holidays.days)
        return StudyCalendar(weekly=coalesced(self.hours.weekly), exceptions=exceptions)

    def accept(self) -> None:
        """Take the calendar, also what is still being typed."""
        self.hours.take_text()
        self.days.take_text()
        for number, problem in enumerate((self.hours.problem, self.days.problem)):
            if problem:
                self.tabs.setCurrentIndex(number)
                return
        most = self.hours.most.hours
        try:
            calendar = self.calendar
        except PlanError as error:
            self.problem.say(str(error))
            return
        same = not self._differs(calendar)
        if same or self._editor.apply(self._undo_text(calendar), set_calendar, calendar, most):
            super().accept()

    def _differs(self, calendar: StudyCalendar) -> bool:
        """Whether taking this calendar would change anything."""
        plan = self._editor.plan
        now = coalesced(plan.calendar.weekly), plan.calendar.exceptions, plan.facts.most_hours_a_week
        return now != (calendar.weekly, calendar.exceptions, self.hours.most.hours)

    def _lay_out(self) -> None:
        self.accept_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(TextLabel(self.tr("Study hours and days off"), "title", self))
        column.addWidget(self.tabs, 1)
        column.addWidget(self.outcome)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        resize_within_screen(self, _WIDTH, _HEIGHT)

    def _preview(self) -> None:
        """Where the plan would finish, and with how many hours until then."""
        self.problem.say("")
        current = self._editor.schedule
        try:
            calendar = self.calendar
            after = self._editor.preview(set_calendar, calendar, self.hours.most.hours)
            hours = _hours_until(after.plan.calendar, self._editor.plan.facts.start, after.finish)
            finish = after.finish
        except PlanError as error:
            self.outcome.say("")
            self.problem.say(str(error))
            self.accept_button.setEnabled(False)
            return
        self.accept_button.setEnabled(self._differs(calendar) or self.days.filled_in)
        if finish == current.finish:
            words = filled(self.tr("Finish: %1, as now"), day_text(finish))
        else:
            words = filled(self.tr("Finish: %1 → %2"), day_text(current.finish), day_text(finish))
        self.outcome.say(f"{words} · {filled(self.tr('%1 h in all until then'), number_text(hours))}")

    def _offer(self) -> None:
        self.accept_button.setEnabled(not self.problem.words)

    def _undo_text(self, calendar: StudyCalendar) -> str:
        """What undo calls it: by what changed, where it is one thing."""
        was = self._editor.plan.calendar
        changed = [each for each in calendar.weekly if each not in was.weekly]
        weekly = coalesced(was.weekly) != calendar.weekly
        if was.exceptions == calendar.exceptions:
            if not weekly:
                hours = hours_text(self.hours.most.hours)
                return filled(self.tr("Set the most hours to %1 a week"), hours)
            if len(changed) == 1:
                return filled(self.tr("Change hours to %1 a week"), hours_text(changed[0].total))
            return self.tr("Change the study hours")
        return (
            self.tr("Change study hours and days off")
            if weekly
            else self._days_text(was.exceptions, calendar)
        )

    def _days_text(self, was: Days, calendar: StudyCalendar) -> str:
        """What undo calls another list of days off."""
        if own_days(was) == own_days(calendar.exceptions):
            public = public_days(calendar.exceptions)
            if not public:
                return self.tr("Take the public holidays out")
            return filled(self.tr("Take public holidays: %1"), source_name(public[0].source))
        new = [each for each in calendar.exceptions if each not in was]
        if len(new) == 1 and len(calendar.exceptions) == len(was) + 1:
            return filled(self.tr("Add days off: %1"), days_text(new[0].first, new[0].last))
        return self.tr("Change the days off")


def _hours_until(calendar: StudyCalendar, start: date, finish: date) -> float:
    days = max((finish - start).days + 1, 0)
    return float(calendar.daily_hours(start, days).sum())


def _scrolled(page: QWidget) -> QScrollArea:
    """A page that scrolls where the screen is small."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
