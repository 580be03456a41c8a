"""The load strip's figures, 1600 x 900: a drag step of a week's limit line, from mouse move to painted frame.

The real roadmap's plan takes at most 8 ms in 95 of 100, with the chart's ghosts and the card; 10,000
activities, of which all that comes after the week moves, at most 16 ms with weeks in view. The strip of
10,000 activities is painted in at most 8 ms in the median.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.theme import app_font, built_in_theme
from planner.ui.timeline.axis import bounded, showing
from planner.ui.timeline.load_painting import LoadFrame, paint_load
from planner.ui.timeline.load_weeks import weeks_of
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.style import style_of
from tests.bench.figures import START, measure
from tests.helpers.big_plans import study_plan
from tests.helpers.looks import dressed
from tests.helpers.mouse import Modifier, Mouse
from tests.helpers.plans import chain_plan

pytestmark = pytest.mark.bench

TODAY = START + timedelta(days=90)


PX_PER_DAY = 4.0
"""Weeks one can see and grab, some three hundred days of them."""


@pytest.fixture(
    params=[
        pytest.param((None, 8), id="the real plan"),
        pytest.param((10_000, 16), id="10,000 activities"),
    ]
)
def case(request: pytest.FixtureRequest) -> tuple[int | None, float]:
    """How many activities, or the real plan's, and the figure for them, in ms."""
    found: tuple[int | None, float] = request.param
    return found


@pytest.fixture
def page(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, case: tuple[int | None, float]
) -> Iterator[TimelinePage]:
    activities = case[0]
    plan = (
        plan_from(default_roadmap(), Answers(start=START)) if activities is None else study_plan(activities)
    )
    with dressed(qapp, tmp_path) as look, Document.create(tmp_path / "path.milepost", plan) as document:
        editor = Editor(document, lambda: TODAY)
        page = TimelinePage(editor, look)
        editor.changed.connect(page.on_changed)
        qtbot.addWidget(page)
        page.resize(1600, 900)
        page.show()
        qtbot.waitExposed(page)
        page.view.show_scale(bounded(TODAY.toordinal() - 14.0, PX_PER_DAY, page.view.width()))
        QApplication.processEvents()
        yield page


@pytest.mark.parametrize("onward", [False, True], ids=["one week", "from it on"])
def test_a_drag_step_of_the_limit_line(
    benchmark: BenchmarkFixture, page: TimelinePage, case: tuple[int | None, float], onward: bool
) -> None:
    strip = page.strip
    x = page.view.scale.x((TODAY + timedelta(weeks=4)).toordinal())
    y = next(y for y in range(strip.height()) if strip.limit_at(QPointF(x, y)) is not None)
    mouse = Mouse(strip)
    if onward:
        mouse.modifiers = Modifier.ControlModifier
    mouse.press(QPoint(round(x), y + 4))
    mouse.move_by(0, -20)
    QApplication.processEvents()
    # Half an hour or more each, so that each step is a new plan with a full cascade.
    steps = cycle([-9, -12, 20, -8, 9])

    def step() -> None:
        mouse.move_by(0, next(steps), steps=1)
        QApplication.processEvents()

    measure(benchmark, step, rounds=200, p95_ms=case[1])
    assert strip.drag is not None
    assert strip.drag.onward is onward
    assert strip.drag.lines
    assert page.view.proposal is not None
    mouse.release()


def test_painting_the_weeks_of_10_000_activities(benchmark: BenchmarkFixture, qapp: QApplication) -> None:
    plan = chain_plan(10_000, 8)
    current = schedule(plan)
    weeks, scale = weeks_of(plan, current, TODAY), showing(START, current.last_day, 1200)
    style = style_of(built_in_theme(dark=False), app_font())
    image = QImage(1200, 140, QImage.Format.Format_RGB32)

    def paint() -> None:
        with QPainter(image) as painter:
            paint_load(painter, LoadFrame(weeks, scale, 140, weeks.full, 10), style)

    measure(benchmark, paint, rounds=50, median_ms=8)
    assert len(weeks.columns(scale)) < 700
