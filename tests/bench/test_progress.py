"""How long the progress page takes to open: at most a second with 10,000 activities, painted and all.

Once open it follows an edit, or another forecast, in at most 200 ms.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.domain.forecast.shapes import Shape
from planner.domain.items import ActivityId
from planner.domain.proof import log_session
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.forecasting.keeper import ForecastKeeper
from planner.ui.progress.page import ProgressPage
from planner.ui.theme_controller import ThemeController
from tests.bench.figures import START, measure
from tests.helpers.big_plans import study_plan
from tests.helpers.looks import dressed

pytestmark = pytest.mark.bench

TODAY = START + timedelta(weeks=40)


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[ThemeController]:
    with dressed(qapp, tmp_path) as controller:
        yield controller


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication) -> Iterator[Editor]:
    """A path of 10,000 activities with 400 logged sessions."""
    plan = study_plan(10_000)
    for number in range(400):
        day = START + timedelta(days=number % 250)
        plan = log_session(plan, ActivityId(f"a{number % 60}"), day, 60)
    with Document.create(tmp_path / "plan.milepost", plan) as document:
        yield Editor(document, lambda: TODAY, qapp)


@pytest.fixture
def keeper(editor: Editor, qtbot: QtBot) -> ForecastKeeper:
    made = ForecastKeeper(editor, Shape.PERT, editor)
    qtbot.waitUntil(lambda: made.forecast is not None)
    return made


def test_the_page_opens(
    qtbot: QtBot, benchmark: BenchmarkFixture, editor: Editor, keeper: ForecastKeeper, look: ThemeController
) -> None:
    def opened() -> ProgressPage:
        page = ProgressPage(editor, look)
        qtbot.addWidget(page)
        page.resize(1200, 850)
        page.follow(keeper)
        page.show()
        page.grab()
        return page

    page = measure(benchmark, opened, rounds=5, median_ms=1000, p95_ms=1000)
    assert all(each.sentence.words for each in page.cards)


def test_the_open_page_follows_an_edit(
    qtbot: QtBot, benchmark: BenchmarkFixture, editor: Editor, keeper: ForecastKeeper, look: ThemeController
) -> None:
    page = ProgressPage(editor, look)
    qtbot.addWidget(page)
    page.resize(1200, 850)
    page.follow(keeper)
    page.show()

    def follow() -> str:
        page.on_changed()
        page.grab()
        return page.cards[0].sentence.words

    said = measure(benchmark, follow, rounds=20, median_ms=200)
    assert said.startswith("You have studied 400 h")
