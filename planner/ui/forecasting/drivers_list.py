"""What the finish hangs on: the activities that decide it in most of the tries, each to be pressed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.fields.focus import arrange_focus
from planner.ui.fields.icon_button import InfoButton
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.forecasting.words import driver_text, drivers_reason, drivers_word, top_drivers
from planner.ui.inspector.page import section
from planner.ui.theme_controller import ThemeController

if TYPE_CHECKING:
    from planner.domain.forecast.forecast import Driver, Forecast

MOST = 5
LEAST_SHARE = 0.05
"""What decides the finish more rarely than this is not named."""

LEAST_FOLDED = 3
"""So many activities that always decide it are told in one line, where there is no room for all."""

INDENT = 12

RESTING_MS = 300
"""The walk back through all samples takes longer than the days: it waits until nothing else is going on."""


class DriversList(QWidget):
    """A heading, a line for each activity, and what the forecast rests on.

    Many that decide it in every try share a line, as the others tell more; it opens with a press, and so does
    the one that says how many more there are.
    """

    item_chosen = Signal(str)
    """The id of the activity whose line was pressed."""

    def __init__(self, keeper: ForecastKeeper, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._says_pace = True
        info = InfoButton(drivers_word(), theme_controller, self)
        info.set_answer(drivers_reason())
        self.heading = section(drivers_word(), self, info)
        self.always = LinkButton(self)
        self.folded = _Lines(self, INDENT)
        self.named = _Lines(self)
        self.more = LinkButton(self)
        self.rest = _Lines(self)
        self.rests_on = TextLabel(role="muted", parent=self)
        self.rests_on.setContentsMargins(0, 6, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.heading, self.always, self.folded, self.named, self.more, self.rest, self.rests_on):
            column.addWidget(each)
        for lines in (self.folded, self.named, self.rest):
            lines.item_chosen.connect(self.item_chosen)
        self.always.clicked.connect(lambda: self.folded.setVisible(self.folded.isHidden()))
        self.more.clicked.connect(lambda: self.rest.setVisible(self.rest.isHidden()))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(RESTING_MS)
        self._soon.timeout.connect(self._say)
        for each in (self.heading, self.always, self.folded, self.named, self.more, self.rest):
            each.hide()

    def refresh(self) -> None:
        """The forecast is another: say what it rests on now, and in a moment what drives it."""
        self.say_pace(said=self._says_pace)
        self._soon.start()

    def say_pace(self, *, said: bool) -> None:
        """Say what the forecast rests on, or leave it to what says so beside it."""
        self._says_pace = said
        pace = self._keeper.pace
        self.rests_on.say(pace.sentence if said and pace is not None else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Say what changed while it was hidden."""
        super().showEvent(event)
        self._soon.start()

    def _say(self) -> None:
        forecast = self._keeper.forecast
        if forecast is None or not self.isVisible():
            return
        ranked = [each for each in top_drivers(forecast.plan, forecast.drivers) if each.share >= LEAST_SHARE]
        found = arranged(ranked)
        self.heading.setVisible(bool(ranked))
        count = len(found.folded)
        self.always.say(filled(self.tr("%1 activities in every try"), str(count)) if count else "")
        self.more.say(filled(self.tr("and %1 more"), str(len(found.rest))) if found.rest else "")
        for lines, drivers in (
            (self.folded, found.folded),
            (self.named, found.named),
            (self.rest, found.rest),
        ):
            if lines.say(forecast, drivers):
                arrange_focus(self)
        self.named.setVisible(bool(found.named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """Drivers by how they are told: in one line together, each by itself, and as so many more."""

    folded: "Sequence[Driver]" = ()
    named: "Sequence[Driver]" = ()
    rest: "Sequence[Driver]" = ()


def arranged(ranked: "Sequence[Driver]") -> Arranged:
    """The drivers, the largest share first, by the room there is for them."""
    always = [each for each in ranked if round(each.share, 2) >= 1]
    folded = always if len(ranked) > MOST and len(always) >= LEAST_FOLDED else []
    others, room = ranked[len(folded) :], MOST - bool(folded)
    if len(others) == room + 1:
        room += 1  # a line that says “1 more” may as well name it
    return Arranged(folded=folded, named=others[:room], rest=others[room:])


class _Lines(QWidget):
    """A line to press for each of some activities."""

    item_chosen = Signal(str)

    def __init__(self, parent: QWidget, indent: int = 0) -> None:
        super().__init__(parent)
        self.links: list[LinkButton] = []
        self._ids: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(indent, 0, 0, 0)
        self._column.setSpacing(4)

    def say(self, forecast: "Forecast", drivers: "Sequence[Driver]") -> bool:
        """Show these, and give whether that took more lines than there were; without any it hides."""
        before = len(self.links)
        self._ids = [each.activity for each in drivers]
        words = [driver_text(forecast.plan.activity(each.activity).title, each.share) for each in drivers]
        while len(self.links) < len(words):
            link = LinkButton(self)
            link.clicked.connect(partial(self._choose, len(self.links)))
            self._column.addWidget(link)
            self.links.append(link)
        for number, link in enumerate(self.links):
            link.say(words[number] if number < len(words) else "")
        if not words:
            self.hide()
        return len(self.links) > before

    def _choose(self, number: int) -> None:
        self.item_chosen.emit(self._ids[number])
