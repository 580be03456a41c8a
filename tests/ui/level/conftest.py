"""The look of the program for the levelling dialog."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.ui.theme_controller import ThemeController
from tests.helpers.looks import dressed


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[ThemeController]:
    with dressed(qapp, tmp_path) as controller:
        yield controller
