"""What the finish hangs on: the activities that decide it in most of the tries, each to be pressed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.forecasting.words import driver_text, drivers_reason, drivers_word, top_drivers
from planner.ui.inspector.page import section
from planner.ui.theme_controller import ThemeController

if TYPE_CHECKING:
    from planner.domain.forecast.forecast import Driver

MOST = 5
LEAST_SHARE = 0.05
"""What decides the finish more rarely than this is not named."""

IN_PART = 2
"""Lines kept for what decides it in some of the tries only: where many always do, these tell more."""

RESTING_MS = 300
"""The walk back through all samples takes longer than the days: it waits until nothing else is going on."""


class DriversList(QWidget):
    """A heading, a line for each activity, and what the forecast rests on."""

    item_chosen = Signal(str)
    """The id of the activity whose line was pressed."""

    def __init__(self, keeper: ForecastKeeper, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._ids: list[str] = []
        info = InfoButton(drivers_word(), theme_controller, self)
        info.set_answer(drivers_reason())
        self.heading = section(drivers_word(), self, info)
        self.links = [LinkButton(self) for _ in range(MOST)]
        self.more = TextLabel(role="muted", parent=self)
        self.rests_on = TextLabel(role="muted", parent=self)
        self.rests_on.setContentsMargins(0, 6, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        for number, link in enumerate(self.links):
            link.hide()
            link.clicked.connect(partial(self._choose, number))
            column.addWidget(link)
        column.addWidget(self.more)
        column.addWidget(self.rests_on)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(RESTING_MS)
        self._soon.timeout.connect(self._say)
        self.heading.hide()

    def refresh(self) -> None:
        """The forecast is another: say what it rests on now, and in a moment what drives it."""
        pace = self._keeper.pace
        self.rests_on.say("" if pace is None else pace.sentence)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what changed while it was hidden."""
        super().showEvent(event)
        self._soon.start()

    def _say(self) -> None:
        forecast = self._keeper.forecast
        if forecast is None or not self.isVisible():
            return
        ranked = [each for each in top_drivers(forecast.plan, forecast.drivers) if each.share >= LEAST_SHARE]
        found = named_first(ranked)
        self._ids = [each.activity for each in found]
        words = [driver_text(forecast.plan.activity(each.activity).title, each.share) for each in found]
        self.heading.setVisible(bool(found))
        for number, link in enumerate(self.links):
            link.say(words[number] if number < len(words) else "")
        more = len(ranked) - len(found)
        self.more.say(filled(self.tr("and %1 more"), str(more)) if more else "")

    def _choose(self, number: int) -> None:
        self.item_chosen.emit(self._ids[number])


def named_first(ranked: "Sequence[Driver]") -> "list[Driver]":
    """The ones there is room for, of those in order: some that always decide, and some that do in part."""
    always = [each for each in ranked if round(each.share, 2) >= 1]
    in_part = ranked[len(always) :][: max(MOST - len(always), IN_PART)]
    return [*always[: MOST - len(in_part)], *in_part]
