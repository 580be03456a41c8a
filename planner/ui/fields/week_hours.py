"""Seven boxes for the study hours of a week, with their sum and some weeks to start from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.calendar import spread_week
from planner.domain.frame import DayHours
from planner.domain.wording import WEEKDAYS, hours_text
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.hours_problem import HoursProblem, problem_of
from planner.ui.fields.text import TextLabel

_BOX_WIDTH = 86

PRESETS = (5, 10, 15, 20)
"""Hours a week to start from; 10 is the roadmap's own reference."""


class WeekHours(QWidget):
    """The hours of Monday to Sunday. `edited` tells of each change by the person."""

    edited = Signal()

    def __init__(self, hours: DayHours, week_start: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = [HoursField(self.tr("Hours on %1").replace("%1", name), most=24) for name in WEEKDAYS]
        self._captions = [TextLabel(name[:3], role="muted") for name in WEEKDAYS]
        self._total = TextLabel(role="strong")
        self._total.setAccessibleDescription(self.tr("Hours in a week"))
        self._problem = TextLabel(role="danger")
        self._presets = [
            QPushButton(self.tr("%1 h a week").replace("%1", str(each)), self) for each in PRESETS
        ]
        self._grid = QGridLayout()
        self._week_start = week_start
        self._lay_out(week_start)
        self._connect()
        self.show_hours(hours)

    @property
    def hours(self) -> DayHours:
        """The hours in the boxes, Monday first."""
        monday, tuesday, wednesday, thursday, friday, saturday, sunday = (each.value() for each in self.days)
        return monday, tuesday, wednesday, thursday, friday, saturday, sunday

    @property
    def valid(self) -> bool:
        """Whether any day has hours."""
        return sum(self.hours) > 0

    @property
    def problem(self) -> str:
        """Why what is typed cannot be taken; empty when it can."""
        return problem_of(self.days)

    @property
    def first_box(self) -> HoursField:
        """The box of the week's first day."""
        return self.days[self._week_start]

    def take_text(self) -> None:
        """Take what is still being typed; a button may be pressed without leaving a box."""
        for box in self.days:
            box.interpretText()

    def show_hours(self, hours: DayHours) -> None:
        """Show the hours of a week without telling of it."""
        for box, value in zip(self.days, hours, strict=True):
            box.put(value)
        self._say_total()

    def set_week_start(self, week_start: int) -> None:
        """Order the days from Monday (0) to Sunday (6) on."""
        self._week_start = week_start
        for place in range(7):
            day = (week_start + place) % 7
            self._grid.addWidget(self._captions[day], 0, place)
            self._grid.addWidget(self.days[day], 1, place)
            if place:
                QWidget.setTabOrder(self.days[(day - 1) % 7], self.days[day])

    def _lay_out(self, week_start: int) -> None:
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(3)
        for caption, box in zip(self._captions, self.days, strict=True):
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            caption.setBuddy(box)
            box.setSuffix("")
            box.setMinimumWidth(_BOX_WIDTH)
        presets = QHBoxLayout()
        presets.setSpacing(6)
        for button in self._presets:
            button.setAutoDefault(False)
            presets.addWidget(button)
        presets.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._grid)
        layout.addLayout(presets)
        layout.addWidget(self._total)
        layout.addWidget(HoursProblem(self.days, self))
        layout.addWidget(self._problem)
        self.set_week_start(week_start)

    def _connect(self) -> None:
        for box in self.days:
            box.valueChanged.connect(self._on_edited)
        for button, hours in zip(self._presets, PRESETS, strict=True):
            button.clicked.connect(lambda _checked=False, hours=hours: self._take_preset(hours))

    def _take_preset(self, hours: float) -> None:
        self.show_hours(spread_week(hours))
        self.edited.emit()

    def _on_edited(self) -> None:
        self._say_total()
        self.edited.emit()

    def _say_total(self) -> None:
        self._total.say(self.tr("%1 a week").replace("%1", hours_text(sum(self.hours))))
        self._problem.say(
            ""
            if self.valid
            else self.tr("Give at least one day some hours, so that the plan can move along.")
        )
