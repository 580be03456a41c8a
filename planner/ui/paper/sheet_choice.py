"""Which sheet lies on the desk: its week, and the two figures in its corner."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from planner.domain.calendar import week_of
from planner.domain.wording import days_text
from planner.ui.editor import Editor
from planner.ui.fields.day_field import DayField
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel
from planner.ui.printing.printed_sheets import last_printed
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController

_DAY_WIDTH = 170
_REVISION_WIDTH = 96


class SheetChoice(QWidget):
    """A week to step through, the plan's revision and the day of printing, as they stand on the sheet.

    Both figures are filled in where this computer remembers the print, else with those of now.
    """

    changed = Signal()
    """Another sheet."""

    def __init__(
        self,
        editor: Editor,
        theme_controller: ThemeController,
        settings: Settings,
        first_day: date,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._settings = settings
        facts = editor.plan.facts
        self._first_day = week_of(first_day, facts.week_start)
        self.earlier = IconButton("chevron-left", self.tr("Week before"), theme_controller, self)
        self.later = IconButton("chevron-right", self.tr("Week after"), theme_controller, self)
        self.week = TextLabel(role="strong", parent=self)
        self.revision = QSpinBox(self)
        self.revision.setRange(0, editor.document.revision)
        self.revision.setFixedWidth(_REVISION_WIDTH)
        self.revision.setAccessibleName(self.tr("Plan rev. on the sheet"))
        self.day = DayField(
            self.tr("Printed on"),
            theme_controller,
            today=lambda: editor.today,
            clearable=False,
            week_start=facts.week_start,
            parent=self,
        )
        self.day.setFixedWidth(_DAY_WIDTH)
        self.day.set_limits(None, editor.today)
        self.origin = TextLabel(role="muted", parent=self)
        self._lay_out()
        self.earlier.clicked.connect(lambda: self.go_by(-1))
        self.later.clicked.connect(lambda: self.go_by(1))
        self.revision.valueChanged.connect(self._on_figure)
        self.day.day_chosen.connect(self._on_figure)
        self._show_week()

    @property
    def first_day(self) -> date:
        """The first day of the week."""
        return self._first_day

    @property
    def printed_on(self) -> date:
        """The day of printing."""
        return self.day.day or self._editor.today

    def go_by(self, weeks: int) -> None:
        """Choose a sheet so many weeks later, or earlier where it is below 0."""
        self._first_day += timedelta(days=7 * weeks)
        self._show_week()
        self.changed.emit()

    def take_text(self) -> None:
        """Take figures that are still being typed."""
        self.revision.interpretText()
        self.day.take_text()

    def show_title(self, title: str) -> None:
        """Say the week's title, as it stands on the sheet."""
        self.week.say(title)

    def _show_week(self) -> None:
        """Fill in the figures of the week's last print."""
        known = last_printed(self._settings, self._editor.plan.facts.id, self._first_day)
        revision = self._editor.document.revision if known is None else known.revision
        self.revision.blockSignals(True)
        self.revision.setValue(revision)
        self.revision.blockSignals(False)
        self.day.show_day(self._editor.today if known is None else known.printed_on)
        self.week.say(days_text(self._first_day, self._first_day + timedelta(days=6)))
        self.origin.say(
            self.tr("Type both as they stand in the sheet’s top right corner: its numbers are of that day.")
            if known is None
            else self.tr("As this week was last printed here. Both stand in the sheet’s top right corner.")
        )

    def _on_figure(self) -> None:
        self.origin.say(self.tr("The sheet’s numbers are those of the plan as it was then."))
        self.changed.emit()

    def _lay_out(self) -> None:
        printed, revision = QLabel(self.tr("P&rinted")), QLabel(self.tr("Plan re&v."))
        printed.setBuddy(self.day)
        revision.setBuddy(self.revision)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.earlier)
        line.addWidget(self.later)
        line.addWidget(self.week, 1)
        for label, field in ((printed, self.day), (revision, self.revision)):
            label.setProperty("role", "muted")
            line.addSpacing(4)
            line.addWidget(label)
            line.addWidget(field)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(line)
        whole.addWidget(self.origin)
