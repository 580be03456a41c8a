"""The timeline's figures for 300 and 10,000 activities, 1600 x 900, painted by the raster engine.

A drag step, from the mouse move to the painted frame with the full cascade: the first item of a chain that
everything waits for. A pan and a zoom step; the release of a drag to committed and painted again. In rows one
can read, with five hundred rows in view, and with all of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.domain.items import ActivityId
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.row_zoom import RowFit, RowZoom
from tests.bench.figures import START, measure
from tests.helpers.big_plans import study_plan
from tests.helpers.looks import dressed
from tests.helpers.mouse import Modifier, Mouse

pytestmark = pytest.mark.bench

FIRST = ActivityId("a0")
"""Everything waits for it in the end."""


@contextmanager
def shown_page(app: QApplication, qtbot: QtBot, folder: Path, activities: int) -> Iterator[TimelinePage]:
    with (
        dressed(app, folder) as look,
        Document.create(folder / "p.milepost", study_plan(activities)) as document,
    ):
        editor = Editor(document, lambda: START + timedelta(days=90))
        page = TimelinePage(editor, look)
        editor.changed.connect(page.on_changed)
        qtbot.addWidget(page)
        page.resize(1600, 900)
        page.show()
        qtbot.waitExposed(page)
        QApplication.processEvents()
        yield page


@pytest.fixture(
    params=[(300, "readable"), (300, "all"), (10_000, "readable"), (10_000, "500"), (10_000, "all")], ids=str
)
def case(request: pytest.FixtureRequest) -> tuple[int, str]:
    """How many activities, and how many rows are in view."""
    found: tuple[int, str] = request.param
    return found


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, tmp_path: Path, case: tuple[int, str]) -> Iterator[TimelinePage]:
    with shown_page(qapp, qtbot, tmp_path, case[0]) as page:
        show_rows(page, case[1])
        QApplication.processEvents()
        yield page


def show_rows(page: TimelinePage, rows: str) -> None:
    """Rows as high as one reads them, five hundred in view, or all."""
    if rows == "all":
        page.view.show_row_zoom(RowZoom(RowFit.ALL))
    elif rows == "500":
        page.view.show_row_zoom(RowZoom(RowFit.OWN, page.view.body.height() / 500))


def at_most(case: tuple[int, str], small: float, large: float, everything: float) -> float:
    """The figure for a case, in ms."""
    activities, rows = case
    return small if activities == 300 else everything if rows == "all" else large


def test_a_drag_step_with_the_whole_cascade(
    benchmark: BenchmarkFixture, page: TimelinePage, case: tuple[int, str]
) -> None:
    mouse = pressed_on(page, FIRST)
    mouse.move_by(40)
    QApplication.processEvents()
    pixels = 7 * page.view.scale.px_per_day + 1
    steps = cycle([step * max(round(pixels), 3) for step in (2, 1, 3, -1, -4)])

    def step() -> None:
        mouse.move_by(next(steps), steps=1)
        QApplication.processEvents()

    measure(benchmark, step, rounds=100, p95_ms=at_most(case, 8, 16, 40))
    assert page.view.proposal is not None


@pytest.mark.parametrize("turn", ["pan", "zoom"])
def test_a_pan_and_a_zoom_step(
    benchmark: BenchmarkFixture, page: TimelinePage, case: tuple[int, str], turn: str
) -> None:
    mouse, notches = Mouse(page.view), cycle([1, 1, 1, -1, -1, -1])
    mouse.modifiers = Modifier.ShiftModifier if turn == "pan" else Modifier.ControlModifier

    def step() -> None:
        mouse.wheel(QPoint(500, 300), next(notches))
        QApplication.processEvents()

    measure(benchmark, step, rounds=100, p95_ms=at_most(case, 6, 12, 40))


def test_a_release_to_committed_and_painted(
    benchmark: BenchmarkFixture, page: TimelinePage, case: tuple[int, str]
) -> None:
    pixels = max(round(7 * page.view.scale.px_per_day), 3)
    steps = cycle([4 * pixels, 3 * pixels, -5 * pixels])

    def drag() -> tuple[tuple[Mouse], dict[str, object]]:
        mouse = pressed_on(page, FIRST)
        mouse.move_by(next(steps))
        QApplication.processEvents()
        return (mouse,), {}

    def let_go(mouse: Mouse) -> None:
        mouse.release()
        QApplication.processEvents()

    measure(benchmark, let_go, prepare=drag, rounds=40, p95_ms=at_most(case, 10, 40, 40))
    assert page.view.editor.document.revision >= 1


def pressed_on(page: TimelinePage, item: ActivityId) -> Mouse:
    """The mouse pressed on the middle of a bar."""
    mouse = Mouse(page.view)
    mouse.press(next(mark.rect for mark in page.view.marks() if mark.id == item).center())
    return mouse
