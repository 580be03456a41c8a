"""The field that says which weeks are printed: this one, the next one, or from one to another."""

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from planner.domain.calendar import week_of
from planner.domain.errors import InvalidValue
from planner.domain.plan import Plan
from planner.domain.typed_weeks import WEEK_EXAMPLES, read_week
from planner.domain.wording import day_text, days_text
from planner.ui.fields.text import TextLabel, filled, set_property

MOST_WEEKS = 104


class WeekRange(QWidget):
    """A list to choose from, and two lines for a range. `meaning` says which weeks these are, or what is
    wrong with them.
    """

    changed = Signal()
    """Other weeks were chosen."""

    readable = Signal(bool)
    """Whether weeks can be printed as the two lines are now, told while they are typed in."""

    def __init__(self, plan: Plan, today: date, shown: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self._today = today
        now = week_of(today, plan.facts.week_start)
        self._quick = {"now": now, "next": now + timedelta(days=7)}
        self._first = self._last = week_of(shown, plan.facts.week_start)
        self._last_typed = False
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Weeks"))
        for text, kind in (
            (self.tr("This week"), "now"),
            (self.tr("Next week"), "next"),
            (self.tr("Weeks from … to …"), "range"),
        ):
            self.choice.addItem(text, kind)
        kinds = [kind for kind, day in self._quick.items() if day == self._first]
        self.choice.setCurrentIndex(self.choice.findData(kinds[0] if kinds else "range"))
        self.first, self.last = self._line(self.tr("First week")), self._line(self.tr("Last week"))
        self._to = QLabel(self.tr("to"), self)
        self.meaning = TextLabel(role="muted", parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.choice, self.first, self._to, self.last):
            row.addWidget(widget)
        self.choice.currentIndexChanged.connect(self._on_choice)
        for line in (self.first, self.last):
            line.editingFinished.connect(self._on_typed)
            line.textEdited.connect(self._on_edited)
        self._show()

    @property
    def first_day(self) -> date:
        """The first day of the first week."""
        return self._first

    @property
    def weeks(self) -> int:
        """How many weeks, at least one."""
        return (self._last - self._first).days // 7 + 1

    def _line(self, name: str) -> QLineEdit:
        line = _WeekLine(self)
        line.setAccessibleName(name)
        line.setToolTip(filled(self.tr("A week’s number or a day in it, like %1"), WEEK_EXAMPLES))
        line.setMaximumWidth(120)
        return line

    def _on_choice(self) -> None:
        kind = self.choice.currentData()
        if kind in self._quick:
            self._first = self._last = self._quick[kind]
            self._last_typed = False
        self._show()
        if kind == "range":
            self.first.setFocus()
            self.first.selectAll()
        self.changed.emit()

    def _on_edited(self) -> None:
        try:
            self._asked()
        except InvalidValue:
            self.readable.emit(False)
        else:
            self.readable.emit(True)

    def _on_typed(self) -> None:
        if not (self.first.isModified() or self.last.isModified()):
            return
        try:
            first, last = self._asked()
        except InvalidValue as error:
            self._say(str(error), failed=True)
            self.readable.emit(False)
            return
        changed = (first, last) != (self._first, self._last)
        self._last_typed = self._last_typed or self.last.isModified()
        self._first, self._last = first, last
        self._show()
        if changed:
            self.changed.emit()

    def _asked(self) -> tuple[date, date]:
        """The weeks in the two lines. A first one after the last takes it along, unless that was typed."""
        first = self._read(self.first, self._first)
        last = self._read(self.last, self._last)
        if last < first and not self._last_typed and not self.last.isModified():
            last = first
        if last < first:
            raise InvalidValue(self.tr("The last week lies before the first."))
        if (last - first).days // 7 >= MOST_WEEKS:
            raise InvalidValue(filled(self.tr("At most %1 weeks go in one print."), str(MOST_WEEKS)))
        return first, last

    def _read(self, line: QLineEdit, shown: date) -> date:
        """The week typed in a line; the one it shows while nobody typed."""
        return (
            read_week(self._plan, line.text(), today=self._today, base=shown) if line.isModified() else shown
        )

    def _show(self) -> None:
        ranged = self.choice.currentData() == "range"
        for widget in (self.first, self._to, self.last):
            widget.setVisible(ranged)
        for line, day in ((self.first, self._first), (self.last, self._last)):
            with QSignalBlocker(line):
                line.setText(self._name(day))
                line.setModified(False)
        days = days_text(self._first, self._last + timedelta(days=6))
        count = self.weeks
        self._say(days if count == 1 else filled(self.tr("%1 weeks · %2"), str(count), days), failed=False)
        self.readable.emit(True)

    def _name(self, day: date) -> str:
        """A week as it is typed: its number in the plan, or its first day before the plan's start."""
        first = week_of(self._plan.facts.start, self._plan.facts.week_start)
        return str((day - first).days // 7 + 1) if day >= first else day_text(day)

    def _say(self, text: str, *, failed: bool) -> None:
        set_property(self.meaning, "role", "danger" if failed else "muted")
        self.meaning.say(text)


class _WeekLine(QLineEdit):
    """A line in which Enter takes the week, and does not press the dialog's button as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, and give all else to the line."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
