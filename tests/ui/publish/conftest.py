"""A small plan to publish, a calendar server, and the dialog."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.storage.document import Document
from planner.storage.secrets import Passwords
from planner.ui.editor import Editor
from planner.ui.publish.dialog import PublishDialog
from planner.ui.publish.publisher import Publisher
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from tests.helpers.calendar_servers import Radicale, radicale
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.plans import START, small_plan
from tests.helpers.publishing import opened

QUIET_SECONDS = 0.05


@pytest.fixture(scope="session")
def plan() -> Plan:
    """A plan that is published in a moment."""
    return small_plan()


@pytest.fixture
def editor(tmp_path: Path, plan: Plan, look: ThemeController) -> Iterator[Editor]:
    """Its editor, on the plan's first day."""
    with Document.create(tmp_path / "path.milepost", plan) as document:
        yield Editor(document, lambda: START)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    """A real calendar server on loopback."""
    with radicale(tmp_path / "radicale") as running:
        yield running


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of this test alone."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def system() -> MemoryKeyring:
    """The system's keyring."""
    return MemoryKeyring()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog opens over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def publisher(editor: Editor, settings: Settings, system: MemoryKeyring, window: QWidget) -> Publisher:
    """It sends changes on at once."""
    return Publisher(editor, settings, Passwords(system), window, quiet_seconds=QUIET_SECONDS)


@pytest.fixture
def dialog(publisher: Publisher, window: QWidget) -> PublishDialog:
    """The dialog, on show."""
    return opened(publisher, window)
