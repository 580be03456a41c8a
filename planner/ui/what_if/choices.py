"""What can be tried: hours a week, a pause, optional activities to drop, another date for a milestone."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from planner.domain.calendar import HOURS_OF_A_WEEK
from planner.domain.frame import LEAST_DIFFERENCE_HOURS
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.targets import HALF_HOURS
from planner.domain.what_if.what_if import Break, WhatIf, droppable, first_break_day, hours_now
from planner.domain.wording import effort_text, hours_text, isolated
from planner.ui.editor import Editor
from planner.ui.fields.check_row import CheckRow
from planner.ui.fields.day_field import DayField
from planner.ui.fields.hours_field import HoursField
from planner.ui.fields.text import TextLabel, filled
from planner.ui.inspector.page import section
from planner.ui.theme_controller import ThemeController
from planner.ui.what_if.slider import StepSlider

SLIDER_WEEKS = 26
"""A pause up to half a year by the slider; longer ones are typed."""

MOST_WEEKS_TYPED = 9_999
MOST_OFFERED = 40
"""Optional activities that are listed: more than any path has, and a plan may hold thousands."""

_BOX_WIDTH = 122
_LIST_LETTERS = 16


class Choices(QWidget):
    """Sliders and fields; `changed` tells of every step. `tried` says what they ask for."""

    changed = Signal()

    def __init__(self, editor: Editor, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._targets: dict[MilestoneId, date] = {}
        plan, today = editor.plan, editor.today
        self._hours_now = hours_now(plan, today)
        most = max(plan.facts.most_hours_a_week, self._hours_now)
        self.hours_slider = StepSlider(
            self.tr("Hours a week, slider"), 1, int(most * HALF_HOURS), 2 * HALF_HOURS, self
        )
        self.hours = HoursField(self.tr("Hours a week"), most=HOURS_OF_A_WEEK, step=0.5, parent=self)
        self.most = TextLabel(
            filled(
                self.tr("Now %1; the most you can give is %2."), *map(hours_text, (self._hours_now, most))
            ),
            "muted",
            self,
        )
        self.weeks_slider = StepSlider(self.tr("Weeks of a pause, slider"), 0, SLIDER_WEEKS, 4, self)
        self.weeks = QSpinBox(self)
        self.first = DayField(
            self.tr("The pause begins on"),
            theme_controller,
            today=lambda: editor.today,
            clearable=False,
            week_start=plan.facts.week_start,
            parent=self,
        )
        self.drops: dict[ActivityId, CheckRow] = {}
        self.milestone = QComboBox(self)
        self.target = DayField(
            self.tr("Target date"),
            theme_controller,
            empty=self.tr("No date of your own"),
            today=lambda: editor.today,
            week_start=plan.facts.week_start,
            parent=self,
        )
        self._offer(plan)
        self._lay_out(plan)
        self._connect()
        self.show_tried(WhatIf())

    @property
    def tried(self) -> WhatIf:
        """What is asked for now."""
        hours, weeks = self.hours.hours, self.weeks.value()
        first = self.first.day
        return WhatIf(
            hours=None if abs(hours - self._hours_now) < LEAST_DIFFERENCE_HOURS else hours,
            pause=None if not weeks or first is None else Break(first=first, weeks=weeks),
            dropped=frozenset(key for key, row in self.drops.items() if row.box.isChecked()),
            targets=dict(self._targets),
        )

    @property
    def problem(self) -> str:
        """Why what is typed cannot be read; empty when it can."""
        return self.hours.problem or self.first.problem or self.target.problem

    @property
    def problem_elsewhere(self) -> str:
        """The same where no field says it itself: a date's stands right below it."""
        return self.hours.problem

    def show_tried(self, tried: WhatIf) -> None:
        """Ask for something else; what is None or empty is as the plan has it."""
        hours = self._hours_now if tried.hours is None else tried.hours
        self.hours.put(hours)
        self.hours_slider.show_value(round(hours * HALF_HOURS))
        self._put_weeks(0 if tried.pause is None else tried.pause.weeks)
        earliest = first_break_day(self._editor.plan, self._editor.today)
        self.first.show_day(earliest if tried.pause is None else tried.pause.first)
        for key, row in self.drops.items():
            row.box.show_checked(key in tried.dropped)
        self._targets = dict(tried.targets)
        if tried.targets:
            self.milestone.setCurrentIndex(max(self.milestone.findData(next(iter(tried.targets))), 0))
        self._show_target()
        self.changed.emit()

    def _offer(self, plan: Plan) -> None:
        self.weeks.setRange(0, MOST_WEEKS_TYPED)
        self.weeks.setAccessibleName(self.tr("Weeks of a pause"))
        self.weeks.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.weeks.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for box in (self.hours, self.weeks):
            box.setFixedWidth(_BOX_WIDTH)
        for each in droppable(plan)[:MOST_OFFERED]:
            words = f"{isolated(each.title)} · {effort_text(each.remaining)}"
            self.drops[each.id] = CheckRow(words, self)
        self.milestone.setAccessibleName(self.tr("Milestone"))
        self.milestone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.milestone.setMinimumContentsLength(_LIST_LETTERS)
        for milestone in plan.milestones.values():
            if milestone.reached_on is None:
                self.milestone.addItem(milestone.title, milestone.id)

    def _lay_out(self, plan: Plan) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        column.addWidget(section(self.tr("Hours a week"), self))
        column.addLayout(_side_by_side(self.hours_slider, self.hours))
        column.addWidget(self.most)
        column.addWidget(section(self.tr("A pause"), self))
        column.addLayout(_side_by_side(self.weeks_slider, self.weeks))
        column.addLayout(self._captioned(self.tr("from"), self.first))
        column.addWidget(section(self.tr("Drop what is optional"), self))
        for row in self.drops.values():
            column.addWidget(row)
        column.addWidget(TextLabel(self._drop_words(plan), "muted", self))
        column.addWidget(section(self.tr("Another date"), self))
        column.addWidget(self.milestone)
        column.addLayout(self._captioned(self.tr("on"), self.target))
        without = not self.milestone.count()
        none = self.tr("All milestones are reached.") if without else ""
        column.addWidget(TextLabel(none, "muted", self))
        for widget in (self.milestone, self.target):
            widget.setDisabled(without)
        column.addStretch(1)

    def _drop_words(self, plan: Plan) -> str:
        optional = droppable(plan)
        if not optional:
            return self.tr(
                "No activity is marked as optional. You can mark one in its details, at the right of the "
                "timeline."
            )
        more = len(optional) - MOST_OFFERED
        return filled(self.tr("and %1 more that are not listed here"), f"{more:,}") if more > 0 else ""

    def _captioned(self, caption: str, field: QWidget) -> QGridLayout:
        line = QGridLayout()
        line.setHorizontalSpacing(8)
        label = TextLabel(caption, "muted", self)
        label.setWordWrap(False)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        label.setBuddy(field)
        label.setContentsMargins(0, 7, 0, 0)
        line.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(field, 0, 1)
        return line

    def _connect(self) -> None:
        self.hours_slider.slid.connect(self._on_hours_slid)
        self.hours.typed.connect(self._on_hours_typed)
        self.weeks_slider.slid.connect(self._on_weeks_slid)
        self.weeks.valueChanged.connect(self._on_weeks_typed)
        self.first.day_chosen.connect(lambda _day: self.changed.emit())
        for row in self.drops.values():
            row.clicked.connect(lambda _on: self.changed.emit())
        self.milestone.currentIndexChanged.connect(lambda _row: self._show_target())
        self.target.day_chosen.connect(self._on_target)
        for field in (self.first, self.target):
            # After the field has read it: what cannot be read is told by no other signal.
            field.edit.editingFinished.connect(self.changed)
            field.edit.textEdited.connect(self.changed)

    def _on_hours_slid(self, halves: int) -> None:
        self.hours.put(halves / HALF_HOURS)
        self.changed.emit()

    def _on_hours_typed(self) -> None:
        self.hours_slider.show_value(round(self.hours.hours * HALF_HOURS))
        self.changed.emit()

    def _on_weeks_slid(self, weeks: int) -> None:
        self._put_weeks(weeks)
        self.changed.emit()

    def _on_weeks_typed(self, weeks: int) -> None:
        self._put_weeks(weeks)
        self.changed.emit()

    def _put_weeks(self, weeks: int) -> None:
        was = self.weeks.blockSignals(True)
        self.weeks.setValue(weeks)
        self.weeks.setSuffix(self.tr(" week") if weeks == 1 else self.tr(" weeks"))
        self.weeks.blockSignals(was)
        self.weeks_slider.show_value(weeks)
        self.first.setEnabled(weeks > 0)

    def _on_target(self, day: date | None) -> None:
        milestone = self._editor.plan.milestone(MilestoneId(self.milestone.currentData()))
        self._targets.pop(milestone.id, None)
        if day is not None and day != milestone.target:
            self._targets[milestone.id] = day
        self._show_target()
        self.changed.emit()

    def _show_target(self) -> None:
        """The chosen milestone's date: the one that is tried, else its own."""
        if not self.milestone.count():
            return
        milestone = self._editor.plan.milestone(MilestoneId(self.milestone.currentData()))
        self.target.show_day(self._targets.get(milestone.id, milestone.target))
        self.target.suggest(self._editor.schedule.shown_day(milestone.id))


def _side_by_side(slider: StepSlider, box: QWidget) -> QGridLayout:
    line = QGridLayout()
    line.setHorizontalSpacing(12)
    line.addWidget(slider, 0, 0)
    line.addWidget(box, 0, 1)
    line.setColumnStretch(0, 1)
    return line
