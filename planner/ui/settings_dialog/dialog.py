"""Settings of the program, not of a plan: colours, the forecast, new versions, where things are kept."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from planner.ui.fields.text import TextLabel
from planner.ui.settings import Settings, ThemeChoice
from planner.ui.settings_dialog.forecast import ForecastPart
from planner.ui.settings_dialog.places import PlacesTable
from planner.ui.settings_dialog.versions import VersionsPart
from planner.ui.theme_controller import ThemeController
from planner.ui.updates.watch import Ask, ask_the_repository
from planner.version import Version, own_version

WIDTH = 560


class SettingsDialog(QDialog):
    """What is chosen holds at once. `plans` is the folder of the plan that is open."""

    def __init__(
        self,
        settings: Settings,
        theme_controller: ThemeController,
        plans: Path,
        parent: QWidget,
        *,
        today: Callable[[], date] = date.today,
        own: Version | None = None,
        ask: Ask = ask_the_repository,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._themes = theme_controller
        self.looks = QButtonGroup(self)
        self.versions = VersionsPart(settings, today, own or own_version(), ask, self)
        self.forecast = ForecastPart(settings, self)
        self.places = PlacesTable(plans, theme_controller, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(TextLabel(self.tr("Settings"), "title", self))
        for heading, part in (
            (self.tr("Colours"), self._looks_row(theme_controller.choice)),
            (self.tr("Forecast"), self.forecast),
            (self.tr("New versions"), self.versions),
            (self.tr("Where things are kept"), self.places),
        ):
            title = TextLabel(heading, "section", self)
            title.setContentsMargins(0, 10, 0, 0)
            column.addWidget(title)
            column.addWidget(part)
        column.addStretch(1)
        column.addSpacing(6)
        column.addWidget(buttons)
        self.resize(WIDTH, column.totalHeightForWidth(WIDTH))
        # A press of the space bar must not turn on what asks the network.
        if (chosen := self.looks.checkedButton()) is not None:
            chosen.setFocus()

    def _looks_row(self, choice: ThemeChoice) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(18)
        chosen: tuple[tuple[ThemeChoice, str, str], ...] = (
            ("system", self.tr("Those of the &system"), self.tr("Colours of the system")),
            ("light", self.tr("&Light"), self.tr("Light colours")),
            ("dark", self.tr("&Dark"), self.tr("Dark colours")),
        )
        for name, words, spoken in chosen:
            button = QRadioButton(words, row)
            button.setAccessibleName(spoken)
            button.setChecked(name == choice)
            button.toggled.connect(partial(self._choose_look, name))
            self.looks.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _choose_look(self, choice: ThemeChoice, chosen: bool) -> None:
        if chosen:
            self._themes.choose(choice)
