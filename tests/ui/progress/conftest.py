"""The small plan three weeks in, and the progress page in the program's own window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.baselines import as_made
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.progress.card import ChartCard
from planner.ui.progress.page import ProgressPage
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.plans import START, small_plan

TODAY = date(2027, 1, 26)
"""A Tuesday: three weeks of ten hours are over, and 3 of this week's by tonight."""


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    """The editor of the small plan, with the baseline every plan is made with."""
    with Document.create(tmp_path / "path.milepost", as_made(small_plan(), START)) as document:
        yield Editor(document, lambda: TODAY, qapp)


@pytest.fixture
def window(editor: Editor, look: ThemeController, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with its forecast, showing the timeline."""
    made = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
    qtbot.addWidget(made)
    made.resize(1480, 920)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.forecasts.forecast is not None)
    return made


@pytest.fixture
def page(window: MainWindow) -> ProgressPage:
    """The page, on show."""
    window.show_page("progress")
    (found,) = window.findChildren(ProgressPage)
    return found


def card_of(page: ProgressPage, name: str) -> ChartCard:
    """The card of a chart by its id."""
    return next(each for each in page.cards if each.chart is not None and each.chart.id == name)
