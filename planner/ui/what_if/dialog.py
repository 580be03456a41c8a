"""What if: tries other hours, a pause, less to do or another date, and shows at once what would come of it.

Nothing is written before *Apply*, which is one undo step. Where work of weeks gone by is open, what would be
is worked out on the plan caught up to today, and applying it catches up in the same step. While the dialog is
open the chart behind it shows the plan as it would be, with ghosts where things stand now.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.domain.catching_up.ground import catch_up_and, caught_up, open_hours
from planner.domain.errors import PlanError
from planner.domain.items import BaselineId, new_id
from planner.domain.schedule import Schedule, schedule
from planner.domain.targets import hours_to_hold
from planner.domain.what_if.comparison import Comparison, compare
from planner.domain.what_if.what_if import NOTHING, WhatIf, with_its_rows, with_what_if
from planner.domain.wording import day_text, effort_text, isolated
from planner.ui.announcing import announce
from planner.ui.editor import Editor
from planner.ui.fields.focus import arrange_focus
from planner.ui.fields.text import TextLabel, filled
from planner.ui.level.dialog import Chart
from planner.ui.screen import resize_within_screen
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.gestures.base import Proposal
from planner.ui.what_if.choices import Choices
from planner.ui.what_if.outcome import Outcome
from planner.ui.what_if.table import ComparisonTable
from planner.ui.what_if.words import summary, undo_text

if TYPE_CHECKING:
    from planner.domain.forecast.forecast import Forecast
    from planner.ui.forecasting.keeper import ForecastKeeper

RESTING_MS = 120
"""At rest for so long the forecasts are worked out, and a screen reader hears the outcome."""

MOST_ADVISED = 3
"""What dates need takes several schedules each."""

SIZE = 1400, 740
_CHOICES_WIDTH = 300


class WhatIfDialog(QDialog):
    """Choices at the left, what would come of them at the right."""

    def __init__(
        self,
        editor: Editor,
        chart: Chart,
        theme_controller: ThemeController,
        forecasts: "Callable[[], ForecastKeeper] | None" = None,
        parent: QWidget | None = None,
        tried: WhatIf = NOTHING,
    ) -> None:
        """`forecasts` gives the keeper of forecasts; without it there are none. `tried` fills it in."""
        super().__init__(parent)
        self._editor = editor
        self._chart = chart
        self._forecasts = forecasts
        self._then: Schedule = editor.schedule
        self._ground = caught_up(editor.schedule, editor.today)
        self._closed = False
        self.comparison: Comparison | None = None
        self.setWindowTitle(self.tr("What if"))
        self.choices = Choices(editor, theme_controller, self)
        self.outcome = Outcome(self)
        self.table = ComparisonTable(theme_controller, self)
        self.advice = TextLabel(role="danger", parent=self)
        self.pace = TextLabel(role="muted", parent=self)
        self.problem = TextLabel(role="danger", parent=self)
        self.buttons = QDialogButtonBox(self)
        self.reset = self.buttons.addButton(self.tr("Start &over"), QDialogButtonBox.ButtonRole.ResetRole)
        self.discard = self.buttons.addButton(self.tr("&Discard"), QDialogButtonBox.ButtonRole.RejectRole)
        self.apply = self.buttons.addButton(self.tr("&Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MS)
        self._resting.timeout.connect(self._on_rest)
        self._lay_out()
        arrange_focus(self)
        self._connect()
        self.choices.show_tried(tried)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._propose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field takes what was typed; it applies nothing unless a button has the keyboard."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Make it the plan, as one undo step."""
        tried, today = self.choices.tried, self._editor.today
        if not self.apply.isEnabled():
            return
        self._chart.propose(None)
        verb = partial(with_what_if, tried=tried, today=today)
        behind = self._ground is not self._editor.schedule
        text = undo_text(self._editor.plan, tried, today, catches_up=behind)
        if self._editor.apply(text, catch_up_and, verb, today, BaselineId(new_id())):
            super().accept()

    def _lay_out(self) -> None:
        self.apply.setDefault(True)
        for button in (self.reset, self.discard):
            button.setAutoDefault(False)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.outcome, self.advice, self.pace):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.table.setMinimumHeight(self.table.verticalHeader().defaultSectionSize() * 7)
        sides = QHBoxLayout()
        sides.setSpacing(22)
        left = _scrolling(self.choices, self.tr("What to try"), self)
        left.setFixedWidth(_CHOICES_WIDTH)
        sides.addWidget(left)
        sides.addWidget(_scrolling(right, self.tr("What would come of it"), self), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        lead = self.tr("Try something. Nothing is kept until you apply it, and then you can undo it.")
        whole.addWidget(TextLabel(self.tr("What if"), "title", self))
        whole.addWidget(TextLabel(lead, "muted", self))
        whole.addWidget(TextLabel(self._behind_words(), parent=self))
        whole.addLayout(sides, 1)
        whole.addWidget(self.problem)
        whole.addWidget(self.buttons)
        resize_within_screen(self, *SIZE)

    def _connect(self) -> None:
        self.choices.changed.connect(self._renew)
        self.reset.clicked.connect(lambda: self.choices.show_tried(NOTHING))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _result: self._put_away())

    def _renew(self) -> None:
        """Work out the plan as it would be and show it; what cannot be is said, and the last stays shown."""
        tried, today, now = self.choices.tried, self._editor.today, self._editor.schedule
        sentence, said = self.choices.problem, self.choices.problem_elsewhere
        if not sentence:
            try:
                self._then = self._would_be(tried)
            except PlanError as error:
                sentence = said = str(error)
        if said != self.problem.words:
            self.problem.say(said)
            announce(self.problem, said)
        self.apply.setEnabled(not sentence and tried != NOTHING and not self._editor.read_only)
        self.reset.setEnabled(tried != NOTHING or bool(sentence))
        if sentence and self.comparison is not None:
            return
        self.comparison = compare(now, self._then, today)
        self.outcome.show_comparison(now.plan, self.comparison)
        self.table.show_comparison(self.comparison, now, self._then, today)
        self._propose()
        self._resting.start()

    def _would_be(self, tried: WhatIf) -> Schedule:
        """The plan as it would be; as it is where nothing is tried. Raises `PlanError`."""
        now = self._editor.schedule
        if tried == NOTHING:
            return now
        return schedule(with_what_if(self._ground.plan, tried, self._editor.today), now.graph)

    def _behind_words(self) -> str:
        """That what is open counts as still to do; empty where nothing is."""
        hours = open_hours(self._editor.schedule, self._editor.today)
        if not hours:
            return ""
        return filled(
            self.tr(
                "%1 planned before today are not logged. What you try counts them as still to do: it catches "
                "up to today first, in the same step. Catching up alone, the finish would be %2."
            ),
            effort_text(hours),
            day_text(self._ground.finish),
        )

    def _propose(self) -> None:
        """Let the chart behind show it, too."""
        if not self.isVisible():
            return
        tried, now = self.choices.tried, self._editor.schedule
        shown = self._then
        if tried.dropped:
            shown = schedule(with_its_rows(self._ground.plan, tried, self._editor.today), now.graph)
        self._chart.propose(None if shown.plan is now.plan else Proposal(schedule=shown))

    def _on_rest(self) -> None:
        """What takes longer than a few milliseconds."""
        self.advice.say(self._advice())
        if self.comparison is not None:
            announce(self.table, summary(self.comparison))
        if self._forecasts is not None:
            asked = self._then
            self._forecasts().ask_in_full(
                asked.plan, asked.graph, lambda forecast: self._show_forecast(asked, forecast)
            )

    def _advice(self) -> str:
        """What each date that is tried would need, where it would be missed; of the first ones only."""
        then = self._then
        late = [each for each in self.choices.tried.targets if (then.margin_days(each) or 0) < 0]
        return "\n".join(
            f"“{isolated(then.plan.milestone(each).title)}”: "
            + hours_to_hold(then.plan, each, self._editor.today, then.graph).sentence
            for each in late[:MOST_ADVISED]
        )

    def _show_forecast(self, asked: Schedule, then: "Forecast") -> None:
        """It may come when the dialog is closed, or shows another plan already."""
        if self._closed or self._forecasts is None or asked is not self._then:
            return
        self.outcome.show_forecasts(self._forecasts().forecast, then)
        self.table.comparison.show_forecast(then)
        self.pace.say("" if then.pace.enough else then.pace.sentence)

    def _put_away(self) -> None:
        self._closed = True
        self._resting.stop()
        self._chart.propose(None)


def _scrolling(content: QWidget, name: str, parent: QWidget) -> QScrollArea:
    """Room for content that is higher than the window, as on a small screen or with large letters."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(content)
    return area
