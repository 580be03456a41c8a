"""A box for a day that may also be empty: typed in many ways, or picked from a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import InvalidValue
from planner.domain.typed_dates import read_day
from planner.domain.wording import day_text
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel
from planner.ui.screen import screen_room
from planner.ui.theme_controller import ThemeController

_WEEK_STARTS = (
    Qt.DayOfWeek.Monday,
    Qt.DayOfWeek.Tuesday,
    Qt.DayOfWeek.Wednesday,
    Qt.DayOfWeek.Thursday,
    Qt.DayOfWeek.Friday,
    Qt.DayOfWeek.Saturday,
    Qt.DayOfWeek.Sunday,
)


class DayField(QWidget):
    """Shows a day or that there is none. `day_chosen` tells of a choice by the person: a date or None.

    What is typed is read as a person says it: “16 Jan”, “next Monday”, or “+2w” from the day shown. `today`
    is the learner's day, asked for each time.
    """

    day_chosen = Signal(object)

    def __init__(
        self,
        name: str,
        theme_controller: ThemeController,
        *,
        today: Callable[[], date],
        empty: str = "",
        clearable: bool = True,
        week_start: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._look = theme_controller
        self._day: date | None = None
        self._suggested: date | None = None
        self._earliest: date | None = None
        self._latest: date | None = None
        self._week_start = week_start
        self._clearable = clearable
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(empty)
        self.pick = IconButton(
            "calendar", self.tr("Pick a day: %1").replace("%1", name), theme_controller, self
        )
        self.clear = IconButton("close", self.tr("No date: %1").replace("%1", name), theme_controller, self)
        self._problem = TextLabel(role="danger", parent=self)
        self._lay_out()
        self.edit.editingFinished.connect(self.take_text)
        self.edit.textEdited.connect(lambda: self._problem.say(""))
        self.pick.clicked.connect(self._open_calendar)
        self.clear.clicked.connect(lambda: self._choose(None))
        # A label's Alt key goes to no field without a policy of its own; set later, it would be the line's.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.edit)
        self._show()

    @property
    def day(self) -> date | None:
        """The day shown."""
        return self._day

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; empty when it is a day."""
        return self._problem.words

    def show_day(self, day: date | None) -> None:
        """Show a day without telling of it; what is being typed is left alone."""
        if day == self._day and not self.problem:
            return
        self._day = day
        if not (self.edit.hasFocus() and self.edit.isModified()):
            self._show()

    def set_limits(self, earliest: date | None, latest: date | None) -> None:
        """Take only days from one to another, both included.

        What is typed without a year is then the last such day that is not after `latest`.
        """
        self._earliest, self._latest = earliest, latest

    def suggest(self, day: date) -> None:
        """Let the calendar open on a day while there is none."""
        self._suggested = day

    def set_week_start(self, week_start: int) -> None:
        """Let weeks in the calendar begin on a day from Monday (0) to Sunday (6)."""
        self._week_start = week_start

    def take_text(self) -> None:
        """Take what was typed, as leaving the field does; a button may be pressed without that."""
        if not self.edit.isModified():
            return
        text = self.edit.text().strip()
        if not text and self._clearable:
            self._choose(None)
            return
        base = self._day or self._suggested
        try:
            day = read_day(
                text, today=self._today(), base=base, week_start=self._week_start, until=self._latest
            )
        except InvalidValue as error:
            self._problem.say(str(error))
            return
        self._choose(day)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.edit, 1)
        line.addWidget(self.pick)
        line.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(line)
        layout.addWidget(self._problem)

    def _show(self) -> None:
        self.edit.setText(day_text(self._day) if self._day is not None else "")
        self.edit.setModified(False)
        self.clear.setVisible(self._clearable and self._day is not None)
        self._problem.say("")

    def _choose(self, day: date | None) -> None:
        if day is not None and (problem := self._outside(day)):
            self._problem.say(problem)
            return
        changed = day != self._day
        self._day = day
        self._show()
        if changed:
            self.day_chosen.emit(day)

    def _outside(self, day: date) -> str:
        if self._earliest is not None and day < self._earliest:
            return self.tr("Choose %1 or a later day.").replace("%1", day_text(self._earliest))
        if self._latest is not None and day > self._latest and self._latest == self._today():
            return self.tr("%1 is still to come. Choose today or a day before.").replace("%1", day_text(day))
        if self._latest is not None and day > self._latest:
            return self.tr("Choose %1 or an earlier day.").replace("%1", day_text(self._latest))
        return ""

    def _open_calendar(self) -> None:
        popup = CalendarPopup(self._look, self)
        calendar = popup.calendar
        calendar.setFirstDayOfWeek(_WEEK_STARTS[self._week_start])
        if self._earliest is not None:
            calendar.setMinimumDate(_qdate(self._earliest))
        if self._latest is not None:
            calendar.setMaximumDate(_qdate(self._latest))
        day = self._day or self._suggested
        if day is not None:
            calendar.setSelectedDate(_qdate(day))
        popup.chosen.connect(self._choose)
        popup.show_below(self.edit)


class CalendarPopup(QFrame):
    """A month to pick a day from; a click elsewhere or Esc closes it."""

    chosen = Signal(object)

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setGridVisible(False)
        self._dress(theme_controller)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)

    def show_below(self, widget: QWidget) -> None:
        """Show right under a widget, inside its screen."""
        size = self.sizeHint().expandedTo(QSize(280, 230))
        self.resize(size)
        area = screen_room(widget)
        place = widget.mapToGlobal(QPoint(0, widget.height() + 3))
        place.setX(min(max(place.x(), area.left()), area.right() - size.width()))
        if place.y() + size.height() > area.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - size.height() - 3)
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _dress(self, theme_controller: ThemeController) -> None:
        """Quieten Qt's own colours: a red weekend and a bar of the selection's blue."""
        weekend = QTextCharFormat()
        weekend.setForeground(theme_controller.theme.colour("text_muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        bar = self.calendar.findChild(QWidget, "qt_calendar_navigationbar")
        if bar is not None:
            bar.setBackgroundRole(QPalette.ColorRole.Base)
        for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(theme_controller.icons.icon(icon, "text_muted"))
        for button in self.calendar.findChildren(QToolButton):
            button.setProperty("role", "quiet")

    def _take(self, day: QDate) -> None:
        # Enter tells twice, by a click and by activation; the second comes after the popup has gone.
        if self.isVisible():
            self.close()
            self.chosen.emit(date(day.year(), day.month(), day.day()))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
