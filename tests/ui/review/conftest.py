"""The small plan on Monday of its third week, with the week page and its notices."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.review.reviewing import Reviewing
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage
from tests.helpers.plans import START, small_plan

THIRD_MONDAY = START + timedelta(days=14)


class Calendar:
    """What day it is."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        """Today."""
        return self.day


@pytest.fixture
def calendar() -> Calendar:
    """Monday of the third week."""
    return Calendar(THIRD_MONDAY)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan in a file, with 2 h 30 logged in its second week."""
    plan = small_plan()
    for days, minutes in ((7, 90), (8, 60)):
        plan = log_session(plan, ActivityId("regression-course"), START + timedelta(days=days), minutes)
    with Document.create(tmp_path / "plan.milepost", plan) as document:
        yield document


@pytest.fixture
def editor(qapp: QApplication, document: Document, calendar: Calendar) -> Editor:
    """The editor of that plan."""
    return Editor(document, calendar, qapp)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of their own."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What dialogs open over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def page(qtbot: QtBot, editor: Editor, look: ThemeController) -> WeekPage:
    """The week page."""
    page = WeekPage(editor, look)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    return page


@pytest.fixture
def reviewing(
    window: QWidget, editor: Editor, look: ThemeController, settings: Settings, page: WeekPage
) -> Reviewing:
    """What joins page, review and history; the page is on show."""
    reviewing = Reviewing(window, editor, look, settings, page)
    page.show()
    return reviewing
