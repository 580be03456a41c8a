"""How long the week page takes to show another week, and to follow the mouse with a session in hand.

Any week at most 30 ms from the wish to see it to the last pixel, and a step of a drag at most 8 ms: with the
plan of the real roadmap and with one of 2,000 activities, in which every week has sessions the learner has
put elsewhere, goals of their own and logged hours.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.domain.items import PlacementId
from planner.domain.placing import move_session
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.proof import log_session
from planner.domain.roadmap import Answers
from planner.domain.schedule import schedule
from planner.domain.week import week_plan
from planner.domain.week_facts import WeekGoal
from planner.domain.week_notes import set_goals
from planner.exchange.roadmap_toml import default_roadmap
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.settings import Settings
from planner.ui.theme_controller import ThemeController
from planner.ui.week.page import WeekPage
from tests.bench.figures import START, measure
from tests.helpers.mouse import Mouse
from tests.helpers.plans import chain_plan

pytestmark = pytest.mark.bench

TODAY = START + timedelta(weeks=13)
WEEKS = [TODAY + timedelta(weeks=each) for each in (0, 1, -1, 20, -12, 55, 2, 90, 30, 8)]
"""Weeks to go through, near and far, one behind the finish of the shorter plan."""


def real_plan() -> Plan:
    """The plan of an engineer with the defaults."""
    return plan_from(default_roadmap(), Answers(start=START))


def large_plan() -> Plan:
    """A path of 2,000 short activities."""
    return chain_plan(2000)


def worked_on(plan: Plan) -> Plan:
    """A plan whose weeks, as far as they are gone through, all have something of the learner's own."""
    current = schedule(plan)
    for week in (week_plan(plan, current, first_day, TODAY) for first_day in WEEKS):
        plan = set_goals(plan, week.first_day, [WeekGoal(text=f"Goal {each}") for each in range(5)])
        for day in week.days[:4]:
            for session in day.sessions:
                later = day.day + timedelta(days=3)
                key = PlacementId(f"{week.first_day}-{session.number}")
                plan = move_session(plan, session, day.day, later, key)
                plan = log_session(plan, session.activity, day.day, 40)
    return replace(plan, facts=replace(plan.facts, clock_times=(1140,) * 7))


@pytest.mark.parametrize("size", [(1600, 900), (900, 600)], ids=["wide", "narrow"])
@pytest.mark.parametrize("make", [real_plan, large_plan], ids=["the roadmap's plan", "2,000 activities"])
def test_the_week_page_shows_another_week(
    qtbot: QtBot,
    qapp: QApplication,
    benchmark: BenchmarkFixture,
    tmp_path: Path,
    make: Callable[[], Plan],
    size: tuple[int, int],
) -> None:
    themes = ThemeController(qapp, Settings(tmp_path / "settings.ini"))
    with Document.create(tmp_path / "plan.milepost", worked_on(make())) as document:
        page = WeekPage(Editor(document, lambda: TODAY), themes)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        weeks = list(WEEKS)

        def turn() -> date:
            weeks.append(weeks.pop(0))
            page.go_to(weeks[0])
            page.grab()
            return page.first_day

        shown = measure(benchmark, turn, rounds=60, median_ms=30, p95_ms=30)
        assert shown in WEEKS


@pytest.mark.parametrize("make", [real_plan, large_plan], ids=["the roadmap's plan", "2,000 activities"])
def test_a_step_of_a_drag_to_another_day(
    qtbot: QtBot,
    qapp: QApplication,
    benchmark: BenchmarkFixture,
    tmp_path: Path,
    make: Callable[[], Plan],
) -> None:
    themes = ThemeController(qapp, Settings(tmp_path / "settings.ini"))
    with Document.create(tmp_path / "plan.milepost", worked_on(make())) as document:
        page = WeekPage(Editor(document, lambda: TODAY), themes)
        qtbot.addWidget(page)
        page.resize(1600, 900)
        page.show()
        card = page.days.cards()[0]
        mouse = Mouse(card)
        mouse.press(QPoint(30, 40))
        mouse.move_by(40, 40)
        # Each step goes to another day, so that its words are made anew.
        width = page.columns[1].x() - page.columns[0].x()
        ways = [width, -width]

        def step() -> None:
            ways.reverse()
            mouse.move_by(ways[0], steps=1)
            qapp.processEvents()

        measure(benchmark, step, rounds=60, median_ms=8)
        assert page.days.hand.dragging
        page.days.hand.cancel()
