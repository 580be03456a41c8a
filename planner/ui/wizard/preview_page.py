"""The wizard's last page: the plan as it would be, on one look."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from planner.domain.outlook import what_the_hours_mean, window_days
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from planner.domain.wording import day_text, months_between, number_text, range_text
from planner.ui.fields.clearing import clear
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.reasons import phase_reason
from planner.ui.theme_controller import ThemeController
from planner.ui.wizard.page import WizardPage


class PreviewPage(WizardPage):
    """Shows phases with their months and dates, the finish, and what the learner's hours mean."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.introduce(
            self.tr("Preview"),
            self.tr("Your plan"),
            self.tr("This is where it begins. Everything can be moved, changed and undone later."),
        )
        self._look = theme_controller
        self.strip = PhaseStrip(theme_controller, self)
        self.body.addWidget(self.strip)
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(self._table)
        self.sentences = TextLabel(parent=self)
        self.body.addWidget(self.sentences)
        self.body.addStretch(1)

    def show_plan(self, plan: Plan, schedule: Schedule) -> None:
        """Show a plan."""
        self.strip.show_plan(plan, schedule)
        self._show_phases(plan, schedule)
        self.sentences.say("\n\n".join(what_the_hours_mean(plan, schedule).sentences))

    def first_field(self) -> QWidget:
        """There is nothing to type."""
        return self.strip

    def _show_phases(self, plan: Plan, schedule: Schedule) -> None:
        clear(self._grid)
        headings = (self.tr("Phase"), self.tr("From"), self.tr("To"), self.tr("Months"), self.tr("Source"))
        for column, heading in enumerate(headings):
            self._put(0, column, heading, "muted")
        row = 1
        for phase in plan.ordered_phases:
            span = schedule.phase_span(phase.id)
            if span is None:
                continue
            months = months_between(*span)
            source = range_text(phase.months.low, phase.months.high) if phase.months is not None else "–"
            cells = (phase.title, day_text(span[0]), day_text(span[1]), number_text(months), source)
            for column, cell in enumerate(cells):
                self._put(row, column, cell, "strong" if not column else "")
            info = InfoButton(
                filled(self.tr("Where it comes from: %1"), phase.title), self._look, self._table
            )
            info.set_answer(phase_reason(plan, phase))
            self._grid.addWidget(info, row, len(cells))
            row += 1

    def _put(self, row: int, column: int, text: str, role: str) -> None:
        label: QLabel = TextLabel(text, role, self._table)
        if column:
            label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)


class PhaseStrip(QWidget):
    """The whole path as coloured stretches of time, with the window shaded and years marked."""

    def __init__(self, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme_controller
        self._plan: Plan | None = None
        self._schedule: Schedule | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_controller.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A line for each phase and one for the years."""
        phases = len(self._plan.phases) if self._plan is not None else 6
        return QSize(400, 22 + 12 * phases)

    def show_plan(self, plan: Plan, schedule: Schedule) -> None:
        """Show a plan."""
        self._plan, self._schedule = plan, schedule
        self.setAccessibleName(filled(self.tr("The path ends on %1"), day_text(schedule.finish)))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stretches."""
        if self._plan is None or self._schedule is None:
            return
        plan, schedule, theme = self._plan, self._schedule, self._look.theme
        window = window_days(plan)
        first, last = plan.facts.start, max(schedule.last_day, window[1] if window else schedule.last_day)
        days = max((last - first).days + 14, 1)

        def x(day: date) -> float:
            return self.width() * (day - first).days / days

        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if window:
                painter.setBrush(theme.colour("window_shade"))
                painter.drawRect(QRectF(x(window[0]), 18, x(window[1]) - x(window[0]), self.height() - 18))
            for year in range(first.year, last.year + 1):
                begin = max(date(year, 1, 1), first)
                painter.setPen(theme.colour("grid_strong"))
                painter.drawLine(round(x(begin)), 0, round(x(begin)), self.height())
                painter.setPen(theme.colour("text_muted"))
                room = QRectF(x(begin) + 5, 0, 60, 16)
                if room.left() + painter.fontMetrics().horizontalAdvance(str(year)) <= self.width():
                    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(year))
            painter.setPen(Qt.PenStyle.NoPen)
            for row, phase in enumerate(plan.ordered_phases):
                span = schedule.phase_span(phase.id)
                if span is not None:
                    painter.setBrush(theme.phase(phase.colour).solid)
                    bar = QRectF(x(span[0]), 23 + 12 * row, max(x(span[1]) - x(span[0]), 3), 6)
                    painter.drawRoundedRect(bar, 2, 2)
