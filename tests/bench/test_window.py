"""The whole window's figures on the real roadmap's plan, 1600 x 900, with a milestone shown at the side.

From the verb, or the mouse, to all that changed painted again by the raster engine: an edit takes at most
10 ms in the median, the commit on the disk included; a drag step with its forecast of 1,000 samples takes at
most 8 ms in 95 of 100.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count, cycle
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.domain.edits import move_activity, retarget
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from tests.bench.figures import START, measure
from tests.helpers.looks import dressed
from tests.helpers.mouse import Mouse

pytestmark = pytest.mark.bench

DRAGGED = ActivityId("networks-by-hand")
SHOWN = MilestoneId("endpoint-live")
LATE = MilestoneId("job-ready")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    plan = plan_from(default_roadmap(), Answers(start=START))
    with dressed(qapp, tmp_path) as look, Document.create(tmp_path / "path.milepost", plan) as document:
        editor = Editor(document, lambda: START + timedelta(days=90))
        window = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
        qtbot.addWidget(window)
        window.resize(1600, 900)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: window.forecasts.forecast is not None)
        QApplication.processEvents()
        yield window


@pytest.mark.parametrize("late", [False, True], ids=["in time", "late"])
def test_an_edit_from_apply_to_committed_and_repainted(
    benchmark: BenchmarkFixture, window: MainWindow, late: bool
) -> None:
    editor, numbers = window.editor, count(150)
    if late:
        editor.apply("Target", retarget, LATE, START + timedelta(days=370))
    window.timeline.select(LATE if late else SHOWN)

    def edit() -> None:
        editor.apply("Move", move_activity, DRAGGED, START + timedelta(days=next(numbers)))
        QApplication.processEvents()

    measure(benchmark, edit, rounds=200, median_ms=10)
    assert editor.document.revision >= 1


def test_a_drag_step_from_mouse_move_to_painted_frame(
    benchmark: BenchmarkFixture, window: MainWindow
) -> None:
    view = window.timeline.view
    window.timeline.select(SHOWN)
    mouse = Mouse(view)
    mouse.press(next(mark.rect for mark in view.marks() if mark.id == DRAGGED).center())
    mouse.move_by(200)
    QApplication.processEvents()
    # Each step goes on by more than a week, so that each is a new day with a full cascade.
    steps = cycle([14, 21, 28, -19, -44])

    def step() -> None:
        mouse.move_by(next(steps), steps=1)
        QApplication.processEvents()

    measure(benchmark, step, rounds=200, p95_ms=8)
    assert view.proposal is not None
