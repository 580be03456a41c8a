"""The look that widgets wear, and the real roadmap's plan in a real file behind an editor."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme_controller import ThemeController
from tests.helpers.looks import dressed

START = date(2027, 1, 4)
TODAY = date(2027, 4, 5)


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[ThemeController]:
    """The theme the widgets of a test wear."""
    with dressed(qapp, tmp_path) as controller:
        yield controller


@pytest.fixture(scope="session")
def plan() -> Plan:
    """A software engineer's plan, by all defaults."""
    return plan_from(default_roadmap(), Answers(start=START))


@pytest.fixture
def editor(tmp_path: Path, plan: Plan, qapp: QApplication) -> Iterator[Editor]:
    """The editor of that plan, three months in."""
    with Document.create(tmp_path / "path.milepost", plan) as document:
        yield Editor(document, lambda: TODAY)
