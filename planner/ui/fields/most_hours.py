"""A box for the most hours a week a learner could give; our suggestion stands there until they say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.calendar import usual_most_hours
from planner.domain.wording import number_text
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem
from planner.ui.fields.text import TextLabel

HOURS_OF_A_WEEK = 168.0
_BOX_WIDTH = 110


class MostHours(QWidget):
    """Never less than the week itself. `edited` tells of each change by the person."""

    edited = Signal()

    def __init__(self, week_hours: float, most: float | None, parent: QWidget) -> None:
        """`most` is what the learner can give; None, or what we would suggest, stands as our suggestion."""
        super().__init__(parent)
        self.box = HoursField(self.tr("Most hours a week"), most=HOURS_OF_A_WEEK, step=1, parent=self)
        self.box.setMaximumWidth(_BOX_WIDTH)
        self.origin = TextLabel(role="muted", parent=self)
        self._week_hours = week_hours
        self._own = None if most == usual_most_hours(week_hours) else most
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.box)
        line.addWidget(self.origin, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        about = self.tr("Hours a week when a date is at risk. No advice to study more goes beyond.")
        column.addWidget(TextLabel(about, "muted", self))
        column.addLayout(line)
        column.addWidget(HoursProblem((self.box,), self))
        self.setFocusProxy(self.box)
        self.box.valueChanged.connect(self._on_edited)
        self.follow(week_hours)

    @property
    def hours(self) -> float:
        """The most hours a week."""
        return self.box.value()

    @property
    def own(self) -> float | None:
        """The learner's own figure; None while our suggestion stands."""
        return None if self._own is None else self.hours

    def follow(self, week_hours: float) -> None:
        """Suggest anew for another week; the learner's own figure gives way only where it must."""
        self._week_hours = week_hours
        was = self.box.blockSignals(True)
        self.box.setMinimum(max(week_hours, 0.25))
        self.box.blockSignals(was)
        self.box.put(usual_most_hours(week_hours) if self._own is None else self._own)
        self._say_origin()

    def suggest_for(self, week_hours: float) -> None:
        """Suggest anew for another week; the learner's own figure stays, also where the week has more."""
        own = self._own
        self.follow(week_hours)
        was = self.box.blockSignals(True)
        self.box.setMinimum(0.25)
        self.box.blockSignals(was)
        if own is not None:
            self.box.put(own)

    @property
    def problem(self) -> str:
        """Why what is typed cannot be taken; empty when it can."""
        return self.box.problem

    def take_text(self) -> None:
        """Take what is still being typed."""
        self.box.interpretText()

    def _on_edited(self, hours: float) -> None:
        self._own = None if hours == usual_most_hours(self._week_hours) else hours
        self._say_origin()
        self.edited.emit()

    def _say_origin(self) -> None:
        suggested = number_text(usual_most_hours(self._week_hours))
        if self._own is None:
            self.origin.say(self.tr("Our suggestion, until you set your own."))
        else:
            self.origin.say(self.tr("Set by you. We would suggest %1 h.").replace("%1", suggested))
