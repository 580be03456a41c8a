"""The small plan, a week later, and the dialog for its first week."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.paper.dialog import PaperDialog
from planner.ui.printing.printed_sheets import remember_printed
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.plans import START, small_plan

TODAY = START + timedelta(days=8)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan in a file."""
    with Document.create(tmp_path / "plan.milepost", small_plan()) as document:
        yield document


@pytest.fixture
def editor(qapp: QApplication, document: Document) -> Editor:
    """The editor of that plan, on the Tuesday after its first week."""
    return Editor(document, lambda: TODAY, qapp)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of this test alone."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog opens over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(
    qtbot: QtBot, editor: Editor, look: ThemeController, settings: Settings, window: QWidget
) -> PaperDialog:
    """The dialog for the first week, printed on its Monday."""
    remember_printed(settings, editor.plan.facts.id, [START], editor.document.revision, START)
    dialog = PaperDialog(editor, look, settings, START, window)
    dialog.show()
    return dialog
