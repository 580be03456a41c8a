"""What would come of it all in a few figures: the finish, its forecast, hours, work, targets, weeks."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from planner.domain.plan import Plan
from planner.domain.what_if.comparison import Comparison
from planner.domain.wording import day_text, effort_text, hours_text
from planner.ui.fields.text import TextLabel, filled
from planner.ui.what_if.words import difference_words, late_words

if TYPE_CHECKING:
    from planner.domain.forecast.forecast import Forecast

_WIDEST = 640
"""Figures that are to be compared stand near each other, however wide the window is."""


class Outcome(QWidget):
    """Captions, how it is now and how it would be; a row hides while there is nothing to say in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)
        self.setMaximumWidth(_WIDEST)
        for column, text in ((1, self.tr("Now")), (2, self.tr("Then"))):
            self._grid.addWidget(TextLabel(text, "section", self), 0, column)
        self.finish = self._row(self.tr("Finish"))
        meaning = self.tr("In %1 of 10 tries of the forecast the path is finished by then.")
        self.forecasts = [
            self._row(filled(self.tr("Forecast P%1"), str(10 * count)), filled(meaning, str(count)))
            for count in (1, 5, 8, 9)
        ]
        self.hours = self._row(self.tr("Hours a week"))
        self.work = self._row(self.tr("Work left"))
        self.late = self._row(self.tr("Dates missed"))
        self.crowded = self._row(self.tr("Weeks too full"))

    def show_comparison(self, plan: Plan, found: Comparison) -> None:
        """Show what is known at once."""
        self.finish.say(
            day_text(found.finish_now),
            _with_difference(day_text(found.finish_then), found.days),
        )
        self.hours.say(hours_text(found.hours_now), hours_text(found.hours_then))
        if found.work_now == found.work_then:
            self.work.say("", "")
        else:
            self.work.say(effort_text(found.work_now), effort_text(found.work_then))
        self.late.say(late_words(plan, found, then=False), late_words(plan, found, then=True))
        if found.crowded_now or found.crowded_then:
            self.crowded.say(f"{found.crowded_now:,}", f"{found.crowded_then:,}")
        else:
            self.crowded.say("", "")

    def show_forecasts(self, now: "Forecast | None", then: "Forecast | None") -> None:
        """Show what takes a moment to work out; without it, that it is on its way."""
        if now is None:
            for row in self.forecasts:
                row.say("", "")
            return
        afters = (None,) * len(self.forecasts) if then is None else _days(then)
        for row, before, after in zip(self.forecasts, _days(now), afters, strict=True):
            words = "…" if after is None else _with_difference(day_text(after), (after - before).days)
            row.say(day_text(before), words)

    def _row(self, caption: str, meaning: str = "") -> "_Row":
        number = self._grid.rowCount()
        row = _Row(caption, self)
        row.caption.setToolTip(meaning)
        for column, label in enumerate((row.caption, row.now, row.then)):
            self._grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
        return row


class _Row:
    """A caption and two figures."""

    def __init__(self, caption: str, parent: QWidget) -> None:
        self._words = caption
        self.caption = TextLabel(caption, "muted", parent)
        self.caption.setWordWrap(False)
        self.caption.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.caption.setContentsMargins(0, 2, 0, 0)
        self.now = TextLabel(parent=parent)
        self.then = TextLabel(role="strong", parent=parent)

    def say(self, now: str, then: str) -> None:
        """Show both figures; without any the row hides."""
        self.caption.setVisible(bool(then))
        self.now.say(now)
        self.then.say(then)
        self.then.setAccessibleDescription(self._words)


def _days(forecast: "Forecast") -> tuple[date, ...]:
    """P10, P50, P80 and P90 of the finish."""
    finish = forecast.finish
    return finish.p10, finish.p50, finish.p80, finish.p90


def _with_difference(day: str, days: int) -> str:
    return f"{day} · {difference_words(days)}" if days else day
