"""The fields in which a page setup is chosen: paper, which way, days, how much is said, greyscale."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from planner.domain.plan import Paper
from planner.ui.fields.flow import FlowRow
from planner.ui.printing.page_setup import FEWEST_DAYS, MOST_DAYS, Detail, PageSetup


class PageSetupFields(FlowRow):
    """A row of fields, in more lines where it is narrow. Sheets that are not of a week have no `days`."""

    changed = Signal()
    """Something else was chosen."""

    def __init__(self, setup: PageSetup, parent: QWidget, *, days: bool = True) -> None:
        super().__init__(parent)
        self._setup = setup
        self._paper = _choice(self.tr("Paper"), *((each.value, each.value) for each in Paper))
        self._way = _choice(self.tr("Which way"), (self.tr("Portrait"), False), (self.tr("Landscape"), True))
        self._days = _choice(
            self.tr("Days"),
            *((self.tr("{count} days").format(count=n), n) for n in range(MOST_DAYS, FEWEST_DAYS - 1, -1)),
        )
        self._days.setToolTip(
            self.tr("With fewer days, days off are left out first. Nothing planned is lost.")
        )
        self._detail = _choice(
            self.tr("How much is said"),
            (self.tr("Detail"), Detail.DETAIL.value),
            (self.tr("Summary"), Detail.SUMMARY.value),
        )
        self._grey = QCheckBox(self.tr("&Greyscale"))
        self._grey.setMinimumHeight(self._paper.sizeHint().height())
        self.show_setup(setup)
        for widget in (self._paper, self._way, self._days, self._detail, self._grey):
            self.add(widget)
        self._days.setVisible(days)
        for field in (self._paper, self._way, self._days, self._detail):
            field.currentIndexChanged.connect(self._on_change)
        self._grey.toggled.connect(self._on_change)

    @property
    def setup(self) -> PageSetup:
        """What is chosen."""
        return self._setup

    def show_setup(self, setup: PageSetup) -> None:
        """Choose all of a setup."""
        self._setup = setup
        for field, value in (
            (self._paper, setup.paper.value),
            (self._way, setup.landscape),
            (self._days, setup.days),
            (self._detail, setup.detail.value),
        ):
            with QSignalBlocker(field):
                field.setCurrentIndex(field.findData(value))
        with QSignalBlocker(self._grey):
            self._grey.setChecked(setup.greyscale)

    def _on_change(self) -> None:
        chosen = replace(
            self._setup,
            paper=Paper(self._paper.currentData()),
            landscape=bool(self._way.currentData()),
            days=int(self._days.currentData()),
            detail=Detail(self._detail.currentData()),
            greyscale=self._grey.isChecked(),
        )
        if chosen != self._setup:
            self._setup = chosen
            self.changed.emit()


def _choice(name: str, *entries: tuple[str, str | bool | int]) -> QComboBox:
    field = QComboBox()
    field.setAccessibleName(name)
    field.setToolTip(name)
    for text, value in entries:
        field.addItem(text, value)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return field
