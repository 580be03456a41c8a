"""An open plan with the week page over it; today is Tuesday of the first week."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage
from tests.helpers.plans import small_plan

TUESDAY = date(2027, 1, 5)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan in a file."""
    with Document.create(tmp_path / "plan.milepost", small_plan()) as document:
        yield document


@pytest.fixture
def editor(qapp: QApplication, document: Document) -> Editor:
    """The editor of that plan."""
    return Editor(document, lambda: TUESDAY, qapp)


@pytest.fixture
def page(qtbot: QtBot, editor: Editor, look: ThemeController) -> WeekPage:
    """The week page, on show."""
    page = WeekPage(editor, look)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    return page
