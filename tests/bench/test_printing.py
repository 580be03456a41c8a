"""How long a week takes on its way to the PDF and to the page, with the real roadmap's plan."""

from datetime import date
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.printing.pdf import print_weeks
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage
from tests.bench.figures import START, measure

pytestmark = pytest.mark.bench

TODAY = date(2027, 4, 5)


@pytest.fixture
def plan() -> Plan:
    """The plan of an engineer with the defaults."""
    return plan_from(default_roadmap(), Answers(start=START))


def test_one_week_to_pdf(qtbot: QtBot, benchmark: BenchmarkFixture, plan: Plan) -> None:
    found = schedule(plan)

    def print_it() -> bytes:
        return print_weeks(plan, found, first_day=TODAY, weeks=1, today=TODAY, revision=1)

    data = measure(benchmark, print_it, rounds=20, median_ms=100)
    assert len(data) <= 60_000


def test_the_week_page_shows_another_week(
    qtbot: QtBot, benchmark: BenchmarkFixture, plan: Plan, tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes = ThemeController(app, Settings(tmp_path / "settings.ini"))
    with Document.create(tmp_path / "plan.milepost", plan) as document:
        page = WeekPage(Editor(document, lambda: TODAY), themes)
        qtbot.addWidget(page)
        page.resize(1600, 900)
        page.show()
        days = [date(2028, 6, 5), TODAY]

        def turn() -> None:
            days.reverse()
            page.go_to(days[0])
            page.grab()

        measure(benchmark, turn, rounds=30, median_ms=30)
