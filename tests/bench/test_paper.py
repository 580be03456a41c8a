"""How long checklists take on their way to the PDF, and an old sheet on its way back into the plan."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import ActivityId
from planner.domain.paper_entry import Sheet, enter_from_paper
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.paper.printed_plans import PrintedPlans
from planner.ui.printing.checklist_pdf import ChecklistPages
from planner.ui.printing.page_setup import PageSetup
from tests.bench.figures import START, measure

pytestmark = pytest.mark.bench

TODAY = date(2027, 4, 5)


@pytest.fixture
def plan() -> Plan:
    """The plan of an engineer with the defaults."""
    return plan_from(default_roadmap(), Answers(start=START))


def test_the_whole_paths_checklists_to_pdf(qtbot: QtBot, benchmark: BenchmarkFixture, plan: Plan) -> None:
    found = schedule(plan)

    def print_them() -> bytes:
        return ChecklistPages(plan, found, None, PageSetup(), printed=TODAY, revision=1).pdf()

    data = measure(benchmark, print_them, rounds=10, median_ms=150)
    assert len(data) <= 120_000


def test_a_sheet_of_a_thousand_edits_ago(
    qtbot: QtBot, benchmark: BenchmarkFixture, plan: Plan, tmp_path: Path
) -> None:
    course = ActivityId("gradient-descent")
    with Document.create(tmp_path / "plan.milepost", plan) as document:
        for number in range(1_000):
            document.apply("Rename", rename, course, f"Gradient descent {number}")
        editor = Editor(document, lambda: TODAY + timedelta(days=9))

        def find_it() -> Sheet:
            return PrintedPlans(editor).sheet(TODAY, 0, TODAY)

        sheet = measure(benchmark, find_it, rounds=10, median_ms=150)
        numbers = {each.number: 45 for each in sheet.sessions}
        assert len(enter_from_paper(editor.plan, sheet, numbers, date.max).sessions) == len(numbers)
