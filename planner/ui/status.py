"""The line at the bottom: whether all is saved, this week's hours, the finish and its forecast, the origin.

Where changes wait to be sent to a calendar, it says that too.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from planner.domain.calendar import week_of
from planner.domain.loose_ends import loose_ends
from planner.domain.progress import week_logged_hours
from planner.domain.schedule import Schedule
from planner.domain.week import open_minutes
from planner.domain.wording import day_text, minutes_text
from planner.ui.announcing import announce
from planner.ui.editor import Editor
from planner.ui.elided_label import ElidedLabel
from planner.ui.fields.text import set_property
from planner.ui.fields.tips import wrapped_tip
from planner.ui.reasons import finish_reason, roadmap_reason, week_hours_reason

if TYPE_CHECKING:  # the first screen is there before any forecast
    from planner.domain.forecast.forecast import Forecast
    from planner.ui.forecasting.finish_label import FinishForecast
    from planner.ui.forecasting.keeper import ForecastKeeper
    from planner.ui.impossible.in_status import ProblemSign

MESSAGE_MS = 8_000

RESTING_MS = 120
"""The finish follows a drag once the pointer rests: laying the line out anew is too much for each step."""
SPACING = 6
FORECAST_PLACE = 3
"""Behind what is saved, this week and the finish."""
SIGN_PLACE = 4
"""Behind those and the message; one further with a forecast."""
LEAST_MESSAGE = 300
"""Pixels in which a message can be read; all of a longer one stands in its tooltip."""

REASONS_MS = 150
"""Reasons are worked out a moment after the figures: nobody asks for them in the midst of an edit."""


class StatusLine(QStatusBar):
    """What is true of the plan now, and beside it what was just done or could not be, for some seconds."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setSizeGripEnabled(False)
        self._said: list[str] = []
        self._message = ElidedLabel()
        self._message.setProperty("role", "muted")
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._turn = self._timer(0, lambda: self._said.clear())
        self._explaining = self._timer(REASONS_MS, self._explain_all)
        self._resting = self._timer(RESTING_MS, self._say_finish)
        self._proposed: Schedule | None = None
        self._forecast: FinishForecast | None = None
        self._passing = self._timer(MESSAGE_MS, self._pass)
        self._saved, self._week, self._finish, self._calendar, self._origin = (
            self._label() for _ in range(5)
        )
        for label in (self._saved, self._week, self._finish):
            self.addWidget(label)
        self.addWidget(self._message, 1)
        self.addPermanentWidget(self._calendar)
        self._calendar.hide()
        self.addPermanentWidget(self._origin)
        self._finish.setProperty("role", "strong")
        self._gives_way: tuple[QLabel | ProblemSign, ...] = (
            self._origin,
            self._week,
            self._saved,
            self._finish,
        )
        for told in (editor.trouble_changed, editor.followed, editor.failed):
            told.connect(self._say_saved)
        editor.saving.connect(self._say_saving)
        editor.changed.connect(self._on_changed)
        self.refresh()

    def tell(self, sentence: str) -> None:
        """Show a passing message; several said in one go stand side by side."""
        self._said = [*self._said, sentence]
        self._show_message(" · ".join(self._said), sentence)
        self._turn.start()

    def add(self, sentence: str, whole: str = "") -> None:
        """Say what was found out a moment later, beside the message that still stands, or alone where both
        have no room. `whole` says more of it, in the tooltip and to a screen reader.
        """
        self._show_message(" · ".join(filter(None, (self._message.text(), sentence))), whole or sentence)
        self._message.show_alone(sentence)
        if whole:
            self._message.setToolTip(wrapped_tip(f"{self._message.text()}\n{whole}"))

    def _show_message(self, words: str, news: str) -> None:
        """Show a message; a screen reader hears what is new in it."""
        self._message.setText(words)
        self._message.show_alone("")
        self._message.setToolTip(wrapped_tip(words))
        self._message.setAccessibleName(words)
        announce(self._message, news)
        self._make_room()
        self._passing.start()

    def refresh(self) -> None:
        """Say it all again from the plan."""
        plan, schedule = self._editor.plan, self._editor.schedule
        first_day = week_of(self._editor.today, plan.facts.week_start)
        hours = minutes_text(round(60 * float(schedule.available_hours(first_day, 1)[0])))
        logged = minutes_text(round(60 * week_logged_hours(plan, first_day)))
        self._say_saved()
        week = self.tr("This week {logged} of {hours}").format(logged=logged, hours=hours)
        if still_open := open_minutes(plan, schedule, first_day, self._editor.today):
            text = self.tr("{hours} open from last week").format(hours=minutes_text(still_open))
            week = f"{week} · {text}"
        self._week.setText(week)
        self._finish.setText(self._finish_text(schedule))
        self._origin.setText(
            self.tr("Roadmap v{version} · started {day}").format(
                version=plan.facts.roadmap_version, day=day_text(plan.facts.start)
            )
        )
        self._explaining.start()

    def show_calendar(self, words: str, reason: str) -> None:
        """Say how the plan stands with the calendar it is published in; nothing while there is no need."""
        _explain(self._calendar, reason)
        if words != self._calendar.text():
            self._calendar.setText(words)
            self._calendar.setVisible(bool(words))
            self._make_room()

    def show_proposed(self, proposed: Schedule | None) -> None:
        """Say the finish a drag in progress would lead to, once the pointer rests, or again the plan's."""
        self._proposed = proposed
        if proposed is None:
            self._say_finish()
        else:
            self._resting.start()

    def follow_forecast(self, keeper: "ForecastKeeper") -> None:
        """Say beside the finish, which is the plan's, where the forecast sees it."""
        # Loaded with the first forecast, which comes after the window.
        from planner.ui.forecasting.finish_label import FinishForecast

        self._forecast = FinishForecast(keeper, self)
        self._forecast.changed.connect(self._make_room)
        self.insertWidget(FORECAST_PLACE, self._forecast)
        self._make_room()

    def show_sign(self, sign: "ProblemSign") -> None:
        """Have room for what says that something cannot be; it gives way right before the finish."""
        self.insertPermanentWidget(SIGN_PLACE + (self._forecast is not None), sign)
        *before, finish = self._gives_way
        self._gives_way = (*before, sign, finish)
        sign.changed.connect(self._make_room)
        self._make_room()

    def show_foretold(self, forecast: "Forecast | None") -> None:
        """Say the forecast of what a drag in progress would lead to, or again the plan's."""
        if self._forecast is not None:
            self._forecast.show_foretold(forecast)

    def _say_saved(self) -> None:
        """“Saved” only where all that was done is in the file."""
        trouble, role = self._editor.trouble, "muted"
        if trouble is not None:
            # Loaded when something is wrong.
            from planner.ui.standing.trouble import TroubleKind
            from planner.ui.standing.words import status_words

            words = status_words(trouble, len(self._editor.waiting))
            role = role if trouble.kind is TroubleKind.WORKS_AGAIN else "danger"
        else:
            words = self.tr("Read only") if self._editor.read_only else self.tr("Saved")
        if words != self._saved.text():
            self._saved.setText(words)
            set_property(self._saved, "role", role)
            self._make_room()

    def _say_saving(self) -> None:
        """Painted at once: the disk is waited for with the next line of the program."""
        self._saved.setText(self.tr("Saving…"))
        self._saved.repaint()

    def _say_finish(self) -> None:
        text = self._finish_text(self._proposed or self._editor.schedule)
        if text != self._finish.text():
            self._finish.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let what is always true step back, one after the other, until what was just done can be read.

        Only where the plan comes from makes room for all of it, and for the forecast: the figures stay in
        their places. The forecast takes what they leave.
        """
        wanted = self._message.words_width
        least = min(wanted, LEAST_MESSAGE)
        said = [each for each in self._gives_way if each.accessibleName() or each.text()]
        needs = [each.sizeHint().width() + SPACING for each in said]
        calendar = 0 if self._calendar.isHidden() else self._calendar.sizeHint().width() + SPACING
        room = self.width() - sum(needs) - calendar
        if self._forecast is not None:
            room -= self._forecast.fit(room + needs[0] - least)
        for label, need in zip(said, needs, strict=True):
            fits = (wanted if label is self._origin else least) <= room
            label.setVisible(fits)
            room += 0 if fits else need

    def _on_changed(self) -> None:
        """What was said before may name what the plan no longer has; what is said in the same go stays."""
        if not self._said:
            self._pass()

    def _pass(self) -> None:
        if not self._message.text():
            return
        self._message.clear()
        self._message.setToolTip("")
        self._message.setAccessibleName("")
        self._make_room()

    def _finish_text(self, schedule: Schedule) -> str:
        """The finish, and the last day of the work where that is later."""
        text = self.tr("Finish {day}").format(day=day_text(schedule.finish))
        if loose := loose_ends(schedule):
            form = self.tr("{finish} · work until {day}")
            text = form.format(finish=text, day=day_text(schedule.finish_day(loose[0])))
        return text

    def _explain_all(self) -> None:
        plan, schedule = self._editor.plan, self._editor.schedule
        first_day = week_of(self._editor.today, plan.facts.week_start)
        _explain(self._week, week_hours_reason(plan, first_day))
        _explain(self._finish, finish_reason(plan, schedule))
        _explain(self._origin, roadmap_reason(plan))

    def _timer(self, pause_ms: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(then)
        return timer

    def _label(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(8, 2, 8, 2)
        label.setProperty("role", "muted")
        return label


def _explain(label: QLabel, reason: str) -> None:
    """Let a figure answer where it comes from, to the pointer and to a screen reader."""
    label.setToolTip(wrapped_tip(reason))
    label.setAccessibleDescription(reason)
