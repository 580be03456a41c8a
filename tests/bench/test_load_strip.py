"""The load strip's figures, 1600 x 900: a drag step of a week's limit line, from mouse move to painted frame.

The real roadmap's plan takes at most 8 ms in 95 of 100, with the chart's ghosts and the card; the strip of
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
from planner.ui.timeline.axis import showing
from planner.ui.timeline.load_painting import LoadFrame, paint_load
from planner.ui.timeline.load_weeks import weeks_of
from planner.ui.timeline.page import TimelinePage
from planner.ui.timeline.style import style_of
from tests.bench.figures import START, measure
from tests.helpers.looks import dressed
from tests.helpers.mouse import Mouse
from tests.helpers.plans import chain_plan

pytestmark = pytest.mark.bench

TODAY = START + timedelta(days=90)


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[TimelinePage]:
    plan = plan_from(default_roadmap(), Answers(start=START))
    with dressed(qapp, tmp_path) as look, Document.create(tmp_path / "path.milepost", plan) as document:
        editor = Editor(document, lambda: TODAY)
        page = TimelinePage(editor, look)
        editor.changed.connect(page.on_changed)
        qtbot.addWidget(page)
        page.resize(1600, 900)
        page.show()
        qtbot.waitExposed(page)
        QApplication.processEvents()
        yield page


def test_a_drag_step_of_the_limit_line(benchmark: BenchmarkFixture, page: TimelinePage) -> None:
    strip = page.strip
    x = page.view.scale.x((TODAY + timedelta(weeks=4)).toordinal())
    y = next(y for y in range(strip.height()) if strip.limit_at(QPointF(x, y)) is not None)
    mouse = Mouse(strip)
    mouse.press(QPoint(round(x), y + 4))
    mouse.move_by(0, -20)
    QApplication.processEvents()
    # Half an hour or more each, so that each step is a new plan with a full cascade.
    steps = cycle([-9, -12, 20, -8, 9])

    def step() -> None:
        mouse.move_by(0, next(steps), steps=1)
        QApplication.processEvents()

    measure(benchmark, step, rounds=200, p95_ms=8)
    assert strip.drag is not None
    assert strip.drag.lines
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
