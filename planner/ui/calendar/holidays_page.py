"""The public holidays of the calendar editor: a country's, taken and taken out as a whole."""

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.days_off import Days, public_days
from planner.domain.errors import InvalidValue
from planner.domain.plan import Plan
from planner.domain.wording import weekday_text
from planner.exchange.public_holidays import (
    countries,
    public_holidays,
    regions,
    source_code,
    source_name,
)
from planner.ui.fields.text import TextLabel, filled
from planner.ui.fields.typed_choice import TypedChoice

ROWS_IN_VIEW = 4
_BOX_WIDTH = 250


class HolidaysPage(QWidget):
    """Choose a country and a region, see their days, take them. It fills when it is first seen."""

    edited = Signal()

    def __init__(self, plan: Plan, last_day: date, parent: QWidget) -> None:
        """`last_day` is the last the plan has anything on."""
        super().__init__(parent)
        self._start = plan.facts.start
        self._years = range(plan.facts.start.year, max(last_day, plan.facts.start).year + 1)
        self._days = public_days(plan.calendar.exceptions)
        self._found: Days = ()
        self.country = TypedChoice(self.tr("Choose or type a country"), self)
        self.region = TypedChoice(self.tr("Choose or type a region"), self)
        self.list = QListWidget(self)
        self.take = QPushButton(self)
        self.take_out = QPushButton(self.tr("Take out"), self)
        self.state = TextLabel(parent=self)
        self._lay_out()
        self.country.code_chosen.connect(self._on_country)
        self.region.code_chosen.connect(self._find)
        self.take.clicked.connect(lambda: self._set(self._found))
        self.take_out.clicked.connect(lambda: self._set(()))

    @property
    def days(self) -> Days:
        """The public holidays as they would be."""
        return self._days

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.country.count():
            self._fill_countries()

    def _lay_out(self) -> None:
        self.country.setAccessibleName(self.tr("Country"))
        self.region.setAccessibleName(self.tr("Region"))
        self.list.setAccessibleName(self.tr("Public holidays to take"))
        self.list.setProperty("role", "card")
        self.list.setMinimumHeight(ROWS_IN_VIEW * (self.list.fontMetrics().height() + 12) + 4)
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(3)
        for column, (caption, box) in enumerate(
            ((self.tr("Country"), self.country), (self.tr("Region"), self.region))
        ):
            label = TextLabel(caption, role="muted")
            label.setBuddy(box)
            box.setMinimumWidth(_BOX_WIDTH)
            form.addWidget(label, 0, column)
            form.addWidget(box, 1, column)
            form.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.take, self.take_out):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 12, 0, 4)
        column_of_all.setSpacing(10)
        about = self.tr(
            "Days without study, for the years of your plan. On a day that is also one of your own days off "
            "or extra days, your own hours hold."
        )
        column_of_all.addWidget(TextLabel(about, "muted", self))
        column_of_all.addLayout(form)
        column_of_all.addWidget(self.list, 1)
        column_of_all.addLayout(buttons)
        column_of_all.addWidget(self.state)

    def _fill_countries(self) -> None:
        """All countries by name; the one taken is chosen, else the one this computer is set to."""
        taken = self._days[0].source.partition("-") if self._days else ("", "", "")
        wanted = taken[0] or QLocale.territoryToCode(QLocale.system().territory())
        self.country.offer(((each.name, each.code) for each in countries()), wanted)
        self._on_country(taken[2])

    def _on_country(self, region: str = "") -> None:
        """Offer the regions of the country; the whole country is chosen where it has no such region."""
        country = self.country.code
        found = {each.code: each.name for each in regions(country)} if country else {}
        entries = {"": self.tr("The whole country"), **found}
        self.region.offer(((name, code) for code, name in entries.items()), region if region in found else "")
        self.region.setEnabled(bool(found))
        self._find()

    def _find(self) -> None:
        """List the days of what is chosen; while nothing is, there are none."""
        country, region = self.country.code, self.region.code
        chosen = bool(country) and region is not None
        self._found = self._days_of(source_code(country or "", region or "")) if chosen else ()
        self.list.clear()
        self.list.addItems([f"{weekday_text(each.first)} · {each.name}" for each in self._found])
        if chosen and not self._found:
            self.list.addItem(self.tr("No public holidays are known here for these years."))
        self._say()

    def _days_of(self, source: str) -> Days:
        """The days of a country or region from the plan's start on; none where the library knows none."""
        try:
            found = public_holidays(source, self._years)
        except InvalidValue:
            return ()
        return tuple(each for each in found if each.first >= self._start)

    def _set(self, days: Days) -> None:
        self._days = days
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        count = len(self._found)
        form = self.tr("Replace with these %1 days") if self._days else self.tr("Take these %1 days")
        if not count:
            form = self.tr("Take these days")
        self.take.setText(filled(form, str(count)))
        self.take.setEnabled(bool(self._found) and self._found != self._days)
        self.take_out.setEnabled(bool(self._days))
        if not self._days:
            self.state.say(self.tr("None taken yet."))
            return
        first, last = self._days[0].first.year, self._days[-1].first.year
        years = str(first) if first == last else f"{first}–{last}"
        text = filled(
            self.tr("Taken: %1, %2 days, %3."), source_name(self._days[0].source), str(len(self._days)), years
        )
        if last < self._years[-1]:
            text += " " + filled(
                self.tr("Your plan now runs to %1: take them again to have all years."), str(self._years[-1])
            )
        self.state.say(text)
